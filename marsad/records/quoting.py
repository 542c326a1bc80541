"""What stands between quotation marks: there nobody speaks of himself as "he"."""

from collections.abc import Sequence

# Signs that open and close a quotation, one that does either, and what stands before one that closes.
OPENING, CLOSING, EITHER = frozenset("“«„"), frozenset("”»"), '"'
MARKS = OPENING | CLOSING | {EITHER}
ENDING = frozenset(",.!?")


def in_quotes(tokens: Sequence[str], i: int) -> bool:
    """Return whether token `i` is quoted; a quotation may have begun in a sentence before."""
    signs = [k for k, token in enumerate(tokens) if token in MARKS]
    before = [k for k in signs if k < i]
    if before:
        last = tokens[before[-1]]
        return last in OPENING or (last == EITHER and _opens(tokens, before))
    first = next(iter(signs), -1)
    return first > 0 and tokens[first] not in OPENING and tokens[first - 1] in ENDING


def _opens(tokens: Sequence[str], before: list[int]) -> bool:
    """Return whether the last of such signs opens a quotation: every second one does, from the first that does."""
    straight = [k for k in before if tokens[k] == EITHER]
    first = straight[0]
    closing = first > 0 and tokens[first - 1] in ENDING
    return (len(straight) - closing) % 2 == 1
