"""Turns of a standing, each with the sentence that told it first."""

from marsad.ledger.claims import Claim
from marsad.ledger.fold import Stretch
from marsad.ledger.model import Change, word
from marsad.ledger.positions import begun


def change(stretch: Stretch, subject: str, of: str) -> Change:
    """Return the change that a stretch began with."""
    opening, first = stretch.opening, _first_told(stretch)
    return Change(
        subject=subject, of=of, axis=opening.axis, aspect=opening.aspect, value=opening.value, before=stretch.before,
        file=opening.file, since=begun(stretch.claims, opening), known=first.known if first is not None else None,
        word=word(first.report) if first is not None and first.report is not None else None,
        baseline=next((claim.baseline for claim in stretch.claims if claim.baseline), ""),
    )  # fmt: skip


def _first_told(stretch: Stretch) -> Claim | None:
    """Return the claim that made it public, None where only the known membership tells it."""
    told = [claim for claim in stretch.claims if claim.report is not None]
    return min(told, key=lambda claim: claim.told, default=None)
