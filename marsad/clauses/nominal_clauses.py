"""Clauses made into nouns ("Rusya'nın saldırdığını söyledi"): they stand before the verb they are the content of.

Their subject is in the genitive, or is that of the verb they belong to; what stands before it waits for that verb.
"""

from marsad.clauses.arguments import Arguments
from marsad.clauses.brackets import Bracket
from marsad.clauses.draft import Draft
from marsad.clauses.embedding import put_into
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk
from marsad.clauses.settling import give
from marsad.clauses.suffixed import owner
from marsad.clauses.verb_last import VerbLast
from marsad.clauses.word_endings import COMPOUND, DECISION
from marsad.mentions.items import Item

# The agreement of a verb that is made into a noun (`Feature.person`).
NOMINAL = "nominal"
# The cases in which it is the content of a verb (`Feature.case`).
_CONTENT = frozenset("adbi")
# That of one that tells when ("saldırırken"), and what it may stand before to tell why or when ("saldırması üzerine").
ADVERBIAL, _TOPIC = "adverbial", "about"
# Forms of verbs that wait for another one (`Feature.form`).
INFINITIVE, PARTICIPLE, GERUND = "base", "participle", "gerund"
PLACE, OWNER = "in", "of"

_QUOTE = '"'
# What stands behind a clause that is only a condition ("saldırması halinde").
_CONDITION = "if"

# The case of the object where somebody owns it (`Feature.case`).
OWNED = "o"

# Forms that say themselves that something may or must happen.
_MODAL_FORMS = ("possible", "obliged")


