"""Participles spelled like an action noun ("مطالبةً", demanding, or a demand), where the verb stands first."""

from marsad.lexicon.entries import Known
from marsad.mentions.items import Item
from marsad.text.sentences import Sentence

# The vowel mark of an adverbial accusative.
_TANWIN = "\u064b"


def circumstantial(sentence: Sentence, text: str, row: list[Item], k: int, verb: Known) -> bool | None:
    """Return whether an active participle that may be an action noun tells what somebody does beside, which its vowel
    mark says; a feminine one without it is the noun, but behind a comma; None where neither is told.
    """
    item = row[k]
    if verb.feature.form != "active" or item.marks:
        return None
    if accusative(sentence, text, item):
        return True
    return False if verb.feature.person == "fs" and k and row[k - 1].kind != "punct" else None


def accusative(sentence: Sentence, text: str, item: Item) -> bool:
    """Return whether the vowel mark of an indefinite noun says that it is no subject ("هاجم قاضياً")."""
    return _TANWIN in text[sentence.starts[item.i] : sentence.ends[item.i] + 1]
