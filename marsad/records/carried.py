"""Whom a pronoun takes up from the sentence before: who agrees with it, and of those who was harmed where it tells of
more harm ("The police held a minister. He is accused of fraud").
"""

from collections.abc import Set

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Item, Mention
from marsad.records.scene import Scene

# Types of events that somebody suffers.
HARM = frozenset({"ACCUSE", "COERCE", "SANCTION", "ASSAULT", "RETREAT"})


def taken_up(scene: Scene, item: Item, predicate: Predicate, but: Set[str] = frozenset()) -> list[Mention]:
    """Return whom a pronoun stands for among those of the sentence before, none of the codes `but`, else nobody."""
    own = {m.code for m in predicate.mentions("subj")}
    if any(m.code not in own for m in scene.before(item)):
        return []  # somebody stands nearer
    able = (told for told in scene.memory.participants if told.takes(item.role))
    fitting = [told for told in able if but.isdisjoint(m.code for m in told.mentions)]
    harmed = [told for told in fitting if told.harmed]
    if harmed and _suffers(scene, item, predicate):
        return harmed[0].mentions
    return fitting[0].mentions if fitting else []


def _suffers(scene: Scene, item: Item, predicate: Predicate) -> bool:
    """Return whether what a verb tells is done to the one that a pronoun stands for."""
    slots = {slot for slot, argument in predicate.arguments.items() if _is(scene, argument, item)}
    undergoing = {slot for sense in predicate.senses for slot, role in sense.slots if role == "recipient"}
    types = {kind for concept in scene.possible_concepts(predicate) for kind in concept.event_types}
    return bool(slots & undergoing) and bool(types & HARM)


def _is(scene: Scene, argument: Argument, item: Item) -> bool:
    return argument.head >= 0 and scene.parse.items[argument.head] is item
