"""Status of a clause: its own polarity, tense and modality under what governs it."""

import datetime

from marsad.clauses.model import Parse, Predicate
from marsad.inventory import Concept
from marsad.model.values import Interval, Status
from marsad.records.ages import began_years_before, gone_by, still_ahead, years_before
from marsad.records.denied_content import denied_in
from marsad.records.forgone import lent, not_forgone
from marsad.records.governing import declines, not_excluded, open_question, told_at
from marsad.records.infinitives import open_status, said_by_doing
from marsad.records.occasions import set_ahead, to_be_attended
from marsad.records.outright import AHEAD, said_now
from marsad.records.unreal import comes_then, entrusted, foreseen, only_meant, to_follow, to_meet, undone, way_to

# The stronger of two statuses stands: what is denied stays denied whoever plans it.
STRENGTH: dict[str, int] = {
    "actual": 0, "historical": 1, "alleged": 2, "planned": 3, "possible": 4, "conditional": 5, "demanded": 6,
    "negated": 7, "denied": 8,
}  # fmt: skip
_MODAL: dict[str, Status] = {
    "possible": "possible", "obliged": "demanded", "due": "demanded", "conditional": "conditional",
    "alleged": "alleged", "planned": "planned", "missed": "conditional", "nearly": "negated", "unmet": "negated",
    "was-to": "planned",
}  # fmt: skip

# The modals of duty; that of `DUE` may tell also what is planned for a day ("должны подписать договор в мае").
DUE = "due"
DUTY = frozenset({"obliged", DUE})
SET = frozenset({"demanded", "planned"})
# What an accepted invitation is to is to come, not only offered.
ACCEPTED, INVITATION = "accept-invitation", "invitation"
# Prepositions of what was not done.
LEFT_OUT = frozenset({"without", "instead-of"})
# Types of what keeps somebody from doing something.
HINDERING = frozenset({"COERCE", "SANCTION", "REJECT"})
# So many words at most stand between such a preposition and the act.
_WORDS = 3
# How an infinitive that tells a plan stands: it completes a verb, or its sentence is somebody's words.
TO_DO = frozenset({"inf", "content"})
# Nouns of what is to be done.
INTENTS = frozenset({"proposal", "offer"})
# Steps of membership, and where they are told in the present tense as still to come.
MEMBERSHIP_STEPS, SAID = frozenset({"leave", "join"}), frozenset({"content", "relative"})
# Who stops doing something does not refuse to.
CEASE = "cease"
# Subordinators of what something depends on.
DEPENDING = frozenset({"if", "unless", "until", "while", "provided"})
# What is refused already where it is said that it will be.
REFUSALS = frozenset({"refuse", "refuse-yield", "refuse-aid", "exclude"})
# The act of saying that something is so, without which it may be otherwise, and those of telling it first.
CONFIRM, TELLING = "confirm", frozenset({"announce", "declare", "report"})
# Acts of saying: what somebody has not said may be or not be.
SAYING = TELLING | {"say", "tell", "write", "mention", "specify"}
# The act of not commenting, of which the same holds.
DECLINING = "decline-comment"
# Words of opinion and claim: who blames or praises somebody in them does so.
OPINED = frozenset({"possible", "alleged"})
# What is asked for or still to come; of the things in it a clause in the past tense tells what was so before.
ASKED, BEFORE = AHEAD | {"demanded"}, frozenset({"past", "have", "participle"})
# Subordinators of what has to come first, and words that tell that the rest is still to come.
AWAITED = frozenset({"after", "until", "once", "as-soon-as", "before"})
TO_COME = frozenset({"future", "neg", "modal"})


def clause_status(predicate: Predicate) -> Status:
    """Return the status a clause has by itself."""
    if predicate.negated:
        open_still = predicate.under == "if" and predicate.modal == "conditional" and predicate.pos != "noun"
        return "conditional" if open_still else "negated"
    if predicate.modal in _MODAL:
        return _MODAL[predicate.modal]
    if predicate.tense == "future":
        return "planned"
    return "actual"


def carried_status(parse: Parse, predicate: Predicate) -> Status:
    """Return the status of an action noun or verb together with the light verb that carries it."""
    own = clause_status(predicate)
    if predicate.light >= 0:
        own = stronger(own, lent(parse.predicates[predicate.light], clause_status))
    return own


