"""A language folder becomes a lexicon: every surface form expanded, one automaton over all of them."""

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import daachorse
import msgspec

from marsad.inventory import Inventory, inventory
from marsad.lexicon.divided import bits, divided
from marsad.lexicon.entries import (
    AFTER_ARTICLE,
    BESIDE_VERB,
    LATER,
    NAME_KINDS,
    NAMED_ONLY,
    PLACED,
    SCATTERED,
    Entry,
    Feature,
    Need,
    Reading,
    Sense,
    word_class,
)
from marsad.lexicon.folding import Folder
from marsad.lexicon.inflection import PHRASE, Enclitics, Form, Inflector
from marsad.lexicon.inflectors import INFLECTORS
from marsad.lexicon.loading import fingerprint
from marsad.lexicon.profile import Profile, language_codes, language_folder, read_profile
from marsad.lexicon.store import Lexicon, encoded, write
from marsad.lexicon.tables import read_table
from marsad.lexicon.tokens import words
from marsad.lexicon.vocabulary import DECLINED, Lemma, lemmas

# What is introduced, so that the noun of that is none of it.
INTRODUCED = frozenset({"sanctions", "tariffs"})

# The cases of what may be the subject of a passive.
NOMINATIVE = frozenset("nN")


def compile_all(target: Path) -> list[Path]:
    """Return the compiled files of all languages, written into `target`; raises DataError for wrong data."""
    target.mkdir(parents=True, exist_ok=True)
    return [write(compile_language(code, fingerprint(code)), target) for code in language_codes()]


def compile_language(code: str, version: str) -> Lexicon:
    """Return the compiled lexicon of one language, marked with the fingerprint of its data.

    Raises DataError for wrong data, UsageError for an unknown code.
    """
    folder = language_folder(code)
    return Compiler(folder, read_profile(folder), inventory()).run(version)


