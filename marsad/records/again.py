"""Acts told again of somebody else in words that only take them up: "Chile did the same", "met the same fate"."""

from marsad.clauses.model import Predicate
from marsad.inventory import Concept
from marsad.lexicon.entries import Sense
from marsad.mentions.items import Mention
from marsad.mentions.left_out import BEING, SAME_ACT, is_left_out
from marsad.mentions.remembered import Act
from marsad.records.frame import Frame
from marsad.records.scene import Scene
from marsad.records.subjects import Subjects

# What a word for a plan means that takes one up, and one that tells of none ("has no such plans").
SAME_PLAN, NO_SUCH_PLAN = "same-plan", "no-such-plan"
PRO_FORMS = frozenset({SAME_ACT, SAME_PLAN, NO_SUCH_PLAN})
# Types of deeds that others may do as well.
DEEDS = frozenset({"SANCTION", "COERCE"})
# Values of standings that are steps somebody takes or undergoes.
STEPS = frozenset({
    "joined", "left", "expelled", "suspended-by-body", "readmitted", "requested", "revoked", "applied", "invited",
    "blocked", "refused", "ratified", "lost", "restored", "suspended", "resumed", "leave-announced", "join-announced",
    "absent", "recalled", "appointed", "hosts", "stopped", "breached",
})  # fmt: skip
# The roles that a subject may fill.
_SUBJECT = ("recipient", "candidate", "actor")


def act_of(frame: Frame) -> Act | None:
    """Return the act of a frame that may be taken up, None where nobody would do it again."""
    weight = _weight(frame) if frame.concept.shape != "saying" else 0
    return _act(frame, weight) if weight else None


def _act(frame: Frame, weight: int) -> Act:
    own = frame.predicate.mentions("obj" if frame.predicate.passive else "subj")
    role = next((role for role in _SUBJECT if own and own[0] in frame.of(role)), "actor")
    ahead = frame.predicate.tense == "future"
    return Act(frame.concept.name, frame.actors, role, weight, frame.predicate.negated, ahead, frame.nouns)


def _weight(frame: Frame) -> int:
    """Return how likely an act is to be taken up: a step in an institution or in relations most, a deed least."""
    values = _values(frame.concept)
    attends = "attendance" in frame.concept.keys
    if values & STEPS or frame.concept.makes("relation"):
        return 3
    if attends:
        return 2
    return 1 if DEEDS.intersection(frame.concept.event_types) and not values else 0


def _values(concept: Concept) -> set[str]:
    return {str(t.fields["value"]) for t in concept.templates if t.kind == "standing"}


def only_stands(concept: Concept) -> bool:
    """Return whether a concept tells where a party stands without a step of its own ("arrears")."""
    return concept.makes("standing") and STEPS.isdisjoint(_values(concept))


def _as_told(predicate: Predicate, act: Act) -> None:
    """Let a pro-verb tell an act as it was told: denied, or still to come ("will not attend ... X followed suit")."""
    predicate.negated = predicate.negated or act.denied
    predicate.tense = "future" if act.ahead else predicate.tense


def _as_said(predicate: Predicate, colour: str) -> None:
    """Let a verb that is left out tell what the words tell that it is left out behind ("but Peru may not")."""
    predicate.negated = predicate.negated or predicate.feature.negated
    if colour == "future":
        predicate.tense = colour
    elif colour != BEING:
        predicate.modal = colour or predicate.modal


