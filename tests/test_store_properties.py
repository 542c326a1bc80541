"""What holds for any articles in any order."""

import datetime
import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storing import ARABIC, DAY, EDITED, ENGLISH, article

from marsad.model.article import Article
from marsad.store.store import Store

FEW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEXTS = [
    ("en", ENGLISH),
    ("en", EDITED),
    ("ar", ARABIC),
    ("en", "Egypt met Ethiopia in Cairo."),
    ("en", "Nothing here."),
]
# Of one article, each version has a day of its own: that is what orders versions.
ARTICLES = [
    article(text, name=name, lang=lang, date=DAY + datetime.timedelta(days))
    for (name, days), (lang, text) in itertools.product([("a", 0), ("b", 1), ("c", 2)], TEXTS)
] + [article(text, lang=lang, date=None) for lang, text in TEXTS]
ONE_A_DAY = {(one.id, one.date): one for one in ARTICLES}
articles = st.lists(st.sampled_from(sorted(ONE_A_DAY.values(), key=lambda one: (one.id, one.text))), max_size=6)
MOMENT = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)


@contextmanager
def empty_store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "store.db") as store:
        yield store


def filled(store: Store, added: list[Article]) -> list[bytes]:
    for one in added:
        store.add(one, added=MOMENT)
    return list(store.dump())


@FEW
@given(articles, st.randoms(use_true_random=False))
def test_the_order_of_adding_changes_nothing(added: list[Article], random: "st.random.Random") -> None:  # type: ignore[name-defined]
    with empty_store() as one, empty_store() as other:
        assert filled(one, added) == filled(other, random.sample(added, len(added)))
        assert list(one.reports()) == list(other.reports())


@FEW
@given(articles)
def test_adding_again_changes_nothing(added: list[Article]) -> None:
    with empty_store() as store:
        once = filled(store, added)
        assert [store.add(one) for one in added] == ["unchanged"] * len(added)
        assert list(store.dump()) == once


@FEW
@given(articles, st.integers(-1, 60))
def test_nothing_is_seen_that_was_published_later(added: list[Article], days: int) -> None:
    known = DAY + datetime.timedelta(days)
    with empty_store() as store:
        filled(store, added)
        seen = list(store.reports(known=known))
        assert [report for report in store.reports() if report.source.known <= known] == seen


@FEW
@given(articles)
def test_repairing_a_sound_store_changes_nothing(added: list[Article]) -> None:
    with empty_store() as store:
        before = filled(store, added)
        store.repair()
        assert list(store.dump()) == before
        assert all(finding.good for finding in store.examine())
