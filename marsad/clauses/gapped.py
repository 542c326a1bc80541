"""Clauses behind "that" that lack the object of their verb: they tell which thing is meant ("the deal A signed")."""

from marsad.mentions.items import Item

# The nouns of things made by those who act, which have no content of their own.
THINGS = frozenset(
    {"meeting", "agreement", "sanctions", "weapons", "troops", "tariffs", "prisoners", "body", "exercises"}
)
# What may stand between "that" and the verb beside those who act, and the auxiliaries among it.
_BESIDE, _HAVING = frozenset({"det", "adv", "poss"}), frozenset({"have", "had"})
# What stands behind a verb without an object.
_ENDING = frozenset({"punct", "time"})


def lacks_object(row: list[Item], k: int) -> bool:
    """Return whether "that" at item `k` follows a thing and somebody's act behind it has no object."""
    noun = row[k - 1] if k else None
    if noun is None or noun.span is None or THINGS.isdisjoint(noun.span.form.nominals):
        return False
    n = k + 1
    while n < len(row) and (row[n].mention is not None or row[n].value in _BESIDE or _having(row[n])):
        n += 1
    acted = any(item.mention is not None for item in row[k + 1 : n])
    verb = row[n] if n < len(row) else None
    return acted and verb is not None and verb.value in ("verb", "light") and _ends(row[n + 1 : n + 2])


def _having(item: Item) -> bool:
    return item.is_function("aux") and item.role in _HAVING


def _ends(after: list[Item]) -> bool:
    return not after or after[0].kind in _ENDING or after[0].is_function("prep") or after[0].is_function("conj")
