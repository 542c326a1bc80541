"""Which date of a sentence belongs to a clause, and whether it is read backwards or forwards."""

import datetime
from functools import cached_property

from marsad.clauses.model import Predicate
from marsad.model.values import Interval
from marsad.records.closed_dates import days_apart, in_closed_relative, of_occasion, parted
from marsad.records.dated_settings import of_setting
from marsad.records.deal_nouns import deal_of
from marsad.records.described_dates import behind_described, names_thing, of_described, right_behind
from marsad.records.found_dates import Found
from marsad.records.scene import Scene, holds
from marsad.records.status import StatusReader
from marsad.records.when_told import (
    TO_COME,
    aiming,
    date_behind,
    is_status,
    said_of_same,
    scheduled,
    tells_which,
    told_when,
    told_which,
)
from marsad.records.within_years import WITHIN, within_year

# Meetings of these statuses have their day still before them when the report appears.
UNHELD = frozenset({"planned", "postponed", "cancelled"})
# What is said under these statuses is still to come.
FUTURE = frozenset({"planned", "possible", "conditional", "demanded"})
# The modal of what was to be: its day may be over or not.
WAS_TO = "was-to"
# How many items before and behind its clause a date may stand.
BEFORE, BEHIND = 3, 2
PAST, WEEK = ("past", "have", "participle"), 7

# What a step of law, money or agreement makes, which has the year behind it for its own.
_LAWFUL = ("standing", "agreement", "commitment", "meeting")
# The slots of whom or what a relative clause may tell which.
_TOLD = ("subj", "obj")