def stronger(first: Status, second: Status) -> Status:
    """Return the stronger of two statuses."""
    return first if STRENGTH[first] >= STRENGTH[second] else second


def intent(parse: Parse, predicate: Predicate) -> int:
    """Return the item of the noun that an infinitive tells the plan of ("condemned their plan to leave"), else -1."""
    k = predicate.k - 2
    noun = parse.items[k] if k >= 0 and predicate.relation in TO_DO else None
    link = parse.items[k + 1].is_function("prep", "to") if noun is not None else False
    readings = noun.span.readings if noun is not None and link and noun.span is not None else ()
    return k if any(r.entry.kind == "nominal" and r.entry.value in INTENTS for r in readings) else -1


# The concept of those who speak for something.
FAVOUR = "endorse"
# Types of acts that are none until they are done.
ONCE_DONE = frozenset({"RETREAT", "CONCEDE", "AID", "AGREE", "COERCE", "SANCTION"})


class StatusReader:
    """Statuses in one sentence; `concepts` names the concept each predicate was read as."""

    def __init__(self, parse: Parse, concepts: dict[int, Concept]) -> None:
        self.parse, self.concepts = parse, concepts
        self._chains: dict[int, list[tuple[Predicate, Concept]]] | None = None

    def settle(self) -> None:
        """Note that all predicates are read: what governs each, asked for six times a record, stays as it is."""
        self._chains = {}

    def status(self, predicate: Predicate, when: Interval | None, published: datetime.date | None) -> Status:
        """Return the status of what a predicate reports, with all that governs it taken into account."""
        status = stronger(carried_status(self.parse, predicate), self._begun(predicate))
        status = self._set_for(predicate, status, when, published) if status in SET else status
        status = self._meant(predicate) if status == "actual" else status
        status = stronger(status, self._aside(predicate))
        above = self._binding(predicate)
        accepted = any(concept.name == ACCEPTED for _, concept in above)
        for governor, concept in above:
            status = stronger(status, self._unconfirmed(predicate, governor, concept))
            ended = concept.name == CEASE and self._meets(predicate)  # who ends a visit has made it
            content = "possible" if not_excluded(governor, concept) else concept.content
            if content == "historical" and predicate.tense == "present":
                continue  # "recalled that it remains a member"
            if content != "same" and not ended and not (accepted and concept.noun_class == INVITATION):
                status = stronger(status, content)  # type: ignore[arg-type]
            asserted = content == concept.content and (concept.shape != "saying" or content in AHEAD)
            if asserted and clause_status(governor) == "negated":
                status = stronger(status, "possible" if open_question(predicate, concept) else "negated")
        if any(governor.pos == "noun" and self._false(governor) for governor, _ in above):
            status = stronger(status, "denied")
        if status == "actual" and (unmade := self._unmade(predicate, when, published)):
            return unmade
        opening = predicate.under == "when" and began_years_before(when, published)
        old = predicate.tense != "present" and years_before(when, published)  # "accuses X of an attack in 1982"
        if status == "actual" and (opening or old):
            return "historical"
        if status == "actual" and self._to_come(predicate) and still_ahead(when, published):
            return "planned"
        return status

    def _unmade(self, predicate: Predicate, when: Interval | None, published: datetime.date | None) -> Status | None:
        """Return the status of what is waited for, set for a day ahead or not to be done, None of anything else."""
        if waiting := self._waiting(predicate):
            return waiting
        if self._on_eve(predicate) and not gone_by(when, published):
            return "planned"
        return self._undone(predicate)

    def _to_come(self, predicate: Predicate) -> bool:
        """Return whether it is still to come if its day is: "are meeting", "announced the exit of X from 31 May"."""
        return predicate.tense == "progressive" or (predicate.pos == "noun" and self._steps(predicate))

    def _meant(self, predicate: Predicate) -> Status:
        """Return the status of what is only meant to be or tried, else actual."""
        if intent(self.parse, predicate) >= 0:
            return "planned" if predicate.relation == "inf" else "possible"
        return "planned" if self._attempted(predicate) else "actual"

    def _attempted(self, predicate: Predicate) -> bool:
        """Return whether somebody only tries what is none until it is done ("is trying to lift the sanctions"): an
        attempted attack is one.
        """
        own = self.concepts.get(predicate.number) if predicate.modal == "attempted" else None
        return own is not None and not ONCE_DONE.isdisjoint(own.event_types)

    def _unconfirmed(self, predicate: Predicate, governor: Predicate, concept: Concept) -> Status:
        """Return the status lent by a verb that says that somebody did not confirm it, or did not announce the act that
        a noun names, or that they would have it done ("backed lifting the ban"); attendance has its own words.
        """
        if predicate.relation == "gerund" and concept.name == FAVOUR:
            return "possible"
        if predicate.pos == "noun" and concept.act == "announce" and clause_status(governor) == "planned":
            return "planned"  # "will announce the ban of X"
        if self._meets(predicate) or not (governor.negated or concept.act == DECLINING):
            return "actual"
        told = concept.act in TELLING and any(a.head == predicate.k for a in governor.all("about"))
        return "possible" if told or concept.act == CONFIRM or self._unsaid(predicate, governor, concept) else "actual"

    def _unsaid(self, predicate: Predicate, governor: Predicate, concept: Concept) -> bool:
        """Return whether a verb tells that somebody did not say something ("has not said that it leaves"): whoever did
        not say why, when or how, tells of what is so.
        """
        if concept.act not in {*SAYING, DECLINING} or concept.shape != "saying" or predicate.relation != "content":
            return False
        between = self.parse.items[governor.k : predicate.k]
        return not any(item.is_function("question") and not item.is_function("comp", "whether") for item in between)

    def _still_to_step(self, predicate: Predicate) -> bool:
        """Return whether a present tense tells a step of membership as somebody's words, or of a day to come ("wrote
        that it leaves the body", "the day on which it joins").
        """
        told = predicate.tense == "present" and predicate.pos == "verb" and predicate.relation in SAID
        return told and self._steps(predicate)

    def _steps(self, predicate: Predicate) -> bool:
        """Return whether a verb tells a step into a body or out of one."""
        own = self.concepts.get(predicate.number)
        return own is not None and own.name in MEMBERSHIP_STEPS

    def _binding(self, predicate: Predicate) -> list[tuple[Predicate, Concept]]:
        """Return the governors that lend their status: to blame and praise none of opinion, claim or quoted promise."""
        own, above = self.concepts.get(predicate.number), self.governors(predicate)
        if above and predicate.relation == "relative" and predicate.tense in BEFORE:
            above = [pair for pair in above if pair[1].content not in ASKED]  # "asked for the truce that X proposed"
        if above and self._meets(predicate) and told_at(predicate, above[0][0]):
            above = above[1:]
        if above and said_now(predicate, own, above[0][0]):
            return [(governor, concept) for governor, concept in above if concept.content not in AHEAD]
        if own is None or not own.speaker:
            return above
        return [(governor, concept) for governor, concept in above if concept.content not in OPINED]

    def _waiting(self, predicate: Predicate) -> Status | None:
        """Return the status of what is waited for, of a meeting also that something is put off until it."""
        if predicate.pos == "noun" and self._meets(predicate):
            until = (a for p in self.parse.predicates if p.pos == "verb" for a in p.all("until"))
            if any(a.predicate == predicate.number or a.k <= predicate.k < a.end for a in until):
                return "planned"
        return "conditional" if self._awaited(predicate) else None

    def _on_eve(self, noun: Predicate) -> bool:
        """Return whether a noun names a meeting before which something is told or at which it will be done, or one that
        is set for a day ahead.
        """
        if noun.pos != "noun" or not self._meets(noun):
            return False
        verbs = [verb for verb in self.parse.predicates if verb.pos == "verb"]
        ahead = [verb for verb in verbs if clause_status(verb) == "planned"]
        there = any(a.predicate == noun.number for verb in ahead for a in (*verb.all("at"), *verb.all("during")))
        before = there or any(a.predicate == noun.number for verb in verbs for a in verb.all("before"))
        return before or set_ahead(self.parse.items, noun) or to_be_attended(self.parse, noun, self.concepts)

    def _refuses(self, predicate: Predicate) -> bool:
        """Return whether somebody says that they will refuse, which they do by that."""
        own = self.concepts.get(predicate.number)
        return own is not None and own.name in REFUSALS and predicate.tense == "future"

    def _set_for(
        self, predicate: Predicate, status: Status, when: Interval | None, published: datetime.date | None
    ) -> Status:
        """Return the status of what must or will be done: planned where a day is set for it, a refusal as actual."""
        if status == "demanded" and predicate.modal == DUE and still_ahead(when, published) and self._dated(predicate):
            return "planned"
        return "actual" if status == "planned" and self._refuses(predicate) else status

    def _dated(self, predicate: Predicate) -> bool:
        """Return whether a verb tells what days are set for: a treaty, a meeting, a step of membership."""
        own = self.concepts.get(predicate.number)
        return own is not None and (own.name in MEMBERSHIP_STEPS or own.makes("agreement") or own.makes("meeting"))

    def _meets(self, predicate: Predicate) -> bool:
        concept = self.concepts.get(predicate.number)
        return concept is not None and concept.makes("meeting")

    def _false(self, noun: Predicate) -> bool:
        """Return whether an adjective says that what a noun tells is not so ("reports that X left are false")."""
        inside = {noun.number, *(p.number for p in self.parse.predicates if p.parent == noun.number)}
        told = (p for p in self.parse.predicates if p.pos == "adj" and p.parent in inside)
        return any(p.number in self.concepts and self.concepts[p.number].content == "denied" for p in told)

    def _awaited(self, predicate: Predicate) -> bool:
        """Return whether something is to follow only after it ("will not be possible until X lifts the ban")."""
        if predicate.under not in AWAITED or predicate.tense not in ("present", "have"):
            return False
        return any(item.kind == "function" and item.value in TO_COME for item in self.parse.items[: predicate.k])

    def _undone(self, predicate: Predicate) -> Status | None:
        """Return the status of an act that a preposition before it says not to be done, None where none does."""
        return "negated" if self._left_out(predicate) else "possible" if self._nearly(predicate) else None

    def _left_out(self, predicate: Predicate) -> bool:
        """Return whether an act is what something went without ("closed its summit without admitting X")."""
        row, k = self.parse.items, predicate.k - 1
        that = k > 0 and row[k].kind == "function" and row[k].is_function("comp", "that")  # "بدل أن تعتذر"
        if not that and predicate.pos != "noun" and predicate.tense not in ("gerund", "base", "participle"):
            return False
        link = k - row[k].is_function("aux")  # "blocked it from being adopted"
        if predicate.relation == "gerund" and row[link].is_function("prep", "from") and self._kept(predicate):
            return True
        k -= that
        while k > 0 and predicate.k - k < _WORDS and (row[k].kind == "word" or row[k].value in ("adv", "aux")):
            k -= 1
        return k >= 0 and row[k].is_function("prep") and row[k].role in LEFT_OUT

    def _nearly(self, predicate: Predicate) -> bool:
        """Return whether somebody is only near to doing something ("close to signing a pact")."""
        gerund = predicate.feature.form == "gerund" and predicate.k > 0
        return gerund and self.parse.items[predicate.k - 1].is_function("prep", "near")

    def _kept(self, gerund: Predicate) -> bool:
        """Return whether somebody is kept from doing what a gerund tells ("barred by the court from signing it")."""
        above = self.concepts.get(gerund.parent)
        return above is not None and not HINDERING.isdisjoint(above.event_types)

    def _aside(self, predicate: Predicate) -> Status:
        """Return the status lent to what is only talked about, or the way to something that is still to come."""
        if only_meant(self.parse, predicate):
            return "possible"
        follows = to_follow(self.parse, predicate) or comes_then(self.parse, predicate, self.concepts)
        coming = follows and predicate.tense in ("present", "base")
        if coming or self.aim(predicate) or self._still_to_step(predicate):
            return "planned"
        if self._meets(predicate) and (to_meet(self.parse, predicate) or entrusted(self.parse, predicate)):
            return "planned"
        if not self._meets(predicate) and foreseen(self.parse, predicate):
            return "planned"
        if (purpose := way_to(self.parse, predicate)) is not None:
            return clause_status(purpose)
        return open_status(self.parse, predicate, self.concepts)

    def aim(self, predicate: Predicate) -> bool:
        """Return whether an infinitive behind "that" tells what something is done for ("чтобы свергнуть X"), no words
        that are said by doing it ("called X in order to thank Y").
        """
        verb = predicate if predicate.light < 0 else self.parse.predicates[predicate.light]
        if verb.relation != "inf" or verb.under != "that":
            return False
        own, above = self.concepts.get(predicate.number), self.concepts.get(verb.parent)
        if own is not None and said_by_doing(own):
            return False
        return above is None or not above.takes_clause

    def _begun(self, predicate: Predicate) -> Status:
        """Return the status that verbs of no meaning lend the infinitive which completes them ("will begin to ..."),
        and others the purpose of what is still to come ("will summon X to protest").
        """
        if predicate.relation not in ("inf", "gerund") or predicate.parent < 0:
            return "actual"
        above = self.parse.predicates[predicate.parent]
        status = clause_status(above)
        if above.modal == "attempted" and "obj" in above.arguments:
            status = stronger(status, "possible")  # "tried to persuade Chile to sign"
        if predicate.parent in self.concepts:
            telling = self.concepts[predicate.parent]
            same = predicate.relation == "inf" and telling.content == "same"
            unsaid = above.negated and telling.shape == "saying"  # "never issued a statement to condemn it"
            return status if same and (unsaid or status in AHEAD) else "actual"
        return stronger(status, self._begun(above)) if above.number < predicate.number else status

    def refused(self, predicate: Predicate) -> bool:
        """Return whether a clause says that something will not be: denied while still to come, planned or weighed."""
        chain = self.governors(predicate)
        if any(c.content == "negated" and c.name != CEASE and not not_excluded(governor, c) for governor, c in chain):
            return True
        own = predicate if predicate.light < 0 else self.parse.predicates[predicate.light]
        tried = own.k > 0 and self.parse.items[own.k - 1].is_function("aux", "seem")
        if own.under in DEPENDING or tried:
            return False  # "threatened A with sanctions if it does not help", "did not manage to leave"
        if own.negated and own.tense == "present" and own.pos == "verb" and self._steps(predicate):
            return True  # "из союза Армения не выходит"
        if not chain:
            return own.negated and own.tense == "future"
        denied = any(concept.content == "denied" for _, concept in chain)
        ahead = any(concept.content in AHEAD for _, concept in chain)
        if (denied and intent(self.parse, predicate) >= 0) or undone(own, chain):
            return True  # "denied any plan to leave"
        if ((own.negated or denied) and own.tense == "future") or (own.negated and ahead):
            return True
        if own.negated and own.feature.form == "gerund" and chain and self._steps(predicate):
            return True  # "told the court that it was not leaving"
        return any(c.content in AHEAD and (denied or declines(governor)) for governor, c in chain)

    def demanded(self, predicate: Predicate) -> bool:
        """Return whether somebody demands it, so that it tells nothing of what is ("urged Peru not to leave")."""
        return any(concept.content == "demanded" for _, concept in self.governors(predicate))

    def governors(self, predicate: Predicate) -> list[tuple[Predicate, Concept]]:
        """Return the predicates in whose content a predicate stands, innermost first, with their concepts."""
        if self._chains is None:
            return self._above(predicate)
        if (known := self._chains.get(predicate.number)) is None:
            known = self._chains[predicate.number] = self._above(predicate)
        return known

    def _carried(self, predicate: Predicate) -> Predicate:
        """Return the light verb that carries a noun where it tells in whose content that stands, else the noun."""
        carrier = self.parse.predicates[predicate.light] if predicate.light >= 0 else predicate
        return carrier if predicate.parent < 0 or carrier.parent >= 0 else predicate

    def _above(self, predicate: Predicate) -> list[tuple[Predicate, Concept]]:
        found: list[tuple[Predicate, Concept]] = []
        start = self._carried(predicate)
        start = (way_to(self.parse, start) if start.parent < 0 else None) or start
        parent, steps = start.parent if start.parent >= 0 else denied_in(self.parse, self.concepts, start), 0
        while parent >= 0 and steps < 8:
            governor = self.parse.predicates[parent]
            if parent in self.concepts and not not_forgone(governor, self.concepts[parent]):
                found.append((governor, self.concepts[parent]))
            parent, steps = governor.parent, steps + 1
            parent = parent if parent >= 0 else denied_in(self.parse, self.concepts, governor)
        return found
