"""Conditions that a helper opens before its subject instead of a subordinator ("had X known", "should X leave")."""

from itertools import pairwise

from marsad.clauses.predicates import opens_noun_phrase
from marsad.mentions.items import Item

# What may stand before its subject in a condition.
INVERTED = frozenset({"aux", "modal"})


def read_inverted(row: list[Item]) -> None:
    """Read a helper that opens a clause before its subject as the subordinator it may be."""
    for k, (item, after) in enumerate(pairwise(row)):
        if item.kind != "function" or item.value not in INVERTED or item.span is None:
            continue
        known = item.span.find("function", "sub")
        if known is not None and _opens(row, k):
            subject = opens_noun_phrase(after) or after.kind == "anaphora" or after.is_function("pron")
            item.known = known if subject else item.known


def _opens(row: list[Item], k: int) -> bool:
    """Return whether a clause may begin with the helper at item `k`; behind "would have" it does anywhere."""
    before = row[k - 1] if k else None
    if before is None or row[k].role == "be-past":
        return before is None  # "those detained were members of X"
    if before.kind in ("punct", "trigger") or before.is_function("conj"):
        return True
    return any(item.is_function("modal", "conditional") for item in row[:k])
