"""Forms with their cases, for languages that decline: a morphological dictionary, and paradigms for names it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.lexicon.entries import Feature
from marsad.lexicon.inflection import PHRASE, Form
from marsad.lexicon.tables import read_table

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

# The dictionary's names of cases as letters of `Feature.case`; a plural form has them in capitals.
_CASES = {
    "nomn": "n", "gent": "g", "gen1": "g", "gen2": "g", "datv": "d", "accs": "a", "acc2": "a", "ablt": "i",
    "loct": "l", "loc1": "l", "loc2": "l",
}  # fmt: skip
ALL_CASES = "ngdail"
# What does not decline, by its number.
_FIXED = {"fixed": ALL_CASES, "plural": ALL_CASES.upper()}
_GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
_TENSES = {"past": "past", "pres": "present", "futr": "future"}
_NOUNS = frozenset({"NOUN", "NPRO"})
_ADJECTIVES = frozenset({"ADJF", "PRTF", "NUMR"})
_REFLEXIVE = "ся"
# Verbs whose future newspapers write as the present of the other verb of the pair ("признает" for "признаёт").
_PAIRED = "знать"
# What declension.tsv says of a word that the dictionary holds as a thing too ("боевик", a film).
_ANIMATE = "animate"
# Of a verb that is also another one which takes no object ("свернуть": turn, or wind up).
_TRANSITIVE = "transitive"


class MorphologyInflector:
    """Forms from pymorphy3; names it does not know follow paradigms.tsv, exceptions declension.tsv.

    Phrases decline whole: the head of a noun phrase with the adjectives before it, each word of a person's name.
    """

    declines = True

    def __init__(self, folder: Path, infinitive: bool = False) -> None:
        self._language = folder.name
        self._kinds = {row["lemma"]: row["kind"] for row in read_table(folder, "declension")}
        self._rows = [(row["class"], re.compile(row["match"]), row) for row in read_table(folder, "paradigms")]
        triggers = read_table(folder, "triggers")
        self._listed = frozenset(row["lemma"] for row in triggers if row["pos"] == "verb")

    @cached_property
    def _analyzer(self) -> MorphAnalyzer:
        from pymorphy3 import MorphAnalyzer  # loads its dictionary: only while compiling

        return MorphAnalyzer(lang=self._language)

    def forms(self, lemma: str, word_class: str) -> Iterator[Form]:
        """Yield the forms of a word or phrase; each form once for each way to read it, its cases joined."""
        found: dict[tuple[str, Feature], str] = {}
        for form, feature in self._single(lemma, word_class):
            key = form, Feature(feature.form, feature.voice, _number_free(feature.person, word_class))
            found[key] = found.get(key, "") + "".join(c for c in feature.case if c not in found.get(key, ""))
        for (form, feature), case in found.items():
            yield form, Feature(feature.form, feature.voice, _person(feature, case), case=case)

    def head(self, phrase: list[str]) -> int:
        """Return which word of a phrase is its verb, -1 where none is one."""
        return next((n for n, word in enumerate(phrase) if self._parse(word, "INFN") is not None), -1)

    def citation(self, word: str) -> str:
        """Return the nominative singular of a noun or adjective, the word itself where it may be one."""
        parses = [parse for parse in self._analyzer.parse(word) if parse.tag.POS in ("NOUN", "ADJF")]
        lemmas = [str(parse.normal_form) for parse in parses]
        return word if word in lemmas or not lemmas else lemmas[0]

    def _single(self, lemma: str, word_class: str) -> Iterator[Form]:
        """Yield forms with one feature for each case, joined by the caller."""
        words = lemma.split()
        if self._kinds.get(lemma) in _FIXED:
            yield lemma, Feature(case=_FIXED[self._kinds[lemma]])
        elif word_class == "verb":
            yield from self._verb_phrase(words)
        elif word_class == PHRASE:
            return
        elif word_class == "person":
            yield from self._person_name(words)
        elif word_class == "word":
            yield from self._own_form(lemma)
        elif word_class == "adj" and len(words) == 1:
            yield from self._predicative(lemma)
        else:
            yield from self._noun_phrase(words)

    # Verbs

    def _verb_phrase(self, words: list[str]) -> Iterator[Form]:
        """Yield the forms of a verb with the fixed words around it."""
        head = self.head(words)
        if head < 0:
            yield " ".join(words), Feature()
            return
        for form, feature in self._verb(words[head]):
            yield " ".join([*words[:head], form, *words[head + 1 :]]), feature

    def _verb(self, lemma: str) -> Iterator[Form]:
        parse = self._parse(lemma, "INFN")
        for form in parse.lexeme:
            feature = _verbal(form.tag) if form.tag.aspect == parse.tag.aspect else None
            if feature is not None and feature.form == "future" and self._told_now(form.word, lemma):
                feature = Feature("present", feature.voice, feature.person)
            if feature is not None:
                yield form.word, feature
        reflexive = lemma + _REFLEXIVE
        passive = {"impf", "tran"} <= parse.tag.grammemes and reflexive not in self._listed
        if passive and self._analyzer.word_is_known(reflexive):
            for form in self._parse(reflexive, "INFN").lexeme:
                feature = _verbal(form.tag)
                if feature is not None and feature.form not in ("active", "gerund", "participle"):
                    yield form.word, Feature(feature.form, "passive", feature.person)

    def _told_now(self, form: str, lemma: str) -> bool:
        """Return whether a future is written as the present of the other verb of the pair ("признает": "признаёт")."""
        others = (p for p in self._analyzer.parse(form) if p.tag.tense == "pres")
        return lemma.endswith(_PAIRED) and any(p.normal_form[:4] == lemma[:4] for p in others)

    def _predicative(self, lemma: str) -> Iterator[Form]:
        """Yield the forms of an adjective that are said of somebody: the short ones, or its nominatives where it has
        none, and the instrumentals ("remain tense").
        """
        parse = self._parse(lemma, "ADJF") or self._parse(lemma, "PRTF") or self._parse(lemma, "ADJS")
        if parse is None:
            yield lemma, Feature()
            return
        short = [form for form in parse.lexeme if form.tag.POS in ("ADJS", "PRTS")]
        for form in short or [form for form in parse.lexeme if form.tag.case == "nomn"]:
            yield form.word, Feature(person=_agreement(form.tag))
        yield from ((form.word, Feature(case=_case(form.tag))) for form in parse.lexeme if form.tag.case == "ablt")

    # Nouns and adjectives

    def _own_form(self, form: str) -> Iterator[Form]:
        """Yield a function word as it stands, with the cases it may have, those of a pronoun where it can be one."""
        parses = self._analyzer.parse(form)
        pronouns = [parse for parse in parses if parse.tag.POS == "NPRO"]
        read = pronouns or [parse for parse in parses if parse.tag.POS in (*_NOUNS, *_ADJECTIVES)]
        genders = {_relative_gender(parse.tag) for parse in read}
        gender = genders.pop() if len(genders) == 1 else ""
        cases = [_case(parse.tag) for parse in read]
        yield from ((form, Feature(person=gender, case=case)) for case in cases or [""])

    def _noun_phrase(self, words: list[str]) -> Iterator[Form]:
        """Yield the forms of a noun phrase: its head and the adjectives before it decline, the rest stays."""
        head = self._head(words)
        if head < 0:
            yield from list(self._numeral(words)) or self._unknown(words)
            return
        if any(self._parse(word, "NUMR") is not None for word in words[:head]):
            yield " ".join(words), Feature(person="p", case="NA")
        end = head + 1 + self._adjective_behind(words[head + 1 :])
        tables = [self._declined(word) for word in (*words[:head], *words[head + 1 : end])]
        noun = self._noun(words[head])
        for form in _own_forms(noun):
            case, wanted = _case(form.tag), noun.tag.number
            if (
                not case
                or form.tag.POS not in ("NOUN", "ADJF", "PRTF")
                or (wanted == "plur" and form.tag.number != "plur")
            ):
                continue
            for chosen in product(*(_agreeing(table, form.tag) for table in tables)):
                phrase = " ".join([*chosen[:head], form.word, *chosen[head:], *words[end:]])
                yield _as_written(phrase, words), Feature(person=_GENDERS.get(form.tag.gender, ""), case=case)

    def _numeral(self, words: list[str]) -> Iterator[Form]:
        """Yield the forms of a numeral that stands alone for who is counted ("оба"), in the plural; nothing else."""
        parse = self._parse(words[0], "NUMR") if len(words) == 1 else None
        for form in parse.lexeme if parse is not None else ():
            yield form.word, Feature(person="p", case=_case(form.tag).upper())

    def _head(self, words: list[str]) -> int:
        """Return the first noun of a phrase in the nominative, adjectives before it; -1 where there is none."""
        for n, word in enumerate(words):
            adjective = self._adjective(word) is not None
            if (self._known_noun(word) or adjective) and self._alone(word, words[n + 1 : n + 2]):
                return n
            if not adjective and self._parse(word, "NUMR") is None:
                return n - 1 if n and self._adjective(words[n - 1]) is not None else -1
        return 0 if len(words) == 1 and self._adjective(words[0]) is not None else -1

    def _alone(self, word: str, following: list[str]) -> bool:
        """Return whether a word is no adjective of the noun or adjective behind it."""
        adjective = self._adjective(word)
        if adjective is None or not following:
            return self._known_noun(word)
        noun = self._parse(following[0], "NOUN") if self._known_noun(following[0]) else None
        if noun is None:
            return self._known_noun(word) and self._adjective(following[0]) is None
        one, other = adjective.tag, noun.tag
        return bool(one.number != other.number or (one.number == "sing" and one.gender != other.gender))

    def _adjective(self, word: str) -> Any:
        """Return the reading of a word as an adjective or full participle, None where it is none."""
        return self._parse(word, "ADJF") or self._parse(word, "PRTF")

    def _noun(self, word: str) -> Any:
        """Return the reading of a head, as an adjective where its only noun is a surname ("македонский")."""
        noun, adjective = self._parse(word, "NOUN"), self._adjective(word)
        return adjective if adjective is not None and (noun is None or "Surn" in noun.tag) else noun

    def _adjective_behind(self, words: list[str]) -> int:
        """Return 1 where an adjective in the nominative stands right behind its noun ("папа римский"), else 0."""
        return int(bool(words) and words[0].islower() and self._parse(words[0], "ADJF") is not None)

    def _known_noun(self, word: str) -> bool:
        known = self._kinds.get(word) in (None, _ANIMATE) and self._analyzer.word_is_known(word.lower())
        return known and self._parse(word, "NOUN") is not None

    def _declined(self, word: str) -> list[Any]:
        """Return the forms of an adjective or numeral."""
        parse = self._parse(word, "NUMR") or self._adjective(word)
        return _own_forms(parse) if parse is not None else []

    def _unknown(self, words: list[str]) -> Iterator[Form]:
        """Yield the forms of a name of no known head: of its first word by the paradigms, or the name as it stands."""
        if len(words) == 1 and words[0] not in self._kinds and self._oblique_place(words[0]):
            yield from self._own_form(words[0])  # a spelling that is a case of another ("Гаване")
            return
        kind = self._kinds.get(words[0], "masculine" if words[0][1:].islower() else "fixed")
        found = list(self._by_paradigm(words[0], kind)) if kind != "fixed" else []
        if len(found) < 2:
            yield " ".join(words), Feature(case=ALL_CASES)
            return
        for form, cases in found:
            yield from ((" ".join([form, *words[1:]]), Feature(case=case)) for case in cases)
        if kind == "masculine" and found[1][0][-1] in "ая":
            yield " ".join(words), Feature(case="a")

    def _oblique_place(self, word: str) -> bool:
        """Return whether the dictionary knows a name of a place in other cases than the nominative alone."""
        return self._analyzer.word_is_known(word.lower()) and any("Geox" in p.tag for p in self._analyzer.parse(word))

    # Names of persons

    def _person_name(self, words: list[str]) -> Iterator[Form]:
        """Yield a person's name in every case; a word but the last may stay as it is."""
        gender = self._gender(words)
        tables = [self._name_forms(word, gender) for word in words]
        for case in ALL_CASES:
            last = [form for form, cases in tables[-1] if case in cases]
            before = [[form for form, cases in table if case in cases] for table in tables[:-1]]
            for chosen in product(*before, last):
                yield " ".join(chosen), Feature(person=gender[0], case=case)

    def _gender(self, words: list[str]) -> str:
        told = (self._kinds.get(name) for name in (" ".join(words), words[0], words[-1]))
        gender = next((kind for kind in told if kind in ("masculine", "feminine")), None)
        if gender is not None:
            return gender
        first = self._parse(words[0], "NOUN", "Name") if len(words) > 1 else None
        woman = first is not None and first.tag.gender == "femn"
        surname = len(words) == 1 and re.search(r"(?:[ое]ва|ина|ская|цкая)$", words[0])
        return "feminine" if woman or surname else "masculine"

    def _name_forms(self, word: str, gender: str) -> list[tuple[str, str]]:
        """Return the forms of one word of a name, each with its cases."""
        if self._kinds.get(word) == "fixed":
            return [(word, ALL_CASES)]
        if word.islower():
            return self._title_forms(word)
        parse = self._parse(word, "NOUN", "Name")
        known = parse is not None and word[:1].isupper() and self._analyzer.word_is_known(word.lower())
        if known and _GENDERS.get(parse.tag.gender) == gender[0]:
            singular = [form for form in parse.lexeme if form.tag.number == "sing" and _case(form.tag)]
            return [(_as_written(form.word, [word]), _case(form.tag)) for form in singular]
        return list(self._by_paradigm(word, gender)) or [(word, ALL_CASES)]

    def _title_forms(self, word: str) -> list[tuple[str, str]]:
        """Return the forms of a title that is part of a name ("принц Гарри"); particles ("ульд") stay as they are."""
        parse = self._parse(word, "NOUN") if self._analyzer.word_is_known(word) else None
        if parse is None or "anim" not in parse.tag:
            return [(word, ALL_CASES)]
        return [(form.word, _case(form.tag)) for form in parse.lexeme if form.tag.number == "sing" and _case(form.tag)]

    def _by_paradigm(self, word: str, gender: str) -> Iterator[tuple[str, str]]:
        """Yield the forms of a name by the first paradigm that fits it; none where it does not decline."""
        fitting = next((p.pattern for kind, p, _ in self._rows if kind == gender and p.fullmatch(word)), None)
        if fitting is None:
            return
        yield word, "n"
        for kind, pattern, row in self._rows:
            if kind == gender and pattern.pattern == fitting:
                yield pattern.sub(row["replace"], word, count=1), row["features"]

    def _parse(self, word: str, part: str, grammeme: str = "") -> Any:
        """Return the likeliest reading of a word as the lemma of a part of speech, None where it is none.

        Of a verb of both aspects the imperfective is taken: its non-past is the present. Of a noun whose singular is
        its genitive plural too ("солдат") the singular.
        """
        grammeme = grammeme or ("anim" if part == "NOUN" and self._kinds.get(word) == _ANIMATE else "")
        found = [p for p in self._analyzer.parse(word) if part == p.tag.POS and (not grammeme or grammeme in p.tag)]
        with_object = self._kinds.get(word) == _TRANSITIVE
        found.sort(key=lambda p: (p.tag.aspect == "perf", p.tag.number == "plur" and p.tag.case != "nomn"))
        found.sort(key=lambda p: with_object and p.tag.transitivity == "intr")
        return next((p for p in found if part == "INFN" or p.tag.case == "nomn" or p.normal_form == word), None)


