"""Words of a date around the month that it names: "روز ۱۳ ژانویه" is no noun with a number."""

from marsad.mentions.items import Item


def words_of_dates(row: list[Item], signs: list[str], opening: tuple[str, ...]) -> frozenset[int]:
    """Return the items that belong to a month behind them: the number of a day, and one of `opening` before that."""
    found: set[int] = set()
    for k, item in enumerate(row):
        if k and item.kind == "time" and _number(row[k - 1], signs[k - 1]):
            found.add(k - 1)
            if k > 1 and signs[k - 2] in opening:
                found.add(k - 2)
    return frozenset(found)


def _number(item: Item, sign: str) -> bool:
    """Return whether an item is the number of a day, in digits or in words."""
    word = item.span is not None and item.span.find("time", "day") is not None
    return item.kind == "word" and (word or (sign.isdigit() and len(sign) <= len("31")))
