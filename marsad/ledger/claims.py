"""Claims: what one report says of one aspect, as of when, in whose voice."""

import datetime
from collections.abc import Iterable

import msgspec

from marsad.ledger.rules import CONFIRMS, OPPOSITE, Role
from marsad.membership import institutions
from marsad.model.records import Base, Standing
from marsad.model.report import Report
from marsad.model.values import Actor, Aspect, Axis, Interval, StandingValue, Status

# Who speaks and acts for a state. Rebels, parties, businesses and so on do not.
FOR_THE_STATE = frozenset({"", "GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO"})
BEGINNING = datetime.date.min


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One value that one voice claims: it holds from `at` to `until` (None: still) and was public on `known`.

    `report` is None for a known membership, which then names its `baseline`.
    """

    axis: Axis
    aspect: Aspect
    value: StandingValue
    status: Status = "actual"
    file: str = ""
    at: datetime.date
    until: datetime.date | None = None
    when: Interval | None = None
    known: datetime.date
    role: Role
    voice: str
    by: tuple[Actor, ...] = ()
    report: Report | None = None
    baseline: str = ""

    @property
    def id(self) -> str:
        """The id of its record; of a known membership, its source."""
        return self.report.record.id if self.report is not None else self.baseline

    @property
    def told(self) -> tuple[datetime.date, str, int, str, str]:
        """What claims about one time are sorted by: when they became public, then where in which article."""
        article, start = (
            ("", 0) if self.report is None else (self.report.source.article, self.report.record.evidence.start)
        )
        return self.known, article, start, self.id, self.value

    @property
    def order(self) -> tuple[datetime.date, bool, tuple[datetime.date, str, int, str, str]]:
        """What claims are sorted by: when it holds from, confirmations last, when told."""
        return self.at, self.value in CONFIRMS, self.told


def claims(reports: Iterable[Report], subject: str, of: str) -> list[Claim]:
    """Return what reports claim of one party in one institution, doubled reports once, in the order of time."""
    found: dict[tuple[str, int], Claim] = {}
    for report in reports:
        if isinstance(report.record, Standing) and concerns(report.record, subject, of):
            claim = _claim(report, report.record)
            key = claim.id, report.source.version
            # Of two that should be one and differ, the same one is kept whatever came first.
            found[key] = min(found.get(key, claim), claim, key=lambda claim: repr(claim.report))
    return sorted(found.values(), key=lambda claim: claim.order)


def concerns(record: Standing, subject: str, of: str) -> bool:
    """Return whether a standing is that of a party in an institution; organs stand for the body they speak for."""
    return record.subject.country == subject and record.subject.sector in FOR_THE_STATE and whole(record.of) == of


def whole(of: str) -> str:
    """Return the institution of which a commission or council is an organ, else itself."""
    known = institutions().get(of.removeprefix("IGO:"))
    return f"IGO:{known.parent}" if known is not None and known.speaks_as_parent and known.parent else of


def organs(of: str) -> list[str]:
    """Return the codes under which reports may name an institution: its own, and those of organs that speak for it."""
    found = [f"IGO:{code}" for code, known in institutions().items() if known.speaks_as_parent]
    return [whole(of), *(code for code in found if whole(code) == whole(of))]


def public(reports: Iterable[Report], known: datetime.date) -> list[Report]:
    """Return the reports that were public on a day: of an edited article only the version that stood then."""
    seen = [report for report in reports if report.source.known <= known]
    newest: dict[str, int] = {}
    for report in seen:
        newest[report.source.article] = max(report.source.version, newest.get(report.source.article, 0))
    return [report for report in seen if report.source.version == newest[report.source.article]]


def _claim(report: Report, record: Standing) -> Claim:
    at, until = span(record.date, report.source.known)
    value, status = record.value, record.status
    if status in ("negated", "denied") and value in OPPOSITE:
        value, status = OPPOSITE[value], "actual"
    return Claim(
        axis=record.axis, aspect=record.aspect, value=value, status=status, file=record.file, at=at, until=until,
        when=record.date, known=report.source.known, role=role(record, record.subject.country, whole(record.of)),
        voice=voice(report), by=record.by, report=report,
    )  # fmt: skip


def span(date: Interval | None, known: datetime.date) -> tuple[datetime.date, datetime.date | None]:
    """Return from when to when something holds: an undated state from the day it was told, a range for its days."""
    if date is None:
        return known, None
    if date.start is None:
        return BEGINNING, date.end
    return date.start, date.end if date.precision == "range" else None


def role(record: Base, subject: str, of: str) -> Role:
    """Return what the one who asserts a record is to a standing: the origin of its speakers counts."""
    if not record.said_by:
        return "press"
    speaker = record.said_by[-1]
    if speaker.country == subject:
        return "member" if speaker.sector in FOR_THE_STATE else "other"
    return "body" if whole(speaker.country) == of or _organ(speaker.country, of) else "other"


def _organ(code: str, of: str) -> bool:
    known = institutions().get(code.removeprefix("IGO:"))
    return known is not None and bool(known.parent) and f"IGO:{known.parent}" == of


def voice(report: Report) -> str:
    """Return who speaks, so that a later word can be told to be the same one's: a person, an office, an outlet."""
    if not report.record.said_by:
        return report.source.outlet or report.source.article
    speaker = report.record.said_by[-1]
    return f"{speaker.country} {speaker.role or speaker.person.casefold() or speaker.sector}"
