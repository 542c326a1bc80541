"""Phrases for time that count from the day of publication: "yesterday", "last May", "early next year", "in summer"."""

import datetime
import re

from marsad.model.values import Interval
from marsad.records.calendars import solar_year, span
from marsad.records.parts_of_time import PARTS, SEASONS, part_of, season, weekend

Day = datetime.date
WEEKEND = "weekend"
_YEARLY = frozenset({"year", "solar-year", "span", "past"})
# Which of the seasons and weekends is meant (times.tsv).
WHICH = frozenset({"near", "last", "this", "next"})


def relative(published: Day, parts: list[str]) -> Interval | None:
    """Return what a time phrase means on a day of publication (times.tsv), None where it means no day by itself."""
    unit, amount = parts[0], parts[1] if len(parts) > 1 else ""
    if amount and (parts[-1] == "end" or parts[-1] in PARTS):
        whole = relative(published, parts[:-1])
        return _narrowed(whole, unit, parts[-1]) if whole is not None else None
    if unit == "day" and re.fullmatch(r"[+-]?\d+", amount):
        return one_day(published + datetime.timedelta(days=int(amount)), "")
    if unit == "week" and amount:
        monday = published - datetime.timedelta(days=published.weekday()) + datetime.timedelta(weeks=int(amount))
        return Interval(monday, monday + datetime.timedelta(days=6), "week")
    if unit == "month" and re.fullmatch(r"[+-]?\d+", amount) and len(parts) == 2:
        months = published.year * 12 + published.month - 1 + int(amount)
        return span(months // 12, months % 12 + 1, [])
    if unit in _YEARLY and re.fullmatch(r"[+-]?\d+", amount):
        return _of_years(published, unit, int(amount), parts[-1])
    if unit == "weekday" and amount.isdigit():
        return _weekday_phrase(published, int(amount), parts[2] if len(parts) > 2 else "near")
    if (unit == "month" or unit in PARTS) and amount.isdigit():
        return _part(published, unit, int(amount), parts[2] if len(parts) > 2 else "near")
    return _named(published, unit, amount) if amount in WHICH else None


def _narrowed(whole: Interval, unit: str, part: str) -> Interval | None:
    if part != "end":
        return part_of(whole, part)
    days = datetime.timedelta(days=30 if unit == "year" else 6)
    return Interval(whole.end - days, whole.end, "range") if whole.end is not None else None


def ahead(published: Day, parts: list[str]) -> Interval | None:
    """Return what the same phrase means of what is still to come, None where it means no day by itself."""
    if parts[-1] != "near":
        return relative(published, parts)
    if not parts[1].isdigit():
        return relative(published, [*parts[:-1], "next" if parts[0] == WEEKEND else "this"])
    return relative(published, [*parts[:-1], "next"] if int(parts[1]) != published.month else parts)


def _named(published: Day, unit: str, which: str) -> Interval | None:
    """Return a season or the days at the end of a week."""
    if unit == WEEKEND:
        return weekend(published, which)
    return season(published, unit, which) if unit in SEASONS else None


def _part(published: Day, part: str, amount: int, which: str) -> Interval | None:
    """Return the part of a year, told in four digits, or of the month of that number that is meant on a day."""
    if amount >= 1000:
        return part_of(Interval(Day(amount, 1, 1), Day(amount, 12, 31), "year"), part)
    month = _month_phrase(published, amount, which)
    return part_of(month, part) if month is not None else None


def _of_years(published: Day, unit: str, amount: int, last: str) -> Interval:
    """Return one year of either calendar, the years from one to the last, or all at least so many years ago."""
    if unit == "solar-year":
        return solar_year(amount)
    if unit == "past":
        return Interval(None, Day(published.year - amount, 12, 31), "open")
    if unit == "span":
        return Interval(Day(amount, 1, 1), Day(int(last), 12, 31), "range")
    year = published.year + amount if amount < 1000 else amount
    return Interval(Day(year, 1, 1), Day(year, 12, 31), "year")


def _weekday_phrase(published: Day, weekday: int, which: str) -> Interval:
    gap = (published.isoweekday() - weekday) % 7
    if which == "next":
        return one_day(published + datetime.timedelta(days=7 - gap), "")
    if which == "last" and gap == 0:
        gap = 7
    return one_day(published - datetime.timedelta(days=gap), "")


def _month_phrase(published: Day, month: int, which: str) -> Interval | None:
    year = published.year
    if which.lstrip("+-").isdigit():  # "in May last year"
        return span(year + int(which), month, [])
    if which == "next" and month <= published.month:
        year += 1
    elif (which != "next" and month > published.month) or (which == "last" and month == published.month):
        year -= 1
    return span(year, month, [])


def one_day(day: Day, words: str) -> Interval:
    """Return the interval of one day with the words it came from."""
    return Interval(day, day, "day", words)


def with_words(interval: Interval, words: str) -> Interval:
    """Return an interval with the words it came from."""
    return Interval(interval.start, interval.end, interval.precision, words)
