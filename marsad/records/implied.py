"""What a sentence implies beside its frames: requests in "must", stances on a condition, the same fate."""

from itertools import takewhile

import msgspec

from marsad.clauses.model import Predicate
from marsad.lexicon.entries import Feature, Known, Sense
from marsad.mentions.items import Item, Mention
from marsad.model.records import Commitment, Event, Record, Stance, Standing
from marsad.records.again import Again
from marsad.records.circumstances import Circumstances
from marsad.records.distinct import others
from marsad.records.frame import Frame
from marsad.records.scene import Scene
from marsad.records.status import DUTY
from marsad.records.templates import Builder

# Subordinators that make what is offered depend on something, and the concept of a stance that does.
# What one is for who says one will do it.
WOULD = frozenset({"SUPPORT", "CONSULT", "COOPERATE", "AID"})
CONDITIONS = frozenset({"if", "only-if", "unless", "provided", "as-long-as", "as-soon-as"})
CONDITIONAL = "conditional-on"
WHETHER = "whether"
# What whose proposal something is thinks of it.
PROPOSES = "proposes"
OBLIGED, YIELD = "must-do", "request-yield"
# The act of assuring somebody, and what it is to assure them of what one will do.
ASSURANCE, PROMISE = "assure", "promise"
# The act of warning, what it is to warn of what one will do oneself, and the types of what threatens others.
WARNING, THREAT = "warn", "threaten"
# The types of what somebody does who yields, and those who act for all.
YIELDING = frozenset({"RETREAT", "CONCEDE"})
OFFICIAL = frozenset({"GOV", "LEG", "PTY", "OPP", "COP", "JUD", "MIL", "SPY"})
AHEAD = frozenset({"future", "present"})
HARSH = frozenset({"COERCE", "SANCTION", "ASSAULT", "MOBILIZE", "THREATEN"})
PAIR = 2
# Those who fight each other, whoever they are.
SIDES = "the-sides"
# Where a party stands that comes to the meetings of a body or does not, and how those attend who don't.
ATTENDS, SKIPS = "attend-meetings", "skip-meetings"
AWAY = frozenset({"absent", "declined"})
# What may meet the fate of another state.
UNDERGOING = frozenset({"state", "capital", "metonym", "title", "person"})


