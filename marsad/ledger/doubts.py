"""Doubts: reports that can't be so, by the known memberships, and what may have been meant."""

from collections.abc import Iterable, Iterator

from marsad.ledger.claims import FOR_THE_STATE, Claim, whole
from marsad.ledger.model import Doubt, word
from marsad.model.records import Standing, Warning
from marsad.model.report import Report
from marsad.records.plausibility import is_impossible


def is_doubtful(claim: Claim) -> bool:
    """Return whether the known memberships deny that the party could do what a claim says; it changes no standing."""
    record = claim.report.record if claim.report is not None else None
    return isinstance(record, Standing) and is_impossible(record, claim.known)


def doubts(reports: Iterable[Report], subject: str, of: str) -> tuple[Doubt, ...]:
    """Return the reports about a party that can't be so and name an institution, or may have meant it."""
    found = {doubt.word.record: doubt for report in reports for doubt in _doubts(report, subject, of)}
    return tuple(sorted(found.values(), key=lambda doubt: (doubt.word.known, doubt.word.record)))


def _doubts(report: Report, subject: str, of: str) -> Iterator[Doubt]:
    record = report.record
    if isinstance(record, Warning) and any(_is(actor.code, subject) for actor in record.about):
        named = [whole(actor.code) for actor in record.about if actor.code.startswith("IGO:")]
        if of in (*named, whole(record.instead)):
            yield Doubt(of=next(iter(named), ""), why=record.why, word=word(report), instead=record.instead)


def _is(code: str, subject: str) -> bool:
    country, _, sector = code.partition(" ")
    return country == subject and sector in FOR_THE_STATE
