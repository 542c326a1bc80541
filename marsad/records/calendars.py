"""Intervals of the Gregorian, the Islamic and the Solar Hijri calendar."""

import calendar
import datetime

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

from marsad.model.values import Interval, Precision

Day = datetime.date


def span(year: int, month: int, days: list[int], unit: str = "month") -> Interval | None:
    """Return the interval of a month or of days in it, None where the calendar has no such day."""
    try:
        if unit == "hijri-month":
            return _hijri_span(year, month, days)
        if unit == "solar-month":
            return _solar_span(year, month, days)
        if not days:
            return Interval(Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1]), "month")
        return Interval(Day(year, month, days[0]), Day(year, month, days[-1]), "day" if len(days) == 1 else "range")
    except (ValueError, OverflowError):
        return None


def _solar_span(year: int, month: int, days: list[int]) -> Interval:
    first = _solar(year, month, days[0] if days else 1)
    last = _solar(year, month, days[-1] if days else JalaliDate.days_in_month(month, year))
    return Interval(first, last, "day" if len(days) == 1 else "range")


def _solar(year: int, month: int, day: int) -> Day:
    """Return the day of a date of the Solar Hijri calendar."""
    made: Day = JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]
    return made


def solar_year(year: int) -> Interval:
    """Return the interval of a year of the Solar Hijri calendar."""
    return Interval(_solar(year, 1, 1), _solar(year + 1, 1, 1) - datetime.timedelta(days=1), "year")


def solar_year_of(day: Day) -> int:
    """Return the year of the Solar Hijri calendar that a day falls in."""
    made: int = JalaliDate(day).year  # type: ignore[no-untyped-call]
    return made


def _hijri_span(year: int, month: int, days: list[int]) -> Interval:
    first = Hijri(year, month, days[0] if days else 1)
    last = Hijri(year, month, days[-1] if days else first.month_length())
    start, end = first.to_gregorian(), last.to_gregorian()
    precision: Precision = "day" if len(days) == 1 else "range"
    return Interval(Day(start.year, start.month, start.day), Day(end.year, end.month, end.day), precision)
