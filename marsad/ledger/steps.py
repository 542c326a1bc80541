"""Steps: what reports tell of a promise, a treaty or a meeting, in the order of time."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import msgspec

from marsad.ledger.claims import BEGINNING, public, span
from marsad.ledger.model import Word, word
from marsad.model.records import Base
from marsad.model.report import Report
from marsad.model.values import Actor, Interval
from marsad.stories import Counts, Origins

Kind = TypeVar("Kind", bound=Base)
FIRM = frozenset({"actual", "held", "ongoing"})

Day = datetime.date | None


class Asked(msgspec.Struct, frozen=True):
    """The day asked for, and the day by which reports had to be public; None is that of the latest report."""

    as_of: datetime.date | None = None
    known: datetime.date | None = None


class Told(msgspec.Struct, Generic[Kind], frozen=True):
    """One record with its report: what it tells holds from `at`."""

    record: Kind
    report: Report
    at: datetime.date

    @property
    def known(self) -> datetime.date:
        """The day on which it became public."""
        return self.report.source.known

    @property
    def is_firm(self) -> bool:
        """Whether it tells what has come to be."""
        return getattr(self.record, "status", "actual") in FIRM

    @property
    def order(self) -> tuple[datetime.date, datetime.date, str, int, str]:
        """What they are sorted by: the time they speak of, when they became public, where in which article."""
        source, record = self.report.source, self.record
        return self.at, source.known, source.article, record.evidence.start, record.id


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One thing told of a promise, a treaty or a meeting: what, as what, of which day, and in whose words."""

    value: str
    status: str
    word: Word
    date: Interval | None = None


def told(reports: Iterable[Report], kind: type[Kind], asked: Asked) -> list[Told[Kind]]:
    """Return the records of a kind that were public on a day, doubled ones once, in the order of time.

    With `as_of`, what speaks of a later day is left out, but for plans and the like that were told by then.
    """
    given = list(reports)
    latest = max((report.source.known for report in given), default=datetime.date.max)
    found: dict[tuple[str, int], Told[Kind]] = {}
    for report in public(given, asked.known or latest):
        if isinstance(report.record, kind):
            found[report.record.id, report.source.version] = Told(report.record, report, _at(report))
    until = asked.as_of or datetime.date.max
    seen = [one for one in found.values() if one.at <= until or (one.known <= until and not one.is_firm)]
    return sorted(seen, key=lambda one: one.order)


def _at(report: Report) -> datetime.date:
    at = span(report.record.date, report.source.known)[0]
    return report.source.known if at == BEGINNING else at


def step(one: Told[Kind], value: str) -> Step:
    """Return what a record tells as a step."""
    status = str(getattr(one.record, "status", "actual"))
    return Step(value=value, status=status, word=word(one.report), date=one.record.date)


def since(one: Told[Kind]) -> Interval:
    """Return since when something holds: its own date, else by the day it was told at the latest."""
    return one.record.date or Interval(None, one.at, "open")


def counts(found: Sequence[Told[Kind]]) -> Counts:
    """Return the three counts of some records."""
    reports = [one.report for one in found]
    return Origins(reports).counts(reports)


def counts_of_one(found: Sequence[Told[Kind]]) -> Counts:
    """Return the three counts of records of one and the same event: its reports are the articles that tell of it."""
    articles = {one.report.source.article for one in found}
    return Counts(len(articles), min(1, len(articles)), counts(found).origins)


def vague(found: Sequence[Told[Kind]], is_vague: Callable[[Kind], bool]) -> dict[str, str]:
    """Return what keeps apart records that say too little to be told apart: the story, by the id of the record."""
    unclear = [one for one in found if is_vague(one.record)]
    origins = Origins(one.report for one in unclear)
    return {one.record.id: origins.story(one.report) for one in unclear}


def states(actors: Iterable[Actor]) -> tuple[str, ...]:
    """Return the countries and institutions of actors, once each, in the order of the alphabet."""
    return tuple(sorted({actor.country for actor in actors} - {"---"}))
