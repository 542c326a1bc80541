"""Meetings under one identity, from planned to held, postponed or cancelled; who has confirmed, who stays away."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from marsad.ledger.steps import Asked, Day, Step, Told, counts_of_one, states, step, told, vague
from marsad.model.records import Meeting
from marsad.model.report import Report
from marsad.model.values import Attendance, Interval, MeetingStatus, Place
from marsad.stories import Counts

# How far along a meeting is: what comes later in time counts, but a plan says nothing of what has been held.
FIXED: Final = frozenset({"held", "cancelled"})
UNSURE: Final = frozenset({"possible", "conditional", "denied", "negated"})  # told beside whatever else is told
MOVING: Final = frozenset({"postponed", "cancelled"})  # may name the old day, the new one, or none
AHEAD, BEHIND = 92, 31  # days within which a report that names no day means the next meeting, or the last one
STAYS_AWAY: Final = frozenset({"declined", "absent"})
COMES: Final = frozenset({"confirmed", "attended"})


class MeetingStanding(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting: of whom, when, where, how far along, and who comes.

    `date` is the day told last, `moved_from` the one it was planned for before; `attendance` the last word on each
    party, `confirmed` and `away` those who come or came and those who do not. `beside` holds what is possible, doubted
    or denied of it, `history` each other step.
    """

    status: MeetingStatus
    form: str = ""
    of: str = ""
    participants: tuple[str, ...] = ()
    place: Place | None = None
    date: Interval | None = None
    moved_from: Interval | None = None
    attendance: dict[str, Attendance] = {}
    confirmed: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    counts: Counts = Counts()
    history: tuple[Step, ...] = ()
    beside: tuple[Step, ...] = ()


Found = Sequence[Told[Meeting]]


class _Meeting(msgspec.Struct):
    """A meeting while its reports are gathered; `days` are those it was told to be on, the latest told last."""

    found: list[Told[Meeting]] = msgspec.field(default_factory=list)
    days: list[Interval] = msgspec.field(default_factory=list)

    def take(self, one: Told[Meeting]) -> None:
        """Add a report."""
        self.found.append(one)
        if one.record.date is not None and one.record.date not in self.days:
            self.days.append(one.record.date)


def meetings(
    reports: Iterable[Report], *, party: str = "", upcoming: bool = False, as_of: Day = None, known: Day = None
) -> tuple[MeetingStanding, ...]:
    """Return the meetings that reports tell of, those of a party only where it is given, in the order of their days.

    `upcoming` leaves those that on the day `as_of` (or the last report's) were still to come. Reports mean one meeting
    where they name the same body or participants and days that overlap; one that names no day means the nearest.
    """
    found = told(reports, Meeting, Asked(as_of, known))
    groups: defaultdict[object, list[Told[Meeting]]] = defaultdict(list)
    apart = vague(found, lambda record: _whose(record) is None)
    for one in found:
        groups[_whose(one.record) or apart[one.record.id]].append(one)
    made = [_standing(one.found) for group in groups.values() for one in _gathered(group)]
    today = as_of or max((one.known for one in found), default=datetime.date.min)
    chosen = [m for m in made if (not party or party in _named(m)) and (not upcoming or _is_ahead(m, today))]
    return tuple(sorted(chosen, key=_order))


def _whose(record: Meeting) -> object:
    """Return what tells the meetings of one circle from others: the body whose session it is, or the two or more who
    meet; None where the record says neither.
    """
    if record.of:
        return record.of
    return states(record.participants) if len(states(record.participants)) > 1 else None


def _gathered(group: Found) -> list[_Meeting]:
    """Return the meetings of one circle: first from the reports that name days, then the others find theirs."""
    made: list[_Meeting] = []
    for one in sorted(group, key=_when_placed):
        home = next((meeting for meeting in made if _same_days(one, meeting)), None)
        if home is None or _is_moved_to(one, home):
            home = _joined(_nearest(one, [meeting for meeting in made if meeting is not home]), home, made)
        if home is None:
            home = _Meeting()
            made.append(home)
        home.take(one)
    return made


def _when_placed(one: Told[Meeting]) -> tuple[bool, bool, datetime.date, object]:
    return one.record.date is None, one.record.status in MOVING, one.known, one.order


def _is_moved_to(one: Told[Meeting], home: _Meeting) -> bool:
    """Return whether a report moves a meeting to the day of another, of which nobody knew before."""
    return one.record.status in MOVING and all(other.known >= one.known for other in home.found)


