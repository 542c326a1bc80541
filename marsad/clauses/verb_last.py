"""Verb-final order: each verb closes its clause, and its arguments stand before it (`word_order = "sov"`).

The subject goes first, an object mark ("را") tells the object, "that" opens a clause behind the verb of saying it
depends on, behind a noun, or in the middle of a clause that still waits for its verb.
"""

from marsad.clauses.arguments import Arguments
from marsad.clauses.brackets import Bracket, Brackets
from marsad.clauses.draft import Draft
from marsad.clauses.embedding import put_into, put_objects_into, subordinate
from marsad.clauses.model import Argument, Predicate
from marsad.clauses.nodes import Chunk
from marsad.clauses.settling import give, turn_passive

_COLOURING_ADVERBS = frozenset({"alleged", "possible"})
_QUOTES = '»”"'


class VerbLast:
    """Fills the slots of the verbs of one draft and embeds its clauses."""

    def __init__(self, draft: Draft, arguments: Arguments) -> None:
        self.draft, self.arguments = draft, arguments
        self.brackets = Brackets(draft)

    def run(self) -> None:
        """Read the nodes from left to right; what no verb closes stays with the clause it stands in."""
        for n, node in enumerate(self.draft.nodes):
            if node.kind == "verb":
                self._verb(n, self.draft.predicates[node.predicate])
            elif not self.brackets.opens(n):
                self.brackets.add(n)
        for bracket in self.brackets.open:
            self._embed_nouns(bracket)
        for predicate in self.draft.predicates:
            if predicate.pos != "noun" and self.draft.takes_clause(predicate):
                put_objects_into(self.draft, predicate)

    def _verb(self, n: int, predicate: Predicate) -> None:
        bracket = self.brackets.verb()
        if self._back_to_speaker(bracket, predicate):
            bracket = self._outer(bracket)
        self._embed_nouns(bracket)
        self._colour(predicate, bracket)
        self._fill(n, predicate, bracket)
        self._embed(predicate, bracket)
        self._together(predicate, bracket)
        bracket.verbs.append(predicate.number)
        bracket.nodes, bracket.comma = [], False

    # What a verb is embedded in

    def _embed_nouns(self, bracket: Bracket) -> None:
        for n in bracket.nodes if bracket.governor >= 0 else ():
            chunk = self.draft.nodes[n].chunk
            for number in self.draft.nouns_in(chunk) if chunk is not None else ():
                if self.draft.predicates[number].parent < 0:
                    self.draft.predicates[number].parent = bracket.governor

    def _embed(self, predicate: Predicate, bracket: Bracket) -> None:
        if bracket.governor >= 0:
            put_into(predicate, bracket.governor)
        if bracket.relation == "relative":
            predicate.relation = "relative"
        subordinate(predicate, bracket.under)
        if self._speaks_last(predicate, bracket):
            for number in bracket.verbs:
                if self.draft.predicates[number].parent < 0:
                    put_into(self.draft.predicates[number], predicate.number)

    def _speaks_last(self, predicate: Predicate, bracket: Bracket) -> bool:
        """Return whether a verb of saying stands behind the words it reports ("«...»، X گفت")."""
        if bracket.relation != "main" or not bracket.verbs or not self._says(predicate) or not bracket.nodes:
            return False
        first = self.draft.nodes[bracket.nodes[0]].k
        return any(sign in _QUOTES for sign in self.draft.signs[max(0, first - 2) : first])

    def _says(self, predicate: Predicate) -> bool:
        concepts = (self.draft.inventory.concepts[s.concept] for s in predicate.senses)
        return any(c.shape == "saying" and c.content in ("same", "alleged") for c in concepts)

    def _back_to_speaker(self, bracket: Bracket, predicate: Predicate) -> bool:
        """Return whether "and" leads from what was said back to who said it ("گفت که ... و افزود که ...")."""
        if bracket.relation != "content" or not bracket.verbs or bracket.governor < 0:
            return False
        governor = self.draft.predicates[bracket.governor]
        own = any(chunk.mentions for chunk in self._chunks(bracket.nodes) if not chunk.preposition)
        return governor.pos != "noun" and self._says(predicate) and predicate.tense == governor.tense and not own

    def _outer(self, bracket: Bracket) -> Bracket:
        """Return the clause of the governor of a content clause, which takes over what was read last."""
        opened = self.brackets.open
        while len(opened) > 1 and bracket.governor not in opened[-1].verbs:
            opened.pop()
        opened[-1].nodes = bracket.nodes
        return opened[-1]

    # Tense, modality and polarity

    def _colour(self, predicate: Predicate, bracket: Bracket) -> None:
        """Let the modal and negating words anywhere in its clause colour a verb."""
        for n in bracket.nodes:
            node = self.draft.nodes[n]
            role = self.draft.row[node.k].role
            if node.kind == "modal" or (node.kind == "adv" and role in _COLOURING_ADVERBS):
                predicate.modal = predicate.modal or role
            elif node.kind == "neg":
                predicate.negated = True

    # Arguments

    def _chunks(self, nodes: list[int]) -> list[Chunk]:
        return [chunk for n in nodes if (chunk := self.draft.nodes[n].chunk) is not None]

    def _fill(self, n: int, predicate: Predicate, bracket: Bracket) -> None:
        """Fill the slots of a verb from what stands before it in its clause."""
        nodes = self.draft.nodes
        predicate.start = nodes[bracket.nodes[0]].k if bracket.nodes else predicate.k
        predicate.end = nodes[n].end
        marked, within = self._marked(bracket.nodes)
        plain = [c for c in self._chunks(bracket.nodes) if not c.preposition and c is not marked]
        for chunk in self._chunks(bracket.nodes):
            if chunk.preposition and chunk not in within and chunk is not marked:
                self.arguments.prepositional(predicate, chunk)
        if marked is not None:
            give(predicate, "obj", self.arguments.make("obj", marked))
        self._plain(predicate, bracket, plain)
        if predicate.passive:
            turn_passive(predicate)

    def _marked(self, nodes: list[int]) -> tuple[Chunk | None, list[Chunk]]:
        """Return the noun phrase that the object mark belongs to, and the prepositional phrases inside it."""
        mark = next((at for at, n in enumerate(nodes) if self.draft.nodes[n].kind == "mark"), -1)
        before = self._chunks(nodes[:mark]) if mark > 0 else []
        for at in range(len(before) - 1, -1, -1):
            if not before[at].preposition:
                return before[at], before[at + 1 :]
        return (before[-1], []) if before else (None, [])

    def _plain(self, predicate: Predicate, bracket: Bracket, plain: list[Chunk]) -> None:
        """Name the noun phrases without mark: the first is the subject, the last the object."""
        telling = [chunk for chunk in plain if self._tells(chunk)] or plain
        taken = predicate.arguments
        if len(telling) == 1 and "obj" not in taken and not predicate.passive and not self._acts(telling[0]):
            self._either(predicate, bracket, telling[0])
            return
        subject = telling[0] if telling else None
        if subject is not None:
            give(predicate, "subj", self.arguments.make("subj", subject))
        for chunk in reversed(telling[1:]):
            free = next((slot for slot in ("obj", "obj2", "obj3") if slot not in taken), None)
            if free is not None:
                give(predicate, free, self.arguments.make(free, chunk))
        if subject is None:
            self._understood(predicate, bracket)
        elif bracket.antecedent is not None and "obj" not in taken:
            give(predicate, "obj", self.arguments.make("obj", bracket.antecedent))

    def _either(self, predicate: Predicate, bracket: Bracket, chunk: Chunk) -> None:
        """Take a thing without mark as object where the subject is understood, else as both."""
        give(predicate, "obj", self.arguments.make("obj", chunk))
        if bracket.antecedent is None and not bracket.verbs:
            predicate.arguments["subj"] = predicate.arguments["obj"]
        else:
            self._understood(predicate, bracket)

    def _understood(self, predicate: Predicate, bracket: Bracket) -> None:
        """Take the subject from the verb before it in its clause, or what a relative clause belongs to."""
        if bracket.verbs:
            before = self.draft.predicates[bracket.verbs[-1]]
            predicate.shares = before.number
            if not self._chunks(bracket.nodes):
                lent = {slot: argument for slot, argument in before.arguments.items() if slot != "subj"}
                predicate.arguments = lent | predicate.arguments
        elif bracket.antecedent is not None:
            give(predicate, "subj", self.arguments.make("subj", bracket.antecedent))

    def _tells(self, chunk: Chunk) -> bool:
        """Return whether a noun phrase holds anything known; unknown words alone are mostly adverbs."""
        return bool(chunk.mentions or chunk.modifiers or chunk.nouns) or self._acts(chunk)

    def _acts(self, chunk: Chunk) -> bool:
        head = self.draft.row[chunk.head]
        return bool(chunk.mentions) or head.kind in ("anaphora", "outlet") or head.value == "pron"

    def _together(self, predicate: Predicate, bracket: Bracket) -> None:
        """Let action nouns behind "with" be done by the subject of the verb ("با انتقاد از ... گفت")."""
        subject: Argument | None = predicate.arguments.get("subj")
        for chunk in self._chunks(bracket.nodes):
            for number in self.draft.nouns_in(chunk)[:1] if chunk.preposition == "with" else ():
                noun = self.draft.predicates[number]
                if noun.light < 0 and not predicate.negated and number != predicate.number:
                    noun.light = predicate.number
                if subject is not None and subject.mentions and not noun.mentions("gen"):
                    noun.arguments.setdefault("subj", subject)
