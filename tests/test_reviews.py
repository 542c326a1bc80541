"""Decisions about records: they count at once, survive another reading, and give a precision."""

import datetime
from collections.abc import Callable

import msgspec
import pytest
from storing import DAY, EDITED, article

from marsad.errors import UsageError
from marsad.model.article import Reading
from marsad.model.records import Record
from marsad.reading import read
from marsad.store import engines
from marsad.store.engines import Engine
from marsad.store.reviewing import Review
from marsad.store.showing import ShownRecord
from marsad.store.store import Store

Change = Callable[[tuple[Record, ...]], tuple[Record, ...]]


def first(store: Store) -> Record:
    return next(store.reports()).record


def shown(store: Store, name: str) -> ShownRecord:
    found = store.show(name)
    assert isinstance(found, ShownRecord)
    return found


def reread(store: Store, monkeypatch: pytest.MonkeyPatch, change: Change) -> Reading:
    """Return another reading of the article in a store, kept as that of a later engine."""
    reading = read(article(name="a"))
    reading = msgspec.structs.replace(reading, records=change(reading.records))
    later = Engine("later", "2", "en", "f")
    monkeypatch.setattr("marsad.store.store.engine", lambda _lang: later)
    store.reread(reading)
    return reading


def test_a_rejected_record_counts_no_longer_until_that_is_withdrawn(store: Store) -> None:
    store.add(article(name="a"))
    before, record = store.count(), first(store)
    store.review(record.id, Review(verdict="rejected", reason="no such thing", reviewer="me"))
    assert store.count() == before - 1
    assert record.id not in {report.record.id for report in store.reports()}
    found = shown(store, record.id)
    assert (found.verdict, found.live, found.reviews[0].reason) == ("rejected", False, "no such thing")
    store.review(record.id, Review(verdict="withdrawn", reason="looked again"))
    assert store.count() == before
    assert [review.verdict for review in shown(store, record.id).reviews] == ["rejected", "withdrawn"]


def test_an_edited_record_counts_as_edited(store: Store) -> None:
    store.add(article(name="a"))
    record = next(report.record for report in store.reports(kind="standing"))
    change = {"of": "IGO:CIS", "status": "planned"}
    store.review(record.id, Review(verdict="edited", reason="the other body", changes=change))
    assert [report.record.id for report in store.reports(institution="IGO:CIS", kind="standing")] == [record.id]
    assert record.id not in {r.record.id for r in store.reports(institution="IGO:CSTO", kind="standing")}
    assert shown(store, record.id).read == record


@pytest.mark.parametrize("verdict", ["accepted", "rejected", "edited"])
def test_a_decision_survives_another_reading(verdict: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(article(name="a"))
    record = first(store)
    changes = {"confidence": 0.1} if verdict == "edited" else {}
    store.review(record.id, msgspec.convert({"verdict": verdict, "reason": "so", "changes": changes}, Review))
    before = {report.record.id: report.record for report in store.reports()}
    reread(store, monkeypatch, lambda records: records)
    assert {report.record.id: report.record for report in store.reports()} == before
    assert shown(store, record.id).verdict == verdict
    assert len(shown(store, record.id).found_in) == 2


def test_a_confirmed_record_stays_where_a_later_reading_misses_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(article(name="a"))
    confirmed, other = (report.record for report in list(store.reports())[:2])
    store.review(confirmed.id, Review(verdict="accepted", reason="right"))
    reread(store, monkeypatch, lambda records: ())
    assert [report.record for report in store.reports()] == [confirmed]
    assert shown(store, confirmed.id).carried
    assert not shown(store, other.id).live
    store.review(confirmed.id, Review(verdict="withdrawn", reason="wrong after all"))
    assert list(store.reports()) == []


def test_an_edited_record_that_is_now_read_so_is_not_doubled(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(article(name="a"))
    record = next(report.record for report in store.reports(kind="standing"))
    store.review(record.id, Review(verdict="edited", reason="planned", changes={"status": "planned"}))
    better = msgspec.structs.replace(record, id="0123456789abcdef", status="planned")
    reread(store, monkeypatch, lambda records: (better,))
    assert [report.record for report in store.reports()] == [better]


def test_a_decision_holds_for_a_new_version_that_has_the_words(store: Store) -> None:
    store.add(article(name="a"))
    record = first(store)
    store.review(record.id, Review(verdict="rejected", reason="no"))
    store.add(article(EDITED, name="a", date=DAY + datetime.timedelta(1)))
    assert record.id not in {report.record.id for report in store.reports()}


def test_earlier_readings_stay_beside_the_later(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(article(name="a"))
    records = [report.record for report in store.reports()]
    reread(store, monkeypatch, lambda found: found[:1])
    assert [report.record for report in store.reports()] == records[:1]
    gone = shown(store, records[1].id)
    assert (gone.live, [info.current for info in gone.found_in]) == (False, [False])


def test_precision_is_counted_by_the_last_decision(store: Store) -> None:
    store.add(article(EDITED, name="a"))
    records = [report.record for report in store.reports()]
    for record, verdict in zip(records, ["accepted", "rejected", "edited"], strict=False):
        changes = {"confidence": 0.5} if verdict == "edited" else {}
        store.review(record.id, msgspec.convert({"verdict": verdict, "reason": "so", "changes": changes}, Review))
    store.review(records[1].id, Review(verdict="accepted", reason="right after all"))
    figures = store.precision()
    assert (sum(f.accepted for f in figures), sum(f.rejected for f in figures), sum(f.edited for f in figures)) == (
        2,
        0,
        1,
    )
    assert sum(f.precision * (f.accepted + f.edited) for f in figures) == 2
    assert {report.record.id for report in store.to_review()}.isdisjoint(record.id for record in records[:3])


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        ({"verdict": "rejected", "reason": " "}, "expected why"),
        ({"verdict": "edited", "reason": "so"}, "edit: expected some of"),
        ({"verdict": "edited", "reason": "so", "changes": {"id": "x"}}, "got id"),
        ({"verdict": "edited", "reason": "so", "changes": {"nonsense": 1}}, "got nonsense"),
        ({"verdict": "edited", "reason": "so", "changes": {"status": "maybe"}}, "edit: Invalid enum value"),
    ],
    ids=str,
)
def test_a_decision_that_cannot_be_is_told_and_changes_nothing(
    store: Store, decision: dict[str, object], reason: str
) -> None:
    store.add(article(name="a"))
    before = list(store.dump())
    with pytest.raises(UsageError, match=reason):
        store.review(first(store).id, msgspec.convert(decision, Review))
    assert list(store.dump()) == before


def test_an_unknown_record_is_told(store: Store) -> None:
    with pytest.raises(UsageError, match="expected the id of a record"):
        store.review("0123", Review(verdict="accepted", reason="so"))


def test_an_engine_is_told_by_its_data_and_code() -> None:
    found = engines.engine("en")
    assert found.lang == "en"
    assert found != engines.engine("ar")
    assert found.version.startswith("0.")


def test_what_another_engine_read_is_outdated(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(article(name="a"))
    assert store.outdated("en") == []
    monkeypatch.setattr("marsad.store.store.engine", lambda _lang: Engine("later", "2", "en", "f"))
    (key,) = store.outdated("en")
    assert store.article(key) == article(name="a")
    difference = store.reread(read(store.article(key)))
    assert (difference.changed, difference.same) == ((), store.count())
    assert store.outdated("en") == []
