"""What stands before a verb: its subject, the verb whose subject it shares, or what a relative clause belongs to."""

from itertools import takewhile

from marsad.clauses.arguments import Arguments
from marsad.clauses.asides import past_aside, that_they
from marsad.clauses.beside import goes_along
from marsad.clauses.classes import chunk_classes
from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.duties import who_may
from marsad.clauses.fronted import fronted_phrases
from marsad.clauses.genders import agreeing, same_gender
from marsad.clauses.joining import described, gone_on, joined_at, leftwards, opens_with_actor, taken_up
from marsad.clauses.model import AHEAD, ANTECEDENT, Predicate
from marsad.clauses.nodes import Chunk, Node
from marsad.clauses.owner_described import owner_described
from marsad.clauses.parentheses import past_parenthesis
from marsad.clauses.people_said import names_violence, of_people
from marsad.clauses.permission import allowed
from marsad.clauses.places import NOUN_NEXT, opens_aside
from marsad.clauses.reduced import ambiguous, asks_for, said_of_nearest
from marsad.clauses.subject_phrases import subject_head
from marsad.clauses.undergoing import who_was
from marsad.clauses.which import done_to_people

# Where the search for a subject ends.
_BOUNDARIES = frozenset({"rel", "comp", "sub", "start", "question"})
# Where, in verb-first order, the search for an earlier verb of the same clause ends.
_CLAUSE_STARTS = frozenset({"comp", "rel", "start", "sub", "conj", "aux"})
# Things that a clause behind them describes even without a relative pronoun.
_DESCRIBED = frozenset({
    "agreement", "sanctions", "tariffs", "troops", "weapons", "prisoners", "obligations", "application", "proposal",
    "offer", "dues", "exercises",
})  # fmt: skip
# Behind a violent act that is the subject of a verb they tell who did it to whom.
_OF_NOUN = frozenset({"of", "by"})
# Prepositions behind which a place stands that a relative clause is hardly about.
_PLACING, _OF = frozenset({"in", "at"}), frozenset({"of", "about"})
# Where the sides of a deal or meeting stand behind its noun, and what a relative clause may be told of.
_SIDES, _ACTS, _UNDERGOES = frozenset({"with", "between"}), frozenset({"subj"}), frozenset({"obj"})
# What a participle may have before it at the head of the sentence ("After having been").
_LEADING = frozenset({"prep", "sub", "aux"})
_BEFORE_RELATIVE = frozenset({"punct", "prep", "time"})


