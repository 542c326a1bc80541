"""Who acts in what is said of another than the speaker, as the gender of its verb tells ("he said that she ...")."""

from marsad.clauses.genders import ONE_GENDER, same_gender
from marsad.clauses.model import Predicate
from marsad.mentions.items import Mention
from marsad.mentions.memory import is_person
from marsad.records.scene import Scene
from marsad.records.undergone import undergone

# The agreement of verbs whose subject is hardly a person told of by his office, and where those stand acted upon.
FEMININE, UPON = "3fs", ("obj", "by", "on", "to")


def of_its_gender(scene: Scene, predicate: Predicate, outer: list[Mention]) -> list[Mention]:
    """Return the subject of a clause in somebody's words: who speaks, or the other told of last before, where the verb
    of saying and that of the clause differ in gender; nobody where it tells what is done to them.
    """
    if undergone(predicate, outer, scene.parse.items):
        return []
    if predicate.relation != "content" or predicate.feature.person not in ONE_GENDER:
        return outer
    saying, row = _finite(scene, scene.parent(predicate)), scene.parse.items
    if saying is None or same_gender(row, saying, predicate):
        return outer
    speaking = {m.country for m in outer}
    before = (p for p in reversed(scene.parse.predicates[: predicate.number]) if p.pos != "noun")
    told = (found for verb in before if (found := _of_clause(verb, predicate.feature.person, speaking)))
    return next(told, outer)


def _of_clause(verb: Predicate, person: str, speaking: set[str]) -> list[Mention]:
    """Return the subject of a verb that agrees as another does, else the last one it acts upon who does not speak; a
    person told of by his office is no "she".
    """
    if verb.feature.person == person and (subject := verb.mentions("subj")):
        return subject
    others = [m for slot in UPON for m in verb.mentions(slot) if m.kind != "place" and m.country not in speaking]
    return [m for m in others if person != FEMININE or not is_person(m)][:1]


def _finite(scene: Scene, verb: Predicate | None) -> Predicate | None:
    """Return a verb that agrees with its subject, for a participle that whose subject it shares ("stressing")."""
    while verb is not None and verb.feature.person not in ONE_GENDER and 0 <= verb.shares < verb.number:
        verb = scene.parse.predicates[verb.shares]
    return verb
