"""Days as typed after options."""

import datetime

from marsad.errors import InputError, UsageError
from marsad.intake import parse_date

Day = datetime.date | None


def day(text: str, option: str) -> Day:
    """Return a day, None for none; raises UsageError for one that can't be."""
    try:
        return parse_date(text or None, option)
    except InputError as error:
        raise UsageError(str(error)) from error


def span(since: str, until: str) -> tuple[Day, Day]:
    """Return the first and the last day; raises UsageError where the last is before the first."""
    first, last = day(since, "--since"), day(until, "--until")
    if first and last and last < first:
        raise UsageError(f"--until: expected a day not before {first}, as --since says, got {last}")
    return first, last
