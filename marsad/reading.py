"""Reading an article: the stages in their order, from text to records. The one place that knows all of them."""

import re

import msgspec

from marsad.clauses.grammar import Grammar
from marsad.clauses.model import Parse
from marsad.errors import InputError
from marsad.inventory import inventory
from marsad.lexicon.loading import lexicon
from marsad.lexicon.profile import language_codes
from marsad.lexicon.store import Lexicon
from marsad.mentions.attributive import read_attributive, read_participles
from marsad.mentions.case_groups import CaseGrouper
from marsad.mentions.civic import note_body
from marsad.mentions.compounds import compounds
from marsad.mentions.groups import Grouper
from marsad.mentions.hiding import hiding
from marsad.mentions.inserted import inserted_times
from marsad.mentions.items import Item, Mention, dissolved, function_words, items
from marsad.mentions.left_out import read_left_out
from marsad.mentions.memory import Memory
from marsad.mentions.named_each import named_each
from marsad.mentions.namesakes import Namesakes
from marsad.mentions.naming import named_after_deeds, party_names, words_of_names
from marsad.mentions.reporting import parted_reporting
from marsad.mentions.seated import of_seated_body
from marsad.mentions.spans import spans
from marsad.mentions.substantives import read_owned, read_substantives
from marsad.mentions.suffix_groups import SuffixGrouper
from marsad.mentions.towns import located
from marsad.model.article import Article, Reading
from marsad.model.records import Record
from marsad.records.chain import ChainReader
from marsad.records.gatherings import gathered
from marsad.records.offices import HOME_SECTORS
from marsad.records.overstated import disputed, without_overstated
from marsad.records.phrases import meaningless
from marsad.records.plausibility import impossible_standings, translation_marks
from marsad.records.relation import mark_pair, relation
from marsad.records.sentence import ArticleContext, SentenceReader
from marsad.records.somebody import speaks
from marsad.text.sentences import Sentence, sentences

GROUPERS = {"case": CaseGrouper, "suffix": SuffixGrouper}
LONGEST_DATELINE = 60
# Function words without which many a sentence would tell nothing.
_TELLING = frozenset({"light", "reporting"})
# Function words that no dateline has.
_TOLD = frozenset({"light", "aux", "modal"})
DATELINE, DASHES = re.compile(r"[^.!?\n]{2,50}?\s[-–—]{1,2}\s"), frozenset("-–—")


class SentenceReading(msgspec.Struct):
    """One sentence with all that was made of it; `parse` and `reader` are None where nothing can hold a record."""

    sentence: Sentence
    items: list[Item]
    parse: Parse | None
    reader: SentenceReader | None
    records: list[Record]


