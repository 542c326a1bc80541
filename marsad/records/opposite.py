"""Who the counterparts of somebody are where several are meant ("received his two counterparts")."""

from marsad.mentions.items import Mention
from marsad.records.scene import Scene

PAIR = 2


def counterparts(scene: Scene, mention: Mention) -> list[Mention]:
    """Return those who hold the office in the two states that the report tells of beside that of whose they are, nobody
    where it tells of none.
    """
    own = next((m for m in reversed(scene.mentions) if m.i < mention.i and m.country and m.sector), None)
    if own is None or mention.country not in ("", own.country):
        return []
    sides = [m for m in scene.sides(PAIR, []) if m.country != own.country]
    i, j = mention.i, mention.j
    found = [Mention(i, j, "title", m.country, own.sector, own.role, resolved=True) for m in sides]
    return found if len(found) == PAIR else []
