"""Positions on issues: where a party stands now, and where it stood before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from marsad.ledger.steps import Asked, Day, Step, Told, counts, since, states, step, told, vague
from marsad.model.records import Stance
from marsad.model.report import Report
from marsad.model.values import Interval, StanceValue
from marsad.stories import Counts


class StanceStanding(msgspec.Struct, frozen=True, kw_only=True):
    """The position of a party on an issue: the latest that is told as a fact, each step before, and what is noted."""

    holder: tuple[str, ...]
    issue: str
    stance: StanceValue | None
    since: Interval | None = None
    counts: Counts = Counts()
    history: tuple[Step, ...] = ()
    noted: tuple[Step, ...] = ()


def stances(
    reports: Iterable[Report], *, holder: str = "", as_of: Day = None, known: Day = None
) -> tuple[StanceStanding, ...]:
    """Return the positions that reports tell of, those of one party only where it is given."""
    threads: defaultdict[tuple[tuple[str, ...], str, str], list[Told[Stance]]] = defaultdict(list)
    found = told(reports, Stance, Asked(as_of, known))
    apart = vague(found, lambda record: not record.issue or not states(record.holder))
    for one in found:
        key = states(one.record.holder), one.record.issue.casefold(), apart.get(one.record.id, "")
        if not holder or holder in key[0]:
            threads[key].append(one)
    return tuple(_thread(key[0], threads[key]) for key in sorted(threads))


def _thread(holder: tuple[str, ...], found: Sequence[Told[Stance]]) -> StanceStanding:
    actual = [one for one in found if one.record.status == "actual"]
    turns = [one for k, one in enumerate(actual) if not k or one.record.stance != actual[k - 1].record.stance]
    now = turns[-1] if turns else None
    return StanceStanding(
        holder=holder, issue=found[0].record.issue, stance=now.record.stance if now else None,
        since=since(now) if now else None, counts=counts(actual), history=_steps(turns),
        noted=_steps([one for one in found if one.record.status != "actual"]),
    )  # fmt: skip


def _steps(found: Sequence[Told[Stance]]) -> tuple[Step, ...]:
    return tuple(step(one, one.record.stance) for one in found)
