"""Whom a complaint is about where no object says so: the other state in what somebody complains of."""

from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# How far the content may stand behind the verb that asks for it or complains of it.
NEAR_CONTENT = 4


def complained_of(scene: Scene, frame: Frame) -> list[Mention]:
    """Return the one other state or body in what somebody complains of ("that lorries stand at X's border")."""
    if "ACCUSE" not in frame.concept.event_types:
        return []
    row, k, acting = scene.parse.items, frame.predicate.k, frame.states("actor")
    content = next((n for n in range(k + 1, min(k + NEAR_CONTENT, len(row))) if row[n].is_function("comp")), None)
    if content is None or not acting:
        return []
    told = [item.mention for item in row[content + 1 :] if item.mention is not None and item.mention.country]
    others = [m for m in told if m.country not in acting and m.country != "---"]
    return others[:1] if len({m.country for m in others}) == 1 else []