class Subjects:
    """Looks to the left of each verb; what it finds waits in slots of its own to be settled."""

    def __init__(self, draft: Draft, arguments: Arguments) -> None:
        self.draft, self.arguments = draft, arguments

    def find(self, predicate: Predicate) -> None:
        """Find the subject before a verb, or the predicate whose subject it shares."""
        nearest = self.draft.node_of[predicate.number] - 1
        may = allowed(self.draft, self.arguments, predicate, nearest + 1)
        if may or self._without_subject(predicate, nearest) or self._behind_noun(predicate, nearest):
            return
        if self.draft.verb_first and who_may(self.draft.nodes, self.draft.row, predicate, nearest):
            self._take(predicate, nearest - 1, nearest - 1)
            return
        start = subject_head(self.draft, predicate, past_parenthesis(self.draft, self.draft.past_quote(nearest)))
        joined = self._joined_to_verb(predicate, nearest) if self.draft.verb_first else joined_at(self.draft, start)
        n = next((n for n in leftwards(self.draft, start, joined, predicate) if self._decides(n, joined)), -1)
        n = self._gone_on_with(n, start) if joined else n
        if n < 0:
            return
        node = self.draft.nodes[n]
        linked = joined or (self.draft.verb_first and self.draft.nodes[nearest].kind == "conj")
        if node.kind == "rel" and linked and (main := taken_up(self.draft, predicate, n)) >= 0:
            predicate.shares = main
        elif node.kind == "rel":
            self._relative(predicate, n, joined)
        elif node.kind == "start" and joined and n < start and self._may_be_subject(n + 1):
            self._take(predicate, n + 1, n + 1)  # "as for Kigali, which denies it, so it wants ..."
        elif node.kind == "verb":
            predicate.shares = self._coordinate(n, predicate) if joined else node.predicate
        elif node.kind == "comp" and that_they(self.draft, n, predicate, joined and n < nearest):
            predicate.shares = self._coordinate(n, predicate)  # the verb of what is said stands in no table
        elif node.chunk is not None and not goes_along(self.draft, predicate, nearest, node.chunk):
            self._take(predicate, n, start)

    def _gone_on_with(self, n: int, start: int) -> int:
        """Return the node of the actor with whom a verb that "and" joins goes on, else node `n` itself."""
        at = -1 if self.draft.head_first else described(self.draft, n, start)
        return max(at, 0) if at >= 0 or (n < 0 and opens_with_actor(self.draft, start)) else n

    def _without_subject(self, predicate: Predicate, nearest: int) -> bool:
        """Return whether a verb has no subject of its own: that of an infinitive or gerund stands elsewhere, noted."""
        opens = nearest < 0 or self.draft.nodes[nearest].kind == "comp"
        if opens and predicate.feature.form == "gerund" and self.draft.ruled_out(predicate):
            predicate.negated, predicate.tense = True, "future"
            return True
        far = nearest == 0 and self.draft.nodes[0].kind == "neg"  # "Far from leaving X, Y ..."
        if (nearest < 0 or far) and predicate.feature.form == "gerund":
            predicate.relation, predicate.shares = "adverbial", self._main_verb()
            predicate.parent = self._said_of(predicate)
            return True
        if self._opens(predicate, nearest) and (main := self._main_verb()) >= 0:
            predicate.relation, predicate.shares = "adverbial", main  # "Accused by X, Y left", "After freeing Z"
            return True
        if subjectless := self._subjectless(predicate, nearest):
            predicate.shares = self._finite_before(nearest) if predicate.feature.form == "gerund" else -1
            gerund = predicate.feature.form == "gerund" and predicate.shares < 0
            if gerund and opens_with_actor(self.draft, nearest):
                self._take(predicate, 0, 0)
        return subjectless

    def _opens(self, predicate: Predicate, n: int) -> bool:
        """Return whether a passive participle or gerund opens the sentence up to node `n`, alone, behind "after being"
        and the like, or joined to one that does ("criticised by X and expelled from Y, Z left").
        """
        nodes = self.draft.nodes
        gerund = predicate.feature.form == "gerund" and nodes[n].kind in _LEADING
        if self.draft.verb_first or not (predicate.passive or gerund):
            return False
        before = self.draft.predicates[nodes[0].predicate] if n > 0 and nodes[0].kind == "verb" else None
        if before is not None and nodes[n].kind == "conj":
            return before.passive and before.relation == "adverbial"
        return all(node.kind in _LEADING for node in nodes[: n + 1])

    def _behind_noun(self, predicate: Predicate, nearest: int) -> bool:
        """Return whether a verb describes the noun right before it; noted if so."""
        described = max(self._bare_relative(predicate, nearest), who_was(self.draft, predicate, nearest))
        if described >= 0:
            self._belongs(predicate, self.draft.nodes[described].chunk, described)
            return True
        people = self.draft.past_places(nearest)
        if people >= 0 and of_people(self.draft, predicate, people, self._claimed):
            self._take(predicate, people, people)
            return True
        return False

    def _decides(self, n: int, joined: bool) -> bool:
        """Return whether the search for a subject ends at node `n`; a verb that is `joined` to another has none."""
        node = self.draft.nodes[n]
        if node.kind in _BOUNDARIES or self._other_verb(node) or self.draft.sign(node, ';:؛"«“'):
            return True
        return not joined and self._may_be_subject(n)

    def _subjectless(self, predicate: Predicate, n: int) -> bool:
        """Return whether a verb has no subject before it: an infinitive, a gerund behind a comma or preposition."""
        n = self.draft.past_modifiers(n)
        if self.draft.verb_first or n < 0 or predicate.pos not in ("verb", "light"):
            return False
        node = self.draft.nodes[n]
        if predicate.feature.form == "base":
            return self.draft.infinitive_sign(node) or self.draft.governs_base(node, predicate)
        return predicate.feature.form == "gerund" and (node.kind == "prep" or self.draft.sign(node, ","))

    def _said_of(self, gerund: Predicate) -> int:
        """Return the verb whose subject a gerund is ("Leaving X is not on the agenda"), -1 where there is none."""
        nodes = self.draft.nodes[self.draft.node_of[gerund.number] + 1 :]
        node = next((node for node in nodes if node.kind == "verb" or self.draft.sign(node, ",")), None)
        if node is None or node.kind != "verb" or not self.draft.finite(self.draft.predicates[node.predicate]):
            return -1
        return node.predicate

    def _main_verb(self) -> int:
        """Return the first finite verb behind a comma ("Meeting X in Y, Z said ..."), -1 where there is none."""
        nodes = self.draft.nodes
        comma = next((n for n, node in enumerate(nodes) if self.draft.sign(node, ",")), len(nodes))
        later = (self.draft.predicates[node.predicate] for node in nodes[comma:] if node.kind == "verb")
        return next((verb.number for verb in later if self.draft.finite(verb)), -1)

    def _finite_before(self, n: int) -> int:
        """Return the last finite verb before node `n`, -1 where there is none."""
        for node in reversed(self.draft.nodes[: n + 1]):
            if node.kind == "verb" and self.draft.finite(self.draft.predicates[node.predicate]):
                return node.predicate
        return -1

    def said_of(self, noun: Predicate) -> None:
        """Find of whom a noun is said: "Kenya is an observer at the talks", without a verb in Arabic."""
        nodes = self.draft.nodes
        at = n = next((n for n, node in enumerate(nodes) if node.chunk is not None and node.k <= noun.k < node.end), 0)
        own = nodes[n].chunk
        if n == 0 or own is None or own.preposition or not (self.draft.verb_first or nodes[n - 1].kind == "aux"):
            return
        n = -1 if allowed(self.draft, self.arguments, noun, n) else past_parenthesis(self.draft, n - 1)
        chunk = nodes[n].chunk if n >= 0 and self._may_be_subject(n) else None
        if chunk is None:
            return
        head = self.draft.row[(subject := self.arguments.make("subj", chunk)).head]
        if subject.mentions or head.kind == "anaphora" or head.is_function("pron"):
            noun.arguments.setdefault("subj", subject)
            never = any(node.kind == "neg" for node in nodes[n + 1 : at])  # "has never been a member"
            noun.negated = noun.negated or never or self._denied(n)

    def _denied(self, n: int) -> bool:
        """Return whether a negation stands before node `n`, with nothing but helper words between."""
        helpers = takewhile(lambda node: node.kind in HELPERS, reversed(self.draft.nodes[:n]))
        return any(node.kind == "neg" for node in helpers)

    # Where the subject of another verb is shared

    def _joined_to_verb(self, predicate: Predicate, n: int) -> bool:
        """Return whether, in verb-first order, "and" written with the verb or "but she" joins it to a verb before."""
        row = self.draft.row
        before = row[self.draft.nodes[n].k] if n >= 0 else None
        known = before.known if before is not None and before.is_function("conj") else None
        if "and" not in row[predicate.k].marks and (known is None or known.entry.code in ("", NOUN_NEXT)):
            return False
        verb_before = any(node.kind == "verb" for node in self.draft.nodes[: n + 1])
        return verb_before or bool(predicate.mentions("obj"))

    def _coordinate(self, n: int, predicate: Predicate) -> int:
        """Return the verb that "and" joins a verb to: for a finite one the last finite before, of its tense if any."""
        nearest = self.draft.nodes[n].predicate
        if self.draft.verb_first:
            return agreeing(self.draft.row, reversed(self._verbs_before(n)), predicate, nearest)
        if (past := past_aside(self.draft, predicate, n)) >= 0 or not self.draft.finite(predicate):
            return past if past >= 0 else nearest
        before = [p for p in reversed(self._verbs_before(n)) if self.draft.finite(p) and p.relation != "relative"]
        alike = next((p for p in before if p.tense == predicate.tense and p.modal == predicate.modal), None)
        spoken = any(self.draft.inventory.concepts[sense.concept].act for sense in predicate.senses)
        joins = bool(before) and before[0].tense == "have" and not spoken
        perfect = joins and ambiguous(self.draft, predicate)  # "said X had lost A and sold B"
        found = alike if alike is not None and not perfect else next(iter(before), None)
        return found.number if found is not None else nearest

    def _verbs_before(self, n: int) -> list[Predicate]:
        """Return the verbs up to node `n` that no sign parts from it."""
        found: list[Predicate] = []
        for node in reversed(self.draft.nodes[: n + 1]):
            if self.draft.sign(node, ';:"”'):
                break
            if node.kind == "verb":
                found.append(self.draft.predicates[node.predicate])
        return found[::-1]

    def _other_verb(self, node: Node) -> bool:
        """Return whether a node is a verb that is not inside a relative clause, full or reduced."""
        if node.kind != "verb" or self.draft.predicates[node.predicate].relation == "relative":
            return False
        return not self._reduced(node)

    def _reduced(self, node: Node) -> bool:
        """Return whether a verb is a participle behind its noun ("the talks planned for Monday were put off")."""
        n, verb = self.draft.node_of[node.predicate], self.draft.predicates[node.predicate]
        if self.draft.verb_first or n == 0 or self.draft.nodes[n - 1].chunk is None:
            return False
        return verb.feature.form in ("participle", "gerund") and not self.draft.finite(verb)

    # The subject

    def _may_be_subject(self, n: int) -> bool:
        chunk = self.draft.nodes[n].chunk
        aged = chunk is not None and not chunk.mentions and not chunk.nouns and self.draft.signs[chunk.k].isdigit()
        free = chunk is not None and not chunk.preposition and not aged  # "a man aged 27 was arrested"
        return free and not (self.draft.verb_first and self._claimed(n))

    def _claimed(self, n: int) -> bool:
        """Return whether chunk `n` is already that of a verb before it in its clause, or the bare object of an act."""
        before, k = self.draft.nodes[n - 1].chunk if n else None, self.draft.nodes[n].k
        if opens_aside(self.draft.row[k]):
            return False
        held = (self.draft.predicates[i].arguments.get("obj") for i in (self.draft.nouns_in(before) if before else ()))
        if any(argument is not None and argument.k == k for argument in held):
            return True
        for node in reversed(self.draft.nodes[:n]):
            if node.kind == "verb":
                return True
            if node.kind in _CLAUSE_STARTS or (node.kind == "punct" and not self.draft.sign(node, ",")):
                return False
        return False

    def _take(self, predicate: Predicate, n: int, start: int) -> None:
        """Take chunk `n` as subject, with the prepositional phrases between it and the verb."""
        chunks = [node.chunk for node in reversed(self.draft.nodes[n : start + 1]) if node.chunk is not None]
        acted = len(chunks) > 1 and names_violence(self.draft, predicate, chunks[-1])
        for chunk in chunks[:-1] if self.draft.verb_first else chunks:
            if chunk.preposition and not (chunk.preposition in _OF_NOUN and acted):
                second = chunk.preposition == "between" and "between" in predicate.arguments
                owned = chunk.preposition == "by" and predicate.passive and not self.draft.verb_first
                kept = f"{chunk.preposition}+" if second else chunk.preposition
                slot = "from" if owned else kept  # "an offer by X was"
                predicate.arguments.setdefault(slot, self.arguments.make(slot, chunk))
        self._take_fronted(predicate, n)
        predicate.arguments[AHEAD] = self.arguments.make(AHEAD, chunks[-1])
        predicate.negated = predicate.negated or self.arguments.none_of(n)
        self._object_relative(predicate, n - 1)

    def _take_fronted(self, predicate: Predicate, n: int) -> None:
        """Take the prepositional phrases that open the sentence before the subject at node `n` ("In Lima, X met Y")."""
        opening = self.draft.nodes[: n - 1] if n > 1 and self.draft.sign(self.draft.nodes[n - 1], ",") else []
        for chunk in fronted_phrases(opening, self.draft.predicates):
            slot = chunk.preposition + "+" * len(predicate.all(chunk.preposition))
            predicate.arguments[slot] = self.arguments.make(slot, chunk)

    # Relative clauses

    def _relative(self, predicate: Predicate, n: int, joined: bool) -> None:
        """Keep the noun phrase before the relative pronoun at node `n` as what the relative clause belongs to."""
        if joined and (inside := gone_on(self.draft, predicate, n)) >= 0:
            predicate.shares, predicate.relation = inside, "relative"
            return
        self._belongs(predicate, self._antecedent(predicate, n, _UNDERGOES if predicate.passive else _ACTS), n)

    def _belongs(self, predicate: Predicate, chunk: Chunk | None, n: int) -> None:
        """Make a verb that of a relative clause to a noun phrase before node `n`."""
        predicate.relation = "relative"
        if chunk is not None:
            predicate.arguments[ANTECEDENT] = self.arguments.make(ANTECEDENT, owner_described(self.draft, chunk, n))
        if predicate.feature.enclitic.startswith("obj"):
            before = (node for node in reversed(self.draft.nodes[:n]) if node.kind == "verb")
            verbs = (self.draft.predicates[node.predicate] for node in before)
            alike = (v for v in verbs if self.draft.finite(v) and same_gender(self.draft.row, v, predicate))
            predicate.shares = next((v.number for v in alike), self._finite_before(n))

    def _bare_relative(self, predicate: Predicate, n: int) -> int:
        """Return the indefinite noun that a verb right behind it describes, -1 for none: a pronoun takes the noun up
        there, or the verb is passive and the noun what it was done to ("at talks held in Lima").
        """
        if n < 0 or not self.draft.verb_first:
            return n if n >= 0 and predicate.passive and said_of_nearest(self.draft, predicate, n) else -1
        if predicate.pos == "phrase" and self.draft.definite(predicate.k):
            return n if self.draft.nodes[n].chunk is not None else -1  # an adjective, "the deal signed with X"
        row, taken = self.draft.row, predicate.arguments.values()
        if row[predicate.k].marks:
            return -1
        resumed = any(a.head == a.k and row[a.head].is_function("pron") and a.slot != "obj" for a in taken)
        if resumed or predicate.feature.enclitic.startswith("obj"):
            return n if self.draft.indefinite(self.draft.nodes[n].chunk) else -1
        if self._governed_act(predicate, n):
            return n
        return self._undergone(n) if predicate.passive else -1

    def _governed_act(self, predicate: Predicate, n: int) -> bool:
        """Return whether a finite verb describes an indefinite thing right before it ("in a raid [that] hit X")."""
        draft, chunk = self.draft, self.draft.nodes[n].chunk
        if chunk is None or not self.draft.indefinite(chunk) or not draft.finite(predicate):
            return False
        if chunk.preposition and any(draft.violent(draft.predicates[k]) for k in draft.nouns_in(chunk)[:1]):
            return True
        thing = not chunk.mentions and self.draft.row[chunk.head].kind == "nominal"
        return thing and predicate.feature.person in ("3ms", "3fs") and self._claimed(n)

    def _undergone(self, n: int) -> int:
        """Return the first node of the run of phrases that ends at node `n` if it is a bare action noun, else -1."""
        nodes, row = self.draft.nodes, self.draft.row
        while n >= 0 and (chunk := nodes[n].chunk) is not None:
            if row[chunk.head].kind in ("nominal", "trigger"):
                return n if chunk.preposition and self.draft.indefinite(chunk) else -1
            if not chunk.preposition:
                return -1
            n -= 1 if nodes[n - 1].kind != "prep" else 2
        return -1

    def _antecedent(self, predicate: Predicate, n: int, told: frozenset[str]) -> Chunk | None:
        """Return the noun phrase before the relative pronoun at node `n`, places behind a meeting or deal left out.

        Of "the exercise of the bloc, which Peru hosted" it is the one that the verb asks for; of "the pact with Peru,
        which lapsed" it is that of which the verb can be `told`, in the slots named.
        """
        before = [node.chunk for node in reversed(self.draft.nodes[:n]) if node.kind not in _BEFORE_RELATIVE]
        chunk, outer = (*before, None, None)[:2]
        if chunk is None or outer is None:
            return chunk
        if chunk.preposition in _OF and asks_for(self.draft, predicate, outer):
            return outer
        if chunk.preposition in _SIDES:
            nearer = asks_for(self.draft, predicate, chunk, told)
            return chunk if nearer or not asks_for(self.draft, predicate, outer, told) else outer
        if chunk.preposition not in _PLACING or chunk.nouns or not outer.nouns:
            return chunk
        return outer if all(mention.kind in ("capital", "place", "state") for mention in chunk.mentions) else chunk

    def _object_relative(self, predicate: Predicate, n: int) -> None:
        """Take what stands before a relative pronoun at node `n`, or there, as object of a verb with a subject."""
        marked = n >= 0 and self.draft.nodes[n].kind == "rel"
        chunk = self._antecedent(predicate, n, _UNDERGOES) if marked else self._unmarked(predicate, n)
        if marked or chunk is not None:
            predicate.relation = "relative"
        if chunk is not None:
            governed = marked and self.draft.nodes[n - 1].kind == "prep"
            slot = self.draft.row[self.draft.nodes[n - 1].k].role if governed else "obj"  # "with which it signed X"
            predicate.arguments.setdefault(slot, self.arguments.make(slot, chunk))

    def _unmarked(self, predicate: Predicate, n: int) -> Chunk | None:
        """Return the thing that a clause without relative pronoun describes ("the pact (that) it signed"), or None."""
        if n < 0 or self.draft.verb_first or "obj" in predicate.arguments or not self.draft.finite(predicate):
            return None
        that = self.draft.nodes[n].kind == "comp" and self.draft.row[self.draft.nodes[n].k].role == "that"
        chunk = self.draft.nodes[n - 1 if that else n].chunk
        if chunk is None or chunk.mentions:
            return chunk if chunk is not None and done_to_people(self.draft, predicate, n - that) else None
        harm = not chunk.preposition and "violence" in chunk_classes(chunk, self.draft.row)
        taking = any(self.draft.takes_clause(self.draft.predicates[k]) for k in self.draft.nouns_in(chunk))
        if taking and not harm and (that or not asks_for(self.draft, predicate, chunk)):
            return None  # but "the agreement it signed"
        if chunk.preposition and not any(node.kind == "verb" for node in self.draft.nodes[:n]):
            return None  # "under the deal X undertook to ..." opens the sentence
        items = self.draft.row[chunk.k : chunk.end]
        nouns = (item.span.find("nominal") for item in items if item.span is not None)
        told = {*(noun.entry.value for noun in nouns if noun is not None), *(item.value for item in items)}
        held = "meeting" in told and predicate.pos == "light"  # "the talks he had held with X"
        return chunk if harm or held or told & {*_DESCRIBED, "the-treaty"} else None
