"""The rules of standings, as tables: which value follows which, what ends what, whose word weighs how much."""

from pathlib import Path
from typing import Any

import pytest
from reporting import day, standing

from marsad.ledger import AxisStanding, Standings, standings
from marsad.ledger.commitments import MAKES
from marsad.ledger.rules import ASPECTS, ENDS, FOLLOWS, WEIGHTS
from marsad.model.values import AXIS_OF, VALUES_OF, Axis

NOBODY = "IGO:MARSAD-TEST"  # an institution that no table knows, so that only the reports speak


def asked(*told: Any, as_of: str = "2024-12-31", known: str = "2024-12-31", of: str = NOBODY) -> Standings:
    return standings(told, subject="ARM", of=of, as_of=day(as_of), known=day(known))


def said(known: str, what: str, **fields: Any) -> Any:
    return standing(known, what, of=fields.pop("of", NOBODY), **fields)


def on(axis: Axis, *told: Any, **asking: Any) -> AxisStanding:
    return asked(*told, **asking).axes[axis]


def test_the_tables_name_only_what_there_is() -> None:
    assert {aspect for aspects in ASPECTS.values() for aspect in aspects} == set(VALUES_OF)
    assert {aspect: axis for axis, aspects in ASPECTS.items() for aspect in aspects} == AXIS_OF
    turns = {(aspect, value) for aspect, found in FOLLOWS.items() for value in found}
    ended = {(aspect, value) for found in ENDS.values() for aspect, values in found.items() for value in values}
    assert {(aspect, value) for aspect, value in turns | ended if value not in VALUES_OF[aspect]} == set()
    assert set(WEIGHTS) == set(ASPECTS)


FOLLOWING = [
    # axis, first, then, what holds in the end
    ("declared", "participation suspended", "participation resumed", "resumed"),
    ("declared", "participation resumed", "participation suspended", "suspended"),
    ("declared", "participation suspended", "participation unchanged", "suspended"),
    ("declared", "intent leave-considered", "intent leave-announced", "leave-announced"),
    ("declared", "intent leave-announced", "intent leave-ruled-out", "leave-ruled-out"),
    ("declared", "intent join-considered", "intent join-ruled-out", "join-ruled-out"),
    ("legal", "membership joined", "membership left", "left"),
    ("legal", "membership left", "membership joined", "member"),
    ("legal", "membership expelled", "membership readmitted", "member"),
    ("legal", "membership suspended-by-body", "membership readmitted", "member"),
    ("legal", "membership suspended-by-body", "membership expelled", "expelled"),
    ("legal", "membership member", "membership suspended-by-body", "suspended-by-body"),
    ("legal", "membership candidate", "membership joined", "member"),
    ("legal", "withdrawal requested", "withdrawal revoked", "revoked"),
    ("legal", "withdrawal not-requested", "withdrawal requested", "requested"),
    ("legal", "accession applied", "accession opened", "opened"),
    ("legal", "accession opened", "accession blocked", "blocked"),
    ("legal", "accession invited", "accession ratified", "ratified"),
    ("legal", "voting lost", "voting restored", "restored"),
    ("conduct", "meetings absent", "meetings attends", "attends"),
    ("conduct", "representation recalled", "representation appointed", "appointed"),
    ("money", "dues refused", "dues pays", "pays"),
    ("money", "dues stopped", "dues in-arrears", "in-arrears"),
    ("obligations", "obligations honoured", "obligations breached", "breached"),
]


@pytest.mark.parametrize(("axis", "first", "then", "value"), FOLLOWING)
def test_what_follows_what(axis: Axis, first: str, then: str, value: str) -> None:
    found = on(axis, said("2024-02-01", first, outlet="x"), said("2024-06-01", then, outlet="y"))
    assert (found.value, found.contested) == (value, ())


NOT_FOLLOWING = [
    # a state that no turn has brought about contradicts what holds
    ("legal", "membership left", "membership member"),
    ("legal", "membership left", "membership suspended-by-body"),
    ("legal", "membership member", "membership candidate"),
    ("legal", "withdrawal requested", "withdrawal not-requested"),
    ("legal", "accession ratified", "accession applied"),
]


@pytest.mark.parametrize(("axis", "first", "then"), NOT_FOLLOWING)
def test_what_does_not_follow_is_contested(axis: Axis, first: str, then: str) -> None:
    found = on(axis, said("2024-02-01", first, outlet="x"), said("2024-06-01", then, outlet="y"))
    assert found.value == first.split()[1]
    assert [(p.value, p.counts.reports) for p in found.contested] == [(then.split()[1], 1)]


ENDING = [
    # what holds, what ends it, what is left of the same axis or another
    ("legal", "withdrawal requested", "membership left", ["left"]),
    ("legal", "accession applied", "membership joined", ["member"]),
    ("legal", "voting lost", "membership expelled", ["expelled"]),
    ("legal", "voting lost", "membership readmitted", ["member"]),
    ("declared", "intent leave-announced", "membership left", []),
    ("declared", "intent join-announced", "membership joined", []),
    ("declared", "intent leave-announced", "withdrawal requested", []),
    ("declared", "intent leave-announced", "withdrawal revoked", []),
    ("declared", "intent join-considered", "accession applied", []),
    ("declared", "participation suspended", "membership joined", ["suspended"]),
]


