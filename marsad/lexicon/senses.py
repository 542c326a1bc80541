"""The rows of trigger tables as senses."""

import re
from collections.abc import Iterator

from marsad.errors import DataError
from marsad.lexicon.entries import Need, Sense
from marsad.lexicon.tables import TableRow

ROLES = frozenset({
    "actor", "recipient", "institution", "matter", "content", "topic", "place", "mediator", "beneficiary", "candidate",
    "creates", "host", "venue", "none",
})  # fmt: skip


def sense_of(row: TableRow) -> Sense:
    """Return what a row of a trigger table says; raises DataError for an unknown role or a need that says nothing."""
    return Sense(row["concept"], tuple(_slots(row)), tuple(_need(row, need) for need in _split(row["needs"])), row.rule)


def _split(cell: str) -> list[str]:
    return cell.replace(";", " ").split()


def _slots(row: TableRow) -> Iterator[tuple[str, str]]:
    for pair in _split(row["slots"]):
        slot, colon, role = pair.partition(":")
        if not colon or role not in ROLES:
            raise DataError(
                row.path, row.line, f"slots: expected slot:role with a role of {sorted(ROLES)}, got {pair!r}"
            )
        yield slot, role


def _need(row: TableRow, text: str) -> Need:
    found = re.fullmatch(r"([\w-]+)(!?)=(.+)", text)
    if not found:
        raise DataError(row.path, row.line, f"needs: expected slot=@class or near=word, got {text!r}")
    slot, negative, alternatives = found.groups()
    parts = alternatives.split("|")
    classes = frozenset(p.removeprefix("@") for p in parts if p.startswith("@"))
    words = frozenset(p.replace("_", " ") for p in parts if not p.startswith("@"))
    return Need(slot, bool(negative), classes, words)
