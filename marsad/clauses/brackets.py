"""Clauses that stand inside one another, in languages that end a clause with its verb."""

import msgspec

from marsad.clauses.beside import told_anew
from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk, Node

_OPENERS = frozenset({"comp", "rel", "sub"})
# The subordinator without which what stands in the main clause will not be.
_ONLY_IF = "only-if"
# What a noun ends with of which the relative clause behind it tells ("بودجه‌ای که").
_OF_WHICH = "ی"
_COMING = frozenset({"planned", "demanded"})


class Bracket(msgspec.Struct, gc=False):
    """One clause while it is read: the nodes since its last verb, and its verbs so far.

    `relation` is `main content relative adverbial`, `governor` the predicate in whose content it stands (-1: none),
    `under` its subordinator, `antecedent` what a relative clause belongs to. `whole` holds the nodes of the clause
    before its last verb, `comma` whether a comma stands among the newest nodes, `condition` the "only if" of a clause
    inside it (-1: none), `subject` who may act in a relative clause of an object that has its mark: the subject of the
    clause around.
    """

    relation: str = "main"
    governor: int = -1
    under: str = ""
    antecedent: Chunk | None = None
    nodes: list[int] = msgspec.field(default_factory=list)
    verbs: list[int] = msgspec.field(default_factory=list)
    comma: bool = False
    condition: int = -1
    subject: Chunk | None = None


