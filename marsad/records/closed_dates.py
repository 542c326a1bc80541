"""Dates in a relative clause that closes before the verb of the clause around it."""

from marsad.mentions.items import Item
from marsad.records.scene import Scene

COMMAS = (",", "،")
# So many items behind its comma the pronoun of a relative clause may stand ("to whose capital").
OPENING = 3


def in_closed_relative(scene: Scene, date: int, verb: int) -> bool:
    """Return whether the date at item `date` is in a relative clause that a comma closes before item `verb`, whether or
    not its own verb is known and stands before the date ("A, to which the chair falls in May, condemned B"), or tells
    since when somebody is what is said of him ("A, an observer since 2020, condemned B").
    """
    row = scene.parse.items
    signs = [k for k in range(verb) if scene.tokens(row[k])[0] in COMMAS]
    before, behind = [k for k in signs if k < date], [k for k in signs if k > date]
    if not before or not behind:
        return False
    inside = row[before[-1] + 1 : behind[0]]
    return any(map(_relative, inside[:OPENING])) or _apposed(inside)


def _relative(item: Item) -> bool:
    return item.is_function("rel")


def _apposed(items: list[Item]) -> bool:
    """Return whether a noun with its date stands between two commas: no verb, and no preposition before it."""
    first = items[0]
    noun = first.kind in ("nominal", "actor") or (first.kind == "trigger" and first.value == "noun")
    return noun and not any(item.value in ("verb", "light") or item.is_function("conj") for item in items)
