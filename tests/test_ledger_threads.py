"""Promises, treaties, meetings, positions and relations over time."""

import datetime
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting import actors, dated, day, report

from marsad.ledger import agreements, changes, commitments, dyad, meetings, stances
from marsad.model.report import Report
from marsad.model.values import AgreementStage, CommitmentAct, Interval, MeetingStatus, Place, Status, choices


def promise(known: str, act: str, *, status: str = "actual", said_by: str = "", **fields: Any) -> Report:
    return report(
        "commitment", known, f"{known} {act} {status}", by=actors("RUS GOV"), to=actors("ARM"), subject="security",
        act=act, status=status, said_by=said_by, **fields,
    )  # fmt: skip


PROMISES = [
    # what was told, one act a month; what the promise is then
    (["made"], "open", "made"),
    (["offered"], "offered", "offered"),
    (["offered", "made"], "open", "made"),
    (["made", "offered"], "open", "made"),
    (["demanded"], "asked", "demanded"),
    (["made", "demanded"], "open", "made"),
    (["made", "reaffirmed"], "open", "reaffirmed"),
    (["made", "doubted"], "open", "made"),
    (["made", "fulfilled"], "kept", "fulfilled"),
    (["made", "breached"], "broken", "breached"),
    (["breached", "reaffirmed"], "open", "reaffirmed"),
    (["offered", "declined"], "closed", "declined"),
    (["demanded", "refused"], "closed", "refused"),
    (["made", "ended"], "closed", "ended"),
    (["made", "ended", "demanded"], "closed", "ended"),
    (["doubted"], None, None),
]


@pytest.mark.parametrize(("acts", "state", "act"), PROMISES)
def test_what_becomes_of_a_promise(acts: list[str], state: str | None, act: str | None) -> None:
    (found,) = commitments([promise(f"2024-0{k + 1}-01", act) for k, act in enumerate(acts)])
    assert (found.state, found.act) == (state, act)


def test_a_promise_has_its_first_day_its_doubts_and_its_contest() -> None:
    told = [
        promise("2024-01-01", "made", said_by="RUS GOV"),
        promise("2024-02-01", "doubted", said_by="ARM GOV"),
        promise("2024-03-01", "breached", said_by="ARM GOV"),
        promise("2024-03-05", "reaffirmed", said_by="RUS GOV"),
        promise("2024-03-06", "fulfilled", status="planned"),
    ]
    (found,) = commitments(told, by="RUS", to="ARM")
    assert (found.state, found.made, found.since) == (
        "broken", Interval(None, day("2024-01-01"), "open"), Interval(None, day("2024-03-01"), "open"),
    )  # fmt: skip
    assert [[s.value for s in steps] for steps in (found.contested, found.doubted, found.noted)] == [
        ["reaffirmed"], ["doubted"], ["fulfilled"],
    ]  # fmt: skip
    assert commitments(told, by="ARM") == ()


def test_promises_of_no_kind_are_one_only_within_a_story() -> None:
    def vague(known: str, sentence: str) -> Report:
        return report("commitment", known, sentence, by=actors("HUN"), subject="other", act="made")

    told = [
        vague("2024-01-01", "Hungary promised to mend the roof of the old station before winter comes."),
        vague("2024-01-02", "Hungary promised to mend the roof of the old station before winter comes."),
        vague("2024-05-01", "Budapest pledged that it would publish the minutes of the talks in full."),
    ]
    assert [found.counts.reports for found in commitments(told)] == [2, 1]


def deal(known: str, stage: str, *, status: str = "actual", form: str = "peace treaty", **fields: Any) -> Report:
    sentence = f"{known} {stage} {status} {form}"
    return report(
        "agreement", known, sentence, parties=actors("ARM", "AZE"), form=form, stage=stage, status=status, **fields
    )


STAGES = [
    # what was told, one a month; the stage then, and the next rung
    (["proposed"], "proposed", "negotiating"),
    (["negotiating", "agreed"], "agreed", "initialled"),
    (["agreed", "negotiating"], "agreed", "initialled"),
    (["initialled", "signed"], "signed", "ratified"),
    (["signed", "ratified"], "ratified", "in-force"),
    (["ratified", "in-force"], "in-force", None),
    (["in-force", "violated"], "in-force", None),
    (["violated", "violated"], None, "proposed"),
    (["in-force", "suspended"], "suspended", None),
    (["in-force", "suspended", "in-force"], "in-force", None),
    (["in-force", "extended"], "extended", None),
    (["in-force", "ended"], "ended", None),
    (["in-force", "ended", "negotiating"], "negotiating", "agreed"),
    (["proposed", "rejected"], "rejected", None),
]


@pytest.mark.parametrize(("stages", "stage", "next_rung"), STAGES)
def test_how_far_a_treaty_is(stages: list[str], stage: str, next_rung: str | None) -> None:
    (found,) = agreements([deal(f"2024-0{k + 1}-01", told) for k, told in enumerate(stages)])
    assert (found.stage, found.next) == (stage, next_rung)


