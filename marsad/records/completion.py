"""Roles that a clause leaves to its nouns, to clauses beside it and to earlier sentences: owner, partner, mediator."""

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Mention
from marsad.mentions.memory import is_person
from marsad.records.anaphora import SIDES
from marsad.records.announcing import announced
from marsad.records.frame import Frame
from marsad.records.mediating import in_slots, share
from marsad.records.one_sided import both_named, only_partners
from marsad.records.same_meeting import SameMeeting
from marsad.records.scene import Scene
from marsad.records.subjects import Subjects

# What a summit decides is what its body does.
RESOLVED, SUMMIT = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT"}), "summit"
# What talks are the occasion of.
OCCASIONS = frozenset({"after", "during", "at", "in", "on", "before", "since"})
# To whom something is said at talks: the other side.
ADDRESSED = ("obj", "to", "with")
PAIR = 2
# Pronouns of several.
TOGETHER = frozenset({"3p", "3d"})
# The shape of what two do to each other.
MUTUAL = "reciprocal"
# Where the violence stands by which somebody came to harm.
INSTRUMENTS = ("subj", "in", "by", "after", "because-of", "during", "through", "under", "from")
# Where those stand to whom a commitment or offer is made.
ADDRESSEES = ("to", "against", "about")

# Where those stand whom a promise is for, and names that only say where.
SERVING = frozenset({"obj", "obj2", "to", "for", "by", "gen", "adj", "on", "about", "towards"})
SITES = frozenset({"place"})
# Where those stand who are behind what is claimed or blamed on them.
BEHIND = {"claim": ("subj",), "blame": ("on", "to")}
# The mode of what ends captivity.
FREEING = "release"


