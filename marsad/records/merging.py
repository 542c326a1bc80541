"""Records of a sentence that say the same, made one."""

from marsad.model.records import Event, Record
from marsad.model.values import Actor

# Fields in which two records of the same thing may differ.
INCIDENTAL = frozenset({"id", "evidence", "rule", "confidence", "said_by", "date"})


def merged(found: list[Record]) -> list[Record]:
    """Return the records of a sentence without those that another one says as well or better."""
    kept: list[Record] = []
    for record in found:
        rival = next((k for k, other in enumerate(kept) if _same(other, record)), None)
        if rival is None:
            kept.append(record)
        elif _weight(record) > _weight(kept[rival]):
            kept[rival] = record
    return kept


def _same(one: Record, other: Record) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, Event) and isinstance(other, Event):
        sides = ((one.actor, other.actor), (one.recipient, other.recipient))
        alike = one.status == other.status or "conditional" not in (one.status, other.status)
        if not alike or one.type != other.type or _other_days(one, other):
            return False
        if all(_apart(first, second) for first, second in sides):
            return False
        return all(_compatible(first, second) for first, second in sides)
    return one.id == other.id or _content(one) == _content(other)


def _content(record: Record) -> tuple[object, ...]:
    return tuple(repr(getattr(record, f)) for f in record.__struct_fields__ if f not in INCIDENTAL)


def _apart(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    """Return whether those on one side are of other kinds each time ("students stormed ..., police shot at ...")."""
    first, second = {a.sector for a in one} - {""}, {a.sector for a in other} - {""}
    return bool(first) and bool(second) and first.isdisjoint(second)


def _other_days(one: Event, other: Event) -> bool:
    """Return whether events of two modes have dates that don't meet ("recalled X in May and expelled Y in June")."""
    if one.mode == other.mode or one.date is None or other.date is None:
        return False
    pairs = ((one.date.end, other.date.start), (other.date.end, one.date.start))
    return any(end is not None and start is not None and end < start for end, start in pairs)


def _compatible(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    first, second = {a.country for a in one} - {"---"}, {a.country for a in other} - {"---"}
    return not first or not second or first <= second or second <= first


def _weight(record: Record) -> tuple[int, int]:
    """Return how much an event says: its filled roles, then its known actors."""
    if not isinstance(record, Event):
        return 0, 0
    known = sum(a.country != "---" for a in (*record.actor, *record.recipient))
    return bool(record.actor) + bool(record.recipient), known
