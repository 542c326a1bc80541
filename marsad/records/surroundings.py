"""Where it happened and which institution it concerns, from the clause, the sentence and what was told before."""

from collections.abc import Iterable
from functools import cached_property

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.blocs import of_topic
from marsad.mentions.items import Item, Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene, holds
from marsad.records.subjects import Subjects

# How many items behind its clause an institution may still belong to a predicate.
REACH = 12
# Meetings that institutions hold.
SITTINGS = frozenset({"summit", "session"})
# The class of the words for who is on the way out.
WITHDRAWAL = "withdrawal"
# The roles of those whose standing it may be.
PARTIES = ("actor", "recipient", "candidate")
# How deep action nouns may stand in one another: relative clauses and appositions can make a circle.
DEEPEST = 4
# Where the act stands whose place is that of the verb as well ("killed in a raid on X").
HELD = ("obj", "subj", "in", "by")
# Slots that tell only what else was so ("met despite the warrant of the court"): no body that a verb concerns.
ASIDE = frozenset({"despite", "because-of", "according-to"})
# The classes of function words that "where" may be of, and how many items before it the place may stand.
OPENING_CLAUSES = frozenset({"sub", "rel"})
NEAR_WHERE = 4
# Where what is left stands.
LEFT = "from"
# The classes of what is left and is no body.
NO_BODY = frozenset({"subject", "sport", "culture", "power"})
# The class of what somebody meets about.
SITUATION = "situation"
# The roles of a subject that does not act.
THINGS = frozenset({"matter", "none"})
PLACES = frozenset({"state", "capital", "place"})
# Slots in which the treaty stands that somebody is a member of or leaves.
RIGHTS = frozenset({"membership", "voting"})  # what a state has in a body
OF_DEALS = frozenset({"gen", "of", "from", "in", "into", "to"})
# The codes of states have three letters, those of regions have more.
STATE = 3
# What tells where a town, palace or airport lies: also an adjective ("in the Polish capital").
LOCATING = PLACES | {"demonym"}
# With the event itself also what stands for a government ("in the Kremlin").
NAMED_PLACES = PLACES | {"metonym"}


