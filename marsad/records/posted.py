"""Offices that are told by where they are: "officials in Lima", the ministry to which an envoy there is called."""

from marsad.mentions.items import Mention
from marsad.records.facing import ABROAD
from marsad.records.scene import Scene


def posted(scene: Scene, mention: Mention) -> bool:
    """Return whether a place stands behind "in" right behind an office."""
    row = scene.parse.items
    k = next((n for n, item in enumerate(row) if item.i >= mention.j), len(row))
    while k < len(row) and row[k].kind == "word":
        k += 1
    return k + 1 < len(row) and row[k].is_function("prep", "in") and row[k + 1].mention is not None


def host(scene: Scene, mention: Mention) -> str:
    """Return the state whose ministry an envoy posted there is called to ("Peru's ambassador to Chile, summoned to
    the ministry"), empty where there is none.
    """
    if mention.title_kind != "body" or mention.sector != "GOV":
        return ""
    before = next((item for item in scene.parse.items if item.j == mention.i), None)
    called = before is not None and before.is_function("prep") and before.role in ("into", "in", "to")
    envoys = (m.to for m in scene.mentions if m.role in ABROAD and m.to and m.i < mention.i)
    return next(envoys, "") if called else ""
