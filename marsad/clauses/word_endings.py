"""What the ending of an unknown word says where roles stand at the end of the phrase: its case, or that it is a verb.

A row of class `verb` in endings.tsv names the form of the verb instead of a case (`last`: only where it ends the
sentence); rows that begin with an apostrophe hold for names.
"""

from functools import cache
from itertools import pairwise

from marsad.lexicon.entries import Entry, Feature, Known
from marsad.lexicon.inflection import read_feature
from marsad.mentions.forms import make_form
from marsad.mentions.items import Item
from marsad.mentions.spans import Span
from marsad.text.sentences import Sentence

# The longest ending that is looked for, and how much of a word has to stand before it.
_LONGEST, _SHORTEST_STEM = 10, 3
# The agreement of a short infinitive (`Feature.person`), and the class of the noun that it may belong to.
# The form of a verb that is also the ablative of a noun where it is negated ("anlaşmadan").
GERUND = "gerund"
COMPOUND, DECISION = "compound", "decision"
_FINAL = frozenset('.!?…"”’)')
_VERB = Entry("trigger", "verb")


class WordEndings:
    """Reads the endings of unknown words by one table."""

    def __init__(self, endings: dict[str, tuple[str, str]]) -> None:
        self._endings = endings

    def case(self, token: str) -> str:
        """Return the case of a word, empty where its ending tells none."""
        word_class, case = self._read(token)
        return "" if word_class in ("verb", "last") else case

    def read_verbs(self, sentence: Sentence, row: list[Item]) -> None:
        """Read the unknown words with the ending of a verb as verbs that report nothing by themselves."""
        for k, item in enumerate(row) if self._endings else ():
            if item.kind != "word":
                continue
            word_class, form = self._read(sentence.tokens[item.i])
            if word_class == "verb" or (word_class == "last" and _ends(row[k + 1 :], sentence)):
                item.kind, item.known = "trigger", Known(_VERB, _feature(form))
                item.span = Span(item.i, item.j, make_form((item.known,)))

    @staticmethod
    def read_compounds(row: list[Item]) -> None:
        """Read a short infinitive as the noun it is too unless a decision or verb follows ("hava savunma sistemi")."""
        for item, after in pairwise(row):
            known = item.known if item.kind == "trigger" else None
            if known is None:
                continue
            if known.feature.negated and known.feature.form == GERUND and item.span is not None:
                noun = item.span.find("nominal")
                item.kind, item.known = ("nominal", noun) if noun is not None else (item.kind, known)
            elif known.feature.person == COMPOUND:
                verb = after.kind == "trigger" and after.value == "verb"
                item.kind = "trigger" if verb or after.value == DECISION else "word"

    def _read(self, token: str) -> tuple[str, str]:
        """Return class and case of a word by its longest ending; a name's begins with its apostrophe."""
        stem, mark, ending = token.partition("'")
        if mark:
            return self._endings.get(mark + ending, ("", "")) if stem else ("", "")
        for length in range(min(_LONGEST, len(token) - _SHORTEST_STEM), 0, -1):
            found = self._endings.get(token[-length:])
            if found is not None:
                return found
        return "", ""


def _ends(rest: list[Item], sentence: Sentence) -> bool:
    """Return whether nothing but signs that end a sentence stands in the rest of a row."""
    return all(sentence.tokens[item.i] in _FINAL for item in rest)


@cache
def _feature(form: str) -> Feature:
    return read_feature(form)