class Surroundings:
    """Fills institutions and places in one sentence."""

    def __init__(self, scene: Scene, subjects: Subjects) -> None:
        self.scene, self.subjects = scene, subjects

    # Institution

    def institution(self, frame: Frame) -> None:
        """Fill the institution from any argument, then from what stands for one, then from the sentence or before."""
        if "institution" not in frame.concept.names or frame.of("institution"):
            return
        predicate = frame.predicate
        found = self._held_by(frame) or self._in_arguments(predicate) or self._in_thing(frame)
        if not found and "attendance" in frame.concept.keys:
            told, own = _bodies(self._before(predicate)), frame.of("actor")
            found = [m for m in told if m not in own] or self._convened(predicate) or told
        if not found and frame.concept.makes("meeting") and self._taken_up(predicate):
            found = self._convened(predicate)
        if not found and frame.concept.makes("standing") and not self._named_otherwise(frame):
            found = self._understood(predicate)
        if not found and self._sits(frame):
            found = self._sitting(predicate)
            frame.actors["actor"] = [m for m in frame.of("actor") if not self.scene.of_all(m)]
        if found and frame.concept.noun_class == WITHDRAWAL and all(m.role for m in found):
            found = self.scene.memory.leaving[1] or found  # "the notice was handed to the secretary-general"
        frame.actors["nearby"] = self._around(predicate)[:1]
        if found:
            frame.actors["institution"] = found[:1]

    def _sitting(self, predicate: Predicate) -> list[Mention]:
        """Return the body whose meeting a bare noun tells of ("the next summit"): what met last goes before what was
        only named since, unless a body is named in the sentence or words of a name come up again.
        """
        here, words = self._before(predicate), self._words_near(predicate)
        convened = [] if _bodies(here) or set(words) & self.scene.memory.named_words else self.scene.memory.convened
        return convened or self.scene.memory.last_institution(here, "", words)

    @staticmethod
    def _held_by(frame: Frame) -> list[Mention]:
        """Return the body that alone holds a meeting ("the council debates the war at the request of the EU")."""
        told = [t for t in frame.concept.templates if t.kind == "meeting" and "attendance" not in t.fields]
        actors = frame.of("actor") if told else []
        return actors if len(actors) == 1 and actors[0].country.startswith("IGO:") else []

    def _named_otherwise(self, frame: Frame) -> bool:
        """Return whether a name that we do not know stands where the institution would ("applied to join the Alpine
        Convention, the commission said").
        """
        own, slots = frame.predicate, {slot for slot, role in frame.sense.slots if role == "institution"}
        held = [a for slot in slots for a in own.all(slot)]
        inner = (p for p in self.scene.parse.predicates if p.parent == own.number and p.relation == "inf")
        held += [a for p in inner for a in p.all("obj")]
        joined = own.mentions("obj") if "obj" in slots else []
        if any(m.kind == "state" for m in joined):
            return True  # "asked to join Russia"
        if any(m.kind == "name" and not m.country for a in held for m in a.mentions):
            return True
        left = (a for a in own.all(LEFT) if LEFT in slots and a.head >= 0 and not a.mentions and a.classes <= NO_BODY)
        return any(self._is_thing(a) for a in left)  # "withdrew from the race"

    def _is_thing(self, argument: Argument) -> bool:
        """Return whether an argument is a plain noun, no year ("suspended from 2016 on")."""
        items = self.scene.parse.items
        year = any(token.isdigit() for item in items[argument.k : argument.end] for token in self.scene.tokens(item))
        return items[argument.head].kind in ("word", "nominal") and not year

    def party(self, frame: Frame) -> None:
        """Fill whose standing it is where no slot says so: the owner of the thing, else who says what becomes of it."""
        if not frame.concept.makes("standing"):
            return
        if self._itself(frame):
            frame.actors["actor"] = list(self.scene.memory.party)
        undergone = any(t.fields.get("subject") == "$recipient" for t in frame.concept.templates)
        if not any(_parties(frame.of(role)) for role in PARTIES):
            owners = self._owners(frame.predicate) or self._saying(frame) or self._still(frame)
            frame.add("recipient" if undergone else "actor", owners)
        elif undergone and not frame.of("recipient") and self._of_thing(frame):
            doers = (slot for slot, role in frame.sense.slots if role == "actor")
            done_by = frame.predicate.passive or any(slot in frame.predicate.arguments for slot in ("by", *doers))
            frame.add("recipient", self._owners(frame.predicate) or ([] if done_by else _parties(frame.of("actor"))))

    @staticmethod
    def _of_thing(frame: Frame) -> bool:
        return dict(frame.sense.slots).get("subj") in THINGS

    def _itself(self, frame: Frame) -> bool:
        """Return whether a pronoun would make a body a party to itself: it stands for whose standing was told last."""
        named, bodies = frame.predicate.mentions("subj"), frame.states("institution")
        return bool(bodies) and not named and frame.states("actor") == bodies and bool(self.scene.memory.party)

    def _saying(self, frame: Frame) -> list[Mention]:
        """Return who says of a thing that is nobody's what becomes of it ("X says that an exit is off the table")."""
        thing = self._of_thing(frame) and frame.concept.shape == "state"
        thing = thing or frame.predicate.passive
        return [m for m in _parties(self.subjects.outer(frame.predicate)) if m.country] if thing else []

    def _still(self, frame: Frame) -> list[Mention]:
        """Return whose standing in the same body was told last, of what is said of a thing that is nobody's."""
        bodies = frame.states("institution")
        if not bodies or not (frame.predicate.passive or self._of_thing(frame)):
            return []
        stood = (f for f in reversed(self.scene.frames.values()) if f.concept.makes("standing"))
        here = next((p for f in stood if f.states("institution") == bodies and (p := _parties(f.of("actor")))), [])
        same = bodies <= {m.country for m in (*self.scene.memory.topic, *self.scene.memory.leaving[1])}
        return list(here or (self.scene.memory.party if same else ()))

    def _in_thing(self, frame: Frame) -> list[Mention]:
        """Return the institutions in a subject that is a thing something is said of ("the summit of X ended")."""
        subject = frame.predicate.arguments.get("subj")
        if subject is None or dict(frame.sense.slots).get("subj") not in THINGS:
            return []
        inner = self.scene.inner(subject, frame.predicate)
        return self._in_argument(subject, frame.predicate) + (self._in_arguments(inner) if inner is not None else [])

    def _convened(self, predicate: Predicate) -> list[Mention]:
        """Return the institution that met or meets last, where no other meeting is named ("to attend this summit")."""
        told = (a for owner in self.scene.with_carrier(predicate) for a in owner.arguments.values())
        named = [a for a in told if "meeting" in a.classes]
        first = (self.scene.parse.items[a.k] for a in named)
        definite = (
            "the" in i.marks or (i.is_function("det") and i.role != "a") or i.is_function("pron") for i in first
        )
        met = (f.of("institution") for f in reversed(self.scene.frames.values()) if f.concept.makes("meeting"))
        here = next((found for found in met if found), self.scene.memory.convened)
        bare = self.scene.parse.bare_nouns and all(a.end - a.k == 1 for a in named)
        return here if bare or all(definite) else []

    def _taken_up(self, predicate: Predicate) -> bool:
        """Return whether a meeting is the one told of before ("this conference will be held in ...")."""
        before = self.scene.parse.items[predicate.k - 1 : predicate.k]
        return predicate.pos == "noun" and any(item.is_function("det", "this") for item in before)

    def _sits(self, frame: Frame) -> bool:
        """Return whether it is a summit or session of nobody named: that of the institution told of before."""
        if frame.concept.makes("meeting") and any(self.scene.of_all(m) for m in frame.of("actor")):
            return True
        if frame.of("host") and not frame.of("actor") and self.scene.memory.convened:
            return True  # "Bahrain will host the next meeting"
        forms = {str(t.fields.get("form")) for t in frame.concept.templates if t.kind == "meeting"}
        if any(form.startswith("$") for form in forms) and (named := frame.nouns.get("meeting")) is not None:
            forms.add(named.role)
        return not forms.isdisjoint(SITTINGS) and not frame.states("actor")

    def treaty(self, frame: Frame) -> None:
        """Fill the treaty that an agreement is where one of the tables is named, not a noun that says "treaty"."""
        if frame.concept.makes("agreement"):
            named = (m for argument in frame.predicate.arguments.values() for m in argument.mentions)
            heads = (a.head for a in frame.predicate.arguments.values() if a.head >= 0 and a.slot in ("obj", "subj"))
            items = (self.scene.parse.items[k] for k in heads)
            told = [i for i in items if i.kind == "anaphora" and i.value == "the-treaty"]
            resolved = [m for item in told for m in self.subjects.anaphora.resolved(item, frame.predicate)]
            known = (*frame.of("institution"), *named, *resolved)
            frame.actors["treaty"] = [m for m in known if m.title_kind == "treaty"][:1]

    def _owners(self, predicate: Predicate) -> list[Mention]:
        """Return whose the thing is that a verb is about ("Gabon's vote in the union was restored")."""
        argument = predicate.arguments.get("obj") or predicate.arguments.get("subj")
        if argument is None and predicate.pos == "noun":  # "the suspension of Eritrea's membership"
            things = (predicate.arguments[slot] for slot in ("gen", "of") if slot in predicate.arguments)
            argument = next((thing for thing in things if "membership" in thing.classes), None)
        if argument is None and predicate.pos == "adj" and predicate.shares >= 0:
            return self._owners(self.scene.parse.predicates[predicate.shares])  # "X's membership remains frozen"
        inner = self.scene.inner(argument, predicate)
        named = [*argument.modifiers] if argument is not None else []
        slots = (a for slot in ("gen", "adj", "of") for a in inner.all(slot)) if inner is not None else ()
        named += [m for a in slots if inner is not None for m in self.subjects.actors_of(a, inner, "recipient")]
        told = [m for m in named if m.country and not m.country.startswith("IGO:")]
        return told or (self._owner_told(argument, predicate) if argument is not None else [])

    def _owner_told(self, argument: Argument, predicate: Predicate) -> list[Mention]:
        """Return whose the thing is by an expression for a state told before ("its membership was frozen")."""
        told = self.subjects.owner_told(argument, predicate)
        if told or argument.classes.isdisjoint(RIGHTS):
            return told
        row = self.scene.parse.items[argument.k : argument.end]
        if not any(item.is_function("poss") or (item.known and "poss" in item.known.feature.enclitic) for item in row):
            return []
        return self._acting_before(argument) if self.scene.before(row[0]) else self.scene.memory.party

    def _acting_before(self, argument: Argument) -> list[Mention]:
        """Return the one state that stands last as a subject before an argument ("Chad is in it, but its seat ...")."""
        told = (p.arguments.get("subj") for p in self.scene.parse.predicates)
        before = [a for a in told if a is not None and a.mentions and a.k < argument.k]
        states = max(before, key=lambda a: a.k).mentions if before else []
        return states if len(states) == 1 and not states[0].country.startswith("IGO:") else []

    def _understood(self, predicate: Predicate) -> list[Mention]:
        """Return the institution of the sentence, or that told of before where words of its name come up again."""
        words = self.scene.tokens(self.scene.parse.items[predicate.k]) + self._words_near(predicate)
        before = [*reversed(_bodies(self._before(predicate)))]
        found = self._around(predicate) or self._told_here() or before or _bodies(self.scene.mentions)
        if not found or set(words) & self.scene.memory.named_words:
            deals = [a for slot, a in predicate.arguments.items() if slot in OF_DEALS and "agreement" in a.classes]
            deal = any(a.end - a.k == 1 for a in deals)  # "of the treaty", not "of the treaty on gas"
            if deals and not deal:
                return found
            kind = "treaty" if deal else ""
            found = self.scene.memory.last_institution(self._before(predicate), kind, words) or found
            found = of_topic(found, self.scene.memory.topic)
        return found

    def _told_here(self) -> list[Mention]:
        """Return the institution of the last act of this sentence that concerns one ("left it and recalled ...")."""
        told = (frame.of("institution") for frame in reversed(self.scene.frames.values()))
        return next((bodies for bodies in told if bodies), [])

    def _before(self, predicate: Predicate) -> list[Mention]:
        return self.scene.before(self.scene.parse.items[predicate.k])

    def _words_near(self, predicate: Predicate) -> list[str]:
        """Return the words of the arguments in which an institution would stand."""
        spans = [predicate.arguments[s] for s in ("obj", "in", "of", "from") if s in predicate.arguments]
        items = [item for a in spans for item in self.scene.parse.items[a.k : a.end]]
        return [word for item in items if item.kind in ("word", "nominal") for word in self.scene.tokens(item)]

    def _around(self, predicate: Predicate) -> list[Mention]:
        row = self.scene.parse.items[predicate.start : predicate.end + REACH]
        return _bodies(item.mention for item in row if item.mention is not None)

    def _in_arguments(self, predicate: Predicate, depth: int = 0) -> list[Mention]:
        """Return the institutions in the arguments of a predicate and, to some depth, of the action nouns in them."""
        found: list[Mention] = []
        for owner in self.scene.with_carrier(predicate):
            for slot, argument in owner.arguments.items():
                if slot not in ASIDE and (slot != "subj" or predicate.pos == "noun"):
                    found += self._in_argument(argument, owner)
                    inner = self.scene.inner(argument, owner) if owner is predicate else None
                    found += self._in_arguments(inner, depth + 1) if inner is not None and depth < DEEPEST else []
        return found

    def _in_argument(self, argument: Argument, owner: Predicate) -> list[Mention]:
        named = _bodies((*argument.mentions, *argument.modifiers))
        envoys = (m for m in argument.mentions if m.to.startswith("IGO:"))
        named += [Mention(m.i, m.j, "institution", m.to, resolved=True) for m in envoys]
        head = self.scene.parse.items[argument.head] if argument.head >= 0 else None
        if head is not None and head.kind == "anaphora":
            named += _bodies(self.subjects.anaphora.resolved(head, owner))
        return named

    # Place

    def place(self, predicate: Predicate, slots: Iterable[str]) -> Mention | None:
        """Return where it happened: a place named with the predicate, what carries it, or the action noun it is about.

        `slots` are those in which the sense expects its place.
        """
        owners = [*self.scene.with_carrier(predicate), *self.scene.told_of(predicate)]
        held = (predicate.arguments[slot] for slot in HELD if slot in predicate.arguments)
        inside = (self.scene.inner(argument, predicate) for argument in held)
        for inner in (noun for noun in inside if noun is not None):
            owners += [*self.scene.with_carrier(inner), *self.scene.told_of(inner)]
        told = (*slots, "in", "at", "into", "obj2") if self._meets(predicate) else (*slots, "in", "at")
        named = [m for slot in told for owner in owners if slot in owner.arguments for m in owner.mentions(slot)]
        carrier = self.scene.carrier(predicate)
        of_itself = carrier is not None and any(a.predicate == predicate.number for a in carrier.all("subj"))
        if carrier is not None and not of_itself and self.scene.tells(carrier) == "happened":
            named += carrier.mentions("subj")  # "Baghdad saw attacks", "Moroccan towns saw protests"
            named += [m for a in carrier.all("subj") if not a.mentions for m in a.modifiers]
        where = ((owner, slot) for owner in owners for slot in (*slots, "in", "at", "to"))
        placing = (a for owner, slot in where if slot in owner.arguments for a in owner.all(slot))
        sites = (a for a in placing if "site" in a.classes and "violence" not in a.classes)
        located = [m for argument in sites for m in (*argument.modifiers, *argument.mentions)]
        if self._meets(predicate):
            named = [m for m in named if not self._of_situation(m)]
        found = _first_place(named, NAMED_PLACES) if named else None
        found = found or (_first_place(located, LOCATING) if located else None)
        return found or self._where(predicate) or self._place_around(predicate)

    def _of_situation(self, mention: Mention) -> bool:
        """Return whether a place is that of what is talked about ("met to discuss the crisis in Haiti")."""
        row = self.scene.parse.items
        k = next((k for k, item in enumerate(row) if item.mention is mention), 0)
        if k < len(("crisis", "in")) or not row[k - 1].is_function("prep"):
            return False
        k -= len(("crisis", "in"))
        while k > 0 and (row[k].kind == "word" or row[k].is_function("adj")):
            k -= 1
        span = row[k].span
        return span is not None and span.find("nominal", SITUATION) is not None

    @cached_property
    def _wheres(self) -> list[int]:
        """The items that say "where"."""
        functions = ((k, item) for k, item in enumerate(self.scene.parse.items) if item.kind == "function")
        return [k for k, item in functions if item.value in OPENING_CLAUSES and _says_where(item)]

    def _where(self, predicate: Predicate) -> Mention | None:
        """Return the place named right before a clause with "where" ("in Lima, where the leaders met")."""
        if not self._wheres:
            return None
        k = min(owner.k for owner in self.scene.with_carrier(predicate))
        row, verbs = self.scene.parse.items[:k], (p for p in self.scene.parse.predicates if p.pos in ("verb", "light"))
        opening = max((n for n in self._wheres if n < k), default=0)
        if not opening or any(opening < verb.k < k for verb in verbs):
            return None
        before = [item.mention for item in row[max(0, opening - NEAR_WHERE) : opening] if item.mention is not None]
        return _first_place(reversed(before), NAMED_PLACES)

    def _meets(self, predicate: Predicate) -> bool:
        concept = self.scene.concepts.get(predicate.number)
        return concept is not None and concept.makes("meeting")

    def _place_around(self, predicate: Predicate) -> Mention | None:
        """Return the place of the verb whose occasion the talks are, or that of the dateline."""
        if not self._meets(predicate):
            return None
        verbs = (p for p in self.scene.parse.predicates if p.number != predicate.number and holds(p, predicate))
        happening = (p for p in self.scene.parse.predicates if p.relation == "relative" and self.scene.tells(p))
        inside = [a for verb in (*verbs, *happening) for a in verb.all("in")]
        named = (m for argument in inside for m in argument.mentions if not self._of_situation(m))
        located = (m for a in inside if "site" in a.classes for m in (*a.modifiers, *a.mentions))
        return _first_place(named, PLACES) or _first_place(located, LOCATING) or self.scene.dateline


def place_among(mentions: Iterable[Mention]) -> Mention | None:
    """Return the first of some actors that is a place, None where none is."""
    return _first_place(mentions, PLACES)


def _parties(mentions: Iterable[Mention]) -> list[Mention]:
    return [m for m in mentions if not m.country.startswith("IGO:")]


def _says_where(item: Item) -> bool:
    """Return whether a word is "where", be it that of a relative clause."""
    if item.value == "sub":
        return item.role == "where"
    relative = item.span.find("function", "sub") if item.span is not None else None
    return relative is not None and relative.entry.role == "where"


def _bodies(mentions: Iterable[Mention]) -> list[Mention]:
    return [m for m in mentions if m.country.startswith("IGO:")]


def _first_place(mentions: Iterable[Mention], kinds: frozenset[str]) -> Mention | None:
    sites = [m if not m.to else Mention(m.j - 1, m.j, "capital", m.to) for m in mentions]
    places = [m for m in sites if m.kind in kinds and not m.country.startswith("IGO:")]
    return next((m for m in places if len(m.country) == STATE), next(iter(places), None))
