"""The figures, on rows made by hand whose scores can be counted on fingers."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from marsad.errors import InputError
from marsad.evaluate import Gold, as_findings, as_json, as_tables, read_gold, score
from marsad.evaluate.codes import side_fits
from marsad.evaluate.gold import GoldEvent
from marsad.evaluate.matching import match
from marsad.model.article import Article
from marsad.reading import read
from marsad.views.json_out import coded_row, dump

ALL = ("type", "source", "target", "status")
Triple = tuple[int, int, int]


def gold(*events: GoldEvent, scored: tuple[str, ...] = ALL, **fields: Any) -> Gold:
    return Gold(
        **{"id": "g", "lang": "en", "text": "A text.", "set": "s", "where": "s:1", **fields},
        events=events,
        scored=scored,
    )


def event(kind: str, actor: str = "", recipient: str = "", status: str = "actual") -> dict[str, Any]:
    sides = {"actor": actor.split(", ") if actor else [], "recipient": recipient.split(", ") if recipient else []}
    return {"type": kind, "status": status, "rule": "triggers/x.tsv:1", **sides}


def figures(row: Gold, *events: dict[str, Any]) -> dict[str, Any]:
    figures: dict[str, Any] = as_json(score([(row, {"events": list(events)})]))["s"]
    return figures


def counts(figures: dict[str, Any], measure: str) -> tuple[int, int, int]:
    """Return asked, came and right."""
    return figures[measure]["asked"], figures[measure]["came"], figures[measure]["right"]


ACCUSE = GoldEvent("ACCUSE", ("RUS GOV",), ("USA",))


@pytest.mark.parametrize(
    ("found", "kind", "who", "full"),
    [
        ([event("ACCUSE", "RUS GOV", "USA GOV")], (1, 1, 1), (1, 1, 1), (1, 1, 1)),
        ([event("ACCUSE", "RUS MIL", "USA")], (1, 1, 1), (1, 1, 1), (1, 1, 0)),
        ([event("ACCUSE", "USA", "RUS GOV")], (1, 1, 1), (1, 1, 0), (1, 1, 0)),
        ([event("ACCUSE", "FRA, RUS GOV", "USA")], (1, 1, 1), (1, 1, 1), (1, 1, 1)),
        ([event("ACCUSE", "RUS GOV")], (1, 1, 1), (1, 1, 0), (1, 1, 0)),
        ([event("REJECT", "RUS GOV", "USA")], (1, 1, 0), (1, 1, 0), (1, 1, 0)),
        ([event("ACCUSE", "RUS GOV", "USA")] * 2, (1, 2, 1), (1, 2, 1), (1, 2, 1)),
        ([event("ACCUSE", "RUS GOV", "USA", "denied")], (1, 0, 0), (1, 0, 0), (1, 0, 0)),
        ([event("ACCUSE", "RUS GOV", "USA", "negated")], (1, 0, 0), (1, 0, 0), (1, 0, 0)),
        ([], (1, 0, 0), (1, 0, 0), (1, 0, 0)),
    ],
)
def test_the_three_levels(found: list[dict[str, Any]], kind: Triple, who: Triple, full: Triple) -> None:
    scores = figures(gold(ACCUSE), *found)
    assert [counts(scores, level) for level in ("type", "who", "full")] == [kind, who, full]


def test_precision_recall_and_f1() -> None:
    scores = figures(gold(ACCUSE, GoldEvent("AID")), event("ACCUSE", "RUS", "USA"), event("AGREE"), event("AGREE"))[
        "type"
    ]
    assert (scores["precision"], scores["recall"], scores["f1"]) == (0.3333, 0.5, 0.4)


def test_of_all_pairings_the_largest_counts() -> None:
    one, either = GoldEvent("AID", ("FRA",)), GoldEvent("AID")
    found = [event("AID", "FRA"), event("AID", "DEU")]
    assert counts(figures(gold(either, one), *found), "who") == (2, 2, 2)
    assert match([0, 1, 2], [0, 1, 2], lambda a, f: (a, f) in {(0, 0), (0, 1), (1, 0), (1, 2), (2, 0)}) == [
        (0, 1),
        (1, 2),
        (2, 0),
    ]


def test_optional_events_count_neither_way() -> None:
    row = gold(GoldEvent("AID", ("FRA",), optional=True), ACCUSE)
    found = event("ACCUSE", "RUS GOV", "USA")
    for extra in ([], [event("AID", "FRA")], [event("AID", "DEU")]):
        scores = figures(row, found, *extra)
        assert [counts(scores, level) for level in ("type", "who")] == [(1, 1, 1)] * 2
    assert counts(figures(row, found, event("AID"), event("AID")), "type") == (1, 2, 1)


def test_of_events_marked_ctx_the_type_is_judged_alone() -> None:
    scores = figures(gold(GoldEvent("AID", ("FRA",), ctx=True)), event("AID", "DEU"))
    assert counts(scores, "type") == (1, 1, 1)
    assert counts(scores, "who") == counts(scores, "full") == (0, 0, 0)


def test_denied_gold_events_are_not_asked_for() -> None:
    row = gold(GoldEvent("AID", status="negated"))
    assert counts(figures(row, event("AID")), "type") == (0, 1, 0)
    assert "type" not in figures(row, event("AID", status="negated"))


def test_status_is_judged_on_matched_events() -> None:
    row = gold(GoldEvent("AID", status="planned"), GoldEvent("AID"), ACCUSE)
    scores = figures(row, event("AID"), event("AID", status="possible"))
    assert scores["status"] == {"asked": 2, "right": 1, "share": 0.5}


def test_where_one_event_is_annotated_recall_alone_is_shown() -> None:
    row = gold(ACCUSE, scored=("type", "source", "target", "only_event"))
    scores = figures(row, event("ACCUSE", "RUS GOV", "USA"), event("AID"), event("AID"))
    assert scores["type"] == {"asked": 1, "right": 1, "recall": 1.0}
    assert (scores["predictions_per_text"], scores["types_per_text"]) == (3.0, 2.0)
    assert "one event a text is annotated" in as_tables(score([(row, {"events": []})]))


def test_without_actors_annotated_only_the_type_is_scored() -> None:
    assert "who" not in figures(gold(GoldEvent("AID"), scored=("type", "only_event")), event("AID"))


@pytest.mark.parametrize(
    ("there", "found", "expected"), [(1, 2, (1, 1, 1)), (0, 1, (0, 1, 0)), (1, 0, (1, 0, 0)), (0, 0, (0, 0, 0))]
)
def test_detection_asks_whether_there_is_an_event(there: int, found: int, expected: tuple[int, int, int]) -> None:
    row = gold(*[GoldEvent("PROTEST")] * there, scored=("detection:PROTEST",))
    scores = figures(row, *[event("PROTEST")] * found, event("AID"), event("PROTEST", status="negated"))
    assert counts(scores, "detection") == expected
    assert "type" not in scores


def test_relations_are_scored_by_macro_f1() -> None:
    asked = ["YIELD", "YIELD", "ACCUSE", "AID"]
    given = ["RETREAT", "CONCEDE", "AID", None]
    rows = [
        (gold(GoldEvent(a), scored=("relation",)), {"relation": {"type": g}}) for a, g in zip(asked, given, strict=True)
    ]
    relation = as_json(score(rows))["s"]["relation"]
    assert (relation["share"], relation["macro_f1"]) == (0.5, 0.3333)


@pytest.mark.parametrize(
    ("asked", "ours", "who", "full"),
    [
        (["--- IGO"], ["IGO:NATO"], True, True),
        (["--- IGO"], ["--- IGO"], True, True),
        (["--- IGO"], ["RUS GOV"], False, False),
        (["IGO:UNO"], ["IGO:UN"], True, True),
        (["IGO:EEC"], ["IGO:EU GOV"], True, True),
        (["IGO:NATO"], ["--- IGO"], False, False),
        (["--- REB"], ["SYR REB"], True, True),
        (["--- REB"], ["SYR GOV"], False, False),
        (["SYR"], ["SYR GOV"], True, True),
        (["SYR GOV"], ["SYR"], True, False),
        ([], [], True, True),
        (["SYR"], [], False, False),
    ],
)
def test_when_a_side_is_right(asked: list[str], ours: list[str], who: bool, full: bool) -> None:
    assert (side_fits(asked, ours, sectors=False), side_fits(asked, ours, sectors=True)) == (who, full)


def test_figures_come_by_language_and_type_and_findings_with_their_rules() -> None:
    rows = [
        (gold(ACCUSE, lang="ar", where="s:1"), {"events": [event("ACCUSE", "RUS GOV", "USA")]}),
        (gold(GoldEvent("AID", ("FRA",)), where="s:2"), {"events": [event("AGREE", "FRA")]}),
    ]
    report = score(rows)
    scores = as_json(report)["s"]
    assert {name: scores["languages"][name]["type"]["f1"] for name in ("ar", "en")} == {"ar": 1.0, "en": 0.0}
    assert {name: counts(s, "type") for name, s in scores["types"].items()} == {
        "ACCUSE": (1, 1, 1), "AID": (1, 0, 0), "AGREE": (0, 1, 0)
    }  # fmt: skip
    assert "MISSED (type) AID FRA > ?" in as_findings(report, "missed")
    assert "FALSE (type) AGREE" in as_findings(report, "false")
    assert "triggers/x.tsv:1" in as_findings(report, "false")
    assert as_findings(score(rows[:1]), "missed") == ""


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"id": "a"}', '{"id": "a", "lang": "en", "text": "No scores."}'])
def test_what_is_no_gold_set_is_refused(line: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl:1: expected"):
        read_gold(path)


def predicted(row: dict[str, Any], turn: int) -> dict[str, Any]:
    """Return a record that may or may not meet the row: of every third field something else than is asked for."""
    record: dict[str, Any] = {}
    for number, (field, value) in enumerate(row.items()):
        wrong = (turn + number) % 7 == 3
        record[field] = value[0] if isinstance(value, list) and field in ("status", "type", "value") else value
        if field in ("actor", "speaker", "said_by", "by", "to", "participants") and isinstance(value, list):
            record[field] = [{"code": "XXX" if wrong else code} for code in value]
        elif field == "date" and not isinstance(value, list):
            record[field] = {"start": f"{value}-02-02"[:10], "end": None}
        elif field == "line":
            record["evidence"] = {"line": value[0] if isinstance(value, list) else value}
    return record


def test_records_are_scored_as_the_script_beside_the_gold_set_does(shared: Path, tmp_path: Path) -> None:
    path, out = shared / "gold" / "records.jsonl", tmp_path / "out.jsonl"
    rows = read_gold(path)
    answers = {}
    for row in rows.values():
        records = [predicted(expected, n) for n, expected in enumerate(row.expected) if n % 3]
        chain: list[Any] = next((r["links"] for r in row.expected if r["kind"] == "chain"), [])
        links = [{"id": link[0] if isinstance(link, list) else link, "name": ""} for link in chain]
        answers[row.id] = {"id": row.id, "records": records, "chain": links}
    out.write_text("\n".join(map(json.dumps, answers.values())), encoding="utf-8")
    command = [sys.executable, str(shared / "gold" / "score_records.py"), str(path), str(out)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()

    scores = as_json(score((row, answers[row.id]) for row in rows.values()))["records"]
    groups = {"all": scores, **scores["languages"]}
    ours = [
        f"{name} {g['found']['right']}/{g['found']['asked']} {g['false']['right']}/{g['false']['asked']}"
        for name, g in sorted(groups.items())
    ]
    words = [line.split() for line in said[:-1]]
    assert ours == [f"{line[0]} {line[2]} {line[6]}" for line in words]
    kinds = {name: g["found"] for name, g in scores["types"].items() if "found" in g}
    assert said[-1] == "  ".join(f"{name} {k['right']}/{k['asked']}" for name, k in sorted(kinds.items()))
    assert 0 < scores["found"]["right"] < scores["found"]["asked"]


def answer(text: str) -> dict[str, Any]:
    """Return what coding an English text gives, as it comes from JSON."""
    row: dict[str, Any] = json.loads(dump(coded_row(read(Article(id="a", text=text, lang="en")))))
    return row


def findings(text: str, what: str, *events: GoldEvent) -> str:
    """Return what is said of an English text that has, or has not, these events."""
    return as_findings(score([(gold(*events, text=text), answer(text))]), what)


def test_a_miss_shows_the_row_that_did_not_hold_and_what_stood_there_instead() -> None:
    told = findings("Russia attacked France.", "missed", GoldEvent("ACCUSE", ("RUS",), ("FRA",)))
    assert "MISSED (type) ACCUSE RUS > FRA (actual)" in told
    assert re.search(
        r"'attacked': row triggers/\w+\.tsv:\d+ criticise: needs obj=@\S*@policy\S*, obj is \"france\" FRA", told
    )
    assert re.search(r"'attacked': taken as triggers/conflict\.tsv:\d+ attack", told)


def test_a_miss_shows_the_record_whose_actors_differ() -> None:
    told = findings("Russia condemned France.", "missed", GoldEvent("ACCUSE", ("TUR",), ("FRA",)))
    assert "nearest record, its actors differ: ACCUSE RUS > FRA (actual)" in told


def test_a_miss_of_words_that_no_table_knows_names_them() -> None:
    told = findings("Russia bamboozled France.", "missed", GoldEvent("ACCUSE", ("RUS",), ("FRA",)))
    assert "no row of any table leads to ACCUSE here" in told
    assert "words that stand in no table: bamboozled" in told


def test_a_false_record_shows_its_row_and_its_words() -> None:
    told = findings("Russia condemned France.", "false")
    assert re.search(
        r'FALSE \(type\) ACCUSE\n +triggers/\S+ condemn on "Russia condemned France"  \[condemn \| verb', told
    )


def test_a_row_of_a_records_set_shows_the_nearest_record_and_its_wrong_fields() -> None:
    row = {"kind": "event", "must": True, "type": "ACCUSE", "actor": ["RUS"], "recipient": ["TUR"]}
    text = "Russia condemned France."
    asked = Gold("g", "en", text, "s", expected=(row,), where="s:1")
    assert "nearest record, wrong in recipient: event" in as_findings(score([(asked, answer(text))]), "missed")
