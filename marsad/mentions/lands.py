"""Names of states and peoples that mean something else as well, and the state that an expression takes up."""

from itertools import pairwise

from marsad.lexicon.entries import Entry
from marsad.mentions.items import Item
from marsad.mentions.pieces import STATES


def acts_of(row: list[Item]) -> list[Item]:
    """Return the items with a people's name read as the act it may be too, right before a body ("ترک ناتو")."""
    for item, following in pairwise(row):
        if item.kind != "actor" or following.kind != "actor":
            continue
        act = item.span.find("trigger", "noun") if item.span is not None else None
        known = following.known
        body = known is not None and known.entry.kind == "institution"
        if act is not None and body and item.known is not None and item.known.entry.kind == "demonym":
            item.kind, item.known = "trigger", act
    return row


def lands(row: list[Item]) -> list[Item]:
    """Return the items with an adjective that is a state's name as well read as that, but behind a noun ("مالی", Mali,
    and in "بحران مالی" financial), and without "the country" right before a state's name ("کشور مالی").
    """
    for before, item in pairwise([None, *row]):
        land = item.span.find("state") if item is not None and item.is_function("adj") and item.span else None
        noun = before is not None and before.kind == "word"
        if item is not None and land is not None and not noun:
            item.kind, item.known = "actor", land
    return [item for k, item in enumerate(row) if not _its_name_follows(item, row[k + 1 : k + 2])]


def _its_name_follows(item: Item, following: list[Item]) -> bool:
    """Return whether an item is "the country" and the name of one follows."""
    if item.kind != "anaphora" or item.value != "the-country" or item.marks or not following:
        return False
    known, named = following[0].known, following[0].kind == "actor" and not following[0].marks
    return named and known is not None and known.entry.kind == "state"


def state_before(row: list[Item]) -> str:
    """Return the state named last, before a capital that only tells where something is, empty for none."""
    named = [(before, known) for before, item in pairwise([None, *row]) if (known := _state(item)) is not None]
    placed = [known for before, known in named if known.kind == "capital" and _behind_preposition(before)]
    last = next((known for _, known in reversed(named) if known not in placed), placed[-1] if placed else None)
    return last.code.partition(" ")[0] if last is not None else ""


def _state(item: Item | None) -> Entry | None:
    """Return the entry of an item that names a state, None for any other."""
    known = item.known.entry if item is not None and item.known is not None else None
    return known if known is not None and known.kind in STATES else None


def _behind_preposition(before: Item | None) -> bool:
    return before is not None and before.is_function("prep")