class Completion:
    """Fills the roles of frames in one sentence beyond the slots of their own predicate."""

    def __init__(self, scene: Scene, subjects: Subjects) -> None:
        self.scene, self.subjects = scene, subjects
        self.same_meeting = SameMeeting(scene, subjects)

    # Those who own and those who get

    def _assembled(self, frame: Frame) -> None:
        """Let the body that met act where, verb first, its summit is said to ("أدانت القمة X")."""
        subject, told = frame.predicate.arguments.get("subj"), self.scene.memory.assembled
        if not self.scene.parse.verb_first or not told or subject is None or subject.mentions or frame.of("actor"):
            return
        noun = self.scene.inner(subject, frame.predicate)
        met = self.scene.concepts.get(noun.number) if noun is not None else None
        summit = met is not None and any(t.fields.get("form") == SUMMIT for t in met.templates)
        if summit and RESOLVED.intersection(frame.concept.event_types):
            frame.add("actor", told if ("subj", "actor") in frame.sense.slots else [])

    def owner(self, frame: Frame) -> None:
        """Fill whose commitment, offer or membership the object is ("reaffirmed Washington's commitment to X")."""
        self._assembled(frame)
        commits = frame.concept.makes("commitment")
        if not commits and "owner" not in frame.concept.names:
            return
        if commits:
            nouns = self._among_arguments(frame.predicate)
            inside = [verb for noun in nouns for verb in self._infinitives(noun)]  # "reaffirmed its pledge to defend X"
            for promised in [*nouns, *self._completing(frame.predicate), *inside]:
                self._promise(frame, promised)
        thing = dict(frame.sense.slots).get("subj") == "matter"
        said_of = "subj" if thing or frame.predicate.pos in ("adj", "phrase") else "obj"
        argument = frame.predicate.arguments.get(said_of)
        if argument is not None and not argument.mentions:
            self._owned_object(frame, argument)
        if commits and not frame.of("recipient") and frame.nouns.get("subject") is not None:
            frame.add("recipient", _served_there(frame.predicate))
        if commits and all(m.possessed and not m.country for m in frame.of("recipient")):
            frame.actors["recipient"] = self._benefiting(frame)  # "to withdraw its forces" promises them nothing

    def _benefiting(self, frame: Frame) -> list[Mention]:
        """Return the first other state or body in what is promised ("to see to the security of X"), as a list."""
        acting = {m.country for m in (*frame.of("actor"), *frame.of("owner"))}
        inside = [frame.predicate, *(p for p in self.scene.parse.predicates if self._within(p, frame.predicate))]
        served = (SERVING, SERVING | {"subj", "of"})
        held = [(a, p) for p in inside for s, a in p.arguments.items() if s.rstrip("+") in served[p is not inside[0]]]
        named = (m for a, _ in held for m in (*a.mentions, *a.modifiers) if m.country and m.kind not in SITES)
        told = (m for a, p in held for m in self._taken_up(a, p))
        return [m for m in (*named, *told) if m.country and m.country not in acting][:1]

    def _taken_up(self, argument: Argument, owner: Predicate) -> list[Mention]:
        """Return those for whom an expression in an argument stands ("visas for nationals of its neighbour")."""
        row = self.scene.parse.items[argument.k : argument.end]
        told = (item for item in row if item.kind == "anaphora")
        return [m for item in told for m in self.subjects.anaphora.resolved(item, owner)]

    def _within(self, inner: Predicate, outer: Predicate) -> bool:
        """Return whether a predicate stands in the content or in an argument of another."""
        parent = self.scene.parent(inner)
        held = any(argument.predicate == inner.number for argument in outer.arguments.values())
        return inner is not outer and (held or (parent is not None and parent.number == outer.number))

    def _promise(self, frame: Frame, promised: Predicate) -> None:
        """Take subject and addressee, in doubts also the owner, from the noun of what is promised."""
        concepts = (self.scene.concept(sense) for sense in promised.senses)
        frame.subject = frame.subject or next((s for c in concepts if (s := c.promised)), "")
        if not frame.of("recipient"):
            slots = ("gen", "adj", *ADDRESSEES) if promised.mentions("gen") else ADDRESSEES
            served = self._served(promised, frame) if promised.pos != "noun" else in_slots(promised, slots)
            frame.add("recipient", served or self._referred_to(promised, slots))
        if frame.concept.act == "doubt":
            frame.add("owner", in_slots(promised, ("gen", "adj")))

    def _served(self, promised: Predicate, frame: Frame) -> list[Mention]:
        """Return those to whom what is promised is done, to whom its object belongs or where it is done."""
        objects = promised.all("obj")
        owners = [m for argument in objects for m in argument.modifiers]
        inner = (self.scene.inner(argument, promised) for argument in objects)
        owners += [m for noun in inner if noun is not None for m in in_slots(noun, ("gen", "adj"))]
        direct = ("obj", "to", "with")
        told = in_slots(promised, direct) or self._referred_to(promised, direct)
        there = [m for m in in_slots(promised, ("in",)) if m.kind == "state"]  # a town is where it is done
        steps = (told, owners, [*in_slots(promised, ("for", "of")), *there])
        others = ([m for m in step if m.country not in frame.states("actor")] for step in steps)
        return next((step for step in others if step), [])

    def _referred_to(self, predicate: Predicate, slots: tuple[str, ...]) -> list[Mention]:
        """Return whom expressions that refer back stand for in some slots ("to help the newcomer")."""
        row = self.scene.parse.items
        heads = (row[a.head] for slot in slots for a in predicate.all(slot) if a.head >= 0)
        told = (item for item in heads if item.kind == "anaphora")
        return [m for item in told for m in self.subjects.anaphora.resolved(item, predicate)]

    def _owned_object(self, frame: Frame, argument: Argument) -> None:
        owners = list(argument.modifiers)
        inner = self.scene.inner(argument, frame.predicate)
        if inner is not None:
            between = ("between", "with") if frame.concept.makes("meeting") else ()
            owners = in_slots(inner, ("adj", "gen", *between)) or owners
            frame.add("recipient", [m for m in in_slots(inner, ("to", "towards", "against")) if m.country])
            frame.add("recipient", self._objects_under(inner))
        frame.add("owner", owners or self._taken_up(argument, frame.predicate))
        frame.add("recipient", [m for m in frame.predicate.mentions("to") if m not in owners])

    def _objects_under(self, governor: Predicate) -> list[Mention]:
        """Return the objects of what a noun is about ("its promise to support X")."""
        return [m for child in self._infinitives(governor) for m in child.mentions("obj")]

    def _completing(self, governor: Predicate) -> list[Predicate]:
        """Return the verbs that say what is promised: an infinitive, or a clause ("vowed that it would help")."""
        children = (p for p in self.scene.parse.predicates if p.parent == governor.number and p.pos != "noun")
        return [child for child in children if child.relation in ("inf", "gerund", "content")]

    def _infinitives(self, governor: Predicate) -> list[Predicate]:
        children = (p for p in self.scene.parse.predicates if p.parent == governor.number)
        return [child for child in children if child.relation in ("inf", "gerund")]

    def instrument(self, predicate: Predicate) -> list[Mention]:
        """Return who acts in the violence by which somebody came to harm ("killed in an air strike by X")."""
        found = (self.scene.inner(a, predicate) for slot in INSTRUMENTS for a in predicate.all(slot))
        return [m for inner in found if inner is not None for m in self._attackers(inner)]

    def _attackers(self, noun: Predicate) -> list[Mention]:
        """Return who carries out an act of violence that a noun names, nobody where it names none."""
        sense = next((s for s in noun.senses if self.scene.concept(s).noun_class == "violence"), None)
        if sense is None:
            return []
        slots = ["adj", "by", *(slot for slot, role in self.scene.slots_of(sense, noun) if role == "actor")]
        carrier = self.scene.carrier(noun)
        own = [m for m in in_slots(noun, tuple(dict.fromkeys(slots))) if m.kind != "place"]
        if self.scene.concept(sense).shape == MUTUAL and len(own) == 1 and own[0].kind == "capital":
            return []  # where it was: "the clashes of Santiago"
        carried = self.subjects.subject(carrier) if carrier is not None and carrier.pos == "light" else []
        return own or carried or self.claiming(noun)

    def claiming(self, noun: Predicate) -> list[Mention]:
        """Return who claimed what a noun names, or is said to be behind it ("a raid claimed by X", "blamed on X")."""
        told = ((p, self.scene.concepts.get(p.number)) for p in self.scene.told_of(noun))
        slots = ((p, BEHIND.get(c.name) or BEHIND.get(c.act, ())) for p, c in told if c is not None)
        return next((found for p, among in slots for slot in among if (found := p.mentions(slot))), [])

    # Those on the other side

    def hosts(self, frame: Frame) -> None:
        """Make the states where envoys are posted the other side of a turn in relations ("recalled its envoy in X")."""
        if not frame.concept.makes("relation"):
            return
        owners = [frame.predicate, *self._among_arguments(frame.predicate)]
        envoys = [m for owner in owners for a in owner.arguments.values() for m in a.mentions if m.to]
        posted = [Mention(m.i, m.j, "state", m.to, resolved=True) for m in envoys if not m.to.startswith("IGO:")]
        acting = frame.states("actor") or {m.country for m in posted}
        if any(m.country not in ("", *acting) for m in frame.of("recipient") if m in envoys):
            frame.add("actor", [] if frame.of("actor") else posted)  # where envoys are told to leave their hosts do so
        elif posted:
            frame.actors["recipient"] = [m for m in frame.of("recipient") if m not in envoys]
            frame.add("recipient", posted)
            if not frame.states("actor") and not frame.predicate.passive:
                announcing = announced(self.scene, frame.predicate)
                outer = self.subjects.outer(frame.predicate)
                frame.actors["actor"] = self.subjects.subject(announcing) if announcing is not None else outer
                frame.add("actor", [m for m in envoys if m.country])

    def detaining(self, frame: Frame) -> None:
        """Let those who release somebody be who held them ("freed ten sailors seized in May")."""
        verb = frame.predicate
        if frame.of("actor") or verb.relation != "relative" or "COERCE" not in frame.concept.event_types:
            return
        before = (f for number, f in self.scene.frames.items() if number < verb.number)
        freeing = (f for f in before if any(t.fields.get("mode") == FREEING for t in f.concept.templates))
        freeing = (f for f in freeing if not self.scene.demanded(f.predicate))
        held = (f for f in freeing if any(a.k < verb.k <= a.end + 1 for a in f.predicate.all("obj")))
        frame.add("actor", next((f.of("actor") for f in held), []))

    def partner(self, frame: Frame) -> None:
        """Complete one-sided talks by who holds them ("said after talks with X"), a turn in relations by both sides."""
        concept = frame.concept
        if concept.makes("relation") and len(frame.states("actor")) < PAIR:
            facing = frame.of("recipient") if frame.of("actor") else []  # "and severed its ties with Y"
            frame.add("actor", [m for m in self._related(frame.predicate) if m not in facing])
        if concept.makes("relation") or concept.shape == "reciprocal":
            self._both_sides(frame, frame.states("actor"))
        if concept.makes("meeting") and concept.shape == "directed":
            self._visiting(frame)

    def _both_sides(self, frame: Frame, states: set[str]) -> None:
        """Add those who belong to the states that act already, where there are two sides to what is done."""
        if frame.concept.makes("relation") and not frame.of("recipient"):
            if not states:
                frame.add("actor", self.scene.memory.pair(2, False, self.scene.mentions))
            if len(states) == 1:
                frame.add("recipient", self.scene.other_side(frame.concept, states))
        one_sided = len(states) == 1 or (not states and frame.concept.makes("meeting"))
        one_sided = one_sided or (frame.concept.makes("meeting") and only_partners(frame.predicate, states))
        if frame.concept.shape != "reciprocal" or not one_sided or both_named(frame.predicate):
            return
        if frame.predicate.pos != "noun":
            self._understood_side(frame)
        else:
            self._holding(frame)

    def _visiting(self, frame: Frame) -> None:
        """Fill who pays a visit that is named: by the clause that belongs to it, or on the occasion of what."""
        if frame.of("actor") or frame.predicate.pos != "noun":
            return
        paying = (self.subjects.subject(p) for p in self.scene.told_of(frame.predicate))
        frame.add("actor", [m for m in next((found for found in paying if found), []) if m.country])
        verb = self._on_occasion_of(frame.predicate) if not frame.of("actor") else None
        if verb is not None:
            frame.add("actor", self.subjects.subject(verb))

    def _holding(self, frame: Frame) -> None:
        """Add who holds talks that are named, and to whom something is said on their occasion."""
        occasion = self._on_occasion_of(frame.predicate) if frame.concept.makes("meeting") else None
        if frame.concept.makes("agreement"):
            frame.add("actor", self._dealing(frame.predicate))
        holder = self.scene.carrier(frame.predicate) or occasion
        if holder is not None:
            frame.add("actor", self.subjects.subject(holder))
        if occasion is not None and len(frame.states("actor")) < PAIR:
            told = [m for slot in ADDRESSED for m in occasion.mentions(slot) if m.country]
            frame.add("actor", [m for m in told if m.title_kind != "people"])  # "freed ten sailors after talks"

    def _dealing(self, noun: Predicate) -> list[Mention]:
        """Return who plans or announces a deal with somebody ("expects to sign an accord with X"), nobody elsewhere."""
        if self.subjects.asked_for(noun):
            return self.subjects.asking(noun)
        announcing = announced(self.scene, noun)
        return self.subjects.announcer(announcing, noun) if announcing is not None else []

    def _related(self, verb: Predicate) -> list[Mention]:
        """Return whose the relations are that a verb has for its subject ("whose ties with Manila are tense")."""
        inner = self.scene.inner(verb.arguments.get("subj"), verb)
        return in_slots(inner, ("adj", "gen", "between", "with")) if inner is not None else []

    def _understood_side(self, frame: Frame) -> None:
        """Let a verb without a subject of its own take the one it shares ("meeting X in Y, Z said")."""
        taken = frame.predicate.arguments
        unsaid = "subj" not in taken or taken["subj"] is taken.get("obj")
        told = taken.get("subj")
        head = self.scene.parse.items[told.head] if told is not None and told.head >= 0 else None
        if head is not None and head.is_function("pron") and head.role in TOGETHER:
            before = {m.country: m for m in self.scene.before(head) if is_person(m)}
            frame.add("actor", list(before.values()) if len(before) == PAIR else [])
        elif unsaid and not frame.predicate.passive and frame.of("actor"):
            frame.add("actor", self.subjects.subject(frame.predicate))
        elif unsaid and frame.predicate.relation == "relative":
            owners = [p for p in self.scene.parse.predicates if p.relation != "relative" and share(p, frame.predicate)]
            frame.add("actor", [m for owner in owners for m in self.subjects.subject(owner)])

    def _on_occasion_of(self, noun: Predicate) -> Predicate | None:
        """Return the verb that tells what was done at, before or after talks."""
        for verb in self.scene.parse.predicates:
            slot = next((s for s, a in verb.arguments.items() if a.predicate == noun.number), "")
            if verb.pos == "verb" and slot.rstrip("+") in OCCASIONS:
                return verb
        return None

    def parties(self, frame: Frame) -> None:
        """Fill the parties from "between A and B" where they stand with the treaty or the verb."""
        if not frame.concept.makes("agreement"):
            return
        owners = [frame.predicate, *self._among_arguments(frame.predicate)]
        frame.add("parties", [m for owner in owners for m in owner.mentions("between") if m.country])
        if not frame.of("parties"):
            for argument in frame.predicate.all("between"):
                frame.add("parties", self.subjects.actors_of(argument, frame.predicate, "recipient"))
        if not frame.of("parties"):
            frame.add("parties", self._owning_sides(frame.predicate))
        nobody = not any(frame.of(role) for role in ("parties", "actor", "recipient"))
        taken = frame.predicate.arguments
        goes_on = "subj" not in taken and ("subj", "none") in frame.sense.slots  # "a pact that entered into force"
        if nobody and frame.predicate.pos in ("verb", "light") and (goes_on or self._definite(frame.predicate)):
            frame.add("parties", self._last_deal(frame))
        self._own_deal(frame)

    def _owning_sides(self, predicate: Predicate) -> list[Mention]:
        """Return the sides whose deal it is by its genitive ("the contract of the two countries")."""
        deals = [a for a in predicate.arguments.values() if "agreement" in a.classes]
        items = [i for a in deals for i in self.scene.parse.items[a.k + 1 : a.end + 1] if i.kind == "anaphora"]
        sides = (self.subjects.anaphora.resolved(item, predicate) for item in items if item.value in SIDES)
        return next((found for found in sides if len(found) > 1), [])

    def _own_deal(self, frame: Frame) -> None:
        """Count whoever says something of a deal "with X" for its other side ("Y says the treaty with X holds")."""
        told = [m for role in ("parties", "actor", "recipient") for m in frame.of(role)]
        thing = dict(frame.sense.slots).get("subj") == "matter" and "with" in frame.predicate.arguments
        if thing and len({m.country for m in told}) == 1:
            speakers = self.subjects.outer(frame.predicate) or self._at_home(frame)
            others = [m for m in speakers if m.country and not m.country.startswith("IGO:")]
            frame.add("parties", [*others, *told] if others else [])

    def _at_home(self, frame: Frame) -> list[Mention]:
        """Return the state whose deal it is where no clause says so: of whoever spoke or acted last, unless its own."""
        memory, sides = self.scene.memory, frame.states("actor") | frame.states("parties") | frame.states("recipient")
        last = next((m for m in (*memory.speakers, *memory.last_subject()) if m.country not in {"", *sides}), None)
        state = last.country if last is not None else memory.home if memory.home not in sides else ""
        return [Mention(0, 0, "state", state, resolved=True)] if state else []

    def _definite(self, predicate: Predicate) -> bool:
        """Return whether the thing that a verb is about is one already told of ("the memorandum")."""
        argument = predicate.arguments.get("obj") or predicate.arguments.get("subj")
        first = self.scene.parse.items[argument.k] if argument is not None else None
        return first is not None and ("the" in first.marks or (first.is_function("det") and first.role != "a"))

    def _last_deal(self, frame: Frame) -> list[Mention]:
        """Return the parties of the agreement told of before in the sentence."""
        before = (f for number, f in self.scene.frames.items() if number < frame.predicate.number)
        deals = [f.of("parties") or f.of("actor") for f in before if f.concept.makes("agreement")]
        return deals[-1] if deals else []

    def _among_arguments(self, predicate: Predicate) -> list[Predicate]:
        """Return the action nouns that a predicate has among its arguments."""
        found = (self.scene.inner(argument, predicate) for argument in predicate.arguments.values())
        return [inner for inner in found if inner is not None]


def _served_there(predicate: Predicate) -> list[Mention]:
    """Return the state in which that is what something is promised for ("pledged ten million for schools in X")."""
    purpose, place = predicate.arguments.get("for"), predicate.arguments.get("in")
    if purpose is None or place is None or not 0 <= place.k - purpose.end <= 1:
        return []
    return [m for m in place.mentions if m.kind == "state"]
