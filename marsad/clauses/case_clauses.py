"""What belongs to a verb in free word order: the noun phrases on both sides, up to where its clause ends."""

from typing import NamedTuple

from marsad.clauses.ahead_of_verb import governing, left_by_infinitive, opens_with_infinitive
from marsad.clauses.case_asides import Asides
from marsad.clauses.case_forms import undeclined
from marsad.clauses.cases import ANY, GENITIVE, meet
from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.genitive_ends import genitive_ends
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk, Node
from marsad.clauses.parentheses import RELATIVE_WITHIN, opening_sign

_OPENERS = frozenset({"comp", "sub", "question", "start", "rel"})
_PARTICIPLES = frozenset({"participle", "active"})
_PERSONS = frozenset({"title", "person", "name"})
_PLACES = frozenset({"capital", "place"})
_IN_PARENTHESIS = frozenset({"rel", "sub", "reporting", "comp"})
# Prepositions of what is said aside between commas.
_ASIDE = frozenset({"according-to", "except", "besides", "including"})
# How what is reported may stand: as said, or as alleged.
_REPORTED = frozenset({"same", "alleged"})
_ENDS = ";:.!?—–"
_QUOTES = '"«»“”„()'


class Surroundings(NamedTuple):
    """The noun phrases left (nearest first) and right of a verb, and what ends its clause on the left.

    `rel` is the node of a relative pronoun, `joined` the number of the verb that "and" joins it to; -1 for none. The
    clause opens at node `first`.
    """

    left: list[Chunk]
    right: list[Chunk]
    rel: int = -1
    joined: int = -1
    first: int = 0


