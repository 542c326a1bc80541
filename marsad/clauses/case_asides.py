"""What stands between commas beside a noun and parts the verb from what belongs to it, in languages with cases."""

from marsad.clauses.cases import meet
from marsad.clauses.draft import Draft
from marsad.clauses.nodes import Chunk

_PARTICIPLES = frozenset({"participle", "active"})
# What stands in an apposition besides nouns.
_WITHIN = frozenset({"adv", "time", "prep"})
_DATE = frozenset({"adv", "time"})
# Kinds of those of whom an apposition says what they are, and of those it may name itself.
_NAMED, _TITLED = frozenset({"person", "name", "group", "institution"}), frozenset({"title"})


class Asides:
    """Finds asides in one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.nodes = draft, draft.nodes

    def behind(self, m: int) -> int:
        """Return the node behind the apposition that opens at comma `m`, that node where none does or nothing else
        follows ("accused Ruiz, the former mayor of Lima, of lying").
        """
        if not 0 < m < len(self.nodes) - 1 or not self.draft.sign(self.nodes[m], ","):
            return m
        if (dated := self._behind_date(m)) > m:
            return dated
        named, inner = self.nodes[m - 1].chunk, self.nodes[m + 1].chunk
        if named is None or inner is None or not self._says_what(inner, named):
            return m
        closing = next((c for c in range(m + 2, len(self.nodes)) if self._closes(c)), -1)
        further = closing > 0 and self.draft.sign(self.nodes[closing], ",") and closing + 1 < len(self.nodes)
        return closing + 1 if further and self.nodes[closing + 1].chunk is not None else m

    def _behind_date(self, m: int) -> int:
        """Return the node behind the date that comma `m` adds to a day ("on Wednesday, 8 May, of lying"), that comma
        where none does.
        """
        closing = next((c for c in range(m + 1, len(self.nodes)) if self.nodes[c].kind not in _DATE), -1)
        day = self.nodes[m - 1].kind == "time" and closing > m + 1
        further = day and self.draft.sign(self.nodes[closing], ",") and closing + 1 < len(self.nodes)
        return closing + 1 if further else m

    def _closes(self, c: int) -> bool:
        return self.nodes[c].chunk is None and self.nodes[c].kind not in _WITHIN

    @staticmethod
    def _says_what(inner: Chunk, named: Chunk) -> bool:
        """Return whether a noun phrase says what the one before its comma is: in its case, and no name itself."""
        if inner.preposition or not named.mentions or named.mentions[-1].kind not in _NAMED:
            return False
        own = named.mentions[-1].case  # behind a preposition of two cases the phrase has only one of them
        fits = not own or meet(inner.case, own if named.preposition else named.case)
        return bool(fits) and all(m.kind in _TITLED and not m.person for m in inner.mentions)

    def outer(self, opening: int) -> int:
        """Return the comma at which the aside opens that holds the one from comma `opening` on, that comma where none
        does ("the police, investigating a murder, committed in Lima, arrested").
        """
        before = next((o for o in range(opening - 1, 0, -1) if self.draft.sign(self.nodes[o], ",(")), -1)
        return before if before > 0 and self._holds(before + 1, opening) else opening

    def _holds(self, n: int, end: int) -> bool:
        """Return whether a participle, or a relative clause with its verb, goes on from node `n` to node `end`."""
        verbs = [self.draft.predicates[node.predicate] for node in self.nodes[n:end] if node.kind == "verb"]
        if self.nodes[n].kind == "rel":
            return any(self.draft.finite(verb) for verb in verbs)
        opens = self.nodes[n].kind == "verb" and verbs[0].feature.form in _PARTICIPLES
        return opens and not any(self.draft.finite(verb) for verb in verbs)
