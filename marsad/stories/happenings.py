"""Events reported twice are one event: which reports tell of the same happening."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from marsad.model.report import Report
from marsad.stories.likeness import Signature, signature

LATE = 3  # days that a report without a date of its own may come after what it reports
Key = tuple[str, str, int]  # a record, its article and the version of that


class _Days(msgspec.Struct):
    """The happenings of one kind between the same parties: one for each day told, and runs of undated reports."""

    told: set[datetime.date] = msgspec.field(default_factory=set)
    run: datetime.date | None = None


def key_of(report: Report) -> Key:
    """Return what tells a report from all others."""
    return report.record.id, report.source.article, report.source.version


def happenings(reports: Iterable[Report], stories: Mapping[str, str] | None = None) -> dict[Key, str]:
    """Return for each report the happening that it tells of, the same whatever order the reports come in.

    Reports of the same (kind, type, parties, value) are of one happening where they name the same day, where one that
    names no day came out within three days after, or where their articles are one story (`stories`: by article).
    """
    groups: defaultdict[Signature, list[Report]] = defaultdict(list)
    for report in reports:
        groups[signature(report.record) or ("alone", report.record.id)].append(report)
    named = ((sign, _days(group)) for sign, group in groups.items())
    made = {key: (sign, day) for sign, days in named for key, day in days.items()}
    return _by_story(made, stories or {})


def _days(group: list[Report]) -> dict[Key, datetime.date]:
    """Return the day that stands for the happening of each report."""
    dated = {key_of(report): day for report in group if (day := _own_day(report)) is not None}
    days, found = _Days(set(dated.values())), dict(dated)
    for report in sorted(group, key=lambda report: (report.source.known, key_of(report))):
        if key_of(report) not in dated:
            found[key_of(report)] = _placed(report.source.known, days)
    return found


def _own_day(report: Report) -> datetime.date | None:
    date = report.record.date
    return date.start if date is not None and date.start is not None and date.start == date.end else None


def _placed(known: datetime.date, days: _Days) -> datetime.date:
    before = [day for k in range(LATE + 1) if (day := known - datetime.timedelta(days=k)) in days.told]
    if before:
        return before[0]
    if days.run is None or (known - days.run).days > LATE:
        days.run = known
    return days.run


def _by_story(made: dict[Key, tuple[Signature, datetime.date]], stories: Mapping[str, str]) -> dict[Key, str]:
    """Return the happenings by name; those of one signature in one story are one, the earliest."""
    first: dict[tuple[Signature, str], datetime.date] = {}
    for (_, article, _), (sign, day) in made.items():
        place = sign, stories.get(article, article)
        first[place] = min(day, first.get(place, day))
    days = {key: first[sign, stories.get(key[1], key[1])] for key, (sign, _) in made.items()}
    return {key: f"{_name(made[key][0])}:{day}" for key, day in days.items()}


def _name(sign: Signature) -> str:
    return ":".join("+".join(sorted(part)) if isinstance(part, frozenset) else str(part) for part in sign)
