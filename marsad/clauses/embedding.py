"""Which predicate stands in the content of which: complementizers, infinitives, gerunds, "X said" before and after."""

from itertools import pairwise

from marsad.clauses.ahead_of_verb import before_noun, governing, takes_infinitive
from marsad.clauses.beside import go_beside, goes_beside, opens_words, told_anew
from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.embedded import (
    ahead_of_manner,
    came_next,
    goes_on_anew,
    helped,
    in_phrase,
    join_nouns,
    main_behind,
    outer_verb,
    put_into,
    put_objects_into,
    second_infinitive,
    share_condition,
    subordinate,
    up_to_subject,
)
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Node
from marsad.clauses.parentheses import before_aside
from marsad.clauses.places import demands
from marsad.clauses.quoted import utters
from marsad.clauses.which import tells_which, told_of_thing

# Prepositions behind which a gerund is what is said, planned or alleged ("accused of", "warned against").
_GERUND_CONTENT = frozenset({"of", "from", "for", "against", "about", "on", "to", "with"})
# How that stands which is only planned, refused or put on a condition: nobody's words.
UNSPOKEN = frozenset({"planned", "negated", "conditional"})
_OPENING, _CLOSING = '"«“', '"»”'
# Prepositions before what somebody is blamed for, or amid which it happens.
_AMID = frozenset({"for", "in", "about", "because-of", "after", "at", "during"})
# How many nodes an infinitive may stand from what it completes.
_REACH = 7


