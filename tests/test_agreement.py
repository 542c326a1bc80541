"""Agreement between languages, on records made by hand."""

from typing import Any

import pytest

from marsad.evaluate.agreement import (
    MAIN,
    Version,
    agreement,
    agreement_json,
    agreement_table,
    disagreements,
    main_fields,
)
from marsad.model.records import KINDS


def event(kind: str, actor: str, recipient: str = "", status: str = "actual", **more: Any) -> dict[str, Any]:
    sides = {"actor": [{"code": actor, "name": "as written"}], "recipient": [{"code": recipient}] if recipient else []}
    return {"kind": "event", "type": kind, "status": status, **sides, **more}


def version(story: str, lang: str, *records: dict[str, Any]) -> Version:
    return Version(story, lang, f"the text in {lang}", records)


AID, ACCUSE = event("AID", "FRA GOV", "MLI"), event("ACCUSE", "MLI GOV", "FRA")


def test_the_share_is_twice_the_common_ones_by_all() -> None:
    found = agreement_json(agreement([version("a", "ar", AID, ACCUSE), version("a", "en", AID)]))
    assert (found["events"], found["records"], found["pairs"]) == (
        0.6667, 0.6667, {"ar-en": {"events": 0.6667, "records": 0.6667}}
    )  # fmt: skip


def test_records_are_compared_as_multisets() -> None:
    assert agreement_json(agreement([version("a", "ar", AID, AID), version("a", "en", AID)]))["events"] == 0.6667


def test_texts_that_say_nothing_in_either_language_count_for_nothing() -> None:
    versions = [version("a", "ar", AID), version("a", "en", AID), version("b", "ar"), version("b", "en")]
    assert agreement_json(agreement(versions))["events"] == 1.0
    assert agreement_json(agreement(versions[2:]))["events"] is None


def test_the_mean_is_over_the_pairs_of_languages() -> None:
    found = agreement([version("a", "ar", AID), version("a", "en", AID), version("a", "ru", ACCUSE)])
    assert {pair: shares["events"].value for pair, shares in found.pairs.items()} == {
        ("ar", "en"): 1.0, ("ar", "ru"): 0.0, ("en", "ru"): 0.0
    }  # fmt: skip
    assert found.mean("events") == pytest.approx(1 / 3)


def test_events_are_parted_from_records_of_all_kinds() -> None:
    stance = {"kind": "stance", "holder": [{"code": "MLI"}], "stance": "against", "status": "actual"}
    found = agreement_json(agreement([version("a", "ar", AID, stance), version("a", "en", AID)]))
    assert (found["events"], found["records"], found["kinds"]) == (1.0, 0.6667, {"stance": 0.0})


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (event("AID", "FRA GOV", "MLI", place={"country": "MLI"}, rule="x:1", id="2"), True),
        (event("AID", "FRA", "MLI"), False),
        (event("AID", "FRA GOV", "MLI", status="planned"), False),
        (event("AID", "FRA GOV"), False),
        (event("AID", "MLI", "FRA GOV"), False),
    ],
)
def test_when_two_events_are_the_same(other: dict[str, Any], same: bool) -> None:
    assert (main_fields(AID) == main_fields(other)) is same


def test_actors_come_in_any_order_and_dates_by_their_days() -> None:
    sides = [{"code": "FRA"}, {"code": "MLI"}]
    one = {"kind": "meeting", "participants": sides, "date": {"start": "2024-01-01", "end": "2024-01-01", "text": "x"}}
    other = one | {"participants": sides[::-1], "date": one["date"] | {"text": "y"}}  # type: ignore[operator]
    assert main_fields(one) == main_fields(other)
    assert main_fields(one) != main_fields(one | {"date": {"start": "2024-01-01", "end": None}})


def test_the_main_fields_are_fields_of_every_kind() -> None:
    assert MAIN.keys() == KINDS.keys()
    assert [f for kind, fields in MAIN.items() for f in fields if f not in KINDS[kind].__struct_fields__] == []


def test_what_differs_is_listed_with_the_languages_that_have_it() -> None:
    told = disagreements(agreement([version("a", "ar", AID, ACCUSE), version("a", "en", AID), version("b", "ar", AID)]))
    assert told.splitlines()[:3] == ["a", "  ar: the text in ar", "  en: the text in en"]
    (line,) = told.splitlines()[3:]
    assert line.startswith("    ar, not en: event type=ACCUSE")


def test_the_table_has_a_line_a_pair() -> None:
    lines = agreement_table("x", agreement([version("a", "ar", AID), version("a", "en", AID)])).splitlines()
    assert lines[0] == "x: 1 texts"
    assert [line.split() for line in (lines[2], lines[5])] == [["mean", "1.000", "1.000"], ["ar-en", "1.000", "1.000"]]


def test_looser_figures_tell_where_agreement_is_lost() -> None:
    other_sector, other_actor = event("AID", "FRA MIL", "MLI"), event("ACCUSE", "NER", "FRA")
    found = agreement_json(agreement([version("a", "ar", AID, ACCUSE), version("a", "en", other_sector, other_actor)]))
    assert (found["events"], found["by_country"]["events"], found["by_type"]["events"]) == (0.0, 0.5, 1.0)