def _own_forms(parse: Any) -> list[Any]:
    """Return the forms of a noun, adjective or participle, not its superlative or the participle of another voice."""
    tag = parse.tag
    return [form for form in parse.lexeme if form.tag.voice == tag.voice and ("Supr" in form.tag) == ("Supr" in tag)]


def _verbal(tag: Any) -> Feature | None:
    """Return the feature of a form of a verb, None for an imperative and what addresses somebody."""
    part, voice = tag.POS, "middle" if tag.transitivity == "intr" else ""
    if part == "INFN":
        return Feature("base", voice)
    if part == "GRND":
        return Feature("gerund", voice)
    if part == "PRTS" and tag.tense == "pres":
        return None  # "рассматриваем" is hardly ever more than "we consider"
    if part == "PRTS":
        return Feature("past", "passive", _agreement(tag))
    if part == "PRTF":
        active = tag.voice == "actv"
        return Feature("active" if active else "participle", voice if active else "passive", case=_case(tag))
    if part != "VERB" or tag.mood != "indc" or tag.person == "2per":
        return None
    return Feature(_TENSES[tag.tense], voice, _agreement(tag))


def _agreement(tag: Any) -> str:
    """Return with whom a finite form agrees: `3ms 3fs 3ns 3s 3p 1s 1p`."""
    person = "1" if tag.person == "1per" else "3"
    return person + ("p" if tag.number == "plur" else _GENDERS.get(tag.gender, "") + "s")


