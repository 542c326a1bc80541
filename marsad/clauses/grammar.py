"""Who stands where: the arguments of each predicate and what it is embedded in, by word order and prepositions."""

from itertools import pairwise

from marsad.clauses.absolutes import absolute
from marsad.clauses.appositions import Appositions
from marsad.clauses.arguments import Arguments
from marsad.clauses.beside import credit, credited, relays
from marsad.clauses.case_roles import CaseRoles
from marsad.clauses.caused import depend_on_wish, read_caused
from marsad.clauses.conditions import mark_conditions
from marsad.clauses.contents import mark_contents
from marsad.clauses.draft import Draft
from marsad.clauses.embedding import Embedding
from marsad.clauses.firsts import THE_ONE, first_to
from marsad.clauses.giving import pass_on
from marsad.clauses.headlines import announced, undergone
from marsad.clauses.lending import beside, lend_helpers, lend_objects, lend_perfect, lend_undergone
from marsad.clauses.masdars import carried_out
from marsad.clauses.model import Parse
from marsad.clauses.nobody import done_to_nobody
from marsad.clauses.nominal_clauses import NominalClauses
from marsad.clauses.purposes import mark_purposes
from marsad.clauses.reduced import read_reduced
from marsad.clauses.settling import Settling
from marsad.clauses.sparing import settle_spared, tell_of_spared
from marsad.clauses.speakers_undergone import undergone_by_speakers
from marsad.clauses.subjects import Subjects
from marsad.clauses.support import link_light_verbs
from marsad.clauses.topics import tell_of_topic
from marsad.clauses.undergoing import turn_back, undergo
from marsad.clauses.verb_last import VerbLast
from marsad.inventory import Inventory
from marsad.lexicon.profile import Profile
from marsad.mentions.items import Item, Mention
from marsad.text.sentences import Sentence

_QUOTES = frozenset('"“”«»')

# What stands before a colon as where something is told, not who tells it.
_TOWNS = frozenset({"place", "capital"})


class Grammar:
    """Parses one sentence; the word order of the profile decides on which side subject and object are looked for."""

    def __init__(self, sentence: Sentence, text: str, row: list[Item], profile: Profile, inventory: Inventory) -> None:
        self.draft = Draft(sentence, text, row, profile, inventory)

    def run(self) -> Parse:
        """Return the parse."""
        if self.draft.verb_last:
            clauses = NominalClauses if self.draft.profile.slots else VerbLast
            clauses(self.draft, self._fill_nouns()).run()
        else:
            caused = read_caused(self.draft)
            self._fill_slots()
            Embedding(self.draft).run()
            depend_on_wish(self.draft, caused)
            told = [item for item in self.draft.row if item.kind == "anaphora"]
            if told and any(item.value == THE_ONE for item in told):
                first_to(self.draft)
            if self.draft.by_case:
                undergone_by_speakers(self.draft)
        mark_contents(self.draft)
        mark_conditions(self.draft)
        if self.draft.by_case:
            mark_purposes(self.draft)
        link_light_verbs(self.draft)
        self._mark_quoted()
        suffixed = bool(self.draft.profile.slots)
        return Parse(
            self.draft.row,
            self.draft.predicates,
            self._sources(),
            self.draft.verb_last,
            suffixed,
            self.draft.verb_first,
            self.draft.profile.bare_nouns,
            self.draft.profile.aims,
        )

    def _fill_slots(self) -> None:
        """Fill nouns first, then verbs: the left side of a verb asks what the verbs before it have taken."""
        if self.draft.by_case:
            CaseRoles(self.draft).run()
            return
        read_reduced(self.draft)
        spared = tell_of_spared(self.draft) if self.draft.verb_first else []
        arguments, settling = self._fill_nouns(), Settling(self.draft)
        subjects, appositions = Subjects(self.draft, arguments), Appositions(self.draft, arguments)
        verbs = [predicate for predicate in self.draft.predicates if predicate.pos != "noun"]
        for predicate in self.draft.predicates:
            if predicate.pos == "noun":
                subjects.said_of(predicate)
                appositions.find(predicate)
        for predicate in verbs:
            arguments.fill_verb(predicate)
        for predicate in verbs:
            if predicate.tense == "participle":
                lend_perfect(self.draft, predicate)
            predicate.passive = predicate.passive or undergone(self.draft, predicate)
            predicate.shares = beside(self.draft, predicate)
            noted = (
                predicate.shares >= 0 or credited(self.draft, predicate) or announced(self.draft, arguments, predicate)
            )
            if not noted and not absolute(self.draft, arguments, predicate):
                subjects.find(predicate)
                credit(self.draft, arguments, predicate)
            settling.settle(predicate)
        settle_spared(spared)
        tell_of_topic(self.draft, arguments)
        for lend in (undergo, turn_back, pass_on, lend_helpers, lend_objects, lend_undergone):
            lend(self.draft, verbs)
        for predicate in verbs:
            predicate.negated = predicate.negated or done_to_nobody(self.draft, predicate)

    def _fill_nouns(self) -> Arguments:
        """Return the arguments of the sentence, those of its action nouns filled."""
        arguments = Arguments(self.draft)
        for predicate in self.draft.predicates:
            if predicate.pos == "noun":
                arguments.fill_noun(predicate)
                carried_out(self.draft, predicate)
        return arguments

    def _mark_quoted(self) -> None:
        quoted = not _QUOTES.isdisjoint(self.draft.sentence.tokens)
        for predicate in self.draft.predicates:
            predicate.quoted = quoted and self.draft.takes_clause(predicate)

    def _sources(self) -> list[Mention]:
        """Return the actors to whom the whole sentence is credited ("according to X", "وفق ما قال X", "X: ...")."""
        chunks = [node.chunk for node in self.draft.nodes if node.chunk is not None]
        credited = [m for chunk in chunks if chunk.preposition == "according-to" for m in chunk.mentions]
        return credited or self._reporting() or self._headed()

    def _reporting(self) -> list[Mention]:
        """Return the subject of a verb right behind a word of reporting ("according to what X said")."""
        pairs = pairwise(self.draft.nodes)
        verbs = [node.predicate for word, node in pairs if word.kind == "reporting" and node.kind == "verb"]
        told = [self.draft.predicates[number] for number in verbs]
        return [m for verb in told for m in verb.mentions("about" if relays(verb) else "subj")]

    def _headed(self) -> list[Mention]:
        """Return whose words a headline gives behind their name and a colon, nobody where a town stands there."""
        nodes = self.draft.nodes[:2]
        chunk = nodes[0].chunk if nodes and self.draft.sign(nodes[-1], ":") else None
        return [m for m in chunk.mentions if m.kind not in _TOWNS] if chunk and not chunk.preposition else []