class Brackets:
    """The clauses that are open at one place of a sentence, the innermost last."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.open = [Bracket()]
        self.verbs_left = sum(node.kind == "verb" for node in draft.nodes)
        self._colons = ":" in draft.sentence.tokens

    @property
    def inner(self) -> Bracket:
        """Return the innermost open clause."""
        return self.open[-1]

    def opens(self, n: int) -> bool:
        """Return whether node `n` begins a clause inside the one that is open, and let it begin."""
        node = self.draft.nodes[n]
        if self.verbs_left and node.kind in _OPENERS:
            self._begin(n, node)
            return True
        return node.kind in _OPENERS or (node.kind == "punct" and self.draft.sign(node, ":") and self._colon())

    def _colon(self) -> bool:
        """Return whether a colon opens what the verb before it says, and let that begin."""
        inner = self.inner
        if self.verbs_left and self._speaker() >= 0 and not inner.nodes:
            self.open.append(Bracket("content", self._speaker()))
            return True
        if len(self.open) == 1 and not inner.verbs:
            inner.nodes = []  # whose words a headline tells is no subject of theirs
        return False

    def add(self, n: int) -> None:
        """Put node `n` into the clause that it belongs to: one whose verb is said is left for one that waits for it."""
        node = self.draft.nodes[n]
        if node.kind == "punct":
            if self.draft.sign(node, ";؛") and self.open[0].verbs:
                del self.open[1:]  # what follows is told beside the first clause, whatever was said in it
            self.inner.comma = self.inner.comma or self.draft.sign(node, ",،;؛")
            return
        self._leave_said(node)
        self.inner.nodes.append(n)

    def verb(self, predicate: Predicate) -> Bracket:
        """Return the clause that the next verb ends: of what is asked where a subjunctive follows at once."""
        if self.inner.verbs and not self.inner.nodes:
            listed = self.inner.comma  # "could condemn, recall ..."
            asked = self._speaker() if predicate.feature.form == "jussive" and not listed else -1
            going_on = asked >= 0 and self._waiting() and self.verbs_left > self._waiting()
            if going_on or (not self._return_to_waiting() and asked >= 0):
                self.draft.predicates[asked].clause = True
                self.open.append(Bracket("content", asked))
        self.verbs_left -= 1
        return self.inner

    # Where a clause begins

    def _begin(self, n: int, node: Node) -> None:
        if node.kind == "sub" and not self._purpose(node):
            self._leave_said(node)
            role = self.draft.row[node.k].role
            if role == _ONLY_IF:
                self.inner.condition, role = node.k, "if"
            self.open.append(Bracket("adverbial", self.inner.governor, role))
            return
        governor = self._speaker() if not self.inner.nodes else self._noun(node.kind == "comp")
        awaited = self._awaited()
        if awaited:
            self.open.append(Bracket("adverbial", self.inner.governor, awaited))
        elif governor >= 0:
            self.draft.predicates[governor].clause = True
            self.open.append(Bracket("content", governor))
        elif self._nearest() and node.kind == "rel":
            self._relative(self._nearest()[0])
        else:
            self.open.append(Bracket(self.inner.relation, self.inner.governor, verbs=self._said_of()))

    def _opening(self, bracket: Bracket, before: int) -> Chunk | None:
        """Return the noun phrase without preposition that opens a clause and stands before another, None for none."""
        chunks = (self.draft.nodes[n].chunk for n in bracket.nodes if n < before)
        return next((c for c in chunks if c is not None and not c.preposition and c.mentions), None)

    def _said_of(self) -> list[int]:
        """Return "is" before "that", whose subject does what follows ("تنها کشوری بود که امضا کرد"), as a list."""
        last = self.inner.verbs[-1:] if not self.inner.nodes else []
        return [n for n in last if self.draft.row[self.draft.predicates[n].k].is_function("copula")]

    def _awaited(self) -> str:
        """Return the subordinator that "that" completes ("تنها در صورتی می‌آید که ..."), empty where it does not."""
        verbs = [bracket.verbs[-1] for bracket in self.open if bracket.verbs] if not self.inner.nodes else []
        found = [p.condition for p in map(self.draft.predicates.__getitem__, verbs) if p.condition >= 0]
        item = self.draft.row[found[-1]] if found else None
        return item.role if item is not None and item.is_function("correlative") else ""

    def _purpose(self, node: Node) -> bool:
        """Return whether "so that" right behind a verb of saying opens what is asked for ("خواست تا ...")."""
        if self.inner.nodes or self._speaker() < 0:
            return False
        verb = next((p for p in self.draft.predicates if p.k > node.k and p.pos != "noun"), None)
        role, said = self.draft.row[node.k].role, self.draft.predicates[self._speaker()].senses
        told = any(self.draft.inventory.concepts[sense.concept].content == "same" for sense in said)
        if verb is not None and verb.feature.negated and told:
            return False  # "گفت تا تحریم‌ها را لغو نکند ..."
        return role == "so-that" or (role == "until" and verb is not None and verb.feature.form == "jussive")

    def _antecedent(self, n: int) -> Chunk | None:
        """Return what a relative clause behind node `n` belongs to: who stands before it where it only tells which."""
        chunk, before = self.draft.nodes[n].chunk, self.draft.nodes[n - 1].chunk if n else None
        if self._dates(n, before):
            return before
        if chunk is None or before is None:
            return self._people_of_act(chunk) or chunk
        tells = self.situates(before, chunk) or self._whose_office(before, chunk)
        return before if tells else self._people_of_act(chunk) or chunk

    def _dates(self, n: int, thing: Chunk | None) -> bool:
        """Return whether a time at node `n` tells which of several things is meant ("آتش‌بس ماه ژوئیه که ...")."""
        node = self.draft.nodes[n]
        return node.kind == "time" and thing is not None and not thing.mentions and thing.end == node.k

    def _whose_office(self, office: Chunk, chunk: Chunk) -> bool:
        """Return whether unknown words right behind an office tell of what it is ("فرماندار ایالت که ..."), no thing of
        which the clause tells ("وزیر بودجه‌ای که").
        """
        if office.end != chunk.k or chunk.preposition or self.draft.signs[chunk.end - 1].endswith(_OF_WHICH):
            return False
        holders = [m for m in office.mentions if m.title_kind == "office" and not (m.person or m.country)]
        unknown = all(self.draft.row[k].kind == "word" for k in range(chunk.k, chunk.end))
        return unknown and len(holders) == len(office.mentions) == 1

    def _people_of_act(self, chunk: Chunk | None) -> Chunk | None:
        """Return the people that an act is done to where they end its phrase ("بازداشت معترضانی که ..."), else None."""
        last = self.draft.row[chunk.end - 1].mention if chunk is not None and chunk.nouns else None
        if chunk is None or last is None or last not in chunk.modifiers or last.title_kind != "people":
            return None
        return Chunk(chunk.end - 1, chunk.end, chunk.end - 1, chunk.preposition, [last], [], [])

    def situates(self, people: Chunk, chunk: Chunk) -> bool:
        """Return whether a site or unknown words right behind people tell which ("کارگران فرودگاه استانبول را")."""
        behind = people.end == chunk.k and not chunk.preposition
        if not behind or not any(mention.title_kind == "people" for mention in people.mentions):
            return False
        known = self.draft.row[chunk.head].known
        site = known is not None and known.entry.kind == "nominal" and known.entry.value == "site"
        return site or not (chunk.mentions or chunk.modifiers or chunk.nouns or known is not None)

    def _relative(self, n: int) -> None:
        """Let a relative clause begin behind the noun phrase at node `n`; behind anything else "that" says nothing."""
        chunk, outer = self._antecedent(n), self.inner
        if chunk is None:
            return
        marked = self.draft.nodes[outer.nodes[-1]].kind == "mark"
        subject = self._opening(outer, n) if marked else None
        self.open.append(Bracket("relative", outer.governor, antecedent=chunk, subject=subject))

    def _speaker(self) -> int:
        """Return the last verb of the innermost clause where it takes a clause, -1 otherwise."""
        last = self.inner.verbs[-1] if self.inner.verbs else -1
        if last < 0 or not self.draft.takes_clause(self.draft.predicates[last]):
            return -1
        return -1 if self._colons and told_anew(self.draft, self.draft.predicates[last]) else last

    def _noun(self, anywhere: bool) -> int:
        """Return the action noun whose content follows: in the phrase just before, or `anywhere` in the clause."""
        nodes = self.inner.nodes if anywhere else self._nearest()
        marked = not anywhere and nodes != self.inner.nodes[-1:]
        for n in reversed(nodes):
            chunk = self.draft.nodes[n].chunk
            for number in reversed(self.draft.nouns_in(chunk)) if chunk is not None else ():
                noun, head = self.draft.predicates[number], chunk.head if chunk is not None else -1
                told = self.draft.takes_clause(noun) and not (not anywhere and self._of_which(noun))
                if told and (not marked or (noun.k == head and self._says(noun))):
                    return number
        return -1

    def _says(self, noun: Predicate) -> bool:
        """Return whether a noun is what somebody says ("این ادعا را که ..."): other objects have a relative clause."""
        concepts = (self.draft.inventory.concepts[sense.concept] for sense in noun.senses)
        return any(concept.shape == "saying" or concept.content == "alleged" for concept in concepts)

    def _of_which(self, noun: Predicate) -> bool:
        """Return whether the ending of a noun of what is to come says that a clause tells which it is ("توافقی که")."""
        concepts = (self.draft.inventory.concepts[sense.concept] for sense in noun.senses)
        coming = any(concept.content in _COMING for concept in concepts)
        return coming and self.draft.signs[noun.k].endswith(_OF_WHICH)

    def _nearest(self) -> list[int]:
        """Return the last node of the innermost clause, an object mark left out ("زنانی را که ..."), as a list."""
        return [n for n in self.inner.nodes if self.draft.nodes[n].kind != "mark"][-1:]

    def goes_on_from(self, bracket: Bracket) -> int:
        """Return the verb before an adverbial clause behind it whose subject that shares ("..., زیرا کمک فرستاده است"),
        -1 where the clause stands before or belongs to a noun.
        """
        at = self.open.index(bracket)
        around = self.open[at - 1] if at and bracket.relation == "adverbial" else bracket
        return around.verbs[-1] if around is not bracket and around.verbs and not around.nodes else -1

    def resumed(self, bracket: Bracket) -> bool:
        """Return whether a pronoun in a relative clause stands for what it belongs to ("نشستی که در آن شرکت کرد")."""
        chunks = (self.draft.nodes[n].chunk for n in bracket.nodes)
        return any(c is not None and c.preposition and self.draft.row[c.head].is_function("pron") for c in chunks)

    def told_of(self, bracket: Bracket) -> Chunk | None:
        """Return who opens the clause around an adverbial one before its verb ("پرو با اینکه عضو است، ...")."""
        at = self.open.index(bracket)
        around = self.open[at - 1] if at and bracket.relation == "adverbial" else bracket
        waits = around is not bracket and not around.verbs and around.nodes
        return self._opening(around, len(self.draft.nodes)) if waits else None

    def acted(self, bracket: Bracket, predicate: Predicate) -> bool:
        """Return whether the subject of a verb before it, or who opens the clause around, acts in a clause too: of the
        clause around where the verb is done to the thing that it has.
        """
        if bracket.verbs:
            return True
        thing = predicate.arguments.get("obj")
        wanted = predicate.asked("obj") & thing.classes if thing is not None else None
        return bool(wanted) and self.told_of(bracket) is not None

    # Where a clause ends

    def _leave_said(self, node: Node) -> None:
        """Leave a clause whose verb is said: for one that still waits for its verb, or for what was said with it."""
        inner = self.inner
        if not inner.verbs or inner.nodes:
            return
        if node.kind == "conj" and self.verbs_left > self._waiting():
            return
        still = bool(self._waiting()) and self._still_said(node)
        if still or (not self._return_to_waiting() and self.verbs_left and self._goes_on(node)):
            self.draft.predicates[inner.verbs[-1]].clause = True
            self.open.append(Bracket("content", inner.verbs[-1]))

    def _still_said(self, node: Node) -> bool:
        """Return whether the content of the last verb follows though a clause around waits for its verb: something is
        to be done ("معترضانی که سعی داشتند وارد شوند، رفتند"), or something else with an object mark is done besides.
        """
        if self._speaker() < 0 or self.inner.comma or self.verbs_left <= self._waiting():
            return False
        verb = next((p for p in self.draft.predicates if p.k > node.k and p.pos != "noun"), None)
        if verb is not None and verb.feature.form == "jussive":
            return True
        if verb is None or not any(item.is_function("mark") for item in self.draft.row[node.k : verb.k]):
            return False
        waiting = (n for bracket in self.open[:-1] if not bracket.verbs for n in bracket.nodes)
        return any(self.draft.nodes[n].kind == "mark" for n in waiting)

    def _goes_on(self, node: Node) -> bool:
        """Return whether the content of the last verb follows without "that": behind a time only what shall be done."""
        told = node.kind != "conj" and (node.kind != "time" or self._next_form(node) == "jussive")
        return told and self._speaker() >= 0 and not self.inner.comma

    def _next_form(self, node: Node) -> str:
        """Return the form of the first verb behind a node, empty for none."""
        return next((p.feature.form for p in self.draft.predicates if p.k > node.k and p.pos != "noun"), "")

    def _waiting(self) -> int:
        return sum(not bracket.verbs for bracket in self.open[:-1])

    def _return_to_waiting(self) -> bool:
        """Leave the innermost clauses up to one without its verb; return whether there was one."""
        if not self._waiting():
            return False
        while self.inner.verbs:
            self.open.pop()
        return True