@pytest.mark.parametrize(("axis", "first", "then", "left"), ENDING)
def test_what_ends_what(axis: Axis, first: str, then: str, left: list[str]) -> None:
    found = on(axis, said("2024-02-01", first), said("2024-06-01", then))
    assert [position.value for position in found.positions] == left


def test_a_later_report_can_be_ended_no_more_than_an_earlier_turn_lets_it() -> None:
    found = on("legal", said("2024-02-01", "membership left"), said("2024-06-01", "withdrawal requested"))
    assert [position.value for position in found.positions] == ["left", "requested"]


def test_who_has_left_has_nothing_else_that_counts() -> None:
    found = asked(said("2024-02-01", "participation suspended"), said("2024-06-01", "membership left"))
    assert (found.axes["legal"].moot, found.axes["declared"].moot, found.axes["declared"].value) == (
        False, True, "suspended",
    )  # fmt: skip
    assert not asked(said("2024-02-01", "participation suspended")).axes["declared"].moot


BODY, MEMBER, RIVAL = "IGO:CSTO", "ARM GOV/foreign-minister", "AZE GOV"
WEIGHING = [
    # axis, who says what first, who says what on the same day, whose word stands
    ("legal", MEMBER, "withdrawal requested", BODY, "withdrawal not-requested", "not-requested"),
    ("legal", BODY, "withdrawal not-requested", RIVAL, "withdrawal requested", "not-requested"),
    ("legal", BODY, "accession refused", MEMBER, "accession applied", "refused"),
    ("declared", BODY, "participation resumed", MEMBER, "participation suspended", "suspended"),
    ("declared", MEMBER, "participation suspended", BODY, "participation resumed", "suspended"),
    ("declared", RIVAL, "participation resumed", "", "participation suspended", "suspended"),
    ("money", RIVAL, "dues pays", BODY, "dues refused", "refused"),
    ("money", "", "dues pays", MEMBER, "dues refused", "refused"),
    ("obligations", MEMBER, "obligations honoured", BODY, "obligations breached", "breached"),
    ("obligations", MEMBER, "obligations honoured", RIVAL, "obligations breached", "breached"),
]


@pytest.mark.parametrize(("axis", "one", "first", "other", "second", "value"), WEIGHING)
def test_whose_word_weighs_more(axis: Axis, one: str, first: str, other: str, second: str, value: str) -> None:
    told = [
        said("2024-02-01", first, of="IGO:CSTO", said_by=one),
        said("2024-02-01", second, of="IGO:CSTO", said_by=other),
    ]
    found = on(axis, *told, of="IGO:CSTO")
    aspect = first.split(maxsplit=1)[0]
    assert next(position.value for position in found.positions if position.aspect == aspect) == value
    assert {position.value for position in found.contested} == {first.split()[1], second.split()[1]} - {value}


EQUAL = [
    ("money", BODY, "dues refused", MEMBER, "dues pays"),
    ("conduct", RIVAL, "meetings absent", "", "meetings attends"),
]


@pytest.mark.parametrize(("axis", "one", "first", "other", "second"), EQUAL)
def test_of_equal_words_at_one_time_both_stand(axis: Axis, one: str, first: str, other: str, second: str) -> None:
    told = [
        said("2024-02-01", first, of="IGO:CSTO", said_by=one),
        said("2024-02-05", second, of="IGO:CSTO", said_by=other),
    ]
    found = on(axis, *told, of="IGO:CSTO")
    assert (found.value, [p.value for p in found.contested]) == (first.split()[1], [second.split()[1]])
    assert len(found.words) == 2


def test_a_turn_told_by_who_weighs_least_does_not_turn_what_others_carry() -> None:
    told = [
        said("2024-02-01", "membership member", of="IGO:X", said_by="ARM GOV"),
        said("2024-06-01", "membership expelled", of="IGO:X", said_by="AZE GOV"),
    ]
    found = on("legal", *told, of="IGO:X")
    assert (found.value, [p.value for p in found.contested]) == ("member", ["expelled"])


CHANGING_NOTHING = ["negated", "planned", "possible", "conditional", "demanded", "alleged", "historical", "denied"]


@pytest.mark.parametrize("status", CHANGING_NOTHING)
def test_what_is_not_actual_changes_no_standing(status: str) -> None:
    found = on("declared", said("2024-02-01", f"participation suspended {status}"))
    assert (found.value, found.positions) == (None, ())
    assert [(n.value, n.status) for n in found.noted] == [("suspended", status)]


@pytest.mark.parametrize("status", ["negated", "denied"])
@pytest.mark.parametrize(
    ("what", "value"), [("withdrawal requested", "not-requested"), ("accession applied", "not-applied")]
)
def test_what_was_not_asked_for_is_a_value_itself(what: str, value: str, status: str) -> None:
    assert on("legal", said("2024-02-01", f"{what} {status}")).value == value


