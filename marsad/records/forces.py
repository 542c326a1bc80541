"""Whose forces are meant that the article has told of before: "the soldiers"."""

from marsad.mentions.items import Mention
from marsad.records.scene import Scene

# The sector of forces, and what "the soldiers" are.
FORCES, PEOPLE = "MIL", "people"


def taken_up(scene: Scene, mention: Mention) -> str:
    """Return the state of the last soldiers told of for "the soldiers", empty where none were."""
    if mention.sector != FORCES or mention.title_kind != PEOPLE or not mention.plural or mention.possessed:
        return ""
    before = next((item for item in scene.parse.items if item.j == mention.i), None)
    the = "the" in mention.marks or (before is not None and before.is_function("det", "the"))
    known = scene.memory.office(mention.role) if the else None
    return known.country if known is not None else ""
