"""Reading words of several meanings as what they can only be beside others, before a sentence is parsed."""

from itertools import chain
from operator import itemgetter

from marsad.clauses.carrying import read_carrying
from marsad.clauses.cases import read_possessives
from marsad.clauses.duties import read_duties
from marsad.clauses.gapped import lacks_object
from marsad.clauses.inverted import read_inverted
from marsad.clauses.like_prepositions import read_verbs
from marsad.clauses.numbered import read_numbered
from marsad.clauses.opening_nouns import read_opening_nouns, read_sited
from marsad.clauses.pointing import demonstratives
from marsad.clauses.wanting import wants_of_another
from marsad.inventory import Inventory
from marsad.lexicon.entries import BARE, Entry, Feature, Known
from marsad.lexicon.profile import Profile
from marsad.mentions.items import Item
from marsad.mentions.pieces import STATES
from marsad.text.sentences import Sentence

# Expressions for two sides, one of which "the other" may be.
_BOTH = frozenset({"both-sides", "both-countries"})
# An adverb that no table holds.
MANNER = Entry("function", "adv", role="manner")
COUNTING = Entry("function", "quant")
# Signs before what is quoted.
_QUOTING = frozenset(':"«“')
# The kind of words that stand in no table.
UNKNOWN = frozenset({"word"})
# After these a word belongs to a noun phrase.
_IN_NOUN = frozenset({"det", "poss", "quant", "prep"})
# What tells that a verb stands there or follows.
_VERBAL = frozenset({"verb", "light", "aux"})
_FINITE = _VERBAL | {"future", "modal"}
_TENSED = frozenset({"verb", "aux", "modal", "future"})
# What may follow the verb of a clause where verbs go last.
_CLOSING = frozenset({"comp", "rel", "sub", "conj"})


def _inside_noun(before: Item) -> bool:
    return before.kind in ("word", "nominal") or (before.kind == "function" and before.value in _IN_NOUN)


def _nominal(item: Item) -> bool:
    """Return whether an item is a noun or belongs to one."""
    noun = item.kind == "trigger" and item.value == "noun"
    return (
        noun or item.kind in ("word", "nominal", "actor", "anaphora", "time") or item.value in ("mark", "det", "quant")
    )


def _follows_det(item: Item | None) -> bool:
    """Return whether an item may be what a determiner before it determines."""
    return item is not None and item.kind != "time" and _nominal(item) and item.value != "mark"


def _names_act(before: Item | None, after: Item | None) -> bool:
    """Return whether a past behind "this" under a preposition is a noun ("در این نشست": sat, or session)."""
    if before is None or after is None or after.value != "verb" or not before.is_function("prep"):
        return False
    past = after.known is not None and after.known.feature.form == "past" and not after.known.feature.negated
    return past and after.span is not None and after.span.find("trigger", "noun") is not None


def _floats(before: Item | None, after: Item | None) -> bool:
    """Return whether a word stands between a subject and its verb."""
    named = before is not None and (before.mention is not None or before.is_function("aux"))
    return named and after is not None and after.value in _VERBAL


# The classes of function words that may be read anew.
_REREAD = frozenset({"prep", "quant", "det", "aux", "pron", "comp", "rel", "modal", "sub"})
# A function word between its neighbours, with its place in the sentence.
_Word = tuple[Item | None, Item, Item | None, int]


