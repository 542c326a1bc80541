"""The nine kinds of record, as DESIGN.md defines them, and their way to JSON and back.

A record is immutable. Fields shared by all kinds stand in `Base`; a field that the text does not fill is None or empty,
never guessed.
"""

import hashlib
from typing import Any

import msgspec

from marsad.model.values import (
    Act,
    Actor,
    AgreementStage,
    Aspect,
    Attendance,
    Axis,
    CommitmentAct,
    CommitmentSubject,
    EventType,
    Evidence,
    Interval,
    Level,
    MeetingStatus,
    Place,
    StanceValue,
    StandingValue,
    Status,
    Trend,
)  # fmt: skip


class Base(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What every record carries.

    `said_by` is the chain of those who assert it, nearest speaker first, origin last; empty is the outlet's own voice.
    `rule` names the row of the language data that fired (`file:line`) and its concept. `confidence` is between 0 and 1.
    """

    id: str
    article: str
    evidence: Evidence
    said_by: tuple[Actor, ...] = ()
    date: Interval | None = None
    rule: str = ""
    confidence: float = 0.0


class Event(Base, frozen=True, kw_only=True, tag="event"):
    """Who did what to whom, in PLOVER's terms.

    `score` is PLOVER's intensity score of type and mode (manual of 2021), `goldstein` that of the CAMEO code on the
    scale of Goldstein (1992); both run from -10 (conflict) to 10 (cooperation).
    """

    status: Status = "actual"
    type: EventType
    mode: str = ""
    contexts: tuple[str, ...] = ()
    cameo: str = ""
    score: float = 0.0
    goldstein: float = 0.0
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    place: Place | None = None


class Statement(Base, frozen=True, kw_only=True, tag="statement"):
    """Who said something publicly, how and where; `content` is the span of what was said."""

    status: Status = "actual"
    speaker: tuple[Actor, ...]
    act: Act
    to: tuple[Actor, ...] = ()
    via: str = ""
    venue: str = ""
    content: tuple[int, int] | None = None
    quoted: bool = False


class Standing(Base, frozen=True, kw_only=True, tag="standing"):
    """Where one party stands in an institution or treaty."""

    status: Status = "actual"
    subject: Actor
    of: str
    axis: Axis
    aspect: Aspect
    value: StandingValue
    by: tuple[Actor, ...] = ()
    file: str = ""


class Commitment(Base, frozen=True, kw_only=True, tag="commitment"):
    """A promise between parties and what became of it."""

    status: Status = "actual"
    by: tuple[Actor, ...]
    to: tuple[Actor, ...] = ()
    subject: CommitmentSubject
    act: CommitmentAct
    due: Interval | None = None
    condition: str = ""


class Agreement(Base, frozen=True, kw_only=True, tag="agreement"):
    """A treaty or deal and the stage it has reached."""

    status: Status = "actual"
    parties: tuple[Actor, ...]
    form: str = ""
    name: str = ""
    stage: AgreementStage
    ratified_by: tuple[Actor, ...] = ()
    mediator: tuple[Actor, ...] = ()
    precondition: str = ""
    creates: str = ""


class Meeting(Base, frozen=True, kw_only=True, tag="meeting"):
    """Talks, summits, sessions, calls, visits; `status` is the life cycle of the meeting."""

    status: MeetingStatus
    form: str = ""
    of: str = ""
    participants: tuple[Actor, ...] = ()
    attendance: dict[str, Attendance] = {}
    place: Place | None = None
    within: str = ""


class Stance(Base, frozen=True, kw_only=True, tag="stance"):
    """A party's position on an issue or proposal."""

    status: Status = "actual"
    holder: tuple[Actor, ...]
    issue: str = ""
    stance: StanceValue


class Relation(Base, frozen=True, kw_only=True, tag="relation"):
    """A stated turn in the relations of parties."""

    status: Status = "actual"
    between: tuple[Actor, ...]
    trend: Trend
    level: Level | None = None


class Warning(Base, frozen=True, kw_only=True, tag="warning"):
    """Something in the text that the reader should doubt; `instead` is the nearest plausible reading (`IGO:CSTO`)."""

    status: Status = "actual"
    about: tuple[Actor, ...] = ()
    why: str
    instead: str = ""


Record = Event | Statement | Standing | Commitment | Agreement | Meeting | Stance | Relation | Warning
KINDS: dict[str, type[Base]] = {
    str(kind.__struct_config__.tag): kind
    for kind in (Event, Statement, Standing, Commitment, Agreement, Meeting, Stance, Relation, Warning)
}

_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


def to_json(record: Record) -> dict[str, Any]:
    """Return the record as plain JSON values, keys in the order of the fields."""
    value: dict[str, Any] = msgspec.to_builtins(record)
    return value


def from_json(data: bytes | str) -> Record:
    """Return the record that a line of JSON holds.

    Raises msgspec.ValidationError for an unknown kind or a value outside its closed list.
    """
    return _decoder.decode(data)


def record_id(article: str, kind: str, start: int, end: int, key: str) -> str:
    """Return the stable id of a record: the same article, span, kind and main fields always give the same one.

    It is made from the raw offsets, not from our cleaning of the text, so that better language data does not change
    it. 16 hexadecimal digits of SHA-256.
    """
    raw = f"{article}\x1f{kind}\x1f{start}\x1f{end}\x1f{key}"
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:16]
