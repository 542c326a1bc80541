"""A language costs one folder: the template, what the check tells of it, and that no code names a language."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.errors import UsageError
from marsad.inventory import inventory
from marsad.lexicon.check import duplicates
from marsad.lexicon.coverage import alike, coverage, missing, never_met
from marsad.lexicon.new_language import new_language, template
from marsad.lexicon.profile import language_codes, language_folder, read_profile
from marsad.lexicon.tables import COLUMNS, read_table
from marsad.lexicon.vocabulary import lemmas

ROOT = Path(__file__).parents[1]
CODE = sorted((ROOT / "marsad").rglob("*.py"))
COMPLETE = [code for code in language_codes() if read_profile(language_folder(code)).complete]
TRIGGERS = "lemma\tpos\tconcept\tslots\tneeds\tnote\n"


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the string constants of a module with their lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_code_names_a_language(path: Path) -> None:
    profiles = [read_profile(language_folder(code)) for code in language_codes()]
    named = {name for p in profiles for name in (p.code, p.name, p.name.lower(), p.autonym)}
    regional = tuple(f"{p.code}{mark}" for p in profiles for mark in "-_")
    found = [(line, s) for line, s in strings(path) if s in named or (len(s) <= 7 and s.startswith(regional))]
    assert found == []


def test_the_scan_finds_a_language_where_one_is_named(tmp_path: Path) -> None:
    code = language_codes()[0]
    path = tmp_path / "x.py"
    path.write_text(f"def f(lang):\n    return lang == {code!r}\n", encoding="utf-8")
    with pytest.raises(AssertionError):
        test_no_code_names_a_language(path)


@pytest.mark.parametrize("code", COMPLETE)
def test_a_complete_language_says_every_concept(code: str) -> None:
    assert coverage(code).missing == ()


def test_several_languages_are_complete() -> None:
    assert len(COMPLETE) > 1


# The template


def test_the_template_has_every_file_of_a_language() -> None:
    names = {path.stem for path in template().rglob("*.tsv") if path.parent.name != "triggers"}
    assert names | {"triggers"} == set(COLUMNS)
    families = {path.stem for path in (ROOT / "marsad" / "concepts").glob("*.toml")} - {"plover"}
    assert {path.stem for path in (template() / "triggers").glob("*.tsv")} == families


def test_the_page_names_every_file_of_the_template() -> None:
    page = (ROOT / "docs" / "adding-a-language.md").read_text(encoding="utf-8")
    names = {p.name for p in template().rglob("*.*") if p.parent.name not in ("triggers", "cases")}
    assert [name for name in names if name not in page] == []


def test_every_table_of_the_template_is_explained() -> None:
    assert [p.name for p in template().rglob("*.tsv") if "\n# " not in p.read_text(encoding="utf-8")] == []


def test_a_new_language_is_right_from_the_start_and_says_nothing_yet(tmp_path: Path) -> None:
    folder = new_language("sv", tmp_path)
    profile = read_profile(folder)
    assert (profile.code, profile.name, profile.autonym) == ("sv", "Swedish", "svenska")
    assert (profile.script, profile.direction, profile.complete) == ("Latn", "ltr", False)
    assert list(duplicates(folder)) == []
    assert len(missing(folder, inventory())) == len(inventory().concepts)
    assert any(lemma.text == "Frankrike" for lemma in lemmas(folder, profile, inventory()))
    assert all(read_table(folder, name) == [] for name in COLUMNS)


def test_direction_and_script_come_from_cldr(tmp_path: Path) -> None:
    profile = read_profile(new_language("ur", tmp_path))
    assert (profile.script, profile.direction) == ("Arab", "rtl")


@pytest.mark.parametrize("code", ["xx", "", "../sv", "qqqq"])
def test_a_code_that_is_no_language_is_told(code: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="expected a code that CLDR knows"):
        new_language(code, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "sv").mkdir()
    with pytest.raises(UsageError, match="expected no such folder yet"):
        new_language("sv", tmp_path)
    assert list((tmp_path / "sv").iterdir()) == []


# What the check tells


def folder_with(tmp_path: Path, *rows: str) -> Path:
    folder = new_language("sv", tmp_path)
    (folder / "triggers" / "words.tsv").write_text(TRIGGERS + "\n".join(rows) + "\n", encoding="utf-8")
    return folder


def test_what_a_language_says_is_not_missing(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "anklaga\tverb\taccuse\t\t\t")
    unsaid = missing(folder, inventory())
    assert "accuse" not in unsaid
    assert "condemn" in unsaid


def test_a_row_that_another_with_the_same_needs_hides_is_told(tmp_path: Path) -> None:
    rows = ["slå\tverb\tattack\t\tobj=@actor near=x\t", "slå\tverb\tcriticise\t\tnear=x obj=@actor\t"]
    (told,) = alike(folder_with(tmp_path, *rows))
    assert told.endswith(
        "words.tsv:3: never chosen: 'slå' is attack at words.tsv:2 with the same needs, criticise here"
    )


def test_a_class_that_no_noun_has_is_told(tmp_path: Path) -> None:
    rows = ["slå\tverb\tattack\t\tobj=@policy|@actor\t", "slå\tverb\tcriticise\t\tobj!=@policy\t"]
    (told,) = never_met(folder_with(tmp_path, *rows), inventory())
    assert told.endswith("words.tsv:2: unreachable in part: no noun of the language is @policy")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from marsad.cli import main; main()", "language", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_the_check_of_one_language_tells_what_it_can_say(tmp_path: Path) -> None:
    code = COMPLETE[0]
    gold = tmp_path / "tiny.jsonl"
    row = {"id": "a", "lang": code, "text": "...", "events": [{"type": "AID"}], "scored": ["type"]}
    gold.write_text(json.dumps(row), encoding="utf-8")
    told = json.loads(run("check", code, "--json", "--gold", str(gold)).stdout)
    assert told["problems"] == []
    assert told["languages"][code]["missing"] == []
    assert told["languages"][code]["scores"] == {"tiny": {"type": 0.0}}
    assert f"concepts it can say: {len(inventory().concepts)} of" in run("check", code).stdout


def test_gold_without_a_language_is_a_usage_error(tmp_path: Path) -> None:
    gold = tmp_path / "tiny.jsonl"
    gold.write_text("", encoding="utf-8")
    assert run("check", "--gold", str(gold)).returncode == 2