class Rereading:
    """Reads the items of one sentence anew, in place; each way only where the sentence has its words."""

    def __init__(self, sentence: Sentence, row: list[Item], profile: Profile, inventory: Inventory) -> None:
        self.sentence, self.row, self.profile, self.inventory = sentence, row, profile, inventory
        self.verb_first, self.verb_last = profile.word_order == "vso", profile.word_order == "sov"
        self._words: dict[str, list[_Word]] = {}  # the function words by their classes
        for k, item in enumerate(row):
            if item.kind == "function" and (word_class := item.value) in _REREAD:
                word = (row[k - 1] if k else None, item, row[k + 1] if k + 1 < len(row) else None, k)
                self._words.setdefault(word_class, []).append(word)

    def run(self) -> None:
        """Go through all ways; the order matters, a later one may build on what an earlier one has read."""
        words = self._words
        self._read_approximate()
        self._read_manner()
        self._read_attributive()
        if "quant" in words or "det" in words:
            self._read_standing_alone()
            self._read_counted()
        self._read_neither()
        read_inverted(self.row, chain(words.get("aux", ()), words.get("modal", ())))
        if "pron" in words:
            self._read_each_other()
        self._read_ranges()
        if self.verb_first:
            self._read_verb_opening()
        if self.profile.slots:
            self._read_repeated()
        if self.verb_last:
            self._read_verb_closing()
        if self.profile.roles == "case":
            read_possessives(words.get("pron", ()))
        elif not (self.verb_first or self.verb_last):
            demonstratives(self.row, words.get("comp", ()))
            read_possessives(words.get("pron", ()), UNKNOWN)
            self._read_verb_between()

    def _read_verb_opening(self) -> None:
        """Read what may stand before the verb, or be it, where it comes first."""
        read_duties(self.row, self._words.get("prep", ()))
        read_verbs(self.row, self._words.get("prep", ()))
        read_carrying(self.row, self._words.get("prep", ()))
        read_numbered(self.row)
        self._read_denying()

    def _read_verb_closing(self) -> None:
        """Read what may mean "because" or "like" by what stands before it, and what somebody wants done."""
        for before, item, _, k in self._words.get("prep", ()):
            if item.role == "like" and item.span is not None and not (before is not None and _nominal(before)):
                item.known = item.span.find("function", "sub") or item.known  # "..., چون پرو حمله کرد"
            elif item.role == "until" and item.span is not None and self._unless(k):
                item.known = item.span.find("function", "sub") or item.known
        self._read_partitive()
        self._read_asked()
        read_numbered(self.row)
        if "modal" in self._words:
            self._read_wanted()

    def _read_partitive(self) -> None:
        """Read how many of some people there are as what counts them ("۴۰ نفر از شهروندان را بازداشت کرد")."""
        for unit, item, people, k in self._words.get("prep", ()):
            if item.role != "from" or unit is None or people is None or people.mention is None or k < 1:
                continue
            counted = unit.j - unit.i > 1 or (k > 1 and self._counts(self.row[k - 2]))  # "ده‌ها تن از"
            if not counted:
                continue
            person = unit.mention is not None and unit.mention.title_kind == "people" and not unit.mention.country
            if (person or unit.is_function("quant")) and people.mention.title_kind == "people":
                for word in (unit, item):
                    word.kind, word.known, word.mention = "function", Known(COUNTING, Feature()), None

    def _read_asked(self) -> None:
        """Read a request before "until" and a subjunctive as its verb ("از پرو خواسته تا نیروهایش را خارج کند")."""
        for before, item, _, k in self._words.get("prep", ()):
            if item.role != "until" or before is None or before.kind != "trigger" or before.span is None:
                continue
            asking, opening = (
                before.span.find("trigger", "verb"),
                item.span.find("function", "sub") if item.span else None,
            )
            behind = self.row[k + 1 :]
            verb = next((i.known for i in behind if i.kind == "trigger" and i.value in ("verb", "light")), None)
            if asking is not None and opening is not None and verb is not None and verb.feature.form == "jussive":
                before.known, item.known = asking, opening

    def _counts(self, item: Item) -> bool:
        """Return whether an item is a number, in words or not."""
        return self._numeral(item) or item.is_function("quant")

    def _unless(self, k: int) -> bool:
        """Return whether the next verb behind item `k` is a negated subjunctive ("تا آمریکا تحریم‌ها را لغو نکند")."""
        verb = next((i.known for i in self.row[k + 1 :] if i.kind == "trigger" and i.value in ("verb", "light")), None)
        return verb is not None and verb.feature.negated and verb.feature.form == "jussive"

    def _read_approximate(self) -> None:
        """Read a preposition that can also mean "about" as such an adverb where a number follows it."""
        for _, item, after, _ in self._words.get("prep", ()):
            if item.span is not None and after is not None and (self._numeral(after) or after.is_function("quant")):
                item.known = item.span.find("function", "adv") or item.span.find("function", "quant") or item.known

    def _read_manner(self) -> None:
        """Read unknown words with the ending of an adverb as one unless they stand inside a noun phrase."""
        endings, before = self.profile.adverb_endings, None
        for item in self.row if endings else ():
            ended = item.kind == "word" and self.sentence.tokens[item.i].endswith(endings)
            if ended and not (before is not None and _inside_noun(before)):
                item.kind, item.known = "function", Known(MANNER, Feature())
            before = item

    def _read_attributive(self) -> None:
        """Read a bare passive participle between a noun and what belongs to it as its adjective ("تحریم‌های لغوشده")."""
        behind = self.verb_last and not self.profile.slots
        for before, item, after in zip(self.row, self.row[1:], self.row[2:], strict=False):
            feature = item.known.feature if item.known is not None else None
            if feature is None:
                continue
            if behind and feature.form == "past" and self._governed_past(before, item):
                item.known = item.span.find("trigger", "noun") if item.span is not None else None
                item.kind = "word" if item.known is None else "trigger"
            elif behind and feature.form == "past" and self._origin(before, item, after):
                item.kind, item.known = "word", None
            elif feature.person == BARE:
                self._read_bare(before, item, after)

    def _read_bare(self, before: Item, item: Item, after: Item) -> None:
        """Read a bare participle between two words as an adjective."""
        if item.known is None:
            return
        if before.is_function("prep") and _nominal(after):
            item.kind = "word"  # "با بسته جدید"
        elif item.j - item.i == 1 and self._numeral(before):
            item.kind = "word"  # "از ۸۰۰ کشته سخن گفت"
        elif self.verb_last and item.j - item.i > 1 and _nominal(before) and after.kind in ("word", "nominal"):
            told = (self.inventory.concepts[sense.concept] for sense in item.known.entry.senses)
            if not any(concept.takes_clause for concept in told):
                item.kind = "word"  # "مناطق آسیب دیده زلزله"
        elif item.known.feature.voice == "passive" and _nominal(before):
            concepts = [self.inventory.concepts[sense.concept] for sense in item.known.entry.senses]
            planned = any(concept.makes("meeting") for concept in concepts)  # "دیدار برنامه‌ریزی‌شده او با"
            plain = planned or not any(concept.shape == "saying" or concept.act for concept in concepts)
            if plain and (_nominal(after) or after.is_function("prep")):
                item.kind = "word"

    def _origin(self, before: Item, item: Item, after: Item) -> bool:
        """Return whether a past of one word between a thing and a state tells where it was made ("سلاح ساخت ژاپن")."""
        thing = before.kind in ("word", "nominal") and after.mention is not None and after.mention.kind in STATES
        if not thing or item.j - item.i > 1 or item.value not in ("verb", "light") or item.known is None:
            return False
        concepts = (self.inventory.concepts[sense.concept] for sense in item.known.entry.senses)
        return not any(concept.takes_clause for concept in concepts)

    @staticmethod
    def _governed_past(before: Item, item: Item) -> bool:
        """Return whether a past of one word stands right behind a preposition, and so is a noun ("در ساخت راه‌آهن")."""
        single = item.j - item.i == 1 and item.value in ("verb", "light") and not item.marks
        return single and before.is_function("prep") and item.known is not None and not item.known.feature.negated

    def _read_standing_alone(self) -> None:
        """Read a determiner or "both" that no noun follows as the pronoun that it may be too ("از آن خارج شد"), "both"
        between a subject and its verb as an adverb ("A and B both said").
        """
        for before, item, after, _ in sorted(
            chain(self._words.get("quant", ()), self._words.get("det", ())), key=itemgetter(3)
        ):
            if item.span is None or _follows_det(after) or _names_act(before, after):
                continue
            both = item.span.find("anaphora") if item.is_function("quant") else None
            if both is not None and _floats(before, after):
                item.known = Known(MANNER, Feature())
            elif both is not None:
                item.kind, item.known = "anaphora", both
            elif item.is_function("det"):
                item.known = item.span.find("function", "pron") or item.known

    def _read_neither(self) -> None:
        """Read a number that may mean "neither" as such where it stands twice ("نه A آمد و نه B")."""
        spans = [
            (item, item.span.find("function", "neg")) for _, item, _, _ in self._words.get("quant", ()) if item.span
        ]
        neither = [(item, known) for item, known in spans if known is not None and item.is_function("quant")]
        for item, known in neither if len(neither) > 1 else ():
            item.known = known

    def _read_verb_between(self) -> None:
        """Read what may stand between a noun and its verb, where the verb stands between subject and object."""
        self._read_then()
        self._read_relative()
        read_opening_nouns(self.row, chain(self._words.get("comp", ()), self._words.get("sub", ())))
        read_sited(self.row)

    def _read_then(self) -> None:
        """Read a subordinator between a noun and its verb as the adverb that it may be too ("Peru once accused X")."""
        for before, item, after, _ in self._words.get("sub", ()):
            known = item.span.find("function", "adv") if item.span is not None else None
            acts = after is not None and (after.value == "verb" or after.is_function("aux"))
            if known is not None and acts and before is not None and _nominal(before) and before.kind != "time":
                item.known = known

    def _read_relative(self) -> None:
        """Read a complementizer that may be a relative pronoun as that between noun and verb ("a party that met")."""
        for before, item, _, k in self._words.get("comp", ()):
            if before is None or item.span is None or not item.is_function("comp"):
                continue
            known = item.span.find("function", "rel")
            told = next((after for after in self.row[k + 1 :] if not self._colours(after)), item)
            acts = told.kind == ("trigger" if told.value == "verb" else "function") and told.value in _FINITE
            verbal = before.value == "verb"
            noun = self._determined(k) if verbal else _nominal(before) and before.kind != "time"
            if known is not None and noun and (acts or self._tells_which(before, k) or lacks_object(self.row, k)):
                item.known = known
                if verbal:
                    self._read_noun(before)

    def _tells_which(self, noun: Item, k: int) -> bool:
        """Return whether "that" at item `k` begins a clause that tells which thing the noun is with which the sentence
        opens ("The aid that Peru gave Chile was ..."): no noun with a content of its own.
        """
        if noun.kind not in ("nominal", "trigger") or any(item.value in _FINITE for item in self.row[: k - 1]):
            return False
        known = noun.span.find("trigger", "noun") if noun.span is not None else None
        senses = known.entry.senses if known is not None else ()
        if any(self.inventory.concepts[sense.concept].takes_clause for sense in senses):
            return False
        return sum(item.value in _TENSED for item in self.row[k + 1 :]) > 1

    def _determined(self, k: int) -> bool:
        """Return whether the verb form before item `k` is a noun behind its article ("a shot that wounded ten")."""
        return k > 1 and (self.row[k - 2].is_function("det") or self.row[k - 2].is_function("poss"))

    @staticmethod
    def _read_noun(item: Item) -> None:
        """Read a verb form as the noun of the tables that it may be too, else as one that stands in none."""
        noun = item.span.find("trigger", "noun") if item.span is not None else None
        item.known, item.kind = noun or item.known, "word" if noun is None else item.kind

    @staticmethod
    def _colours(item: Item) -> bool:
        """Return whether a word may stand between a relative pronoun and its verb."""
        return item.is_function("adv") or (item.is_function("neg") and item.role != "no")

    def _read_counted(self) -> None:
        """Read a word that refers back as a plain noun where it is counted ("a country", "some countries")."""
        before: Item | None = None
        for item in self.row:
            if item.kind == "anaphora" and item.value == "the-country" and item.j - item.i == 1 and before is not None:
                item.kind = "word" if before.is_function("quant") or before.is_function("det", "a") else item.kind
            before = item

    def _read_repeated(self) -> None:
        """Read what opens a list as "and" or "or" where it stands again, a first "neither" as such ("ne A ne B")."""
        listing: dict[str, list[Item]] = {}
        for item in self.row:
            if item.kind == "function" and item.span is not None and item.span.find("function", "conj") is not None:
                listing.setdefault(self.sentence.tokens[item.i], []).append(item)
        for first, *others in listing.values():
            if others and first.span is not None:
                first.known = first.span.find("function", "neg") or first.known
            for item in others:
                item.known = item.span.find("function", "conj") if item.span is not None else item.known

    def _read_ranges(self) -> None:
        """Read a preposition between two numbers as part of one ("۹ تا ۱۳ سال حبس")."""
        for before, item, after, _ in self._words.get("prep", ()):
            until = item.role == "until" and item.is_function("prep") and before is not None and after is not None
            if until and self._numeral(before) and self._numeral(after):
                item.kind = "word"

    def _read_denying(self) -> None:
        """Read a relative that may be "not" as such where it opens the sentence or what is quoted, before a verb."""
        for before, item, after, _ in self._words.get("rel", ()):
            opens = before is None or (before.kind == "punct" and self.sentence.tokens[before.i] in _QUOTING)
            verb = after.known if after is not None and after.value in ("verb", "light") else None
            taken_up = verb is None or verb.feature.enclitic  # "what it shelled", not "it did not"
            if opens and item.is_function("rel") and not taken_up:
                item.known = (item.span.find("function", "neg") if item.span is not None else None) or item.known

    def _read_wanted(self) -> None:
        """Read a modal that ends its clause as the verb of asking it may be too ("از دولت غرامت می‌خواهد"), and one
        behind which another is to do something.
        """
        asked = person = False
        for k, (item, after) in enumerate(zip(self.row, [*self.row[1:], None], strict=True)):
            modal = item.span if item.is_function("modal") else None
            verb = modal.find("trigger", "verb") if modal is not None else None
            ends = after is None or after.kind == "punct" or after.value in _CLOSING
            if verb is not None and ((asked and (ends or person)) or wants_of_another(self.row, k)):
                item.kind, item.known = "trigger", verb
            asked = item.is_function("prep", "from") or (asked and item.kind not in ("punct", "trigger"))
            person = item.kind in ("actor", "anaphora") or item.is_function("pron")

    def _read_each_other(self) -> None:
        """Read "the other" as each other beside "each" or "both", else as an adjective ("کشور دیگری")."""
        others = [item for _, item, _, _ in self._words.get("pron", ()) if item.is_function("pron", "other")]
        if others and not any(item.is_function("quant", "each") or item.value in _BOTH for item in self.row):
            for item in others:
                item.kind = "word"

    def _numeral(self, item: Item | None) -> bool:
        return item is not None and item.kind == "word" and self.sentence.tokens[item.i][0].isdigit()
