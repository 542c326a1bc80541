"""The rules of standings as tables. docs/ledger.md says the same in words."""

from typing import Final, Literal

from marsad.model.values import Aspect, Axis, StandingValue

Role = Literal["body", "member", "press", "other"]

# What a word weighs on an axis. `press`: an outlet in its own voice; `other`: states and people who are not concerned.
WEIGHTS: Final[dict[Axis, dict[Role, int]]] = {
    "legal": {"body": 3, "member": 2, "press": 2, "other": 1},
    "declared": {"member": 3, "press": 2, "body": 1, "other": 1},
    "conduct": {"body": 1, "member": 1, "press": 1, "other": 1},
    "money": {"body": 2, "member": 2, "press": 1, "other": 1},
    "obligations": {"body": 3, "press": 2, "other": 2, "member": 1},
}
ENOUGH_TO_TURN = 2  # a turn told by one who weighs less counts only where nobody weighs more

ENOUGH_ORIGINS = 2  # independent origins that overturn a known membership, if the body itself says nothing

# On these axes whoever looked last knows best. On the others a state lasts until a turn ends it.
OBSERVED: Final = frozenset({"conduct", "money", "obligations"})
AT_ONE_TIME = 14  # days within which two who differ disagree, and one does not just come later

# The turns: which value may follow which ("" is nothing told yet). What is no turn tells how things are.
FOLLOWS: Final[dict[Aspect, dict[StandingValue, tuple[str, ...]]]] = {
    "membership": {
        "joined": ("", "left", "expelled", "observer", "associate", "candidate"),
        "left": ("", "member", "suspended-by-body", "observer", "associate"),
        "expelled": ("", "member", "suspended-by-body"),
        "suspended-by-body": ("", "member", "observer", "associate"),
        "readmitted": ("", "suspended-by-body", "left", "expelled"),
        "observer": ("",),
        "associate": ("", "observer"),
        "candidate": ("", "observer", "associate"),
    },
    "withdrawal": {"requested": ("", "not-requested", "revoked"), "revoked": ("", "requested")},
    "accession": {
        "applied": ("", "not-applied", "refused"),
        "invited": ("", "not-applied", "applied", "blocked", "refused"),
        "opened": ("", "applied", "invited", "blocked"),
        "blocked": ("", "applied", "invited", "opened"),
        "refused": ("", "applied", "invited", "opened", "blocked"),
        "ratified": ("", "applied", "invited", "opened", "blocked"),
    },
    "voting": {"lost": ("", "restored"), "restored": ("", "lost")},
    "participation": {"suspended": ("", "resumed", "unchanged"), "resumed": ("", "suspended", "unchanged")},
    "intent": {
        "leave-considered": ("", "leave-ruled-out", "join-considered", "join-announced", "join-ruled-out"),
        "leave-announced": ("", "leave-considered", "leave-ruled-out", "join-considered", "join-announced"),
        "leave-ruled-out": ("", "leave-considered", "leave-announced"),
        "join-considered": ("", "join-ruled-out", "leave-considered", "leave-announced"),
        "join-announced": ("", "join-considered", "join-ruled-out", "leave-considered", "leave-announced"),
        "join-ruled-out": ("", "join-considered", "join-announced"),
    },
}  # fmt: skip

# What a value is called while it lasts: who has joined is a member.
LASTING: Final[dict[StandingValue, StandingValue]] = {"joined": "member", "readmitted": "member"}
# Confirms whatever holds.
CONFIRMS: Final = frozenset({"unchanged"})
# Values that say the same in other words: no contradiction, the later one is shown.
ALIKE: Final[tuple[frozenset[str], ...]] = (
    frozenset({"refused", "stopped", "in-arrears"}),  # money
    frozenset({"absent", "refused", "recalled"}),  # conduct
    frozenset({"attends", "hosts", "appointed"}),
    frozenset({"leave-considered", "leave-announced"}),
    frozenset({"join-considered", "join-announced"}),
    frozenset({"leave-ruled-out", "join-considered", "join-announced"}),
    frozenset({"join-ruled-out", "leave-considered", "leave-announced"}),
    frozenset({"applied", "invited", "opened"}),
)

# Which turn of one aspect ends which values of another.
ENDS: Final[dict[StandingValue, dict[Aspect, tuple[StandingValue, ...]]]] = {
    "joined": {
        "accession": ("applied", "not-applied", "invited", "opened", "blocked", "refused", "ratified"),
        "intent": ("join-considered", "join-announced", "join-ruled-out"),
        "withdrawal": ("requested",),
    },
    "left": {
        "withdrawal": ("requested", "not-requested", "revoked"),
        "intent": ("leave-considered", "leave-announced", "leave-ruled-out"),
        "voting": ("lost", "restored"),
    },
    "expelled": {
        "withdrawal": ("requested", "not-requested", "revoked"),
        "intent": ("leave-considered", "leave-announced", "leave-ruled-out"),
        "voting": ("lost", "restored"),
    },
    "readmitted": {"voting": ("lost",), "intent": ("join-considered", "join-announced")},
    "requested": {"intent": ("leave-considered", "leave-announced", "leave-ruled-out")},
    "revoked": {"intent": ("leave-considered", "leave-announced")},
    "applied": {"intent": ("join-considered", "join-announced", "join-ruled-out")},
}  # fmt: skip
# After these the party is out, and what it declared, did and paid is moot.
OUT: Final = frozenset({"left", "expelled"})

# What is denied or did not happen is the opposite value only where the list of values has one for it.
OPPOSITE: Final[dict[StandingValue, StandingValue]] = {"requested": "not-requested", "applied": "not-applied"}
# Who denies a value denies these, too: who says that a state is not leaving answers who announced that it would.
DENIES: Final[dict[StandingValue, tuple[tuple[Aspect, StandingValue], ...]]] = {
    "left": (("intent", "leave-announced"), ("withdrawal", "requested")),
    "joined": (("intent", "join-announced"), ("accession", "applied")),
    "suspended-by-body": (("participation", "suspended"),),
    "suspended": (("membership", "suspended-by-body"),),
}
# The aspects of an axis in the order in which the first that is known gives the axis its value.
# Of observed axes it is the one seen last.
ASPECTS: Final[dict[Axis, tuple[Aspect, ...]]] = {
    "legal": ("membership", "accession", "withdrawal", "voting"),
    "declared": ("participation", "intent"),
    "conduct": ("meetings", "exercises", "representation", "hosting"),
    "money": ("dues",),
    "obligations": ("obligations",),
}


def lasting(value: StandingValue) -> StandingValue:
    """Return what a value is called while it lasts: `member` of `joined`."""
    return LASTING.get(value, value)


def agrees(value: StandingValue, other: StandingValue) -> bool:
    """Return whether two values may both be true at one time."""
    one, two = lasting(value), lasting(other)
    return one == two or value in CONFIRMS or any(one in family and two in family for family in ALIKE)


def may_follow(aspect: Aspect, value: StandingValue, before: str) -> bool:
    """Return whether a value is a turn that may come after another."""
    return before in FOLLOWS.get(aspect, {}).get(value, ())
