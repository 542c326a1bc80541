"""Claims that change no standing: what is planned, possible, alleged, denied ..., and what it answers."""

import datetime
from collections.abc import Iterable

from marsad.ledger.claims import Claim
from marsad.ledger.fold import Stretch
from marsad.ledger.model import Noted, word
from marsad.ledger.rules import DENIES, lasting

NOT_SO = ("denied", "negated")
AWAITED = ("planned", "conditional")


def noted(others: Iterable[Claim], told: Iterable[Claim], as_of: datetime.date) -> tuple[Noted, ...]:
    """Return the claims that change nothing, as far as they were made or spoke of a time before a day."""
    claims = list(told)
    heard = [claim for claim in others if min(claim.known, claim.at) <= as_of]
    return tuple(_noted(claim, claims, as_of) for claim in heard)


def _noted(claim: Claim, told: list[Claim], as_of: datetime.date) -> Noted:
    assert claim.report is not None
    return Noted(
        aspect=claim.aspect, value=claim.value, status=claim.status, word=word(claim.report), date=claim.when,
        answers=_answered(claim, told) if claim.status in NOT_SO else (), overdue=_is_overdue(claim, told, as_of),
    )  # fmt: skip


def _answered(denial: Claim, told: list[Claim]) -> tuple[str, ...]:
    """Return the records that said what is denied, as a fact or a plan, and were public by then."""
    return tuple(c.id for c in told if c.status not in NOT_SO and _denies(denial, c) and c.known <= denial.known)


def _is_overdue(claim: Claim, told: list[Claim], as_of: datetime.date) -> bool:
    """Return whether a plan's day has passed by `as_of` and nobody says that it came to be."""
    due = claim.when.end if claim.when is not None else None
    if claim.status not in AWAITED or due is None or not claim.known < due < as_of:
        return False
    actual = (other for other in told if other.status == "actual")
    return not any(_same(other, claim) and other.at >= claim.known for other in actual)


def denials(stretch: Stretch, told: Iterable[Claim], as_of: datetime.date) -> list[Claim]:
    """Return the claims that what holds is not so, made since it holds."""
    started = min(stretch.opening.at, stretch.opening.known)
    return [
        claim
        for claim in told
        if claim.status in NOT_SO and _denies(claim, stretch.opening) and claim.at <= as_of and claim.known >= started
    ]


def _denies(denial: Claim, claim: Claim) -> bool:
    return _same(denial, claim) or (claim.aspect, claim.value) in DENIES.get(denial.value, ())


def _same(one: Claim, other: Claim) -> bool:
    return one.aspect == other.aspect and one.file == other.file and lasting(one.value) == lasting(other.value)
