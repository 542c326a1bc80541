"""Claims that change no standing: what is planned, possible, alleged, denied ..., and what it answers."""

import datetime
from collections.abc import Iterable

from marsad.ledger.claims import Claim
from marsad.ledger.fold import Stretch
from marsad.ledger.model import Noted, word
from marsad.ledger.rules import lasting

NOT_SO = ("denied", "negated")
AWAITED = ("planned", "conditional")


def noted(others: Iterable[Claim], told: Iterable[Claim], as_of: datetime.date) -> tuple[Noted, ...]:
    """Return the claims that change nothing, as far as they were made or spoke of a time before a day."""
    actual = [claim for claim in told if claim.status == "actual"]
    heard = [claim for claim in others if min(claim.known, claim.at) <= as_of]
    return tuple(_noted(claim, actual, as_of) for claim in heard)


def _noted(claim: Claim, actual: list[Claim], as_of: datetime.date) -> Noted:
    assert claim.report is not None
    return Noted(
        aspect=claim.aspect, value=claim.value, status=claim.status, word=word(claim.report), date=claim.when,
        answers=_answered(claim, actual) if claim.status in NOT_SO else (), overdue=_is_overdue(claim, actual, as_of),
    )  # fmt: skip


def _answered(denial: Claim, actual: list[Claim]) -> tuple[str, ...]:
    """Return the records that said what is denied, and were public by then."""
    return tuple(claim.id for claim in actual if _same(claim, denial) and claim.known <= denial.known)


def _is_overdue(claim: Claim, actual: list[Claim], as_of: datetime.date) -> bool:
    """Return whether a plan's day has passed by `as_of` and nobody says that it came to be."""
    due = claim.when.end if claim.when is not None else None
    if claim.status not in AWAITED or due is None or due >= as_of:
        return False
    return not any(_same(other, claim) and other.at >= claim.known for other in actual)


def denials(stretch: Stretch, others: Iterable[Claim], as_of: datetime.date) -> list[Claim]:
    """Return the claims that what holds is not so, made since it holds."""
    started = min(stretch.opening.at, stretch.opening.known)
    return [
        claim
        for claim in others
        if claim.status in NOT_SO and _same(claim, stretch.opening) and claim.at <= as_of and claim.known >= started
    ]


def _same(one: Claim, other: Claim) -> bool:
    return one.aspect == other.aspect and one.file == other.file and lasting(one.value) == lasting(other.value)
