"""One sentence while it is parsed: what the parts of the grammar share and write to."""

from itertools import pairwise, takewhile

from marsad.clauses.belonging import whose_land
from marsad.clauses.case_chunks import CaseChunker
from marsad.clauses.case_lists import CaseLists
from marsad.clauses.case_predicates import CasePredicateFinder
from marsad.clauses.cases import Words, read_owners
from marsad.clauses.chunks import Chunker
from marsad.clauses.circumstantial import accusative
from marsad.clauses.dated import words_of_dates
from marsad.clauses.duties import obliges
from marsad.clauses.examples import name_examples
from marsad.clauses.having import share_having
from marsad.clauses.identified import told_last
from marsad.clauses.identified_behind import named_behind, named_first
from marsad.clauses.leading_lists import LeadingLists
from marsad.clauses.list_asides import without_asides
from marsad.clauses.lists import Lists
from marsad.clauses.medial_lists import MedialLists
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk, Node
from marsad.clauses.predicates import PredicateFinder
from marsad.clauses.rereading import Rereading
from marsad.clauses.stem_nouns import read_stems
from marsad.clauses.suffixed import SuffixChunker
from marsad.clauses.suffixed_lists import SuffixLists
from marsad.clauses.tied import tied_actors
from marsad.clauses.word_endings import WordEndings
from marsad.inventory import Inventory
from marsad.lexicon.entries import Sense
from marsad.lexicon.profile import Profile
from marsad.mentions.items import Item
from marsad.text.sentences import Sentence

# What may stand between a verb and the subject, object or conjunction that belongs to it.
HELPERS = frozenset({"aux", "neg", "future", "modal", "adv", "quant", "time"})
_FINITE = frozenset({"past", "present", "progressive", "jussive", "future", "have"})


# What tells where and when something is, and the preposition before it.
_PLACED = frozenset({"time", "prep", "chunk"})

# The slot and the class of clauses.
CLAUSE = "clause"


# Shorter words with the letters of a pronoun at their end are words of their own ("مياه").
_SHORTEST = 4


