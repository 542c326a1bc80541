"""One sentence while it is parsed: what the parts of the grammar share and write to."""

from itertools import pairwise, takewhile

from marsad.clauses.case_chunks import CaseChunker
from marsad.clauses.case_lists import CaseLists
from marsad.clauses.case_predicates import CasePredicateFinder
from marsad.clauses.cases import Words, read_possessives
from marsad.clauses.chunks import Chunker
from marsad.clauses.duties import obliges, read_duties
from marsad.clauses.lists import Lists
from marsad.clauses.medial_lists import MedialLists
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk, Node
from marsad.clauses.predicates import PredicateFinder, opens_noun_phrase
from marsad.clauses.suffixed import SuffixChunker
from marsad.clauses.suffixed_lists import SuffixLists
from marsad.clauses.word_endings import WordEndings
from marsad.inventory import Inventory
from marsad.lexicon.entries import Entry, Feature, Known
from marsad.lexicon.profile import Profile
from marsad.mentions.items import Item, function_words
from marsad.text.sentences import Sentence

# What may stand between a verb and the subject, object or conjunction that belongs to it.
HELPERS = frozenset({"aux", "neg", "future", "modal", "adv", "quant", "time"})
_FINITE = frozenset({"past", "present", "jussive", "future", "have"})


# What tells where and when something is, and the preposition before it.
_PLACED = frozenset({"time", "prep", "chunk"})
# Expressions for two sides, one of which "the other" may be.
_BOTH = frozenset({"both-sides", "both-countries"})
# An adverb that no table holds.
MANNER = Entry("function", "adv", role="manner")
# Signs before what is quoted.
_QUOTING = frozenset(':"«“')
# After these a word belongs to a noun phrase.
_IN_NOUN = frozenset({"det", "poss", "quant", "prep"})


def _inside_noun(before: Item) -> bool:
    return before.kind in ("word", "nominal") or (before.kind == "function" and before.value in _IN_NOUN)


# What may follow the verb of a clause where verbs go last.
_CLOSING = frozenset({"comp", "rel", "sub", "conj"})
# The agreement of a participle that has no auxiliary (`Feature.person`).
BARE = "bare"


def _nominal(item: Item) -> bool:
    """Return whether an item is a noun or belongs to one."""
    noun = item.kind == "trigger" and item.value == "noun"
    return (
        noun or item.kind in ("word", "nominal", "actor", "anaphora", "time") or item.value in ("mark", "det", "quant")
    )


def _follows_det(item: Item) -> bool:
    """Return whether an item may be what a determiner before it determines."""
    return _nominal(item) and item.value != "mark" and item.kind != "time"