def test_what_blocks_the_next_rung() -> None:
    told = [
        deal("2024-01-01", "agreed", precondition="an old condition", said_by="AZE GOV"),
        deal("2024-03-01", "initialled"),
        deal("2024-04-01", "signed", status="conditional", precondition="the constitution changes", said_by="AZE GOV"),
    ]
    (found,) = agreements(told)
    assert [(b.kind, b.who, b.what) for b in found.blocks] == [("precondition", ("AZE",), "the constitution changes")]
    assert [s.value for s in found.expected] == ["signed"]


def test_a_treaty_that_one_side_has_ratified_waits_for_the_other() -> None:
    one = [deal("2024-01-01", "signed"), deal("2024-02-01", "ratified", ratified_by=actors("ARM LEG"))]
    (found,) = agreements(one)
    assert (found.stage, found.ratified_by, [(b.kind, b.who) for b in found.blocks]) == (
        "signed", ("ARM",), [("ratification", ("AZE",))],
    )  # fmt: skip
    (found,) = agreements([*one, deal("2024-03-01", "ratified", ratified_by=actors("AZE LEG"))])
    assert (found.stage, found.blocks) == ("ratified", ())


def test_a_general_name_means_the_only_agreement_that_there_is() -> None:
    told = [deal("2024-01-01", "negotiating"), deal("2024-02-01", "signed", form="agreement")]
    assert [(a.form, a.stage) for a in agreements(told)] == [("peace treaty", "signed")]
    told.append(deal("2024-02-01", "signed", form="border agreement"))
    assert [(a.form, a.stage) for a in agreements(told)] == [
        ("agreement", "signed"), ("border agreement", "signed"), ("peace treaty", "negotiating"),
    ]  # fmt: skip


def session(known: str, status: str, date: str = "", place: str = "", **fields: Any) -> Report:
    return report(
        "meeting", known, f"{known} {status} {date}", of="IGO:CSTO", form="session", status=status,
        date=dated(date) if date else None, place=Place(place) if place else None, **fields,
    )  # fmt: skip


def test_a_meeting_keeps_its_identity_from_plan_to_end() -> None:
    told = [
        session(
            "2024-11-01", "planned", "2024-11-28", "KAZ", attendance={"ARM GOV": "unconfirmed", "RUS": "confirmed"}
        ),
        session("2024-11-20", "planned", attendance={"ARM GOV": "declined"}),
        session("2024-11-28", "held", "2024-11-28", attendance={"ARM": "absent", "RUS": "attended"}),
        session("2025-05-01", "planned", "2025-06-01"),
    ]
    first, second = meetings(told, as_of=day("2025-05-02"))
    assert (first.status, first.date, first.place) == ("held", dated("2024-11-28"), Place("KAZ"))
    assert (first.confirmed, first.away, first.counts.reports) == (("RUS",), ("ARM",), 3)
    assert second.status == "planned"
    assert [m.date for m in meetings(told, upcoming=True, as_of=day("2025-05-02"))] == [dated("2025-06-01")]


MOVES = [
    # told of a session planned for 28 November: status, day, what it then is, day, moved from
    ("postponed", "", "postponed", "2024-11-28", None),
    ("postponed", "2024-12-10", "postponed", "2024-12-10", "2024-11-28"),
    ("cancelled", "", "cancelled", "2024-11-28", None),
    ("cancelled", "2024-11-28", "cancelled", "2024-11-28", None),
]


@pytest.mark.parametrize(("status", "on", "then", "date", "moved"), MOVES)
def test_a_meeting_moves_under_one_identity(status: str, on: str, then: str, date: str, moved: str | None) -> None:
    (found,) = meetings([session("2024-11-01", "planned", "2024-11-28"), session("2024-11-15", status, on)])
    assert (found.status, found.date and found.date.start, found.moved_from and found.moved_from.start) == (
        then, day(date), day(moved) if moved else None,
    )  # fmt: skip


def test_what_is_planned_again_after_it_was_put_off_takes_place_on_the_new_day() -> None:
    told = [
        session("2024-11-01", "planned", "2024-11-28"),
        session("2024-11-15", "postponed", "2024-12-10"),
        session("2024-11-20", "planned", "2024-12-10"),
        session("2024-12-11", "held"),
    ]
    (found,) = meetings(told)
    assert (found.status, found.date) == ("held", dated("2024-12-10"))


def test_another_body_or_place_is_another_meeting() -> None:
    told = [
        session("2024-11-01", "planned", "2024-11-28", "KAZ"),
        session("2024-11-01", "planned", "2024-11-28", "RUS"),
    ]
    assert len(meetings(told)) == 2


def test_what_is_only_possible_stands_beside() -> None:
    (found,) = meetings([session("2024-11-01", "planned", "2024-11-28"), session("2024-11-02", "denied", "2024-11-28")])
    assert (found.status, [s.value for s in found.beside]) == ("planned", ["denied"])


