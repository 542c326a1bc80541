"""Lists whose last member alone shows the case or postposition of all ("Peru ve Şili'ye", "A, B ve C arasında")."""

from marsad.clauses.lists import Lists, give_office
from marsad.clauses.nodes import Chunk, Node

_STATES = frozenset({"state", "capital"})
_WITH, _BETWEEN = "with", "between"


class SuffixLists(Lists):
    """Joins the lists among the nodes of one sentence."""

    def run(self) -> list[Node]:
        """Return the nodes with each list of actors as one chunk; states before an office in the plural have it too."""
        self._by_last()
        self._objects()
        nodes = super().run()
        for node in nodes:
            if node.chunk is not None and len(node.chunk.mentions) > 1:
                *others, office = node.chunk.mentions
                give_office(office, [mention for mention in others if mention.kind in _STATES])
        return nodes

    def _by_last(self) -> None:
        """Put the bare members before a last one that shows what they are into its chunk."""
        n = len(self.nodes) - 1
        while n > 0:
            first = self._first(n)
            if first < n:
                self._join(first, n)
            n = min(n, first) - 1

    def _objects(self) -> None:
        """Put actors listed in the case of the object, each by itself, into one chunk ("A'yı ve B'yi")."""
        n = len(self.nodes) - 1
        while n > 2:
            before = n - 2
            listed = self.nodes[before].kind == "mark" and self.nodes[n].chunk is not None
            listed = listed and self._is_comma_or_and(self.nodes[n - 1])
            if listed and self._object(n) and self._object(before - 1):
                first, last = self.nodes[before - 1], self.nodes[n]
                assert first.chunk is not None and last.chunk is not None
                last.chunk.mentions[:0] = first.chunk.mentions
                last.chunk.k = last.k = first.k
                del self.nodes[before - 1 : n]
                n = before
            n -= 1

    def _object(self, n: int) -> bool:
        """Return whether node `n` is nothing but actors in the case of the object."""
        return n + 1 < len(self.nodes) and self.nodes[n + 1].kind == "mark" and self._bare(n)

    def _headline_pair(self, node: Node, end: int) -> bool:
        """Return whether a list without "and" opens the sentence: none of which the first shows its case."""
        return not (node.chunk is not None and node.chunk.preposition) and super()._headline_pair(node, end)

    def _first(self, n: int) -> int:
        """Return the node at which the list begins that ends with node `n`, `n` itself where that ends none."""
        chunk = self.nodes[n].chunk
        if chunk is None or not (chunk.mentions or chunk.modifiers) or not self._shows(n, chunk):
            return n
        if chunk.preposition == _BETWEEN and self._bare(n - 1, _WITH):
            return n - 1
        closed = self.nodes[n - 1].kind == "conj" and self._is_comma_or_and(self.nodes[n - 1])
        if not closed or not self._bare(n - 2):
            return n
        first = n - 2
        while first > 1 and self.signs[self.nodes[first - 1].k] == "," and self._bare(first - 2):
            first -= 2
        # What opens the sentence before a comma is its subject.
        return first + 2 if first == 0 and first < n - 2 else first

    def _shows(self, n: int, chunk: Chunk) -> bool:
        """Return whether a noun phrase has a case or postposition, or begins with an owner."""
        marked = n + 1 < len(self.nodes) and self.nodes[n + 1].kind == "mark"
        return marked or bool(chunk.preposition) or any(mention.genitive for mention in chunk.modifiers)

    def _bare(self, n: int, preposition: str = "") -> bool:
        """Return whether node `n` is nothing but actors without a case."""
        chunk = self.nodes[n].chunk if n >= 0 else None
        if chunk is None or chunk.preposition != preposition:
            return False
        return bool(chunk.mentions) and not chunk.nouns and not chunk.modifiers

    def _join(self, first: int, last: int) -> None:
        node = self.nodes[last]
        chunk = node.chunk
        assert chunk is not None
        members = [member.chunk for member in self.nodes[first:last] if member.chunk is not None]
        actors = [mention for member in members for mention in member.mentions]
        if chunk.mentions and not any(mention.genitive for mention in chunk.modifiers):
            chunk.mentions[:0] = actors
        else:
            for mention in actors:
                mention.genitive = True
            chunk.modifiers[:0] = actors
        chunk.k = node.k = self.nodes[first].k
        del self.nodes[first:last]
