"""Two parties over time: what they did to each other by month and quad class, and the turns that were stated."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from marsad.inventory import inventory
from marsad.ledger.model import Word, word
from marsad.ledger.steps import Asked, Day, Told, since, states, told
from marsad.model.records import Event, Relation
from marsad.model.report import Report
from marsad.model.values import Interval, Level, Trend
from marsad.stories import Counts, Origins


class Quad(msgspec.Struct, frozen=True, kw_only=True):
    """The events of one quad class in a month: how many and the sum of their scores, each event once."""

    quad: str
    score: float
    counts: Counts


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """One month of two parties; `score` is the sum over its quad classes, `start` the first day."""

    start: datetime.date
    score: float
    counts: Counts
    quads: tuple[Quad, ...]


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """A turn in relations that somebody stated; as an expectation or a wish where `status` is not `actual`."""

    trend: Trend
    status: str
    since: Interval
    word: Word
    level: Level | None = None


class Dyad(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties: the months in which something was told of them, and the stated turns, in the order of time."""

    one: str
    other: str
    months: tuple[Month, ...] = ()
    turns: tuple[Turn, ...] = ()


Found = Sequence[Told[Event]]


def dyad(reports: Iterable[Report], *, one: str, other: str = "", as_of: Day = None, known: Day = None) -> Dyad:
    """Return what two parties (`ARM`, `RUS`) did to each other by month, and the turns of their relations.

    Without `other`, what the one party did to anybody and anybody to it.

    An event counts where one side acts and the other receives, or both act together; planned, possible, denied ...
    events do not count, and one reported many times counts once.
    """
    given = list(reports)
    events = [found for found in told(given, Event, Asked(as_of, known)) if _between(found.record, one, other)]
    months: defaultdict[datetime.date, list[Told[Event]]] = defaultdict(list)
    for found in events:
        months[found.at.replace(day=1)].append(found)
    origins = Origins(found.report for found in events)
    turns = [
        found
        for found in told(given, Relation, Asked(as_of, known))
        if {one, other} - {""} <= set(states(found.record.between))
    ]
    return Dyad(
        one=one, other=other, months=tuple(_month(start, months[start], origins) for start in sorted(months)),
        turns=tuple(_turn(found) for found in turns),
    )  # fmt: skip


def _between(event: Event, one: str, other: str) -> bool:
    actors, recipients = set(states(event.actor)), set(states(event.recipient))
    if not other:
        return event.status == "actual" and one in actors | recipients
    return event.status == "actual" and (
        {one, other} <= actors or (one in actors and other in recipients) or (other in actors and one in recipients)
    )


def _month(start: datetime.date, found: Found, origins: Origins) -> Month:
    by_quad: defaultdict[str, list[Told[Event]]] = defaultdict(list)
    for event in found:
        by_quad[inventory().types[event.record.type].quad].append(event)
    quads = tuple(_quad(name, by_quad[name], origins) for name in sorted(by_quad))
    reports = [event.report for event in found]
    return Month(start=start, score=sum(quad.score for quad in quads), counts=origins.counts(reports), quads=quads)


def _quad(name: str, found: Found, origins: Origins) -> Quad:
    once: dict[str, float] = {}
    for event in found:  # of one event told many times, the strongest telling counts
        happening = origins.happening(event.report)
        once[happening] = max(once.get(happening, 0.0), event.record.score, key=abs)
    return Quad(quad=name, score=round(sum(once.values()), 2), counts=origins.counts(event.report for event in found))


def _turn(found: Told[Relation]) -> Turn:
    record = found.record
    return Turn(
        trend=record.trend, status=record.status, since=since(found), word=word(found.report), level=record.level
    )
