"""Whether an act is reported as having happened, or only named: background, habit, hypothesis, topic of talk."""

from marsad.clauses.model import Predicate
from marsad.inventory import Concept
from marsad.mentions.naming import SENTENCE_ENDS
from marsad.records.frame import Frame
from marsad.records.headline_nouns import toll
from marsad.records.infinitives import DOING
from marsad.records.one_sided import both_named
from marsad.records.scene import Scene, holds
from marsad.records.status import StatusReader, clause_status

# What `bare` says of the concepts that ask for a report.
REPORTED = frozenset({"reported", "introduced"})
# What a sentence with one of these statuses says did happen, or did not; the others leave it open.
SETTLED = frozenset({"actual", "historical", "alleged", "negated", "denied"})
# Tenses that tell of one act, not of a habit.
TELLING = frozenset({"past", "have", "jussive", "progressive"})
PARTICIPLES = frozenset({"active", "participle"})
# Those of whom a relative clause tells what force they used, to say who is meant.
FORCES = frozenset({"COP", "MIL", "REB", "UAF", "PRM", "SPY"})
# What is done to those who protest.
FORCED = frozenset({"ASSAULT", "COERCE"})
# The act of saying that something was one's own.
CLAIM = "claim"
# A present tense that stands so near to the beginning is a headline.
OPENING = 5
# The cases that a headline's noun may stand in, where it has one.
_NAMING = frozenset({"", "n", "p"})
# Auxiliaries behind which an infinitive tells what was done.
PHASES = frozenset({"continue", "continued", "seem"})
# Where what is not the thing said stands, by cases and postpositions ("saldırı için").
_FOR_WHAT = frozenset({"for", "in", "from", "because-of", "after", "before"})
# What stands before a headline's noun phrase without making it part of a clause.
_BEFORE_HEADLINE = frozenset({"punct", "time", "word"})


def asks_report(frame: Frame) -> bool:
    """Return whether an act asks for a report, and what stands behind its verb is not what it is done to ("met and
    shelled positions").
    """
    done_to = frame.predicate.shares >= 0 and ("obj", "recipient") in frame.sense.slots
    return frame.concept.bare in REPORTED and not done_to


