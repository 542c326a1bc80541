"""The sentences of quality/sentences: the same events in five languages, read no worse than before."""

import json
from pathlib import Path
from typing import Any

import pytest

from marsad.cli.scoring import Scorer
from marsad.evaluate.figures import below, read_floors

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "quality" / "sentences"
FILES = sorted([*FOLDER.glob("*.jsonl"), *FOLDER.glob("check/*.jsonl")])
LANGUAGES = {"ar", "en", "fa", "ru", "tr"}
# What is measured in each language: type, who, full and status, held out and worked with.
MEASURES = 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_sentence_stands_in_five_languages_with_the_same_events(path: Path) -> None:
    sentences: dict[str, dict[str, Any]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        name, _, lang = row["id"].partition(":")
        assert lang == row["lang"] and row["set"] == "sentences"
        sentences.setdefault(name, {})[lang] = (row["date"], row["events"])
    for name, versions in sentences.items():
        assert versions.keys() == LANGUAGES, name
        assert all(version == versions["en"] for version in versions.values()), name


def test_no_figure_of_the_sentences_is_below_its_floor() -> None:
    floors = read_floors(ROOT / "quality" / "floors.toml")
    own = {place: floor for place, floor in floors.items() if place[1] == "sentences"}
    assert len(own) >= MEASURES * len(LANGUAGES)
    assert below(own, Scorer(1).figures(FILES).flat()) == []
