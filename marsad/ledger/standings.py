"""Standings: where a party stands in an institution, as of a day and by what was public on another."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from marsad.ledger.baseline import known_memberships
from marsad.ledger.claims import Claim, claims, public, whole
from marsad.ledger.doubts import doubts, is_doubtful
from marsad.ledger.fold import Stretch, fold
from marsad.ledger.model import AxisStanding, Change, Position, Standings, word
from marsad.ledger.noted import denials, noted
from marsad.ledger.positions import position
from marsad.ledger.rules import ASPECTS, ENDS, OBSERVED, OUT, lasting
from marsad.ledger.turns import change
from marsad.ledger.unsupported import contest, unsupported
from marsad.model.report import Report
from marsad.model.values import Aspect, Axis
from marsad.stories import Counts, Origins

Place = tuple[Aspect, str]  # an aspect, and the file that it is limited to
MEMBERSHIP: Place = ("membership", "")


def standings(
    reports: Iterable[Report],
    *,
    subject: str,
    of: str,
    as_of: datetime.date | None = None,
    known: datetime.date | None = None,
) -> Standings:
    """Return where a party (`ARM`) stands in an institution (`IGO:CSTO`) on all axes.

    `as_of` is the day asked for, `known` the day by which the reports had to be public; left out, both are the day of
    the latest report. Reports may come in any order and more than once, and may be about other matters too.

    >>> from datetime import date
    >>> found = standings([], subject="FIN", of="IGO:NATO", as_of=date(2024, 1, 1), known=date(2024, 1, 1))
    >>> found.axes["legal"].value, found.axes["legal"].positions[0].since.start.isoformat()
    ('member', '2023-04-04')
    >>> standings([], subject="FIN", of="IGO:NATO", as_of=date(2024, 1, 1), known=date(2023, 1, 1)).axes["legal"].value
    """
    given = list(reports)
    latest = max((report.source.known for report in given), default=datetime.date.today())
    known = known or latest
    ledger = _Ledger(public(given, known), subject, whole(of), known)
    return ledger.standings(as_of or known)


def history(
    reports: Iterable[Report],
    *,
    subject: str,
    of: str,
    as_of: datetime.date | None = None,
    known: datetime.date | None = None,
) -> tuple[Change, ...]:
    """Return each turn in the standing of a party in an institution, the earliest first; asked for as `standings`."""
    given = list(reports)
    known = known or max((report.source.known for report in given), default=datetime.date.today())
    return _Ledger(public(given, known), subject, whole(of), known).history(as_of or known)


class _Ledger:
    """The claims about one party in one institution, folded."""

    def __init__(self, reports: list[Report], subject: str, of: str, known: datetime.date) -> None:
        self.reports, self.subject, self.of, self.known = reports, subject, of, known
        told = claims(reports, subject, of)
        self.claims = [claim for claim in told if not is_doubtful(claim)]
        self.baseline = known_memberships(subject, of, known)
        self.told = [claim.report for claim in told if claim.report is not None]

    @cached_property
    def origins(self) -> Origins:
        """The stories and origins of what is told of this standing."""
        return Origins(self.told)

    def standings(self, as_of: datetime.date) -> Standings:
        """Return the standing on every axis as of a day."""
        folded = self._folded(as_of)
        return Standings(
            subject=self.subject, of=self.of, as_of=as_of, known=self.known,
            axes={axis: self._axis(axis, folded, as_of) for axis in ASPECTS},
            warnings=doubts(self.reports, self.subject, self.of),
            history=self.history(as_of),
        )  # fmt: skip

    def _folded(self, as_of: datetime.date) -> dict[Place, list[Stretch]]:
        """Return the stretches of every aspect and file up to a day."""
        actual: defaultdict[Place, list[Claim]] = defaultdict(list)
        for claim in sorted([*self.baseline, *self.claims], key=lambda claim: claim.order):
            if claim.status == "actual" and claim.at <= as_of:
                actual[claim.aspect, claim.file].append(claim)
        weak = unsupported(actual[MEMBERSHIP], self.of, lambda: self.origins)
        actual[MEMBERSHIP] = [claim for claim in actual[MEMBERSHIP] if claim not in weak]
        folded = {place: fold(found) for place, found in actual.items()}
        contest(folded[MEMBERSHIP], weak)
        return folded

    def _axis(self, axis: Axis, folded: dict[Place, list[Stretch]], as_of: datetime.date) -> AxisStanding:
        present = list(_present(axis, folded, as_of))
        others = [claim for claim in self.claims if claim.axis == axis and claim.status != "actual"]
        against = [self._against(stretch, as_of) for stretch in present]
        positions = tuple(position(stretch.claims, self.origins, stretch.opening) for stretch in present)
        heard = [claim.report for stretch in present for claim in stretch.claims if claim.report is not None]
        disputed = [claim.report for found in against for claim in found if claim.report is not None]
        return AxisStanding(
            axis=axis,
            value=positions[0].value if positions else None,
            since=positions[0].since if positions else None,
            moot=axis != "legal" and _is_out(folded),
            counts=self._counts(heard, positions),
            positions=positions,
            contested=tuple(position(group, self.origins) for found in against for group in _by_value(found)),
            noted=noted(others, self.claims, as_of),
            words=tuple(word(report) for report in {report.record.id: report for report in heard + disputed}.values()),
        )

    def _counts(self, heard: list[Report], positions: tuple[Position, ...]) -> Counts:
        """Return the three counts of an axis; its events are those of its positions."""
        counts = self.origins.counts(heard)
        return Counts(counts.reports, sum(position.counts.events for position in positions), counts.origins)

    def _against(self, stretch: Stretch, as_of: datetime.date) -> list[Claim]:
        """Return the claims of others, and the denials, that what holds is so."""
        differing = [claim for claim in stretch.against if claim.until is None or claim.until >= as_of]
        return [*differing, *denials(stretch, self.claims, as_of)]

    def history(self, as_of: datetime.date) -> tuple[Change, ...]:
        """Return the turns up to a day in the order of time."""
        stretches = (stretch for found in self._folded(as_of).values() for stretch in found)
        return tuple(sorted((change(stretch, self.subject, self.of) for stretch in stretches), key=_time))


def _time(change: Change) -> tuple[datetime.date, str, str, str]:
    since = change.since.start if change.since is not None else None
    return since or change.known or datetime.date.min, change.axis, change.aspect, change.value


def _present(axis: Axis, folded: dict[Place, list[Stretch]], as_of: datetime.date) -> Iterator[Stretch]:
    """Yield what holds on an axis, the stretch that gives the axis its value first."""
    last = [(place, found[-1]) for place, found in folded.items() if found and place[0] in ASPECTS[axis]]
    lasting_ones = [(place, now) for place, now in last if not _is_over(place[0], now, folded, as_of)]
    order = ASPECTS[axis]
    if axis in OBSERVED:
        lasting_ones.sort(key=lambda item: (bool(item[0][1]), -_seen(item[1]), order.index(item[0][0]), item[0][1]))
    else:
        lasting_ones.sort(key=lambda item: (bool(item[0][1]), order.index(item[0][0]), item[0][1]))
    yield from (now for _, now in lasting_ones)


def _seen(stretch: Stretch) -> int:
    return max(claim.at for claim in stretch.claims).toordinal()


def _is_over(aspect: Aspect, now: Stretch, folded: dict[Place, list[Stretch]], as_of: datetime.date) -> bool:
    """Return whether a stretch has run out, or a turn of another aspect has ended it."""
    if now.until is not None and now.until < as_of:
        return True
    turns = (other.opening for found in folded.values() for other in found)
    return any(
        lasting(now.opening.value) in ENDS.get(turn.value, {}).get(aspect, ()) and turn.at >= now.opening.at
        for turn in turns
        if turn.aspect != aspect
    )


def _is_out(folded: dict[Place, list[Stretch]]) -> bool:
    legal = folded.get(MEMBERSHIP)
    return bool(legal) and legal[-1].opening.value in OUT  # type: ignore[index]


def _by_value(found: list[Claim]) -> list[list[Claim]]:
    """Return claims that differ from what holds, those that say the same together."""
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in sorted(found, key=lambda claim: claim.order):
        groups[lasting(claim.value), claim.status].append(claim)
    return list(groups.values())
