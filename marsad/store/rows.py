"""Records as rows: what the look-up tables hold of each."""

import datetime
import itertools
from collections.abc import Iterator
from typing import Any

import msgspec

from marsad.model.records import Event, Record
from marsad.model.values import Actor

UNKNOWN = "---"
# Who passes a record on is no party to it.
NO_PARTIES = ("said_by",)
# The field of each kind that tells most, for look-ups and lists.
VALUE_FIELDS = ("type", "act", "value", "stage", "stance", "trend", "status")


class Place(msgspec.Struct, frozen=True):
    """Where a record stands: the key of its version, the key of its row, and the day its article became known."""

    version: int
    record: int
    known: datetime.date


def encode(record: Record) -> str:
    """Return a record as JSON."""
    return msgspec.json.encode(record).decode()


def kind_of(record: Record) -> str:
    """Return the kind of a record, as its JSON names it."""
    return str(record.__struct_config__.tag)


def value_of(record: Record) -> str:
    """Return the value that tells most: the type of an event, the value of a standing, the stage of an agreement."""
    return next(str(getattr(record, name)) for name in VALUE_FIELDS if hasattr(record, name))


def day_of(record: Record, known: datetime.date) -> datetime.date:
    """Return the first day a record is about, that of its article where it names none."""
    if record.date is None:
        return known
    return record.date.start or record.date.end or known


def parties(record: Record) -> set[tuple[str, str]]:
    """Return the states, institutions and groups of a record, each with its role (the name of the field)."""
    found = {(actor.country, role) for role, actor in _actors(record) if role not in NO_PARTIES}
    of = getattr(record, "of", "")
    found |= {(of, "of")} if of else set()
    found |= {(code.partition(" ")[0], "attendance") for code in getattr(record, "attendance", ())}
    return {(code, role) for code, role in found if code and code != UNKNOWN}


def people(records: tuple[Record, ...]) -> set[tuple[str, str, str]]:
    """Return the persons that records name, each with the code and the office they speak for."""
    actors = (actor for record in records for _, actor in _actors(record))
    return {(actor.person, actor.code, actor.role) for actor in actors if actor.person}


def party_rows(record: Record, place: Place) -> list[dict[str, Any]]:
    """Return the rows of `parties` for one record."""
    shared = {
        "kind": kind_of(record), "version": place.version, "record": place.record, "day": day_of(record, place.known)
    }  # fmt: skip
    return [{"code": code, "role": role, **shared} for code, role in sorted(parties(record))]


def dyad_rows(record: Record, place: Place) -> list[dict[str, Any]]:
    """Return the rows of `dyads` for one record: every pair of its parties once, in the order of their codes."""
    shared = {
        "kind": kind_of(record), "version": place.version, "record": place.record, "day": day_of(record, place.known),
        "value": value_of(record), "status": record.status, "score": record.score if isinstance(record, Event) else 0.0,
    }  # fmt: skip
    codes = sorted({code for code, _ in parties(record)})
    return [{"first": first, "second": second, **shared} for first, second in itertools.combinations(codes, 2)]


def _actors(record: Record) -> Iterator[tuple[str, Actor]]:
    for name in record.__struct_fields__:
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Actor):
                yield name, item
