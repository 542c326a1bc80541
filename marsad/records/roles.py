"""Who fills the roles of a frame: the slots of a predicate mapped to the roles of its concept, the rest completed."""

from marsad.clauses.model import Argument, Predicate
from marsad.lexicon.entries import Sense
from marsad.mentions.items import Mention
from marsad.records.addressees import Addressees
from marsad.records.announcing import announced, refuted
from marsad.records.belongs_to import BODY, of_its_own_body
from marsad.records.by_the_body import by_the_body
from marsad.records.completion import Completion
from marsad.records.depositaries import not_who_is_told
from marsad.records.encounters import margin, met_there, whose_summit
from marsad.records.frame import Frame
from marsad.records.losses import made_public, take_home, theirs
from marsad.records.mediating import Mediation
from marsad.records.nouns import nouns
from marsad.records.others import done_to_another, forces_move, hit_as_towns, keeps_out, not_to_themselves
from marsad.records.reported import asks_report
from marsad.records.scene import Scene
from marsad.records.slots import drawn, mapping
from marsad.records.somebody import acts_unnamed
from marsad.records.subjects import Subjects
from marsad.records.surroundings import Surroundings
from marsad.records.to_do import CONCEDING, talks, yields
from marsad.records.when_killed import who_attacked

# Where those stand against whom something is said or done, and what is done in words or marches.
UPON = frozenset({"on", "against"})
VOICED = frozenset({"PROTEST", "ACCUSE", "REJECT"})
# Where what somebody is met with stands behind its verb.
MET_WITH = ("to", "with", "under", "into", "for", "by")
# How deep what is said may hold what others say.
DEEPEST = 6
# The concept of a stance that depends on something, and what only a deal does itself.
CONDITIONAL, IN_FORCE = "conditional-on", "agreement-in-force"
ACTING = frozenset({"actor", "recipient", "partner", "mediator", "beneficiary", "candidate", "institution", "host"})
# What governments do to other states.
MEASURES = frozenset({"SANCTION", "COERCE"})
# What a meeting may be named after.
CITIES = frozenset({"place", "capital"})
# Slots that others may fill though nothing stands in them.
LENT = frozenset({"subj", "gen", "between"})
# The roles of a subject that does not act, which it has as well where a verb before shares it.
UNDERGOING = frozenset({"recipient", "candidate"})
# The class of nouns of marches and rallies.
PROTEST = "protest"


