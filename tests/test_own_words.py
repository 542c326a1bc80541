"""What the project contains is its own writing: no case or text of ours repeats a sentence of the gold sets."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# How many words in a row two texts may share by chance: names of bodies and offices are long.
ALIKE = 9
OURS = sorted([*ROOT.glob("marsad/languages/*/cases/*.toml"), *ROOT.glob("quality/*/*.jsonl")])


def runs(text: str) -> Iterator[str]:
    """Yield every run of so many words of a text, lower-cased."""
    words = re.findall(r"\w+", text.lower())
    return (" ".join(words[i : i + ALIKE]) for i in range(len(words) - ALIKE + 1))


@pytest.fixture(scope="module")
def gold(shared: Path) -> set[str]:
    """Return the runs of words of the readable gold sets."""
    files = sorted((shared / "gold").glob("*.jsonl"))
    rows = (json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines())
    return {run for row in rows for run in runs(str(row.get("text", "")))}


@pytest.mark.parametrize("path", OURS, ids=lambda path: f"{path.parent.parent.name}/{path.name}")
def test_no_text_of_ours_repeats_the_gold(path: Path, gold: set[str]) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not gold.isdisjoint(runs(line))] == []
