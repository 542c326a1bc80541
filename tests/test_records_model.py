"""Every kind of record goes to JSON and back, keeps to its closed lists and has a stable id."""

import json
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.model import records, values

TEXT = st.text(max_size=20)
OFFSETS = st.integers(0, 10_000)
EVIDENCE = st.builds(values.Evidence, OFFSETS, OFFSETS, TEXT, TEXT, OFFSETS, OFFSETS)
DATES = st.none() | st.dates()
INTERVALS = st.builds(values.Interval, DATES, DATES, st.sampled_from(values.choices(values.Precision)), TEXT)
KINDS = sorted(records.KINDS)


@st.composite
def any_record(draw: st.DrawFn) -> records.Record:
    """Return a record of any kind, every field filled within its type."""
    kind = records.KINDS[draw(st.sampled_from(KINDS))]
    hints = get_type_hints(kind)
    fields = {field: draw(_values_of(hints[field])) for field in kind.__struct_fields__}
    record: records.Record = kind(**fields)  # type: ignore[assignment]
    return record


def _values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a type that a field of a record may have."""
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return st.sampled_from(arguments)
    if get_origin(hint) is tuple and Ellipsis in arguments:
        return st.lists(_values_of(arguments[0]), max_size=3).map(tuple)
    if get_origin(hint) is tuple:
        return st.tuples(*map(_values_of, arguments))
    if get_origin(hint) is dict:
        return st.dictionaries(_values_of(arguments[0]), _values_of(arguments[1]), max_size=3)
    if arguments:
        return st.one_of([_values_of(part) for part in arguments])
    return _PLAIN[hint]


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: OFFSETS,
    bool: st.booleans(),
    float: st.floats(-10, 10),
    type(None): st.none(),
    values.Actor: st.builds(values.Actor, TEXT, TEXT, TEXT, TEXT),
    values.Place: st.builds(values.Place, TEXT, TEXT),
    values.Evidence: EVIDENCE,
    values.Interval: INTERVALS,
}


def simplest(kind: str) -> dict[str, Any]:
    """Return a record of a kind as plain JSON, only the required fields filled."""
    actor = {"code": "ARM GOV"}
    evidence = {"start": 0, "end": 4, "text": "Text", "sentence": "Text.", "sent": 0, "line": 0}
    required: dict[str, dict[str, Any]] = {
        "event": {"type": "ACCUSE"},
        "statement": {"speaker": [actor], "act": "say"},
        "standing": {"subject": actor, "of": "IGO:CSTO", "axis": "money", "aspect": "dues", "value": "refused"},
        "commitment": {"by": [actor], "subject": "security", "act": "made"},
        "agreement": {"parties": [actor], "stage": "signed"},
        "meeting": {"status": "planned"},
        "stance": {"holder": [actor], "stance": "for"},
        "relation": {"between": [actor], "trend": "worsened"},
        "warning": {"why": "impossible"},
    }
    return {"kind": kind, "id": "0", "article": "a", "evidence": evidence, **required[kind]}


@given(any_record())
def test_json_gives_the_same_record_back(record: records.Record) -> None:
    line = json.dumps(records.to_json(record))
    assert records.from_json(line) == record


@pytest.mark.parametrize("kind", KINDS)
def test_required_fields_are_enough(kind: str) -> None:
    record = records.from_json(json.dumps(simplest(kind)))
    assert isinstance(record, records.KINDS[kind])
    assert records.to_json(record)["kind"] == kind


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("event", "type", "APPEAL"),
        ("event", "status", "held"),
        ("statement", "act", "mumble"),
        ("standing", "axis", "moral"),
        ("standing", "aspect", "mood"),
        ("standing", "value", "sulking"),
        ("commitment", "subject", "weather"),
        ("commitment", "act", "kept"),
        ("agreement", "stage", "dreamt"),
        ("meeting", "status", "actual"),
        ("meeting", "attendance", {"ARM": "late"}),
        ("stance", "stance", "neutral"),
        ("relation", "trend", "stable"),
        ("relation", "level", "consul"),
    ],
)
def test_a_value_outside_its_closed_list_is_refused(kind: str, field: str, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        records.from_json(json.dumps(simplest(kind) | {field: value}))


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        records.from_json(json.dumps(simplest("event") | {"kind": "rumour"}))


def test_a_record_can_not_be_changed() -> None:
    record = records.from_json(json.dumps(simplest("event")))
    with pytest.raises(AttributeError):
        record.id = "other"  # type: ignore[misc]


def test_every_aspect_has_its_axis_and_values() -> None:
    aspects = set(values.choices(values.Aspect))
    assert set(values.AXIS_OF) == set(values.VALUES_OF) == aspects
    assert set(values.AXIS_OF.values()) == set(values.choices(values.Axis))


def test_every_standing_value_belongs_to_an_aspect() -> None:
    used = {value for allowed in values.VALUES_OF.values() for value in allowed}
    assert used == set(values.choices(values.StandingValue))


@pytest.mark.parametrize(
    ("code", "country", "sector"),
    [("ARM GOV", "ARM", "GOV"), ("IGO:CSTO", "IGO:CSTO", ""), ("--- CVL", "---", "CVL"), ("WEST", "WEST", "")],
)
def test_an_actor_code_has_a_country_and_perhaps_a_sector(code: str, country: str, sector: str) -> None:
    actor = values.Actor(code)
    assert (actor.country, actor.sector) == (country, sector)


def test_ids_stay_the_same_from_release_to_release() -> None:
    """A stored record is found again by its id: a change of this value breaks every store."""
    assert records.record_id("armenia-csto", "standing", 10, 42, "ARM IGO:CSTO suspended") == "5ce7c7d3b57f9f68"


@given(TEXT, TEXT, OFFSETS, OFFSETS, TEXT)
def test_ids_are_short_and_repeatable(article: str, kind: str, start: int, end: int, key: str) -> None:
    first = records.record_id(article, kind, start, end, key)
    assert first == records.record_id(article, kind, start, end, key)
    assert len(first) == 16
    assert set(first) <= set("0123456789abcdef")


def test_ids_differ_where_the_parts_differ() -> None:
    parts = [
        ("a", "event", 0, 1, ""),
        ("b", "event", 0, 1, ""),
        ("a", "event", 1, 1, ""),
        ("a", "stance", 0, 1, ""),
        ("a", "event", 0, 1, "x"),
    ]
    assert len({records.record_id(*part) for part in parts}) == len(parts)
