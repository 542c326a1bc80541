"""What stands beside a name says what it is: "EU candidate Moldova", "Georgia, a candidate for membership,"."""

from marsad.clauses.arguments import Arguments
from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk

_SEPARATORS = ",،:("
# What may stand between a noun and the comma beside it ("a candidate since 2012, Serbia").
_BESIDE = frozenset({"prep", "time", "adv"})
# Behind these stands who is not meant ("apart from Hungary, all members").
_APART = frozenset({"besides", "except"})


class Appositions:
    """Gives nouns that say what somebody is the name they stand beside as subject, in one draft."""

    def __init__(self, draft: Draft, arguments: Arguments) -> None:
        self.draft, self.arguments = draft, arguments

    def find(self, noun: Predicate) -> None:
        """Fill the subject of a noun that is said of nobody yet."""
        if "subj" in noun.arguments or not self._describes(noun):
            return
        n = next((n for n, node in enumerate(self.draft.nodes) if node.k <= noun.k < node.end), -1)
        chunk = self._behind(n) or self._before(n) if n >= 0 else None
        if chunk is not None:
            noun.arguments["subj"] = self.arguments.make("subj", chunk)

    def _describes(self, noun: Predicate) -> bool:
        """Return whether a noun tells what somebody is, not what somebody does."""
        concepts = (self.draft.inventory.concepts[sense.concept] for sense in noun.senses)
        return any(concept.describes for concept in concepts)

    def _behind(self, n: int) -> Chunk | None:
        """Return the name right behind a noun, or behind a comma that follows it and what belongs to it."""
        for m in range(n + 1, len(self.draft.nodes)):
            node = self.draft.nodes[m]
            if node.kind in _BESIDE or (node.chunk is not None and node.chunk.preposition):
                continue
            if node.chunk is not None:
                return node.chunk if self._names(node.chunk) and (m == n + 1 or self._separated(m - 1)) else None
            if not self._separated(m):
                return None
        return None

    def _before(self, n: int) -> Chunk | None:
        """Return the name before the comma before a noun."""
        while n > 0 and self.draft.nodes[n - 1].kind in _BESIDE:
            n -= 1
        chunk = self.draft.nodes[n - 2].chunk if n > 1 and self._separated(n - 1) else None
        return chunk if chunk is not None and chunk.preposition not in _APART and self._names(chunk) else None

    def _separated(self, m: int) -> bool:
        return self.draft.sign(self.draft.nodes[m], _SEPARATORS)

    @staticmethod
    def _names(chunk: Chunk) -> bool:
        """Return whether a noun phrase is the name of states."""
        return bool(chunk.mentions) and all(m.kind in ("state", "capital") for m in chunk.mentions)