class Again:
    """Takes up acts in one sentence; `subjects` finds who does what was done before."""

    def __init__(self, scene: Scene, subjects: Subjects) -> None:
        self.scene, self.subjects = scene, subjects

    def frame(self, predicate: Predicate, sense: Sense) -> Frame | None:
        """Return the frame of a pro-verb: that of the act before it, done by its own subject; None for none.

        A row that gives its subject to the recipient tells of a fate, one that gives another slot to the actor has its
        subject there ("so did Chile").
        """
        if predicate.tense == "gerund" or self._told_behind(predicate, sense):
            return None  # "no sign of doing so" tells of nothing done
        if sense.concept != SAME_ACT:
            predicate.tense, predicate.negated = "future", predicate.negated or sense.concept == NO_SUCH_PLAN
        item = self.scene.parse.items[predicate.k]
        own = is_left_out(item)
        act = self._just_said(predicate) if own else self._before(predicate, sense)
        subject = self._who(predicate, sense)
        if "recipient" in dict(sense.slots).values():
            return self.fate(predicate, subject, sense.rule) if subject else None
        being = own and item.role == BEING
        if act is None or not subject or (act.role == "recipient" and sense.concept == SAME_ACT and not being):
            return None  # "was invited to join but has not done so": what it undergoes is not what it did
        if sense.concept == SAME_ACT:
            _as_said(predicate, item.role) if own else _as_told(predicate, act)
        return self._repeated(predicate, act, act.role, subject, sense.rule)

    def _before(self, predicate: Predicate, sense: Sense) -> Act | None:
        """Return the act that a pro-verb takes up: the weightiest of the sentence, else that of the article."""
        memory = self.scene.memory
        told = memory.act if sense.concept == SAME_ACT else memory.weighed or memory.act
        return max(self._told_here(predicate), key=lambda act: act.weight, default=told)

    def _just_said(self, predicate: Predicate) -> Act | None:
        """Return the act of the verb before one that is left out, None where it is none; behind "to be" of one that
        tells what somebody is or undergoes.
        """
        told = self.scene.frames
        before = (p for p in reversed(self.scene.parse.predicates) if p.number < predicate.number)
        verbs = (told.get(p.number) for p in before if p.pos == "verb" or p.light >= 0)
        said = next((f for f in verbs if f is None or f.concept.shape != "saying"), None)
        being = self.scene.parse.items[predicate.k].role == BEING
        return _act(said, 1) if said is not None and self._is(said.predicate) == being else None

    def _is(self, predicate: Predicate) -> bool:
        """Return whether a verb has "to be": a passive, or a phrase that begins with it."""
        span = self.scene.parse.items[predicate.k].span
        shorter = span.shorter if span is not None else ()
        return predicate.passive or any(r.entry.value == "aux" and r.entry.role.startswith(BEING) for r in shorter)

    def _told_behind(self, predicate: Predicate, sense: Sense) -> bool:
        """Return whether what was done as well is told again behind it ("followed suit and left the bloc")."""
        if sense.concept != SAME_ACT or predicate.pos == "noun":
            return False
        memory, number = self.scene.memory, predicate.number
        before = [act.concept for act in (memory.act, memory.weighed) if act is not None]
        before += [frame.concept.name for n, frame in self.scene.frames.items() if n < number]
        later = (p.number for p in self.scene.parse.predicates if number in (p.shares, p.parent) and p.k > predicate.k)
        return any(n in self.scene.concepts and self.scene.concepts[n].name in before for n in later)

    def _told_here(self, predicate: Predicate) -> list[Act]:
        """Return the acts of the sentence before a pro-verb, the last first; of acts of little weight those of verbs
        alone ("Peru backed the bid, as had Chile").
        """
        before = [frame for number, frame in self.scene.frames.items() if number < predicate.number]
        acts = [act for frame in reversed(before) if (act := act_of(frame)) is not None]
        if any(act.weight > 1 for act in acts):
            return acts
        main = (f for f in reversed(before) if f.predicate.pos == "verb" or f.predicate.light >= 0)
        done = [f for f in main if f.concept.kinds and f.concept.shape != "saying" and f.of("actor")]
        return [_act(frame, 1) for frame in done]

    def _who(self, predicate: Predicate, sense: Sense) -> list[Mention]:
        slots = [slot for slot, role in sense.slots if role == "actor" and slot != "subj"]
        named = [a for slot in slots for a in predicate.all(slot)]
        behind = [m for argument in named for m in self.subjects.actors_of(argument, predicate, "actor")]
        unsaid = self.scene.memory.party if predicate.pos == "phrase" and "subj" not in predicate.arguments else []
        return behind or self.subjects.subject(predicate) or unsaid

    def fate(self, predicate: Predicate, subject: list[Mention], rule: str) -> Frame | None:
        """Return the frame of "X met the same fate": what was done to somebody before, now to X; None for none."""
        act = self.scene.memory.act
        if act is None:
            return None
        undergone = "recipient" if act.role == "actor" and act.roles.get("recipient") else act.role
        fields = (t.fields for t in self.scene.inventory.concepts[act.concept].templates if t.kind == "standing")
        subjects = {str(f.get("subject")).partition("|")[0].removeprefix("$") for f in fields}
        role = next(iter(subjects)) if len(subjects) == 1 else undergone
        return self._repeated(predicate, act, role, subject, rule)

    def _repeated(
        self, predicate: Predicate, act: Act, role: str, subject: list[Mention], rule: str
    ) -> Frame:  # fmt: skip
        sense = Sense(act.concept, (), (), rule)
        others = {name: list(held) for name, held in act.roles.items() if name != "owner"}  # "as did Chad's parliament"
        roles = others | {role: subject}
        states, faced = {m.country for m in subject}, act.roles.get("recipient", [])
        if role == "actor" and faced and states >= {m.country for m in faced}:
            roles["recipient"] = list(act.roles.get("actor", []))  # "A expelled B's envoy, and B did the same"
        return Frame(self.scene.concept(sense), sense, predicate, roles, dict(act.nouns))
