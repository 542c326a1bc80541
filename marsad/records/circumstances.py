"""What all records of a clause share: where it stands, who says so, of which day it is and whether it happened."""

from itertools import pairwise

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item
from marsad.model.values import Actor, Interval, Status
from marsad.records.ages import years_before
from marsad.records.dating import Dating
from marsad.records.frame import Frame
from marsad.records.offices import Offices
from marsad.records.scene import Scene
from marsad.records.setting import Setting
from marsad.records.status import StatusReader
from marsad.records.wording import Wording

# How sure a record of each part of speech is: shares of right records by rule on the gold sets, rounded.
CONFIDENCE = {"verb": 0.8, "light": 0.7, "noun": 0.6, "adj": 0.7, "phrase": 0.7}
# Stands before the act of somebody who does not speak ("has not confirmed that ...").
NOT = "not-"
# "Is leaving" and "will take effect" are said of what is still to come.
EFFECT = "withdrawal-effect"
# Subordinators of what has to come first.
UNLESS = frozenset({"unless", "provided", "only-if"})
# What somebody offers, or is ready for, is no plan.
OFFER, READY = "offer", frozenset({"ready-to", "offer-mediation"})
# Subordinators of what made somebody act.
OCCASION = frozenset({"after", "when", "because", "as"})
MOVING = frozenset({"leave", "join"})
# What has been done already whenever the meeting was to be.
PUT_OFF = frozenset({"meeting-postponed", "meeting-cancelled"})
# Where the occasion stands on which something is promised.
_WHERE = frozenset({"at", "in", "during", "on", "after", "before"})


