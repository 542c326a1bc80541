"""Positions: claims that say the same, as one value with since, on whose word, and how many."""

import datetime
from collections.abc import Iterable, Sequence

from marsad.ledger.claims import BEGINNING, Claim
from marsad.ledger.model import Position
from marsad.ledger.rules import lasting
from marsad.model.report import Report
from marsad.model.values import Actor, Interval
from marsad.stories import Counts, Origins


def position(found: Sequence[Claim], origins: Origins, opening: Claim | None = None) -> Position:
    """Return the position that claims of one value make; `opening` is the one it came about by, else the first."""
    first = opening or found[0]
    reports = [claim.report for claim in found if claim.report is not None]
    return Position(
        aspect=first.aspect, value=lasting(first.value) if first.status == "actual" else first.value,
        status=first.status, file=first.file,
        since=begun(found, first),
        until=_until(found), by=_unique(actor for claim in found for actor in claim.by),
        said_by=_unique(report.record.said_by[-1] for report in reports if report.record.said_by),
        roles=tuple(sorted({claim.role for claim in found})), counts=counted(reports, origins),
        evidence=tuple(dict.fromkeys(report.record.id for report in reports)),
        baseline=next((claim.baseline for claim in found if claim.baseline), ""),
    )  # fmt: skip


def counted(reports: Sequence[Report], origins: Origins) -> Counts:
    """Return the three counts of reports of one state: those that name no day tell of the same event as the others."""
    counts = origins.counts(reports)
    dated = {origins.happening(report) for report in reports if report.record.date is not None}
    return Counts(counts.reports, max(len(dated), min(1, len(reports))), counts.origins)


def begun(found: Sequence[Claim], opening: Claim) -> Interval | None:
    """Return since when claims of one value hold: the day that the tables give goes before what a text gives."""
    return since(next((claim for claim in found if claim.baseline and claim.when), opening))


def since(claim: Claim) -> Interval | None:
    """Return since when a claim holds: its own date, else open at its start until the day it was told."""
    if claim.when is not None:
        return claim.when
    return None if claim.at == BEGINNING else Interval(None, claim.at, "open")


def _until(found: Sequence[Claim]) -> datetime.date | None:
    ends = [claim.until for claim in found]
    return max(end for end in ends if end is not None) if all(ends) else None


def _unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return actors once each, by their code, role and person."""
    found: dict[tuple[str, str, str], Actor] = {}
    for actor in actors:
        found.setdefault((actor.code, actor.role, actor.person), actor)
    return tuple(found.values())