class NominalClauses(VerbLast):
    """Fills the slots of the verbs of one draft whose subordinate clauses are nouns."""

    def __init__(self, draft: Draft, arguments: Arguments) -> None:
        super().__init__(draft, arguments)
        self._waiting: list[int] = []
        self._spoken: set[int] = set()
        self._quotes = [k for k, sign in enumerate(draft.signs) if sign == _QUOTE]

    def run(self) -> None:
        """Read the clauses; an action noun has what stands in the cases of its own slots before it."""
        super().run()
        for n, node in enumerate(self.draft.nodes):
            for number in self.draft.nouns_in(node.chunk) if node.chunk is not None else ():
                self._before_noun(n, self.draft.predicates[number])

    def _before_noun(self, n: int, noun: Predicate) -> None:
        """Fill the slots that the senses of an action noun name from the phrases right before ("İran'a tepki")."""
        named = {slot for sense in noun.senses for slot, _ in sense.slots}
        while n > 0 and (chunk := self.draft.nodes[n - 1].chunk) is not None and chunk.preposition:
            if chunk.preposition in named | {OWNER} and chunk.preposition not in noun.arguments:
                self.arguments.prepositional(noun, chunk)
            n -= 1

    def _verb(self, n: int, predicate: Predicate) -> None:
        """Read a verb; a subordinate one leaves the subject of the sentence to the verb that comes."""
        if predicate.feature.form in _MODAL_FORMS:
            predicate.modal = predicate.modal or predicate.feature.form
        after = self.draft.row[predicate.k + 1] if predicate.k + 1 < len(self.draft.row) else None
        if after is not None and after.is_function("prep", _CONDITION):
            predicate.modal = "conditional"
        if (predicate.feature.person == COMPOUND and not self._decided(n + 1)) or _purpose(predicate, after):
            predicate.senses = ()
        bracket = self.brackets.inner
        kept = self._left_over(bracket, predicate.feature.person) if self._subordinate(predicate) else []
        quoted = self._before_quote(bracket, predicate)
        kept = max(kept, quoted or [], key=len)
        bracket.nodes = bracket.nodes[len(kept) :]
        super()._verb(n, predicate)
        self._own_subject(predicate)
        if predicate.feature.form == PARTICIPLE or self._describes(predicate):
            predicate.relation = "relative" if predicate.feature.form != PARTICIPLE else predicate.relation
            self._described_by(n + 1, predicate)
        if quoted is not None:
            self._spoken.add(predicate.number)
        if self._subordinate(predicate) or quoted is not None:
            bracket = self.brackets.inner
            bracket.verbs = [number for number in bracket.verbs if number != predicate.number]
            bracket.nodes = kept
        self._give_contents(predicate)

    def _subordinate(self, predicate: Predicate) -> bool:
        if predicate.feature.person in (NOMINAL, ADVERBIAL):
            return True
        return predicate.feature.form in ("participle", "gerund", INFINITIVE) or self._describes(predicate)

    def _describes(self, predicate: Predicate) -> bool:
        """Return whether a future form describes the noun right behind it ("yapılacak görüşme")."""
        n = self.draft.node_of[predicate.number] + 1
        return predicate.feature.form == "future" and n < len(self.draft.nodes) and self.draft.nodes[n].kind == "chunk"

    def _may_be_content(self, other: Predicate, predicate: Predicate) -> bool:
        """Return whether a clause made into a noun may be what a verb says: by its case, or right before the verb."""
        if other.number in self._spoken and predicate.number not in self._spoken:
            return True
        if other.feature.person != NOMINAL or self._tells_when(other):
            return False
        return other.feature.case in _CONTENT if other.feature.case else other.k + 1 == predicate.k

    def _tells_when(self, predicate: Predicate) -> bool:
        """Return whether a clause made into a noun stands before a postposition: it is nobody's words."""
        after = self.draft.row[predicate.k + 1] if predicate.k + 1 < len(self.draft.row) else None
        return after is not None and after.is_function("prep") and after.role != _TOPIC

    def _before_quote(self, bracket: Bracket, predicate: Predicate) -> list[int] | None:
        """Return what stands before the quotation that a verb ends, and waits for who is quoted; None outside one."""
        opened = [k for k in self._quotes if k < predicate.k]
        if len(opened) % 2 == 0 or len(self._quotes) % 2 or self._subordinate(predicate):
            return None
        return [n for n in bracket.nodes if self.draft.nodes[n].k < opened[-1]]

    def _decided(self, n: int) -> bool:
        """Return whether a short infinitive before node `n` is what is decided, promised ... ("gitme kararı aldı")."""
        node = self.draft.nodes[n] if n < len(self.draft.nodes) else None
        if node is not None and node.kind == "verb":
            return self.draft.takes_clause(self.draft.predicates[node.predicate])
        return node is not None and self.draft.row[node.k].value == DECISION

    def _left_over(self, bracket: Bracket, person: str) -> list[int]:
        """Return the nodes before the clause: up to its owner, else up to the first noun phrase that may be subject.

        Only a clause made into a noun has an owner: one that stands before another clause belongs to a later verb.
        """
        nodes = self.draft.nodes
        owners = [at for at, n in enumerate(bracket.nodes) if (c := nodes[n].chunk) is not None and _owns(c)]
        alone = owners and (chunk := nodes[bracket.nodes[owners[-1]]].chunk) is not None and chunk.preposition == OWNER
        if owners and (person == NOMINAL or alone):
            return bracket.nodes[: owners[-1] + (person != NOMINAL)]
        plain = (at for at, n in enumerate(bracket.nodes) if (c := nodes[n].chunk) is not None and not c.preposition)
        first = next(plain, -1)
        marked = first + 1 < len(bracket.nodes) and first >= 0 and nodes[bracket.nodes[first + 1]].kind == "mark"
        return bracket.nodes[: first + 1] if first >= 0 and not marked else []

    def _accompanies(self, noun: Predicate, chunk: Chunk) -> bool:
        """Return whether an action noun tells of an act beside its verb: words behind "with" are but the reason."""
        concepts = (self.draft.inventory.concepts[sense.concept] for sense in noun.senses)
        return super()._accompanies(noun, chunk) and not any(concept.act for concept in concepts)

    def _own_subject(self, predicate: Predicate) -> None:
        """Take who owns the object, or stands in the genitive alone, for the subject of a clause made into a noun.

        Where nobody does, it is the owner of whatever stands first ("Rusya'nın ocak ayında saldırdığını").
        """
        if predicate.feature.person != NOMINAL or predicate.passive:
            return
        for slot in dict.fromkeys(("of", "obj", *predicate.arguments)):
            argument = predicate.arguments.get(slot)
            chunk = self._chunk_at(argument.k) if argument is not None else None
            owned = chunk if slot == "of" else owner(chunk) if chunk is not None and not self._belongs(chunk) else None
            if owned is not None and "subj" not in predicate.arguments:
                give(predicate, "subj", self.arguments.make("subj", owned))

    def _described_by(self, n: int, predicate: Predicate) -> None:
        """Let the actor behind a participle, which that describes, be its subject ("saldıran İsrail"), no place."""
        chunk = self.draft.nodes[n].chunk if n < len(self.draft.nodes) else None
        chunk = owner(chunk) or chunk if chunk is not None else None
        if chunk is None or not (chunk.mentions or chunk.modifiers) or chunk.preposition == PLACE:
            return
        slot = "obj" if predicate.passive else "subj"
        if slot not in predicate.arguments or not predicate.arguments[slot].mentions:
            give(predicate, slot, self.arguments.make(slot, chunk))

    def _belongs(self, chunk: Chunk) -> bool:
        """Return whether a noun phrase ends with something owned: the genitive before it is its owner, no subject."""
        known = self.draft.row[chunk.end - 1].known
        return known is not None and known.feature.case.lower() == OWNED

    def _chunk_at(self, k: int) -> Chunk | None:
        return next((node.chunk for node in self.draft.nodes if node.k == k and node.chunk is not None), None)

    def _give_contents(self, predicate: Predicate) -> None:
        """Let the clauses that wait belong to a verb where they can; all that are left do so to a finite one."""
        subordinate = self._subordinate(predicate) or predicate.number in self._spoken
        waiting = [number for number in self._waiting if not self._belongs_to(number, predicate, subordinate)]
        self._waiting = [*waiting, predicate.number] if subordinate else []

    def _belongs_to(self, number: int, predicate: Predicate, subordinate: bool) -> bool:
        """Return whether a clause is the content of a verb, completes it or at last only stands beside it."""
        other = self.draft.predicates[number]
        if self._may_be_content(other, predicate) and self.draft.takes_clause(predicate):
            put_into(other, predicate.number)
            predicate.clause = True
            if OWNER in other.arguments and (not other.passive or _impersonal(predicate)):
                predicate.arguments.setdefault(OWNER, other.arguments[OWNER])
        elif other.feature.form == INFINITIVE and other.feature.person != NOMINAL:
            self._complete(other, predicate)
        elif subordinate:
            return False
        else:
            self._lend_object(other, predicate)
        if "subj" not in other.arguments:
            other.shares = predicate.number
        return True

    def _lend_object(self, other: Predicate, predicate: Predicate) -> None:
        """Give a verb without object that of a gerund or topic before it ("X'i karışmaması konusunda uyardı")."""
        held = other.arguments.get("obj")
        topic = other.feature.person == NOMINAL and self._postposed(other)
        if other.feature.form == GERUND and held is not None:
            predicate.arguments.setdefault("obj", held)
        elif topic and held is not None and held.mentions and "obj" not in predicate.arguments:
            predicate.arguments["obj"] = held

    def _postposed(self, predicate: Predicate) -> bool:
        """Return whether a postposition stands right behind a predicate."""
        after = self.draft.row[predicate.k + 1] if predicate.k + 1 < len(self.draft.row) else None
        return after is not None and after.is_function("prep")

    def _complete(self, infinitive: Predicate, predicate: Predicate) -> None:
        """Let an infinitive complete the verb behind it, unless a postposition says that it is what that is for."""
        after = self.draft.row[infinitive.k + 1] if infinitive.k + 1 < len(self.draft.row) else None
        if after is None or not after.is_function("prep"):
            infinitive.parent, infinitive.relation = predicate.number, "inf"
        if "obj" not in predicate.arguments:
            lent = {slot: argument for slot, argument in infinitive.arguments.items() if slot != "subj"}
            predicate.arguments = lent | predicate.arguments


def _owns(chunk: Chunk) -> bool:
    """Return whether a noun phrase stands in the genitive, or begins with an owner that does."""
    return chunk.preposition == OWNER or owner(chunk) is not None


def _impersonal(predicate: Predicate) -> bool:
    """Return whether no sense of a verb speaks of who does it ("gerekmek")."""
    return all("subj" not in dict(sense.slots) for sense in predicate.senses)


def _purpose(predicate: Predicate, after: Item | None) -> bool:
    """Return whether a clause before a postposition only tells what something is for ("kurtarmak için")."""
    if predicate.feature.form != INFINITIVE or after is None or not after.is_function("prep"):
        return False
    return not predicate.feature.person or after.role == "for"
