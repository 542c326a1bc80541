"""Surface forms from lemmas, made while compiling: by a library where one is kept well, else by paradigms as data."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from marsad.errors import DataError
from marsad.lexicon.entries import ACTION_NOUN, Feature
from marsad.lexicon.tables import TableRow, read_table

Form = tuple[str, Feature]
# The class of paradigms for a phrase of a verb that is said without it.
PHRASE = "phrase"
# The vowel mark that the present of some verbs has in the active too; of all others it tells the passive.
_DAMMA = "\u064f"


class Inflector(Protocol):
    """Makes the forms of one word; the lemma itself is always among them.

    `declines` tells that names and whole phrases decline too and are given to it as they are.
    """

    declines: bool

    def forms(self, lemma: str, word_class: str) -> Iterator[Form]:
        """Yield every form of a lemma of a class (`verb`, `noun`, `adj`) with its features."""

    def head(self, phrase: list[str]) -> int:
        """Return which word of a phrase is its verb, the only one that inflects; -1 where none is known."""

    def citation(self, word: str) -> str:
        """Return the form by which a noun or adjective is cited that a table gives in another."""


# Penn Treebank tags, as lemminflect names its forms.
_TAGS = {
    "verb": {"VB": "base", "VBP": "base", "VBZ": "present", "VBD": "past", "VBN": "participle", "VBG": "gerund"},
    "noun": {"NN": "", "NNS": "plural"},
    "adj": {},
}


class LibraryInflector:
    """English forms from lemminflect, irregular plurals from the language folder before it."""

    declines = False

    def __init__(self, folder: Path, infinitive: bool = False) -> None:
        self._plurals = _plurals(folder)

    def forms(self, lemma: str, word_class: str) -> Iterator[Form]:
        """Yield the forms of a lemma; several spellings where the library knows several."""
        from lemminflect import getInflection  # loads numpy: only while compiling

        if word_class == "noun" and lemma in self._plurals:
            yield lemma, Feature()
            yield from ((plural, Feature(person="p")) for plural in self._plurals[lemma])
            return
        seen = {(lemma, "base" if word_class == "verb" else "")}
        for tag, form in _TAGS[word_class].items():
            seen.update((spelling, form) for spelling in getInflection(lemma, tag))
        for spelling, form in sorted(seen):
            yield spelling, Feature(form if word_class == "verb" else "", person="p" if form == "plural" else "")

    def head(self, phrase: list[str]) -> int:
        """Return the first word, the verb of a phrase."""
        return 0

    def citation(self, word: str) -> str:
        """Return the word as it is: tables give its lemma."""
        return word


class ParadigmInflector:
    """Forms by the language's own paradigms: each row turns a principal part into one form (languages/README.md).

    `infinitive` tells that verbs are cited by one, which is no finite form itself.
    """

    declines = False

    def __init__(self, folder: Path, infinitive: bool = False) -> None:
        self._infinitive = infinitive
        self._rows: dict[tuple[str, str], list[tuple[re.Pattern[str], str, Feature]]] = {}
        for row in read_table(folder, "paradigms"):
            self._rows.setdefault((row["class"], row["part"]), []).append(_paradigm(row))
        self._verbs: dict[str, list[TableRow]] = {}
        for row in read_table(folder, "verbs"):
            self._verbs.setdefault(row["lemma"], []).append(row)
        self._plurals = _plurals(folder)

    def forms(self, lemma: str, word_class: str) -> Iterator[Form]:
        """Yield the forms of a lemma; a verb without principal parts gives its lemma alone."""
        if word_class != "verb" or not self._infinitive:
            yield lemma, Feature("past" if word_class == "verb" else "", "", "3ms" if word_class == "verb" else "")
        for part, written in self._parts(lemma, word_class):
            stem = written.replace(_DAMMA, "")
            for pattern, replacement, feature in self._rows.get((word_class, part), ()):
                found = pattern.fullmatch(stem)
                if found is not None:
                    told = stem == written or feature.voice
                    yield found.expand(replacement), feature if told else replace(feature, voice="active")
        if word_class == "verb" and any(lemma in row["noun"].split("/") for row in self._verbs.get(lemma, ())):
            yield lemma, Feature(ACTION_NOUN)

    def knows(self, lemma: str) -> bool:
        """Return whether the verb has its principal parts in verbs.tsv."""
        return lemma in self._verbs

    def _parts(self, lemma: str, word_class: str) -> Iterator[tuple[str, str]]:
        yield "lemma", lemma
        for row in self._verbs.get(lemma, ()) if word_class == "verb" else ():
            for part in ("present", "active", "passive"):
                yield from ((part, stem) for stem in row[part].split("/") if stem)
        if word_class == "noun":
            yield from (("plural", plural) for plural in self._plurals.get(lemma, ()))

    def head(self, phrase: list[str]) -> int:
        """Return the first word, the verb of a phrase."""
        return 0

    def citation(self, word: str) -> str:
        """Return the word as it is: tables give its lemma."""
        return word


class SuffixInflector(ParadigmInflector):
    """Forms made at the end of a word or phrase, names too: `name`, `noun` and `verb` rows of paradigms.tsv, `phrase`
    rows for phrases that are said without their verb.
    """

    declines = True

    def forms(self, lemma: str, word_class: str) -> Iterator[Form]:
        """Yield the lemma, in the nominative where it is no verb, and its forms."""
        if word_class == "word":
            yield lemma, Feature()
            return
        kind = "name" if word_class == "person" else word_class
        if kind not in ("verb", PHRASE):
            yield lemma, Feature(case="n")
        for pattern, replacement, feature in self._rows.get((kind, "lemma"), ()):
            if pattern.fullmatch(lemma):
                yield pattern.sub(replacement, lemma, count=1), feature

    def head(self, phrase: list[str]) -> int:
        """Return the last word, the verb of a phrase."""
        return len(phrase) - 1


def _plurals(folder: Path) -> dict[str, tuple[str, ...]]:
    return {row["lemma"]: tuple(row["plural"].split("/")) for row in read_table(folder, "nouns") if row["plural"]}


def _paradigm(row: TableRow) -> tuple[re.Pattern[str], str, Feature]:
    try:
        return re.compile(row["match"]), row["replace"], read_feature(row["features"])
    except re.error as error:
        raise DataError(row.path, row.line, f"expected a regular expression, got {row['match']!r}: {error}") from error


_FORMS = {
    "past",
    "present",
    "jussive",
    "active",
    "imperative",
    "future",
    "participle",
    "gerund",
    "base",
    "possible",
    "obliged",
    "conditional",
}
_MARKS = {"passive", "neg", "perfect"}
_CASE = "case="


def read_feature(text: str) -> Feature:
    """Return the feature that a dotted name means: `passive.past.3fs`, `active.mp`, `dual`, `neg.past.3s`, `case=d`."""
    parts = text.split(".")
    case = next((p.removeprefix(_CASE) for p in parts if p.startswith(_CASE)), "")
    parts = [p for p in parts if not p.startswith(_CASE)]
    form = next((p for p in parts if p in _FORMS), "")
    voice = "passive" if "passive" in parts else ""
    if voice and not form:
        form = "participle"
    person = next((p for p in parts if p not in _FORMS | _MARKS), "")
    return Feature(form, voice, person, case=case, negated="neg" in parts, perfect="perfect" in parts)


class Enclitics:
    """Pronouns written together with the word before them, added to finished forms."""

    def __init__(self, folder: Path) -> None:
        self._rows = read_table(folder, "enclitics")

    def __bool__(self) -> bool:
        return bool(self._rows)

    def attach(self, form: str, word_class: str) -> Iterator[tuple[str, str]]:
        """Yield (form with pronoun, mark) for each pronoun; of several stem changes the longest fitting applies."""
        for clitic, mark, row in self._best(form, word_class).values():
            yield form[: len(form) - len(row["drop"])] + row["add"] + clitic, mark

    def _best(self, form: str, word_class: str) -> dict[tuple[str, str], tuple[str, str, TableRow]]:
        best: dict[tuple[str, str], tuple[str, str, TableRow]] = {}
        for row in self._rows:
            if word_class not in row["after"].split() or not form.endswith(row["drop"]):
                continue
            key = (row["form"], row["marks"])
            if key not in best or len(row["drop"]) > len(best[key][2]["drop"]):
                best[key] = (row["form"], row["marks"], row)
        return best
