"""What a state is to another, told beside its name: no Israel acts in "the United States, Israel's main ally,"."""

from marsad.mentions.items import Item
from marsad.mentions.pieces import STATES
from marsad.text.sentences import Sentence

# The kind of titles that say what somebody is to somebody else, and the one that says of whom it is the like.
_SIDE, _LIKE = "side", "counterpart"
_NAMED = STATES | {"institution"}


def without_relations(row: list[Item], sentence: Sentence) -> list[Item]:
    """Return the items with what a state or body is to another as mere words where a comma puts it behind that name, as
    part of the name, commas and all, where it stands before it.
    """
    if not [1 for item in row if item.mention is not None and item.mention.title_kind == _SIDE]:
        return row  # mostly
    result: list[Item] = []
    k = 0
    while k < len(row):
        item, name = row[k], k + 2 + _article(row, k + 2)
        if _relation(item) and not _several(item) and _comma(row, k + 1, sentence) and _named(row, name):
            row[name].i = item.i
            result.append(row[name])
            k = name + 1 + _comma(row, name + 1, sentence)
            continue
        if _relation(item) and _comma(row, k - 1, sentence) and _named(row, k - 2) and _closed(row, k + 1):
            item.kind, item.mention = "word", None
        result.append(item)
        k += 1
    return result


def _relation(item: Item) -> bool:
    """Return whether an item says what somebody without a name is to somebody else."""
    mention = item.mention
    return mention is not None and mention.title_kind == _SIDE and mention.role != _LIKE and not mention.person


def _several(item: Item) -> bool:
    """Return whether those are several, so that a single name behind a comma is none of theirs."""
    return item.mention is not None and item.mention.plural


def _closed(row: list[Item], k: int) -> bool:
    return k == len(row) or row[k].kind == "punct"


def _article(row: list[Item], k: int) -> bool:
    return k < len(row) and row[k].is_function("det")


def _named(row: list[Item], k: int) -> bool:
    mention = row[k].mention if 0 <= k < len(row) else None
    return mention is not None and mention.kind in _NAMED and not mention.sector


def _comma(row: list[Item], k: int, sentence: Sentence) -> bool:
    return 0 <= k < len(row) and row[k].kind == "punct" and sentence.tokens[row[k].i] == ","