def event(known: str, kind: str, score: float, one: str, other: str, **fields: Any) -> Report:
    sentence = fields.pop("sentence", f"{known} {kind} {one} {other}")
    return report(
        "event", known, sentence, type=kind, score=score, actor=actors(one), recipient=actors(other), **fields
    )


def test_a_dyad_by_month_and_quad_class() -> None:
    told = [
        event("2024-01-10", "ASSAULT", -9.0, "AZE MIL", "ARM"),
        event("2024-01-11", "ASSAULT", -9.5, "AZE", "ARM", sentence="the same, told by another outlet"),
        event("2024-01-20", "CONSULT", 2.5, "ARM GOV", "AZE GOV"),
        event("2024-03-01", "AID", 10.0, "AZE", "ARM"),
        event("2024-03-02", "AID", 10.0, "AZE", "GEO"),
        event("2024-03-03", "ASSAULT", -9.0, "AZE", "ARM", status="planned"),
        report("relation", "2024-03-05", "ties improve", between=actors("ARM", "AZE"), trend="improved"),
    ]
    found = dyad(told, one="ARM", other="AZE")
    months = [
        (m.start.isoformat(), m.score, [(q.quad, q.score, q.counts.events) for q in m.quads]) for m in found.months
    ]
    assert months == [
        ("2024-01-01", -7.0, [("material conflict", -9.5, 1), ("verbal cooperation", 2.5, 1)]),
        ("2024-03-01", 10.0, [("material cooperation", 10.0, 1)]),
    ]  # fmt: skip
    assert found.months[0].counts.reports == 3
    assert [(t.trend, t.word.sentence) for t in found.turns] == [("improved", "ties improve")]


def test_a_position_is_the_last_that_was_told_as_a_fact() -> None:
    def stance(known: str, value: str, status: str = "actual") -> Report:
        return report(
            "stance", known, f"{known} {value}", holder=actors("HUN GOV"), issue="Aid", stance=value, status=status
        )

    (found,) = stances(
        [stance("2024-01-01", "against"), stance("2024-02-01", "for"), stance("2024-03-01", "against", "possible")]
    )
    assert (found.stance, [s.value for s in found.history], len(found.noted)) == ("for", ["against", "for"], 1)


def test_changes_are_what_became_public_since() -> None:
    from reporting import standing

    told = [
        standing("2024-02-23", "participation suspended", sentence="first"),
        standing("2024-11-20", "participation suspended", sentence="again"),
        standing("2024-11-20", "dues refused", sentence="money"),
        standing("2024-12-20", "dues pays", sentence="later"),
    ]
    found = changes(told, day("2024-11-01"), known=day("2024-12-01"))
    assert [(c.subject, c.of, c.value, c.word and c.word.sentence) for c in found] == [
        ("ARM", "IGO:CSTO", "refused", "money")
    ]


FROM = datetime.date(2024, 1, 1)
days = st.dates(FROM, FROM + datetime.timedelta(days=200))
maybe_dated = st.one_of(st.none(), days.map(lambda d: Interval(d, d, "day")))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    known, kind = draw(days).isoformat(), draw(st.integers(0, 3))
    date, status = draw(maybe_dated), draw(st.sampled_from(["actual", *choices(Status)]))
    if kind == 0:
        return promise(known, draw(st.sampled_from(choices(CommitmentAct))), status=status, date=date)
    if kind == 1:
        return deal(known, draw(st.sampled_from(choices(AgreementStage))), status=status, date=date)
    if kind == 2:
        made = draw(st.sampled_from(choices(MeetingStatus)))
        return report("meeting", known, f"{known} {made}", of="IGO:CSTO", status=made, date=date)
    return event(known, draw(st.sampled_from(["AID", "ASSAULT"])), 1.0, "ARM", "AZE", status=status, date=date)


def dyad_of(told: list[Report], **asked: Any) -> Any:
    return dyad(told, one="ARM", other="AZE", **asked)


QUESTIONS = [commitments, agreements, meetings, dyad_of]
lists = st.lists(reports(), max_size=10)


@pytest.mark.parametrize("question", QUESTIONS)
@settings(max_examples=60, deadline=None)
@given(told=lists, as_of=days, known=days, mixer=st.randoms(use_true_random=False))
def test_neither_order_nor_doubles_change_anything(
    question: Callable[..., Any], told: list[Report], as_of: datetime.date, known: datetime.date, mixer: random.Random
) -> None:
    mixed = told + told[:3]
    mixer.shuffle(mixed)
    assert question(mixed, as_of=as_of, known=known) == question(told, as_of=as_of, known=known)


@pytest.mark.parametrize("question", QUESTIONS)
@settings(max_examples=60, deadline=None)
@given(told=lists, more=lists, as_of=days, known=days)
def test_what_was_published_later_is_not_seen(
    question: Callable[..., Any], told: list[Report], more: list[Report], as_of: datetime.date, known: datetime.date
) -> None:
    articles = {report.source.article for report in told}
    later = [r for r in more if r.source.known > known and r.source.article not in articles]
    assert question(told + later, as_of=as_of, known=known) == question(told, as_of=as_of, known=known)
