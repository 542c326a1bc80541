"""Dates that belong to what is told beside a verb: in a relative clause that closes before it, behind an occasion."""

from marsad.mentions.items import Item
from marsad.records.found_dates import Found
from marsad.records.scene import Scene

COMMAS = (",", "،")
# So many items behind its comma the pronoun of a relative clause may stand ("to whose capital").
OPENING = 3
# What opens the occasion that a step follows, precisions that tell no day, and how far behind a date may stand.
AFTER, LOOSE, REACH = frozenset({"after", "before"}), frozenset({"month", "season", "year"}), 12


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


def of_occasion(scene: Scene, date: int, precision: str) -> bool:
    """Return whether the date at item `date` is that of what a step follows ("are to sign a pact, following clashes in
    July").
    """
    row = scene.parse.items
    for k in range(date - 1, max(date - REACH, 0), -1):
        item = row[k]
        if item.kind == "punct" or item.value in ("verb", "light"):
            return False
        if item.is_function("prep") and item.role in AFTER:
            told = any(p.pos == "noun" and k < p.k < date for p in scene.parse.predicates)
            return told and precision in LOOSE
    return False


def parted(scene: Scene, date: int, verb: int) -> bool:
    """Return whether a comma stands between a date and the verb behind it; one that opens the sentence is its own."""
    return OPENING < date < verb and any(scene.tokens(item)[0] in COMMAS for item in scene.parse.items[date:verb])


def days_apart(found: Found) -> float:
    """Return how many days lie between the two readings of a date, infinitely many where one has no start."""
    if found.back.start is None or found.ahead.start is None:
        return float("inf")
    return (found.ahead.start - found.back.start).days
