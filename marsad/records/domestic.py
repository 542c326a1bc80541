"""Whose people and soldiers are that no word tells: those an armed group of a state harms, those who hold a capital."""

from marsad.mentions.items import Mention
from marsad.records.facing import states_named
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Armed groups that mostly fight in the state they are of, and types of what they do to people there.
GROUPS, HARM = frozenset({"REB", "CRM", "PRM"}), frozenset({"ASSAULT", "COERCE"})
ARMY, MOVES = "MIL", "MOBILIZE"
# What soldiers do at home that is done to nobody there, and what names only where.
DRILLS, PLACES = frozenset({"military-exercise", "test-weapon"}), frozenset({"place", "capital", "state"})
# Who is at home anywhere.
FIRMS = "BUS"
UNKNOWN = frozenset({"", "---"})


def at_home(scene: Scene, frame: Frame) -> None:
    """Give those without a state the one in which a deed is done, where the sentence names no other one; drills at home
    face nobody there.
    """
    types = frame.concept.event_types
    if not HARM.isdisjoint(types):
        _settle(frame.of("recipient"), _of_group(frame), scene)
    elif frame.concept.name in DRILLS:
        frame.actors["recipient"] = [m for m in frame.of("recipient") if not _own_place(m, frame)]
    elif MOVES in types:
        _settle([m for m in frame.of("actor") if m.sector == ARMY], _held(frame), scene)


def _own_place(mention: Mention, frame: Frame) -> bool:
    """Return whether it is but a place of those who act ("drills near Shanghai" of China)."""
    return mention.kind in PLACES and not mention.resolved and mention.country in frame.states("actor")


def _of_group(frame: Frame) -> str:
    """Return the state whose armed group acts, empty where others act as well."""
    acting = {m.country if m.sector in GROUPS else "" for m in frame.of("actor")}
    return next(iter(acting)) if len(acting) == 1 else ""


def _held(frame: Frame) -> str:
    """Return the state in whose capital soldiers move, empty where they move elsewhere."""
    place = frame.place
    return place.country if place is not None and place.kind == "capital" else ""


def _settle(people: list[Mention], state: str, scene: Scene) -> None:
    """Give people without a state this one, where there is one and the sentence names none besides."""
    if not state.isalpha() or not states_named(scene) <= {state}:
        return
    for mention in people:
        unknown = mention.country in UNKNOWN and mention.kind == "title" and not mention.possessed
        if unknown and mention.sector != FIRMS:
            mention.country = state
