"""How long before or after publication something is: background, or still to come."""

import datetime

from marsad.model.values import Interval

NONE, YEAR = datetime.timedelta(), datetime.timedelta(days=365)


def since(interval: Interval | None) -> Interval | None:
    """Return an interval as one that began with it and goes on, None for no interval."""
    return interval and Interval(interval.start, None, "open", interval.text)


def years_before(interval: Interval | None, published: datetime.date | None) -> bool:
    """Return whether an interval ended more than a year before publication: told as background. Of a whole year its
    middle counts.
    """
    if interval is None or interval.end is None or published is None:
        return False
    rest = (interval.end - interval.start) // 2 if interval.precision == "year" and interval.start else NONE
    return published - interval.end + rest > YEAR


def began_years_before(interval: Interval | None, published: datetime.date | None) -> bool:
    """Return whether an interval without an end began more than a year before publication ("since 2016, when ...")."""
    if interval is None or interval.end is not None or interval.start is None or published is None:
        return False
    return (published - interval.start).days > 365


def gone_by(interval: Interval | None, published: datetime.date | None) -> bool:
    """Return whether an interval ends before publication."""
    return interval is not None and interval.end is not None and published is not None and interval.end < published


def still_ahead(interval: Interval | None, published: datetime.date | None) -> bool:
    """Return whether an interval begins after publication ("are meeting next week")."""
    return interval is not None and interval.start is not None and published is not None and interval.start > published