class Embedding:
    """Walks through one draft and gives each predicate its parent.

    On the way `governor` is the predicate in whose content the walk is, `last` the last verb (-1: none yet), `under`
    the subordinator since then, `outside` the governor where a quotation began (None outside one).
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.governor, self.last, self.under = -1, -1, ""
        self.outside: int | None = None

    def run(self) -> None:
        """Give every predicate the one in whose content it stands."""
        for n in range(len(self.draft.nodes)):
            self._step(n)
        for predicate in self.draft.predicates:
            if predicate.under == "provided":
                self._make_depend(predicate)
        for predicate in self.draft.predicates:
            if self._inserted(predicate) or self._interposed(predicate):
                self._told_around(predicate)
            elif self._speaks_last(predicate):
                self._postposed(predicate)
        for predicate in sorted(self.draft.predicates, key=lambda p: p.pos == "light"):  # what they carry goes first
            if self.draft.takes_clause(predicate):
                put_objects_into(self.draft, predicate)
        join_nouns(self.draft)

    def _step(self, n: int) -> None:
        draft, node = self.draft, self.draft.nodes[n]
        if node.chunk is not None:
            for number in draft.nouns_in(node.chunk) if self.governor >= 0 else ():
                draft.predicates[number].parent = self.governor
        elif node.kind == "comp" or (node.kind == "modal" and draft.obliges(node)):
            if not tells_which(draft, n):
                self._complementizer(n)
        elif node.kind == "sub":
            self.under = draft.row[node.k].role
        elif node.kind == "verb":
            predicate = draft.predicates[node.predicate]
            self._verb(n, predicate)
            self.under = self.under or share_condition(draft, n)
            open_yet, next_told = predicate.modal, self.under == "before" and came_next(draft, self.last, n)
            subordinate(predicate, self.under, draft.row[predicate.k - 1].is_function("aux", "be"))
            predicate.modal = open_yet if next_told else predicate.modal
            if self.under == "after" and self.last >= 0 and draft.predicates[self.last].modal == "conditional":
                predicate.modal = "conditional"  # "only if it takes effect after X has joined"
            described = predicate.relation == "relative"  # "if the soldiers held in X are freed"
            self.last, self.under = node.predicate, self.under if described else ""
        elif node.kind == "punct":
            self._sign(draft.signs[node.k])
        elif node.kind == "conj" and self.last >= 0 and goes_on_anew(draft, n):
            self.under = ""

    def _sign(self, sign: str) -> None:
        """Open the content behind a colon; leave that before a semicolon, and what a quotation opened where it ends."""
        last = self.draft.predicates[self.last] if sign == ":" and self.last >= 0 else None
        if last is not None and self.draft.takes_clause(last):
            self._colon(last)
        elif sign == ";" and self.draft.by_case and self.outside is None and self.governor >= 0:
            self.governor = self.draft.predicates[self.governor].parent
        elif sign in _OPENING and self.outside is None:
            self.outside = self.governor
        elif sign in _CLOSING and self.outside is not None:
            self.governor, self.outside = self.outside, None

    def _colon(self, predicate: Predicate) -> None:
        """Open the content of a verb before a colon."""
        if self._quotes(predicate) if self.draft.by_case else opens_words(self.draft, predicate):
            self._open_content(predicate.number)

    def _contents(self, predicate: Predicate) -> set[str]:
        """Return how what stands in the content of a verb is meant, by its meanings."""
        return {self.draft.inventory.concepts[sense.concept].content for sense in predicate.senses}

    def _quotes(self, predicate: Predicate) -> bool:
        """Return whether what stands behind the colon of a verb may be its words, not only the reason."""
        concepts = (self.draft.inventory.concepts[sense.concept] for sense in predicate.senses)
        spoken = predicate.pos == "verb" and not told_anew(self.draft, predicate)
        return spoken and any(c.act and c.content not in UNSPOKEN | {"denied"} for c in concepts)

    # What opens a content clause

    def _complementizer(self, n: int) -> None:
        """Find what the complementizer at node `n` depends on; after "and" it is what the one before depends on."""
        if not self._after_conjunction(n):
            self.governor = self._governor(n)
        self.under = self.draft.row[self.draft.nodes[n].k].role if self.draft.nodes[n].kind == "comp" else self.under
        if self.governor >= 0:
            self._open_content(self.governor)

    def _open_content(self, number: int) -> None:
        self.governor = number
        self.draft.predicates[number].clause = True

    def _after_conjunction(self, n: int) -> bool:
        return (n > 0 and self.draft.nodes[n - 1].kind == "conj") or self.draft.joined(self.draft.nodes[n])

    def _governor(self, n: int) -> int:
        """Return the nearest predicate before the complementizer at node `n` that takes a clause; verb first a comma
        right before it closes a relative clause, whose verbs are left out.
        """
        closed = n > 0 and self.draft.verb_first and self.draft.sign(self.draft.nodes[n - 1], ",،")
        for node in reversed(self.draft.nodes[: before_aside(self.draft, n)]):
            for number in reversed(self._predicates_of(node)):
                predicate, ended = self.draft.predicates[number], number in self.draft.ended
                if self.draft.takes_clause(predicate) and not (ended or (closed and predicate.relation == "relative")):
                    return number
            if node.kind == "comp" and not closed:
                break
        return self.governor

    def _predicates_of(self, node: Node) -> list[int]:
        """Return the numbers of the verb or the action nouns of a node."""
        if node.chunk is not None:
            return self.draft.nouns_in(node.chunk)
        return [node.predicate] if node.kind == "verb" else []

    # Verbs

    def _verb(self, n: int, predicate: Predicate) -> None:
        """Give the verb at node `n` its parent and its relation to it."""
        before = self.draft.nodes[self.draft.past_modifiers(n - 1 - helped(self.draft, n, predicate))] if n else None
        if predicate.relation == "adverbial":
            return
        way = self._completion(predicate, before)
        if self.governor >= 0 and self._said_of_governor(predicate):
            self.governor = predicate.parent = self.draft.predicates[self.governor].parent
        elif self.governor >= 0 and goes_beside(self.draft, predicate, self.governor):
            go_beside(self.draft, predicate, self.draft.predicates[self.governor])
            self.under = ""
        elif way == "adverbial":
            predicate.relation, predicate.shares = way, self.last
        elif way:
            near = self._nearest(n)
            predicate.parent, predicate.relation = near if near >= 0 else self.governor, way
            if self.last >= 0 and in_phrase(self.draft, n, self.draft.predicates[self.last], predicate):
                predicate.modal = "possible"
            if self.draft.by_case and way == "inf" and self._of_noun(n, predicate):
                self.under = "that"
        else:
            self._clause(n, predicate)

    def _of_noun(self, n: int, predicate: Predicate) -> bool:
        """Return whether an infinitive completes a noun behind a preposition ("for an attempt to overthrow X")."""
        node, last = self.draft.nodes[n - 1] if n else None, self.draft.predicates[self.last]
        if last.relation == "inf" and last.under == "that" and self._after_conjunction(n):
            return True
        if node is None or predicate.parent < 0 or (node.chunk is not None and node.chunk.mentions):
            return False
        preposition = self.draft.row[node.k].role if node.kind == "prep" else node.chunk and node.chunk.preposition
        above = self.draft.predicates[predicate.parent]
        return preposition in _AMID and above.pos == "verb" and not takes_infinitive(above)

    def _completion(self, predicate: Predicate, before: Node | None) -> str:
        """Return how a verb completes what stands before it: `inf`, `gerund`, `adverbial`; empty where it does not."""
        if before is not None and (self.draft.infinitive_sign(before) or self.draft.governs_base(before, predicate)):
            return "inf"
        if self.draft.bare_infinitive and predicate.feature.form == "base" and not self.draft.finite(predicate):
            return "inf"
        if before is None or predicate.feature.form != "gerund" or before.kind not in ("prep", "verb"):
            return ""
        content = before.kind == "verb" or self.draft.row[before.k].role in _GERUND_CONTENT
        return "gerund" if content else "adverbial"

    def _said_of_governor(self, predicate: Predicate) -> bool:
        """Return whether a verb is said of the noun with the content before it ("the claim that X left was denied")."""
        held = (predicate.arguments.get(slot) for slot in ("subj", "obj"))
        noun = self.draft.predicates[self.governor].pos == "noun" and predicate.pos == "verb"
        return noun and any(a is not None and a.predicate == self.governor and a.k < predicate.k for a in held)

    def _clause(self, n: int, predicate: Predicate) -> None:
        """Give a verb its parent by what its clause stands in."""
        last = self.draft.predicates[self.last] if self.last >= 0 else None
        if last is not None and second_infinitive(self.draft, last, predicate):
            first = ahead_of_manner(self.draft, last)
            predicate.parent, predicate.relation, predicate.shares = first.parent, first.relation, -1
        elif last is not None and in_phrase(self.draft, n, last, predicate):
            predicate.relation, predicate.modal = "inf", "possible"
        elif (told := outer_verb(self.draft, last, predicate)) is not None and self._bare_complement(
            n, told, predicate
        ):
            predicate.parent, predicate.relation = told.number, "content"
        elif self.governor >= 0 and self._back_to_main(n, predicate):
            go_beside(self.draft, predicate, self.draft.predicates[self.governor])
            self.under = ""
        elif self.governor >= 0 and self.governor != predicate.number and not self._closing(predicate):
            put_into(predicate, self.governor)
        elif last is not None and predicate.shares == self.last and last.relation == "content":
            predicate.parent = last.parent

    def _closing(self, predicate: Predicate) -> bool:
        """Return whether a verb tells whose words those before it are ("it was wrong that ..., X said")."""
        last = predicate is self.draft.predicates[-1] and "obj" not in predicate.arguments and not predicate.clause
        said = self._reports(self.draft.predicates[self.governor]) and not last  # "X says that it left, Y reported"
        if self.draft.verb_first or said or predicate.modal:
            return False
        return predicate.tense in ("past", "present") and self._reports(predicate) and self._behind_content(predicate)

    def _back_to_main(self, n: int, predicate: Predicate) -> bool:
        """Return whether "and" leads from what was asked back to who asked ("demanded that X go and recalled Y").

        In verb-first order gender tells it: the verb shares the subject of who asked.
        """
        if self.draft.verb_first:
            return predicate.shares == self.governor
        if self._indicative(predicate):
            return True
        if n == 0 or self.draft.nodes[n - 1].kind != "conj" or self.last in (-1, self.governor):
            return False
        last, governor = self.draft.predicates[self.last], self.draft.predicates[self.governor]
        alike = last.tense == "past" or (last.tense == "have" and not self._reports(predicate))  # "had come and gone"
        return predicate.tense == "past" and not alike and governor.tense == "past"

    def _indicative(self, predicate: Predicate) -> bool:
        """Return whether a verb tells what is, where what is asked for stands in the past tense ("чтобы решил суд")."""
        if not self.draft.by_case or self.last in (-1, self.governor) or predicate.tense not in ("present", "future"):
            return False
        asked = "demanded" in self._contents(self.draft.predicates[self.governor])
        return asked and self.draft.predicates[self.last].tense == "past"

    def _nearest(self, n: int) -> int:
        """Return the predicate just before node `n` that an infinitive or gerund completes, -1 where there is none."""
        behind = (self._behind(n) if self._opens(n) else governing(self.draft, n)) if self.draft.by_case else -1
        if behind >= 0:
            return behind
        for node in reversed(self.draft.nodes[max(0, n - _REACH) : n]):
            if node.kind == "verb" and not before_noun(self.draft, node):
                return node.predicate
            found = self.draft.nouns_in(node.chunk) if node.chunk is not None else []
            if found and self.draft.takes_clause(self.draft.predicates[found[-1]]):
                return found[-1]
        return self._planned_behind(n) if self.draft.by_case else -1

    def _planned_behind(self, n: int) -> int:
        """Return the finite verb behind an infinitive that has it in its content ("A to join it does not plan")."""
        behind = self._behind(n)
        return behind if behind >= 0 and takes_infinitive(self.draft.predicates[behind]) else -1

    def _opens(self, n: int) -> bool:
        """Return whether node `n` opens its clause."""
        return n == 0 or self.draft.nodes[n - 1].kind == "conj" or self.draft.sign(self.draft.nodes[n - 1], ',;:—–«"')

    def _behind(self, n: int) -> int:
        """Return the finite verb behind an infinitive in its clause ("arrest him they did not"), -1 for none."""
        for node in self.draft.nodes[n + 1 : n + _REACH]:
            if node.kind == "verb":
                return node.predicate if self.draft.finite(self.draft.predicates[node.predicate]) else -1
            if node.kind not in HELPERS and node.kind not in ("prep", "time") and node.chunk is None:
                return -1
        return -1

    def _bare_complement(self, n: int, governor: Predicate, predicate: Predicate) -> bool:
        """Return whether a finite verb is the content of the verb before it without "that" ("said it left")."""
        if self.draft.verb_first or self.draft.by_case or not self.draft.takes_clause(governor):
            return False
        bare = predicate.tense == "base" and demands(self.draft.row[governor.k]) and predicate.k > governor.k + 1
        listed = predicate.shares == governor.number and self.draft.sign(self.draft.nodes[n - 1], ",")
        if listed or not (bare or self.draft.finite(predicate)) or predicate.relation == "relative":
            return False  # the next deed in a list ("called it X, recalled Y and left Z")
        if self._reports(predicate) and self._behind_content(predicate):
            return False
        subject = predicate.arguments.get("subj")
        if told_of_thing(self.draft, governor) or (subject is not None and subject.k < governor.k):
            return False  # the governor stands in a relative clause ("the treaty that X signed, and Y has left")
        aside = governor.relation == "adverbial" or governor.under not in ("", "that")
        if aside and main_behind(self.draft, governor, predicate):
            return False
        between = up_to_subject(self.draft, governor, predicate, n)
        if any(self.draft.sign(m, ",") and o.kind == "conj" for m, o in pairwise(self._after(between))):
            return False  # "X charged, and Y spoke of ..."
        if any(self._separates(m, governor) for m in between):
            return False
        return any((chunk := self.draft.nodes[m].chunk) is not None and not chunk.preposition for m in between)

    def _after(self, between: range) -> list[Node]:
        """Return the first nodes behind a governor that are no dates or adverbs, two at most."""
        return [node for m in between if (node := self.draft.nodes[m]).kind not in ("time", "adv")][:2]

    def _separates(self, m: int, governor: Predicate) -> bool:
        """Return whether node `m` keeps the verb after it from being the content of the one before."""
        node, kind = self.draft.nodes[m], self.draft.nodes[m].kind
        if self.draft.sign(node, '"”»;') or (self.draft.sign(node, ":") and told_anew(self.draft, governor)):
            return True
        beside = kind == "conj" and not any(self.draft.told_in_clause(sense) for sense in governor.senses)
        beside = beside or (kind in ("future", "modal") and self.draft.nodes[m + 1].chunk is not None)  # "will X go"
        told = kind == "conj" and not self.draft.says(governor) and goes_on_anew(self.draft, m)
        return kind in ("sub", "rel", "comp") or beside or told or (kind == "conj" and self.draft.verb_follows(m + 1))

    # What was said before the verb of saying, and what stands in its slots

    def _speaks_last(self, predicate: Predicate) -> bool:
        """Return whether a verb of saying stands after its content: a comma before its subject, no clause after it."""
        if self.draft.verb_first or predicate.pos == "noun" or predicate.parent >= 0 or predicate.shares >= 0:
            return False
        if predicate.relation == "relative" or predicate.tense == "gerund":
            return False
        if not self._behind_content(predicate) or not utters(self.draft, predicate):
            return False
        return all(p.parent != predicate.number for p in self.draft.predicates)

    def _reports(self, predicate: Predicate) -> bool:
        """Return whether a verb may tell what somebody said."""
        concepts = self.draft.inventory.concepts
        return any(concepts[sense.concept].reports for sense in predicate.senses)

    def _behind_content(self, predicate: Predicate) -> bool:
        """Return whether a comma or closing quote stands before the subject of a verb, or before the verb."""
        subject = predicate.arguments.get("subj")
        start = min(subject.k if subject else predicate.k, predicate.k)
        return start > 0 and self.draft.signs[start - 1] in (",", '"', "”", "»", "—", "–")

    def _make_depend(self, condition: Predicate) -> None:
        """Let what will happen only on a condition depend on it: the finite verb before its clause, else behind it."""
        finite = (p for p in self.draft.predicates if self.draft.finite(p) and p.pos != "noun")
        others = [p for p in finite if p.under in ("", "that") and p.relation != "relative"]
        before = [p for p in others if p.number < condition.number]
        main = before[-1] if before else next((p for p in others if p.number > condition.number), None)
        if main is not None and (main.tense == "future" or main.pos == "adj" or main.modal):
            main.condition = self.draft.nodes[self._subordinator(condition)].k

    def _subordinator(self, predicate: Predicate) -> int:
        """Return the node of the last subordinator before a verb."""
        n = self.draft.node_of[predicate.number]
        return max((m for m in range(n) if self.draft.nodes[m].kind == "sub"), default=n)

    def _inserted(self, predicate: Predicate) -> bool:
        """Return whether a verb of saying stands in a clause with "as" beside what was said ("as X told Y, ...")."""
        if predicate.under != "as" or predicate.parent >= 0 or not self._reports(predicate):
            return False
        return not any(p.parent == predicate.number for p in self.draft.predicates)

    def _interposed(self, predicate: Predicate) -> bool:
        """Return whether a verb of saying stands between commas inside what was said ("Peru, Chile said, has left")."""
        if self.draft.verb_first or predicate.pos != "verb" or predicate.parent >= 0 or not self._reports(predicate):
            return False
        subject = predicate.arguments.get("subj") if predicate.relation != "relative" else None
        if subject is None or not self._behind_content(predicate):
            return False
        first = min(subject.k, predicate.k)
        later = [p for p in self.draft.predicates[predicate.number + 1 :] if p.pos != "noun" and self.draft.finite(p)]
        around = any("subj" in p.arguments and p.arguments["subj"].k < first for p in later)
        return around and not any(p.parent == predicate.number for p in self.draft.predicates)

    def _told_around(self, predicate: Predicate) -> None:
        """Embed the other main clauses of the sentence in a verb of saying."""
        for other in self.draft.predicates:
            if other.number != predicate.number and other.parent < 0 and other.relation != "adverbial":
                put_into(other, predicate.number)

    def _postposed(self, predicate: Predicate) -> None:
        """Embed what stands before ", X said" in it, back to the semicolon or colon before."""
        start = next((k for k in reversed(range(predicate.k)) if self.draft.signs[k] in (";", ":")), -1)
        for other in self.draft.predicates[: predicate.number]:
            if other.k > start and other.parent < 0 and other.relation != "adverbial":
                put_into(other, predicate.number)
