"""Two times: when it held, and when it was public; and the known memberships that everything starts from."""

import datetime
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reporting import day, standing

from marsad.ledger import standings
from marsad.model.report import Report
from marsad.model.values import VALUES_OF, Interval, Status, choices

FROM, TO = datetime.date(2023, 1, 1), datetime.date(2025, 1, 1)


def value(axis: str, *told: Report, as_of: str, known: str, of: str = "IGO:CSTO", subject: str = "ARM") -> Any:
    return standings(told, subject=subject, of=of, as_of=day(as_of), known=day(known)).axes[axis].value  # type: ignore[index]


SUSPENDED = standing("2024-11-20", "participation suspended", date="2024-02-22")


@pytest.mark.parametrize(
    ("as_of", "known", "expected"),
    [
        ("2024-03-01", "2024-12-01", "suspended"),  # told later, of that time
        ("2024-03-01", "2024-03-01", None),  # nobody knew
        ("2024-02-01", "2024-12-01", None),  # not yet so
        ("2024-11-20", "2024-11-20", "suspended"),
    ],
)
def test_when_it_held_and_when_it_was_public(as_of: str, known: str, expected: str | None) -> None:
    assert value("declared", SUSPENDED, as_of=as_of, known=known) == expected


def test_without_a_date_it_holds_from_the_day_it_was_told() -> None:
    told = standing("2024-11-20", "participation suspended")
    assert value("declared", told, as_of="2024-11-19", known="2024-12-01") is None
    found = standings([told], subject="ARM", of="IGO:CSTO").axes["declared"]
    assert found.since == Interval(None, day("2024-11-20"), "open")


def test_what_is_told_of_a_range_of_days_ends_with_it() -> None:
    range_ = Interval(day("2024-01-01"), day("2024-03-31"), "range")
    told = standing("2024-11-20", "participation suspended", date=range_)
    assert value("declared", told, as_of="2024-03-31", known="2024-12-01") == "suspended"
    assert value("declared", told, as_of="2024-04-01", known="2024-12-01") is None


BASELINE = [
    # subject, institution, as of, known, value
    ("ARM", "IGO:CSTO", "2024-11-20", "2024-11-20", "member"),
    ("FIN", "IGO:NATO", "2023-04-03", "2025-01-01", None),
    ("FIN", "IGO:NATO", "2023-04-04", "2025-01-01", "member"),
    ("FIN", "IGO:NATO", "2024-01-01", "2023-04-03", None),
    ("GBR", "IGO:EU", "2019-01-01", "2019-01-01", "member"),
    ("GBR", "IGO:EU", "2024-01-01", "2024-01-01", "left"),
    ("NER", "IGO:ECOWAS", "2024-06-01", "2024-06-01", "suspended-by-body"),
    ("NER", "IGO:ECOWAS", "2025-02-01", "2025-02-01", "left"),
    ("SYR", "IGO:LAS", "2015-01-01", "2015-01-01", "suspended-by-body"),
    ("SYR", "IGO:LAS", "2024-01-01", "2024-01-01", "member"),
    ("CHE", "IGO:UN", "2001-01-01", "2024-01-01", None),
    ("CHE", "IGO:UN", "2024-01-01", "2024-01-01", "member"),
    ("XKX", "IGO:UN", "2024-01-01", "2024-01-01", None),
]


@pytest.mark.parametrize(("subject", "of", "as_of", "known", "expected"), BASELINE)
def test_the_known_memberships_are_where_it_starts(
    subject: str, of: str, as_of: str, known: str, expected: str | None
) -> None:
    assert value("legal", as_of=as_of, known=known, of=of, subject=subject) == expected


def test_a_suspension_that_ends_with_the_membership_is_no_return() -> None:
    asked = day("2025-02-01")
    legal = standings([], subject="NER", of="IGO:ECOWAS", as_of=asked, known=asked).axes["legal"]
    assert ([p.value for p in legal.positions], legal.contested) == (["left"], ())


def test_a_party_that_says_it_is_out_is_still_in_until_the_day_that_the_tables_know() -> None:
    left = standing("2024-01-28", "membership left", subject="NER", of="IGO:ECOWAS", said_by="NER GOV")
    found = standings([left], subject="NER", of="IGO:ECOWAS", as_of=day("2024-06-01"), known=day("2025-06-01"))
    legal = found.axes["legal"]
    assert (legal.value, [p.value for p in legal.contested]) == ("suspended-by-body", ["left"])
    assert value("legal", left, as_of="2025-06-01", known="2025-06-01", subject="NER", of="IGO:ECOWAS") == "left"


AGAINST_THE_TABLES = [
    # what is told of a party that the tables know as a member; what then holds, what is contested
    ([("", "one")], "member", ["left"]),
    ([("ARM GOV", "one")], "member", ["left"]),
    ([("", "one"), ("ARM GOV", "two")], "left", []),
    ([("IGO:CSTO", "one")], "left", []),
]


