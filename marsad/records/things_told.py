"""Things that words of blame or praise take up, and whose they are ("rejected the deal and called it void")."""

from marsad.clauses.classes import THINGS
from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Item, Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene, holds

# Types of words about what others do.
JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})


def thing_told(scene: Scene, item: Item, predicate: Predicate) -> Argument | None:
    """Return the thing that the verb before acts upon where words of blame or praise take it up ("rejected the deal and
    called it void"): they are about whose it is, None where they take up no thing.
    """
    subject, items = predicate.arguments.get("subj"), scene.parse.items
    if subject is not None and subject.head >= 0 and items[subject.head] is item and item.kind == "function":
        return None
    before = (p for p in reversed(scene.parse.predicates[: predicate.number]) if p.pos in ("verb", "light"))
    verb = next(before, None)
    told = verb.arguments.get("obj") if verb is not None else None
    if told is None or told.mentions or told.classes.isdisjoint(THINGS):
        return None
    return told if any(not JUDGING.isdisjoint(c.event_types) for c in scene.possible_concepts(predicate)) else None


def whose(scene: Scene, thing: Argument) -> list[Mention]:
    """Return whose a thing is: those told with it, by its pronoun the subject of the verb that acts upon it."""
    if thing.modifiers or "pronoun" not in thing.classes:
        return list(thing.modifiers)
    acting = (p.mentions("subj") for p in scene.parse.predicates if p.arguments.get("obj") is thing)
    return next(acting, [])


def attributed(scene: Scene, frame: Frame) -> bool:
    """Return whether blame by nobody only says who is behind violence ("killed in a raid blamed on rebels")."""
    verb = frame.predicate
    if "ACCUSE" not in frame.concept.event_types or not verb.passive or verb.relation != "relative":
        return False
    nouns = (p for p in scene.parse.predicates if p.pos == "noun" and holds(verb, p))
    violent = any(c.noun_class == "violence" for noun in nouns for c in scene.possible_concepts(noun))
    return violent and not frame.of("actor")
