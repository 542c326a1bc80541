"""Explanations of sentences in which a rule is no row that the sentence's verb has."""

import pytest

from marsad.model.article import Article
from marsad.views.explain import explain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru expelled the envoy of Chile but Bolivia did not.", "function.tsv"),
        ("Peru expelled the envoy of Chile, and so did Bolivia.", "triggers/institutions.tsv"),
    ],
)
def test_a_verb_left_out_is_explained_by_the_word_it_is_left_out_behind(text: str, told: str) -> None:
    words = explain(Article(id="a", text=text, lang="en"))
    assert f"[{told}:" in words