class RoleFiller:
    """Makes the frames of one sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.subjects = Subjects(scene)
        self.completion = Completion(scene, self.subjects)
        self.mediation = Mediation(scene)
        self.addressees = Addressees(scene, self.subjects)
        self.surroundings = Surroundings(scene, self.subjects)

    def frame(self, predicate: Predicate, sense: Sense) -> Frame:
        """Return the frame of a predicate in one sense."""
        concept = self.scene.concept(sense)
        frame = Frame(concept, sense, predicate, {}, nouns(self.scene, predicate))
        slots = mapping(concept, self.scene.slots_of(sense, predicate), predicate)
        self._from_slots(frame, slots)
        seat = self._seat(frame)
        self._actor(frame)
        self._complete(frame)
        done_to_another(frame, self.scene, self.subjects)
        not_to_themselves(frame)
        frame.place = seat or self.surroundings.place(predicate, [slot for slot, role in slots if role == "place"])
        whose_summit(frame, seat, self.scene)
        self.addressees.invaded(frame)
        self.completion.same_meeting.complete(frame)
        met_there(frame, self.scene)
        frame.within = margin(frame, self.scene)
        if concept.makes("meeting"):
            frame.add("missing", [m for owner in self.scene.with_carrier(predicate) for m in owner.mentions("without")])
        frame.unnamed = self._said_unnamed(predicate) if concept.speaker else acts_unnamed(self.scene, frame)
        frame.note_somebody(slots, self.scene.parse.items)
        self._what_to_do(frame)
        frame.form = self._form(predicate)
        frame.content = self._content(predicate) if concept.act else None
        self.subjects.offices.settle(frame)
        frame.running = self._runs(self.scene.carrier(predicate) or predicate)
        return frame

    def _runs(self, verb: Predicate) -> bool:
        """Return whether a verb tells what is under way ("are meeting", present with "now" or of a verb of lasting)."""
        if verb.tense != "present":
            return verb.tense == "progressive"
        if self.scene.parse.items[verb.k].is_function("light", "running"):
            return True
        return any(item.is_function("adv", "ongoing") for item in self.scene.parse.items[verb.start : verb.end])

    def _complete(self, frame: Frame) -> None:
        """Fill what the slots left open; the order matters, each step may look at the roles filled before it."""
        self.surroundings.institution(frame)
        not_who_is_told(self.scene, frame)
        of_its_own_body(self.scene, frame)
        by_the_body(self.scene, self.subjects, frame)
        self.surroundings.party(frame)
        self.surroundings.treaty(frame)
        self.completion.owner(frame)
        self.addressees.recipient(frame)
        self.completion.hosts(frame)
        self.completion.detaining(frame)
        self.completion.partner(frame)
        self.mediation.mediator(frame)
        self.completion.parties(frame)
        forces_move(frame, self.subjects)
        keeps_out(frame)
        hit_as_towns(frame)
        if frame.concept.makes("agreement") and frame.of("actor"):  # no treaty does anything to itself
            frame.actors["actor"] = [m for m in frame.of("actor") if m.title_kind != "treaty"]

    # Slots

    def _from_slots(self, frame: Frame, mapping: list[tuple[str, str]]) -> None:
        arguments, own = frame.predicate.arguments, dict(frame.sense.slots)
        doubled = arguments.get("of") is arguments.get("gen") and "of" in own
        active = frame.predicate.pos == "verb" and not frame.predicate.passive and "obj" in arguments and not drawn(own)
        lends = frame.predicate.light >= 0
        unnamed = own.get("obj") == "recipient" and "obj" in arguments  # "accused the agency of bias against Peru"
        for slot, role in mapping:
            if slot not in arguments and not lends and slot not in LENT:
                continue  # most slots of most rows: nobody stands there
            if slot == "between" and role == "recipient" and frame.of(role):
                continue  # "presented credentials to X, restoring ties between the two"
            if slot == "against" and role == "recipient" and slot not in own and (frame.of(role) or unnamed):
                continue  # "accused Russia of not meeting its duties towards Yerevan"
            if role == "actor" and (active if slot == "by" else slot == "into" and frame.predicate.mentions("subj")):
                continue  # "turned down a request by Peru": the request is Peru's; "barred X from the country"
            if role in ACTING and not (slot == "gen" and doubled):
                found = self._in_slot(frame.predicate, slot, role)
                noun = frame.predicate.pos == "noun"
                if role == "recipient" and slot in UPON and (noun or VOICED.intersection(frame.concept.event_types)):
                    found = self._not_victims(frame.predicate, found)
                frame.add(role, [m for m in found if role != "institution" or m.country.startswith("IGO:")])

    def _not_victims(self, predicate: Predicate, found: list[Mention]) -> list[Mention]:
        """Return those whom an act told of behind a verb is not done to ("protest at the attack by X on Y")."""
        others = (p for p in self.scene.parse.predicates if p.k > predicate.k and p.light != predicate.number)
        victims = [m for p in others if p.pos == "noun" for m in self.scene.victims(p)]
        return [m for m in found if m not in victims]

    def _in_slot(self, predicate: Predicate, slot: str, role: str) -> list[Mention]:
        lent = predicate.shares >= 0 or predicate.relation == "inf"
        lent = lent or (bool(predicate.under) and predicate.pos == "verb" and not predicate.passive)
        if lent and slot == "subj" and role in UNDERGOING and slot not in predicate.arguments:
            return self.subjects.subject(predicate)
        if slot not in predicate.arguments and predicate.light < 0 and slot != "between":
            return self._whose_object(predicate) if slot == "gen" and predicate.pos == "verb" else []
        whole = (argument for argument in predicate.all(slot) if not self._beside(argument, predicate))
        found = [m for argument in whole for m in self.subjects.actors_of(argument, predicate, role)]
        if found or slot in predicate.arguments:
            return found
        verbs = self.scene.told_of(predicate) if slot == "between" and predicate.pos == "noun" else []
        if told := [m for verb in verbs for m in verb.mentions(slot)]:
            return told
        carried = self._lent(predicate, slot)
        return self.subjects.actors_of(carried, predicate, role) if carried is not None else []

    def _whose_object(self, verb: Predicate) -> list[Mention]:
        """Return whose the object or what comes about is ("drew the anger of farmers", "met with their anger")."""
        met = (a for slot in MET_WITH if (a := verb.arguments.get(slot)) is not None and a.predicate >= 0)
        subject, patient = verb.arguments.get("subj"), verb.arguments.get("obj")
        thing = patient if patient not in (None, subject) else next(met, subject)
        if thing is None or (thing.slot == "subj" and thing.mentions):
            return []
        inner = self.scene.inner(thing, verb)
        return (inner.mentions("gen") if inner is not None else []) or thing.modifiers

    def _beside(self, argument: Argument, verb: Predicate) -> bool:
        """Return whether an argument is another act told beside a verb ("ضمن محکوم کردن X خواستار ... شد")."""
        inner = self.scene.inner(argument, verb) if argument.slot.rstrip("+") == "with" and verb.pos == "verb" else None
        return inner is not None and inner.light == verb.number

    def _lent(self, predicate: Predicate, slot: str) -> Argument | None:
        """Return the argument that a light verb lends to its action noun."""
        carrier = self.scene.carrier(predicate)
        if carrier is None or (slot == "subj" and self.scene.tells(carrier)):
            return None  # who or what an act befalls does not do it
        argument = carrier.arguments.get(slot)
        if slot == "of" and argument is not None and self._of_another(argument, predicate):
            return None  # "demonstrations held after the death of X"
        if slot != "subj" and any(
            self._beside(a, carrier) for a in carrier.all("with") if a.predicate == predicate.number
        ):
            return None
        return argument if argument is not None and argument.predicate != predicate.number else None

    def _of_another(self, argument: Argument, noun: Predicate) -> bool:
        """Return whether what stands behind "of" belongs to an action noun other than the one a verb carries."""
        others = (p for p in self.scene.parse.predicates if p.pos == "noun" and p.number != noun.number)
        return any((owned := p.arguments.get("of")) is not None and owned.k == argument.k for p in others)

    def _seat(self, frame: Frame) -> Mention | None:
        """Return the city that a meeting or march is named after, no longer as one who meets ("the Geneva talks")."""
        predicate = frame.predicate
        visited = ("gen", "recipient") in frame.sense.slots
        if predicate.pos != "noun" or visited or "with" in predicate.arguments:
            return None
        if not frame.concept.makes("meeting") and frame.concept.noun_class != PROTEST:
            return None
        named = [m for slot in ("adj", "gen") for m in predicate.mentions(slot)]
        if len(named) != 1 or named[0].kind not in CITIES or named[0].genitive:
            return None
        for held in frame.actors.values():
            held[:] = [m for m in held if m is not named[0]]
        return named[0]

    # Actors

    def _actor(self, frame: Frame) -> None:
        """Fill who acts where that isn't said in a slot: the speaker, a shared subject, the one on the way out."""
        if frame.concept.speaker:
            speaker = self.subjects.outer(frame.predicate) or self._credited(frame.predicate)
            frame.actors["actor"] = speaker or list(self.scene.memory.speakers)
        if frame.of("actor"):
            self._settle(frame)
        else:
            thing = frame.concept.noun_class == "violence" or frame.concept.name == IN_FORCE
            silent = thing and ("subj", "none") in frame.sense.slots
            befalls = ("subj", "recipient") in frame.sense.slots and frame.predicate.shares >= 0
            if not silent and not befalls and not self._caused(frame):
                frame.add("actor", self._taken_over(frame))
            told = MEASURES | CONCEDING if frame.predicate.tense == "future" else MEASURES
            if not frame.of("actor") and frame.predicate.passive and told.intersection(frame.concept.event_types):
                frame.add("actor", self._announcing(frame))
            if not frame.of("actor") and frame.concept.name == CONDITIONAL and frame.predicate.pos == "phrase":
                frame.add("actor", self._who_would(frame.predicate))
            if not frame.of("actor") and frame.concept.noun_class == "violence":
                frame.add("actor", self.completion.claiming(frame.predicate))
                frame.add("actor", self.completion.instrument(frame.predicate))
                attackers = who_attacked(self.scene, self.subjects, frame.predicate)
                frame.add("actor", [] if frame.of("actor") else attackers)
        if "leaver" in frame.concept.names:
            frame.actors["leaver"], frame.actors["institution"] = self._leaving(frame) or self.scene.memory.leaving

    def _taken_over(self, frame: Frame) -> list[Mention]:
        """Return who acts by the clauses around a predicate that names nobody itself."""
        if (telling := made_public(self.scene, frame)) is not None:
            return self._harming(frame, telling)
        done_to = frame.predicate.shares >= 0 and ("obj", "recipient") in frame.sense.slots
        return self._understood(frame.predicate, asks_report(frame) and not done_to)  # but "met and shelled positions"

    def _harming(self, frame: Frame, telling: Predicate) -> list[Mention]:
        """Return who did harm that a verb makes public: whose violence is told with it, else perhaps who tells it."""
        announcers = take_home(self.subjects.subject(telling), frame.of("recipient"))
        found = self.completion.instrument(frame.predicate) or self.completion.instrument(telling)
        return found or (announcers if theirs(announcers, frame.of("recipient")) else [])

    def _credited(self, predicate: Predicate) -> list[Mention]:
        """Return whose words or opinion the clause of a predicate is said to be ("in A's view, B is to blame")."""
        told = (a for p in (predicate, *self.scene.parse.predicates) for a in p.all("according-to"))
        named = next((found for a in told if (found := self.subjects.actors_of(a, predicate, "actor"))), [])
        return named or [m for source in self.scene.parse.sources for m in self.subjects.offices.named(source)]

    def _caused(self, frame: Frame) -> bool:
        """Return whether a protest is what something led to: who is behind that does not protest."""
        carrier = self.scene.carrier(frame.predicate)
        return "PROTEST" in frame.concept.event_types and carrier is not None and bool(self.scene.tells(carrier))

    def _announcing(self, frame: Frame) -> list[Mention]:
        """Return the officials who tell what was done to another state, where nobody is said to have done it."""
        if frame.predicate.relation == "relative":
            return []  # "met a poet jailed in Lima"
        telling = [m for m in self.subjects.outer(frame.predicate) if m.sector == "GOV"]
        if frame.predicate.tense == "future" and CONCEDING.intersection(frame.concept.event_types):
            return telling  # "announced that the pilot would be freed"
        acted = {m.country for m in frame.of("recipient") if m.country}
        return [m for m in telling if acted and m.country not in acted]

    def _leaving(self, frame: Frame) -> tuple[list[Mention], list[Mention]] | None:
        """Return who leaves what where the subject says so ("Peru's withdrawal from the court takes effect")."""
        inner = self.scene.inner(frame.predicate.arguments.get("subj"), frame.predicate)
        if inner is None:
            return None
        if (told := self.scene.frames.get(inner.number)) and told.of("institution") and told.of("actor"):
            return told.of("actor"), told.of("institution")
        leavers = [
            m
            for slot in ("adj", "gen", "by")
            for m in self._in_slot(inner, slot, "actor")
            if not m.country.startswith(BODY)
        ]
        named = [
            m
            for slot in ("from", "of", "gen")
            for m in self._in_slot(inner, slot, "institution")
            if m.country.startswith(BODY)
        ]
        bodies = named or self.scene.memory.leaving[1] or self.scene.memory.topic
        return (leavers, bodies[:1]) if leavers and bodies else None

    def _who_would(self, phrase: Predicate) -> list[Mention]:
        """Return the subject of the last verb before a phrase of condition ("X will return only when ...")."""
        before = (p for p in reversed(self.scene.parse.predicates[: phrase.number]) if p.pos not in ("noun", "phrase"))
        return next((found for p in before if "subj" in p.arguments and (found := self.subjects.subject(p))), [])

    def _settle(self, frame: Frame) -> None:
        """Let the clauses inside take the actor for their subject."""
        self.subjects.settled[frame.predicate.number] = frame.actors["actor"]

    def _understood(self, predicate: Predicate, asks_for_report: bool) -> list[Mention]:
        """Return the subject that a verb, or an action noun carried or asked for by one, takes over from elsewhere.

        Of acts that ask for a report whatever stands after the verb counts for its subject ("a bomb went off").
        """
        if self.subjects.asked_for(predicate):
            return self.subjects.asking(predicate)
        announcing = announced(self.scene, predicate)
        if announcing is not None and not _owned(predicate):
            return [] if refuted(self.scene, predicate, announcing) else self.subjects.announcer(announcing, predicate)
        if predicate.pos == "noun" and predicate.light < 0:
            return self.subjects.possessor(predicate) if self.scene.own(predicate) else []
        carrier = self.scene.carrier(predicate) or predicate
        if self.scene.tells(carrier):
            return self.subjects.of_action_noun(carrier.arguments.get("subj"), carrier)
        subject = carrier.arguments.get("subj")
        own = subject is not None and (subject is not carrier.arguments.get("obj") or asks_for_report)
        return [] if carrier.passive or own else self.subjects.subject(carrier)

    def _said_unnamed(self, predicate: Predicate) -> bool:
        """Return whether somebody says it, though we know not who."""
        teller = self.scene.parent(predicate)
        said = self.scene.concepts.get(teller.number) if teller is not None and "subj" in teller.arguments else None
        return said is not None and said.shape == "saying"

    # Nouns

    def _what_to_do(self, frame: Frame) -> None:
        """Note that a frame is completed by an infinitive, and the nouns that tell what this is about."""
        own, promises = frame.predicate, frame.concept.makes("commitment")
        inside = {argument.predicate for slot in ("on", "to") for argument in own.all(slot)}
        for child in self.scene.parse.predicates:
            held = child.number in inside
            to_do = child.relation == "inf" or (child.relation == "content" and child.tense == "jussive")
            if (child.parent == own.number and to_do) or (held and child is not own):
                alone = len(frame.of("actor")) == 1 and not frame.infinitive and not frame.concept.makes("meeting")
                frame.yields = alone and yields(self.scene, child)
                frame.infinitive = not (frame.concept.makes("agreement") and talks(self.scene, child))
                self._note_nouns(frame, child)
            elif promises and child.pos != "noun" and self._under(child, own):
                frame.yields = frame.yields or (child.parent == own.number and self._foretold(frame, child))
                self._note_nouns(frame, child)

    def _foretold(self, frame: Frame, child: Predicate) -> bool:
        """Return whether a promise says in a clause that something will be released, lifted or withdrawn."""
        alone = len(frame.of("actor")) == 1 and child.tense == "future" and not child.negated
        return alone and yields(self.scene, child)

    def _note_nouns(self, frame: Frame, child: Predicate) -> None:
        """Note the nouns of what is to be done; a deal that is only to be talked about is none yet."""
        only = talks(self.scene, child)
        for name, item in nouns(self.scene, child).items():
            if name != "agreement" or not only:
                frame.nouns.setdefault(name, item)

    def _content(self, predicate: Predicate) -> tuple[int, int] | None:
        """Return the first item of what is said under a predicate and the one after its last, None for nothing."""
        if not (inside := [p for p in self.scene.parse.predicates if self._under(p, predicate)]):
            return None
        first = min(k for p in inside for k in (p.k, *(a.k for a in p.arguments.values())))
        end = max(k for p in inside for k in (p.k + 1, *(a.end for a in p.arguments.values())))
        if all(p.k > predicate.k for p in inside):
            first = max(first, predicate.k + 1)
        elif all(p.k < predicate.k for p in inside):
            end = min(end, predicate.k)
        return (first, end) if first < end else None

    def _under(self, inner: Predicate, outer: Predicate) -> bool:
        """Return whether a predicate stands in the content of another, directly or in that of what stands there."""
        parent, steps = self.scene.parent(inner), 0
        while parent is not None and steps < DEEPEST:
            if parent.number == outer.number:
                return True
            parent, steps = self.scene.parent(parent), steps + 1
        return False

    def _form(self, predicate: Predicate) -> str:
        """Return the form of the meeting that the object or subject of a verb names, empty where it names none."""
        named = [slot for slot in ("obj", "subj", "at", "in", "to") if slot in predicate.arguments]
        for slot in named:
            inner = self.scene.inner(predicate.arguments[slot], predicate)
            if inner is None or any((slot, "topic") in sense.slots for sense in predicate.senses):
                continue  # what is talked about at a meeting
            for concept in self.scene.possible_concepts(inner):
                form = next((str(t.fields.get("form", "")) for t in concept.templates if t.kind == "meeting"), "")
                if form and not form.startswith("$"):
                    return form
        return ""


def _owned(noun: Predicate) -> bool:
    """Return whether an action noun has somebody in its genitive or behind "between" who may act."""
    acting = any(dict(sense.slots).get("gen", "actor") == "actor" for sense in noun.senses)
    return bool(noun.mentions("between") or (acting and noun.mentions("gen")))
