"""What is told at all: action nouns that only take up or name something report nothing, and hypotheses no events."""

from marsad.clauses.existing import exists
from marsad.clauses.model import Predicate
from marsad.inventory import Concept
from marsad.records.announcing import announced
from marsad.records.by_the_way import by_the_way, voiced
from marsad.records.dating import Dating
from marsad.records.frame import Frame
from marsad.records.harm import by_animal, disaster, violence
from marsad.records.headline_nouns import titled
from marsad.records.infinitives import wished_away
from marsad.records.occasions import SITTINGS, missed, occasion, sides
from marsad.records.outright import outright
from marsad.records.reported import REPORTED, Reported
from marsad.records.scene import Scene, holds
from marsad.records.somebody import in_general
from marsad.records.status import StatusReader
from marsad.records.subjects import Subjects
from marsad.records.things_told import attributed
from marsad.records.unreal import DONE

# Types of events that tell what somebody thinks of a thing.
JUDGED = frozenset({"SUPPORT", "ACCUSE"})
PAIR = 2
# Statuses of meetings that do not take place when they were to, and the value of talks on joining that are stopped.
OFF = frozenset({"postponed", "cancelled", "blocked"})
# Modes of violence that may be private, and who may take part in it.
PRIVATE = frozenset({"", "primitive", "firearms", "beat", "sexual", "abduct", "targeted"})
CIVIL = frozenset({"", "CVL", "CRM"})
# Concepts whose nouns tell nothing by themselves: their acts need somebody who matters in public.
QUIET = frozenset({"supported", "never"})
# Types of acts in words that a protest is about.
WORDS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST"})
# What says what somebody takes a thing for.
MENACE = "THREATEN"
LIKENING = "describe"
# What those do who answer charges: what they call them is no new one.
DENIALS = frozenset({"reject-accusation", "deny"})
# What is only thought of.
UNDONE = frozenset({"possible", "conditional"})
# What is done to others against their will.
FORCED = frozenset({"COERCE", "ASSAULT"})
# The act of a warning, and the sectors of those who have no power to carry out what they warn of.
WARNING, OBSERVERS = "warn", frozenset({"EDU", "JRN", "MED"})
# The type of those who meet.
MEETING = "CONSULT"
# The concept of those at whose place others meet.
HOSTING = "host-meeting"
# What the law does to a suspect.
BY_LAW = frozenset({("COERCE", "arrest"), ("SANCTION", "convict"), ("ACCUSE", "investigate")})

# Where an act stands beside which another one is told.
AMID = ("after", "during", "at", "in")
# Concepts of what somebody does as a rule: the meetings in them are none in particular.
HABITS = frozenset({"attend-meetings", "skip-meetings"})


