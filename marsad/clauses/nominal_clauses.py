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

# The agreement of a verb that is made into a noun (`Feature.person`).
NOMINAL = "nominal"

# The case of the object where somebody owns it (`Feature.case`).
OWNED = "o"

# Forms that say themselves that something may or must happen.
_MODAL_FORMS = ("possible", "obliged")


class NominalClauses(VerbLast):
    """Fills the slots of the verbs of one draft whose subordinate clauses are nouns."""

    def __init__(self, draft: Draft, arguments: Arguments) -> None:
        super().__init__(draft, arguments)
        self._waiting: list[int] = []

    def _verb(self, n: int, predicate: Predicate) -> None:
        """Read a verb; a subordinate one leaves the subject of the sentence to the verb that comes."""
        if predicate.feature.form in _MODAL_FORMS:
            predicate.modal = predicate.modal or predicate.feature.form
        bracket = self.brackets.inner
        kept = self._left_over(bracket) if self._subordinate(predicate) else []
        bracket.nodes = bracket.nodes[len(kept) :]
        super()._verb(n, predicate)
        self._own_subject(predicate)
        if self._subordinate(predicate):
            bracket = self.brackets.inner
            bracket.verbs = [number for number in bracket.verbs if number != predicate.number]
            bracket.nodes = kept
            self._waiting.append(predicate.number)
        else:
            self._give_contents(predicate)

    @staticmethod
    def _subordinate(predicate: Predicate) -> bool:
        return predicate.feature.person == NOMINAL or predicate.feature.form in ("participle", "gerund")

    def _left_over(self, bracket: Bracket) -> list[int]:
        """Return the nodes before the clause: up to its owner, else up to the first noun phrase that may be subject."""
        nodes = self.draft.nodes
        owners = [
            at for at, n in enumerate(bracket.nodes) if (c := nodes[n].chunk) is not None and owner(c) is not None
        ]
        if owners:
            return bracket.nodes[: owners[-1]]
        plain = (at for at, n in enumerate(bracket.nodes) if (c := nodes[n].chunk) is not None and not c.preposition)
        first = next(plain, -1)
        marked = first + 1 < len(bracket.nodes) and first >= 0 and nodes[bracket.nodes[first + 1]].kind == "mark"
        return bracket.nodes[: first + 1] if first >= 0 and not marked else []

    def _own_subject(self, predicate: Predicate) -> None:
        """Take who owns the object, or stands in the genitive alone, for the subject of a clause made into a noun."""
        if predicate.feature.person != NOMINAL or predicate.passive:
            return
        for slot in ("of", "obj"):
            argument = predicate.arguments.get(slot)
            chunk = self._chunk_at(argument.k) if argument is not None else None
            owned = chunk if slot == "of" else owner(chunk) if chunk is not None and not self._belongs(chunk) else None
            if owned is not None and "subj" not in predicate.arguments:
                give(predicate, "subj", self.arguments.make("subj", owned))

    def _belongs(self, chunk: Chunk) -> bool:
        """Return whether a noun phrase ends with something owned: the genitive before it is its owner, no subject."""
        known = self.draft.row[chunk.end - 1].known
        return known is not None and known.feature.case.lower() == OWNED

    def _chunk_at(self, k: int) -> Chunk | None:
        return next((node.chunk for node in self.draft.nodes if node.k == k and node.chunk is not None), None)

    def _give_contents(self, predicate: Predicate) -> None:
        """Let the clauses before a verb be its content, or take its subject where they only stand beside it."""
        for number in self._waiting:
            other = self.draft.predicates[number]
            if other.feature.person == NOMINAL and self.draft.takes_clause(predicate):
                put_into(other, predicate.number)
                predicate.clause = True
            if "subj" not in other.arguments:
                other.shares = predicate.number
        self._waiting = []
