"""Whose forces are meant that the article has told of before: "the soldiers", "the rebels"."""

from marsad.mentions.items import Mention
from marsad.records.scene import Scene

# The sector of forces, and what "the soldiers" are.
FORCES, PEOPLE, REBELS = "MIL", "people", "REB"
# The role of forces that fight somebody in their own state.
GOVERNMENT_FORCES = "government-forces"
# Kinds of titles of several rebels together, and what may say whose they are elsewhere in a sentence.
SEVERAL, STATES = frozenset({PEOPLE, "body"}), frozenset({"state", "capital", "place"})
# Prepositions that say whose rebels they are, or where.
WHERE = frozenset({"in", "of"})


def taken_up(scene: Scene, mention: Mention) -> str:
    """Return the state of the last soldiers told of for "the soldiers", of the only rebels for "the rebels"."""
    if mention.sector == REBELS and mention.title_kind in SEVERAL and not mention.possessed:
        return risen(scene) or _only_rebels(scene, mention)
    if mention.sector != FORCES or mention.title_kind != PEOPLE or not mention.plural or mention.possessed:
        return ""
    before = next((item for item in scene.parse.items if item.j == mention.i), None)
    the = "the" in mention.marks or (before is not None and before.is_function("det", "the"))
    known = scene.memory.office(mention.role) if the else None
    return known.country if known is not None else ""


def risen(scene: Scene) -> str:
    """Return the state whose "government forces" a sentence tells of beside rebels, who then are in it."""
    ruling = {m.country for m in scene.mentions if m.role == GOVERNMENT_FORCES} - {"", "---"}
    return next(iter(ruling)) if len(ruling) == 1 else ""


def _only_rebels(scene: Scene, mention: Mention) -> str:
    """Return the state of the rebels by name in a sentence or before it, empty where none or a place says whose."""
    after = next((item for item in scene.parse.items if item.i == mention.j), None)
    if after is not None and after.is_function("prep") and after.role in WHERE:
        return ""
    named = {m.country for m in scene.mentions if m.kind == "group" and m.sector == REBELS and m.i < mention.i}
    if named or mention.title_kind == PEOPLE:
        return next(iter(named)) if len(named) == 1 else "" if named else scene.memory.told(REBELS)
    elsewhere = {m.country for m in scene.mentions if m.kind in STATES and m.country}
    told = scene.memory.told(REBELS)
    return told if not elsewhere - {told} else ""
