"""The other side that words of conflict are addressed to where they name nobody."""

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.blocs import ORGANISATIONS
from marsad.mentions.items import Mention
from marsad.records.asides import accuses_somebody, compared, told_aside
from marsad.records.frame import Frame
from marsad.records.judged import judged_owner
from marsad.records.scene import Scene
from marsad.records.steps import STEPS
from marsad.records.things_told import JUDGING, thing_told

# Event types in words whose addressee a report often leaves to be understood.
ADDRESSED = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "PROTEST", "SANCTION"})
# Those of them that are addressed to the other side of the report; threats as often reach a third.
GUESSED = ADDRESSED - {"THREATEN"}
# Those of them that are not addressed to whoever acts in another clause, and what contrasts two clauses.
WEIGHED_APART, WHILE = frozenset({"THREATEN", "REQUEST"}), "while"
# What is where something is done as well as who does it.
LANDS = frozenset({"place", "capital", "state"})
# Towns, and prepositions behind which something is there.
TOWNS, SITED = frozenset({"place", "capital"}), frozenset({"in", "at", "near"})
# Classes of nouns that only tell what something is about.
TOPICS = frozenset({"culture", "sport", "disaster"})

# Companies that happen to be named, above all where something was written, are nobody's other side.
FIRM = "BUS"
# Sectors of those who mostly speak and act against others of their own state.
AT_HOME = frozenset({"LEG", "PTY", "OPP", "JUD", "COP", "CVL", "LAB", "EDU", "MED", "REL", "AGR", "SOC"})


def matter(frame: Frame) -> Argument | None:
    """Return the argument that names what the act is about, None where there is none."""
    own = (slot for slot, role in frame.sense.slots if role == "recipient" and slot not in ("subj", "gen", "adj"))
    slots = ("obj",) if frame.predicate.pos == "noun" else ("obj", *own, "on", "to", "about")
    return next((a for s in slots if (a := frame.predicate.arguments.get(s)) is not None), None)


# The classes of things that may be accused as somebody.
BODIES = frozenset({"body", "embassy", "troops", "peacekeeping"})
# What "this" one of is somebody's of whom a clause or sentence before tells.
TAKEN_UP = STEPS | {"accusation"}


