"""Conditions that a helper opens before its subject instead of a subordinator ("had X known", "should X leave")."""

from collections.abc import Iterable

from marsad.clauses.predicates import opens_noun_phrase
from marsad.mentions.items import Item


def read_inverted(row: list[Item], helpers: Iterable[tuple[Item | None, Item, Item | None, int]]) -> None:
    """Read a helper that opens a clause before its subject as the subordinator it may be; each stands between its
    neighbours, with its place.
    """
    for before, item, after, k in helpers:
        known = item.span.find("function", "sub") if item.span is not None and after is not None else None
        if known is None or after is None or not _opens(row[:k], before, item):
            continue
        if opens_noun_phrase(after) or after.kind == "anaphora" or after.is_function("pron"):
            item.known = known


def _opens(earlier: list[Item], before: Item | None, helper: Item) -> bool:
    """Return whether a clause may begin with a helper; behind "would have" it does anywhere."""
    if before is None or helper.role == "be-past":
        return before is None  # "those detained were members of X"
    if before.kind in ("punct", "trigger") or before.is_function("conj"):
        return True
    return any(item.is_function("modal", "conditional") for item in earlier)
