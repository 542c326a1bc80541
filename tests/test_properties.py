"""What holds for every text: evidence that leads back to it, the same records every time, reversible folding."""

import datetime
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marsad.lexicon.folding import Folder
from marsad.lexicon.loading import lexicon
from marsad.lexicon.profile import languages_folder
from marsad.model.article import Article
from marsad.reading import ArticleReader, languages, read
from marsad.text.sentences import Sentence, sentences
from marsad.views.json_out import coded_row

ROOT = Path(__file__).parents[1]
ITEMS = ROOT / "quality" / "articles"
DAY = datetime.date(2025, 3, 12)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# What news pages really hold, mixed without sense: words that make records beside everything that shifts an offset.
PIECES = (
    "France",
    "Germany",
    "accused",
    "Mali",
    "signed",
    "a peace treaty",
    "on Tuesday",
    "said that",
    "NATO",
    "the two sides",
    "has not",
    "will",
    "28 November 2024",
    "U.S.",
    "3.5",
    "\u201cquoted\u201d",
    "فرنسا",
    "ألمانيا",
    "اتهمت",
    "وقّعت",
    "مُعاهَدةُ سَلامٍ",
    "الثلاثاء",
    "قالت إن",
    "الجامعة العربية",
    "وبالعراق",
    "لم",
    "أيلول/سبتمبر",
    "«اقتباس»",
    "الجانبان",
    "وزير الخارجية",
    "ال\u0640\u0640مغرب",
    "\ufefb",
    "می\u200cخواهد",
    "گفت",
    "وزیر امور خارجه",
    "Россия",
    "заявил",
    "Cote d\u2019Ivoire",
    "Co\u0302te d'Ivoire",
    "Tu\u0308rkiye",
    "\u0130stanbul",
    "\u00df",
    "\ufb01",
    "\U0001f1eb\U0001f1f7",
    "\U0001f469\u200d\U0001f4bb",
    "\u202b",
    "\u202c",
    "\u2067",
    "\u2069",
    "\u200e",
    "\u200f",
    "\u200b",
    "\x00",
    "\u00a0",
    "\u2028",
    "\u0651",
    "\n",
    "\r\n",
    "\t",
    ".",
    "؟",
    "،",
    "...",
    "(",
    ")",
    "-",
    "/",
    '"',
)
MIXTURES = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda parts: st.sampled_from([" ", " ", ""]).map(lambda glue: glue.join(parts))
)
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=80)


def article(text: str, lang: str, name: str = "a") -> Article:
    return Article(id=name, text=text, lang=lang, date=DAY)


def evidence_fits(given: Article) -> None:
    """Assert that what every record of an article calls its evidence is what the article's text says there."""
    for record in read(given).records:
        evidence = record.evidence
        assert 0 <= evidence.start < evidence.end <= len(given.text)
        assert evidence.text == given.text[evidence.start : evidence.end]
        assert evidence.sentence in given.text
        assert given.text[: evidence.start].count("\n") == evidence.line


def names_fit(given: Article) -> None:
    """Assert that an actor's name is what its sentence calls an actor, not the words at his place in another one."""
    for read_sentence in ArticleReader(given).run():
        sentence, items = read_sentence.sentence, read_sentence.items
        places = {(m.i, m.j) for item in items if (m := item.mention)} | {(item.i, item.j) for item in items}
        named = {given.text[sentence.starts[i] : sentence.ends[j - 1]] for i, j in places}
        for record in read_sentence.records:
            assert set(names(msgspec.to_builtins(record))) <= named


def names(value: Any) -> Iterator[str]:
    """Yield the names of the actors in a record, those of other sentences left out: they are empty."""
    if isinstance(value, dict) and "code" in value and value.get("name"):
        yield value["name"]
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from names(inner)


