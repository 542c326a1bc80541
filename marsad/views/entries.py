"""The entries of a brief: the records that the same words of the same speakers carry, told once."""

from collections.abc import Iterable

import msgspec

from marsad.model.records import Base, Standing
from marsad.model.values import Actor

# What a reader asks first comes first; of an entry, this is the record that the others are told beside.
ORDER = ("warning", "standing", "commitment", "agreement", "meeting", "relation", "event", "stance", "statement")


class Entry(msgspec.Struct, frozen=True):
    """Records with the same evidence and speakers, the most telling kind first."""

    records: tuple[Base, ...]

    @property
    def kind(self) -> str:
        """The kind of the record that the entry is told by."""
        return kind_of(self.records[0])


def kind_of(record: Base) -> str:
    """Return the kind of a record as JSON has it."""
    return str(record.__struct_config__.tag)


def entries(records: Iterable[Base]) -> dict[str, list[Entry]]:
    """Return the entries of each kind, kinds as a reader asks for them, entries in the order of the text."""
    groups: dict[object, list[Base]] = {}
    for record in records:
        groups.setdefault(_carried_by(record), []).append(record)
    found = _by_sentence([Entry(tuple(sorted(group, key=_rank))) for group in groups.values()])
    return {kind: made for kind in ORDER if (made := [entry for entry in found if entry.kind == kind])}


def _by_sentence(found: list[Entry]) -> list[Entry]:
    """Return the entries with those that hold nothing but statements made one for each sentence."""
    merged: dict[object, list[Base]] = {}
    for number, entry in enumerate(found):
        key = ("sentence", entry.records[0].evidence.sent) if entry.kind == "statement" else number
        merged.setdefault(key, []).extend(entry.records)
    return [Entry(tuple(records)) for records in merged.values()]


def parties(entry: Entry) -> tuple[tuple[Actor, ...], tuple[Base, ...]]:
    """Return who has the standing that the entry is told by, several where it says the same of each, and the rest."""
    first, *others = entry.records
    if not isinstance(first, Standing):
        return (), tuple(others)
    same = [record for record in entry.records if isinstance(record, Standing) and _like(record, first)]
    return tuple(record.subject for record in same), tuple(record for record in others if record not in same)


def _like(record: Standing, first: Standing) -> bool:
    return msgspec.structs.replace(record, id=first.id, subject=first.subject, rule=first.rule) == first


def _carried_by(record: Base) -> object:
    """Return what records of one entry share; a warning stands by itself."""
    alone = record.id if kind_of(record) == "warning" else ""
    return alone, record.evidence.start, record.evidence.end, tuple(actor.code for actor in record.said_by)


def _rank(record: Base) -> int:
    return ORDER.index(kind_of(record))