class Draft:
    """The items of a sentence, its nodes and its predicates; `signs` are the first tokens of the items.

    `nouns` gives the number of the action noun at an item, `node_of` the node of a predicate that is none.
    `verb_first`, `verb_last` and `head_first` tell the word order of the language, `profile` what else is particular.
    """

    def __init__(self, sentence: Sentence, text: str, row: list[Item], profile: Profile, inventory: Inventory) -> None:
        self.sentence, self.row, self.profile, self.inventory = sentence, row, profile, inventory
        self.verb_first, self.head_first = profile.word_order == "vso", "after" in (profile.adjective, profile.genitive)
        self.verb_last = profile.word_order == "sov"
        self.by_case, self.bare_infinitive = profile.roles == "case", profile.bare_infinitive
        self.endings = WordEndings(profile.endings if profile.slots else {})
        self.endings.read_verbs(sentence, row)
        self.endings.read_compounds(row)
        self._read_anew()
        self.predicates = self._finder(text).run()
        self.signs = [sentence.tokens[item.i] for item in row]
        self.nouns = {p.k: p.number for p in self.predicates if p.pos == "noun"}
        verbal = {p.k: p.number for p in self.predicates if p.pos != "noun"}
        self.nodes = self._nodes(verbal)
        self.node_of = {node.predicate: n for n, node in enumerate(self.nodes) if node.kind == "verb"}

    def _read_anew(self) -> None:
        """Read words as what they can only be beside others; each way only where the sentence has its words."""
        held = function_words(self.row)
        if "prep" in held:
            self._read_approximate()
        self._read_manner()
        self._read_attributive()
        if not held.isdisjoint({"quant", "det"}):
            self._read_standing_alone()
            self._read_counted()
        if "quant" in held:
            self._read_neither()
        if "aux" in held:
            self._read_inverted()
        if "pron" in held:
            self._read_each_other()
        if "prep" in held and any(item.role == "until" for item in self.row if item.kind == "function"):
            self._read_ranges()
        if self.verb_first:
            self._read_verb_first(held)
        if self.profile.slots:
            self._read_repeated()
        if "modal" in held and self.verb_last:
            self._read_wanted()
        self._read_relative()

    def _read_approximate(self) -> None:
        """Read a preposition that can also mean "about" as such an adverb where a number follows it."""
        for item, after in pairwise(self.row):
            if item.kind == "function" and item.span is not None and item.is_function("prep"):
                known = item.span.find("function", "adv") or item.span.find("function", "quant")
                if known is not None and (self._numeral(after) or after.is_function("quant")):
                    item.known = known

    def _read_manner(self) -> None:
        """Read unknown words with the ending of an adverb as one unless they stand inside a noun phrase."""
        endings = self.profile.adverb_endings
        for before, item in pairwise([None, *self.row]):
            if item is None or item.kind != "word" or not endings or (before is not None and _inside_noun(before)):
                continue
            if self.sentence.tokens[item.i].endswith(endings):
                item.kind, item.known = "function", Known(MANNER, Feature())

    def _read_attributive(self) -> None:
        """Read a bare passive participle between a noun and what belongs to it as its adjective ("تحریم‌های لغوشده")."""
        for before, item, after in zip(self.row, self.row[1:], self.row[2:], strict=False):
            known = item.known
            bare = known is not None and known.feature.person == BARE and known.feature.voice == "passive"
            if bare and _nominal(before) and (_nominal(after) or after.is_function("prep")):
                senses = item.known.entry.senses if item.known is not None else ()
                concepts = [self.inventory.concepts[sense.concept] for sense in senses]
                planned = any(concept.makes("meeting") for concept in concepts)  # "دیدار برنامه‌ریزی‌شده او با"
                if planned or not any(concept.shape == "saying" or concept.act for concept in concepts):
                    item.kind = "word"

    def _read_standing_alone(self) -> None:
        """Read a determiner or "both" that no noun follows as the pronoun that it may be too ("از آن خارج شد")."""
        for item, after in zip(self.row, [*self.row[1:], None], strict=True):
            if item.kind != "function" or item.span is None:
                continue
            both = item.span.find("anaphora") if item.is_function("quant") else None
            if both is not None and not (after is not None and _follows_det(after)):
                item.kind, item.known = "anaphora", both
            if item.is_function("det") and not (after is not None and _follows_det(after)):
                item.known = item.span.find("function", "pron") or item.known

    def _read_neither(self) -> None:
        """Read a number that may mean "neither" as such where it stands twice ("نه A آمد و نه B")."""
        spans = [(item, item.span.find("function", "neg")) for item in self.row if item.span is not None]
        neither = [(item, known) for item, known in spans if known is not None and item.is_function("quant")]
        for item, known in neither if len(neither) > 1 else ():
            item.known = known

    def _read_inverted(self) -> None:
        """Read an auxiliary that opens a clause before its subject as the subordinator it may be ("had X known")."""
        for k, (item, after) in enumerate(pairwise(self.row)):
            if item.kind != "function" or not item.is_function("aux"):
                continue
            before = self.row[k - 1] if k else None
            opens = before is None or before.kind in ("punct", "trigger") or before.is_function("conj")
            subject = opens_noun_phrase(after) or after.kind == "anaphora" or after.is_function("pron")
            if item.span is not None and opens and subject:
                item.known = item.span.find("function", "sub") or item.known

    def _read_relative(self) -> None:
        """Read a complementizer that may be a relative pronoun as that between noun and verb ("a party that met")."""
        for k, item in enumerate([] if self.verb_first or self.verb_last or self.by_case else self.row):
            if item.kind != "function" or not item.is_function("comp") or item.span is None or not k:
                continue
            known, before = item.span.find("function", "rel"), self.row[k - 1]
            told = next((after for after in self.row[k + 1 :] if not self._colours(after)), item)
            acts = (
                told.is_function("aux")
                or told.is_function("light")
                or (told.kind == "trigger" and told.value == "verb")
            )
            if known is not None and acts and before.value != "verb" and _nominal(before) and before.kind != "time":
                item.known = known

    @staticmethod
    def _colours(item: Item) -> bool:
        """Return whether a word may stand between a relative pronoun and its verb."""
        return item.is_function("adv") or (item.is_function("neg") and item.role != "no")

    def _read_counted(self) -> None:
        """Read a word that refers back as a plain noun where it is counted ("a country", "some countries")."""
        for before, item in pairwise(self.row):
            if item.kind != "anaphora" or item.value != "the-country" or item.j - item.i > 1:
                continue
            if before.is_function("quant") or before.is_function("det", "a"):
                item.kind = "word"

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
        for before, item, after in zip(self.row, self.row[1:], self.row[2:], strict=False):
            until = item.kind == "function" and item.is_function("prep", "until")
            if until and self._numeral(before) and self._numeral(after):
                item.kind = "word"

    def _read_verb_first(self, held: set[str]) -> None:
        if "prep" in held:
            read_duties(self.row)
        if "rel" in held:
            self._read_denying()

    def _read_denying(self) -> None:
        """Read a relative that may be "not" as such where it opens the sentence or what is quoted, before a verb."""
        for before, item, after in zip([None, *self.row], self.row, self.row[1:], strict=False):
            opens = before is None or (before.kind == "punct" and self.sentence.tokens[before.i] in _QUOTING)
            taken_up = after.known is not None and after.known.feature.enclitic  # "what it shelled", not "it did not"
            if opens and item.is_function("rel") and after.value in ("verb", "light") and not taken_up:
                item.known = (item.span.find("function", "neg") if item.span is not None else None) or item.known

    def _read_wanted(self) -> None:
        """Read a modal that ends its clause as the verb of asking it may be too ("از دولت غرامت می‌خواهد")."""
        asked = person = False
        for item, after in zip(self.row, [*self.row[1:], None], strict=True):
            modal = item.span if item.is_function("modal") else None
            verb = modal.find("trigger", "verb") if modal is not None else None
            ends = after is None or after.kind == "punct" or after.value in _CLOSING
            if verb is not None and asked and (ends or person):
                item.kind, item.known = "trigger", verb
            asked = item.is_function("prep", "from") or (asked and item.kind not in ("punct", "trigger"))
            person = item.kind in ("actor", "anaphora") or item.is_function("pron")

    def _read_each_other(self) -> None:
        """Read "the other" as each other beside "each" or "both", else as an adjective ("کشور دیگری")."""
        others = [item for item in self.row if item.kind == "function" and item.is_function("pron", "other")]
        if others and not any(item.is_function("quant", "each") or item.value in _BOTH for item in self.row):
            for item in others:
                item.kind = "word"

    def _numeral(self, item: Item) -> bool:
        return item.kind == "word" and self.sentence.tokens[item.i][0].isdigit()

    def _finder(self, text: str) -> PredicateFinder:
        if self.by_case:
            read_possessives(self.row)
            return CasePredicateFinder(self.sentence, text, self.row, self.profile)
        return PredicateFinder(self.sentence, text, self.row, self.verb_first, self.verb_last)

    def _nodes(self, verbal: dict[int, int]) -> list[Node]:
        """Return the nodes, listed actors joined; `verbal` are the predicates that are no nouns by their item."""
        if self.by_case:
            words = Words(self.row, self.sentence.tokens, self.profile.endings, self.profile.attributes)
            nodes = CaseLists(list(CaseChunker(words, verbal, self.signs).run()), self.row, True, self.signs).run()
            return self._asked_first(nodes)
        chunker = Chunker(self.row, verbal, self.head_first, self.verb_last, self.signs)
        if self.profile.slots:
            chunker = SuffixChunker(self.row, verbal, self.signs, self.profile.slots, self.endings)
        nodes = list(chunker.run())
        if not (self.head_first or self.verb_last):
            return MedialLists(nodes, self.row, self.signs, self._governs).run()
        lists = SuffixLists if self.profile.slots else Lists
        return lists(nodes, self.row, self.head_first, self.signs).run()

    def _governs(self, number: int) -> bool:
        """Return whether a clause may be the object of a predicate by its number."""
        return number < 0 or self.takes_clause(self.predicates[number])

    def _asked_first(self, nodes: list[Node]) -> list[Node]:
        """Return the nodes with a "whether" that stands behind its verb before it ("не сказал, приедет ли он")."""
        for n in range(1, len(nodes)):
            asking = nodes[n].kind == "comp" and self.row[nodes[n].k].role == "whether"
            if asking and nodes[n - 1].kind == "verb":
                nodes[n - 1], nodes[n] = nodes[n], nodes[n - 1]
        return nodes

    def takes_clause(self, predicate: Predicate) -> bool:
        """Return whether some sense of the predicate governs a clause (it speaks, plans, promises, denies ...)."""
        concepts = self.inventory.concepts
        for sense in predicate.senses:  # noqa: SIM110 -- asked twice a verb: any() takes twice the time
            if concepts[sense.concept].takes_clause:
                return True
        return False

    def says(self, predicate: Predicate) -> bool:
        """Return whether some sense of the predicate is that somebody says something."""
        return any(self.inventory.concepts[sense.concept].shape == "saying" for sense in predicate.senses)

    def ruled_out(self, gerund: Predicate) -> bool:
        """Return whether a gerund is said not to be something ("Leaving X is not an option", "is out of the question"):
        it is not to come.
        """
        words = takewhile(lambda item: item.kind != "punct", self.row[gerund.k + 1 :])
        told = (after for word, after in pairwise(words) if word.is_function("aux", "be"))
        return any(after.is_function("neg") or self._denies(after) for after in told)

    def _denies(self, item: Item) -> bool:
        """Return whether a phrase says of something that it is not to be."""
        k = self.row.index(item) if item.kind == "trigger" and item.value == "phrase" else -1
        senses = (sense for p in self.predicates if p.k == k for sense in p.senses)
        return any(self.inventory.concepts[sense.concept].content == "negated" for sense in senses)

    def definite(self, k: int) -> bool:
        """Return whether item `k` has the article, written as a particle of its own or as part of a phrase."""
        item, marked = self.row[k], self.profile.proclitics.items()
        articles = tuple(form for form, marks in marked if marks == ("the",))
        return item.marks == ("the",) or (not item.marks and self.sentence.tokens[item.i].startswith(articles))

    def violent(self, noun: Predicate) -> bool:
        """Return whether an action noun may name violence."""
        return any(self.inventory.concepts[sense.concept].noun_class == "violence" for sense in noun.senses)

    @staticmethod
    def finite(predicate: Predicate) -> bool:
        """Return whether a predicate is a finite verb or predicative adjective."""
        return predicate.pos in ("adj", "phrase") or predicate.tense in _FINITE or bool(predicate.modal)

    def nouns_in(self, chunk: Chunk) -> list[int]:
        """Return the numbers of the action nouns in a noun phrase, in order."""
        return [self.nouns[k] for k in chunk.nouns if k in self.nouns]

    def sign(self, node: Node, among: str) -> bool:
        """Return whether a node is one of these punctuation signs."""
        return node.kind == "punct" and self.signs[node.k] in among

    def infinitive_sign(self, node: Node) -> bool:
        """Return whether a node is the preposition that also opens an infinitive ("to")."""
        return node.kind == "prep" and self.row[node.k].role == "to"

    def governs_base(self, node: Node, predicate: Predicate) -> bool:
        """Return whether a bare verb completes the verb right before it, which ends in "to" ("refused to leave")."""
        return not self.verb_first and node.kind == "verb" and predicate.feature.form == "base"

    def obliges(self, node: Node) -> bool:
        """Return whether a node is a modal that opens a clause as a complementizer does ("يجب")."""
        return self.verb_first and obliges(node, self.row)

    def joined(self, node: Node) -> bool:
        """Return whether a particle written with the first word of a node joins it to what stands before ("و")."""
        return "and" in self.row[node.k].marks

    def verb_follows(self, n: int) -> bool:
        """Return whether the first node from `n` on that is no helper word is a verb."""
        return next((node.kind == "verb" for node in self.nodes[n:] if node.kind not in HELPERS), False)

    def past_modifiers(self, n: int) -> int:
        """Return the last node up to `n` that is no negation or adverb; the first node counts whatever it is."""
        while n > 0 and self.nodes[n].kind in ("neg", "adv"):
            n -= 1
        quoted = n > 0 and self.sign(self.nodes[n], '"“') and self.infinitive_sign(self.nodes[n - 1])
        return n - 1 if quoted else n  # "urged X to "stand firm""

    def past_places(self, n: int) -> int:
        """Return the last node up to `n` that does not tell where or when ("a crowd in the capital [that] asks")."""
        while n > 0 and self.nodes[n].kind in _PLACED and self._placed(self.nodes[n].chunk):
            n -= 1
        return n

    def past_quote(self, n: int) -> int:
        """Return the node before a quotation mark between subject and verb ("said that Lima "betrayed" us"), else n."""
        if n < 1 or not self.sign(self.nodes[n], '"«“'):
            return n
        at = n - 1
        while at > 0 and self.nodes[at].chunk is not None:
            at -= 1
        return n - 1 if at < n - 1 and self.nodes[at].kind == "comp" else n

    def quotation(self, n: int) -> int:
        """Return the node that opens the quotation which node `n` closes, -1 where that closes none."""
        if not self.sign(self.nodes[n], '"”»'):
            return -1
        marks = [m for m in range(n) if self.sign(self.nodes[m], '"“«')]
        straight = self.sign(self.nodes[n], '"')
        return marks[-1] if marks and (not straight or len(marks) % 2) else -1

    def indefinite(self, chunk: Chunk | None) -> bool:
        """Return whether a noun phrase has no article, is no name and owns nothing."""
        row = self.row
        if chunk is None or "the" in row[chunk.head].marks:
            return False
        counted = row[chunk.k].kind == "function" and row[chunk.k].value == "quant"
        return counted or row[chunk.k].kind in ("word", "nominal", "trigger") or any(m.plural for m in chunk.mentions)

    @staticmethod
    def _placed(chunk: Chunk | None) -> bool:
        return chunk is None or chunk.preposition in ("in", "at")