@pytest.mark.parametrize(("told", "holds", "contested"), AGAINST_THE_TABLES)
def test_one_origin_alone_does_not_overturn_a_known_membership(
    told: list[tuple[str, str]], holds: str, contested: list[str]
) -> None:
    reports = [standing("2025-06-01", "membership left", said_by=who, sentence=s, outlet=s) for who, s in told]
    legal = standings(reports, subject="ARM", of="IGO:CSTO").axes["legal"]
    assert (legal.value, [position.value for position in legal.contested]) == (holds, contested)


def test_an_act_of_the_body_counts_whoever_tells_it() -> None:
    from reporting import actors

    told = standing("2025-06-01", "membership suspended-by-body", of="IGO:AU", subject="KEN", by=actors("IGO:AUPSC"))
    assert standings([told], subject="KEN", of="IGO:AU").axes["legal"].value == "suspended-by-body"


def test_history_tells_each_turn_with_the_sentence_that_told_it_first() -> None:
    told = [
        standing("2024-02-25", "participation suspended", sentence="again", date="2024-02-22"),
        standing("2024-02-23", "participation suspended", sentence="first", date="2024-02-22"),
        standing("2024-06-01", "participation resumed", sentence="back"),
    ]
    found = standings(told, subject="ARM", of="IGO:CSTO").history
    turns = [(c.value, c.before, c.known and c.known.isoformat(), c.word and c.word.sentence) for c in found]
    assert turns == [
        ("joined", "", None, None),
        ("suspended", "", "2024-02-23", "first"),
        ("resumed", "suspended", "2024-06-01", "back"),
    ]


def test_a_member_s_act_where_one_is_no_member_changes_nothing() -> None:
    told = standing("2024-11-20", "participation suspended", of="IGO:EU")
    assert value("declared", told, as_of="2024-12-01", known="2024-12-01", of="IGO:EU") is None


days = st.dates(FROM, TO)
intervals = st.one_of(
    st.none(),
    days.map(lambda d: Interval(d, d, "day")),
    days.map(lambda d: Interval(d, d + datetime.timedelta(days=40), "range")),
    days.map(lambda d: Interval(None, d, "open")),
)
voices = st.sampled_from(["", "ARM GOV/prime-minister", "ARM LEG/chair", "IGO:CSTO", "RUS GOV", "AZE GOV"])


@st.composite
def reports(draw: st.DrawFn) -> Report:
    aspect = draw(st.sampled_from(sorted(VALUES_OF)))
    chosen = draw(st.sampled_from(VALUES_OF[aspect]))
    status = draw(st.sampled_from(["actual", "actual", *choices(Status)]))
    article, version = draw(st.sampled_from("abcde")), draw(st.integers(1, 2))
    # A version of an article became public on one day: later versions later.
    known = FROM + datetime.timedelta(days=97 * "abcde".index(article) + 150 * (version - 1))
    return standing(
        known.isoformat(), f"{aspect} {chosen} {status}", article=article, version=version,
        said_by=draw(voices), date=draw(intervals), sentence=draw(st.sampled_from(["One.", "Two.", "Three."])),
        of=draw(st.sampled_from(["IGO:CSTO", "IGO:EU"])), lang=draw(st.sampled_from(["ar", "en"])),
    )  # fmt: skip


lists = st.lists(reports(), max_size=12)


def asked(told: list[Report], as_of: datetime.date, known: datetime.date) -> Any:
    return standings(told, subject="ARM", of="IGO:CSTO", as_of=as_of, known=known)


@settings(max_examples=150, deadline=None)
@given(lists, days, days, st.randoms(use_true_random=False))
def test_adding_in_any_order_gives_the_same_ledger(
    told: list[Report], as_of: datetime.date, known: datetime.date, mixer: random.Random
) -> None:
    mixed = list(told)
    mixer.shuffle(mixed)
    assert asked(mixed, as_of, known) == asked(told, as_of, known)


@settings(max_examples=150, deadline=None)
@given(lists, days, days)
def test_adding_again_changes_nothing(told: list[Report], as_of: datetime.date, known: datetime.date) -> None:
    assert asked(told + told[:5], as_of, known) == asked(told, as_of, known)


@settings(max_examples=150, deadline=None)
@given(lists, lists, days, days)
def test_no_question_sees_what_was_published_later(
    told: list[Report], more: list[Report], as_of: datetime.date, known: datetime.date
) -> None:
    later = [report for report in more if report.source.known > known]
    assert asked(told + later, as_of, known) == asked(told, as_of, known)


def test_what_is_told_again_without_a_day_is_the_same_event() -> None:
    told = [
        standing("2024-02-23", "participation suspended", date="2024-02-22", sentence="one", outlet="a"),
        standing("2024-05-01", "participation suspended", sentence="two", outlet="b"),
        standing("2024-11-20", "participation suspended", sentence="three", outlet="b"),
    ]
    counts = standings(told, subject="ARM", of="IGO:CSTO").axes["declared"].counts
    assert (counts.reports, counts.events, counts.origins) == (3, 1, 2)
