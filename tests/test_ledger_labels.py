"""Whatever the answers of the ledger can show has a label in every language that has labels."""

import re
from pathlib import Path

import pytest

from marsad.ledger.commitments import MAKES
from marsad.ledger.rules import WEIGHTS
from marsad.views.labels import label_languages, labels

VIEWS = Path(__file__).parents[1] / "marsad" / "views"
SOURCES = [VIEWS / "standings.py", VIEWS / "threads.py", VIEWS / "ledger_words.py"]


def wanted() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    keys = set(re.findall(r'words\(f?"([a-z.-]+)"\)', text))
    columns = re.findall(r"columns\(([^)]*)\)", text)
    keys |= {f"column.{name}" for row in columns for name in re.findall(r'"([a-z-]+)"', row)} | {"column.counts"}
    keys |= {f"voice.{role}" for role in WEIGHTS["legal"]} | {f"promise.{state}" for state in MAKES.values()}
    keys |= {
        f"block.{kind}"
        for kind in re.findall(r'kind="([a-z]+)"', (VIEWS.parent / "ledger" / "agreements.py").read_text())
    }
    return keys | {"ledger.contested", "ledger.moot"}


@pytest.mark.parametrize("language", label_languages())
def test_all_that_the_ledger_shows_has_a_label(language: str) -> None:
    keys = wanted()
    assert len(keys) > 40
    assert sorted(keys - labels(language).table.keys()) == []
