"""Helpers that stand before the subject of their verb: "nor did it sign", "only if X agrees will Y sign"."""

from marsad.mentions.items import Item

# What may stand there; behind a condition that opens the sentence, only what tells of what is to come.
_HELPERS, _AHEAD = frozenset({"aux", "modal", "future"}), frozenset({"modal", "future"})
# The subordinator of what alone makes something come about.
_ONLY_IF = "only-if"


def helpers_ahead(row: list[Item], k: int) -> list[Item]:
    """Return the helper before the subject at item `k` of a verb, and the negation before that, nearest first."""
    if k < 1 or row[k - 1].kind != "function" or not (row[k].mention is not None or row[k].is_function("pron")):
        return []
    helper, opening = row[k - 1], row[k - 2] if k > 1 else None
    denied = opening.span.find("function", "neg") if opening is not None and opening.span is not None else None
    if opening is not None and denied is not None and helper.value in _HELPERS:
        return [helper, Item("function", opening.i, opening.j, opening.span, denied)]
    return [helper] if helper.value in _AHEAD and row[0].is_function("sub", _ONLY_IF) else []