class Draft:
    """The items of a sentence, its nodes and its predicates; `signs` are the first tokens of the items.

    `nouns` gives the number of the action noun at an item, `node_of` the node of a predicate that is none.
    `verb_first`, `verb_last` and `head_first` tell the word order of the language, `profile` what else is particular.
    `ended` are the verbs of relative clauses behind which the clause around them goes on.
    """

    def __init__(self, sentence: Sentence, text: str, row: list[Item], profile: Profile, inventory: Inventory) -> None:
        self.sentence, self.text, self.row, self.profile, self.inventory = sentence, text, row, profile, inventory
        self.verb_first, self.head_first = profile.word_order == "vso", "after" in (profile.adjective, profile.genitive)
        self.verb_last = profile.word_order == "sov"
        self.by_case, self.bare_infinitive = profile.roles == "case", profile.bare_infinitive
        self.endings = WordEndings(profile.endings if profile.slots else {})
        self.endings.read_verbs(sentence, row)
        self.endings.read_compounds(row)
        Rereading(sentence, row, profile, inventory).run()
        read_stems(sentence, text, row, profile)
        self.predicates, self.ended = self._finder(text).run(), set[int]()
        share_having(self.predicates, row)
        self.signs = [sentence.tokens[item.i] for item in row]
        self.nouns = {p.k: p.number for p in self.predicates if p.pos == "noun"}
        verbal = {p.k: p.number for p in self.predicates if p.pos != "noun"}
        self.nodes = self._nodes(verbal, tied_actors(sentence, text, row))
        name_examples(self.nodes, self.nouns)
        self.node_of = {node.predicate: n for n, node in enumerate(self.nodes) if node.kind == "verb"}

    def accusative(self, k: int) -> bool:
        """Return whether the vowel mark of a noun says, in verb-first order, that it is no subject."""
        return self.verb_first and accusative(self.sentence, self.text, self.row[k])

    def _finder(self, text: str) -> PredicateFinder:
        if self.by_case:
            return CasePredicateFinder(self.sentence, text, self.row, self.profile)
        finder = PredicateFinder(self.sentence, text, self.row, self.verb_first, self.verb_last)
        finder.speech.profile = self.profile
        return finder

    def _closed(self) -> frozenset[int]:
        """Return the items of several words whose last one begins with the article ("اتفاق الهدنة")."""
        tokens, articles = self.sentence.tokens, self.profile.articles
        several = (k for k, item in enumerate(self.row) if item.j - item.i > 1)
        return frozenset(k for k in several if tokens[self.row[k].j - 1].startswith(articles))

    def _possessed(self) -> frozenset[int]:
        """Return the unknown words that end with a pronoun of their owner ("منصبه")."""
        endings = self.profile.owned
        unknown = (k for k, item in enumerate(self.row) if item.kind == "word" and len(self.signs[k]) > _SHORTEST)
        return frozenset(k for k in unknown if self.signs[k].endswith(endings)) if endings else frozenset()

    def _of_lands(self) -> frozenset[int]:
        """Return the states behind a place that lies in them ("قندهار افغانستان")."""
        return frozenset(k for k in range(1, len(self.row)) if whose_land(self.row[k], self.row[k - 1]))

    def _nodes(self, verbal: dict[int, int], tied: frozenset[int]) -> list[Node]:
        """Return the nodes, listed actors joined; `verbal` are the predicates that are no nouns by their item, `tied`
        the actors that a hyphen ties to the one before.
        """
        if self.by_case:
            words = Words(self.row, self.sentence.tokens, self.profile.endings, self.profile.attributes)
            read_owners(words)
            cutter = CaseChunker(words, verbal, self.signs)
            cutter.tied = tied
            nodes = without_asides(list(cutter.run()), self.row, self.signs)
            listed = CaseLists(nodes, self.row, True, self.signs).run()
            return self._asked_first(told_last(listed, self.row))
        chunker = Chunker(self.row, verbal, self.head_first, self.verb_last, self.signs)
        if self.profile.slots:
            chunker = SuffixChunker(self.row, verbal, self.signs, self.profile.slots, self.endings)
        elif self.profile.articles:
            chunker.closed, chunker.articles = self._closed(), self.profile.articles
            chunker.possessed = self._possessed()
        elif self.profile.dating:
            chunker.dated = words_of_dates(self.row, self.signs, self.profile.dating)
        chunker.tied = tied | self._of_lands() if self.head_first and self.verb_last else tied
        nodes = list(chunker.run())
        if not (self.head_first or self.verb_last):
            return MedialLists(nodes, self.row, self.signs, self.governs).run()
        lists = SuffixLists if self.profile.slots else LeadingLists if self.verb_last else Lists
        joined = lists(nodes, self.row, self.head_first, self.signs).run()
        return named_first(named_behind(joined, self.row), self.row) if self.verb_first else joined

    def governs(self, number: int) -> bool:
        """Return whether a clause may be the object of a predicate by its number."""
        return number < 0 or any(self.told_in_clause(sense) for sense in self.predicates[number].senses)

    def told_in_clause(self, sense: Sense) -> bool:
        """Return whether a clause without "that" may tell what a sense is about: it is that somebody speaks, or has a
        slot for one ("warned the rebels had left", not "attacked the rebels").
        """
        concept = self.inventory.concepts[sense.concept]
        slotted = CLAUSE in dict(sense.slots) or any(CLAUSE in need.classes for need in sense.needs)
        return concept.takes_clause and (concept.shape == "saying" or slotted)

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
        item = self.row[k]
        article = item.marks == ("the",)
        return article or (not item.marks and self.sentence.tokens[item.i].startswith(self.profile.articles))

    def violent(self, noun: Predicate) -> bool:
        """Return whether an action noun may name violence."""
        return any(self.inventory.concepts[sense.concept].noun_class == "violence" for sense in noun.senses)

    @staticmethod
    def finite(predicate: Predicate) -> bool:
        """Return whether a predicate is a finite verb or predicative adjective."""
        told = predicate.tense in _FINITE or predicate.helped
        return predicate.pos in ("adj", "phrase") or told or bool(predicate.modal)

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
        """Return whether a bare verb completes the verb right before it, which ends in "to" ("refused to leave", "to be
        expelled").
        """
        if self.verb_first or node.kind != "verb":
            return False
        before = self.row[predicate.k - 1]
        being = predicate.passive and before.is_function("aux") and before.role.startswith("be")
        return predicate.feature.form == "base" or (being and self.sentence.tokens[self.row[node.k].j - 1] == "to")

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
        if n < 1 or self.nodes[n].kind != "punct":
            return n
        quoted = self.sign(self.nodes[n], '"“') and self.infinitive_sign(self.nodes[n - 1])
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
