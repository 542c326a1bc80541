"""What the store knows of a state or a pair, put together for a reader: one to two pages, the latest first."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from marsad.ledger import (
    AgreementStanding,
    Change,
    CommitmentStanding,
    Doubt,
    Dyad,
    MeetingStanding,
    Standings,
    Word,
    agreements,
    changes,
    commitments,
    dyad,
    meetings,
    standings,
)
from marsad.ledger.claims import whole
from marsad.model.records import Event, Standing
from marsad.model.report import Report
from marsad.stories import Counts, Origins

MOST = 6  # entries of a section: two pages hold no more
STRONGEST = 8  # events
Thread = TypeVar("Thread", CommitmentStanding, AgreementStanding, MeetingStanding)


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """A state, or a state and another party, as of a day: `counts` are those of all reports since the day asked for.

    `left_out` says by section how many entries found no room.
    """

    one: str
    other: str
    since: datetime.date | None
    as_of: datetime.date
    counts: Counts
    standings: tuple[Standings, ...] = ()
    changes: tuple[Change, ...] = ()
    commitments: tuple[CommitmentStanding, ...] = ()
    agreements: tuple[AgreementStanding, ...] = ()
    meetings: tuple[MeetingStanding, ...] = ()
    dyad: Dyad | None = None
    events: tuple[Report, ...] = ()
    event_counts: tuple[Counts, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    left_out: dict[str, int] = {}


def dossier(reports: Iterable[Report], one: str, other: str = "", since: datetime.date | None = None) -> Dossier:
    """Return the dossier of a party, or of two, from the reports about them."""
    given = list(reports)
    as_of = max((report.source.known for report in given), default=datetime.date.today())
    recent = [report for report in given if since is None or report.source.known >= since]
    found: dict[str, Sequence[Any]] = {
        "standings": _standings(given, one, other, since),
        "changes": [] if since is None else [c for c in changes(given, since) if _concerns(c, one, other)],
        "commitments": _latest(_promises(given, one, other), since),
        "agreements": _latest(agreements(given, party=one, other=other), since),
        "meetings": [m for m in _latest(meetings(given, party=one), since) if _meets(m, other)],
    }
    events, counts = _events(recent, one, other)
    return Dossier(
        one=one, other=other, since=since, as_of=as_of, counts=Origins(recent).counts(recent),
        dyad=dyad(recent, one=one, other=other), events=events, event_counts=counts,
        left_out={name: len(part) - MOST for name, part in found.items() if len(part) > MOST},
        doubts=tuple(d for s in found["standings"] for d in s.warnings)[:MOST],
        **{name: tuple(part[:MOST]) for name, part in found.items()},
    )  # fmt: skip


def _standings(given: list[Report], one: str, other: str, since: datetime.date | None) -> list[Standings]:
    """Return the standings that reports tell of, of the institution told of last first."""
    last: dict[str, datetime.date] = {}
    for report in given:
        record = report.record
        if isinstance(record, Standing) and record.subject.country == one:
            body = whole(record.of)
            last[body] = max(report.source.known, last.get(body, datetime.date.min))
    wanted = [b for b in last if (not other or b == other) and (since is None or last[b] >= since)]
    return [standings(given, subject=one, of=of) for of in sorted(wanted, key=lambda b: (-last[b].toordinal(), b))]


def _concerns(change: Change, one: str, other: str) -> bool:
    return change.subject == one and other in ("", change.of)


def _promises(given: list[Report], one: str, other: str) -> list[CommitmentStanding]:
    """Return the promises that the one made (to the other), then those made to it (by the other)."""
    made = commitments(given, by=one, to=other)
    return [*made, *(c for c in commitments(given, by=other, to=one) if c not in made)]


def _latest(threads: Sequence[Thread], since: datetime.date | None) -> list[Thread]:
    """Return the threads that something was told of since a day, those told of last first."""
    dated = [(word.known, number) for number, thread in enumerate(threads) if (word := last_word(thread)) is not None]
    wanted = [(known, number) for known, number in dated if since is None or known >= since]
    return [threads[number] for known, number in sorted(wanted, key=lambda item: (-item[0].toordinal(), item[1]))]


def last_word(thread: CommitmentStanding | AgreementStanding | MeetingStanding) -> Word | None:
    """Return the witness of what was told last of a promise, a treaty or a meeting."""
    steps = (
        thread.history
        or getattr(thread, "noted", ())
        or getattr(thread, "expected", ())
        or getattr(thread, "beside", ())
    )
    return steps[-1].word if steps else None


def _meets(meeting: MeetingStanding, other: str) -> bool:
    return not other or other == meeting.of or other in meeting.participants


def _events(recent: list[Report], one: str, other: str) -> tuple[tuple[Report, ...], tuple[Counts, ...]]:
    """Return the strongest events of the party (with the other), each once with its counts, in the order of time."""
    told = [report for report in recent if isinstance(r := report.record, Event) and _takes_part(r, one, other)]
    origins = Origins(told)
    happenings: dict[str, list[Report]] = {}
    for report in told:
        happenings.setdefault(origins.happening(report), []).append(report)
    strongest = sorted(happenings.values(), key=lambda group: -max(abs(_score(r)) for r in group))[:STRONGEST]
    ordered = sorted(strongest, key=lambda group: (group[0].source.known, group[0].record.id))
    return tuple(group[0] for group in ordered), tuple(origins.counts(group) for group in ordered)


def _takes_part(event: Event, one: str, other: str) -> bool:
    countries = {actor.country for actor in (*event.actor, *event.recipient)}
    return event.status == "actual" and {one, other} - {""} <= countries


def _score(report: Report) -> float:
    return report.record.score if isinstance(report.record, Event) else 0.0