class ArticleReader:
    """Reads one article; a fresh one for each, so that nothing is carried from one article to another."""

    def __init__(self, article: Article) -> None:
        self.article, self.lexicon = article, lexicon_of(article)
        profile = self.lexicon.profile
        self.memory = Memory(frozenset(profile.proclitics), profile.name_endings, profile.personal)
        self.memory.published, self.memory.first_names = article.date, self.lexicon.given
        self.context = ArticleContext(article.id, article.text, article.date, inventory(), self.memory)
        self.chain = ChainReader()
        self.dateline: Mention | None = None

    def run(self) -> list[SentenceReading]:
        """Return the readings of all sentences in order."""
        found = sentences(self.article.text, self.lexicon.profile, self.lexicon.folder)
        return [self.sentence(sentence) for sentence in found]

    def sentence(self, sentence: Sentence) -> SentenceReading:
        """Return the reading of one sentence; what it teaches stays in the article's memory."""
        self.dateline = None
        reading = self._records(sentence, self._mentions(sentence))
        for k, item in enumerate(reading.items):
            if item.mention is not None:
                item.mention.words = tuple(sentence.tokens[item.mention.i : item.mention.j])
                self.memory.learn(item.mention, located(reading.items, k))
                note_body(self.memory, item.mention)
        return reading

    def _records(self, sentence: Sentence, row: list[Item]) -> SentenceReading:
        nobody = self.memory.empty and self.dateline is None and not any(_refers(item) for item in row)
        if (nobody and not self._somebody(row)) or not any(_tells(item) for item in row):
            return SentenceReading(sentence, row, None, None, [])
        parse = self._best_parse(sentence, row)
        reader = SentenceReader(self.context, sentence, parse, self.dateline)
        return SentenceReading(sentence, parse.items, parse, reader, reader.run())

    def _somebody(self, row: list[Item]) -> bool:
        """Return whether somebody acts whom no word names: police or courts, or who the form of a verb tells."""
        verb_first = self.lexicon.profile.word_order == "vso"
        return any(self._by_law(item) or (verb_first and speaks(item, self.context.inventory)) for item in row)

    def _by_law(self, item: Item) -> bool:
        """Return whether police or courts do something to somebody, who need have no known name ("X was convicted")."""
        known = item.known if item.kind == "trigger" else None
        if known is None or known.feature.voice != "passive":
            return False
        concepts = (self.context.inventory.concepts[sense.concept] for sense in known.entry.senses)
        return any("legal" in t.fields.get("contexts", ()) for c in concepts for t in c.templates)

    def _best_parse(self, sentence: Sentence, row: list[Item]) -> Parse:
        """Return the parse of a sentence, phrases that mean nothing in it taken apart: they hide what they hold."""
        parse = self._parse(sentence, row)
        empty = meaningless(parse, sentence, self.context) if self.lexicon.profile.apart else frozenset()
        return self._parse(sentence, self._mentions(sentence, empty)) if empty else parse

    def _parse(self, sentence: Sentence, row: list[Item]) -> Parse:
        return Grammar(sentence, self.article.text, row, self.lexicon.profile, self.context.inventory).run()

    def _mentions(self, sentence: Sentence, without: frozenset[tuple[int, int]] = frozenset()) -> list[Item]:
        """Return the items of a sentence; `without` are the tokens of phrases that mean nothing in it."""
        profile, text = self.lexicon.profile, self.article.text
        found, crediting = spans(sentence, text, self.lexicon, without)
        known = self._prepared(sentence, items(sentence, found, self.article.date, profile))
        joined = compounds(known) if "support" in function_words(known) else known
        known = parted_reporting(sentence, dissolved(sentence, joined, self.article.date))
        if not without:
            self.chain.note(known, crediting, sentence, text)
        if hidden := hiding(joined) - without:
            return self._mentions(sentence, without | hidden)
        upper = [text[s].isupper() for s in sentence.starts] if profile.case else None
        known = self._without_dateline(sentence, known)
        named_after_deeds(known, sentence, upper or ())
        Namesakes(sentence, upper, self.memory, profile.town_parts).run(known)
        inserted_times(known, sentence)
        words_of_names(known, sentence, upper or ())
        known = party_names(known, sentence, upper or ())
        row = GROUPERS.get(profile.roles, Grouper)(sentence, profile, upper, self.memory).run(known)
        row = named_each(row, sentence)
        read_left_out(row, sentence.tokens, profile.word_order == "sov")
        for item in row:
            if item.mention is not None:
                self._at_home(item.mention)
        return mark_pair(row, sentence, text, self.article.pair) if self.article.pair else row

    def _prepared(self, sentence: Sentence, known: list[Item]) -> list[Item]:
        """Return the known items of a sentence with what its words before and behind tell of ambiguous ones."""
        profile = self.lexicon.profile
        read_attributive(known)
        if profile.roles == "case":
            read_substantives(known, sentence)
        if profile.word_order == "vso":
            read_owned(known)
        if profile.word_order == "svo" and profile.roles == "order":
            read_participles(known)
        return known

    def _at_home(self, mention: Mention) -> None:
        """Give a named office-holder whose no state or pronoun says them to be that in which the report is at home."""
        if mention.country or mention.possessed or mention.sector not in HOME_SECTORS:
            return
        if mention.person and mention.role:
            mention.country = of_seated_body(self.memory) or self.memory.seat_or_topic()

    def _without_dateline(self, sentence: Sentence, row: list[Item]) -> list[Item]:
        """Return the items after "CARACAS - " or "مانيلا (أ ف ب) - "; the place becomes the article's home."""
        head = self.article.text[sentence.start : sentence.start + LONGEST_DATELINE]
        found = DATELINE.match(head) if not DASHES.isdisjoint(head) else None
        if found is None:
            return row
        cut = sentence.start + found.end()
        before = [item for item in row if sentence.starts[item.i] < cut]
        place = next((item for item in before if item.known is not None and item.kind == "actor"), None)
        bracketed = "(" in found.group() and not any(item.value in ("verb", "light") for item in before)
        told = any(item.kind == "trigger" or item.value in _TOLD or item.is_function("conj", "and") for item in before)
        told = told and not bracketed
        if place is None or place is not before[0] or told or sentence.starts[place.j - 1] >= cut or self._goes_on(cut):
            return row
        town = (place.span.find("place") if place.span is not None else None) or place.known
        assert town is not None
        self.memory.home = town.entry.code
        self.dateline = Mention(place.i, place.j, "place", town.entry.code)
        return row[len(before) :]

    def _goes_on(self, cut: int) -> bool:
        """Return whether a small letter behind a stroke goes on with the name before it ("Peru - the only one")."""
        place, _, _ = self.article.text[:cut].rpartition("\n")[2].partition(" ")
        return self.article.text[cut : cut + 1].islower() and not place.isupper()


def _refers(item: Item) -> bool:
    """Return whether somebody is named, or referred to, so that the article need not have named them before."""
    return item.mention is not None or item.kind == "anaphora" or item.is_function("pron")


def _tells(item: Item) -> bool:
    """Return whether a record may come of an item."""
    if item.kind == "trigger":
        return item.span is not None and any(known.entry.senses for known in item.span.readings)
    return item.value in _TELLING if item.kind == "function" else item.value == "same-fate"


def read(article: Article) -> Reading:
    """Return what an article says: its records in the order of the text, its chain, its notes.

    Raises InputError for a language that no folder describes, DataError where the language data is wrong.
    """
    reader = ArticleReader(article)
    found = reader.run()
    records = gathered([record for reading in found for record in reading.records])
    records = disputed(without_overstated(records, article.text))
    records += impossible_standings(records, article.date)
    records += translation_marks(article.id, article.text, [reading.sentence for reading in found])
    records.sort(key=lambda record: (record.evidence.sent, record.evidence.start))
    asked = relation([r.reader for r in found if r.reader is not None]) if article.pair else ""
    return Reading(article=article, records=tuple(records), chain=reader.chain.links(), relation=asked)


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that can be read."""
    return language_codes()


def lexicon_of(article: Article) -> Lexicon:
    """Return the lexicon of an article's language; raises InputError where no folder describes it."""
    if article.lang not in language_codes():
        raise InputError(article.id, f"lang: expected one of {', '.join(language_codes())}, got {article.lang!r}")
    return lexicon(article.lang)
