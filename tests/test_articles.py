"""The articles of quality/articles: well-formed rows, the same in four languages, read no worse than before."""

import json
from pathlib import Path
from typing import Any

import pytest

from marsad.cli.scoring import Scorer
from marsad.evaluate.figures import below, read_floors
from marsad.inventory import CLOSED, KINDS
from marsad.model import values

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "quality" / "articles"
FILES = sorted([*FOLDER.glob("*.jsonl"), *FOLDER.glob("check/*.jsonl")])
LANGUAGES = {"ar", "en", "fa", "ru"}
SECTIONS = (*KINDS, "statement", "chain", "warning")


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_item_stands_in_four_languages_with_the_same_rows(path: Path) -> None:
    items: dict[str, dict[str, Any]] = {}
    for row in rows(path):
        name, _, lang = row["id"].partition(":")
        assert lang == row["lang"] and row["set"] == "articles" and row["text"].startswith(row["title"])
        items.setdefault(name, {})[lang] = (row["date"], row["expected"])
    for name, versions in items.items():
        assert versions.keys() == LANGUAGES, name
        assert all(version == versions["en"] for version in versions.values()), name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rows_use_the_closed_lists(path: Path) -> None:
    statuses = {*values.choices(values.Status), *values.choices(values.MeetingStatus)}
    for row in rows(path):
        for asked in row["expected"]:
            assert asked["kind"] in SECTIONS, row["id"]
            assert set(listed(asked.get("status", []))) <= statuses, row["id"]
            for (kind, field), allowed in CLOSED.items():
                if kind == asked["kind"] and field in asked and field not in ("attendance", "status"):
                    assert set(listed(asked[field])) <= set(allowed), (row["id"], asked)


def test_no_figure_of_the_articles_is_below_its_floor() -> None:
    floors = read_floors(ROOT / "quality" / "floors.toml")
    own = {place: floor for place, floor in floors.items() if place[1] == "articles"}
    assert len(own) >= 2 * 2 * len(LANGUAGES)
    assert below(own, Scorer(1).figures(FILES).flat()) == []
