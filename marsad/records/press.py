"""Outlets that are dealt with, or judge, not those that only report ("the minister sued the BBC")."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item, Mention
from marsad.mentions.pieces import mention_of
from marsad.records.frame import Frame
from marsad.records.offices import Offices
from marsad.records.scene import Scene

# Types of events that an outlet takes part in like anybody else, and the sector of the press.
DEALING = frozenset({"ACCUSE", "REJECT", "COERCE", "SANCTION", "THREATEN", "SUPPORT", "ASSAULT"})
PRESS = "JRN"
# Kinds of outlets that are no press, and how long the code of a state is.
NO_PRESS, STATE = frozenset({"agency", "platform"}), 3
# Behind what something is said, and the sector of the companies whose platform that is.
MEDIA, FIRM = frozenset({"on", "via", "through"}), "BUS"
# What stands for two who hold an office.
SEVERAL = frozenset({"both-leaders", "the-leaders"})
# Where an outlet stands that takes part in what is told.
SIDES = frozenset({"subj", "obj", "by"})


def behind(offices: Offices, item: Item, predicate: Predicate, slot: str) -> list[Mention]:
    """Return the office that a word names which refers back to nobody ("the council"), the outlet that is dealt with or
    judges ("criticised the BBC"), empty for none.
    """
    if item.kind == "outlet":
        return outlet_acting(offices.scene, item, predicate) if slot in SIDES else []
    title = item.span.find("title") if item.kind == "anaphora" and item.span is not None else None
    if title is None:
        return []
    office = mention_of(Item("actor", item.i, item.j, item.span, title))
    return [_of_several(office)] if item.value in SEVERAL else offices.named(office)


def _of_several(office: Mention) -> Mention:
    """Return the office of two whom nobody has named, of no state: not of that where they meet."""
    office.plural = office.possessed = True
    return office


def outlet_acting(scene: Scene, item: Item, predicate: Predicate) -> list[Mention]:
    """Return an outlet as an actor of its state where what is told is no report of its own, else nobody."""
    entry = item.known.entry if item.known is not None else None
    if entry is None or entry.role in NO_PRESS:
        return []
    both = predicate.arguments.get("subj") is predicate.arguments.get("obj")
    if both or scene.parse.verb_last:
        return []
    if not any(DEALING.intersection(concept.event_types) for concept in scene.possible_concepts(predicate)):
        return []
    country = entry.code if len(entry.code) == STATE and entry.code.isalpha() else ""
    return [Mention(item.i, item.j, "outlet", country, PRESS)]


def not_where_said(scene: Scene, frame: Frame) -> None:
    """Take from those to whom something is said the company on whose platform it is ("welcomed the decision on X")."""
    before = {item.j for item in scene.parse.items if item.is_function("prep") and item.role in MEDIA}
    named = (m for m in frame.of("recipient") if m.sector != FIRM or m.i not in before)
    if not DEALING.isdisjoint(frame.concept.event_types):
        frame.actors["recipient"] = list(named)
