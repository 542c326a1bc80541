"""Promises from the day they were made to the day they were kept or broken."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec

from marsad.ledger.steps import Asked, Day, Step, Told, counts, since, states, step, told, vague
from marsad.model.records import Commitment
from marsad.model.report import Report
from marsad.model.values import CommitmentAct, CommitmentSubject, Interval
from marsad.stories import Counts

State = Literal["asked", "offered", "open", "kept", "broken", "closed"]

# What an act makes of a promise. A doubt changes nothing: it stands beside.
MAKES: Final[dict[CommitmentAct, State]] = {
    "demanded": "asked", "offered": "offered", "made": "open", "reaffirmed": "open", "fulfilled": "kept",
    "breached": "broken", "refused": "closed", "declined": "closed", "ended": "closed",
}  # fmt: skip
# What changes nothing once more than that is known: a demand for what was promised, an offer of it.
BELOW: Final[dict[CommitmentAct, frozenset[State]]] = {
    "demanded": frozenset({"offered", "open", "kept", "broken", "closed"}),
    "offered": frozenset({"open"}),
}
# Two that can't both be: told by two at one time, both stand.
OPPOSED: Final = (frozenset({"kept", "broken"}), frozenset({"open", "broken"}), frozenset({"open", "closed"}))
AT_ONE_TIME = 14

__all__ = ["CommitmentStanding", "commitments"]


class CommitmentStanding(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one promise: who promised what to whom, its state and last act, and each step with its words.

    `made` is when it was first made or reaffirmed, `since` when its state began; `contested` holds what others say of
    the same time, `doubted` the doubts, `noted` what is planned, possible, denied ...
    """

    by: tuple[str, ...]
    to: tuple[str, ...]
    subject: CommitmentSubject
    state: State | None
    act: CommitmentAct | None
    made: Interval | None = None
    since: Interval | None = None
    due: Interval | None = None
    condition: str = ""
    counts: Counts = Counts()
    history: tuple[Step, ...] = ()
    contested: tuple[Step, ...] = ()
    doubted: tuple[Step, ...] = ()
    noted: tuple[Step, ...] = ()


def commitments(
    reports: Iterable[Report], *, by: str = "", to: str = "", as_of: Day = None, known: Day = None
) -> tuple[CommitmentStanding, ...]:
    """Return the promises that reports tell of, those of one state or to one only where `by` or `to` is given."""
    threads: defaultdict[tuple[tuple[str, ...], tuple[str, ...], str, str], list[Told[Commitment]]] = defaultdict(list)
    found = told(reports, Commitment, Asked(as_of, known))
    apart = vague(found, _is_vague)
    for one in found:
        key = states(one.record.by), states(one.record.to), one.record.subject, apart.get(one.record.id, "")
        if (not by or by in key[0]) and (not to or to in key[1]):
            threads[key].append(one)
    return tuple(_thread(threads[key]) for key in sorted(threads))


def _is_vague(record: Commitment) -> bool:
    """Return whether a promise may be any: of something else than the list has, or of nobody known."""
    return record.subject == "other" or not states(record.by)


def _thread(found: Sequence[Told[Commitment]]) -> CommitmentStanding:
    actual = [one for one in found if one.record.status == "actual"]
    doubted = [one for one in actual if one.record.act == "doubted"]
    turns, contested = _turns([one for one in actual if one.record.act != "doubted"])
    now, first = (turns[-1] if turns else None), found[0].record
    opened = next((one for one in turns if MAKES[one.record.act] == "open"), None)
    return CommitmentStanding(
        by=states(first.by), to=states(first.to), subject=first.subject,
        state=MAKES[now.record.act] if now else None, act=now.record.act if now else None,
        made=since(opened) if opened else None, since=_since(turns),
        due=next((one.record.due for one in reversed(actual) if one.record.due), None),
        condition=next((one.record.condition for one in reversed(found) if one.record.condition), ""),
        counts=counts(actual), history=_steps(turns), contested=_steps(contested), doubted=_steps(doubted),
        noted=_steps([one for one in found if one.record.status != "actual"]),
    )  # fmt: skip


def _turns(actual: Sequence[Told[Commitment]]) -> tuple[list[Told[Commitment]], list[Told[Commitment]]]:
    """Return the acts that made the promise what it is, and those that contradict them at the same time."""
    turns: list[Told[Commitment]] = []
    against: list[Told[Commitment]] = []
    for one in actual:
        now = MAKES[turns[-1].record.act] if turns else None
        if now is not None and now in BELOW.get(one.record.act, ()):
            continue
        if turns and _opposed(one, turns[-1]):
            against.append(one)
        else:
            turns.append(one)
    return turns, [one for one in against if turns and (one.at - turns[-1].at).days >= 0]


def _opposed(one: Told[Commitment], last: Told[Commitment]) -> bool:
    pair = {MAKES[one.record.act], MAKES[last.record.act]}
    near = (one.at - last.at).days <= AT_ONE_TIME
    return near and pair in OPPOSED and _speakers(one) != _speakers(last)


def _speakers(one: Told[Commitment]) -> tuple[str, ...]:
    """Return who asserts it: its speakers, else whose promise it is, since an outlet reports what it did."""
    return states(one.record.said_by) or states(one.record.by)


def _since(turns: Sequence[Told[Commitment]]) -> Interval | None:
    """Return since when the state is what it is: since the first of the last acts that make the same of it."""
    begun = None
    for one in reversed(turns):
        if MAKES[one.record.act] != MAKES[turns[-1].record.act]:
            break
        begun = one
    return since(begun) if begun else None


def _steps(found: Sequence[Told[Commitment]]) -> tuple[Step, ...]:
    return tuple(step(one, one.record.act) for one in found)
