"""The closed value lists of the records and the small values they are made of."""

from datetime import date
from typing import Literal, get_args

import msgspec

Status = Literal[
    "actual", "planned", "possible", "conditional", "demanded", "alleged", "denied", "negated", "historical"
]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Axis = Literal["legal", "declared", "conduct", "money", "obligations"]
Aspect = Literal[
    "membership", "withdrawal", "accession", "voting", "participation", "intent",
    "meetings", "exercises", "representation", "hosting", "dues", "obligations",
]  # fmt: skip
StandingValue = Literal[
    "member", "observer", "associate", "candidate", "joined", "left", "expelled", "suspended-by-body", "readmitted",
    "requested", "not-requested", "revoked",
    "applied", "not-applied", "invited", "opened", "blocked", "refused", "ratified",
    "lost", "restored",
    "suspended", "resumed", "unchanged",
    "leave-considered", "leave-announced", "leave-ruled-out", "join-considered", "join-announced", "join-ruled-out",
    "attends", "absent", "recalled", "appointed", "hosts",
    "pays", "stopped", "in-arrears",
    "honoured", "breached", "disputed",
]  # fmt: skip
CommitmentSubject = Literal[
    "security", "mediation", "aid", "arms", "energy", "recognition", "trade", "peacekeeping", "ceasefire",
    "withdrawal", "other",
]  # fmt: skip
CommitmentAct = Literal[
    "made", "reaffirmed", "offered", "demanded", "doubted", "refused", "declined", "fulfilled", "breached", "ended"
]
AgreementStage = Literal[
    "proposed", "negotiating", "agreed", "initialled", "signed", "ratified", "in-force", "extended", "fulfilled",
    "suspended", "violated", "ended", "rejected",
]  # fmt: skip
MeetingStatus = Literal[
    "planned", "ongoing", "held", "postponed", "cancelled", "possible", "conditional", "denied", "negated"
]
Attendance = Literal["attended", "expected", "confirmed", "unconfirmed", "declined", "absent"]
StanceValue = Literal["for", "against", "proposes", "conditional", "undecided"]
Trend = Literal["improved", "worsened", "tense", "severed", "downgraded", "restored", "established", "seeks-closer"]
Level = Literal["ambassador", "chargé", "none"]
Act = Literal[
    "say", "add", "report", "announce", "declare", "stress", "confirm", "deny", "claim", "explain", "point-out",
    "recall", "ask", "answer", "tell", "write", "comment", "decline-comment", "expect", "consider", "intend", "hope",
    "describe", "testify", "suspect", "doubt", "assure", "acknowledge", "reveal", "voice-concern",
    "voice-satisfaction", "voice-regret", "praise", "apologise", "promise", "urge", "demand", "order", "criticise",
    "condemn", "accuse", "complain", "reject", "refuse", "oppose", "rule-out", "threaten", "warn", "propose",
]  # fmt: skip
Precision = Literal["day", "week", "month", "season", "year", "range", "open"]
Hop = Literal["translates", "relays", "quotes", "interviews", "reports"]

# The aspect decides the axis (DESIGN.md, "What it keeps").
AXIS_OF: dict[str, Axis] = {
    "membership": "legal", "withdrawal": "legal", "accession": "legal", "voting": "legal",
    "participation": "declared", "intent": "declared",
    "meetings": "conduct", "exercises": "conduct", "representation": "conduct", "hosting": "conduct",
    "dues": "money",
    "obligations": "obligations",
}  # fmt: skip

VALUES_OF: dict[str, tuple[str, ...]] = {
    "membership": (
        "member", "observer", "associate", "candidate", "joined", "left", "expelled", "suspended-by-body", "readmitted"
    ),
    "withdrawal": ("requested", "not-requested", "revoked"),
    "accession": ("applied", "not-applied", "invited", "opened", "blocked", "refused", "ratified"),
    "voting": ("lost", "restored"),
    "participation": ("suspended", "resumed", "unchanged"),
    "intent": (
        "leave-considered", "leave-announced", "leave-ruled-out", "join-considered", "join-announced", "join-ruled-out"
    ),
    "meetings": ("attends", "absent", "refused", "recalled", "appointed", "hosts"),
    "exercises": ("attends", "absent", "refused", "recalled", "appointed", "hosts"),
    "representation": ("attends", "absent", "refused", "recalled", "appointed", "hosts"),
    "hosting": ("attends", "absent", "refused", "recalled", "appointed", "hosts"),
    "dues": ("pays", "refused", "stopped", "in-arrears"),
    "obligations": ("honoured", "breached", "disputed", "suspended"),
}  # fmt: skip


def choices(literal: object) -> tuple[str, ...]:
    """Return the values of a closed list (a `Literal`) in their order."""
    return get_args(literal)


class Interval(msgspec.Struct, frozen=True):
    """A span of days, both ends included, with the precision of the words it came from.

    `start` or `end` is None where the text leaves that side open ("since 2017"). `text` holds the words as written,
    empty when the interval is that of the article. A day is never claimed where the text says a month.
    """

    start: date | None
    end: date | None
    precision: Precision
    text: str = ""


# PLOVER's sectors of actors (PLOVER manual, draft 0.8 of 2021).
SECTORS = frozenset({
    "GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "REB", "PRM", "SPY", "UAF", "ELI", "CVL", "BUS", "LAB", "MED",
    "JRN", "EDU", "REL", "REF", "CRM", "AGR", "SOC", "PRE", "NGO", "IGO",
})  # fmt: skip


class Actor(msgspec.Struct, frozen=True):
    """One who acts or is acted upon.

    `code` is the country (ISO 3166-1 alpha-3), `IGO:` and short name, a named group (`WEST`) or `---`, followed by the
    PLOVER sector where it is known: `ARM GOV`. `name`, `role` and `person` are as written in the text, or empty.
    """

    code: str
    name: str = ""
    role: str = ""
    person: str = ""

    @property
    def country(self) -> str:
        """The code without its sector."""
        return self.code.partition(" ")[0]

    @property
    def sector(self) -> str:
        """The PLOVER sector, empty where it is not known."""
        return self.code.partition(" ")[2]


class Place(msgspec.Struct, frozen=True):
    """Where something happened: the country and the name as written."""

    country: str
    name: str = ""


class Evidence(msgspec.Struct, frozen=True):
    """The characters that carry a record: code points of the article's text, half-open.

    `text` is `article_text[start:end]`, `sentence` the whole sentence, `sent` its number and `line` the number of its
    line, both from 0.
    """

    start: int
    end: int
    text: str
    sentence: str
    sent: int
    line: int


class Link(msgspec.Struct, frozen=True):
    """One of those who passed a report on; `hop` says what it did with the next link's report."""

    id: str
    name: str
    kind: str = ""
    lang: str = ""
    hop: str = ""
