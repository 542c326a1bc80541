"""Who takes part in a meeting that names nobody: those of the one told of just before, or who met last."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene, holds
from marsad.records.subjects import Subjects

# Statuses of meetings that do not take place when they were to.
PUT_OFF = frozenset({"postponed", "cancelled"})
# Where a verb has the meeting that it tells of.
TOLD = ("obj", "subj", "gen")
# Where a noun has those whose meeting it is.
OWN = frozenset({"gen", "adj", "for", "of", "between", "with"})


class SameMeeting:
    """Finds again, in one sentence, the meetings told of before."""

    def __init__(self, scene: Scene, subjects: Subjects) -> None:
        self.scene, self.subjects = scene, subjects

    def complete(self, frame: Frame) -> None:
        """Let a meeting that names nobody be one of those who met last ("a second round is to be held in ...")."""
        if not frame.concept.makes("meeting"):
            return
        if frame.predicate.negated or _off(frame):
            self._not_held(frame)
        if _off(frame) and not frame.of("actor"):
            frame.add("actor", self._described(frame))
        if frame.of("institution"):
            self._body_puts_off(frame)
        elif frame.of("actor"):
            self._called_off(frame)
        elif _off(frame) and not frame.of("owner"):
            self._put_off(frame)
        elif frame.place is not None:
            holding = [p for p in self.scene.parse.predicates if p.pos == "verb" and holds(p, frame.predicate)]
            frame.add("actor", [m for verb in holding for m in self.subjects.subject(verb)])
            if not frame.of("actor"):
                frame.add("actor", self.scene.memory.meeting)
        elif self._to_be_held(frame):
            self._of_before(frame)

    def _not_held(self, frame: Frame) -> None:
        """Let a meeting that will not be held be the one that was to be ("talks planned for May will not be held")."""
        before = [f for number, f in self.scene.frames.items() if number < frame.predicate.number]
        for planned in before:
            if planned.concept.makes("meeting") and not planned.predicate.negated and _same(planned, frame):
                if not _who_meets(frame):
                    frame.add("owner" if _off(frame) else "actor", planned.of("actor"))
                self._replace(planned, frame)

    def _body_puts_off(self, frame: Frame) -> None:
        """Let a meeting that a body puts off be the one it was to hold ("who were to meet in May, put it off")."""
        planned = self._planned(frame) if _off(frame) else None
        told = {m.country for m in (*frame.of("institution"), *frame.of("actor"))}
        if planned is not None and told & {m.country for m in (*planned.of("actor"), *planned.of("institution"))}:
            self._replace(planned, frame)

    def _put_off(self, frame: Frame) -> None:
        """Let a meeting that is put off be the one told of just before ("had planned to go to X, but the trip ...")."""
        planned = self._planned(frame)
        if planned is not None:
            frame.add("actor", planned.of("actor"))
            frame.add("recipient", planned.of("recipient"))
            frame.place = frame.place or planned.place
            self._replace(planned, frame)
        elif self._known(frame):
            self._of_before(frame)

    def _described(self, frame: Frame) -> list[Mention]:
        """Return those between whom a meeting was to be, as a relative clause says ("talks led by X between Y, Z")."""
        held = (self.scene.inner(frame.predicate.arguments.get(slot), frame.predicate) for slot in TOLD)
        verbs = (verb for noun in held if noun is not None for verb in (noun, *self.scene.told_of(noun)))
        return next((found for verb in verbs if (found := verb.mentions("between"))), [])

    def _of_before(self, frame: Frame) -> None:
        """Let those take part who met or were to meet in an earlier sentence, or the body that was to sit."""
        frame.add("actor", self.scene.memory.meeting)
        if not frame.of("actor"):
            frame.add("institution", self.scene.memory.convened)

    def _known(self, frame: Frame) -> bool:
        """Return whether the reader knows the meeting ("said that the meeting was cancelled")."""
        held = (self.scene.inner(frame.predicate.arguments.get(slot), frame.predicate) for slot in TOLD)
        nouns = (noun for noun in (frame.predicate, *held) if noun is not None and noun.pos == "noun")
        return any(self.scene.definite(noun) and OWN.isdisjoint(noun.arguments) for noun in nouns)

    def _to_be_held(self, frame: Frame) -> bool:
        """Return whether a verb tells that a known meeting will be held ("the talks are to begin on Monday")."""
        carriers = (frame.predicate, self.scene.carrier(frame.predicate))
        coming = any(verb is not None and verb.pos != "noun" and _to_come(verb) for verb in carriers)
        return coming and not frame.predicate.negated and self._known(frame)

    def _called_off(self, frame: Frame) -> None:
        """Let "the visit" that somebody calls off be the one planned just before ("..., but Y cancelled the trip")."""
        inner = self.scene.inner(frame.predicate.arguments.get("obj"), frame.predicate) if _off(frame) else None
        known = inner is not None and (self.scene.definite(inner) or self._bare(inner))
        planned = self._planned(frame) if known else None
        if planned is None or not _set(planned):
            return
        frame.add("owner", planned.of("actor"))
        frame.place = frame.place or planned.place or next(iter(planned.of("recipient")), None)
        self._replace(planned, frame)

    def _bare(self, noun: Predicate) -> bool:
        """Return whether an action noun names nobody, where no article could say that it is of what was told before."""
        return self.scene.parse.bare_nouns and not any(a.mentions or a.modifiers for a in noun.arguments.values())

    def _planned(self, frame: Frame) -> Frame | None:
        """Return the last meeting told of before in the sentence, None for none."""
        before = [f for number, f in self.scene.frames.items() if number < frame.predicate.number]
        return next((f for f in reversed(before) if f.concept.makes("meeting") and f.of("actor")), None)

    def _replace(self, planned: Frame, frame: Frame) -> None:
        """Note that a plan came to nothing, so that it is not told as one."""
        if _set(planned):
            self.scene.replaced[planned.predicate.number] = frame.predicate.number


def _off(frame: Frame) -> bool:
    """Return whether a frame tells that a meeting does not take place when it was to."""
    return any(t.fields.get("status") in PUT_OFF for t in frame.concept.templates)


def _set(frame: Frame) -> bool:
    """Return whether a frame tells of a meeting that is, or was, to be ("were to meet")."""
    return _to_come(frame.predicate) or any(t.fields.get("status") == "planned" for t in frame.concept.templates)


def _to_come(predicate: Predicate) -> bool:
    """Return whether a verb tells what is, or was, to be."""
    return predicate.tense == "future" or predicate.modal in ("planned", "was-to", "unmet")


def _same(planned: Frame, frame: Frame) -> bool:
    """Return whether two frames tell of one meeting: of the same who meet, else of the same noun."""
    if who := _who_meets(frame):
        return _who_meets(planned) == who
    one, other = (_nouns(f) for f in (planned, frame))
    return bool(one & other)


def _nouns(frame: Frame) -> set[int]:
    """Return the items of the meetings that a verb tells of."""
    told = (frame.predicate.arguments.get(slot) for slot in ("obj", "subj"))
    return {noun.head for noun in told if noun is not None and "meeting" in noun.classes}


def _who_meets(frame: Frame) -> set[str]:
    return {m.code for role in ("actor", "owner") for m in frame.of(role)}
