"""Dates that two expressions tell together: "from March to May 2023", "on 3 and on 5 June", "from Monday to Friday"."""

import datetime
import re

from marsad.mentions.items import Item
from marsad.model.values import Interval
from marsad.records.found_dates import Found
from marsad.records.spacing import since

# What leads from the first of two dates to the last one.
_LEADS = frozenset({"to", "until"})
_YEAR = re.compile(r"\d{4}")
_WEEK = datetime.timedelta(days=7)
_LONGEST_MONTH = 31


def joined_dates(found: list[Found], last: Found, row: list[Item]) -> list[Found]:
    """Return the dates with one more behind them, which may end a range, tell the year of the one before, or have that
    for a part of its own ("summer", "2022").
    """
    if not found or found[-1].end > last.k:
        return [*(f for f in found if f.end <= last.k), last]
    before = found[-1]
    if last.k - before.end > 1 or not _datable(before, last):
        return [*found, last]
    return [*found[:-1], *_linked(before, last, row)]


def _datable(first: Found, last: Found) -> bool:
    """Return whether both dates have two ends, and neither is that of something else."""
    ends = (end for date in (first, last) for i in (date.back, date.ahead) for end in (i.start, i.end))
    return all(end is not None for end in ends) and not any(
        d.attribute or d.forward or d.counted for d in (first, last)
    )


def _linked(first: Found, last: Found, row: list[Item]) -> list[Found]:
    link, opening = row[first.end : last.k], row[first.k - 1 : first.k]
    led = any(leads(item, opening) for item in link)
    if not led and not any(item.is_function("conj", "and") for item in link) and "and" not in row[last.k].marks:
        return [first, last]
    dated = first if _told(first) else _before(first, last)
    between = any(item.role == "between" for item in opening)
    if led or between or _next_month(dated.back, last.back):
        return [_range(dated, last)]
    return [dated, last]


def leads(link: Item, opening: list[Item]) -> bool:
    """Return whether a word leads from a first date to a last one: one that says other things too, behind "from"."""
    if link.kind != "function" or link.role in _LEADS:
        return link.role in _LEADS
    readings = link.span.readings if link.span is not None else ()
    return since(opening) and any(r.entry.value == "prep" and r.entry.role == "until" for r in readings)


def _told(date: Found) -> bool:
    """Return whether a date has its year with it: "March", said in March, means one month backwards and ahead too."""
    same = (date.back.start, date.back.end) == (date.ahead.start, date.ahead.end)
    return same and _YEAR.search(date.back.text) is not None


def _before(first: Found, last: Found) -> Found:
    """Return the first of two dates, told without a year: the last such one before the other."""
    if not _told(last):
        return first._replace(back=_moved(first.back, last.back))
    moved = _moved(_in_year(first.back, last.back), last.back)
    return first._replace(back=moved, ahead=moved)


def _in_year(first: Interval, last: Interval) -> Interval:
    assert first.start is not None and last.start is not None
    return _shifted(first, last.start.year - first.start.year)


def _moved(first: Interval, last: Interval) -> Interval:
    """Return the first date so that it does not begin after the last: a weekday a week, any other a year earlier."""
    assert first.start is not None and first.end is not None and last.start is not None
    if first.start <= last.start:
        return first
    if (first.start - last.start) < _WEEK:
        return Interval(first.start - _WEEK, first.end - _WEEK, first.precision, first.text)
    return _shifted(first, -1)


def _shifted(date: Interval, years: int) -> Interval:
    assert date.start is not None and date.end is not None
    start, end = (_same_day(day, years) for day in (date.start, date.end))
    return Interval(start, end, date.precision, date.text)


def _same_day(day: datetime.date, years: int) -> datetime.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)  # the 29th of February


def _next_month(first: Interval, last: Interval) -> bool:
    """Return whether the one month follows the other ("in March and April")."""
    if first.precision != "month" or last.precision != "month":
        return False
    return last.start is not None and first.end is not None and 0 < (last.start - first.end).days < _LONGEST_MONTH


def _range(first: Found, last: Found) -> Found:
    ends = last.ahead.end
    assert first.ahead.start is not None and ends is not None
    if ends < first.ahead.start:
        ends += _WEEK
    back = Interval(first.back.start, last.back.end, "range")
    return Found(first.k, last.end, back, Interval(first.ahead.start, ends, "range"))
