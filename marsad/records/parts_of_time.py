"""Parts of a month or a year: "early in May", "the second half of 2022", "last autumn", "the weekend"."""

import datetime

from marsad.model.values import Interval, Precision

Day = datetime.date
# The months of a year, counted from its first, that each of its parts takes: from, up to.
_OF_YEAR = {
    "early": (0, 4), "mid": (4, 8), "late": (8, 12), "half-1": (0, 6), "half-2": (6, 12),
    "quarter-1": (0, 3), "quarter-2": (3, 6), "quarter-3": (6, 9), "quarter-4": (9, 12),
}  # fmt: skip
# The days of a month that each of its parts takes, 0 for its last one.
_OF_MONTH = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 0), "half-1": (1, 15), "half-2": (16, 0),
    "week-1": (1, 7), "week-2": (8, 14), "week-3": (15, 21), "week-4": (22, 28), "week-last": (22, 0),
}  # fmt: skip
# The first month of a season, as the weather services of the northern hemisphere count them (WMO: three whole months),
# and how many months of the Solar Hijri year, whose seasons are those of the sun, lie before it.
SEASONS = {"spring": (3, 0), "summer": (6, 3), "autumn": (9, 6), "winter": (12, 9)}
PARTS = frozenset({*_OF_YEAR, *_OF_MONTH, *SEASONS})
_SATURDAY, _SUNDAY = 6, 7
# Up to how many days a month has.
_LONGEST = 31


def part_of(whole: Interval, part: str) -> Interval:
    """Return the part of a month or year that a word names, the whole where it has no such part or `part` is none.

    A winter belongs to two years: a year's is left as wide as the year.
    """
    if whole.start is None or whole.end is None or part not in PARTS:
        return whole
    if (whole.end - whole.start).days < _LONGEST:
        return _of_month(whole.start, whole.end, part) if whole.precision in ("month", "range") else whole
    return _of_year(whole.start, whole.end, part) if whole.precision == "year" else whole


def _of_month(first: Day, last: Day, part: str) -> Interval:
    days = _OF_MONTH.get(part)
    if days is None or last.day < days[1]:
        return Interval(first, last, "month")
    start = first + datetime.timedelta(days=days[0] - 1)
    return Interval(start, first + datetime.timedelta(days=days[1] - 1) if days[1] else last, "range")


def _of_year(first: Day, last: Day, part: str) -> Interval:
    months = _months_of_season(part, solar=first.month != 1) if part in SEASONS else _OF_YEAR.get(part)
    if months is None or months[1] > 12:
        return Interval(first, last, "year")
    precision: Precision = "season" if part in SEASONS else "range"
    return Interval(_later(first, months[0]), _later(first, months[1]) - datetime.timedelta(days=1), precision)


def _months_of_season(name: str, solar: bool) -> tuple[int, int]:
    month, passed = SEASONS[name]
    begin = passed if solar else month - 1
    return begin, begin + 3


def _later(day: Day, months: int) -> Day:
    whole = day.month - 1 + months
    return day.replace(year=day.year + whole // 12, month=whole % 12 + 1)


def season(published: Day, name: str, which: str) -> Interval | None:
    """Return the season that a phrase means on a day: `which` is "near" or "last" for the one last begun, "this" and
    "next" for the one not yet over.

    "Last summer" said in a summer is that of the year before.
    """
    month, _ = SEASONS[name]
    firsts = [Day(year, month, 1) for year in range(published.year - 2, published.year + 2)]
    known = [Interval(first, _later(first, 3) - datetime.timedelta(days=1), "season") for first in firsts]
    begun = [s for s in known if s.start is not None and s.start <= published]
    over = [s for s in known if s.end is not None and s.end < published]
    if which in ("near", "last"):
        return (over if which == "last" else begun)[-1]
    coming = [s for s in known if s not in over]
    return coming[0] if which == "this" or coming[0] not in begun else coming[1]


def weekend(published: Day, which: str) -> Interval:
    """Return the Saturday and Sunday that a phrase means on a day: "near" for those last begun, "next" for the next."""
    back = (published.isoweekday() - _SATURDAY) % 7
    saturday = published - datetime.timedelta(days=back)
    if which == "next":
        saturday += datetime.timedelta(days=7)
    return Interval(saturday, saturday + datetime.timedelta(days=_SUNDAY - _SATURDAY), "range")