def _relative_gender(tag: Any) -> str:
    """Return the gender that a relative pronoun in the singular tells, empty for other words."""
    return _GENDERS.get(tag.gender, "") if {"Subx", "Anph"} <= tag.grammemes else ""


def _case(tag: Any) -> str:
    letter = _CASES.get(tag.case or "", "")
    return letter.upper() if tag.number == "plur" else letter


def _agreeing(table: Iterable[Any], noun: Any) -> list[str]:
    """Return the forms of an adjective or numeral that go with a form of its noun."""
    return list(dict.fromkeys(form.word for form in table if _agrees(form.tag, noun)))


def _agrees(tag: Any, noun: Any) -> bool:
    if tag.POS not in _ADJECTIVES or _CASES.get(tag.case or "") != _CASES.get(noun.case) or "V-oy" in tag:
        return False
    if tag.POS == "NUMR":
        return noun.number == "plur" and tag.gender in (None, noun.gender)
    gender = noun.number == "plur" or tag.gender == noun.gender
    animate = tag.animacy is None or noun.animacy is None or tag.animacy == noun.animacy
    return tag.number == noun.number and gender and animate and "V-ey" not in tag


def _number_free(person: str, word_class: str) -> str:
    return person if word_class == "verb" or (word_class == "adj" and len(person) > 1) else person[:1]


def _person(feature: Feature, case: str) -> str:
    """Return the agreement of a form: `p` for a noun that is only a plural."""
    return "p" if case and case.isupper() and not feature.form else feature.person


def _as_written(form: str, words: list[str]) -> str:
    """Return a form with the capital letters of its lemma."""
    shown = []
    for word, lemma in zip(form.split(), words, strict=False):
        if lemma.isupper() and len(lemma) > 1 and word.upper().startswith(lemma):
            shown.append(lemma + word[len(lemma) :])
        else:
            shown.append(word[:1].upper() + word[1:] if lemma[:1].isupper() else word)
    return " ".join(shown)
