"""Verbs spelled like a preposition, where the verb stands first ("عبر الوزير عن أسفه")."""

from collections.abc import Iterable

from marsad.mentions.items import Item

# How far behind its subject what such a verb turns to may stand.
REACH = 3
# What may stand before a verb, if anything.
OPENING = frozenset({"conj", "comp", "rel", "sub", "neg", "aux"})
NAMING = frozenset({"actor", "anaphora"})


def read_carrying(row: list[Item], prepositions: Iterable[tuple[Item | None, Item, Item | None, int]]) -> None:
    """Read a preposition as the light verb it may be where a clause begins with it, and one who acts and the
    preposition that the verb turns with follow.
    """
    for before, item, after, k in prepositions:
        known = item.span.find("function", "light") if item.span is not None and after is not None else None
        if known is None or after is None or after.kind not in NAMING or not _opens(before, item):
            continue
        if any(word.is_function("prep", known.entry.role) for word in row[k + 2 : k + 2 + REACH]):
            item.known = known


def _opens(before: Item | None, item: Item) -> bool:
    """Return whether a clause may begin with an item."""
    if before is None or "and" in item.marks or before.kind == "punct":
        return True
    return before.kind == "function" and before.value in OPENING
