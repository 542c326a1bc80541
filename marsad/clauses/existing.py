"""What is said to be there, to have been or not to have been ("there was no meeting between ...")."""

from marsad.mentions.items import Item

# The word that says so, before a form of "be", and what may stand between that and the noun.
_THERE, _FARTHEST = "there", 5
_BETWEEN = frozenset({"det", "adj", "neg", "quant", "adv"})


def exists(row: list[Item], k: int) -> bool:
    """Return whether the noun at item `k` is what there is, was or was not ("there have been no direct talks")."""
    first = max(k - _FARTHEST, 0)
    at = next((n for n in range(k - 1, first - 1, -1) if not _before_noun(row[n])), -1)
    if at < 1 or not row[at].is_function("aux") or not row[at].role.startswith("be"):
        return False
    there = next((item for item in reversed(row[max(at - 2, 0) : at]) if item.value != "modal"), None)
    return there is not None and there.is_function("adv", _THERE)


def _before_noun(item: Item) -> bool:
    """Return whether an item may stand between "there was" and its noun."""
    return item.kind == "word" or (item.kind == "function" and item.value in _BETWEEN and item.role != _THERE)
