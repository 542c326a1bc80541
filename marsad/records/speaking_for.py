"""For whom a spokesman speaks of whom no word tells but a pronoun."""

from marsad.mentions.items import Mention
from marsad.records.scene import Scene

_SPOKESMAN = "spokesperson"
_KINDS = frozenset({"metonym", "institution", "group", "state", "capital", "title"})
_STATES = frozenset({"state", "capital"})


def speaks_for(scene: Scene, mention: Mention) -> bool:
    """Give a spokesman behind whom no name stands the body that he speaks for; return whether one was found.

    It is the one named first before him in the sentence, else the one that acted last.
    """
    if mention.role != _SPOKESMAN or mention.sector or mention.country or _of_somebody(scene, mention):
        return False
    before = [m for m in scene.mentions if m.i < mention.i and m.country and m.kind in _KINDS]
    whose = before[:1] or [m for m in scene.memory.last_subject() if m.country]
    if len(whose) == 1:
        mention.country = whose[0].country
        mention.sector = whose[0].sector or ("GOV" if whose[0].kind in _STATES else "")
    return bool(mention.country)


def _of_somebody(scene: Scene, mention: Mention) -> bool:
    """Return whether a word of no table stands behind, which may name somebody else."""
    row = scene.parse.items
    return any(item.i == mention.j and (item.kind == "word" or item.mention is not None) for item in row)
