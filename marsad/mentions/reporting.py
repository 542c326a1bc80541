"""Phrases that credit somebody and end in the verb by which that one speaks ("على ما قال", "as was said by")."""

from itertools import takewhile

from marsad.mentions.items import Item, taken_apart
from marsad.text.sentences import Sentence

# The values of such phrases: always, and behind a comma alone, where the verb has no content of its own.
_BY_VERB, _AS = "verb", "as"
_SIGNS = frozenset(",،")
# Who may speak, and what else may stand beside the verb.
_WHO = frozenset({"actor", "outlet"})
_BESIDE = _WHO | {"word", "time", "function"}


def parted_reporting(sentence: Sentence, row: list[Item]) -> list[Item]:
    """Return the items with the verb that ends a crediting phrase behind it, as a verb of its own."""
    if not any(_spoken(item) for item in row):
        return row
    result: list[Item] = []
    for k, item in enumerate(row):
        if not _spoken(item):
            result.append(item)
        elif item.is_function("reporting", _AS) and not _closes(sentence, row, k):
            result += taken_apart(sentence, item)
        else:
            result += _parted(sentence, item)
    return result


def _spoken(item: Item) -> bool:
    return item.is_function("reporting") and item.role in (_BY_VERB, _AS) and item.j - item.i > 1


def _closes(sentence: Sentence, row: list[Item], k: int) -> bool:
    """Return whether item `k` stands behind a comma, and up to the next sign nothing is said but who speaks, when and
    to whom ("..., as X said on Monday", not "also said that", "also announced its exit").
    """
    if not k or sentence.tokens[row[k - 1].i] not in _SIGNS:
        return False
    told = list(takewhile(lambda item: item.kind != "punct", row[k + 1 :]))
    named = bool(told) and told[0].kind in _WHO and not any(mark.startswith("prep:") for mark in told[0].marks)
    return named and all(item.kind in _BESIDE and not _content(item) for item in told)


def _content(item: Item) -> bool:
    """Return whether an item opens what somebody says."""
    return item.is_function("comp") or "prep:by" in item.marks or (item.is_function("prep") and item.role == "by")


def _parted(sentence: Sentence, item: Item) -> list[Item]:
    """Return a crediting phrase without its verb, and that verb with what follows it, the phrase where it has none."""
    parts = taken_apart(sentence, item)
    n = next((n for n, part in enumerate(parts) if n and part.kind == "trigger"), 0)
    return [Item("function", item.i, parts[n].i, None, item.known), *parts[n:]] if n else [item]
