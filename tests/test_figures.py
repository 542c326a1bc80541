"""Floors and the page of figures: on figures made by hand, then the floors of this repository on the gold sets."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from marsad.cli.scoring import Scorer
from marsad.errors import InputError
from marsad.evaluate.accuracy import accuracy_page
from marsad.evaluate.figures import Figures, Place, below, floors_text, part_of, raised, read_floors

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "quality" / "floors.toml"
TYPE: Place = ("worked-with", "s", "en", "type")
FALSE: Place = ("worked-with", "s", "en", "false")


def measures(value: float) -> dict[str, Any]:
    return {"type": {"asked": 10, "right": 1, "f1": value}, "false": {"asked": 10, "right": 1, "share": value}}


def figures(**parts: float) -> Figures:
    """Return the figures of one set in the parts named, each with one value everywhere."""
    scores = {
        part.replace("_", "-"): {
            "s": {"only_event": False, "languages": {"en": measures(v)}, "types": {"AID": measures(v)}}
        }
        for part, v in parts.items()
    }
    looser = {"by_country": {"events": 0.6, "records": 0.5}, "by_type": {"events": 0.7}}
    alike = {
        **looser,
        "stories": 3,
        "events": 0.5,
        "records": 0.4,
        "kinds": {"stance": 0.1},
        "pairs": {"ar-en": {"events": 0.5}},
    }
    return Figures(scores, {"worked-with": {"s": alike}})


def test_a_folder_called_check_is_held_out() -> None:
    assert (part_of(Path("gold/check/a.jsonl")), part_of(Path("gold/a.jsonl"))) == ("held-out", "worked-with")


def test_floors_stand_a_little_under_and_ceilings_a_little_over() -> None:
    floors = raised({}, figures(worked_with=0.5).flat(), lower=False)
    assert (floors[TYPE], floors[FALSE]) == (0.48, 0.52)
    assert below(floors, figures(worked_with=0.5).flat()) == []


@pytest.mark.parametrize(("value", "broken"), [(0.4, "type: expected at least 0.480, got 0.400"),
                                               (0.6, "false: expected at most 0.520, got 0.600")])  # fmt: skip
def test_what_got_worse_is_named(value: float, broken: str) -> None:
    floors = raised({}, figures(worked_with=0.5).flat(), lower=False)
    assert below(floors, figures(worked_with=value).flat()) == [f"worked-with s en {broken}"]


def test_a_floor_without_a_figure_does_not_hold() -> None:
    assert below({TYPE: 0.1}, {}) == ["worked-with s en type: expected at least 0.100, got no figure"]


def test_floors_rise_and_fall_only_when_told_to() -> None:
    before = raised({}, figures(worked_with=0.5).flat(), lower=False)
    same = raised(before, figures(worked_with=0.49).flat(), lower=False)
    assert (same[TYPE], same[FALSE]) == (0.48, 0.51)
    assert raised(before, figures(worked_with=0.9).flat(), lower=False)[TYPE] == 0.88
    assert raised(before, figures(worked_with=0.4).flat(), lower=True)[TYPE] == 0.38


def test_floors_come_back_from_their_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    floors = raised({}, figures(worked_with=0.5, held_out=0.25).flat(), lower=False)
    path.write_text(floors_text(floors), encoding="utf-8")
    assert read_floors(path) == floors
    assert ("worked-with", "s", "agreement", "events") in floors


@pytest.mark.parametrize("text", ["= 1", "a = 1", '[a.b.c]\nd = "x"'])
def test_what_is_no_file_of_floors_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"floors\.toml: expected floors"):
        read_floors(path)


def test_the_page_shows_both_parts_with_their_gap_and_leaves_no_mark() -> None:
    page = accuracy_page(figures(worked_with=0.5, held_out=0.25))
    assert "| s | en | type | 0.500 | 0.250 | -0.250 |" in page
    assert "| AID | type | 0.500 | 10 | 0.250 | 10 |" in page
    assert "| ar-en | 0.500 |" in page
    assert "{" not in page


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    """Return a gold file of one sentence in two languages."""
    rows = [
        {"id": "a:en", "lang": "en", "text": "Russia condemned France."},
        {"id": "a:ar", "lang": "ar", "text": "أدانت روسيا فرنسا."},
    ]
    more = {"scored": ["type"], "events": [{"type": "ACCUSE"}], "set": "tiny"}
    path = tmp_path / "tiny.jsonl"
    path.write_text("".join(json.dumps(row | more) + "\n" for row in rows), encoding="utf-8")
    return path


def evaluate(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from marsad.cli import main; main()", "evaluate", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_a_page_and_floors_are_written_and_a_floor_too_high_is_refused(gold_file: Path, tmp_path: Path) -> None:
    page, floors = tmp_path / "page.md", tmp_path / "floors.toml"
    assert evaluate(gold_file, "--report", page, "--floors", floors).returncode == 0
    assert "| tiny | en | type | 1.000 |" in page.read_text(encoding="utf-8")
    high = floors.read_text(encoding="utf-8").replace("type = 0.980", "type = 1.500")
    floors.write_text(high, encoding="utf-8")
    refused = evaluate(gold_file, "--floors", floors)
    assert refused.returncode == 1
    assert "type: expected at least 1.500, got 1.000" in refused.stderr
    assert floors.read_text(encoding="utf-8") == high
    assert evaluate(gold_file, "--floors", floors, "--allow-regression").returncode == 0
    assert read_floors(floors)["worked-with", "tiny", "en", "type"] == 0.98


def test_agreement_of_a_file_of_translations(gold_file: Path) -> None:
    found = json.loads(evaluate(gold_file, "--agreement", "--json").stdout)[str(gold_file)]
    assert (found["stories"], found["pairs"].keys()) == (1, {"ar-en"})
    assert found["events"] == 1.0


def test_agreement_needs_ids_that_name_the_language(gold_file: Path) -> None:
    gold_file.write_text(gold_file.read_text(encoding="utf-8").replace("a:en", "a"), encoding="utf-8")
    result = evaluate(gold_file, "--agreement")
    assert result.returncode == 2
    assert "expected ids that end in a colon and the language, got 'a'" in result.stderr


def test_no_figure_is_below_its_floor(shared: Path) -> None:
    folders = (shared / "gold", ROOT / "quality" / "articles", ROOT / "quality" / "sentences")
    paths = sorted(path for folder in folders for path in (*folder.glob("*.jsonl"), *folder.glob("check/*.jsonl")))
    floors = read_floors(FLOORS)
    assert len(floors) > 20
    assert below(floors, Scorer(1).figures(paths).flat()) == []
