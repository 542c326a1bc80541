"""Dates that count from another one: "two days later", "the same day", "the 16th of that month"."""

import calendar
import datetime

from marsad.mentions.items import Item
from marsad.model.values import Interval

# What may stand before the number and unit of a phrase: what it says is later or earlier than what was told last, it
# is told of what is later or earlier than what follows, or it only says how far apart the two are.
SPACING = frozenset({"later", "earlier", "after", "before", "apart", "that-month", "that-year"})
# The meanings that have a name of their own.
NAMED = {"same-day": "later:0:day", "day-after": "later:1:day", "day-before": "earlier:1:day"}
# What dates that which stands behind it, and what the same words say of their own clause.
FORWARD = {"after": "later", "before": "earlier"}
# What becomes one of these before such a word ("two days" before "after").
LINKED = frozenset({"later", "earlier", "apart"})
# Function words behind the phrase: which of the two they make of it.
LINKS = {"after": "after", "before": "before", "until": "before"}
# What lies before the date from which it counts.
_BACK = frozenset({"earlier", "after"})
_MONTH = 31
# Prepositions before the number of a year.
_DATES = frozenset({"in", "since", "until", "from", "by", "before", "after", "during"})


def since(before: list[Item]) -> bool:
    """Return whether what stands before a date says that something holds from then on ("since 2005", "с 2005 года")."""
    k = len(before) - 1
    while k > 0 and before[k].is_function("adv", "time"):
        k -= 1  # "since the year 2005"
    if k > 0 and before[k].kind == "word" and not _opens(before[k]):
        k -= 1
    return k >= 0 and _opens(before[k])


def _opens(item: Item) -> bool:
    return item.role == "since" or (item.span is not None and item.span.find("time", "since") is not None)


def spaced(anchor: Interval | None, parts: list[str]) -> Interval | None:
    """Return what a phrase means beside a date, None where that date is open or not as precise as the phrase."""
    if anchor is None or anchor.start is None or anchor.end is None or parts[0] == "apart":
        return None
    if parts[0] in ("that-month", "that-year"):
        return _of_same(anchor.start, anchor.end, parts)
    amount = -int(parts[1]) if parts[0] in _BACK else int(parts[1])
    return _UNITS[parts[2]](anchor.start if amount < 0 else anchor.end, (anchor.end - anchor.start).days, amount)


def _of_same(start: datetime.date, end: datetime.date, parts: list[str]) -> Interval | None:
    if parts[0] == "that-year":
        return _year(start, 0, 0)
    if (end - start).days >= _MONTH:
        return None
    if len(parts) == 1:
        return _month(start, 0, 0)
    if int(parts[1]) > calendar.monthrange(start.year, start.month)[1]:
        return None
    day = start.replace(day=int(parts[1]))
    return Interval(day, day, "day")


def _day(day: datetime.date, width: int, amount: int) -> Interval | None:
    if width > 6:
        return None
    moved = day + datetime.timedelta(days=amount)
    return Interval(moved, moved, "day")


def _week(day: datetime.date, width: int, amount: int) -> Interval | None:
    if width > 6:
        return None
    monday = day + datetime.timedelta(weeks=amount) - datetime.timedelta(days=day.weekday())
    return Interval(monday, monday + datetime.timedelta(days=6), "week")


def _month(day: datetime.date, width: int, amount: int) -> Interval | None:
    if width >= _MONTH:
        return None
    months = day.year * 12 + day.month - 1 + amount
    year, month = months // 12, months % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return Interval(datetime.date(year, month, 1), datetime.date(year, month, last), "month")


def _year(day: datetime.date, width: int, amount: int) -> Interval | None:
    year = day.year + amount
    return Interval(datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year")


_UNITS = {"day": _day, "week": _week, "month": _month, "year": _year}


def may_date(row: list[Item], tokens: list[str]) -> list[int]:
    """Return which items can begin the expression of a date: quickly told, most can't."""
    found: list[int] = []
    for k, item in enumerate(row):
        if item.kind == "word":
            may = tokens[item.i][0].isdigit()
        elif item.kind == "function":
            may = item.span is not None and "time" in item.span.form.kinds
        else:
            may = item.kind == "time"
        if may:
            found.append(k)
    return found


def counts(row: list[Item], k: int) -> bool:
    """Return whether the number at item `k`, which may be a year, counts people behind it ("freed 1900 prisoners"), or
    whatever stands in the genitive of several behind it.
    """
    behind, before = row[k + 1] if k + 1 < len(row) else None, row[k - 1] if k else None
    people = behind.mention if behind is not None else None
    counted = people is not None and people.title_kind == "people"
    if behind is None or not (counted or _several(behind)) or behind.marks:
        return False
    return before is None or not (before.is_function("adv", "time") or before.kind == "time" or before.role in _DATES)


def _several(item: Item) -> bool:
    """Return whether a noun stands in the genitive of several, where a language has cases."""
    plural = item.known is not None and "G" in item.known.feature.case
    return plural and item.kind not in ("function", "time")
