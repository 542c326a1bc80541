"""Whose an office is, words of no table between ("مدیر ارتباطات نخست‌وزیر", the premier's director of communications).

So where nouns are joined without a sign, the verb comes last and an object has its mark: then what stands behind such
words is no object, and if it is no genitive it stands nowhere.
"""

from collections.abc import Callable

from marsad.mentions.items import Item, Mention
from marsad.mentions.objects import clause_before, within
from marsad.mentions.pieces import STATES, absorb

# Kinds of holders, and how many unknown words may stand between.
_STATE = len("GBR")
_HOLDERS, _FARTHEST = frozenset({"office", "people"}), 2
# What may have offices that are told by a word of no table.
_OWNERS, _LED = frozenset({*STATES, "institution", "group"}), frozenset({"office", "body"})


def owned_across(mention: Mention, row: list[Item], k: int, mention_of: Callable[[Item], Mention]) -> int:
    """Return how many items from `k` on end with whose an office is, which it takes up, 0 for none."""
    if (
        mention.kind != "title"
        or mention.title_kind not in _HOLDERS
        or mention.country
        or mention.person
        or mention.sector == "IGO"
    ):
        return 0
    n = k
    while n < len(row) and n - k < _FARTHEST and _between(row[n], n == k):
        n += 1
    if n == k or n >= len(row) or row[n].kind != "actor" or row[n].marks or _apart(mention, row, n):
        return 0
    other = row[n].mention or mention_of(row[n])
    if not _may_own(other):
        return 0
    absorb(mention, other, True)
    return n - k + 1


def _between(item: Item, first: bool) -> bool:
    """Return whether an item may stand between: an unknown word, or "one of" or "this" right behind the office."""
    return item.kind == "word" or (first and (item.is_function("quant", "one") or item.is_function("det", "this")))


def _may_own(other: Mention) -> bool:
    """Return whether an actor may have officials: a state, no region, a body or an office."""
    if other.kind in STATES and not (other.country.isalpha() and len(other.country) == _STATE):
        return False
    return other.kind in _OWNERS or (other.kind == "title" and other.title_kind in _LED and not other.person)


def _apart(mention: Mention, row: list[Item], n: int) -> bool:
    """Return whether the actor at item `n` is an object, or the subject behind a phrase with a preposition."""
    end = next((m for m in range(n, len(row)) if not within(row[m])), len(row))
    if end < len(row) and row[end].is_function("mark"):
        return True
    start = next(m for m in range(n, -1, -1) if row[m].i <= mention.i)
    before = clause_before(row[:start])
    governed = any(item.is_function("prep") for item in before)
    return governed and not any(item.kind == "actor" for item in before)
