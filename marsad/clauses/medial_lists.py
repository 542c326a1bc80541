"""Lists where a verb stands between its subject and its object ("police shot at rebels and protesters burned cars")."""

from collections.abc import Callable

from marsad.clauses.identified import told_last, told_of
from marsad.clauses.list_asides import without_asides
from marsad.clauses.lists import Lists
from marsad.clauses.nodes import Chunk, Node
from marsad.mentions.items import Item

# Forms of verbs that may be the verb of a clause; where one may be a participle too, its object tells.
_TOLD, _OPEN = frozenset({"present", "past"}), "past"
# Where something is, and who is not there but acts.
_PLACING, _PLACES = frozenset({"in", "at", "near"}), frozenset({"state", "capital", "place"})
_ACTING = frozenset({"title", "person", "name"})
# What stands behind a verb of saying at the end of it ("killing ten people, police and residents said Friday").
_CLOSING = frozenset({"time", "punct"})
# What may stand between a subject and its verb.
_HELPING = frozenset({"aux", "adv", "future", "modal", "neg"})
# What of it makes a clause of a participle or bare verb.
_FINITE = frozenset({"aux", "future", "modal"})


class MedialLists(Lists):
    """Joins the lists among the nodes of one sentence; `governs` tells of a predicate whether a clause may be its
    object.
    """

    def __init__(self, nodes: list[Node], row: list[Item], signs: list[str], governs: Callable[[int], bool]) -> None:
        super().__init__(without_asides(nodes, row, signs), row, False, signs)
        self.governs = governs

    def run(self) -> list[Node]:
        """Return the nodes with each list of actors as one chunk, who is named last in front of what is told of him."""
        return told_last(told_of(super().run(), self.row), self.row)

    def _next_member(self, at: int, first: Chunk) -> tuple[Chunk, int, bool] | None:
        """Return the next member of a list, None also for what is the subject of the clause behind it."""
        found = super()._next_member(at, first)
        if found is None or self._elsewhere(first, found[0]) or (not found[2] and self._interposed(found[1])):
            return None
        return None if self._acts(self._listed_anew(at, found[1]), self._taken(at, first)) else found

    def _listed_anew(self, at: int, end: int) -> int:
        """Return the node behind a list that a comma and "and" at node `at` open, its first member before node `end`:
        behind another "and" they are the subject of a clause ("left Gaza, and Peru and Chile recalled their envoys").
        """
        if not (self._is_comma(at) and self.nodes[at + 1].kind == "conj"):
            return end
        while end + 1 < len(self.nodes) and self.nodes[end].kind == "conj" and self._is_comma_or_and(self.nodes[end]):
            chunk = self.nodes[end + 1].chunk
            if chunk is None or chunk.preposition or not chunk.mentions:
                break
            end += 2
        return end

    def _interposed(self, n: int) -> bool:
        """Return whether at node `n` stands the verb of what its subject says between commas inside a clause ("Peru,
        Chile said on Monday, has left").
        """
        node = self.nodes[n] if n < len(self.nodes) else None
        if node is None or node.kind != "verb" or not self.governs(node.predicate):
            return False
        comma = next((m for m in range(n + 1, len(self.nodes)) if self.nodes[m].kind == "punct"), n)
        inside, behind = self.nodes[n + 1 : comma], self.nodes[comma + 1 : comma + 2]
        told = all(i.kind in ("time", "adv", "prep") or i.chunk is not None for i in inside)
        return comma > n and told and bool(behind) and behind[0].kind in ("verb", *_HELPING)

    @staticmethod
    def _elsewhere(first: Chunk, member: Chunk) -> bool:
        """Return whether people behind a place act on their own ("stormed a bank in Lima and police shot at them")."""
        placed = first.preposition in _PLACING and first.mentions[-1].kind in _PLACES
        return placed and any(m.kind in _ACTING for m in member.mentions[:1])

    def _taken(self, at: int, first: Chunk) -> bool | None:
        """Return whether a noun phrase before node `at` is the object of a verb, or stands behind a preposition; None
        where it may be the subject of what is the object of that verb.
        """
        n = next((n for n in range(at - 1, -1, -1) if self.nodes[n].chunk is first), 0)
        if first.preposition == "by":
            return False  # "a truce reached by A and B was broken"
        if first.preposition:
            return any(node.kind == "verb" for node in self.nodes[:n])
        before = self.nodes[n - 1] if n else None
        if before is None or before.kind != "verb":
            return False
        return None if self.governs(before.predicate) else True

    def _acts(self, n: int, taken: bool | None) -> bool:
        """Return whether from node `n` on stands the verb whose subject ends there, what stands before `taken`."""
        if not taken:
            return taken is None and n < len(self.nodes) and self.nodes[n].kind == "verb" and self._told_last(n)
        helped = n
        while n < len(self.nodes) and self.nodes[n].kind in _HELPING:
            n += 1
        known = self.row[self.nodes[n].k].known if n < len(self.nodes) and self.nodes[n].kind == "verb" else None
        finite = any(node.kind in _FINITE for node in self.nodes[helped:n])  # "has left", "will leave"
        if known is None or not (finite or known.feature.form in _TOLD):
            return False
        item = self.row[self.nodes[n].k]
        after = self.nodes[n + 1].chunk if n + 1 < len(self.nodes) else None
        whole = item.j - item.i > 1 or (after is not None and not after.preposition)
        return known.feature.form != _OPEN or helped < n or whole or self._told_last(n)

    def _told_last(self, n: int) -> bool:
        """Return whether the verb at node `n` says what stands before it."""
        last = n + 1 == len(self.nodes) or self.nodes[n + 1].kind in _CLOSING
        return last and self.governs(self.nodes[n].predicate)
