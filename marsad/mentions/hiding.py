"""Parts of compound verbs that hide what stands in them where no verb has taken them up."""

from marsad.mentions.items import Item


def hiding(row: list[Item]) -> frozenset[tuple[int, int]]:
    """Return the tokens of such parts: they hide a longer noun ("به توافق" in "به توافق دفاعی پایان داد"), or a shorter
    part that goes with the verb behind them ("از سمت خود کنار [رفت]" in "از سمت خود کنار گذاشت").
    """
    unused = ((item, after) for item, after in zip(row, [*row[1:], None], strict=True) if item.kind == "word")
    return frozenset((item.i, item.j) for item, after in unused if _hides(item, after))


def _hides(item: Item, after: Item | None) -> bool:
    """Return whether a part that no verb has taken up hides a longer noun, or the part of the verb behind it."""
    span = item.span
    if span is None or not span.pieces:
        return False
    return bool(span.beyond) or (after is not None and not _supported(after).isdisjoint(_part_of(item)))


def _part_of(item: Item) -> set[str]:
    """Return the classes of support verbs that go with the part at the end of a longer one."""
    pieces = item.span.pieces if item.span is not None else []
    last = pieces[-1] if pieces and pieces[-1].j == item.j else None
    return {known.entry.role for known in last.readings if known.entry.kind == "part"} if last is not None else set()


def _supported(item: Item) -> set[str]:
    """Return the classes of support verbs that an item is of."""
    readings = item.span.readings if item.span is not None else ()
    return {known.entry.role for known in readings if known.entry.value in ("support", "support-passive")}
