"""Places of no table told by the state behind them, capitals behind "the capital": "in Nadi, Fiji"."""

from msgspec.structs import replace

from marsad.mentions.items import Item, Mention
from marsad.text.sentences import Sentence

_PLACING = frozenset({"in", "at", "near"})
# What behind the state may make it more than the place where something is.
_BELONGING = frozenset({"actor", "anaphora", "trigger"})


# Expressions for a seat of government, and what may stand between one and its name.
_CAPITAL, _BETWEEN = "the-capital", frozenset({"demonym", "state"})


def seats(row: list[Item], sentence: Sentence) -> list[Item]:
    """Return the items with "the capital of a state, its name" as that name ("في العاصمة النيجرية نيامي")."""
    for k in reversed([k for k, item in enumerate(row) if item.kind == "anaphora" and item.value == _CAPITAL]):
        n = k + 1
        while n < len(row) - 1 and (_kind(row[n]) in _BETWEEN or sentence.tokens[row[n].i] == ","):
            n += 1
        known, seat = row[k].known, row[n].known if n < len(row) else None
        if known is None or seat is None or seat.marks or _kind(row[n]) != "capital" or not _of(row[k + 1 : n]):
            continue
        if all(
            _kind(i) == "" or (i.known is not None and i.known.entry.code == seat.entry.code) for i in row[k + 1 : n]
        ):
            named = replace(row[n], i=row[k].i, known=replace(seat, marks=known.marks))
            row = [*row[:k], named, *row[n + 1 :]]
    return row


def _kind(item: Item) -> str:
    return item.known.entry.kind if item.kind == "actor" and item.known is not None else ""


def _of(between: list[Item]) -> bool:
    """Return whether no comma stands between a capital and its name but behind whose it is."""
    return not between or _kind(between[0]) != ""


def towns(row: list[Item], sentence: Sentence) -> list[Item]:
    """Return the items with an unknown name behind "in" and a state behind a comma as one place."""
    if "," not in sentence.tokens:
        return row
    for k in reversed([k for k, item in enumerate(row) if item.mention is not None and _town(row, k, sentence)]):
        state = row[k + 2].known
        assert state is not None
        place = Mention(row[k].i, row[k + 2].j, "place", state.entry.code)
        row = [*row[:k], Item("actor", place.i, place.j, row[k + 2].span, state, place), *row[k + 3 :]]
    return row


def _town(row: list[Item], k: int, sentence: Sentence) -> bool:
    """Return whether item `k` is an unknown name between "in" and a comma with a state, and the state stands alone."""
    name = row[k].mention
    if k + 2 >= len(row) or name is None or name.kind != "name" or name.country:
        return False
    if not k or not row[k - 1].is_function("prep") or row[k - 1].role not in _PLACING:
        return False
    known = row[k + 2].known
    alone = k + 3 >= len(row) or row[k + 3].kind not in _BELONGING
    comma = sentence.tokens[row[k + 1].i] == ","
    return comma and alone and row[k + 2].kind == "actor" and known is not None and known.entry.kind == "state"


def located(row: list[Item], k: int) -> bool:
    """Return whether a capital only says where something is ("talks in Vienna")."""
    mention, before = row[k].mention, row[k - 1] if k else None
    if mention is None or mention.kind != "capital":
        return False
    written = any(mark in ("prep:in", "prep:at") for mark in mention.marks)
    return written or (before is not None and before.is_function("prep") and before.role in ("in", "at"))
