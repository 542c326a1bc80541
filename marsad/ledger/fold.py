"""The fold: claims about one aspect, in the order of the time they speak of, become the stretches of a standing."""

import datetime
from collections.abc import Iterable

import msgspec

from marsad.ledger.claims import Claim
from marsad.ledger.rules import (
    AT_ONE_TIME,
    CONFIRMS,
    ENOUGH_TO_TURN,
    OBSERVED,
    WEIGHTS,
    agrees,
    lasting,
    may_follow,
)


class Stretch(msgspec.Struct):
    """A value that holds from its first claim on until the next stretch; `against` holds the claims that differ.

    `opening` is the claim that brought it about, `before` what held until then.
    """

    opening: Claim
    before: str = ""
    claims: list[Claim] = msgspec.field(default_factory=list)
    against: list[Claim] = msgspec.field(default_factory=list)

    @property
    def until(self) -> datetime.date | None:
        """The last day that its claims tell, None where one of them leaves that open."""
        ends = [claim.until for claim in self.claims]
        return max(end for end in ends if end is not None) if all(ends) else None

    @property
    def weight(self) -> int:
        """What the weightiest of its claims weighs."""
        return max(weight(claim) for claim in self.claims)


def weight(claim: Claim) -> int:
    """Return what a claim weighs on its axis."""
    return WEIGHTS[claim.axis][claim.role]


def fold(claims: Iterable[Claim]) -> list[Stretch]:
    """Return the stretches that actual claims of one aspect make, in the order of time.

    The claims have to be sorted by `order`; the result does not depend on anything else.
    """
    stretches: list[Stretch] = []
    for claim in claims:
        now = stretches[-1] if stretches else None
        if now is None:
            stretches.append(Stretch(claim, claims=[claim]))
        elif _supports(claim, now):
            now.claims.append(claim)
        elif _turns(claim, now):
            stretches.append(Stretch(claim, lasting(now.opening.value), [claim]))
        elif _outweighs(claim, now):
            stretches[-1] = Stretch(claim, now.before, [claim], [*now.claims, *now.against])
        else:
            now.against.append(claim)
    return stretches


def _supports(claim: Claim, now: Stretch) -> bool:
    return claim.value in CONFIRMS or lasting(claim.value) == lasting(now.opening.value)


def _turns(claim: Claim, now: Stretch) -> bool:
    """Return whether a claim that differs tells what came next."""
    if _is_fixed(claim, now):
        return False
    before, later = now.opening, claim.at > now.opening.at
    if before.value in CONFIRMS or agrees(claim.value, before.value):
        return True
    enough = weight(claim) >= min(ENOUGH_TO_TURN, now.weight)
    if later and enough and may_follow(claim.aspect, claim.value, lasting(before.value)):
        return True
    if claim.axis in OBSERVED:
        return weight(claim) >= now.weight and (_own_word(claim, now) or _apart(claim, now))
    return _own_word(claim, now) and later


def _is_fixed(claim: Claim, now: Stretch) -> bool:
    """Return whether the tables of institutions know until when the present value held, and a claim differs before."""
    ends = [other.until for other in now.claims if other.baseline and other.until is not None]
    return not claim.baseline and any(claim.at < end for end in ends)


def _own_word(claim: Claim, now: Stretch) -> bool:
    """Return whether nobody but the speaker of a claim carries what it replaces."""
    return all(other.voice == claim.voice for other in now.claims)


def _apart(claim: Claim, now: Stretch) -> bool:
    return (claim.at - max(other.at for other in now.claims)).days > AT_ONE_TIME


def _outweighs(claim: Claim, now: Stretch) -> bool:
    """Return whether a claim puts right what others, who weigh less, had said of the same time."""
    return weight(claim) > now.weight
