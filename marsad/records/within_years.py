"""Days and months told beside the year in which they lie."""

from marsad.model.values import Interval
from marsad.records.found_dates import Found

# How many items behind a year the month in it may stand.
WITHIN = 8


def within_year(year: Found, dates: list[Found]) -> Found:
    """Return the month or day that says when in a year ("next year's summit ... in May"), else the year."""
    start = year.ahead.start
    if year.ahead.precision != "year" or start is None:
        return year
    for found in dates:
        if year.k < found.k <= year.k + WITHIN and found.ahead.precision in ("day", "month"):
            there = _moved(found.ahead, start.year)
            return found._replace(back=there, ahead=there)
    return year


def _moved(interval: Interval, year: int) -> Interval:
    """Return the same days in a year."""
    ends = [
        day.replace(year=year, day=min(day.day, 28 if day.month == 2 else day.day)) if day is not None else None
        for day in (interval.start, interval.end)
    ]
    return Interval(ends[0], ends[1], interval.precision, interval.text)
