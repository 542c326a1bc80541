"""Offices that are told by where they are: "officials in Lima"."""

from marsad.mentions.items import Mention
from marsad.records.scene import Scene


def posted(scene: Scene, mention: Mention) -> bool:
    """Return whether a place stands behind "in" right behind an office."""
    row = scene.parse.items
    k = next((n for n, item in enumerate(row) if item.i >= mention.j), len(row))
    while k < len(row) and row[k].kind == "word":
        k += 1
    return k + 1 < len(row) and row[k].is_function("prep", "in") and row[k + 1].mention is not None
