"""What the check of language data reports: file, line and reason, on a tiny language folder of our own."""

from pathlib import Path

import pytest

from marsad.errors import DataError, UsageError
from marsad.inventory import inventory
from marsad.lexicon.check import _unreachable, ambiguous, check_all, duplicates
from marsad.lexicon.profile import language_codes, read_profile
from marsad.lexicon.vocabulary import lemmas

PROFILE = """
name = "Tiny"
autonym = "Tiny"
script = "Latn"
direction = "ltr"
inflector = "{inflector}"
word_order = "svo"
adjective = "before"
passive = "auxiliary"
quotes = []
sentence_end = "."
case = true
"""
HEADERS = {
    "letters": "from\tto\twhy",
    "verbs": "lemma\tpresent\tnoun\tactive\tpassive",
    "nominals": "lemma\tclass\tvalue",
    "triggers": "lemma\tpos\tconcept\tslots\tneeds\tnote",
}


def tiny(tmp_path: Path, inflector: str = "paradigms", **tables: list[str]) -> Path:
    """Return a language folder with these tables, each given as its rows; the first row stands on line 2."""
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "profile.toml").write_text(PROFILE.format(inflector=inflector), encoding="utf-8")
    for name, rows in tables.items():
        (folder / f"{name}.tsv").write_text("\n".join([HEADERS[name], *rows]) + "\n", encoding="utf-8")
    return folder


def wrong(folder: Path) -> DataError:
    """Return the error that reading the folder raises."""
    with pytest.raises(DataError) as caught:
        list(lemmas(folder, read_profile(folder), inventory()))
    return caught.value


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param(
            "scold\tverb\tscolding-loudly\t\t\t", "expected a concept of concepts/, got 'scolding-loudly'", id="concept"
        ),
        pytest.param("scold\tshout\taccuse\t\t\t", "pos: expected verb, noun, adj or phrase, got 'shout'", id="pos"),
        pytest.param("scold\tverb\taccuse\tsubj=actor\t\t", "slots: expected slot:role", id="slot-without-colon"),
        pytest.param("scold\tverb\taccuse\tsubj:boss\t\t", "got 'subj:boss'", id="unknown-role"),
        pytest.param("scold\tverb\taccuse\t\tobj\t", "needs: expected slot=@class or near=word, got 'obj'", id="needs"),
        pytest.param("scold\tverb\taccuse", "expected 6 cells, got 3", id="cells"),
    ],
)
def test_a_wrong_trigger_is_told_with_file_line_and_reason(tmp_path: Path, row: str, reason: str) -> None:
    folder = tiny(tmp_path, triggers=["praise\tverb\tpraise\t\t\t", row])
    error = wrong(folder)
    assert (error.path, error.line) == (folder / "triggers.tsv", 3)
    assert reason in error.reason
    assert str(error).startswith(f"{folder / 'triggers.tsv'}:3: ")


def test_wrong_columns_are_told_with_their_line(tmp_path: Path) -> None:
    folder = tiny(tmp_path)
    (folder / "nominals.tsv").write_text("# a remark\nlemma\tkind\n", encoding="utf-8")
    error = wrong(folder)
    assert (error.path.name, error.line) == ("nominals.tsv", 2)
    assert "expected the columns" in error.reason


def test_a_table_that_is_no_text_is_told(tmp_path: Path) -> None:
    folder = tiny(tmp_path)
    (folder / "nominals.tsv").write_bytes(b"lemma\tclass\tvalue\n\xff\tcrime\t\n")
    assert "expected UTF-8, got byte 0xff" in wrong(folder).reason


def test_a_letter_of_two_characters_is_told(tmp_path: Path) -> None:
    error = wrong(tiny(tmp_path, letters=["ab\tc\twhy"]))
    assert (error.path.name, error.line) == ("letters.tsv", 2)
    assert "expected one character" in error.reason


@pytest.mark.parametrize("profile", ["name = ", 'name = "Tiny"'], ids=["no-toml", "incomplete"])
def test_a_wrong_profile_is_told(tmp_path: Path, profile: str) -> None:
    folder = tiny(tmp_path)
    (folder / "profile.toml").write_text(profile, encoding="utf-8")
    assert wrong(folder).path == folder / "profile.toml"


def test_a_row_that_says_again_what_another_says_is_told(tmp_path: Path) -> None:
    rows = ["scold\tverb\taccuse\t\t\t", "praise\tverb\tpraise\t\t\t", "scold\tverb\taccuse\t\t\tonce more"]
    folder = tiny(tmp_path, triggers=rows)
    (told,) = duplicates(folder)
    assert told.startswith(f"{folder / 'triggers.tsv'}:4: says again what stands at triggers.tsv:2: scold verb accuse")


def test_rows_that_differ_in_what_they_need_are_no_duplicates(tmp_path: Path) -> None:
    rows = ["strike\tverb\tattack\t\tobj=@place\t", "strike\tverb\tattack\t\tobj=@person\t"]
    assert list(duplicates(tiny(tmp_path, triggers=rows))) == []


def test_two_meanings_that_nothing_tells_apart_are_told(tmp_path: Path) -> None:
    rows = ["scold\tverb\taccuse\t\t\t", "scold\tverb\tpraise\t\t\t"]
    folder = tiny(tmp_path, triggers=rows)
    (told,) = ambiguous(folder)
    assert told.startswith(
        f"{folder / 'triggers.tsv'}:3: ambiguous: 'scold' is praise here and accuse at triggers.tsv:2"
    )


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(["scold\tverb\taccuse\t\t\t", "scold\tverb\tpraise\t\tobj=@place\t"], id="one-has-needs"),
        pytest.param(["scold\tverb\taccuse\t\t\t", "scold\tnoun\tpraise\t\t\t"], id="verb-and-noun"),
    ],
)
def test_meanings_that_can_be_told_apart_are_not_ambiguous(tmp_path: Path, rows: list[str]) -> None:
    assert list(ambiguous(tiny(tmp_path, triggers=rows))) == []


def unreachable(folder: Path) -> list[str]:
    profile = read_profile(folder)
    found = list(lemmas(folder, profile, inventory()))
    return list(_unreachable(folder, profile, inventory(), found))


def test_a_verb_without_principal_parts_is_told(tmp_path: Path) -> None:
    folder = tiny(
        tmp_path, triggers=["scold\tverb\taccuse\t\t\t", "praise\tverb\tpraise\t\t\t"], verbs=["praise\tpraises\t\t\t"]
    )
    (told,) = unreachable(folder)
    assert told.startswith(
        f"{folder / 'triggers.tsv'}:2: unreachable but for the lemma: 'scold' has no principal parts"
    )


def test_a_word_of_which_folding_leaves_nothing_is_told(tmp_path: Path) -> None:
    folder = tiny(tmp_path, letters=["x\t\tsilent"], nominals=["xx\tcrime\t", "theft\tcrime\t"])
    (told,) = unreachable(folder)
    assert told.startswith(f"{folder / 'nominals.tsv'}:2: unreachable: folding leaves nothing of 'xx'")


@pytest.mark.parametrize("code", language_codes())
def test_the_languages_of_the_package_are_in_order(code: str) -> None:
    assert check_all(code) == []


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(UsageError, match=r"expected one of .*en.*, got 'xx'"):
        check_all("xx")
