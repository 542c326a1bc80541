"""The largest set of pairs between what was asked for and what was found."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Asked = TypeVar("Asked")
Found = TypeVar("Found")


def match(
    asked: Sequence[Asked], found: Sequence[Found], fits: Callable[[Asked, Found], bool]
) -> list[tuple[int, int]]:
    """Return index pairs (asked, found), as many as can be with each index used once, in the order of `asked`."""
    choices = [[j for j, f in enumerate(found) if fits(a, f)] for a in asked]
    taken: dict[int, int] = {}
    for i in range(len(asked)):
        _place(i, choices, taken, set())
    return sorted((i, j) for j, i in taken.items())


def _place(i: int, choices: list[list[int]], taken: dict[int, int], seen: set[int]) -> bool:
    """Return whether `i` found a partner, others having moved to another one of theirs where that was needed."""
    for j in choices[i]:
        if j not in seen:
            seen.add(j)
            if j not in taken or _place(taken[j], choices, taken, seen):
                taken[j] = i
                return True
    return False
