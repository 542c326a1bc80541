"""The commands that ask the ledger, on a store of a few articles."""

import datetime
import io
import json
from pathlib import Path
from typing import Any

import pytest
from reporting import day
from typer.testing import CliRunner

from marsad.cli.app import app
from marsad.model.article import Article
from marsad.store.store import Store
from marsad.views import tables
from marsad.views.labels import label_languages, labels

ARTICLES = {
    "freeze": (
        "2024-02-23",
        "Armenian Prime Minister Nikol Pashinyan announced that Armenia has suspended its participation in the CSTO.",
    ),
    "denial": (
        "2024-02-26", "Russia's Foreign Ministry denied that Armenia has suspended its participation in the CSTO.",
    ),
    "notice": (
        "2024-02-27",
        "The CSTO has received no application for withdrawal from Armenia, the CSTO secretariat said on Tuesday.",
    ),
    "promise": ("2024-03-01", "Russia promised Armenia to guarantee its security."),
    "treaty": ("2024-03-02", "Armenia and Azerbaijan signed a peace treaty in Brussels."),
    "session": ("2024-03-03", "A summit of the CSTO will be held in Astana on 28 November 2024."),
    "error": (
        "2024-03-04",
        "Armenia announced that it is leaving the European Union. "
        "The CSTO said that Armenia had suspended its participation in the CSTO.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "marsad.db"
    with Store(path) as kept:
        for name, (date, text) in ARTICLES.items():
            kept.add(Article(id=name, text=text, lang="en", date=day(date)))
    return path


def run(store: Path, *words: str, ui: str = "en") -> Any:
    return CliRunner().invoke(app, [*words, "--db", str(store), "--ui", ui])


def answer(store: Path, *words: str) -> Any:
    found = run(store, *words, "--json")
    assert found.exit_code == 0, found.output
    return json.loads(found.stdout)


def test_standing_tells_each_axis_with_its_words(store: Path) -> None:
    found = answer(store, "standing", "ARM", "CSTO", "--as-of", "2024-03-31")
    (standing,) = found["standings"]
    axes = standing["axes"]
    assert (found["as_of"], axes["legal"]["value"], axes["declared"]["value"]) == ("2024-03-31", "member", "suspended")
    assert [p["value"] for p in axes["legal"]["positions"]] == ["member", "not-requested"]
    assert [p["status"] for p in axes["declared"]["contested"]] == ["denied"]
    assert axes["declared"]["words"][0]["sentence"] == ARTICLES["freeze"][1]
    assert [(d["of"], d["instead"]) for d in standing["warnings"]] == [("IGO:EU", "IGO:CSTO")]


def test_known_leaves_out_what_was_published_later(store: Path) -> None:
    (standing,) = answer(store, "standing", "ARM", "CSTO", "--as-of", "2024-02-25", "--known", "2024-02-25")[
        "standings"
    ]
    assert standing["axes"]["declared"]["contested"] == []


def test_standing_of_one_axis_with_its_history(store: Path) -> None:
    (standing,) = answer(
        store, "standing", "Armenia", "csto", "--axis", "declared", "--history", "--as-of", "2024-03-31"
    )["standings"]
    assert list(standing["axes"]) == ["declared"]
    assert [(turn["value"], turn["word"]["article"]) for turn in standing["history"]] == [("suspended", "freeze")]


def test_standing_in_all_institutions(store: Path) -> None:
    assert [s["of"] for s in answer(store, "standing", "ARM", "--as-of", "2024-03-31")["standings"]] == ["IGO:CSTO"]


@pytest.mark.parametrize("ui", label_languages())
def test_tables_speak_the_reader_s_language(store: Path, ui: str) -> None:
    found = run(store, "standing", "ARM", "CSTO", "--as-of", "2024-03-31", "--history", ui=ui)
    words = labels(ui)
    assert found.exit_code == 0
    assert words("axis.declared") in found.stdout
    assert words("ledger.contested") in found.stdout
    assert ARTICLES["freeze"][1] in found.stdout


QUESTIONS = [
    # question, list in the answer, field, values
    (("commitments", "RUS", "ARM"), "commitments", "state", ["open"]),
    (("commitments", "ARM"), "commitments", "state", []),
    (("agreements", "ARM", "AZE"), "agreements", "stage", ["signed"]),
    (("meetings", "--upcoming", "--as-of", "2024-03-31"), "meetings", "status", ["planned"]),
    (("meetings", "CSTO", "--upcoming", "--as-of", "2024-03-31"), "meetings", "of", ["IGO:CSTO"]),
    (("meetings", "FRA"), "meetings", "status", []),
    (("changes", "--since", "2024-02-27", "--known", "2024-03-31"), "changes", "value", ["not-requested"]),
    (("changes", "--since", "2024-02-01", "--known", "2024-03-31", "--state", "AZE"), "changes", "value", []),
]


@pytest.mark.parametrize(("words", "what", "field", "values"), QUESTIONS)
def test_questions_and_their_answers(
    store: Path, words: tuple[str, ...], what: str, field: str, values: list[str]
) -> None:
    assert [found[field] for found in answer(store, *words)[what]] == values
    assert run(store, *words).exit_code == 0


WRONG = [
    (("standing", "Armenai", "CSTO"), "ARM (Armenia)"),
    (("standing", "ARM", "CSTOO"), "CSTO"),
    (("standing", "ARM", "CSTO", "--axis", "legl"), "legal"),
    (("standing", "ARM", "CSTO", "--as-of", "2024-13-01"), "--as-of"),
    (("changes", "--since", "2999-01-01"), "--since"),
    (("meetings", "Nowhereland"), "a state or an institution"),
    (("standing", "CSTO", "CSTO"), "a state"),
    (("standing", "ARM", "RUS"), "an institution"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_a_wrong_question_is_answered_with_what_was_expected(store: Path, words: tuple[str, ...], said: str) -> None:
    found = run(store, *words)
    assert found.exit_code == 2
    assert said in found.stderr


def test_without_a_store_it_says_how_to_make_one(tmp_path: Path) -> None:
    found = run(tmp_path / "none.db", "standing", "ARM", "CSTO")
    assert found.exit_code != 0
    assert "marsad add" in found.stderr


class Terminal(io.StringIO):
    """Text that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_drawn_table_a_pipe_plain_rows() -> None:
    blocks: list[tables.Block] = [
        tables.Table("title", ("one", "two"), (("a\tb", "c\x1bd"),)),
        tables.Quote("about", "words", "source"),
    ]
    drawn, plain = Terminal(), io.StringIO()
    tables.print_blocks(blocks, labels("en"), drawn)
    tables.print_blocks(blocks, labels("en"), plain)
    assert "─" in drawn.getvalue()
    assert plain.getvalue().splitlines() == ["# title", "one\ttwo", "a b\tc\ufffdd", "about\twords\tsource"]


def test_the_item_and_the_gold_items_answer_as_asked(shared: Path, tmp_path: Path) -> None:
    from marsad.intake import Options, article_from_file
    from marsad.reading import languages

    item = shared / "articles" / "armenia-csto.ar.txt"
    with Store(tmp_path / "marsad.db") as kept:
        kept.add(article_from_file(item, Options(languages=languages(), date=datetime.date(2024, 11, 20), lang="")))
    (standing,) = answer(tmp_path / "marsad.db", "standing", "ARM", "CSTO", "--as-of", "2024-11-20")["standings"]
    values = {axis: found["value"] for axis, found in standing["axes"].items() if found["value"]}
    assert values == {"legal": "member", "declared": "suspended", "conduct": "absent", "money": "refused"}
    assert all(standing["axes"][axis]["words"] for axis in values)
    assert [(d["of"], d["instead"]) for d in standing["warnings"]] == [("IGO:EU", "IGO:CSTO")]
