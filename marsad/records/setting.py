"""What all records of one clause share."""

import msgspec

from marsad.model.values import Actor, Evidence, Interval, Status
from marsad.records.fields import REFUSED, THREAT, THREATENED


class Setting(msgspec.Struct, frozen=True):
    """What all records of one clause share.

    `refused` tells that it will not be, not only that it has not been; `acts` are those of the words it stands under,
    `alleged` that somebody only claims it; `due` is a date still to come, `demanded` that somebody only asks for it,
    `pending` that it has not been done so far, `withheld` that it will not be done but on a condition.
    """

    article: str
    evidence: Evidence
    said_by: tuple[Actor, ...]
    date: Interval | None
    status: Status
    confidence: float
    refused: bool = False
    acts: frozenset[str] = frozenset()
    alleged: bool = False
    due: Interval | None = None
    demanded: bool = False
    pending: bool = False
    withheld: bool = False

    @property
    def unwilling(self) -> bool:
        """Whether somebody will not do it, be it only for as long as something else is not done."""
        return self.refused or self.withheld

    def told(self, status: Status) -> Status:
        """Return the status of an event that may be refused: what is withheld on a condition will not be."""
        return "negated" if self.withheld and status == "conditional" else status

    @property
    def ways(self) -> set[str]:
        """What `only` of a record may ask for: the status, whether it is refused, whether somebody threatens it."""
        told = ((self.refused, REFUSED), (THREAT in self.acts, THREATENED))
        return {self.status, *(way for holds, way in told if holds)}
