"""Adding and asking, on every kind of database."""

import datetime

import pytest
from storing import ARABIC, DAY, EDITED, ENGLISH, article

from marsad.errors import UsageError
from marsad.reading import read
from marsad.store import querying
from marsad.store.store import Store


def test_what_is_read_comes_back_as_it_was(store: Store) -> None:
    added = article(name="a")
    assert store.add(added) == "new"
    found = list(store.reports())
    assert tuple(report.record for report in found) == read(added).records
    source = found[0].source
    assert (source.article, source.known, source.published, source.version, source.lang) == ("a", DAY, DAY, 1, "en")


def test_adding_twice_changes_nothing(store: Store) -> None:
    assert [store.add(article()), store.add(article())] == ["new", "unchanged"]
    assert store.count() == len(read(article()).records)


def test_an_article_without_a_date_is_known_from_the_day_it_was_added(store: Store) -> None:
    moment = datetime.datetime(2024, 12, 1, 10, 0, tzinfo=datetime.UTC)
    store.add(article(date=None), added=moment)
    assert {report.source.known for report in store.reports()} == {moment.date()}
    assert {report.source.published for report in store.reports()} == {None}


def test_an_edited_article_is_a_new_version_and_its_records_count(store: Store) -> None:
    store.add(article(EDITED, name="a"))
    assert store.add(article(ENGLISH, name="a", date=DAY + datetime.timedelta(1))) == "version"
    assert {report.source.version for report in store.reports()} == {2}
    assert (
        tuple(r.record for r in store.reports())
        == read(article(ENGLISH, name="a", date=DAY + datetime.timedelta(1))).records
    )


def test_an_older_version_that_comes_late_does_not_count(store: Store) -> None:
    store.add(article(EDITED, name="a", date=DAY + datetime.timedelta(1)))
    store.add(article(ENGLISH, name="a"))
    assert {(r.source.version, r.source.known) for r in store.reports()} == {(2, DAY + datetime.timedelta(1))}


def test_another_text_at_an_address_is_a_new_version(store: Store) -> None:
    assert store.add(article(), address="/news/a.txt") == "new"
    assert store.add(article(), address="/elsewhere/a.txt") == "unchanged"
    assert store.add(article(EDITED), address="/news/a.txt") == "version"
    assert len({report.source.article for report in store.reports()}) == 1
    assert store.add(article(EDITED), address="/moved/a.txt") == "unchanged"


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        ({"state": "ARM", "institution": "IGO:CSTO"}, {"event", "standing"}),
        ({"state": "ARM", "other": "RUS"}, set()),
        ({"kind": "standing"}, {"standing"}),
        ({"kind": "standing", "lang": "ar", "state": "MDA"}, set()),
        ({"known": DAY - datetime.timedelta(1)}, set()),
        ({"institution": "IGO:CSTO", "known": DAY, "kind": ("standing", "meeting")}, {"standing"}),
        ({"since": DAY + datetime.timedelta(1)}, set()),
        ({"article": "none"}, set()),
    ],
    ids=str,
)
def test_reports_are_filtered(store: Store, filters: querying.Filters, kinds: set[str]) -> None:
    store.add(article())
    store.add(article(ARABIC, lang="ar"))
    found = list(store.reports(**filters))
    assert {report.record.__struct_config__.tag for report in found} == kinds
    assert store.count(**filters) == len(found)


def test_reports_come_in_the_order_of_the_days_they_became_known(store: Store) -> None:
    for days in (3, 1, 2):
        store.add(article(name=f"a{days}", date=DAY + datetime.timedelta(days)))
    found = list(store.reports())
    assert [report.source.known for report in found] == sorted(report.source.known for report in found)


def test_days_that_end_before_they_start_are_told(store: Store) -> None:
    with pytest.raises(UsageError, match="expected a day not before 2024-11-20, got 2024-11-19"):
        list(store.reports(since=DAY, until=DAY - datetime.timedelta(1)))
