"""Coordination in languages with cases: what is listed together stands in the same case."""

from marsad.clauses.cases import GENITIVE, NOMINATIVE, meet
from marsad.clauses.comitative import join_companions
from marsad.clauses.lists import OPENING, Lists, give_office
from marsad.clauses.named_holders import join_names
from marsad.clauses.nodes import Chunk, Node
from marsad.clauses.things import join_owned, join_things

# Who may meet.
SIDES = frozenset({"state", "capital", "institution", "group", "place"})
# Forms of verbs that say who acts.
_FINITE = frozenset({"past", "present", "future"})
# Whose a minister may be.
OWNING = frozenset({"state", "capital", "demonym"})


class CaseLists(Lists):
    """Joins the lists among the nodes of one sentence."""

    def run(self) -> list[Node]:
        """Return the nodes with each list of actors as one chunk; a preposition holds for what is listed behind it."""
        nodes = join_companions(self._paired(self._contrasted(super().run())), self.row)
        nodes = join_owned(join_things(join_names(nodes), self.row), self.row)
        for first, joint, second in zip(nodes, nodes[1:], nodes[2:], strict=False):
            if first.chunk is None or second.chunk is None or not self._is_comma_or_and(joint):
                continue
            listed = joint.kind == "conj" and not second.chunk.preposition and not meet(second.chunk.case, NOMINATIVE)
            if first.chunk.preposition and listed and meet(first.chunk.case.lower(), second.chunk.case.lower()):
                second.chunk.preposition = first.chunk.preposition
        return nodes

    def _leads(self, chunk: Chunk) -> bool:
        told = self.row[chunk.head].value in OPENING and not chunk.preposition
        first = not any(node.kind == "verb" and node.k < chunk.k for node in self.nodes)
        return told and "n" in chunk.case and (first or "a" not in chunk.case)  # no object of the clause before

    def _contrasted(self, nodes: list[Node]) -> list[Node]:
        """Return the nodes without what is said not to be meant ("condemned not A but B")."""
        for n in range(len(nodes) - 4):
            no, first, comma, but, second = nodes[n : n + 5]
            told = no.kind == "neg" and self.signs[comma.k] == "," and self.row[but.k].is_function("conj", "but")
            if told and first.chunk is not None and second.chunk is not None and _alike(first.chunk, second.chunk):
                return [*nodes[:n], *nodes[n + 4 :]]
        return nodes

    def _paired(self, nodes: list[Node]) -> list[Node]:
        """Return the nodes with both sides of a meeting as one chunk where a dash joins them ("the A – B summit")."""
        kept: list[Node] = []
        for node in nodes:
            before = kept[-2] if len(kept) > 1 else None
            if before is not None and before.chunk is not None and self._second_side(before.chunk, kept[-1], node):
                assert node.chunk is not None
                before.chunk.modifiers.extend(node.chunk.mentions)
                before.chunk.end = before.end = node.end
                kept.pop()
            else:
                kept.append(node)
        return kept

    def _second_side(self, first: Chunk, joint: Node, node: Node) -> bool:
        """Return whether a dash stands between the actor that ends an action noun and another actor."""
        dash = joint.kind == "punct" and self.signs[joint.k] in "–—-"
        last = self.row[first.end - 1].mention
        if not dash or not first.nouns or last is None or last not in first.modifiers or node.chunk is None:
            return False
        return bool(node.chunk.mentions) and not node.chunk.preposition and node.chunk.mentions[0].kind in SIDES

    def _absorb_list(self, node: Node, first: Chunk, at: int) -> int:
        """Let a noun phrase take up a list; an office whose form may be plural is one where it has several owners."""
        office = first.mentions[0]
        may_be_plural = office.kind == "title" and any(case.isupper() for case in office.case)
        office.plural = office.plural or (may_be_plural and not office.person and self._owned_by_two(first, at))
        return super()._absorb_list(node, first, at)

    def _owned_by_two(self, first: Chunk, at: int) -> bool:
        """Return whether a state in the genitive is listed behind an office."""
        members = self.members(first, at)[0]
        return bool(members) and members[0].mentions[0].kind in OWNING and bool(meet(members[0].case, GENITIVE))

    def _absorb_genitives(self, node: Node, first: Chunk, at: int) -> int:
        """Let a noun phrase take up the actors listed with the genitive at its end ("the talks of A and B")."""
        if self.row[first.end - 1].mention is not first.modifiers[-1] or first.modifiers[-1].kind == "demonym":
            return at
        taken, end, closed = self.members(first, at)
        if not taken or not closed or not all(meet(chunk.case, GENITIVE) for chunk in taken):
            return at
        added = [mention for chunk in taken for mention in chunk.mentions]
        give_office(first.modifiers[-1], [mention for mention in added if mention.kind in OWNING])
        first.modifiers.extend(added)
        first.end = node.end = taken[-1].end
        return end

    def _next_member(self, at: int, first: Chunk) -> tuple[Chunk, int, bool] | None:
        """Return the next member of a list where its case fits: that of the list, or a genitive after an office; none
        behind a comma before "and", which opens a clause ("forty died, and Cameroon sent troops").
        """
        joint = self.nodes[at + 1] if at + 1 < len(self.nodes) and self._comma(at) else None
        both = at > 1 and self.row[self.nodes[at - 2].k].is_function("conj", "and")  # "и консерваторы, и лейбористы"
        if joint is not None and self.row[joint.k].is_function("conj", "and") and not both:
            return None
        found = super()._next_member(at, first)
        if found is None or self._fits(found[0], first):
            return found
        return None

    def _fits(self, member: Chunk, first: Chunk) -> bool:
        if self.row[first.end - 1].mention is not None and self.row[first.end - 1].mention not in first.mentions:
            return bool(meet(member.case, GENITIVE))
        if any(case.lower() in member.case.lower() for case in first.case):
            return True
        office = first.mentions[0].kind == "title" if first.mentions else False
        return office and bool(meet(member.case, GENITIVE))

    def _opens_clause(self, at: int) -> bool:
        """Return whether another clause opens: the comma before closes that of a subordinator, as no other one does
        ("As A said, B and C left").
        """
        if self._own_verb(at):
            return True
        opening = next((n for n in range(at - 2, -1, -1) if self.nodes[n].kind == "sub"), -1)
        if opening < 0 or not self._comma(at - 1) or any(map(self._comma, range(opening, at - 1))):
            return False
        verb = next((n for n in range(at, len(self.nodes)) if self.nodes[n].kind == "verb"), -1)
        told = any(node.kind == "verb" for node in self.nodes[opening : at - 1])
        return told and verb > 0 and not any(map(self._comma, range(at, verb)))

    def _own_verb(self, at: int) -> bool:
        """Return whether those from node `at` on have a verb of their own behind them, as those before the comma have
        before them ("for it voted A, B and C abstained").
        """
        end = at
        while end + 1 < len(self.nodes) and self.nodes[end].chunk is not None and self._is_and(end + 1):
            end += 2
        if not self._comma(at - 1) or end + 1 >= len(self.nodes) or not self._finite(end + 1):
            return False
        before = [n for n in range(at - 1) if n and (self._comma(n) or self._finite(n))]
        return bool(before) and self._finite(before[-1]) and self.nodes[at].chunk is not None

    def _is_and(self, n: int) -> bool:
        return self.nodes[n].kind == "conj" and self._is_comma_or_and(self.nodes[n])

    def _finite(self, n: int) -> bool:
        known = self.row[self.nodes[n].k].known if self.nodes[n].kind == "verb" else None
        return known is not None and known.feature.form in _FINITE

    def _comma(self, n: int) -> bool:
        return self.nodes[n].kind == "punct" and self.signs[self.nodes[n].k] == ","


def _alike(first: Chunk, second: Chunk) -> bool:
    """Return whether two noun phrases may play the same part."""
    return bool(meet(first.case, second.case)) and first.preposition == second.preposition