def test_a_denial_names_the_claims_it_answers_and_contests_what_holds() -> None:
    claim = said("2024-02-01", "participation suspended", said_by="ARM GOV/prime-minister")
    denial = said("2024-02-02", "participation suspended denied", said_by="ARM GOV/minister")
    later = said("2024-02-03", "participation suspended", said_by="ARM GOV/spokesperson")
    found = on("declared", denial, later, claim)
    assert found.value == "suspended"
    assert [(p.value, p.status, p.said_by[0].role) for p in found.contested] == [("suspended", "denied", "minister")]
    assert [n.answers for n in found.noted] == [(claim.record.id,)]


DENIED = [
    # what is said, what is denied, the axis on which that contests it
    ("intent leave-announced", "membership left denied", "declared"),
    ("withdrawal requested", "membership left denied", "legal"),
    ("intent join-announced", "membership joined negated", "declared"),
    ("participation suspended", "membership suspended-by-body denied", "declared"),
    ("membership suspended-by-body", "participation suspended denied", "legal"),
]


@pytest.mark.parametrize(("claimed", "denied", "axis"), DENIED)
def test_a_denial_answers_what_is_denied_with_it(claimed: str, denied: str, axis: Axis) -> None:
    claim = said("2024-06-12", claimed, said_by="ARM GOV/prime-minister")
    found = asked(claim, said("2024-06-13", denied, said_by="ARM GOV/foreign-minister"))
    assert [(p.value, p.status) for p in found.axes[axis].contested] == [(denied.split()[1], denied.split()[2])]
    assert [n.answers for axis_ in found.axes.values() for n in axis_.noted] == [(claim.record.id,)]


def test_a_denial_answers_a_plan_too() -> None:
    plan = said("2024-06-12", "membership left planned")
    noted = on("legal", plan, said("2024-06-13", "membership left denied")).noted
    assert [n.answers for n in noted] == [(), (plan.record.id,)]


def test_a_denial_of_what_no_longer_holds_contests_nothing() -> None:
    told = [
        said("2024-02-01", "participation suspended"),
        said("2024-02-02", "participation suspended denied"),
        said("2024-06-01", "participation resumed"),
    ]
    assert on("declared", *told).contested == ()


def test_a_contest_ends_with_the_next_turn() -> None:
    told = [
        said("2024-02-01", "participation suspended", said_by="ARM GOV"),
        said("2024-02-01", "participation resumed", said_by="RUS GOV"),
        said("2024-06-01", "participation resumed", said_by="ARM GOV"),
    ]
    assert [p.value for p in on("declared", *told, as_of="2024-03-01").contested] == ["resumed"]
    assert on("declared", *told).contested == ()


def test_an_edited_article_speaks_by_its_latest_version_that_was_public() -> None:
    first = said("2024-02-01", "participation suspended", article="a", sentence="one")
    second = said("2024-02-03", "participation resumed", article="a", version=2, sentence="two")
    assert on("declared", first, second, known="2024-02-02", as_of="2024-02-02").value == "suspended"
    assert on("declared", first, second).value == "resumed"
    assert on("declared", first, second).positions[0].counts.reports == 1


def test_plans_whose_day_has_passed_unheard_are_overdue() -> None:
    plan = said("2024-02-01", "membership left planned", date="2024-05-01")
    assert [n.overdue for n in on("legal", plan, as_of="2024-04-01").noted] == [False]
    assert [n.overdue for n in on("legal", plan).noted] == [True]
    assert [n.overdue for n in on("legal", plan, said("2024-05-02", "membership left")).noted] == [False]


def test_a_file_is_a_standing_of_its_own() -> None:
    told = [
        said("2024-02-01", "participation suspended", file="inspections"),
        said("2024-02-01", "participation resumed"),
    ]
    assert [(p.value, p.file) for p in on("declared", *told).positions] == [
        ("resumed", ""),
        ("suspended", "inspections"),
    ]


def rows(page: str, head: str) -> list[list[str]]:
    """Return the rows of the table under a head, without the marks of code."""
    table = page.split(f"\n{head}\n")[1].split("\n\n", maxsplit=1)[0].splitlines()[1:]
    return [[cell.strip().replace("`", "") for cell in line.strip("|").split("|")] for line in table]


def test_the_page_has_the_same_tables(root: Path) -> None:
    page = (root / "docs" / "ledger.md").read_text(encoding="utf-8")
    weights = [
        [axis, *(str(found[role]) for role in ("body", "member", "press", "other"))] for axis, found in WEIGHTS.items()
    ]
    follows = [
        [aspect, value, " ".join(before or "nothing" for before in after)]
        for aspect, found in FOLLOWS.items()
        for value, after in found.items()
    ]
    ends = [[turn, aspect, " ".join(values)] for turn, found in ENDS.items() for aspect, values in found.items()]
    assert rows(page, "| axis | body | member | press | other |") == weights
    assert rows(page, "| aspect | turn | after |") == follows
    assert rows(page, "| turn | ends, of | these values |") == ends
    assert rows(page, "| act | state |") == [[act, state] for act, state in MAKES.items()]
