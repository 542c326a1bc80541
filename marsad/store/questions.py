"""The questions of the ledger as methods of a store: each gathers the reports that it takes, and asks."""

import abc
import datetime
from collections.abc import Iterator
from typing import Unpack

from marsad import ledger
from marsad.ledger import (
    AgreementStanding,
    Change,
    CommitmentStanding,
    Dyad,
    MeetingStanding,
    StanceStanding,
    Standings,
)
from marsad.ledger.claims import organs, whole
from marsad.model.records import Standing
from marsad.model.report import Report
from marsad.store.querying import Filters

Day = datetime.date | None


class Questions(abc.ABC):
    """What can be asked of whatever has reports.

    Everywhere, `as_of` is the day asked about and `known` the day by which reports had to be public; both are that of
    the latest report where they are left out. Parties are codes: `ARM`, `IGO:CSTO`.
    """

    @abc.abstractmethod
    def reports(self, **filters: Unpack[Filters]) -> Iterator[Report]:
        """Yield the reports asked for."""

    def standings(self, subject: str, of: str, *, as_of: Day = None, known: Day = None) -> Standings:
        """Return where a party stands in an institution, on all axes, with the warnings about it and its history."""
        found = [
            report
            for code in organs(of)
            for report in self.reports(state=subject, institution=code, kind="standing", known=known)
        ]
        warnings = self.reports(state=subject, kind="warning", known=known)
        return ledger.standings([*found, *warnings], subject=subject, of=of, as_of=as_of, known=known)

    def all_standings(self, subject: str, *, as_of: Day = None, known: Day = None) -> tuple[Standings, ...]:
        """Return where a party stands in each institution of which reports tell something, in the order of codes."""
        reports = list(self.reports(state=subject, kind=("standing", "warning"), known=known))
        told = (report.record for report in reports)
        named = {whole(r.of) for r in told if isinstance(r, Standing) and r.subject.country == subject}
        found = (ledger.standings(reports, subject=subject, of=of, as_of=as_of, known=known) for of in sorted(named))
        return tuple(one for one in found if any(axis.positions or axis.noted for axis in one.axes.values()))

    def commitments(
        self, by: str = "", to: str = "", *, as_of: Day = None, known: Day = None
    ) -> tuple[CommitmentStanding, ...]:
        """Return promises and what became of them: of one party, to one, or all."""
        reports = self._of(by, to, "commitment", known)
        return ledger.commitments(reports, by=by, to=to, as_of=as_of, known=known)

    def agreements(
        self, party: str = "", other: str = "", *, as_of: Day = None, known: Day = None
    ) -> tuple[AgreementStanding, ...]:
        """Return treaties and deals and how far they are: of one or two parties, or all."""
        reports = self._of(party, other, "agreement", known)
        return ledger.agreements(reports, party=party, other=other, as_of=as_of, known=known)

    def meetings(
        self, party: str = "", *, upcoming: bool = False, as_of: Day = None, known: Day = None
    ) -> tuple[MeetingStanding, ...]:
        """Return meetings, who confirmed and who stays away: of one state or institution, or all."""
        reports = self._of(party, "", "meeting", known)
        return ledger.meetings(reports, party=party, upcoming=upcoming, as_of=as_of, known=known)

    def stances(self, holder: str = "", *, as_of: Day = None, known: Day = None) -> tuple[StanceStanding, ...]:
        """Return positions on issues: of one party, or all."""
        return ledger.stances(self._of(holder, "", "stance", known), holder=holder, as_of=as_of, known=known)

    def dyad(self, one: str, other: str, *, as_of: Day = None, known: Day = None) -> Dyad:
        """Return what two parties did to each other by month, and the stated turns of their relations."""
        reports = [r for kind in ("event", "relation") for r in self._of(one, other, kind, known)]
        return ledger.dyad(reports, one=one, other=other, as_of=as_of, known=known)

    def changes(self, since: datetime.date, *, state: str = "", known: Day = None) -> tuple[Change, ...]:
        """Return what has changed in any standing since a day, or in those of one state."""
        return ledger.changes(self._of(state, "", "standing", known), since, known=known)

    def _of(self, one: str, other: str, kind: str, known: Day) -> Iterator[Report]:
        """Return the reports of a kind in which one or two parties take part; an institution counts as a party."""
        filters: Filters = {"kind": kind, "known": known}
        if one or other:
            filters["state"] = one or other
        if one and other:
            filters["other"] = other
        return self.reports(**filters)
