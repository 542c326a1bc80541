"""What the ledger answers with: standings on five axes, the words that carry them, and how they came about."""

import datetime

import msgspec

from marsad.model.report import Report
from marsad.model.values import Actor, Aspect, Axis, Interval, Link, StandingValue, Status
from marsad.stories import Counts


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """One report as a witness: the sentence, whose words it holds, and who passed them on.

    `record` is the id of its record; `said_by` leads from the nearest speaker to the origin,
    `chain` from the page read.
    """

    record: str
    article: str
    known: datetime.date
    sentence: str
    said_by: tuple[Actor, ...] = ()
    outlet: str = ""
    lang: str = ""
    chain: tuple[Link, ...] = ()


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """One value of one aspect, and all that carries it.

    `since` is the earliest day told; where none is, it is open at its start: by this day at the latest. `status` is
    `actual`; in a contested position it may be `denied` or `negated`: somebody says that this is not so. `file` is the
    part it is limited to. `baseline` names the source of a known membership, empty where only reports carry it;
    `evidence` lists the ids of the records, `by` who acted (the body that suspended, the member that blocked),
    `roles` on whose word it stands: `body`, `member`, `press`, `other`.
    """

    aspect: Aspect
    value: StandingValue
    status: Status = "actual"
    file: str = ""
    since: Interval | None = None
    until: datetime.date | None = None
    by: tuple[Actor, ...] = ()
    said_by: tuple[Actor, ...] = ()
    roles: tuple[str, ...] = ()
    counts: Counts = Counts()
    evidence: tuple[str, ...] = ()
    baseline: str = ""


class Noted(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that changes no standing: planned, possible, alleged, denied ...; `answers` lists the records it answers.

    `overdue`: it was planned for a day that has passed, and nobody has told that it came to be.
    """

    aspect: Aspect
    value: StandingValue
    status: Status
    word: Word
    date: Interval | None = None
    answers: tuple[str, ...] = ()
    overdue: bool = False


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A turn in a standing and the sentence that told it first; `word` is None where only the known membership has it.

    `known` is the day on which it became public, None for a known membership.
    """

    subject: str
    of: str
    axis: Axis
    aspect: Aspect
    value: StandingValue
    before: str = ""
    file: str = ""
    since: Interval | None = None
    known: datetime.date | None = None
    word: Word | None = None
    baseline: str = ""


class AxisStanding(msgspec.Struct, frozen=True, kw_only=True):
    """A standing on one axis.

    `value` and `since` are those of the first of `positions`, which are all in force, each of another aspect or file.
    `contested` holds what others say of the same, `noted` what changes nothing. `moot`: the party has left since.
    `words` are all the witnesses, by the ids in `evidence`. `value` is empty where nothing is known.
    """

    axis: Axis
    value: StandingValue | None = None
    since: Interval | None = None
    moot: bool = False
    counts: Counts = Counts()
    positions: tuple[Position, ...] = ()
    contested: tuple[Position, ...] = ()
    noted: tuple[Noted, ...] = ()
    words: tuple[Word, ...] = ()


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """A report that can't be so: a member's act in a body that the party does not belong to.

    `instead` is the nearest institution of which it would be plausible, empty where there is none.
    """

    of: str
    why: str
    word: Word
    instead: str = ""


class Standings(msgspec.Struct, frozen=True, kw_only=True):
    """Where a party stands in an institution as of a day, by what was public on another: all axes, and the warnings."""

    subject: str
    of: str
    as_of: datetime.date
    known: datetime.date
    axes: dict[Axis, AxisStanding]
    warnings: tuple[Doubt, ...] = ()
    history: tuple[Change, ...] = ()


def word(report: Report) -> Word:
    """Return a report as a witness."""
    record, source = report.record, report.source
    return Word(
        record=record.id, article=source.article, known=source.known, sentence=record.evidence.sentence,
        said_by=record.said_by, outlet=source.outlet, lang=source.lang, chain=source.chain,
    )  # fmt: skip