def _joined(old: _Meeting | None, new: _Meeting | None, made: list[_Meeting]) -> _Meeting | None:
    """Return the meeting on its old day, that on the new day having become part of it; the one there is, else none."""
    if old is None or new is None:
        return old or new
    for one in new.found:
        old.take(one)
    made.remove(new)
    return old


def _same_days(one: Told[Meeting], meeting: _Meeting) -> bool:
    date = one.record.date
    return date is not None and any(_overlap(date, day) for day in meeting.days) and _same_place(one, meeting)


def _overlap(one: Interval, other: Interval) -> bool:
    first, last = datetime.date.min, datetime.date.max
    return (one.start or first) <= (other.end or last) and (other.start or first) <= (one.end or last)


def _same_place(one: Told[Meeting], meeting: _Meeting) -> bool:
    places = {told.record.place.country for told in meeting.found if told.record.place is not None}
    return one.record.place is None or not places or one.record.place.country in places


def _nearest(one: Told[Meeting], made: list[_Meeting]) -> _Meeting | None:
    """Return the meeting that a report means which names no day, or another day than it was planned for."""
    if one.record.date is not None and one.record.status not in MOVING:
        return None
    fitting = [(gap, k) for k, meeting in enumerate(made) if (gap := _gap(one, meeting)) is not None]
    return made[min(fitting)[1]] if fitting else None


def _gap(one: Told[Meeting], meeting: _Meeting) -> int | None:
    """Return how many days lie between a report and a meeting that it may mean, None where it can't."""
    if not _same_place(one, meeting):
        return None
    days = [day.start for day in meeting.days if day.start is not None] or [other.known for other in meeting.found]
    gaps = [(day - one.known).days for day in days]
    past = one.record.status == "held"
    near = [abs(gap) for gap in gaps if (-BEHIND <= gap <= 0 if past else -1 <= gap <= AHEAD)]
    return min(near, default=None)


def _standing(found: Found) -> MeetingStanding:
    ordered = sorted(found, key=lambda one: (one.known, one.order))
    sure = [one for one in ordered if one.record.status not in UNSURE]
    dates = [one.record.date for one in (sure or ordered) if one.record.date is not None]
    attendance = {_state(code): value for one in ordered for code, value in _expected_last(one)}
    first = ordered[0].record
    return MeetingStanding(
        status=_status(sure or ordered), form=next((one.record.form for one in ordered if one.record.form), ""),
        of=first.of, participants=states(actor for one in ordered for actor in one.record.participants),
        place=next((one.record.place for one in reversed(ordered) if one.record.place), None),
        date=dates[-1] if dates else None, moved_from=_moved_from(dates),
        attendance=dict(sorted(attendance.items())), confirmed=_who(attendance, COMES),
        away=_who(attendance, STAYS_AWAY), counts=counts_of_one(ordered), history=_steps(sure),
        beside=_steps([one for one in ordered if one.record.status in UNSURE]),
    )  # fmt: skip


def _status(ordered: Found) -> MeetingStatus:
    """Return how far a meeting is: the last word, but a plan told again says nothing of what is held or cancelled."""
    status: MeetingStatus = ordered[0].record.status
    for one in ordered[1:]:
        new_day = one.record.date is not None and one.record.date != ordered[0].record.date
        if one.record.status in FIXED or status not in FIXED or (status == "cancelled" and new_day):
            status = one.record.status
    return status


def _expected_last(one: Told[Meeting]) -> list[tuple[str, Attendance]]:
    return sorted(one.record.attendance.items())


def _moved_from(dates: Sequence[Interval]) -> Interval | None:
    return next((date for date in reversed(dates) if not _overlap(date, dates[-1])), None)


def _state(code: str) -> str:
    return code.partition(" ")[0]


def _who(attendance: dict[str, Attendance], values: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(code for code, value in attendance.items() if value in values))


def _named(meeting: MeetingStanding) -> set[str]:
    return {meeting.of, *meeting.participants, *meeting.attendance}


def _is_ahead(meeting: MeetingStanding, today: datetime.date) -> bool:
    if meeting.status in FIXED | {"denied", "negated"}:
        return False
    day = meeting.date.end if meeting.date is not None else None
    last = max(step.word.known for step in meeting.history + meeting.beside)
    return day >= today if day is not None else (today - last).days <= AHEAD


def _order(meeting: MeetingStanding) -> tuple[datetime.date, str, tuple[str, ...], str]:
    start = meeting.date.start if meeting.date is not None else None
    words = meeting.history + meeting.beside
    return start or words[0].word.known, meeting.of, meeting.participants, words[0].word.record


def _steps(found: Found) -> tuple[Step, ...]:
    return tuple(step(one, one.record.status) for one in found)
