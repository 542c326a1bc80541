"""Verbs that are spelled like a preposition where the verb stands first ("قبل": accepted, or before)."""

from collections.abc import Iterable

from marsad.lexicon.entries import Known
from marsad.mentions.items import Item

# What may open a clause before its verb, and the role of a particle that colours one.
_OPENING, _COLOURING = frozenset({"conj", "sub"}), frozenset({"possible-present", "before-verb"})


def read_verbs(row: list[Item], prepositions: Iterable[tuple[Item | None, Item, Item | None, int]]) -> None:
    """Read a preposition as the verb in the past that it may be too: behind a particle that colours one, or where it
    opens a clause before somebody and what that one does it to ("قبل الرئيس دعوة نظيره").
    """
    for before, item, after, k in prepositions:
        verb = item.span.find("trigger", "verb") if item.span is not None else None
        if verb is None or verb.feature.form != "past" or after is None:
            continue
        if _coloured(before) or (_opens(before, verb) and _acts(row, k + 1)):
            item.kind, item.known = "trigger", verb


def _coloured(before: Item | None) -> bool:
    return before is not None and before.kind == "function" and before.role in _COLOURING


def _opens(before: Item | None, verb: Known) -> bool:
    """Return whether a clause begins behind an item, or with the "and" that is written with a verb."""
    opening = before is None or before.kind == "punct" or (before.kind == "function" and before.value in _OPENING)
    return opening or "and" in verb.marks


def _acts(row: list[Item], k: int) -> bool:
    """Return whether item `k` is somebody in an office, with a thing right behind: a noun without a preposition."""
    who, thing = row[k], row[k + 1] if k + 1 < len(row) else None
    held = who.mention is not None and (who.mention.kind == "person" or who.mention.title_kind == "office")
    if (
        not held
        or any(mark.startswith("prep:") for mark in who.marks)
        or thing is None
        or thing.span is None
        or any(mark.startswith("prep:") for mark in thing.marks)
    ):
        return False
    return thing.kind == "nominal" or thing.span.find("trigger", "noun") is not None
