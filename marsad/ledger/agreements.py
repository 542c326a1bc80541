"""Treaties and deals: how far up the ladder each has come, and what blocks the next rung."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from marsad.ledger.model import Word, word
from marsad.ledger.steps import Asked, Day, Step, Told, counts, since, states, step, told, vague
from marsad.model.records import Agreement
from marsad.model.report import Report
from marsad.model.values import AgreementStage, Interval
from marsad.stories import Counts

LADDER: Final[tuple[AgreementStage, ...]] = (
    "proposed", "negotiating", "agreed", "initialled", "signed", "ratified", "in-force",
)  # fmt: skip
# What comes of an agreement that exists. A violation is what one side says of the other: it stands beside.
AFTERWARDS: Final = frozenset({"extended", "suspended", "fulfilled", "ended", "rejected"})
OVER: Final = frozenset({"fulfilled", "ended", "rejected"})
RUNG = {stage: rung for rung, stage in enumerate(LADDER)}
# Names for any agreement: one of these is the only more exact one that the same parties have, if they have one.
ANY_FORM: Final = frozenset({"", "agreement", "deal", "accord", "treaty"})


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """What stands before the next rung: a `precondition`, a `rejection`, or a `ratification` still to come."""

    kind: str
    who: tuple[str, ...] = ()
    what: str = ""
    word: Word | None = None


class AgreementStanding(msgspec.Struct, frozen=True, kw_only=True):
    """How far one agreement is: its stage and the next rung, what blocks it, and each step with its words.

    `expected` holds what is planned, possible or conditional, `contested` violations and what lags behind the stage,
    `noted` denials and the rest.
    """

    parties: tuple[str, ...]
    form: str
    name: str
    stage: AgreementStage | None
    next: AgreementStage | None
    since: Interval | None = None
    ratified_by: tuple[str, ...] = ()
    mediator: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    counts: Counts = Counts()
    history: tuple[Step, ...] = ()
    expected: tuple[Step, ...] = ()
    contested: tuple[Step, ...] = ()
    noted: tuple[Step, ...] = ()


Found = Sequence[Told[Agreement]]
AWAITED = frozenset({"planned", "possible", "conditional", "demanded"})


def agreements(
    reports: Iterable[Report], *, party: str = "", other: str = "", as_of: Day = None, known: Day = None
) -> tuple[AgreementStanding, ...]:
    """Return the agreements that reports tell of, those of one or two parties only where they are given."""
    threads: defaultdict[tuple[tuple[str, ...], str, str], list[Told[Agreement]]] = defaultdict(list)
    found = [
        one
        for one in told(reports, Agreement, Asked(as_of, known))
        if {party, other} - {""} <= set(states(one.record.parties))
    ]
    exact, apart = _exact_forms(found), vague(found, lambda record: not states(record.parties))
    for one in found:
        parties = states(one.record.parties)
        form = one.record.form
        form = exact.get(parties, "agreement") if form in ANY_FORM else form
        threads[parties, form, apart.get(one.record.id, "")].append(one)
    return tuple(_thread(key[0], key[1], threads[key]) for key in sorted(threads))


def _exact_forms(found: Found) -> dict[tuple[str, ...], str]:
    """Return for parties that have agreements of one exact form only, that form: what else is called so is that one."""
    forms: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for one in found:
        forms[states(one.record.parties)] |= {one.record.form} - ANY_FORM
    return {parties: next(iter(known)) for parties, known in forms.items() if parties and len(known) == 1}


def _thread(parties: tuple[str, ...], form: str, found: Found) -> AgreementStanding:
    actual = [one for one in found if one.record.status == "actual"]
    turns, beside = _turns(actual, parties)
    stage = _stage(turns[-1], _ratified(turns), parties) if turns else None
    awaited = [one for one in found if one.record.status in AWAITED]
    other = [one for one in found if one.record.status not in AWAITED and one.record.status != "actual"]
    begun = turns[-1] if turns else None
    return AgreementStanding(
        parties=parties, form=form, name=next((one.record.name for one in found if one.record.name), ""), stage=stage,
        next=_next(stage), since=since(begun) if begun else None, ratified_by=_ratified(turns),
        mediator=states(actor for one in found for actor in one.record.mediator),
        blocks=tuple(_blocks(found, turns, stage, parties)), counts=counts(actual), history=_steps(turns),
        expected=_steps(awaited), contested=_steps(beside), noted=_steps(other),
    )  # fmt: skip


def _turns(actual: Found, parties: tuple[str, ...]) -> tuple[list[Told[Agreement]], list[Told[Agreement]]]:
    """Return the steps up the ladder and what came of it afterwards, and what stands beside."""
    turns: list[Told[Agreement]] = []
    beside: list[Told[Agreement]] = []
    for one in actual:
        last = turns[-1].record.stage if turns else None
        (turns if _is_turn(one.record.stage, last) else beside).append(one)
    if not turns:
        return [], beside  # only breaches are told
    now = turns[-1]
    return turns, [one for one in beside if one.at >= now.at and one.record.stage != now.record.stage]


def _is_turn(stage: AgreementStage, last: AgreementStage | None) -> bool:
    """Return whether a stage leads on from the last: upwards, afterwards, or anew where that one is over."""
    if stage == "violated":
        return False
    if last is None or stage in AFTERWARDS:
        return stage != last
    if last in OVER:
        return True
    return RUNG[stage] > RUNG.get(last, RUNG["signed"]) or (stage == "ratified" and last == "ratified")


def _stage(now: Told[Agreement], ratified: tuple[str, ...], parties: tuple[str, ...]) -> AgreementStage:
    """Return the stage reached: an agreement that only some have ratified is signed."""
    partly = now.record.stage == "ratified" and bool(ratified) and bool(set(parties) - set(ratified))
    return "signed" if partly else now.record.stage


def _ratified(turns: Found) -> tuple[str, ...]:
    return states(actor for one in turns for actor in one.record.ratified_by)


def _next(stage: AgreementStage | None) -> AgreementStage | None:
    rung = RUNG.get(stage, -2) + 1 if stage is not None else 0
    return LADDER[rung] if 0 <= rung < len(LADDER) else None


def _blocks(found: Found, turns: Found, stage: AgreementStage | None, parties: tuple[str, ...]) -> Iterable[Block]:
    """Yield what stands before the next rung, told since the stage was reached."""
    if _next(stage) is None:
        return
    reached = turns[-1].at if turns else datetime.date.min
    for one in (one for one in found if one.known >= reached):
        if one.record.precondition:
            yield Block(kind="precondition", who=_who(one), what=one.record.precondition, word=word(one.report))
        if one.record.stage == "rejected" and one.record.status != "actual":
            yield Block(kind="rejection", who=_who(one), word=word(one.report))
    if stage == "signed" and (ratified := _ratified(turns)) and (missing := set(parties) - set(ratified)):
        yield Block(kind="ratification", who=tuple(sorted(missing)))


def _who(one: Told[Agreement]) -> tuple[str, ...]:
    return states(one.record.said_by)


def _steps(found: Found) -> tuple[Step, ...]:
    return tuple(step(one, one.record.stage) for one in found)
