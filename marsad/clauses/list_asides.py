"""What stands between the members of a list where a verb stands behind its subject: days, remarks, relative clauses,
and who is left out.
"""

from marsad.clauses.nodes import Chunk, Node
from marsad.mentions.items import Item

# What joins the last member of a list, and what may lead up to who is left out of it.
_AND, _LEAVING_OUT = frozenset({"and"}), frozenset({"and", "but"})
# The preposition of those who are left out.
_EXCEPT = "except"
# What stands for an office named before, and of which state.
_THIS, _THAT, _OF, _STATES = "this", "that", "of", frozenset({"state", "capital", "institution"})
# Nodes of a remark between commas.
_REMARK = frozenset({"prep", "adv", "time", "quant", "neg"})
# What opens what is said of somebody between commas, and where the second comma may stand at the earliest.
_DESCRIBING, _CLOSING = frozenset({"rel", "verb"}), 3
# Helpers of the verb whose subject ends before them.
_HELPING = frozenset({"aux", "modal", "future", "adv"})


def without_asides(nodes: list[Node], row: list[Item], signs: list[str]) -> list[Node]:
    """Return the nodes of a sentence so that who acts together stands together; the lists themselves are not made."""
    if not any(node.kind == "conj" for node in nodes):
        return nodes
    asides = _Asides(nodes, row, signs)
    for n in range(len(nodes) - 1, 0, -1):
        if n < len(asides.nodes):
            asides.stand_for_office(n)
        if n < len(asides.nodes) and asides.joins(n, _LEAVING_OUT):
            asides.leave_out(n)
        if n < len(asides.nodes) and asides.joins(n, _AND):
            asides.bring_together(n)
    return asides.nodes


class _Asides:
    """Takes from the nodes what parts the members of a list."""

    def __init__(self, nodes: list[Node], row: list[Item], signs: list[str]) -> None:
        self.nodes, self.row, self.signs = list(nodes), row, signs

    def joins(self, n: int, roles: frozenset[str]) -> bool:
        """Return whether a conjunction of one of these roles stands at node `n`."""
        return self.nodes[n].kind == "conj" and self.row[self.nodes[n].k].role in roles

    def stand_for_office(self, n: int) -> None:
        """Let "that of Chad" or "those of Chad" from node `n` on be the holder of the office named before it ("the
        president of Rwanda and that of Chad").
        """
        nodes = self.nodes
        whose = nodes[n + 2].chunk if n + 2 < len(nodes) and self._stands(n) else None
        before = (node.chunk.mentions[-1] for node in reversed(nodes[:n]) if node.chunk and node.chunk.mentions)
        office = next(before, None)
        if whose is None or office is None or office.kind != "title" or whose.preposition != _OF:
            return
        for mention in (m for m in whose.mentions if m.kind in _STATES):
            mention.sector, mention.role, mention.kind = office.sector, office.role, office.kind
        whose.preposition = ""
        del nodes[n : n + 2]

    def _stands(self, n: int) -> bool:
        """Return whether a bare "that" or "those" stands at node `n` before "of"."""
        node = self.nodes[n]
        head = self.row[node.chunk.head if node.chunk is not None else node.k]
        this = node.chunk is not None and head.is_function("det", _THIS) and node.end - node.k == 1
        return this or (node.kind == "comp" and head.role == _THAT)

    def leave_out(self, n: int) -> None:
        """Put those behind "but not" at node `n` under a preposition of their own ("A and B, but not C, signed")."""
        nodes = self.nodes
        chunk = nodes[n + 2].chunk if n + 2 < len(nodes) and nodes[n + 1].kind == "neg" else None
        if chunk is None or not chunk.mentions or chunk.preposition:
            return
        closed = n + 3 >= len(nodes) or nodes[n + 3].kind in ("punct", "time")
        if closed or (nodes[n - 1].chunk is not None and not self._told(n)):
            chunk.preposition = _EXCEPT
            del nodes[n : n + 2]

    def bring_together(self, n: int) -> None:
        """Let the member behind "and" at node `n` stand right behind the one before: the day of the first goes behind
        the second, a remark between commas goes; behind a relative clause the second takes up the first.
        """
        nodes, second = self.nodes, n + 1
        if self._comma(second):
            second = next((m + 1 for m in range(second + 1, len(nodes)) if self._comma(m)), len(nodes))
            if not all(self._remarks(node) for node in nodes[n + 2 : second - 1]):
                return
        if self._acts(second) and self._verb_follows(second + 1) and not self._told(n):
            del nodes[n + 1 : second]
            if self._comma(n - 1) and self._acts(n - 2) and self._of_words(n):
                del nodes[n - 1]  # "not only A, but also B"
            else:
                self._reach_back(n)

    def _of_words(self, n: int) -> bool:
        """Return whether a conjunction has several words ("but also")."""
        item = self.row[self.nodes[n].k]
        return item.j - item.i > 1

    def _reach_back(self, n: int) -> None:
        """Join the member behind "and" at node `n` to the one before a day or a relative clause."""
        nodes, second = self.nodes, self.nodes[n + 1].chunk
        if nodes[n - 1].kind == "time" and self._acts(n - 2):
            nodes[n - 1 : n + 2] = [nodes[n], nodes[n + 1], nodes[n - 1]]
        elif self._comma(n - 1) and (first := self._described(n - 1)) is not None and second is not None:
            second.mentions[:0] = first.mentions
            del nodes[n]

    def _described(self, n: int) -> Chunk | None:
        """Return who opens the sentence and whose relative clause or participle the comma at node `n` closes, None for
        nobody.
        """
        opened = n > _CLOSING and self._acts(0) and self._comma(1) and self.nodes[2].kind in _DESCRIBING
        whole = opened and not any(self._comma(m) for m in range(3, n))
        return self.nodes[0].chunk if whole else None

    def _told(self, n: int) -> bool:
        """Return whether a verb stands before node `n`, outside what describes who opens the sentence."""
        described = self._comma(n - 1) and self._described(n - 1) is not None
        return not described and any(node.kind == "verb" for node in self.nodes[:n])

    def _acts(self, n: int) -> bool:
        chunk = self.nodes[n].chunk if 0 <= n < len(self.nodes) else None
        return chunk is not None and bool(chunk.mentions) and not chunk.preposition

    def _verb_follows(self, n: int) -> bool:
        """Return whether from node `n` on a verb stands, with helpers or a day before it."""
        while n < len(self.nodes) and (self.nodes[n].kind in _HELPING or self.nodes[n].kind == "time"):
            n += 1
        return n < len(self.nodes) and self.nodes[n].kind == "verb"

    def _remarks(self, node: Node) -> bool:
        return node.kind in _REMARK or (node.chunk is not None and not node.chunk.mentions)

    def _comma(self, n: int) -> bool:
        return 0 <= n < len(self.nodes) and self.nodes[n].kind == "punct" and self.signs[self.nodes[n].k] == ","