class Compiler:
    """Collects the forms of one language; `forms` maps a folded form to its readings, in order of the tables.

    `beside` does so for the parts of divided phrases, `verbs` numbers their verbs; `spellings` keeps the forms of nouns
    that needs ask for, `given` the first names of persons, folded.
    """

    def __init__(self, folder: Path, profile: Profile, concepts: Inventory) -> None:
        self.folder, self.profile, self.concepts = folder, profile, concepts
        self.fold = Folder(profile.letters).fold_form
        self.inflector: Inflector = INFLECTORS[profile.inflector](folder, profile.infinitive)
        self.enclitics = Enclitics(folder)
        self.article = next((form for form, marks in profile.proclitics.items() if marks == ("the",)), "")
        self.entries: list[Entry] = []
        self.features: dict[Feature, int] = {Feature(): 0}
        self.forms: dict[str, dict[Reading, None]] = {}
        self.beside: dict[str, dict[Reading, None]] = {}
        self.verbs: dict[str, int] = {}
        self.spellings: dict[str, list[Form]] = {}
        self.given: set[str] = set()

    def run(self, version: str) -> Lexicon:
        """Return the finished lexicon."""
        found = list(lemmas(self.folder, self.profile, self.concepts))
        for lemma in found:
            self.add(lemma)
            self._note_first_name(lemma)
        self.given.update(self.fold(row["form"]) for row in read_table(self.folder, "firstnames"))
        if self.inflector.declines:
            self._add_nouns_asked_for(found)
        return self.build(version)

    def _add_nouns_asked_for(self, found: list[Lemma]) -> None:
        """Add the nouns that needs ask for by name: in a language with cases a noun of no table fills no slot."""
        senses = (sense for lemma in found for sense in lemma.entry.senses)
        asked = {word for sense in senses for need in sense.needs if need.slot != "near" for word in need.words}
        for word in sorted({self.inflector.citation(word) for word in asked}):
            if self.fold(word) not in self.forms:
                self.add(Lemma(word, Entry("nominal", NAMED_ONLY), "noun"))

    def add(self, lemma: Lemma) -> None:
        """Add every form of a lemma."""
        self.entries.append(self._classed(self._folded(lemma.entry)))
        number = len(self.entries) - 1
        if not self._divided(lemma, number):
            self._add_forms(lemma, number, self.expand(lemma))

    def _note_first_name(self, lemma: Lemma) -> None:
        """Note the first name of a person whose whole name a row gives."""
        name = words(self.fold(lemma.text)) if lemma.entry.kind == "person" else []
        if len(name) > 1 and name[0].isalpha():
            self.given.add(name[0])

    def _add_forms(self, lemma: Lemma, number: int, forms: Iterable[Form]) -> None:
        for form, feature in forms:
            key = " ".join(words(self.fold(form)))
            if key:
                reading = (number, self.features.setdefault(feature, len(self.features)), self._case(lemma.entry, form))
                self.forms.setdefault(key, {})[reading] = None
                self._without_article(key, reading)

    def _divided(self, lemma: Lemma, number: int) -> bool:
        """Add a phrase of a verb in two parts; return whether it is one, in a language whose verbs have many forms."""
        if not self.inflector.declines or lemma.inflect != "verb":
            return False
        phrase = lemma.text.split()
        parts = divided(phrase, self.inflector.head(phrase))
        if parts is None:
            return False
        verb, rest, side = parts
        if verb not in self.verbs:
            self._add_verb(verb)
        self._add_part(rest, (number, self.verbs[verb], side))
        self._add_forms(lemma, number, self.inflector.forms(lemma.text, PHRASE))
        return True

    def _add_verb(self, verb: str) -> None:
        """Add the forms of a verb for all the phrases that have it."""
        number = self.verbs[verb] = len(self.verbs)
        for form, feature in self.inflector.forms(verb, "verb"):
            self._add_part(form, (number, self.features.setdefault(feature, len(self.features)), BESIDE_VERB))

    def _add_part(self, form: str, reading: Reading) -> None:
        self.beside.setdefault(" ".join(words(self.fold(form))), {})[reading] = None

    def _without_article(self, key: str, reading: Reading) -> None:
        """Add a form that starts with the article once more without it, for particles that swallow the article."""
        if self.article and key.startswith(self.article) and len(key) > len(self.article) + 2:
            swallowed = (reading[0], reading[1], AFTER_ARTICLE)
            self.forms.setdefault(key.removeprefix(self.article), {})[swallowed] = None

    def _classed(self, entry: Entry) -> Entry:
        """Return the entry with the classes of the noun that it is, of none that it carries ("the holding of")."""
        if entry.kind == "nominal":
            return msgspec.structs.replace(entry, classes=(entry.value,))
        if entry.kind != "trigger" or entry.value != "noun":
            return entry
        told = ((self.concepts.concepts[sense.concept].noun_class, sense.needs) for sense in entry.senses)
        found = {name for name, needs in told if name and not any(_carried(name, need) for need in needs)}
        return msgspec.structs.replace(entry, classes=tuple(sorted(found)))

    def _folded(self, entry: Entry) -> Entry:
        """Return the entry with the literal words of its needs folded as the tokens of a text are."""
        if not any(need.words for sense in (*entry.senses, *entry.apart) for need in sense.needs):
            return entry
        senses, apart = (tuple(map(self._folded_sense, found)) for found in (entry.senses, entry.apart))
        return msgspec.structs.replace(entry, senses=senses, apart=apart, apart_by=_by_first_word(apart))

    def _folded_sense(self, sense: Sense) -> Sense:
        return msgspec.structs.replace(sense, needs=tuple(self._folded_need(need) for need in sense.needs))

    def _folded_need(self, need: Need) -> Need:
        """Return a need with its words folded, those that are several tokens, or stand behind an object, as phrases."""
        spelled = dict.fromkeys(form for word in sorted(need.words) for form in self._spellings(word, need.slot))
        folded = [words(self.fold(form)) for form in spelled]
        single = frozenset(tokens[0] for tokens in folded if len(tokens) == 1 and need.slot not in PLACED)
        phrases = tuple(f" {' '.join(tokens)} " for tokens in folded if len(tokens) > 1 or need.slot in PLACED)
        return msgspec.structs.replace(need, words=single, phrases=phrases)

    def _spellings(self, word: str, slot: str) -> list[str]:
        """Return a literal word of a need, in all its cases where the language declines; a word of a phrase in its own,
        or as the subject of a passive.
        """
        if not self.inflector.declines:
            return [word]
        if word not in self.spellings:  # the same words are asked for over and over
            self.spellings[word] = list(self.inflector.forms(word, "noun"))
        found = self.spellings[word]
        if slot == SCATTERED:
            return [word, *(form for form, feature in found if not NOMINATIVE.isdisjoint(feature.case))]
        return [word, *(form for form, _ in found)]

    def expand(self, lemma: Lemma) -> Iterator[Form]:
        """Yield the surface forms of a lemma with their features, enclitic pronouns included."""
        if self.inflector.declines and lemma.inflect:
            yield from self.inflector.forms(lemma.text, "noun" if lemma.inflect == "demonym" else lemma.inflect)
            if lemma.entry.kind == "title" and self.profile.slots:
                yield from self.inflector.forms(lemma.text, "name")  # "Mahkeme'nin" as well as "mahkemenin"
            return
        parts = lemma.text.split()
        inflect = "adj" if lemma.inflect == "demonym" and self.enclitics else lemma.inflect
        if not inflect or inflect in DECLINED:
            yield lemma.text, Feature()
        elif inflect == "demonym":
            yield from self.inflector.forms(lemma.text, "noun")
        elif inflect == "part":
            yield from self.inflector.forms(lemma.text, "part") if len(parts) == 1 else [(lemma.text, Feature())]
        elif len(parts) == 1:
            yield from self._with_enclitics(lemma.text, inflect, word_class(lemma.entry))
        else:
            yield from self._phrase(parts, inflect)
            if lemma.entry.kind == "title" and inflect == "noun" and len(parts) == len(("وزير", "خارجية")):
                yield from self._owned_office(parts)

    def build(self, version: str) -> Lexicon:
        """Return the lexicon of what was added."""
        self._offices_taken_up()
        bound = "" if self.profile.proclitics else " "
        forms = {form: [*self.forms.get(form, ()), *self.beside.get(form, ())] for form in self.forms | self.beside}
        patterns = [f"{bound}{form} " for form in forms]
        first, readings = array("I", [0]), array("I")
        for found in forms.values():
            for reading in found:
                readings.extend(reading)
            first.append(len(readings) // 3)
        return Lexicon(
            code=self.profile.code,
            fingerprint=version,
            profile=self.profile,
            entries=encoded(self.entries),
            features=tuple(self.features),
            lengths=bytes(min(255, form.count(" ") + 1) for form in forms),
            parts=bytes(map(bits, forms.values())),
            first=first,
            given=frozenset(self.given),
            readings=readings,
            automaton=daachorse.CharwiseDoubleArrayAhoCorasick(patterns),
        )

    def _offices_taken_up(self) -> None:
        """Let "the government" also be the office, for where it is said whose it is ("the government of Peru")."""
        for key, readings in self.forms.items():
            determiner, _, office = key.partition(" ")
            if office not in self.forms or not self._has(self.forms.get(determiner, ()), "function"):
                continue
            if self._has(readings, "anaphora"):
                readings |= {r: None for r in self.forms[office] if self.entries[r[0]].kind == "title"}

    def _has(self, readings: Iterable[Reading], kind: str) -> bool:
        return any(self.entries[reading[0]].kind == kind for reading in readings)

    def _with_enclitics(self, lemma: str, inflect: str, kind: str) -> Iterator[Form]:
        for form, feature in self.inflector.forms(lemma, inflect):
            yield form, feature
            if not feature.enclitic and feature.voice != "passive":
                for joined, mark in self.enclitics.attach(form, kind):
                    yield joined, Feature(feature.form, feature.voice, feature.person, mark)

    def _phrase(self, parts: list[str], inflect: str) -> Iterator[Form]:
        """Yield the forms of a phrase: its verb, or the head of its noun phrase, inflects."""
        head = self._head(parts, inflect)
        for form, feature in self.inflector.forms(parts[head], inflect):
            yield " ".join([*parts[:head], form, *parts[head + 1 :]]), feature
            if self.article and inflect == "noun":
                yield from ((" ".join([form, *rest]), feature) for rest in self._definite(parts[1:]))

    def _owned_office(self, parts: list[str]) -> Iterator[Form]:
        """Yield the forms of an office with the pronoun that says whose it is at its second word ("وزير خارجيته")."""
        owned = list(self.enclitics.attach(parts[1], "noun"))
        for form, feature in self.inflector.forms(parts[0], "noun") if owned else ():
            for joined, mark in owned:
                yield f"{form} {joined}", Feature(feature.form, feature.voice, feature.person, mark)

    def _head(self, parts: list[str], inflect: str) -> int:
        if inflect == "verb":
            return self.inflector.head(parts)
        if self.profile.adjective == "after":
            return 0
        return parts.index("of") - 1 if "of" in parts[1:] else len(parts) - 1

    def _definite(self, rest: list[str]) -> list[list[str]]:
        """Return what follows an inflected head of a definite phrase: all with the article, or the last alone."""
        if any(word.startswith(self.article) for word in rest) or len(rest) > 2:
            return []
        everywhere = [self.article + word for word in rest]
        return [everywhere] if len(rest) == 1 else [everywhere, [*rest[:-1], self.article + rest[-1]]]

    def _case(self, entry: Entry, form: str) -> int:
        if not self.profile.case or entry.kind not in NAME_KINDS or form.islower():
            return 0
        if not form[:1].isupper():
            return LATER if any(word[:1].isupper() for word in form.split()[1:]) else 0
        letters = [c for c in form if c.isalpha()]
        return 2 if 2 <= len(letters) <= 5 and all(c.isupper() for c in letters) else 1


def _carried(name: str, need: Need) -> bool:
    """Return whether a need says that a noun only carries what another names ("the introduction of tariffs")."""
    return need.slot == "gen" and (name in need.classes or (bool(need.words) and name in INTRODUCED))


def _by_first_word(apart: tuple[Sense, ...]) -> dict[str, tuple[int, ...]]:
    """Return which of the senses of longer phrases begin, behind the object, with a word."""
    found: dict[str, list[int]] = {}
    for n, sense in enumerate(apart):
        for phrase in sense.needs[0].phrases:
            found.setdefault(phrase.split()[0], []).append(n)
    return {word: tuple(numbers) for word, numbers in found.items()}
