"""Words behind "that" and "if" that can be verb or noun: where a clause begins its subject stands, never its verb."""

from collections.abc import Iterable

from marsad.mentions.items import Item

# What may stand behind a subject: a verb form before one of these is a noun.
_FINITE = frozenset({"verb", "light", "aux", "modal", "future"})
# Places that a meeting is named after.
_TOWNS = frozenset({"capital", "place"})
# How far behind the word that opens a clause its verb may stand.
_REACH = 8


def read_opening_nouns(row: list[Item], openers: Iterable[tuple[Item | None, Item, Item | None, int]]) -> None:
    """Read a verb right behind a word that opens a clause as the noun that it may be too ("said that sanctions were
    lifted"), where another verb follows.
    """
    for _, opener, item, k in openers:
        if item is None or item.value != "verb" or item.span is None or not _opens(opener):
            continue
        noun = item.span.find("nominal") or item.span.find("trigger", "noun")
        if noun is not None and any(after.value in _FINITE for after in row[k + 2 : k + _REACH]):
            item.known, item.kind = noun, noun.entry.kind


def read_sited(row: list[Item]) -> None:
    """Read what may be somebody meeting as the meeting that it may be too behind a town with an article ("at the Cairo
    meeting").
    """
    for link, before, town, item in zip(row, row[1:], row[2:], row[3:], strict=False):
        at = link.is_function("prep") and before.is_function("det")
        named = at and town.mention is not None and town.mention.kind in _TOWNS
        if named and item.value == "verb" and item.span is not None and item.known is not None:
            noun = item.span.find("nominal")
            if noun is not None and item.known.feature.form == "gerund":
                item.known, item.kind = noun, noun.entry.kind


def _opens(item: Item) -> bool:
    return item.is_function("comp") or item.is_function("sub")
