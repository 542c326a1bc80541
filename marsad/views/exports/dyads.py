"""Events as pairs of one who acts and one who is acted upon, which is how GDELT and ICEWS hold them."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import permutations, product

import msgspec

from marsad.inventory import inventory
from marsad.model.records import Event
from marsad.model.report import Report
from marsad.model.values import Actor

# Neither dataset has a status: what did not happen, or is only asked for or thought of, would stand there as a deed.
CODED = frozenset({"actual", "planned", "alleged"})
QUADS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}
UNKNOWN = "---"


class Dyad(msgspec.Struct, frozen=True):
    """One pair of an event; None for a side that the text leaves open. `number` counts the pairs of an event from 0."""

    report: Report
    event: Event
    source: Actor | None
    target: Actor | None
    number: int


def dyads(reports: Iterable[Report]) -> Iterator[Dyad]:
    """Yield the pairs of the events among the reports that happened, are announced or alleged."""
    for report in reports:
        event = report.record
        if isinstance(event, Event) and event.status in CODED:
            for number, (source, target) in enumerate(_pairs(event)):
                yield Dyad(report, event, source, target, number)


def _pairs(event: Event) -> Iterator[tuple[Actor | None, Actor | None]]:
    """Yield each actor with each recipient; those who act with one another in both directions."""
    actors = tuple({actor.code: actor for actor in event.actor}.values())
    if not event.recipient and len(actors) > 1 and _reciprocal(event):
        yield from permutations(actors, 2)
        return
    recipients = tuple({actor.code: actor for actor in event.recipient}.values())
    yield from product(actors or (None,), recipients or (None,))


def _reciprocal(event: Event) -> bool:
    """Return whether the concept that made the event has all its sides as actors."""
    concept = inventory().concepts.get(event.rule.rpartition(" ")[2])
    return concept is not None and concept.shape == "reciprocal"


def event_day(report: Report) -> datetime.date:
    """Return the day of an event: the first that the text names, else that of the report."""
    date = report.record.date
    named = (date.start or date.end) if date is not None else None
    return named or report.source.published or report.source.known


def quad(event: Event) -> int:
    """Return the quad class, 1 to 4: verbal and material cooperation, verbal and material conflict."""
    return QUADS[inventory().types[event.type].quad]


def number_of(text: str) -> int:
    """Return a positive number of 63 bits for an id, the same for the same id."""
    import hashlib

    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8], "big") >> 1
