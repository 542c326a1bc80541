"""Words that join clauses read as those that point to a noun ("that decision")."""

from collections.abc import Iterable

from marsad.mentions.items import Item

_VERBAL = frozenset({"verb", "light", "aux"})


def demonstratives(row: list[Item], words: Iterable[tuple[Item | None, Item, Item | None, int]]) -> None:
    """Read a complementizer between a verb and a noun with which the clause ends as the determiner that it may be too
    ("supported that decision, but ..."). `words` are the complementizers between their neighbours, with their places.
    """
    for before, item, _, k in words:
        if before is None or before.value != "verb" or item.span is None:
            continue
        known = item.span.find("function", "det")
        if known is not None and _ends_with_noun(row, k + 1):
            item.known = known


def _ends_with_noun(row: list[Item], k: int) -> bool:
    """Return whether nothing but a noun, and words before it, stands from item `k` to the end of its clause."""
    while k < len(row) and row[k].kind == "word":
        k += 1
    noun = row[k].span if k < len(row) and row[k].mention is None else None
    if noun is None or (noun.find("nominal") or noun.find("trigger", "noun")) is None:
        return False
    rest = [item for item in row[k + 1 : k + 6] if item.kind != "punct" and not item.is_function("adv")]
    return not rest or (rest[0].is_function("conj") and len(rest) > 1 and rest[1].value in _VERBAL)