class Circumstances:
    """Makes the settings of the frames of one sentence; `article` is the id of the article."""

    def __init__(self, article: str, scene: Scene, statuses: StatusReader, dating: Dating, wording: Wording) -> None:
        self.article, self.scene, self.statuses, self.dating, self.wording = article, scene, statuses, dating, wording
        self.offices = Offices(scene)

    def setting(self, frame: Frame, when: Interval | None) -> Setting:
        """Return what the records of a frame share, given the date of its clause."""
        status = self._status(frame, when)
        if when is None and frame.concept.makes("standing"):
            when = self.dating.date_said(frame.predicate)
        predicate = frame.predicate
        evidence, said_by = self.wording.evidence(predicate), self._said_by(predicate)
        governors = self.statuses.governors(predicate)
        above = [concept for _, concept in governors]
        acts = frozenset(NOT * governor.negated + concept.act for governor, concept in governors if concept.act)
        return Setting(
            self.article, evidence, said_by, when, status, CONFIDENCE[predicate.pos], self.statuses.refused(predicate),
            acts=acts, alleged=any(c.content == "alleged" for c in above),
            due=_deadline(when if self.dating.ahead(when) else self._due(frame)),
            demanded=self.statuses.demanded(predicate),
            withheld=self._withheld(predicate),
            pending=frame.concept.makes("event") and status == "negated" and self._so_far(predicate),
        )  # fmt: skip

    def _withheld(self, predicate: Predicate) -> bool:
        """Return whether a clause says what will not be done unless something else is."""
        verb = self.scene.carrier(predicate) or predicate
        return verb.unless or (verb.negated and verb.tense == "future" and self._depends(predicate))

    def _so_far(self, predicate: Predicate) -> bool:
        """Return whether a clause only tells what has not been done yet ("has not yet accepted the invitation")."""
        verb = self.scene.carrier(predicate) or predicate
        first = max(0, min(verb.start, verb.k - 2))
        clause = self.scene.parse.items[first : max(verb.end, verb.k + 1)]
        if _stranded(clause) or any(item.is_function("neg", "not-yet") for item in clause):
            return True
        return verb.tense in ("past", "have") and any(item.is_function("adv", "still") for item in clause)

    def _due(self, frame: Frame) -> Interval | None:
        """Return by when it is to be done that a promise is about, None where it doesn't say."""
        if not frame.concept.makes("commitment") or frame.concept.content != "planned":
            return None
        number, arguments = frame.predicate.number, frame.predicate.arguments.items()
        held = (argument.predicate for slot, argument in arguments if slot not in _WHERE)
        inside = {*held, *(p.number for p in self.scene.parse.predicates if p.parent == number)} - {number, -1}
        dates = (self.dating.due(self.scene.parse.predicates[n], frame.predicate) for n in sorted(inside))
        return next((date for date in dates if self.dating.ahead(date)), None)

    def _status(self, frame: Frame, when: Interval | None) -> Status:
        predicate, name = frame.predicate, frame.concept.name
        status = self.statuses.status(predicate, when, self.dating.published)
        if status == "planned" and frame.concept.makes("meeting") and self._only_offered(predicate):
            return "possible"
        if status == "possible" and frame.concept.makes("meeting") and self._set(predicate, when):
            return "planned"
        if status == "negated" and frame.concept.makes("meeting") and self._depends(predicate):
            return "conditional"
        if status == "demanded" and frame.concept.makes("meeting") and not self._asked(predicate):
            return "planned"
        held = self.scene.carrier(predicate) or predicate
        if status == "possible" and held.under == "before" and self.dating.over(when):
            status = (
                "historical" if years_before(when, self.dating.published) else "actual"
            )  # "before it returned in 2016"
        if status == "actual" and held.under == "before" and when is not None and held.tense == "present":
            status = "historical" if years_before(when, self.dating.published) else status
        named = held.relation in ("inf", "gerund")  # "a bill on starting accession"
        said = predicate.feature.form == "gerund" and predicate.tense == "past" and predicate.parent >= 0
        moving = name in MOVING and (predicate.tense == "progressive" or named or said)  # "said it was leaving"
        verb = self.scene.carrier(predicate) or self.scene.said_of(predicate)
        present = verb.tense == "present" or (verb.tense == "base" and verb.relation == "main")
        open_end = verb.pos == "noun" or name == EFFECT or present or frame.concept.makes("meeting")
        open_end = open_end and frame.concept.name not in PUT_OFF
        if status == "actual" and (moving or (open_end and self.dating.ahead(when))):
            return "planned"
        return "historical" if status == "actual" and when is None and self._long_before(predicate) else status

    def _long_before(self, predicate: Predicate) -> bool:
        """Return whether it is the occasion or reason of something years ago ("in 2014, after it annexed X")."""
        if predicate.under not in OCCASION or predicate.tense not in ("past", "have"):
            return False
        verbs = (p for p in self.scene.parse.predicates if p.pos != "noun" and not p.under and p.relation == "main")
        main = next(verbs, None)
        return main is not None and years_before(self.dating.date(main), self.dating.published)

    def _set(self, predicate: Predicate, when: Interval | None) -> bool:
        """Return whether a meeting is set for a day to come, before which something else is to be done."""
        verb = self.scene.carrier(predicate) or predicate
        return verb.under == "before" and verb.tense != "past" and self.dating.ahead(when)

    def _depends(self, predicate: Predicate) -> bool:
        """Return whether something will not be unless something else is ("will not come unless X frees Y")."""
        behind = (p for p in self.scene.parse.predicates if p.number > predicate.number)
        ahead = (self.scene.carrier(predicate) or predicate).tense in ("future", "present")
        return ahead and any(p.under in UNLESS for p in behind)

    def _only_offered(self, predicate: Predicate) -> bool:
        """Return whether what would happen is an offer to those concerned, who may decline it."""
        above = [concept for _, concept in self.statuses.governors(predicate)]
        return any(concept.noun_class == OFFER or concept.name in READY for concept in above)

    def _asked(self, predicate: Predicate) -> bool:
        """Return whether somebody asks for what has to be done; else it is only what is to come ("is to be held")."""
        return any(concept.content == "demanded" for _, concept in self.statuses.governors(predicate))

    def _said_by(self, predicate: Predicate) -> tuple[Actor, ...]:
        """Return who asserts a clause: speakers it stands under, nearest first, then whom the sentence credits."""
        frames = self.scene.frames
        sayings = [g.number for g, c in self.statuses.governors(predicate) if c.shape == "saying" or c.act]
        speakers = [m for number in sayings if number in frames for m in frames[number].of("actor")]
        sources = [source for source in self.scene.parse.sources if source not in predicate.mentions("subj")]
        credited = (known for source in sources for known in self.offices.named(source))
        return tuple(dict.fromkeys(self.wording.actor(m) for m in (*speakers, *credited)))


def _deadline(when: Interval | None) -> Interval | None:
    """Return the last day of a span by which something is due ("before the end of the year"), other dates as told."""
    if when is None or when.precision != "range" or when.end is None:
        return when
    return Interval(when.end, when.end, "day", when.text)


def _stranded(clause: list[Item]) -> bool:
    """Return whether "after" stands in a clause with nothing behind it: so far, then ("لم يوافق البرلمان بعد على")."""
    after = (following for item, following in pairwise([*clause, None]) if item and item.is_function("prep", "after"))
    return any(item is None or item.kind == "punct" or item.is_function("prep") for item in after)