class Told:
    """Judges the frames of one sentence, all of which stand in its scene."""

    def __init__(self, scene: Scene, subjects: Subjects, statuses: StatusReader, dating: Dating) -> None:
        self.scene, self.subjects, self.statuses, self.dating = scene, subjects, statuses, dating
        self._reported = Reported(scene, statuses)

    def known_already(self, frame: Frame) -> bool:
        """Return whether an action noun is definite and says nothing new of itself ("the attack")."""
        if frame.predicate.pos != "noun" or frame.predicate.light >= 0:
            return False
        named = any(m.country or m.sector for found in frame.actors.values() for m in found)
        return self.scene.definite(frame.predicate) and not named and frame.place is None

    def unreported(self, frame: Frame) -> bool:
        """Return whether an act is only named: in a question or, of a kind that asks for a report, as background."""
        asked = self.scene.asks and not frame.concept.act
        if asked or self._told_before(frame) or self._by_nobody(frame.predicate) or self._depicted(frame.predicate):
            return True
        if wished_away(self.scene.parse, frame.predicate, self.scene.concepts) or self._denying(frame):
            return True
        if in_general(self.scene, frame):
            return True
        return frame.concept.bare in REPORTED and (self._by_chance(frame) or not self._reported.told(frame))

    def _denying(self, frame: Frame) -> bool:
        """Return whether blame tells who is behind a raid or goes on with a denial ("denied it, calling it lies")."""
        gerund = frame.predicate
        main = self.scene.concepts.get(gerund.shares) if gerund.feature.form == "gerund" else None
        denied = main is not None and main.name in DENIALS and "ACCUSE" in frame.concept.event_types
        return denied or attributed(self.scene, frame)

    def _by_chance(self, frame: Frame) -> bool:
        """Return whether people came to harm by an accident, a disaster or an animal and nobody's doing."""
        if any(m.sector != "CVL" for m in frame.of("actor")):
            return False
        if not frame.concept.harm or violence(self.scene):
            return by_animal(frame)
        return disaster(self.scene) or self.scene.memory.disaster is True

    def _by_nobody(self, predicate: Predicate) -> bool:
        """Return whether nobody does it ("nobody condemned X")."""
        subject = predicate.arguments.get("subj")
        return subject is not None and self.scene.parse.items[subject.head].is_function("pron", "nobody")

    def _depicted(self, noun: Predicate) -> bool:
        """Return whether an act is what a film or book is about."""
        row, k = self.scene.parse.items, noun.k - 1
        if noun.pos != "noun" or k < 1:
            return False
        while k > 1 and row[k].kind == "word":
            k -= 1
        return row[k].is_function("prep", "about") and row[k - 1].kind == "nominal" and row[k - 1].value == "culture"

    # Bare action nouns

    def bare(self, frame: Frame) -> bool:
        """Return whether it is an action noun that nothing makes a report: no verb, no speaker, no two sides."""
        predicate = frame.predicate
        if predicate.pos != "noun" or predicate.light >= 0:
            return False
        if self.subjects.asked_for(predicate) and not self._only_aim(predicate):
            return False
        if (frame.concept.shape == "state" and predicate.mentions("subj")) or announced(self.scene, predicate):
            return False
        if frame.concept.bare in REPORTED:
            return False
        there = exists(self.scene.parse.items, predicate.k)
        return not (there or self._own_words(frame) or self._supported(frame))

    def only_named(self, frame: Frame) -> bool:
        """Return whether a bare action noun names an act without reporting it."""
        if frame.concept.bare != "always" or self._amid_content(frame) or self._aimed_at(frame):
            return True
        return self._blamed_for(frame) or (not frame.concept.event_types and self._held(frame.predicate))

    def _blamed_for(self, frame: Frame) -> bool:
        """Return whether it goes on with what somebody is accused of ("обвинил его в растрате и в мятеже")."""
        noun, row = frame.predicate, self.scene.parse.items
        verbs = [p for p in self.scene.parse.predicates if p.pos != "noun"]
        verb = next((p for p in reversed(verbs) if p.k < noun.k), None)
        concept = self.scene.concepts.get(verb.number) if verb is not None else None
        if verb is None or concept is None or concept.content != "alleged" or "in" not in verb.arguments:
            return False
        k = noun.k - 1
        while k > verb.k and row[k].kind in ("word", "punct"):
            k -= 1
        return row[k].is_function("conj", "and") or row[k].is_function("prep", "in")

    def _aimed_at(self, frame: Frame) -> bool:
        """Return whether it is what a verb that asks for nothing is done for ("signed a letter for X's dismissal")."""
        noun, parse = frame.predicate, self.scene.parse
        if not parse.aims or self.statuses.governors(noun):
            return False
        return any(a.predicate == noun.number for verb in parse.predicates if verb is not noun for a in verb.all("for"))

    def _only_aim(self, noun: Predicate) -> bool:
        """Return whether it is only what something is done for, by a verb none of whose senses asks for that."""
        if not self.scene.parse.aims:
            return False
        verbs = [p for p in self.scene.parse.predicates if any(a.predicate == noun.number for a in p.all("for"))]
        return bool(verbs) and not any(("for", "content") in sense.slots for p in verbs for sense in p.senses)

    def _told_before(self, frame: Frame) -> bool:
        """Return whether it is an act that was told of before, by whom is not said again ("these arrests")."""
        noun, row = frame.predicate, self.scene.parse.items
        pointed = noun.pos == "noun" and noun.k > 0 and row[noun.k - 1].is_function("det", "this")
        return pointed and not frame.of("actor") and not frame.concept.makes("meeting")

    def _amid_content(self, frame: Frame) -> bool:
        """Return whether it stands by itself in what somebody says, or is only said to be something."""
        noun, row = frame.predicate, self.scene.parse
        verbs = [p for p in row.predicates if not row.items[p.k].is_function("copula")]
        if frame.of("actor") or any(holds(other, noun) for other in verbs if other.number != noun.number):
            return False
        equated = any(item.is_function("aux", "be") or item.is_function("copula") for item in row.items)
        return noun.parent >= 0 or (equated and all(p.pos == "noun" for p in verbs))

    def _own_words(self, frame: Frame) -> bool:
        """Return whether somebody voices an act of their own ("reiterated their rejection of the plan")."""
        if not self._owned(frame.predicate):
            return False
        saying = (h.predicate for h in self.holders(frame) if h.concept.shape == "saying" or h.concept.act)
        number = frame.predicate.number
        return any(all(a.predicate != number for a in verb.all("for")) for verb in saying)  # what it is for is to come

    def _owned(self, noun: Predicate) -> bool:
        """Return whether an action noun belongs to a pronoun, to who speaks or their country ("حمایت خود")."""
        argument = noun.arguments.get("gen")
        if argument is None:
            return self.scene.own(noun)
        return "pronoun" in argument.classes or self.scene.parse.items[argument.head].value == "own-country"

    def _supported(self, frame: Frame) -> bool:
        """Return whether it reports by itself: two sides, or a session of an institution with a date or place."""
        predicate = frame.predicate
        held = self._held(predicate)
        meets = frame.concept.makes("meeting")
        if meets and occasion(self.scene, predicate) and sides(self.scene, frame):
            return True
        if (meets and self._judged(frame)) or titled(self.scene, frame) or by_the_way(self.scene, frame):
            return True
        sits = meets and (bool(frame.of("institution")) or self._occasion_named(frame))
        told = (frame.place is not None, self.dating.date(predicate) is not None) if sits else (False, False)
        if all(told) or (any(told) and not held):
            return True
        if voiced(self.scene, frame) and self.statuses.status(predicate, None, None) in ("actual", "historical"):
            return True
        if self._past_turn(frame) or self._granted(frame):
            return True
        both = bool(frame.of("actor")) and bool(frame.of("recipient"))
        two_sided = len(frame.states("actor") | frame.states("recipient")) >= 2 or (both and self._at_home(frame))
        alone = predicate.parent < 0 or (both and self._subject(frame))
        return two_sided and alone and (both or not held)

    def _subject(self, frame: Frame) -> bool:
        """Return whether something is said of an act, which is taken to have happened then; no deal is meant."""
        subjects = (p.arguments.get("subj") for p in self.scene.parse.predicates)
        told = any(subject is not None and subject.predicate == frame.predicate.number for subject in subjects)
        return told and not frame.concept.makes("agreement")

    def _occasion_named(self, frame: Frame) -> bool:
        """Return whether a verb tells what was done at a conference of nobody named, with its place and day."""
        forms = {t.fields.get("form") for t in frame.concept.templates}
        if frame.place is None or forms.isdisjoint((*SITTINGS, "conference")):
            return False
        return self.dating.date(frame.predicate) is not None and self._held(frame.predicate)

    def _judged(self, frame: Frame) -> bool:
        """Return whether somebody praises or blames a meeting of two sides: it took place ("welcomed their talks")."""
        if len(frame.states("actor")) < PAIR or self.dating.ahead(self.dating.date(frame.predicate)):
            return False
        judging = (holder for holder in self.holders(frame) if holder.concept.content == "same")
        return any(JUDGED.intersection(h.concept.event_types) and not h.predicate.negated for h in judging)

    def _past_turn(self, frame: Frame) -> bool:
        """Return whether a noun tells since when a party stands where it does ("after Peru's exit in 2017")."""
        if not frame.concept.makes("standing") or not frame.of("institution") or frame.predicate.parent >= 0:
            return False
        return bool(frame.states("actor") | frame.states("recipient")) and self.dating.over(
            self.dating.date(frame.predicate)
        )

    def _granted(self, frame: Frame) -> bool:
        """Return whether something is so in spite of what two sides did ("remains suspended despite their truce"), or
        happened after they signed something ("left two days after the signing by both").
        """
        if len(frame.states("actor")) < PAIR:
            return False
        verbs, noun = [p for p in self.scene.parse.predicates if p.pos != "noun"], frame.predicate.number
        if any(a.predicate == noun for verb in verbs for a in verb.all("despite")):
            return True
        after = [verb for verb in verbs if any(a.predicate == noun for a in verb.all("after"))]
        over = all(verb.tense in DONE and not verb.negated for verb in after)
        return bool(after) and over and frame.concept.makes("agreement") and not frame.concept.makes("standing")

    @staticmethod
    def _at_home(frame: Frame) -> bool:
        """Return whether one office or group of a state acts on another of the same."""
        acting, acted = ({m.code for m in frame.of(role) if m.sector} for role in ("actor", "recipient"))
        return bool(acting) and bool(acted) and not acting & acted

    def _held(self, predicate: Predicate) -> bool:
        """Return whether another predicate that can mean something has it among its arguments."""
        others = (p for p in self.scene.parse.predicates if p.senses and p.number != predicate.number)
        return any(holds(other, predicate) for other in others)

    # What stands in the content of something else

    def holders(self, frame: Frame) -> list[Frame]:
        """Return the frames of what has an action noun among its arguments: they may say what it says."""
        return self._holding(frame.predicate)

    def _holding(self, noun: Predicate) -> list[Frame]:
        """Return the frames of what has a predicate among its arguments, none if it is no action noun."""
        if noun.pos != "noun":
            return []
        others = (other for number, other in self.scene.frames.items() if number != noun.number)
        return [other for other in others if holds(other.predicate, noun)]

    def given_up(self, frame: Frame) -> bool:
        """Return whether a verb says of an act that somebody stopped it for good ("stopped attending its meetings")."""
        return any(holder.concept.lasts for holder in self.holders(frame))

    def put_off(self, frame: Frame) -> bool:
        """Return whether a verb says of a meeting that it does not take place, or of any that somebody attends them."""
        if frame.predicate.number in self.scene.replaced:
            return True
        meets = frame.concept.makes("meeting") or MEETING in frame.concept.event_types
        holders = [h for h in self._holding(self._meant(frame.predicate)) if h is not frame] if meets else []
        fields = (t.fields for h in holders for t in h.concept.templates)
        off = (f.get("status") in OFF or f.get("value") in OFF for f in fields)
        told = any(h.concept.name in (HOSTING, *HABITS) for h in holders)  # who hosts it tells of it
        return told or any(off) or missed(frame, holders)

    def _meant(self, told: Predicate) -> Predicate:
        """Return the action noun that a participle only describes ("cancelled talks planned for May")."""
        describes = told.passive and told.relation == "relative"
        noun = self.scene.inner(told.arguments.get("obj"), told) if describes else None
        between = self.scene.parse.items[noun.k : told.k] if noun is not None else []
        return told if noun is None or any(item.value == "rel" for item in between) else noun

    def events_stand(self, predicate: Predicate, bare: bool) -> bool:
        """Return whether its events stand on their own, not only as what another event asks, offers or alleges."""
        frame, governors = self.scene.frames[predicate.number], self.statuses.governors(predicate)
        governing = [c for governor, c in governors if not outright(self.scene, frame, governor)]
        if predicate.pos == "noun" and any(concept.act == LIKENING for concept in governing):
            return False  # "called it a coup"
        if any(c.event_types and c.content != "same" and not self._menaces(predicate) for c in governing):
            return False
        if self.statuses.aim(predicate) and not frame.concept.makes("meeting"):
            return False
        if self._protested(predicate) or self._aim_of_force(predicate) or _cautions(frame):
            return False
        if self._nobodys_aim(predicate):
            return False
        return not (bare and self._part_of_event(predicate)) and not self._private(predicate)

    def _nobodys_aim(self, verb: Predicate) -> bool:
        """Return whether an infinitive or gerund names what nobody told of may do ("in a bid to oust the minister"), or
        what somebody may force on others ("an order to bar X from speaking").
        """
        if verb.relation not in ("inf", "gerund") or verb.passive:
            return False
        frame = self.scene.frames[verb.number]
        if frame.of("actor") and (verb.relation != "inf" or FORCED.isdisjoint(frame.concept.event_types)):
            return False
        return self.statuses.status(verb, None, None) in UNDONE

    def _menaces(self, predicate: Predicate) -> bool:
        """Return whether what is said is itself a threat of the speaker ("warned that they will rue the day")."""
        own = self.scene.frames[predicate.number].concept
        return own.speaker and MENACE in own.event_types

    def _protested(self, noun: Predicate) -> bool:
        """Return whether an act in words is what the protest before it is about ("rallied in support of X")."""
        concept = self.scene.frames[noun.number].concept
        if noun.light >= 0 or WORDS.isdisjoint(concept.event_types):
            return False
        if noun.pos != "noun":
            return self._protest_for(noun)
        before = (f for number, f in self.scene.frames.items() if number < noun.number and f.predicate.pos != "noun")
        return any("PROTEST" in frame.concept.event_types and holds(frame.predicate, noun) for frame in before)

    def _aim_of_force(self, verb: Predicate) -> bool:
        """Return whether an infinitive tells what force was used for ("fired tear gas to disperse a crowd")."""
        above = self.scene.frames.get(verb.parent) if verb.relation == "inf" else None
        forced = above is not None and "ASSAULT" in above.concept.event_types
        return forced and "COERCE" in self.scene.frames[verb.number].concept.event_types

    def _protest_for(self, verb: Predicate) -> bool:
        """Return whether an infinitive or gerund tells what those who protest want ("marched to demand that X go")."""
        if verb.relation not in ("inf", "gerund", "adverbial") and verb.tense != "gerund":
            return False
        above = {verb.parent, verb.shares} - {-1}
        protests = (self.scene.frames[n].concept for n in above if n in self.scene.frames)
        return any("PROTEST" in concept.event_types for concept in protests)

    def _private(self, predicate: Predicate) -> bool:
        """Return whether it is an affair of private persons: where no state is named, or dealt with by the law."""
        frame, memory = self.scene.frames[predicate.number], self.scene.memory
        if frame.concept.bare in QUIET and not memory.home and not any(m.country for m in self.scene.mentions):
            sides = [m for role in ("actor", "recipient") for m in frame.of(role)]
            unknown = bool(sides) and not any(m.country or m.sector for m in sides)
            if unknown and not _by_law(frame.concept):
                return True
        return "ASSAULT" in frame.concept.event_types and self._private_crime(predicate)

    def _private_crime(self, predicate: Predicate) -> bool:
        """Return whether it is violence between private persons, told through what police and courts do about it."""
        frame = self.scene.frames[predicate.number]
        modes = {t.fields.get("mode", "") for t in frame.concept.templates if t.kind == "event"}
        if not modes <= PRIVATE or any(m.kind == "state" and not m.resolved for m in frame.of("actor")):
            return False  # "Chad hanged two men convicted of murder"
        sides = (m.sector for role in ("actor", "recipient") for m in frame.of(role))
        if not all(sector in CIVIL for sector in sides):
            return False
        return any(other is not frame and _by_law(other.concept) for other in self.scene.frames.values())

    def _part_of_event(self, noun: Predicate) -> bool:
        """Return whether an action noun is part of what another event tells, not an event beside it."""
        protest = "PROTEST" in self.scene.frames[noun.number].concept.event_types
        apart = AMID if protest else AMID[:1]  # "was arrested during a march"
        for number, frame in self.scene.frames.items():
            arguments = frame.predicate.arguments.items()
            inside = any(a.predicate == noun.number for slot, a in arguments if slot not in apart)
            if inside and number != noun.number and frame.concept.event_types:
                return True
        return False


def _cautions(frame: Frame) -> bool:
    """Return whether who warns can only foresee, not do, what he warns of ("analysts warned the party of losses")."""
    warning = frame.concept.act == WARNING and bool(frame.of("actor"))
    return warning and all(m.sector in OBSERVERS for m in frame.of("actor"))


def _by_law(concept: Concept) -> bool:
    """Return whether a concept is an act of police or courts against a suspect."""
    events = (t.fields for t in concept.templates if t.kind == "event")
    return any((e["type"], e.get("mode")) in BY_LAW or "legal" in e.get("contexts", ()) for e in events)
