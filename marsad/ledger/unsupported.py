"""Turns of a membership against the known ones: one origin alone does not overturn the tables of institutions."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from marsad.ledger.claims import Claim, whole
from marsad.ledger.fold import Stretch, fold
from marsad.ledger.rules import ENOUGH_ORIGINS, agrees, lasting
from marsad.stories import Origins


def unsupported(claims: Sequence[Claim], of: str, origins: Callable[[], Origins]) -> list[Claim]:
    """Return those claims about a membership that differ from the tables of their time and are not carried enough.

    Enough is the word or the act of the body itself, or several independent origins that say the same. Where the tables
    have nothing of the party, nothing is against them. `origins` is only made where it is needed.
    """
    base = [claim for claim in claims if claim.baseline]
    against: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if not claim.baseline and _differs(claim, base):
            against[lasting(claim.value)].append(claim)
    weak = (found for found in against.values() if not _is_carried(found, of, origins))
    return [claim for found in weak for claim in found]


def _differs(claim: Claim, base: Sequence[Claim]) -> bool:
    known = fold(other for other in base if other.at <= claim.at)
    return bool(known) and not agrees(claim.value, known[-1].opening.value)


def _is_carried(found: Sequence[Claim], of: str, origins: Callable[[], Origins]) -> bool:
    if any(claim.role == "body" or any(whole(actor.country) == of for actor in claim.by) for claim in found):
        return True
    return origins().counts(claim.report for claim in found if claim.report is not None).origins >= ENOUGH_ORIGINS


def contest(stretches: Sequence[Stretch], weak: Sequence[Claim]) -> None:
    """Put the weak claims that speak of the time of the last stretch, and of something else, beside it."""
    if stretches:
        now = stretches[-1]
        value = lasting(now.opening.value)
        now.against += [claim for claim in weak if claim.at >= now.opening.at and lasting(claim.value) != value]
