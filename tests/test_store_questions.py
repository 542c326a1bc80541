"""The store's questions are those of the ledger over all its reports, whatever look-ups they go through."""

import datetime
from typing import Any

import pytest
from reporting import day

from marsad import ledger
from marsad.model.article import Article
from marsad.store.store import Store

TEXTS = {
    "2024-02-23": "Armenia has suspended its participation in the CSTO. Armenia is leaving the European Union.",
    "2024-02-24": "Russia's Foreign Ministry denied that Armenia has suspended its participation in the CSTO.",
    "2024-03-01": "Russia promised Armenia to guarantee its security. Russia condemned Armenia.",
    "2024-03-02": (
        "Armenia and Azerbaijan signed a peace treaty in Brussels. Relations between Armenia and Russia have worsened."
    ),
    "2024-03-03": "A summit of the CSTO will be held in Astana on 28 November 2024. Hungary opposes the sanctions.",
    "2023-08-31": "The African Union's Peace and Security Council suspended Gabon's membership.",
}  # fmt: skip
AS_OF, KNOWN = day("2024-03-31"), day("2024-12-31")
DAYS: dict[str, datetime.date] = {"as_of": AS_OF, "known": KNOWN}


@pytest.fixture(scope="module")
def filled(shared_store: Store) -> Store:
    for date, text in TEXTS.items():
        shared_store.add(Article(id=date, text=text, lang="en", date=day(date)))
    return shared_store


QUESTIONS: list[tuple[str, tuple[str, ...], dict[str, str]]] = [
    # question, what the store is asked with, what the ledger is
    ("standings", ("ARM", "IGO:CSTO"), {"subject": "ARM", "of": "IGO:CSTO"}),
    ("standings", ("GAB", "IGO:AU"), {"subject": "GAB", "of": "IGO:AU"}),
    ("commitments", (), {}),
    ("commitments", ("RUS", "ARM"), {"by": "RUS", "to": "ARM"}),
    ("agreements", ("ARM", "AZE"), {"party": "ARM", "other": "AZE"}),
    ("meetings", ("IGO:CSTO",), {"party": "IGO:CSTO"}),
    ("stances", (), {}),
    ("dyad", ("ARM", "RUS"), {"one": "ARM", "other": "RUS"}),
]


@pytest.mark.parametrize(("name", "asked", "same"), QUESTIONS)
def test_a_question_to_the_store(filled: Store, name: str, asked: tuple[str, ...], same: dict[str, str]) -> None:
    found: Any = getattr(filled, name)(*asked, **DAYS)
    assert found == getattr(ledger, name)(filled.reports(), **same, **DAYS)
    assert found


def test_all_standings_of_a_party(filled: Store) -> None:
    assert [found.of for found in filled.all_standings("ARM", **DAYS)] == ["IGO:CSTO"]
    assert filled.all_standings("FRA", **DAYS) == ()


def test_changes_since_a_day(filled: Store) -> None:
    found = filled.changes(day("2024-01-01"), known=KNOWN)
    assert found == ledger.changes(filled.reports(), day("2024-01-01"), known=KNOWN)
    assert [(turn.subject, turn.value) for turn in found] == [("ARM", "suspended")]
