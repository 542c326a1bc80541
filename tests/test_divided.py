"""Phrases of a verb in two parts: put together again where they stand side by side, in every form of the verb."""

import pytest

from marsad.lexicon.divided import bits, divided, joined
from marsad.lexicon.entries import BESIDE_VERB, VERB_BEFORE, VERB_BEHIND, Entry
from marsad.lexicon.loading import lexicon
from marsad.mentions.spans import spans
from marsad.text.sentences import sentences


@pytest.mark.parametrize(
    ("phrase", "head", "parts"),
    [
        pytest.param("geri adım atmak", 2, ("atmak", "geri adım", VERB_BEHIND), id="verb-last"),
        pytest.param("прийти к соглашению", 0, ("прийти", "к соглашению", VERB_BEFORE), id="verb-first"),
        pytest.param("не прийти к", 1, None, id="words-on-both-sides"),
        pytest.param("atmak", 0, None, id="no-phrase"),
        pytest.param("geri adım", -1, None, id="no-verb"),
    ],
)
def test_a_phrase_is_divided_at_its_verb(phrase: str, head: int, parts: tuple[str, str, int] | None) -> None:
    assert divided(phrase.split(), head) == parts


def test_parts_are_joined_with_their_own_verb_on_their_side_alone() -> None:
    words = [(7, 0, VERB_BEHIND), (8, 1, VERB_BEHIND), (9, 0, VERB_BEFORE), (3, 2, 0)]
    verb = [(0, 5, BESIDE_VERB), (0, 6, BESIDE_VERB), (0, 4, 0)]
    assert list(joined(words, verb, VERB_BEHIND)) == [(7, 5, 0), (7, 6, 0)]
    assert list(joined(words, verb, VERB_BEFORE)) == [(9, 5, 0), (9, 6, 0)]
    assert bits(words) == 1 | 2 | 4
    assert bits(verb) == 1 | 8


@pytest.mark.parametrize(
    ("code", "text", "phrase"),
    [
        pytest.param("tr", "Bakan teklifi kabul etti.", "kabul etti", id="past"),
        pytest.param("tr", "Bakan teklifi kabul etmiş olan heyetle konuştu.", "kabul etmiş olan", id="two-words"),
        pytest.param("tr", "Bakan etti kabul.", None, id="verb-before-its-words"),
        pytest.param("ru", "Стороны пришли к соглашению.", "пришли к соглашению", id="verb-first"),
        pytest.param("ru", "К соглашению пришли стороны.", None, id="wrong-side"),
    ],
)
def test_reading_finds_the_phrase(code: str, text: str, phrase: str | None) -> None:
    found = lexicon(code)
    (sentence,) = sentences(text, found.profile, found.folder)
    read = spans(sentence, text, found)[0]
    told = [
        text[sentence.starts[span.i] : sentence.ends[span.j - 1]]
        for span in read
        if span.j - span.i > 1 and _verb(span.readings[0].entry)
    ]
    assert told == ([phrase] if phrase else [])


def _verb(entry: Entry) -> bool:
    return (entry.kind, entry.value) == ("trigger", "verb")
