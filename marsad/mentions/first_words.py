"""Whether the first word of a sentence, which a capital tells nothing of, is the name of somebody who acts."""

from collections.abc import Sequence

from marsad.mentions.items import Item

# What stands between a subject and its verb, and signs of possession.
_HELPING = frozenset({"aux", "modal", "future", "adv", "neg"})
_OWNING = frozenset({"'s", "’s"})
# What opens that which stands between commas behind a name ("Ruiz, who", "Ruiz, a deputy"), and how long it may be.
_ASIDE = frozenset({"rel", "det", "adv"})
_PARTICIPLES = frozenset({"participle", "active"})
_LONGEST = 16


def acts(row: list[Item], tokens: Sequence[str], k: int = 1) -> bool:
    """Return whether item `k` shows that somebody stands before it: a verb, one who owns, or an aside and then a verb
    ("Ruiz also blamed", "Ruiz's office", "Ruiz, a deputy from Lima, blamed").
    """
    if k >= len(row):
        return False
    if tokens[row[k].i] == ",":
        return _acts_behind(row, tokens, k + 1)
    return tokens[row[k].i] in _OWNING or _verb(row, k)


def _verb(row: list[Item], k: int) -> bool:
    """Return whether a verb begins at item `k`, its helping words taken for it."""
    start = k
    while k < len(row) and row[k].kind == "function" and row[k].value in _HELPING:
        k += 1
    span = row[k].span if k < len(row) else None
    helped = k > start and any(row[n].value != "adv" for n in range(start, k))
    return helped or (span is not None and span.find("trigger", "verb") is not None)


def _acts_behind(row: list[Item], tokens: Sequence[str], k: int) -> bool:
    """Return whether what begins at item `k` is an aside with a verb right behind the comma that closes it."""
    aside = k < len(row) and ((row[k].kind == "function" and row[k].value in _ASIDE) or _describes(row[k]))
    ends = range(k, min(k + _LONGEST, len(row))) if aside else ()
    closing = next((n for n in ends if tokens[row[n].i] == ","), 0)
    return closing > 0 and _verb(row, closing + 1)


def _describes(item: Item) -> bool:
    """Return whether an item says who somebody is or what he has done: an office or a participle."""
    readings = item.span.readings if item.span is not None else ()
    office = item.known is not None and item.known.entry.kind == "title" and item.known.entry.value == "office"
    return office or (bool(readings) and all(known.feature.form in _PARTICIPLES for known in readings))


def before_time(row: list[Item], k: int) -> bool:
    """Return whether a name of two words from item `k` on may end at a time and an actor behind it: what is told of
    that one has the time between it and whoever does it ("criticised Minister Ana Silva on Monday Lima").
    """
    end = next((m for m in range(k, len(row)) if row[m].kind != "word"), len(row))
    return end == k + 2 and [item.kind for item in row[end : end + 2]] == ["time", "actor"]
