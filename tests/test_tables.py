"""Tables that linguists edit: alternatives in a phrase are written out."""

from pathlib import Path

import pytest

from marsad.errors import DataError
from marsad.lexicon.tables import read_table

HEADER = "lemma\tpos\tconcept\tslots\tneeds\tnote\n"


@pytest.mark.parametrize(
    ("phrase", "written_out"),
    [
        ("close the border", ["close the border"]),
        ("(close|shut) the border", ["close the border", "shut the border"]),
        ("be a (full|) member of", ["be a full member of", "be a member of"]),
        ("(a|b) x (c|d)", ["a x c", "a x d", "b x c", "b x d"]),
    ],
)
def test_alternatives(tmp_path: Path, phrase: str, written_out: list[str]) -> None:
    (tmp_path / "triggers.tsv").write_text(f"{HEADER}{phrase}\tverb\tclose-border\t\t\t\n", encoding="utf-8")
    rows = read_table(tmp_path, "triggers")
    assert [row["lemma"] for row in rows] == written_out
    assert {row.line for row in rows} == {2}


@pytest.mark.parametrize("phrase", ["(a|b (c|d))", "in (brackets) only"])
def test_alternatives_inside_others_or_alone_are_an_error(tmp_path: Path, phrase: str) -> None:
    (tmp_path / "triggers.tsv").write_text(f"{HEADER}{phrase}\tverb\tclose-border\t\t\t\n", encoding="utf-8")
    with pytest.raises(DataError, match=r":2"):
        read_table(tmp_path, "triggers")