class Dating:
    """Chooses among the dates of one sentence; `published` is the day of the report, None where it isn't known, `deals`
    are the dates that belong to a deal that is named, by its item.
    """

    def __init__(
        self, scene: Scene, statuses: StatusReader, dates: list[Found], published: datetime.date | None
    ) -> None:  # fmt: skip
        self.scene, self.statuses, self.published = scene, statuses, published
        self.dates = [found for found in dates if not found.forward]
        owned = ((self._first_behind(found), found) for found in dates if found.forward)
        self._owned = {number: found for number, found in owned if number is not None}
        row = scene.parse.items
        self.deals = {k: found for found in self.dates if (k := deal_of(found, row)) >= 0}

    def date(self, predicate: Predicate) -> Interval | None:
        """Return the date nearest to a predicate inside its clause, else the only one of the sentence."""
        owners = [o.number for o in self.scene.with_carrier(predicate)]
        owned = next((self._owned[n] for n in (*owners, predicate.shares) if n in self._owned), None)
        if owned is not None or not self.dates:
            return owned.back if owned is not None else None
        if tells_which(predicate, self.scene.parse.items):
            return date_behind(predicate, self.dates)
        beside = (self.scene.carrier(predicate) or predicate).under
        chosen = told_when(predicate, self.dates, self.scene.parse.items) if beside == "when" else None
        chosen = chosen or self._nearest(predicate) or self._described(predicate) or self._only_one(predicate)
        chosen = chosen or self._behind_relative(predicate) or self._fronted(predicate)
        chosen = chosen or of_setting(self.scene, self.dates, predicate)
        if chosen is None and (self._unheld(predicate) or self._meets(predicate)):
            inner = self._meeting_in(predicate)
            around = [inner, *self.scene.told_of(inner)] if inner is not None else []
            around += [
                self.scene.parse.predicates[n] for n, after in self.scene.replaced.items() if after == predicate.number
            ]
            chosen = next((found for owner in around if (found := self._nearest(owner))), None)
            if chosen is None and inner is not None:
                within = (d for d in self.dates if inner.k < d.k < predicate.k and not d.attribute)
                chosen = next(within, None)  # "the summit of X, due on 2 May, is put off"
        if chosen is None and predicate.pos == "noun" and self._meets(predicate):
            holding = (p for p in self.scene.parse.predicates if p.pos != "noun" and holds(p, predicate))
            chosen = next((found for verb in holding if (found := self._nearest(verb))), None)
        if chosen is None and (beside == "when" or (beside == "where" and self._meets(predicate))):
            return self._date_beside(predicate)
        when = self.directed(chosen, predicate) if chosen is not None else None
        if chosen is not None and self.ahead(when) and of_occasion(self.scene, chosen.k, chosen.back.precision):
            return None
        done = (self.scene.carrier(predicate) or predicate).tense == "past" and chosen is not None and chosen.counted
        return None if done and self.ahead(when) and not self._unheld(predicate) else when  # "after 13 years rejoined"

    def _meeting_in(self, predicate: Predicate) -> Predicate | None:
        """Return the action noun that a predicate is said of: its object or subject, else the session it tells of."""
        thing = predicate.arguments.get("obj") or predicate.arguments.get("subj")
        inner = self.scene.inner(thing, predicate)
        inner = inner if inner not in self._phrases else None
        sessions = (self.scene.inner(predicate.arguments.get(slot), predicate) for slot in ("in", "at", "on"))
        return inner or next((noun for noun in sessions if noun is not None and self._meets(noun)), None)

    def due(self, promised: Predicate, promise: Predicate) -> Interval | None:
        """Return by when it is to be done that is promised: a date behind it, or one that only lies ahead, not that of
        the promise ("promised in May to withdraw by June").
        """
        later = [found for found in self._inside(promised) if found.k > promise.k]
        row = self.scene.parse.items
        ends = (f for f in later if f.k > promised.k or f.back == f.ahead or row[f.k - 1].is_function("prep", "until"))
        return next((found.ahead for found in ends), None)

    def _behind_relative(self, predicate: Predicate) -> Found | None:
        """Return the date behind the relative clause that parts it from its verb ("The notice, filed on Monday, is
        effective from 2 June").
        """
        row = self.scene.parse.items
        later = (p for p in self.scene.parse.predicates if p.relation == "relative" and p.k > predicate.k)
        inside = (verb for verb in later if any(a.k < verb.k <= a.end + BEHIND for a in predicate.arguments.values()))
        for verb in inside:
            close = next((k for k in range(verb.k, len(row)) if self.scene.tokens(row[k])[0] in (",", "،")), len(row))
            near = (d for d in self.dates if close < d.k <= close + BEFORE + BEHIND)
            found = next((d for d in near if not self._deadline(d, predicate)), None)
            if found is not None and not self._verb_between(close, found.k, predicate):
                return found
        return None

    def _fronted(self, predicate: Predicate) -> Found | None:
        """Return the date that opens the sentence, for its first main verb ("In May donors who met pledged X")."""
        found = self.dates[0]
        main = (p for p in self.scene.parse.predicates if p.pos in ("verb", "light") and p.relation == "main")
        finite = (p for p in main if p.k > found.k and p.feature.form not in ("gerund", "base"))
        first = min(finite, key=lambda p: p.k, default=None)
        fits = found.k <= 1 and first is not None and first is (self.scene.carrier(predicate) or predicate)
        return found if fits and not found.attribute and not self._of_deal(found, predicate) else None

    def _verb_between(self, first: int, last: int, predicate: Predicate) -> bool:
        """Return whether another verb stands between two items: what follows it is its own."""
        verbs = (p for p in self.scene.parse.predicates if p.pos in ("verb", "light") and p is not predicate)
        return any(first < verb.k < last for verb in verbs)

    def _described(self, noun: Predicate) -> Found | None:
        """Return the date in a relative clause that belongs to an action noun ("at a session held on Sunday")."""
        return next((found for verb in self.scene.told_of(noun) if (found := self._nearest(verb))), None)

    def _first_behind(self, found: Found) -> int | None:
        """Return the number of the verb or action noun whose date stands before it ("two days after the vote")."""
        after = [p for p in self.scene.parse.predicates if p.k > found.k]
        first = min(after, key=lambda p: p.k, default=None)
        if first is None or any(item.kind == "punct" for item in self.scene.parse.items[found.end : first.k]):
            return None
        return first.number

    def _date_beside(self, predicate: Predicate) -> Interval | None:
        """Return the date of the last verb before a clause with "when": both tell of one time."""
        before = [p for p in self.scene.parse.predicates if p.pos == "verb" and p.number < predicate.number]
        return self.date(before[-1]) if before and before[-1].under != "when" else None

    def date_said(self, predicate: Predicate) -> Interval | None:
        """Return the date at which somebody said where a party stands: it held then."""
        for governor, concept in self.statuses.governors(predicate):
            if concept.shape == "saying":
                return self.date(governor)
        return None

    def ahead(self, when: Interval | None) -> bool:
        """Return whether a date lies after the day of publication."""
        if when is None or when.start is None or self.published is None:
            return False
        return when.start > self.published

    def over(self, when: Interval | None) -> bool:
        """Return whether a date lies before the day of publication."""
        if when is None or when.end is None or self.published is None:
            return False
        return when.end < self.published

    # Choosing

    def _nearest(self, predicate: Predicate) -> Found | None:
        inside = [d for d in self._inside(predicate) if not self._cut_off(d, predicate)]
        apart = (self._of_another(d, predicate) or parted(self.scene, d.k, predicate.k) for d in inside)
        ranks = ((own, self._in_relative(d, predicate), d.counted) for own, d in zip(apart, inside, strict=True))
        order = (((*rank, abs(d.k - predicate.k)), d) for rank, d in zip(ranks, inside, strict=True))
        nearest = min(order, default=(None, None))[1]
        return within_year(nearest, inside) if nearest is not None else None

    def _cut_off(self, found: Found, predicate: Predicate) -> bool:
        """Return whether a semicolon stands between a date and a predicate, or a past one is of the verb before."""
        first, last = sorted((found.k, predicate.k))
        verb = self.scene.carrier(predicate) or predicate
        present = verb.tense == "present" or verb.pos == "phrase"
        if present and self._of_another(found, predicate) and not self.ahead(found.ahead):
            return True
        if self._in_parenthesis(found, predicate) or self._closed_off(found, predicate):
            return True
        return any(self.scene.tokens(item)[0] in (";", "؛") for item in self.scene.parse.items[first:last])

    def _in_parenthesis(self, found: Found, predicate: Predicate) -> bool:
        """Return whether a date stands in a relative clause between commas behind a predicate ("The junta, which took
        power in 2020, ordered").
        """
        row = self.scene.parse.items
        for k in range(found.k - 1, predicate.k, -1):
            if self.scene.tokens(row[k])[0] in (",", "،"):
                return k + 1 < found.k and row[k + 1].is_function("rel")
        return False

    def _closed_off(self, found: Found, predicate: Predicate) -> bool:
        """Return whether a comma closes the relative clause of a date before a predicate ("A's membership, frozen in
        2024, is restored"); it is that of the meeting too that fell through.
        """
        if found.k > predicate.k or self._unheld(predicate):
            return False
        if predicate.relation != "relative" and in_closed_relative(self.scene, found.k, predicate.k):
            return True
        before = (p for p in self.scene.parse.predicates if p.k < found.k < predicate.k and p.pos != "noun")
        verb = max(before, key=lambda p: p.k, default=None)
        if verb is None or verb.relation != "relative":
            return False
        return not any(map(self._comma, range(verb.k, found.k))) and any(map(self._comma, range(found.k, predicate.k)))

    def _of_another(self, found: Found, predicate: Predicate) -> bool:
        """Return whether a date stands behind another verb of the sentence and before the predicate."""
        others = (p for p in self.scene.parse.predicates if p.pos in ("verb", "light") and p.number != predicate.number)
        return found.k < predicate.k and any(p.k < found.k <= p.end + self._behind(p) for p in others)

    def _in_relative(self, found: Found, predicate: Predicate) -> bool:
        """Return whether a date stands in a relative clause behind a predicate, before the comma that closes it."""
        row = self.scene.parse.items
        for verb in self.scene.parse.predicates:
            if verb.relation == "relative" and predicate.k < verb.k < found.k and verb.number != predicate.number:
                return not any(self.scene.tokens(item)[0] in (",", "،") for item in row[verb.k : found.k])
        return False

    def _inside(self, predicate: Predicate) -> list[Found]:
        owners = self.scene.with_carrier(predicate)
        first = min(min(o.start, o.k) for o in owners) - BEFORE
        last = max(max(o.end, o.k + 1) + self._behind(o) for o in owners)
        near = (
            d
            for d in self.dates
            if (first <= d.k <= last or behind_described(self.scene.parse, self.dates, d, predicate))
            and not (told_which(self.scene, d, predicate) or self._deadline(d, predicate))
        )
        free = (d for d in near if not self._in_clause_before(d, predicate))
        free = (d for d in free if not self._of_deal(d, predicate) and not self._of_other(d, predicate))
        return [d for d in free if not self._beside_subject(d, predicate)]

    def _in_clause_before(self, found: Found, predicate: Predicate) -> bool:
        """Return whether, verb last, a date stands in the relative clause that tells which the subject or object of a
        predicate is ("شیلی که در سال ۲۰۱۹ ... بود، ... کرد").
        """
        if not self.scene.parse.verb_last:
            return False
        told = {a.k for o in self.scene.with_carrier(predicate) for s in _TOLD if (a := o.arguments.get(s)) is not None}
        before = (p for p in self.scene.parse.predicates if p.relation == "relative" and p.k < predicate.k)
        within = (p for p in before if p.pos != "noun" and p.start <= found.k < p.k)
        return any(argument.k in told for p in within for argument in p.arguments.values())

    def _beside_subject(self, found: Found, predicate: Predicate) -> bool:
        """Return whether a date tells since when a subject is something ("Peru, a member since 1995, will come")."""
        for phrase in self._phrases:
            if phrase.k < found.k <= phrase.k + WITHIN and phrase.number != predicate.number:
                signs = [k for k in range(phrase.k, len(self.scene.parse.items)) if self._comma(k)]
                before = predicate.k < phrase.k
                return bool(signs) and found.k < signs[0] and (before or signs[0] < predicate.k)
        return False

    def _comma(self, k: int) -> bool:
        return k >= 0 and self.scene.tokens(self.scene.parse.items[k])[0] in (",", "،")

    @cached_property
    def _phrases(self) -> list[Predicate]:
        """What is said of somebody right behind a comma, without a verb."""
        behind = (p for p in self.scene.parse.predicates if p.pos in ("phrase", "noun") and self._comma(p.k - 1))
        return [p for p in behind if p.pos == "phrase" or any(map(is_status, self.scene.possible_concepts(p)))]

    def _of_deal(self, found: Found, predicate: Predicate) -> bool:
        """Return whether a date is that of a deal that is only named, not made by the predicate ("under the 1959 deal",
        "under the deal signed in 1959").
        """
        if not self.deals and not self._signed:
            return False
        others = (p for p in self._signed if p.number != predicate.number and not said_of_same(p, predicate))
        if any(right_behind(self.scene.parse, verb, found) for verb in others):
            return True
        k = next((k for k, dated in self.deals.items() if dated is found), -1)
        frame = self.scene.frames.get(predicate.number)
        made = frame.nouns.get("agreement") if frame is not None and frame.concept.makes("agreement") else None
        told = made is not None and made.i == self.scene.parse.items[k].i
        return k >= 0 and (not told or (frame is not None and frame.past_signing))

    def _of_other(self, found: Found, predicate: Predicate) -> bool:
        """Return whether a date is that of whom a verb is about, or of the thing that an event without law is about."""
        concepts = self.scene.possible_concepts(predicate)
        lawful = any(concept.makes(kind) for concept in concepts for kind in _LAWFUL)
        thing = not lawful and names_thing(self.scene.parse, found, predicate)
        return thing or of_described(self.scene.parse, found, predicate)

    @cached_property
    def _signed(self) -> list[Predicate]:
        """The verbs that tell of a deal in a relative clause what became of it."""
        told = (p for p in self.scene.parse.predicates if p.relation == "relative" and p.pos != "noun")
        return [p for p in told if any(c.makes("agreement") for c in self.scene.possible_concepts(p))]

    def _deadline(self, found: Found, predicate: Predicate) -> bool:
        """Return whether a date says until when something is to be done, while the verb tells what has been done."""
        items = self.scene.parse.items[: found.k]
        before = (
            items[-2] if items[1:] and items[-1].kind == "word" else next(reversed(items), None)
        )  # "until the year"
        word = "" if before is None else before.value if before.kind == "time" else before.role  # "بحلول" is a time
        put_off = word == "until" and self._unheld(predicate) and len(self.dates) > 1
        past = predicate.pos == "verb" and predicate.tense in PAST and (put_off or not self._meets(predicate))
        ends = before is not None and (before.is_function("prep") or before.kind == "time")
        return past and ends and (word == "until" or (word == "by" and self.ahead(found.ahead)))  # "to leave by June"

    def _behind(self, predicate: Predicate) -> int:
        """Return how far behind its clause a date may stand: where the verb comes last, nothing stands behind it."""
        return 0 if self.scene.parse.verb_last and predicate.pos != "noun" else BEHIND

    def _only_one(self, predicate: Predicate) -> Found | None:
        """Return the one date of a sentence with one verb that has its own, wherever it stands."""
        told = (p for p in self.scene.parse.predicates if p.pos in ("verb", "light"))
        verbs = [p for p in told if not self._describes(p)]
        alone = len(self.dates) == 1 and len(verbs) <= 1 and not self.dates[0].attribute and not self.deals
        alone = alone and not self._closed_off(self.dates[0], predicate)
        if not alone or self._in_clause_before(self.dates[0], predicate) or self._of_deal(self.dates[0], predicate):
            return None
        if self._deadline(self.dates[0], predicate) or self._of_other(self.dates[0], predicate):
            return None
        if predicate.pos == "phrase" and self._of_another(self.dates[0], predicate):
            return None
        return self.dates[0] if not self._beside_subject(self.dates[0], predicate) else None

    def _describes(self, verb: Predicate) -> bool:
        """Return whether a verb only describes a thing: in a relative clause behind the date, or as what it is about
        ("signed an accord on restoring ties in 2010").
        """
        if verb.relation == "relative":
            return verb.k > self.dates[0].k
        governor = self.scene.concepts.get(verb.parent) if verb.relation == "gerund" else None
        return governor is not None and governor.content == "same" and governor.makes("agreement")

    def _unheld(self, predicate: Predicate) -> bool:
        """Return whether it plans, postpones or cancels a meeting: the date may then stand with the meeting."""
        frame = self.scene.frames.get(predicate.number)
        return frame is not None and any(t.fields.get("status") in UNHELD for t in frame.concept.templates)

    def _planned(self, predicate: Predicate) -> bool:
        """Return whether a verb tells of a meeting as planned, on a day that may be over ("were due to meet on X")."""
        frame = self.scene.frames.get(predicate.number) if predicate.pos != "noun" else None
        return frame is not None and any(t.fields.get("status") == "planned" for t in frame.concept.templates)

    def _meets(self, predicate: Predicate) -> bool:
        """Return whether it reports a meeting: in the present tense one on another day is still to come."""
        frame = self.scene.frames.get(predicate.number)
        return frame is not None and frame.concept.makes("meeting")

    # Backwards or forwards

    def directed(self, found: Found, predicate: Predicate) -> Interval:
        """Return the reading of a date that fits the clause: "on Monday" is the last one or the next."""
        before = self.scene.parse.items[found.k - 1] if found.k > 0 else None
        linked = before.role if before is not None and before.is_function("prep") else ""
        aimed = linked in aiming(self._meets(predicate), self._unheld(predicate))
        to_be = predicate.modal != WAS_TO and self.statuses.status(predicate, None, self.published) in FUTURE
        if aimed or predicate.tense == "future" or to_be:
            return found.ahead
        if days_apart(found) <= WEEK and self._unheld(predicate) and self._of_meeting(found, predicate):
            return found.ahead
        verb = self.scene.carrier(predicate) or self.scene.said_of(predicate)
        present = verb.tense in TO_COME or (verb.tense == "base" and verb.relation == "main")
        begins = found.back.precision != found.ahead.precision and linked != "with"  # "from July", not "с июля"
        present = present and (begins or self._meets(predicate) or scheduled(self.scene, verb))
        if present and (begins or self._distance(found.back)):
            return found.ahead
        told = verb.pos != "noun" or verb.tense == "past"  # "there were talks in May"
        told = told and verb.tense in ("past", "have", "participle") and not self._unheld(predicate)
        # A weekday without anything to come is the last one.
        if predicate.modal == WAS_TO or self._planned(predicate):
            return min(found.back, found.ahead, key=self._distance)
        if told or days_apart(found) <= WEEK:
            return found.back
        return min(found.back, found.ahead, key=self._distance)

    def _of_meeting(self, found: Found, predicate: Predicate) -> bool:
        """Return whether a date is that of a meeting, not of its being put off ("talks due on Friday were put off")."""
        meeting = self._meeting_in(predicate)
        told = range(meeting.k + 1, found.k) if meeting is not None else ()
        verbs = (p for p in self.scene.parse.predicates if p.k in told and p.pos != "noun")
        if meeting is None or not told or any(not verb.passive for verb in verbs):
            return False  # "which were to be held on Monday"
        within = found.k < predicate.k and any(map(self._comma, told))
        return within or abs(found.k - meeting.k) < abs(found.k - predicate.k)

    def _distance(self, interval: Interval) -> int:
        """Return how many days lie between an interval and the day of publication."""
        if interval.start is None or interval.end is None or self.published is None:
            return 0
        return max((interval.start - self.published).days, (self.published - interval.end).days, 0)
