"""Tellings of one meeting, each of which takes over what another says of it: place, day, body, those who met."""

import datetime
from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from marsad.model.records import Meeting, Record
from marsad.model.values import Actor, Interval

# Forms that may be said of one and the same meeting: general words stand for the others.
GENERAL = frozenset({"talks", "negotiations", "consultations"})
# Forms that no general word stands for, unless both are told in one sentence.
OWN = frozenset({"visit", "call", "exercise"})
# Statuses of a meeting that takes or has taken place, is still to come, or comes to nothing.
LIFE = {"held": "real", "ongoing": "real", "planned": "ahead", "possible": "open", "conditional": "open"}
LIFE |= {"postponed": "off", "cancelled": "off"}
# Lives in the order in which one may follow the other in one sentence: what is off was planned before.
FOLLOWS = frozenset({("ahead", "off"), ("off", "ahead")})
# What is said of those who do not come to it.
AWAY = frozenset({"absent", "declined"})
PAIR = 2
Value = TypeVar("Value")


def gathered(found: list[Record]) -> list[Record]:
    """Return the records of an article, its meetings completed by what other sentences tell of the same."""
    whole = _completed(found, near=False)
    meetings = [record for record in whole if isinstance(record, Meeting)]
    return [_at_summit(r, meetings) if isinstance(r, Meeting) and r.within else r for r in whole]


def _at_summit(meeting: Meeting, found: list[Meeting]) -> Meeting:
    """Return a meeting on the margins of a session with its place, and its day where none nearer is told."""
    around = [m for m in found if m.of == meeting.within and LIFE.get(m.status) == LIFE.get(meeting.status)]
    place = meeting.place or _agreed([m.place for m in around], lambda p: p.country)
    return replace(meeting, place=place, date=_dated(meeting, around))


def met_once(found: list[Record]) -> list[Record]:
    """Return the records of a sentence, its meetings completed by one another: one went there to meet the other."""
    return _completed(found, near=True)


def _completed(found: list[Record], near: bool) -> list[Record]:
    meetings = [record for record in found if isinstance(record, Meeting)]
    if len(meetings) < PAIR:
        return found
    if near:
        meetings = [m for m in meetings if not any(_dashed(m, o) for o in meetings)]
        meetings = [_where_visited(m, meetings) for m in meetings]
    whole = {m.id: _filled(m, [o for o in meetings if o is not m and _same(m, o, near)], near) for m in meetings}
    return [whole[r.id] if isinstance(r, Meeting) else r for r in found if not isinstance(r, Meeting) or r.id in whole]


def _where_visited(meeting: Meeting, found: list[Meeting]) -> Meeting:
    """Return talks with the hosts of a visit told of in the sentence as talks held where the visit leads."""
    if meeting.place is not None or meeting.form in OWN or meeting.of:
        return meeting
    visits = [m for m in found if m.form == "visit" and m.place is not None and _states(m) and m is not meeting]
    met = _states(meeting)
    here = [v.place for v in visits if v.place is not None and v.place.country in met and _states(v) & met]
    return replace(meeting, place=here[0]) if len(here) == 1 else meeting


def _dashed(planned: Meeting, off: Meeting) -> bool:
    """Return whether a plan is told only to say that nothing came of it ("was to visit X, but the trip ...")."""
    before = planned.evidence.start <= off.evidence.start and planned.status == "planned"
    return before and LIFE.get(off.status) == "off" and _same(planned, off, near=True)


def _filled(meeting: Meeting, others: list[Meeting], near: bool) -> Meeting:
    """Return a meeting with the fields it lacks, where the others that are the same agree on them."""
    place = meeting.place or _agreed([o.place for o in others], lambda p: p.country)
    date = _dated(meeting, others)
    of = meeting.of or _agreed([o.of or None for o in others], str) or ""
    met = meeting.participants
    if near and meeting.form != "call":
        met += tuple(a for o in others for a in o.participants if _new(a, met) and o.attendance.get(a.code) not in AWAY)
    off = next((o.status for o in others if near and LIFE[o.status] == "off"), meeting.status)
    status = off if meeting.status == "planned" else meeting.status
    return replace(meeting, status=status, place=place, date=date, of=of, participants=tuple(dict.fromkeys(met)))


def _dated(meeting: Meeting, others: list[Meeting]) -> Interval | None:
    """Return the date on which the others agree where a meeting has none or one around it ("in late October", "on 24
    October"), else its own.
    """
    told, own = _agreed([o.date for o in others], lambda d: (d.start, d.end)), meeting.date
    if told is None or own is None or None in (told.start, told.end, own.start, own.end):
        return own or told
    return told if _within(told, own) else own


def _within(one: Interval, other: Interval) -> bool:
    first, last = datetime.date.min, datetime.date.max
    return (other.start or first) <= (one.start or first) and (one.end or last) <= (other.end or last)


def _agreed(values: list[Value | None], key: Callable[[Value], object]) -> Value | None:
    """Return the one value that all who tell one agree on, None where they differ or nobody tells."""
    told = [value for value in values if value is not None]
    return told[0] if told and len({key(value) for value in told}) == 1 else None


def _new(actor: Actor, met: tuple[Actor, ...]) -> bool:
    """Return whether somebody is known and not among those who met yet."""
    return not actor.code.startswith("---") and all(actor.country != other.country for other in met)


# Whether two tellings are of one meeting


def _same(one: Meeting, other: Meeting, near: bool) -> bool:
    return _same_life(one, other, near) and _same_sides(one, other, near) and _same_time_and_place(one, other)


def _same_life(one: Meeting, other: Meeting, near: bool) -> bool:
    lives = LIFE.get(one.status, ""), LIFE.get(other.status, "")
    forms = {one.form, other.form}
    if len(forms) > 1 and not forms & GENERAL:
        return False
    if len(forms) > 1 and forms & OWN and not (near and "visit" in forms):
        return False
    return bool(lives[0]) and (lives[0] == lives[1] or (near and lives in FOLLOWS))


def _same_sides(one: Meeting, other: Meeting, near: bool) -> bool:
    """Return whether two tell of one body, or of the same states."""
    if one.of and other.of:
        return one.of == other.of
    first, second = _states(one), _states(other)
    if one.of or other.of:
        return near and (first <= second or second <= first) and (not first or not second or first == second)
    if near:
        return bool(first & second) and (first <= second or second <= first)
    return first == second and len(first) >= PAIR


def _states(meeting: Meeting) -> set[str]:
    return {a.country for a in meeting.participants if not a.code.startswith(("IGO:", "---"))}


def _same_time_and_place(one: Meeting, other: Meeting) -> bool:
    apart = one.place is not None and other.place is not None and one.place.country != other.place.country
    if apart or one.date is None or other.date is None:
        return not apart
    return one.date.text == other.date.text != "" or _overlap(one.date, other.date)


def _overlap(one: Interval, other: Interval) -> bool:
    first, last = datetime.date.min, datetime.date.max
    return (one.start or first) <= (other.end or last) and (other.start or first) <= (one.end or last)
