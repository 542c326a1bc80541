"""Verbs of several without a subject that tell what somebody undergoes: "депутаты сообщили, что их избили"."""

from collections.abc import Sequence

from msgspec.structs import replace

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item, Mention
from marsad.mentions.memory import is_person
from marsad.records.scene import Scene

# The agreement of a verb whose subject nobody names, and of pronouns for several or for who speaks.
_NOBODY, _SEVERAL = "3p", frozenset({"3p", "3d", "1p", "1s"})
# Where those stand to whom something is done.
_UNDERGOING = ("obj", "to")
# The agreement of verbs of several.
_OF_SEVERAL = frozenset({"3mp", "3fp", "3p", "3d"})
# Those who never do what police and courts do.
_POWERLESS = frozenset({"JRN", "CVL", "LAB", "NGO", "BUS", "EDU", "MED", "SOC", "REF"})


def undergone(predicate: Predicate, outer: list[Mention], items: Sequence[Item]) -> bool:
    """Return whether a verb without a subject is not said of those in the clause around it: a pronoun before it takes
    them up, or it is said of several, and that one person.
    """
    verb = items[predicate.k].known
    if predicate.feature.person or not outer or verb is None or verb.feature.person != _NOBODY:
        return False
    before = [a for slot in _UNDERGOING if (a := predicate.arguments.get(slot)) is not None and a.k < predicate.k]
    pronouns = [items[a.head] for a in before if a.head >= 0 and items[a.head].is_function("pron")]
    if not pronouns:
        return False
    one = len(outer) == 1 and is_person(outer[0]) and not outer[0].plural
    return one or any(item.role in _SEVERAL for item in pronouns)


def acting(predicate: Predicate, outer: list[Mention], items: Sequence[Item]) -> list[Mention]:
    """Return those in the clause around a verb without a subject as its subject, nobody where it is done to them."""
    return [] if undergone(predicate, outer, items) else outer


def entitled(scene: Scene, predicate: Predicate, told: list[Mention]) -> list[Mention]:
    """Return those told of before as the subject of a verb without one, nobody where it is an act of police or courts
    that none of them does ("... reported. حُكم عليه بالسجن").
    """
    concepts = scene.possible_concepts(predicate)
    lawful = bool(concepts) and all(concept.by_law for concept in concepts)
    return [] if lawful and all(m.sector in _POWERLESS for m in told) else told


def one_for_several(verb: Predicate, told: list[Mention]) -> bool:
    """Return whether a verb agrees with several and is no act of the one holder of an office who is told of before."""
    one = len(told) == 1 and is_person(told[0]) and not told[0].plural
    return one and verb.feature.person in _OF_SEVERAL


def seized_behind(scene: Scene, verb: Predicate, by_law: bool) -> Predicate:
    """Return a verb, having let those who never do what police and courts do undergo it where they stand behind the
    verb of a second act of others ("اقتحم الجيش المدينة واعتقل الشاب").
    """
    told = verb.arguments.get("subj")
    if not by_law or told is None or verb.shares < 0 or verb.passive or verb.pos != "verb" or not told.mentions:
        return verb
    acting = scene.parse.predicates[verb.shares].arguments.get("subj")
    joined = (
        acting is not None
        and "and" in scene.parse.items[verb.k].marks
        and told.k > verb.k
        and told.mentions[0].kind == "title"
    )
    if joined and acting is not None and all(m.sector in _POWERLESS for m in told.mentions):
        verb.arguments["subj"], verb.arguments["obj"] = acting, replace(told, slot="obj")
    return verb
