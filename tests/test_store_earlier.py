"""What stood on an earlier day: the version of an edited article that was public then."""

import datetime

import pytest
from reporting import day

from marsad.ledger import standings
from marsad.model.article import Article
from marsad.store.store import Store

FREEZE = "Armenia has suspended its participation in the CSTO. Russia condemned the decision."
RESUMED = "Armenia has resumed its participation in the CSTO."
FIRST, SECOND = day("2024-02-23"), day("2024-03-10")


@pytest.fixture
def edited(store: Store) -> Store:
    store.add(Article(id="a", text=FREEZE, lang="en", date=FIRST))
    store.add(Article(id="a", text=RESUMED, lang="en", date=SECOND))
    store.add(Article(id="b", text=FREEZE, lang="en", date=SECOND))
    return store


CASES = [
    # known by, versions of the articles that are public
    ("2024-02-22", set()),
    ("2024-02-23", {("a", 1)}),
    ("2024-03-09", {("a", 1)}),
    ("2024-03-10", {("a", 2), ("b", 1)}),
]


@pytest.mark.parametrize(("known", "versions"), CASES)
def test_of_an_edited_article_the_version_that_stood_then(
    edited: Store, known: str, versions: set[tuple[str, int]]
) -> None:
    found = list(edited.reports(known=day(known)))
    assert {(report.source.article, report.source.version) for report in found} == versions


def test_filters_hold_for_it_too(edited: Store) -> None:
    known = day("2024-03-09")
    assert {r.record.__class__.__name__ for r in edited.reports(known=known, kind="standing")} == {"Standing"}
    assert list(edited.reports(known=known, state="FRA")) == []
    assert list(edited.reports(known=known, state="ARM", institution="IGO:CSTO", kind="standing")) != []
    assert list(edited.reports(known=known, lang="ar")) == []


@pytest.mark.parametrize(("known", "value"), [("2024-03-09", "suspended"), ("2024-03-10", "resumed")])
def test_a_standing_is_as_it_was_known(store: Store, known: str, value: str) -> None:
    store.add(Article(id="a", text=FREEZE, lang="en", date=FIRST))
    store.add(Article(id="a", text=RESUMED, lang="en", date=SECOND))
    told = list(store.reports(state="ARM", kind="standing", known=day(known)))
    as_of = day(known) + datetime.timedelta(days=1)
    declared = standings(told, subject="ARM", of="IGO:CSTO", as_of=as_of, known=day(known)).axes["declared"]
    assert declared.value == value