class Implied:
    """Makes the records that no single predicate of a sentence carries."""

    def __init__(self, scene: Scene, again: Again, circumstances: Circumstances, builder: Builder) -> None:
        self.scene, self.again, self.circumstances, self.builder = scene, again, circumstances, builder
        self.subjects = again.subjects

    def records(self) -> list[Record]:
        """Return them all, requests first."""
        predicates, frames = self.scene.parse.predicates, self.scene.frames.values()
        found = [record for p in predicates if p.modal in DUTY for record in self._obliged(p)]
        found += [record for frame in frames for record in self._conditional(frame)]
        binding = [predicate for predicate in predicates if self._binds(predicate)]
        under = binding if binding and self._has_under() else ()
        found += [record for predicate in under for record in self._under_deal(predicate)]
        found += [record for p in predicates if p.condition >= 0 for record in self._depending(p)]
        found += [record for frame in frames for record in self._proposed(frame)]
        found += [record for frame in frames for record in self._foretold(frame)]
        found += [record for frame in frames if "attendance" in frame.concept.keys for record in self._habit(frame)]
        return found + self._same_fate()

    def _obliged(self, predicate: Predicate) -> list[Record]:
        """Return the request in "X says that Y must ..." or "stresses the need for Y to ...": X asks it of Y."""
        speaker = self.scene.frames.get(predicate.parent)
        if speaker is None:
            return []
        asked = self.subjects.subject(predicate) or [m for s in ("gen", "adj") for m in predicate.mentions(s)]
        asking = speaker.of("actor")
        told = [m for m in others(asked, asking, self.scene.sentence.tokens) if m.country or m.sector]
        official = any(m.sector in OFFICIAL for m in asked)  # somebody unknown too says what those must do
        if not (told if asking else official):
            if not asking or not self._of_another(predicate, speaker):
                return []
            asked = []
        sides, name = {"actor": asking, "recipient": asked}, OBLIGED if asked else YIELD
        frame = self._frame(name, speaker.sense.rule, speaker.predicate, sides)
        frame.unnamed = not asking
        return [record for record in self._made(frame, speaker) if isinstance(record, Event)]

    def _of_another(self, predicate: Predicate, speaker: Frame) -> bool:
        """Return whether who must yield is another than who says so: unknown by name, or "he" in their own words."""
        told, subject = self.scene.frames.get(predicate.number), predicate.arguments.get("subj")
        named = subject is not None and not subject.mentions and subject.predicate < 0
        item = self.scene.parse.items[subject.head] if named and subject is not None else None
        named = item is not None and (item.kind == "word" or item.value == SIDES)
        yields = told is not None and not YIELDING.isdisjoint(told.concept.event_types)
        return yields and (named or (speaker.predicate.quoted and subject is None))

    def _conditional(self, frame: Frame) -> list[Record]:
        """Return the stance in "X is ready to ... if ...": for, on a condition."""
        would = frame.predicate.tense == "future" and not WOULD.isdisjoint(frame.concept.event_types)
        willing = would or "AGREE" in frame.concept.event_types or frame.concept.makes("commitment")
        if not willing or frame.predicate.under in {*CONDITIONS, WHETHER}:
            return []  # it is the condition itself
        if frame.predicate.pos == "noun" or not frame.of("actor"):
            return []
        if not any(_conditions(item) for item in self.scene.parse.items):
            return []
        stance = self._frame(CONDITIONAL, frame.sense.rule, frame.predicate, frame.actors)
        stance.nouns = frame.nouns  # the issue of a stance is among them
        setting = msgspec.structs.replace(self.circumstances.setting(frame, None), status="actual")
        return [r for r in self.builder.records(stance, setting, False)[0] if isinstance(r, Stance)]

    def _foretold(self, frame: Frame) -> list[Record]:
        """Return the promise or threat in what somebody assures others, or warns them, that they will do."""
        if frame.concept.act == WARNING:
            return self._warned(frame)
        return self._assured(frame) if frame.concept.act == ASSURANCE else []

    def _warned(self, frame: Frame) -> list[Record]:
        """Return the threat of who warns of a harsh step of their own ("we will close the border", X warned)."""
        if frame.of("recipient"):
            return []
        speaking, number = {m.country for m in frame.of("actor") if m.country}, frame.predicate.number
        told = (f for f in self.scene.frames.values() if f.predicate.parent == number and f.predicate.tense in AHEAD)
        steps = [f for f in told if not HARSH.isdisjoint(f.concept.event_types) and f.states("actor") <= speaking]
        if not speaking or not steps or steps[0].predicate.negated or not steps[0].of("actor"):
            return []
        sides = {"actor": frame.of("actor"), "recipient": [m for m in steps[0].of("recipient") if m.country]}
        threat = self._frame(THREAT, frame.sense.rule, frame.predicate, sides)
        when = self.circumstances.dating.date(frame.predicate)
        return [
            r
            for r in self.builder.records(threat, self.circumstances.setting(threat, when), True)[0]
            if isinstance(r, Event)
        ]

    def _assured(self, frame: Frame) -> list[Record]:
        """Return the promise in "X assured Y that it will ...": what one says one will do oneself."""
        if not frame.of("actor"):
            return []
        states = {m.country for m in frame.of("actor")} - {""}
        inside = (p for p in self.scene.parse.predicates if p.parent == frame.predicate.number and p.pos == "verb")
        ahead = [p for p in inside if p.tense == "future" and states & {m.country for m in self.subjects.subject(p)}]
        if not ahead:
            return []
        promise = self._frame(PROMISE, frame.sense.rule, frame.predicate, dict(frame.actors))
        told = self.scene.frames.get(ahead[0].number)
        promise.nouns = told.nouns if told is not None else {}
        made = self.builder.records(promise, self.circumstances.setting(frame, None), False)[0]
        return [record for record in made if isinstance(record, Commitment)]

    def _habit(self, frame: Frame) -> list[Record]:
        """Return where a party stands that has come to, or stayed away from, the meetings of a body since some day."""
        told = next(str(t.fields["attendance"]) for t in frame.concept.templates if "attendance" in t.fields)
        when = self.circumstances.dating.date(frame.predicate) if told and frame.of("institution") else None
        if when is None or when.start is None or when.end is not None:
            return []
        name = SKIPS if told in AWAY else ATTENDS
        stands = self._frame(name, frame.sense.rule, frame.predicate, dict(frame.actors))
        made = self.builder.records(stands, self.circumstances.setting(frame, when), False)[0]
        return [record for record in made if isinstance(record, Standing)]

    def _proposed(self, frame: Frame) -> list[Record]:
        """Return the stance of whose proposal something is ("Oman's proposal for talks was turned down")."""
        noun, proposes = frame.predicate, any(t.fields.get("stance") == PROPOSES for t in frame.concept.templates)
        owners = [m for slot in ("gen", "adj") for m in noun.mentions(slot) if m.country]
        if noun.pos != "noun" or noun.light >= 0 or not proposes or noun.negated or not owners:
            return []
        stance = self._frame(frame.concept.name, frame.sense.rule, noun, {"actor": owners})
        stance.nouns = frame.nouns
        setting = msgspec.structs.replace(self.circumstances.setting(frame, None), status="actual")
        return [r for r in self.builder.records(stance, setting, False)[0] if isinstance(r, Stance)]

    def _depending(self, predicate: Predicate) -> list[Record]:
        """Return the stance of who will do something only on a condition, whatever it is."""
        if predicate.passive:
            return []
        actors = self._telling(predicate) or self.subjects.subject(predicate)
        if not any(m.country for m in actors):
            return []
        known = self.scene.parse.items[predicate.condition].known
        told = self.scene.frames.get(predicate.number)
        frame = self._frame(CONDITIONAL, known.entry.rule if known is not None else "", predicate, {"actor": actors})
        frame.nouns = told.nouns if told is not None else {}
        setting = msgspec.structs.replace(self.circumstances.setting(frame, None), status="actual")
        return [r for r in self.builder.records(frame, setting, False)[0] if isinstance(r, Stance)]

    def _telling(self, predicate: Predicate) -> list[Mention]:
        """Return who says that an act may come about on a condition ("talks may resume only if", X said): its sides
        need not be those who set it.
        """
        subject = predicate.arguments.get("subj")
        if subject is None or subject.mentions or subject.predicate < 0:
            return []
        sources = (m for source in self.scene.parse.sources for m in self.subjects.offices.named(source))
        return self.subjects.outer(predicate) or list(sources)

    def _under_deal(self, predicate: Predicate) -> list[Record]:
        """Return the promise in "Under the deal, Peru will withdraw its troops": what it has to do is what it gave."""
        own, known = self.scene.frames.get(predicate.number), self._deal_before(predicate)
        told = own is not None and own.concept.makes("commitment") and predicate.modal not in DUTY
        if told or known is None:
            return []
        actors = [m for m in self.subjects.subject(predicate) if m.country]
        served = [m for slot in ("obj", "to", "with") for m in predicate.mentions(slot) if m.country]
        frame = self._frame(PROMISE, known.entry.rule, predicate, {"actor": actors, "recipient": served})
        frame.actors["recipient"] = served or self._other_party(actors)
        frame.nouns = own.nouns if own is not None else {}
        frame.subject = own.concept.promised if own is not None else ""
        setting = self.circumstances.setting(frame, self.circumstances.dating.date(predicate))
        setting = msgspec.structs.replace(setting, status="actual")
        return [r for r in self.builder.records(frame, setting, False)[0] if isinstance(r, Commitment)]

    @staticmethod
    def _binds(predicate: Predicate) -> bool:
        """Return whether a verb may tell what is to be done."""
        if predicate.pos == "noun" or predicate.negated:
            return False
        return predicate.tense in ("future", "present") or predicate.modal in (*DUTY, "planned")

    def _has_under(self) -> bool:
        """Return whether something stands under something else in the sentence."""
        items = self.scene.parse.items
        written = any("prep:under" in item.marks for item in items) if self.scene.memory.proclitics else False
        return written or any(item.kind == "function" and item.is_function("prep", "under") for item in items)

    def _deal_before(self, predicate: Predicate) -> Known | None:
        """Return the deal, or what stands for it, under which a clause says that something is to be done."""
        inside = (a.head for a in predicate.all("under") if "agreement" in a.classes and a.head >= 0)
        row, verbs = self.scene.parse.items, [p.k for p in self.scene.parse.predicates if p.pos in ("verb", "light")]
        first = max((k for k in verbs if k < predicate.k), default=-1) + 1
        for k in range(first, predicate.k):
            written = any(mark == "prep:under" for mark in row[k].marks)
            behind = row[k + 1 : k + 4] if row[k].is_function("prep", "under") else row[k : k + 1] if written else []
            told = next((i for i in behind if not i.is_function("det")), None)
            if told is not None and (told.is_function("pron") or told.value == "the-treaty" or _names_deal(told)):
                return told.known
        return next((row[k].known for k in inside), None)

    def _other_party(self, actors: list[Mention]) -> list[Mention]:
        """Return the other party of the last deal of two that those who act are one of."""
        acting = {m.country for m in actors}
        deals = (deal for deal in reversed(self.scene.memory.deals) if acting and acting < deal.states)
        deal = next((deal for deal in deals if len(deal.states) == PAIR), None)
        return [m for m in deal.parties if m.country not in acting] if deal is not None else []

    def _same_fate(self) -> list[Record]:
        """Return the records of "X met the same fate": those of the act before, with X in it."""
        row = self.scene.parse.items
        k = next((k for k, item in enumerate(row) if item.kind == "anaphora" and item.value == "same-fate"), -1)
        known = row[k].known if k >= 0 else None
        subjects = self._nearest_states(k) if known is not None else []
        if known is None or not subjects:
            return []
        number = len(self.scene.parse.predicates)
        predicate = Predicate(number, k, "verb", (), Feature("past"), tense="past", start=0, end=len(row))
        frame = self.again.fate(predicate, subjects, known.entry.rule)
        return self._made(frame, frame) if frame is not None else []

    def _nearest_states(self, k: int) -> list[Mention]:
        """Return the states, or what acts for one, that open the sentence before item `k`, else the first behind it."""
        row = self.scene.parse.items
        around = [*row[: max(k, 0)], *row[k + 1 :]]
        first = next((n for n, item in enumerate(around) if _undergoes(item)), len(around))
        listed = takewhile(lambda i: _undergoes(i) or i.kind == "punct" or i.is_function("conj", "and"), around[first:])
        return [item.mention for item in listed if item.mention is not None]

    def _frame(self, name: str, rule: str, predicate: Predicate, actors: dict[str, list[Mention]]) -> Frame:
        sense = Sense(name, (), (), rule)
        return Frame(self.scene.concept(sense), sense, predicate, actors, {})

    def _made(self, frame: Frame, told: Frame) -> list[Record]:
        """Return the records of a frame, told when, by whom and with what status another is told."""
        when = self.circumstances.dating.date(told.predicate)
        return self.builder.records(frame, self.circumstances.setting(told, when), True)[0]


def _names_deal(item: Item) -> bool:
    return item.span is not None and item.span.find("nominal", "agreement") is not None


def _undergoes(item: Item) -> bool:
    """Return whether an item is a state or what acts for one."""
    mention = item.mention
    if mention is None or not mention.country or mention.country.startswith("IGO:"):
        return False
    return mention.kind in UNDERGOING


def _conditions(item: Item) -> bool:
    """Return whether a word makes something depend on what follows, be it "whether" besides ("if")."""
    if item.is_function("sub"):
        return item.role in CONDITIONS
    either = item.span.find("function", "sub") if item.span is not None and item.is_function("comp", WHETHER) else None
    return either is not None and either.entry.role in CONDITIONS