def pages(folder: Path) -> Iterator[Article]:
    """Yield the articles of a folder in languages that can be read: `name.LANGUAGE.txt`."""
    for path in sorted(folder.glob("*.txt")):
        lang = path.name.split(".")[-2]
        if lang in languages():
            yield article(path.read_text(encoding="utf-8"), lang, path.name)


@pytest.mark.parametrize("page", list(pages(ROOT / "examples")), ids=lambda page: page.id)
def test_evidence_is_what_an_example_says(page: Article) -> None:
    assert read(page).records
    evidence_fits(page)


@pytest.mark.parametrize("file", sorted(ITEMS.glob("*.jsonl")), ids=lambda file: file.stem)
def test_an_actor_is_named_by_his_own_sentence(file: Path) -> None:
    for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        names_fit(article(row["text"], row["lang"], row["id"]))


def test_evidence_is_what_the_shared_articles_say(shared: Path) -> None:
    for page in pages(shared / "articles"):
        assert read(page).records
        evidence_fits(page)


@QUICK
@given(MIXTURES, st.sampled_from(languages()))
def test_evidence_is_what_any_mixture_of_scripts_says(text: str, lang: str) -> None:
    evidence_fits(article(text, lang))


@QUICK
@given(MIXTURES, st.sampled_from(languages()))
def test_the_same_text_gives_the_same_records(text: str, lang: str) -> None:
    assert read(article(text, lang)) == read(article(text, lang))


@pytest.mark.parametrize("page", list(pages(ROOT / "examples")), ids=lambda page: page.id)
def test_the_same_example_gives_the_same_records(page: Article) -> None:
    assert read(page) == read(page)


def rows() -> list[Article]:
    """Return the whole articles among the cases, each as one row, with the sentences of one as rows of their own."""
    found = []
    for lang in languages():
        path = languages_folder() / lang / "cases" / "article.toml"
        text: Any = tomllib.loads(path.read_text(encoding="utf-8"))["pass"][0]["text"]
        found += [article(part, lang, f"{lang}-{n}") for n, part in enumerate([text, *text.split("\n")[:4]])]
    return found


ROWS = rows()
IN_ORDER = {row.id: coded_row(read(row)) for row in ROWS}


@settings(max_examples=10, deadline=None)
@given(st.permutations(ROWS))
def test_a_row_does_not_depend_on_the_rows_before_it(order: list[Article]) -> None:
    assert {row.id: coded_row(read(row)) for row in order} == IN_ORDER


@pytest.mark.parametrize("lang", languages())
@settings(max_examples=200, deadline=None)
@given(text=st.one_of(ANY_TEXT, MIXTURES))
def test_folding_is_total_and_leads_back(lang: str, text: str) -> None:
    folder = Folder(lexicon(lang).profile.letters)
    folded = folder.fold(text)
    back = [folded.original(position) for position in range(len(folded.text))]
    assert back == sorted(back)
    assert folded.original(len(folded.text)) == len(text)
    assert "".join(folder.fold_form(char) for char in text) == folded.text
    for position, offset in enumerate(back):
        assert folded.text[position] in folder.fold_form(text[offset])


@pytest.mark.parametrize("lang", languages())
@settings(max_examples=200, deadline=None)
@given(text=st.one_of(ANY_TEXT, MIXTURES))
def test_tokens_lie_in_their_sentence_and_sentences_in_their_text(lang: str, text: str) -> None:
    known = lexicon(lang)
    last = 0
    for number, sentence in enumerate(sentences(text, known.profile, known.folder)):
        assert last <= sentence.start < sentence.end <= len(text)
        assert sentence.number == number
        assert text[: sentence.start].count("\n") == sentence.line
        tokens_fit(sentence)
        last = sentence.end


def tokens_fit(sentence: Sentence) -> None:
    assert len(sentence.tokens) == len(sentence.starts) == len(sentence.ends) > 0
    before = sentence.start
    for start, end in zip(sentence.starts, sentence.ends, strict=True):
        assert before <= start < end <= sentence.end
        before = start if start == end else end
