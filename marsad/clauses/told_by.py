"""Whether what stands between a participle and an object mark is a clause ("گفته پرو باید نیروهایش را ...")."""

from collections.abc import Sequence
from itertools import pairwise

from marsad.mentions.items import Item

# What stands in a clause, not in one noun phrase.
_IN_CLAUSE = frozenset({"modal", "neg", "pron", "adv", "future", "sub"})
_NAMED, _THINGS = frozenset({"actor", "anaphora"}), frozenset({"nominal", "trigger", "word"})


def clause_between(items: Sequence[Item]) -> bool:
    """Return whether some items are the subject of a clause and its object, no single noun phrase."""
    if any(item.kind == "time" or (item.kind == "function" and item.value in _IN_CLAUSE) for item in items):
        return True
    return any(one.kind in _NAMED and _other(item) for one, item in pairwise(items))


def _other(item: Item) -> bool:
    """Return whether an item is no genitive of an actor before it: a thing, or who has a pronoun for an owner."""
    return item.kind in _THINGS or (item.mention is not None and item.mention.possessed)