class Counterparts:
    """Finds the other side in one sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def owner(self, frame: Frame) -> None:
        """Fill whose the object is: those of whom it is named right behind it, or who act, where it is each other's."""
        if not frame.of("recipient"):
            frame.add("recipient", judged_owner(self.scene, frame))
        thing = frame.predicate.arguments.get("obj")
        owned = thing is not None and not self.scene.parse.items[thing.head].is_function("pron")
        mutual = owned and len(frame.states("actor")) > 1 and self._each_other(frame.predicate)
        if mutual and not any(m.country for m in frame.of("recipient")):
            frame.actors["recipient"] = [m for m in frame.of("actor") if m.country]  # "expelled each other's envoys"

    def counterpart(self, frame: Frame) -> None:
        """Let words of conflict without an addressee be addressed to the other side that the report is about."""
        states = frame.states("actor")
        told = _tells(frame.predicate) and not self._each_other(frame.predicate)
        if not told or not states or self._said_of_thing(frame) or self._weighed(frame.predicate):
            return
        item = self.scene.parse.items[frame.predicate.k]
        if frame.predicate.feature.enclitic.startswith("obj") and thing_told(self.scene, item, frame.predicate):
            return
        treaty = frame.concept.makes("agreement") and len(states) == 1
        doer = self._doer(frame)
        if doer and not (JUDGING | ADDRESSED).isdisjoint(frame.concept.event_types):
            frame.add("recipient", doer)
        elif treaty or ADDRESSED.intersection(frame.concept.event_types):
            self._addressed(frame, states, treaty)

    def _addressed(self, frame: Frame, states: set[str], treaty: bool) -> None:
        """Let an act be addressed to those beside whom it stands, else to those told of before."""
        beside = (m for m in self._beside(frame, states) if not compared(self.scene, m))
        near = [m for m in beside if not self._where(m, frame.predicate)]
        acting = {actor.code for actor in frame.of("actor")}
        here = {m.country: m for m in near if m.country not in states}
        places = LANDS if "ACCUSE" in frame.concept.event_types else {"capital"}  # here but where it is
        others = (m for m in near if m.kind not in places)
        at_home = {m.code: m for m in others if m.code not in acting and not _ruling(m, acting)}
        if len(here) == 1 and not treaty:
            frame.add("recipient", list(here.values()))
        elif not here and len(at_home) == 1 and not treaty:
            frame.add("recipient", list(at_home.values()))
        elif not here:
            frame.add("recipient", self._from_before(frame, states, treaty))

    def _from_before(self, frame: Frame, states: set[str], treaty: bool) -> list[Mention]:
        """Return the other side that sentences before tell of."""
        if any(state.startswith("IGO:") for state in states):
            return self._faced_by_body(states)
        guessed = treaty or self._facing_another(frame)
        return self.scene.other_side(frame.concept, states, treaty) if guessed else []

    def _faced_by_body(self, states: set[str]) -> list[Mention]:
        """Return the one state that a body of states acted on last ("suspended Peru. The union condemned the coup")."""
        act = self.scene.memory.act
        if act is None or len(states) != 1 or {m.country for m in act.roles.get("actor", [])} != states:
            return []
        faced = {m.country: m for m in act.roles.get("recipient", []) if m.country and not m.country.startswith("IGO:")}
        known = len(faced) == 1 and self.scene.memory.recently(faced)
        return [Mention(m.i, m.j, "state", m.country, resolved=True) for m in faced.values()] if known else []

    def _where(self, mention: Mention, predicate: Predicate) -> bool:
        """Return whether a town before a verb only tells where something was ("after a session in Lima condemned")."""
        row = self.scene.parse.items
        k = next((k for k, item in enumerate(row[: predicate.k]) if item.i == mention.i), 0)
        return k > 0 and mention.kind in TOWNS and row[k - 1].is_function("prep") and row[k - 1].role in SITED

    def _each_other(self, predicate: Predicate) -> bool:
        """Return whether those who act do it to each other, or to what is each other's."""
        argument = predicate.arguments.get("obj")
        items = self.scene.parse.items[argument.k : argument.end] if argument is not None and argument.head >= 0 else []
        return any(item.is_function("pron", "recip") for item in items)

    def _facing_another(self, frame: Frame) -> bool:
        """Return whether words of conflict may be to another state told of before: no violence is blamed, those who act
        do not mostly face others of their own state, and what they face is no body left unnamed.
        """
        if not GUESSED.intersection(frame.concept.event_types) or self._of_violence(frame):
            return False
        if self._own_doing(frame):
            return False
        about, inside = matter(frame), [p for p in self.scene.parse.predicates if p.parent == frame.predicate.number]
        if any(c.makes("standing") for p in inside for c in self.scene.possible_concepts(p)):
            return False  # "has no plans to leave the bloc"
        parts = self.scene.parse.items[about.k : about.end] if about is not None else []
        abroad = any(m.sector not in AT_HOME for m in frame.of("actor"))
        return abroad and not any(item.value in ORGANISATIONS for item in parts)

    def _own_doing(self, frame: Frame) -> bool:
        """Return whether what is refused is what they would do themselves ("ruled out taking in refugees")."""
        told = (p for p in self.scene.parse.predicates if p.parent == frame.predicate.number and p.relation == "gerund")
        return "REJECT" in frame.concept.event_types and "obj" not in frame.predicate.arguments and any(told)

    def _beside(self, frame: Frame, states: set[str]) -> list[Mention]:
        """Return the actors near; for threats and demands none where they only act in other main clauses ("Peru backed
        the raid, and Chile warned against it").
        """
        near, verb = self._near(frame), frame.predicate
        verbs = (p for p in self.scene.parse.predicates if p.pos == "verb" and p.relation == "main")
        main = [p for p in verbs if p.under in ("", WHILE)]
        if WEIGHED_APART.isdisjoint(frame.concept.event_types) or not frame.concept.act or verb not in main:
            return near
        acting = [m for p in main if p is not verb for m in p.mentions("subj")]
        told = {m.country for p in main if p is not verb for a in p.arguments.values() for m in a.mentions}
        other = any(m.country not in states and m not in acting for m in near)
        return near if other or not states.isdisjoint(told) else []

    def _doer(self, frame: Frame) -> list[Mention]:
        """Return whose step it is that words of blame are about ("the decision"): of whom a clause before was, else the
        sentence before.
        """
        argument = matter(frame)
        if argument is None or argument.mentions or not argument.classes & TAKEN_UP or not self._told_of(argument):
            return []
        own = frame.states("actor")
        before = (f for n, f in reversed(self.scene.frames.items()) if n < frame.predicate.number)
        here = (f.of("actor") for f in before if f.concept.event_types and self._done(f))
        told = self.scene.memory.last_subject() if not self._of_violence(frame) else []
        others = (actors for actors in here if actors and own.isdisjoint(m.country for m in actors))
        found = [m for m in next(others, told) if m.country]
        return [] if own & {m.country for m in found} else found

    @staticmethod
    def _done(frame: Frame) -> bool:
        """Return whether a clause may tell a step of which others speak, not what somebody else says of it."""
        about = matter(frame) if JUDGING.intersection(frame.concept.event_types) else None
        return frame.predicate.pos != "noun" and (about is None or not about.classes & TAKEN_UP)

    def _told_of(self, step: Argument) -> bool:
        """Return whether a step is one that was told of and nothing tells anew ("the decision", "a step that ...")."""
        row, parse = self.scene.parse.items, self.scene.parse
        anew = any(p.relation == "inf" and step.end <= p.k <= step.end + 1 for p in parse.predicates)
        beside = step.k > 0 and row[step.k - 1].kind == "punct" and row[step.k].is_function("det", "a")
        return not anew and (beside or self.scene.known(step))

    @staticmethod
    def _of_violence(frame: Frame) -> bool:
        """Return whether force is blamed, which nobody need have used who was told of before."""
        argument = matter(frame)
        return argument is not None and "violence" in argument.classes

    def _weighed(self, predicate: Predicate) -> bool:
        """Return whether somebody only plans or weighs it: to whom it would be done is then not to be guessed."""
        governor = self.scene.parent(predicate)
        concept = self.scene.concepts.get(governor.number) if governor is not None else None
        return concept is not None and concept.content in ("possible", "conditional")

    def _said_of_thing(self, frame: Frame) -> bool:
        """Return whether a verb of blame is about a thing of no class ("blamed a drought"): nobody is addressed."""
        if not BODIES.isdisjoint(accuses_somebody(self.scene, frame) or ()):
            return True
        argument = matter(frame)
        if argument is None or argument.mentions or argument.classes - TOPICS:
            return False
        return frame.concept.act == "accuse"

    def _near(self, frame: Frame) -> list[Mention]:
        """Return the actors named before a verb or inside its clause, but whom a protest is held for."""
        row, predicate = self.scene.parse.items, frame.predicate
        start, end = row[predicate.k].i, row[min(predicate.end, len(row)) - 1].j
        aside = told_aside(self.scene, predicate)
        named = (m for m in self.scene.mentions if m.country and m.kind != "place" and m.i not in aside)
        acting = [m for m in named if m.sector != FIRM]
        nouns = [n for a in predicate.arguments.values() if (n := self.scene.inner(a, predicate)) is not None]
        victims = [m for noun in nouns for m in (*self.scene.victims(noun), *self.scene.suffering(noun))]
        marched = predicate.mentions("for") if "PROTEST" in frame.concept.event_types else []
        return [m for m in acting if (m.i < start or m.j <= end) and m not in victims and m not in marched]


def _tells(predicate: Predicate) -> bool:
    """Return whether a predicate is a verb, or a noun that one carries."""
    return predicate.pos in ("verb", "phrase") or predicate.light >= 0


def _ruling(mention: Mention, acting: set[str]) -> bool:
    """Return whether somebody governs a state that acts as such: it does not turn to its own ministers."""
    return mention.sector == "GOV" and mention.country in acting