class Reported:
    """Judges the frames of one sentence whose concepts ask for a report (`bare`: `reported` or `introduced`)."""

    def __init__(self, scene: Scene, statuses: StatusReader) -> None:
        self.scene, self.statuses = scene, statuses

    def told(self, frame: Frame) -> bool:
        """Return whether the sentence reports the act of a frame."""
        predicate = frame.predicate
        if self.statuses.status(predicate, None, None) not in SETTLED:
            return False
        sides = len(frame.states("actor")) > 1 or both_named(predicate)
        if frame.concept.shape == "reciprocal" and sides:
            return True  # two states that clash are news however they are named
        if self._between_states(frame) or self._two_sides(frame):
            return True
        if predicate.pos != "noun":
            introduced = frame.concept.bare == "introduced" and self._known_subject(predicate)
            return (self._verb_tells(predicate) and not introduced) or self._by_force(frame) or self._broken_up(frame)
        if self._aftermath(frame) or self._whole(frame):
            return True
        done = self._brought_about(predicate) or self._gone_on(predicate)
        told = done or self._announced(predicate) or self._headline(predicate)
        return told or toll(self.scene, predicate)

    def _between_states(self, frame: Frame) -> bool:
        """Return whether a finite verb, be it in a relative clause, tells what one state did to another."""
        verb = self._telling(self.scene.carrier(frame.predicate) or frame.predicate)
        acting = frame.states("actor")
        guessed = {m.country for m in frame.of("recipient") if m.resolved and m.kind == "state"}
        acted = frame.states("recipient") - guessed  # where it happened is not whom it was done to
        return (
            verb.pos in ("verb", "light")
            and verb.tense in TELLING | PARTICIPLES
            and bool(acting and acted and acting != acted)
        )

    def _two_sides(self, frame: Frame) -> bool:
        """Return whether a verb, be it in a clause that tells of something else, tells what those under arms did, or
        who did it to whom.
        """
        verb = frame.predicate
        beside = verb.present and (bool(verb.under) or verb.relation != "main")  # "police often fire at crowds"
        now = verb.tense == "present" or beside or verb.tense in TELLING | PARTICIPLES
        if verb.pos != "verb" or not now or verb.negated or "PROTEST" in frame.concept.event_types:
            return False
        acting, acted = ({m.code for m in frame.of(role)} for role in ("actor", "recipient"))
        armed = any(m.sector in FORCES for m in frame.of("actor"))
        return bool(acting) and acting != acted and (armed or bool(acted))

    # Verbs

    @staticmethod
    def _by_force(frame: Frame) -> bool:
        """Return whether a relative clause tells whom those under arms hurt ("the officer who shot a driver")."""
        verb, armed = frame.predicate, (m.sector in FORCES for m in frame.of("actor"))
        past = verb.relation == "relative" and verb.pos == "verb" and verb.tense in TELLING and not verb.negated
        return past and any(armed) and any(m.sector for m in frame.of("recipient"))

    def _broken_up(self, frame: Frame) -> bool:
        """Return whether a relative clause tells of the protest of those to whom force is done ("students who were
        marching were arrested").
        """
        verb, row = frame.predicate, {m.i for m in frame.of("actor")}
        if verb.relation != "relative" or verb.tense not in TELLING or "PROTEST" not in frame.concept.event_types:
            return False
        forced = (f for f in self.scene.frames.values() if not FORCED.isdisjoint(f.concept.event_types))
        new = self.scene.parse.verb_first and any("the" not in m.marks and not m.definite for m in frame.of("actor"))
        return new or any(m.i in row for f in forced for m in f.of("recipient"))

    def _verb_tells(self, verb: Predicate) -> bool:
        """Return whether a verb tells of an act: finite, of one time, and not there to say which one is meant."""
        verb = self._telling(verb)
        named = verb.relation == "relative" and not self._what_came_of_it(verb)
        if named or clause_status(verb) not in SETTLED or self._behind_preposition(verb):
            return False
        if verb.pos in ("adj", "phrase"):
            return True
        carried = verb.tense == "participle" and verb.pos == "light"
        if verb.tense in TELLING or carried or self._phased(verb) or self._beside(verb):
            return True
        return (verb.tense == "present" or self._headed(verb)) and verb.k <= OPENING

    def _what_came_of_it(self, verb: Predicate) -> bool:
        """Return whether a relative clause tells what all that was told before led to, verb first ("مما دفع X")."""
        row = self.scene.parse.items
        k = next((k for k in range(verb.k - 1, -1, -1) if row[k].is_function("rel")), -1)
        if k < 0 or row[k].role or not self.scene.parse.verb_first:
            return False
        return k == 0 or row[k - 1].kind == "punct"

    def _headed(self, verb: Predicate) -> bool:
        """Return whether it is the verb of several in a headline ("Four killed after police fire at protesters")."""
        several = verb.tense == "base" and "subj" in verb.arguments and verb.relation != "inf"
        return several and self.scene.sentence.tokens[-1] not in SENTENCE_ENDS

    def _telling(self, verb: Predicate) -> Predicate:
        """Return the verb of beginning or of setting about something that an infinitive completes ("rushed on Monday to
        shell X"), else the verb itself.
        """
        above = self.scene.parent(verb) if verb.relation == "inf" else None
        if above is None:
            return verb
        concept = self.scene.concepts.get(above.number)
        light = concept is None and self.scene.parse.items[above.k].is_function("light")
        return above if light or (concept is not None and concept.name in DOING) else verb

    def _phased(self, verb: Predicate) -> bool:
        """Return whether what begins an act or is forced on somebody stands before it ("began to shell X")."""
        before = self.scene.parse.items[verb.k - 1] if verb.k and verb.tense == "base" else None
        return before is not None and before.is_function("aux") and before.role in PHASES

    def _beside(self, verb: Predicate) -> bool:
        """Return whether a gerund tells how, or what besides, something told was done ("responded by firing at the
        crowd", "overran the town, abducting twenty", "with police firing at the crowd").
        """
        if verb.tense == "gerund" and verb.relation == "adverbial" and "subj" in verb.arguments:
            return not verb.negated
        if verb.tense != "gerund" or verb.shares < 0 or not verb.k or verb.negated:
            return False
        before = self.scene.parse.items[verb.k - 1]
        apart = before.is_function("prep", "by") or self.scene.sentence.tokens[before.i] == ","
        return apart and self._verb_tells(self.scene.parse.predicates[verb.shares])

    def _behind_preposition(self, verb: Predicate) -> bool:
        """Return whether what looks like a verb is its action noun: a preposition stands before it."""
        row = self.scene.parse.items
        written = any(mark.startswith("prep:") for mark in row[verb.k].marks)
        return written or (verb.pos == "light" and verb.k > 0 and row[verb.k - 1].is_function("prep"))

    def _known_subject(self, verb: Predicate) -> bool:
        """Return whether a verb says of people the reader knows, or of nobody, what they did."""
        subject = verb.arguments.get("subj")
        if subject is None:
            return True
        row = self.scene.parse.items
        known = row[subject.k].is_function("det") and row[subject.k].role != "a"
        return known or "the" in row[subject.k].marks

    # Action nouns

    def _aftermath(self, frame: Frame) -> bool:
        """Return whether something is told to have come after what one state did to another."""
        row, k = self.scene.parse.items, frame.predicate.k - 1
        while k > 0 and row[k].kind == "word":
            k -= 1
        acting, acted = ({m.country for m in frame.of(role) if not m.resolved} for role in ("actor", "recipient"))
        after = k >= 0 and row[k].is_function("prep", "after")
        return after and bool(acting - {""}) and bool(acted - {""}) and acting.isdisjoint(acted)

    def _whole(self, frame: Frame) -> bool:
        """Return whether a noun names who did it to whom, and a sentence with a finite verb tells of it ("the killing
        of a boy by police has angered").
        """
        noun, parse = frame.predicate, self.scene.parse
        named = bool(noun.mentions("by")) and bool(frame.of("recipient")) and self.scene.definite(noun)
        return named and any(
            self._verb_tells(p) and self._says_of(p, noun) for p in parse.predicates if p.pos != "noun"
        )

    def _brought_about(self, noun: Predicate) -> bool:
        """Return whether a verb carries the noun, or says that it happened or what came of it."""
        carrier = self.scene.carrier(noun)
        if carrier is not None and carrier.pos == "light" and self._verb_tells(carrier):
            return carrier.tense != "present" or not self.scene.definite(noun)  # "the war goes on" is no headline
        return any(
            (concept.tells or self._put_down(concept, noun)) and self._says_of(verb, noun) and self._verb_tells(verb)
            for number, concept in self.scene.concepts.items()
            if (verb := self.scene.parse.predicates[number]).pos != "noun"
        )

    def _gone_on(self, noun: Predicate) -> bool:
        """Return whether somebody goes on with an act that is theirs, verb first ("واصلت روسيا هجومها على المدينة")."""
        subject = noun.arguments.get("subj")
        before = self.scene.parse.items[subject.k - 1] if subject is not None and subject.k else None
        owned = noun.feature.enclitic.startswith("poss:") and not noun.negated
        return owned and before is not None and before.is_function("aux") and before.role in PHASES

    def _put_down(self, concept: Concept, noun: Predicate) -> bool:
        """Return whether force is used upon a protest, which therefore took place ("dispersed a march")."""
        own = self.scene.concepts.get(noun.number)
        return own is not None and own.noun_class == "protest" and "ASSAULT" in concept.event_types

    def _says_of(self, verb: Predicate, noun: Predicate) -> bool:
        """Return whether a verb has an action noun among its arguments, or for the subject it shares."""
        if holds(verb, noun) or verb.shares < 0:
            return holds(verb, noun)
        subject = self.scene.parse.predicates[verb.shares].arguments.get("subj")
        return subject is not None and subject.predicate == noun.number

    def _announced(self, noun: Predicate) -> bool:
        """Return whether it is the very thing that somebody is said to have announced or confirmed."""
        governor = self.scene.parent(noun)
        if governor is None or (self.scene.definite(noun) and not self._claims(governor)):
            return False
        aside = _FOR_WHAT if self.scene.parse.suffixed else ()
        if not any(argument.head == noun.k for slot, argument in governor.arguments.items() if slot not in aside):
            return False
        concept = self.scene.concepts.get(governor.number)
        return concept is not None and concept.shape == "saying" and concept.content in ("same", "alleged")

    def _claims(self, verb: Predicate) -> bool:
        """Return whether somebody says by a verb that the act was theirs ("claimed the attack on X")."""
        concept = self.scene.concepts.get(verb.number)
        return concept is not None and concept.act == CLAIM and verb.pos == "verb"

    def _headline(self, noun: Predicate) -> bool:
        """Return whether a sentence opens with it and no verb has it for an argument: "Killing of two in a blast"."""
        row = self.scene.parse.items
        after = row[noun.k + 1] if self.scene.parse.suffixed and noun.k + 1 < len(row) else None
        if noun.feature.case.lower() not in _NAMING or (after is not None and after.is_function("prep")):
            return False
        own = noun.arguments.values() if self.scene.parse.suffixed else ()
        held = {k for argument in own for k in range(argument.k, argument.end)}
        before = (item for k, item in enumerate(row[: noun.k]) if k not in held and not item.is_function("det"))
        if self.scene.definite(noun) or any(item.kind not in _BEFORE_HEADLINE for item in before):
            return False
        return not any(holds(other, noun) for other in self.scene.parse.predicates if other.pos != "noun")