class CaseClauses:
    """Finds what belongs to each verb of one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.nodes = draft, draft.nodes
        self.asides = Asides(draft)

    def around(self, predicate: Predicate) -> Surroundings:
        """Return what stands around a verb in its clause; an infinitive or gerund has only what follows it."""
        n = self.draft.node_of[predicate.number]
        right = self._right(predicate, n)
        dependent = predicate.feature.form == "gerund" or (
            predicate.feature.form == "base" and not self.draft.finite(predicate)
        )
        if dependent or self._reports_behind(n, predicate, right):
            return Surroundings([], right)
        whole = self._left(n, right)
        predicate.start = self.nodes[whole.first].k
        return whole

    def _reports_behind(self, n: int, predicate: Predicate, right: list[Chunk]) -> bool:
        """Return whether a verb of saying follows what was said (", A said"; ", they said in A")."""
        if n == 0 or predicate.clause or not self.draft.sign(self.nodes[n - 1], ",") or predicate.pos != "verb":
            return False
        named = any(not chunk.preposition and "n" in chunk.case.lower() and chunk.mentions for chunk in right)
        within = predicate.feature.person.endswith("p") and any(chunk.preposition in ("in", "into") for chunk in right)
        concepts = (self.draft.inventory.concepts[sense.concept] for sense in predicate.senses)
        return (named or within) and any(c.shape == "saying" and c.content in _REPORTED for c in concepts)

    # After the verb

    def _right(self, predicate: Predicate, n: int) -> list[Chunk]:
        found: list[Chunk] = []
        predicate.start, predicate.end = predicate.k, predicate.k + 1
        m = n
        while (m := m + 1) < len(self.nodes):
            m = self.asides.behind(self._behind_parenthesis(m))
            node = self.nodes[m]
            if self._ends_right(m):
                predicate.clause = predicate.clause or node.kind == "comp" or self._opens_content(m)
                break
            if node.chunk is not None:
                found.append(node.chunk)
                predicate.end = node.end
        return found

    def _behind_parenthesis(self, m: int) -> int:
        """Return the node behind the parenthesis that opens at node `m`, that node where none does."""
        if not self.draft.sign(self.nodes[m], "("):
            return m
        closing = next((c for c in range(m, len(self.nodes)) if self.draft.sign(self.nodes[c], ")")), -1)
        return closing + 1 if 0 <= closing < len(self.nodes) - 1 else m

    def _opens_content(self, m: int) -> bool:
        """Return whether a comma leads to a complementizer."""
        following = self.nodes[m + 1] if m + 1 < len(self.nodes) else None
        return self.draft.sign(self.nodes[m], ",") and following is not None and following.kind == "comp"

    def _ends_right(self, m: int) -> bool:
        node = self.nodes[m]
        if node.kind == "verb":
            return not self._before_noun(m)
        if node.kind == "conj":
            return self._clause_follows(m + 1)
        return node.kind in _OPENERS or node.kind == "unknown-verb" or self.draft.sign(node, _ENDS + ",")

    def _before_noun(self, m: int) -> bool:
        """Return whether node `m` is a participle that stands before its noun ("the by-A-signed deal")."""
        verb = self.draft.predicates[self.nodes[m].predicate]
        return verb.feature.form in _PARTICIPLES and (m == 0 or not self.draft.sign(self.nodes[m - 1], ",("))

    def _clause_follows(self, m: int) -> bool:
        """Return whether a verb follows from node `m` on, or a subject with its verb."""
        if self.draft.verb_follows(m):
            return True
        chunk = self.nodes[m].chunk if m < len(self.nodes) else None
        return chunk is not None and not chunk.preposition and "a" not in chunk.case and self.draft.verb_follows(m + 1)

    # Before the verb

    def _left(self, n: int, right: list[Chunk]) -> Surroundings:
        found: list[Chunk] = []
        m = n - 1
        while m >= 0:
            node = self.nodes[m]
            if node.kind == "rel" and not self._owns(m):
                return Surroundings(found, right, rel=m, first=m + 1)
            if node.kind == "conj" and not any(_may_be_subject(chunk) for chunk in found):
                verb, unknown = self._joining(m, n), self._unknown_before(m)
                if verb >= 0 or unknown < 0:
                    return Surroundings(found, right, joined=verb, first=m + 1)
                m, found = unknown - 1, []
                continue
            if node.kind == "verb" and (self._completes_noun(m) or self._inverted(m, n)):
                found, m = [chunk for chunk in found if _only_subject(chunk)], m - 1
                continue
            if node.kind == "sub" and self._in_capacity(m):
                found = [chunk for chunk in found if chunk.preposition]
                m -= 1
                continue
            if node.kind == "verb" and self._before_noun(m):
                found = self._without_own(node.predicate, found)
            if (step := self._step(m, found)) == 0:
                break
            if node.chunk is not None:
                found.append(node.chunk)
            m -= step
        return self._bounded(n, m, found, right)

    def _bounded(self, n: int, m: int, found: list[Chunk], right: list[Chunk]) -> Surroundings:
        """Return what stands around the verb at node `n`, whose clause node `m` ends on the left."""
        if opens_with_infinitive(self.draft, m, self.draft.predicates[self.nodes[n].predicate]):
            found = left_by_infinitive(found, _may_be_subject)
        if (number := self._behind_aside(n, m, found)) >= 0:
            return Surroundings([], right, joined=number, first=n)
        return Surroundings(found, right, joined=self._goes_on(n, m, found), first=m + 1)

    def _behind_aside(self, n: int, m: int, found: list[Chunk]) -> int:
        """Return the verb at node `m` whose subject the one at node `n` has too behind an aside, -1 for none ("A shut
        the border, including the port, expelled B"): what stands between belongs to the first.
        """
        verb = m >= 0 and self.nodes[m].kind == "verb" and self._behind_comma(n)
        return self._goes_on(n, m, []) if verb and not any(_only_subject(chunk) for chunk in found) else -1

    def _goes_on(self, n: int, m: int, found: list[Chunk]) -> int:
        """Return the verb whose subject the one at node `n` has too behind the comma at node `m`, or that verb itself
        there, -1 for none ("A shut the border, expelled B").
        """
        parted = m >= 0 and (self.nodes[m].kind == "verb" or self.draft.sign(self.nodes[m], ","))
        if not parted or any(not c.preposition and _nominative(c) for c in found):
            return -1
        own, number = self.draft.predicates[self.nodes[n].predicate], self._verb_before(m + 1)
        before = self.draft.predicates[number] if number >= 0 else own
        subject = before.arguments.get("subj")
        led = subject.k < before.k if subject is not None else before.shares >= 0
        same = own.feature.person == before.feature.person != "" and before is not own
        return number if led and same and not self._says(before) else -1

    def _says(self, predicate: Predicate) -> bool:
        concepts = (self.draft.inventory.concepts[sense.concept] for sense in predicate.senses)
        return any(concept.shape == "saying" for concept in concepts)

    def _step(self, m: int, found: list[Chunk]) -> int:
        """Return how many nodes to go on to the left from node `m`, 0 where the clause begins."""
        node = self.nodes[m]
        if node.kind == "verb":
            return 1 if self._before_noun(m) else 0
        if node.kind == "rel" and self._owns(m):
            return 1
        if node.kind in _OPENERS or node.kind == "unknown-verb" or self.draft.sign(node, _ENDS):
            return 0
        if node.kind == "conj":
            return 0 if self._verb_before(m) >= 0 else 1
        opening = -1
        if self.draft.sign(node, ")"):
            opening = next((o for o in range(m, -1, -1) if self.draft.sign(self.nodes[o], "(")), -1)
        if opening > 0:
            return m - opening + 1
        return self._over_comma(m, found) if self.draft.sign(node, ",)") else 1

    def _without_own(self, number: int, found: list[Chunk]) -> list[Chunk]:
        """Return noun phrases without those that belong to a participle before its noun ("A-backing B condemned C")."""
        participle = self.draft.predicates[number]
        own = {argument.k for slot, argument in participle.arguments.items() if slot not in ("subj", "obj")}
        described = "obj" if participle.passive else "subj"
        other = participle.arguments.get("subj" if described == "obj" else "obj")
        own |= {other.k} if other is not None else set()
        return [chunk for chunk in found if chunk.k not in own]

    def _completes_noun(self, m: int) -> bool:
        """Return whether an infinitive completes the noun right before it ("the refusal to fund A was blamed"), or has
        the subject of the verb behind it there ("A to join does not plan").
        """
        verb, before = self.draft.predicates[self.nodes[m].predicate], self.nodes[m - 1].chunk if m else None
        if verb.feature.form != "base" or self.draft.finite(verb) or before is None or before.preposition:
            return False
        return _may_be_subject(before) or bool(self.draft.nouns_in(before))

    def _inverted(self, m: int, n: int) -> bool:
        """Return whether an infinitive stands before the verb at node `n` that governs it ("A to comment refused")."""
        infinitive, verb = self.draft.predicates[self.nodes[m].predicate], self.nodes[n].predicate
        return infinitive.feature.form == "base" and governing(self.draft, m) == verb

    def _in_capacity(self, m: int) -> bool:
        """Return whether a subordinator only says in what capacity somebody acts ("A as the host called on B")."""
        return self.draft.row[self.nodes[m].k].role == "as" and m > 0 and self.nodes[m - 1].chunk is not None

    def _owns(self, m: int) -> bool:
        """Return whether a relative pronoun says whose the noun right before it is ("members of which")."""
        known = self.draft.row[self.nodes[m].k].known
        genitive = known is not None and bool(set(known.feature.case) & set(GENITIVE))
        return genitive and m > 0 and self.nodes[m - 1].chunk is not None

    def _over_comma(self, m: int, found: list[Chunk]) -> int:
        """Return how many nodes a parenthesis that ends at comma `m` takes; 1 where the comma parts nothing."""
        if m > 1 and self.nodes[m - 1].kind == "adv" and self.draft.sign(self.nodes[m - 2], ","):
            return 3
        if any(_may_be_subject(chunk) for chunk in found):
            return 0
        opening = opening_sign(self.draft, m)
        if opening > 0 and (self._parenthetical(opening + 1) or self._apposition(opening, m)):
            return m - self.asides.outer(opening) + 1
        return 1 if not any(self.nodes[o].kind in ("verb", "unknown-verb") for o in range(m)) else 0

    def _parenthetical(self, n: int) -> bool:
        """Return whether a parenthesis opens at node `n`: a participle, a relative clause, a credit."""
        node = self.nodes[n]
        if any(other.kind == "rel" for other in self.nodes[n : n + RELATIVE_WITHIN]):
            return True
        verb = self._first_verb(n)
        if verb is not None and verb.feature.form in (*_PARTICIPLES, "gerund"):
            return True
        if node.kind == "verb":
            return self.draft.takes_clause(self.draft.predicates[node.predicate])
        chunk = next((n.chunk for n in self.nodes[n : n + 2] if n.chunk is not None), None)
        return node.kind in _IN_PARENTHESIS or (chunk is not None and chunk.preposition in _ASIDE)

    def _apposition(self, opening: int, m: int) -> bool:
        """Return whether what stands between commas `opening` and `m` says who or what the one before is ("Peru, a
        neighbour of A, ...", "Peru, ready to help, ...").
        """
        inner, named = self.nodes[opening + 1].chunk, self.nodes[opening - 1].chunk
        if inner is None or named is None or not named.mentions or named.preposition:
            return False
        nobody = not any(mention.country or mention.person for mention in inner.mentions)  # but what A was or is
        told = nobody and not inner.preposition and _nominative(inner) and _nominative(named)
        alone = self.draft.sign(self.nodes[opening], ",") and all(map(self._adds, self.nodes[opening + 2 : m]))
        return told and alone

    def _adds(self, node: Node) -> bool:
        """Return whether a node adds when, where or to do what to what stands before it."""
        if node.kind == "verb":
            verb = self.draft.predicates[node.predicate]
            return verb.feature.form == "base" and not self.draft.finite(verb)
        if node.chunk is None or node.chunk.preposition:
            return node.chunk is not None or node.kind in ("prep", "time", "adv")
        return not any(mention.country for mention in node.chunk.mentions) and not _only_subject(node.chunk)

    def _first_verb(self, n: int) -> Predicate | None:
        """Return the verb at node `n`, adverbs, times and what stands under a preposition passed over."""
        for node in self.nodes[n:]:
            if node.kind == "verb":
                return self.draft.predicates[node.predicate]
            if node.kind not in ("adv", "time", "prep") and not (node.chunk is not None and node.chunk.preposition):
                break
        return None

    def _verb_before(self, m: int) -> int:
        """Return the number of the last finite verb before node `m` in the sentence, -1 where there is none."""
        for node in reversed(self.nodes[:m]):
            if node.kind == "verb" and self.draft.finite(self.draft.predicates[node.predicate]):
                return node.predicate
            if node.kind in ("comp", "rel", "unknown-verb") or self.draft.sign(node, ";:"):
                break
        return -1

    def _joining(self, m: int, n: int) -> int:
        """Return the verb that the one at node `n` goes on with behind "and": a comma before it closes what was said,
        so that it is the one which said it ("A complained that B shot, and asked for help").
        """
        verb = self._verb_before(m)
        said = m > 0 and verb >= 0 and self.draft.sign(self.nodes[m - 1], ",")
        opening = next((c for c in range(m, -1, -1) if said and self.nodes[c].kind == "comp"), -1)
        telling = self._verb_before(opening) if opening > 0 else -1
        if telling < 0 or self.draft.node_of[verb] < opening:
            return verb
        own = self.draft.predicates[self.nodes[n].predicate].feature.person
        return telling if own == self.draft.predicates[telling].feature.person != "" else verb

    def _unknown_before(self, m: int) -> int:
        """Return the last verb of no table before node `m` in its clause, -1 where there is none."""
        for o in range(m - 1, -1, -1):
            if self.nodes[o].kind == "unknown-verb":
                return o
            if self.nodes[o].kind in _OPENERS or self.draft.sign(self.nodes[o], _ENDS + ","):
                break
        return -1

    # What participles and relative pronouns belong to

    def antecedent(self, n: int, cases: str = ANY, gender: str | None = None) -> Chunk | None:
        """Return the noun phrase before the comma at which a relative clause opens, None where there is none.

        Of several the nearest that may stand in one of the cases, and of the gender that the pronoun tells if it tells
        one ("at the summit in Lima, which"), else the nearest; not what a deal is about. No gender: a participle.
        """
        found: list[Chunk] = []
        for node in reversed(self.nodes[:n]):
            if node.chunk is not None:
                found.append(node.chunk)
            elif node.kind not in ("punct", "prep", *HELPERS):
                break
        relative = gender is not None
        if len(found) > 1 and (self._about_deal(*found[:2]) or (relative and self._meeting_place(*found[:2]))):
            found = found[1:]  # "an accord on ties, which ...", "the summit in Lima, which ..."
        able = [chunk for chunk in found if meet(chunk.case, cases)]
        able = able or genitive_ends(found, self.draft.row, cases) or found
        return next((chunk for chunk in able if self._of_gender(chunk, gender or "")), able[0] if able else None)

    def _of_gender(self, chunk: Chunk, gender: str) -> bool:
        """Return whether a noun phrase may have this gender; an office may have either."""
        known = self.draft.row[chunk.head].known
        told = known.feature.person if known is not None else ""
        free = not gender or len(told) != 1 or any(m.kind in _PERSONS or undeclined(m.case) for m in chunk.mentions[:1])
        return free or told == gender

    def _about_deal(self, nearest: Chunk, before: Chunk) -> bool:
        return nearest.preposition == "about" and self._names(before, "agreement")

    def _meeting_place(self, nearest: Chunk, before: Chunk) -> bool:
        """Return whether a noun phrase is only where the meeting before it takes place."""
        place = nearest.preposition == "in" and any(m.kind in _PLACES for m in nearest.mentions)
        return place and self._names(before, "meeting")

    def _names(self, chunk: Chunk, value: str) -> bool:
        """Return whether a noun phrase names something of this class of nominals."""
        spans = (self.draft.row[k].span for k in chunk.nouns)
        return any(span is not None and span.find("nominal", value) is not None for span in spans)

    @staticmethod
    def _takes_what_follows(predicate: Predicate) -> bool:
        """Return whether the noun behind a participle is rather its object ("having ..., holding ...")."""
        return predicate.feature.form == "active" and predicate.feature.voice != "middle"

    def _behind_comma(self, n: int) -> bool:
        """Return whether only adverbs and times stand between a comma and node `n`."""
        while n > 0 and self.nodes[n - 1].kind in ("time", "adv", "prep"):
            n -= 1
        return n > 0 and self.draft.sign(self.nodes[n - 1], ",")

    def described(self, predicate: Predicate, right: list[Chunk]) -> Chunk | None:
        """Return the noun phrase a participle describes: before the comma, or after it in the same case."""
        n = self.draft.node_of[predicate.number]
        wanted = predicate.feature.case
        first = right[0] if right and not right[0].preposition and not undeclined(right[0].case) else None
        agreeing = first is not None and any(x in wanted for x in first.case)
        parted = self._behind_comma(n) and (self._takes_what_follows(predicate) or not agreeing)
        if not self._before_noun(n) or parted:
            return self.antecedent(n, wanted or ANY)
        able = [c for c in right if any(x in wanted for x in c.case)]
        governed = [c for c in able if c.preposition] if n and self.nodes[n - 1].kind == "prep" else []
        return next(iter(governed), None) or next((c for c in able if not c.preposition), None)


def _only_subject(chunk: Chunk) -> bool:
    return _may_be_subject(chunk) and "a" not in chunk.case.lower()


def _may_be_subject(chunk: Chunk) -> bool:
    return not chunk.preposition and chunk.case != ANY and _nominative(chunk)


def _nominative(chunk: Chunk) -> bool:
    return "n" in chunk.case.lower()
