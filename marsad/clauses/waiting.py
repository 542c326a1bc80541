"""What stands before a subordinate clause and waits for a later verb, where clauses are made into nouns."""

from marsad.clauses.arguments import Arguments
from marsad.clauses.brackets import Bracket
from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk
from marsad.clauses.suffixed import owner
from marsad.clauses.verb_last import VerbLast

# The agreement of a verb that is made into a noun, and of one that tells when ("saldırırken") (`Feature.person`).
NOMINAL, ADVERBIAL = "nominal", "adverbial"
# Forms of verbs that wait for another one (`Feature.form`).
INFINITIVE, PARTICIPLE, GERUND = "base", "participle", "gerund"
# The slot of the genitive, and what a clause made into a noun may stand before without telling why or when.
OWNER, _TOPIC = "of", "about"


class Waiting(VerbLast):
    """Tells in one draft which nodes belong to a subordinate clause and which to the verb behind it."""

    def __init__(self, draft: Draft, arguments: Arguments) -> None:
        super().__init__(draft, arguments)
        # The nodes that are a "not" behind its word.
        self._nots = {n for n, node in enumerate(draft.nodes) if node.kind == "neg" and draft.row[node.k].role == "not"}

    def _waiting_before(self, n: int, bracket: Bracket, predicate: Predicate) -> list[int]:
        """Return the nodes before a subordinate clause that wait for a later verb."""
        kept = self._left_over(bracket, predicate.feature.person) if self._subordinate(predicate) else []
        if not kept or self._comma_behind(kept[-1]):
            return kept
        inside = kept == bracket.nodes and self._bare_object(kept[-1], predicate)
        aside = predicate.feature.person == ADVERBIAL or self._because(predicate)
        own = aside and self._acts_next(n)
        return [] if inside or own else kept

    def _because(self, predicate: Predicate) -> bool:
        """Return whether a clause made into a noun tells why or when: its subject is no genitive ("istediği için")."""
        return predicate.feature.person == NOMINAL and not predicate.feature.case and self._tells_when(predicate)

    def _denied_behind(self, n: int) -> bool:
        """Return whether a word for "not" stands right behind node `n` ("saldırmış değil", "saldırı yok")."""
        return n + 1 in self._nots

    def _told_of(self, nodes: list[int]) -> list[int]:
        """Return the nodes of a clause but what is said not to be meant ("Peru'yu değil, Şili'yi kınadı") and what
        denies the verb before.
        """
        if not self._nots:
            return nodes
        denied = [at for at, n in enumerate(nodes) if n in self._nots]
        dropped = {other for at in denied for other in self._denied_before(nodes, at)}
        return [n for at, n in enumerate(nodes) if at not in dropped] if denied else nodes

    def _denied_before(self, nodes: list[int], at: int) -> range:
        """Return where the noun phrase stands that "not" behind it at place `at` denies, and this itself."""
        first = at
        while first and at + 1 < len(nodes) and self.draft.nodes[nodes[first - 1]].kind in ("chunk", "mark"):
            first -= 1
            if self.draft.nodes[nodes[first]].chunk is not None:
                break
        return range(first, at + 1)

    def _subordinate(self, predicate: Predicate) -> bool:
        if predicate.feature.person in (NOMINAL, ADVERBIAL):
            return True
        return predicate.feature.form in ("participle", "gerund", INFINITIVE) or self._describes(predicate)

    def _describes(self, predicate: Predicate) -> bool:
        """Return whether a future form describes the noun right behind it ("yapılacak görüşme")."""
        n = self.draft.node_of[predicate.number] + 1
        return predicate.feature.form == "future" and n < len(self.draft.nodes) and self.draft.nodes[n].kind == "chunk"

    def _tells_when(self, predicate: Predicate) -> bool:
        """Return whether a clause made into a noun stands before a postposition: it is nobody's words."""
        after = self.draft.row[predicate.k + 1] if predicate.k + 1 < len(self.draft.row) else None
        return after is not None and after.is_function("prep") and after.role != _TOPIC

    def _left_over(self, bracket: Bracket, person: str) -> list[int]:
        """Return the nodes before the clause: up to its owner, else up to the first noun phrase that may be subject.

        Only a clause made into a noun has an owner: one that stands before another clause belongs to a later verb.
        """
        nodes = self.draft.nodes
        chunks = [(at, chunk) for at, n in enumerate(bracket.nodes) if (chunk := nodes[n].chunk) is not None]
        alone = [at for at, chunk in chunks if chunk.preposition == OWNER]
        owners = [at for at, chunk in chunks if _owns(chunk)]
        if owners and person == NOMINAL:
            return self._unstruck(bracket.nodes[: alone[-1] if alone else owners[-1]])
        if alone and alone[-1] == owners[-1]:
            return bracket.nodes[: alone[-1] + 1]
        plain = (at for at, n in enumerate(bracket.nodes) if (c := nodes[n].chunk) is not None and not c.preposition)
        first = next(plain, -1)
        marked = first + 1 < len(bracket.nodes) and first >= 0 and nodes[bracket.nodes[first + 1]].kind == "mark"
        return bracket.nodes[: first + 1] if first >= 0 and not marked else []

    def _acts_next(self, n: int) -> bool:
        """Return whether the clause behind node `n` has a subject of its own ("Peru saldırırsa Şili ...")."""
        nodes = self.draft.nodes
        for at in range(n + 1, len(nodes)):
            chunk = nodes[at].chunk
            if nodes[at].kind == "verb":
                return False
            if chunk is not None and not chunk.preposition and (self._acts(chunk) or self._several(chunk)):
                return at + 1 >= len(nodes) or nodes[at + 1].kind != "mark"
        return False

    def _several(self, chunk: Chunk) -> bool:
        """Return whether a noun phrase is an action noun in the plural, which as an object would have a case."""
        known = self.draft.row[chunk.head].known
        return chunk.head in self.draft.nouns and known is not None and known.feature.case == "N"

    def _comma_behind(self, n: int) -> bool:
        return n + 1 < len(self.draft.nodes) and self.draft.sign(self.draft.nodes[n + 1], ",")

    def _unstruck(self, nodes: list[int]) -> list[int]:
        """Return the nodes before a clause without the violence at their end, by which somebody comes to harm in it,
        and how many they are.
        """
        while nodes and (chunk := self.draft.nodes[nodes[-1]].chunk) is not None:
            nouns = (self.draft.predicates[number] for number in self.draft.nouns_in(chunk))
            struck = bool(chunk.preposition) and any(map(self.draft.violent, nouns))
            if not (struck or self._number(chunk)):
                break
            nodes = nodes[:-1]
        return nodes

    def _bare_object(self, n: int, predicate: Predicate) -> bool:
        """Return whether the noun phrase at node `n` before a verb is nobody: its object ("silah satan")."""
        chunk = self.draft.nodes[n].chunk
        thing = chunk is not None and not self._acts(chunk) and not chunk.modifiers
        return thing and predicate.feature.person != NOMINAL


def _owns(chunk: Chunk) -> bool:
    """Return whether a noun phrase stands in the genitive, or begins with an owner that does."""
    return chunk.preposition == OWNER or owner(chunk) is not None
