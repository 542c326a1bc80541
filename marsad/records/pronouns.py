"""Whom a pronoun stands for: one named before it in its clause, the subject of a clause before, who acted last."""

from collections.abc import Callable, Iterable, Iterator

from marsad.clauses.model import Predicate
from marsad.clauses.places import opens_aside
from marsad.mentions.blocs import ORGANISATIONS
from marsad.mentions.civic import PERSON
from marsad.mentions.items import Item, Mention
from marsad.mentions.memory import is_person
from marsad.mentions.towns import located
from marsad.records.carried import acting_again, agreeing, befallen, before_semicolon, body_told, disagrees, taken_up
from marsad.records.held_persons import holds_person, one_held
from marsad.records.main_clauses import main_before, to_be_done
from marsad.records.meek import meek
from marsad.records.quoting import MARKS, in_quotes
from marsad.records.scene import Scene
from marsad.records.things_told import thing_told, whose
from marsad.records.undergone import acting

# Pronouns of a person, where a language says "it" of states and bodies, and the pronoun that it says so of them.
PERSONAL, NEUTER = frozenset({"3ms", "3fs"}), "3ns"
# A pronoun of one person, where a language has another for things but none for "it" of states.
HUMAN = "3hs"
# Slots in which an actor takes part in what a verb says.
DIRECT = ("subj", "obj")
# Kinds of those of whom no pronoun of a person is said.
BODILY = frozenset({"institution", "state", "capital", "group", "metonym"})
# Sectors of those who are or act for a state as a whole.
STATE_SECTORS = frozenset({"", "GOV"})
# Kinds of mentions that "they" are hardly said of.
TOWNS = frozenset({"capital", "metonym"})
# So many loans of a subject are followed.
LOANS = 4

# Pronouns that are said of several.
SEVERAL = frozenset({"3p", "3d"})


class Pronouns:
    """Resolves pronouns in one sentence; `outer` gives the subject of the clauses around a predicate."""

    def __init__(self, scene: Scene, outer: Callable[[Predicate], list[Mention]]) -> None:
        self.scene, self.outer = scene, outer

    def resolved(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the actors a pronoun stands for in the clause of a predicate, empty where it stands for none."""
        found = self._resolved(item, predicate)
        held = holds_person(self.scene, found, item, predicate.number)
        return one_held(self.scene, found, item) if held else found

    def _resolved(self, item: Item, predicate: Predicate) -> list[Mention]:
        memory = self.scene.memory
        if item.role in ("recip", "other"):
            each = predicate.mentions("subj")
            return each if len({m.country for m in each}) > 1 or item.role == "recip" else self._sides(item)
        if item.role in ("that", "nobody"):
            return self._acted_upon(item, predicate) if item.role == "that" else []
        if item.role in ("1s", "1p"):
            return self.outer(predicate) or self.scene.parse.sources or list(memory.speakers)
        if memory.personal and item.role in (*PERSONAL, NEUTER):
            return self._by_kind(item, predicate)
        if (thing := thing_told(self.scene, item, predicate)) is not None:
            return whose(self.scene, thing)
        if not (near := befallen(self.scene, item, predicate) or before_semicolon(self.scene, item)):
            near = self._party(item, predicate) or self._just_before(item) or self._body_told(item, predicate)
        near = near or self._several(item, predicate)
        near = self._human(near or memory.last_subject(), item, predicate) or near or self._people(item, predicate)
        if not near and (stateless := self._stateless(item, predicate)):
            return stateless
        found = near or taken_up(self.scene, item, predicate) or agreeing(self.scene, item)
        found = found or memory.last_subject() or self._subject_before(item)
        if self._own(found, item, predicate):
            return self.beside(item, predicate) or self._unlike(item, predicate)
        return self._but_pronoun(found, item, predicate)

    def _several(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the subject of the clauses around a pronoun; where that is one person, "they" are the last of several
        before it ("Ruiz said the ministry knew that they were lying"), in their own words nobody else.
        """
        around = self.outer(predicate)
        if item.role not in SEVERAL or len(around) != 1 or not is_person(around[0]) or around[0].plural:
            return around
        told = (f for f in self._subjects_before(item) if _agrees(f, item.role) or f[0].kind in BODILY)
        quoted = in_quotes(self.scene.sentence.tokens, item.i)
        return next((found for found in told if found[0] is not around[0]), [] if quoted else around)

    def _human(self, near: list[Mention], item: Item, predicate: Predicate) -> list[Mention]:
        """Return the last person but the subject where one is not near: of persons alone is "او" said; else nobody."""
        if item.role != HUMAN or (len(near) == 1 and is_person(near[0])):
            return []
        own = {m.code for m in self.subject(item, predicate)}
        told = (i.mention for i in reversed(self.scene.parse.items) if i.mention is not None and i.i < item.i)
        named = [m for m in told if (m.country or m.sector) and is_person(m) and not m.plural]
        last = self.scene.memory.told_last.get(PERSON)
        candidates = [*([m] for m in named), self.scene.memory.last_person(), [last] if last is not None else []]
        return next((c for c in candidates if c and own.isdisjoint(m.code for m in c)), [])

    def _people(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the people told of last, where "they" is said of several and one alone acted last; else nobody."""
        last = self.scene.memory.last_subject()
        if item.role not in SEVERAL or len(last) > 1 or any(m.plural or m.title_kind == "people" for m in last):
            return []
        own = {m.code for m in self.subject(item, predicate)}
        here = [m for m in reversed(self.scene.before(item)) if m.title_kind == "people" or (m.plural and m.sector)]
        told = self.scene.memory.told_last.get("people")
        about = told is not None and (is_civil(last) or meek(self.scene, last, predicate))
        candidates = [*here, *([told] if told is not None and about else [])]
        return next(([m] for m in candidates if m.code not in own), [])

    def _acted_upon(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the body or state that the verb before acts upon, where "it" is the object of the next ("left X and
        accused it of ..."), with a verb of standing the body told of last ("Chad left it in 2020"); nobody elsewhere.
        """
        own, before = predicate.arguments.get("obj"), self.scene.parse.predicates[: predicate.number]
        if own is None or own.head < 0 or self.scene.parse.items[own.head] is not item:
            return []
        verb = next((p for p in reversed(before) if p.pos in ("verb", "light")), None)
        upon = verb.mentions("obj") if verb is not None else []
        acting = {m.country for m in self.subject(item, predicate)}
        found = [m for m in upon if m.kind in BODILY and m.country not in acting]
        if found or not any(concept.makes("standing") for concept in self.scene.possible_concepts(predicate)):
            return found
        bodies = [m for m in self.scene.before(item) if m.country.startswith("IGO:") and m.country not in acting]
        return bodies[-1:] or self.scene.memory.topic

    def _party(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the state that acts before a pronoun of whose standing its clause tells ("..., وهي عضو")."""
        tells = opens_aside(item) and any(c.makes("standing") for c in self.scene.possible_concepts(predicate))
        return self.subject_state(item) if tells else []

    def _unlike(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return who a pronoun stands for among those at home: the nearest it agrees with, subjects first, but the
        subject of its clause ("the activists blocked roads and police arrested them"); where the sentence names no
        other, the people who acted last before it ("Teachers sued the state. The state apologised to them").
        """
        acting = {m.code for m in self.subject(item, predicate)}
        named = ([m] for m in reversed(self.scene.before(item)) if m.kind != "place")
        last = self.scene.memory.last_subject()
        people = [last] if item.role in SEVERAL and last and all(is_person(m) for m in last) else []
        candidates = (*self._subjects_before(item), *named, *people)
        return next((c for c in candidates if _agrees(c, item.role) and acting.isdisjoint(m.code for m in c)), [])

    def _but_pronoun(self, found: list[Mention], item: Item, predicate: Predicate) -> list[Mention]:
        """Return whom a pronoun stands for whose clause has another for its subject ("It accused him"): another one."""
        subject, items = predicate.arguments.get("subj"), self.scene.parse.items
        told = items[subject.head] if subject is not None and subject.head >= 0 else item
        if told is item or told.i > item.i or not told.is_function("pron"):
            return found
        subjects = self.resolved(told, predicate)
        acting = {m.country for m in subjects}
        same = bool(acting) and {m.country for m in found} == acting
        other = taken_up(self.scene, item, predicate, {m.code for m in subjects}) if same else []
        return (other or self.scene.memory.other_side(acting)) if same else found

    def written(self, verb: Item, predicate: Predicate) -> list[Mention]:
        """Return who a pronoun written with its verb stands for: the nearest actor it agrees with but the subject."""
        mark, _, role = verb.known.feature.enclitic.partition(":") if verb.known is not None else ("", "", "")
        if mark != "obj" or role in ("1s", "1p"):
            return []
        if (thing := thing_told(self.scene, verb, predicate)) is not None:
            return whose(self.scene, thing)
        near = [[m] for m in reversed(self.scene.before(verb)) if m.kind != "place"]
        candidates = [*near, self.outer(predicate), self.scene.memory.last_subject()]
        fitting = (c for c in candidates if c and _agrees(c, role) and not self._own(c, verb, predicate))
        return next(fitting, [])

    def _sides(self, item: Item) -> list[Mention]:
        """Return both sides of "each government blamed the other"."""
        sides = self.scene.sides(2, self.scene.before(item))
        return [Mention(m.i, m.j, "state", m.country, resolved=True) for m in sides]

    # Whom it can't stand for

    def _own(self, found: list[Mention], item: Item, predicate: Predicate) -> bool:
        """Return whether what a pronoun would stand for is the subject of its clause: that would take "itself"."""
        subject = self.subject(item, predicate)
        if not subject or not found:
            return False
        states = {m.country for m in subject if m.sector in STATE_SECTORS}
        return all(m.country in states and m.sector in STATE_SECTORS for m in found) or (
            {m.code for m in found} <= {m.code for m in subject}
        )

    def beside(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the last actor named before in the sentence that is not the subject, as a list of one or none."""
        subject = {m.country for m in self.subject(item, predicate)}
        others = [m for m in self.scene.before(item) if m.country not in subject and m.kind != "place"]
        body = self._body_before(item)
        if body is not None and (not others or others[-1].i < body.i):
            return self.scene.memory.last_institution(self.scene.before(body), "", self.scene.tokens(body))
        return others[-1:]

    def _body_before(self, item: Item) -> Item | None:
        """Return the expression for a body that stands last before an item, None for none."""
        row = reversed(self.scene.parse.items)
        return next((i for i in row if i.i < item.i and i.kind == "anaphora" and i.value in ORGANISATIONS), None)

    def _body_told(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the body of the sentence that "with it" takes up ("left the bloc and signed a pact with it")."""
        body, k = self._body_before(item), self.scene.parse.items.index(item)
        before = self.scene.parse.items[k - 1] if k else None
        written = any(mark == "prep:with" for mark in item.marks)
        if body is None or not (written or (before is not None and before.is_function("prep", "with"))):
            return []
        found = self.scene.memory.last_institution(self.scene.before(body), "", self.scene.tokens(body))
        return [m for m in found if m.country not in {a.country for a in self.subject(item, predicate)}]

    def subject(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the subject of the clause of a predicate in which an item stands, nobody where the item is in it."""
        owners = (*self.scene.with_carrier(predicate), self._lender(predicate))
        subjects = [argument for owner in owners if (argument := owner.arguments.get("subj")) is not None]
        k = self.scene.parse.items.index(item)
        if any(argument.k <= k < argument.end for argument in subjects):
            return []
        return next((a.mentions for a in subjects if a.mentions), []) or self._around(predicate)

    def _around(self, predicate: Predicate) -> list[Mention]:
        """Return the subject of the clause around a predicate unless nobody in particular acts in its own."""
        return acting(predicate, self.outer(predicate), self.scene.parse.items)

    # What fits

    def _fits(self, pronoun: Item, mention: Mention) -> bool:
        """Return whether a pronoun may be said of an actor: where pronouns tell persons from things, of its kind."""
        if not self.scene.memory.personal or pronoun.role not in (*PERSONAL, NEUTER):
            return True
        person = is_person(mention)
        return (person if pronoun.role in PERSONAL else not person) and not mention.plural

    def _fitting(self, pronoun: Item, mentions: list[Mention]) -> list[Mention]:
        return mentions if all(self._fits(pronoun, mention) for mention in mentions) else []

    # Where it is looked for

    def _just_before(self, pronoun: Item) -> list[Mention]:
        """Return the actor that a pronoun takes up ("Moscow, and it ..."), nothing where a verb stands between."""
        items = self.scene.parse.items
        for k in range(items.index(pronoun) - 1, -1, -1):
            mention = items[k].mention
            if items[k].kind == "trigger":
                break
            inside = k > 0 and items[k - 1].is_function("prep", "in")
            if mention is None or not mention.country or mention.kind == "place" or inside or located(items, k):
                continue  # "the embassy in Quito, and it ..."
            town = pronoun.role == "3p" and mention.kind in TOWNS
            if self._fits(pronoun, mention) and not town and not disagrees(pronoun, items[k], mention):
                return [mention]
        return []

    def _subject_before(self, pronoun: Item) -> list[Mention]:
        """Return the subject of the last clause before a pronoun that it agrees with in number."""
        several = pronoun.role in ("3p", "3d")
        for found in self._subjects_before(pronoun):
            plural = len(found) > 1 or any(m.plural or m.title_kind in ("people", "body") for m in found)
            if plural == several and self._fitting(pronoun, found):
                return found
        return []

    def _subjects_before(self, pronoun: Item) -> Iterator[list[Mention]]:
        """Yield the subjects of the clauses before a pronoun, the nearest first."""
        for predicate in reversed(self.scene.parse.predicates):
            subject = predicate.arguments.get("obj" if predicate.passive else "subj")
            named = (subject.mentions or subject.modifiers) if subject is not None else []
            found = [m for m in named if m.j <= pronoun.i and (m.country or m.sector)]
            if found:
                yield found

    def _lender(self, predicate: Predicate) -> Predicate:
        """Return the verb whose subject a predicate takes over: the one it shares, or what its infinitive completes."""
        lender, steps = predicate, 0
        while _subjectless(lender) and steps < LOANS:
            number = lender.shares if lender.shares >= 0 else lender.parent if lender.relation == "inf" else -1
            if number < 0:
                break
            lender, steps = self.scene.parse.predicates[number], steps + 1
        return lender

    def subject_state(self, item: Item) -> list[Mention]:
        """Return the first subject before an item that is a state or acts for one ("Peru left, the ministry said")."""
        states = [[m for m in found if m.country[:4] not in ("", "IGO:")] for found in self._subjects_before(item)]
        return next((found for found in reversed(states) if found), [])

    # Where pronouns tell persons from things

    def _by_kind(self, pronoun: Item, predicate: Predicate) -> list[Mention]:
        """Return whom "he" or "it" stands for: an object is another than its subject, a subject that of before."""
        if pronoun.i > self.scene.parse.items[predicate.k].i:
            return self._body_told(pronoun, predicate) or self._other(pronoun, predicate)
        near = self._gone_on(pronoun, predicate) or self._subject_before(pronoun) or self._just_before(pronoun)
        near = near or self._fitting(pronoun, self.outer(predicate))
        found = near or self._state_of(pronoun, self._subjects_before(pronoun)) or self._from_before(pronoun)
        return self._but_described(self._but_speaker(found, pronoun, predicate), pronoun, predicate)

    def _gone_on(self, pronoun: Item, predicate: Predicate) -> list[Mention]:
        """Return who is to do what a relative clause around a pronoun belongs to, or who acted before a semicolon."""
        if to_be_done(self.scene, predicate):
            return self._fitting(pronoun, self.outer(predicate))
        several = pronoun.role in SEVERAL
        acting = (found for found in main_before(self.scene, pronoun) if found and (len(found) > 1) == several)
        return next((found for found in acting if self._fitting(pronoun, found)), [])

    def _but_speaker(self, found: list[Mention], pronoun: Item, predicate: Predicate) -> list[Mention]:
        """Return whom a pronoun stands for, in direct speech another than who speaks (""He lied", Ruiz said")."""
        tokens = self.scene.sentence.tokens
        if not found or MARKS.isdisjoint(tokens) or not in_quotes(tokens, pronoun.i):
            return found
        speaking = {_identity(m, pronoun) for m in self.outer(predicate)}
        if speaking.isdisjoint(_identity(m, pronoun) for m in found):
            return found
        return [m for m in self._from_before(pronoun) if _identity(m, pronoun) not in speaking]

    def _but_described(self, found: list[Mention], pronoun: Item, clause: Predicate) -> list[Mention]:
        """Return whom a pronoun stands for, in a relative clause another than what that belongs to ("persuaded X to
        return to the forum, which it left").
        """
        held = clause.arguments.get("obj") if clause.relation == "relative" else None
        barred = {m.country for m in held.mentions if m.country} if held is not None else set()
        if not barred or barred.isdisjoint(m.country for m in found):
            return found
        others = (m for m in reversed(self.scene.before(pronoun)) if m.kind != "place" and self._fits(pronoun, m))
        return next(([m] for m in others if m.country not in barred), [])

    def _other(self, pronoun: Item, predicate: Predicate) -> list[Mention]:
        """Return who an object stands for: subject or object of a verb before that is not the subject of its own."""
        subject = self._lender(predicate).arguments.get("subj") or predicate.arguments.get("subj")
        own = self.scene.parse.items[subject.k : subject.end] if subject is not None else []
        acting = [item.mention for item in own if item.mention is not None] or acting_again(self.scene, own)
        barred = {_identity(mention, pronoun) for mention in acting} - {""}
        named = [m for m in self.scene.before(pronoun) if m.kind != "place" and self._fits(pronoun, m)]
        others = [m for m in reversed(named) if _identity(m, pronoun) not in barred]
        direct = {id(m) for p in self.scene.parse.predicates for slot in DIRECT for m in p.mentions(slot)}
        found = next((m for m in others if id(m) in direct), None) or next(iter(others), None)
        before = [found] if found is not None else self._stateless(pronoun, predicate) or self._from_before(pronoun)
        before = [m for m in before if _identity(m, pronoun) not in barred]
        return before or body_told(self.scene, pronoun, barred)

    def _stateless(self, pronoun: Item, predicate: Predicate) -> list[Mention]:
        """Return the last actor of no known state that an object may stand for by its number, but the subject of its
        own clause ("suspended two teachers after pupils accused them").
        """
        if pronoun.i < self.scene.parse.items[predicate.k].i:
            return []
        own = self.subject(pronoun, predicate)
        named = (m for m in reversed(self.scene.mentions) if m.j <= pronoun.i and m.sector and not m.country)
        return next(([m] for m in named if m not in own and _may_be(m, pronoun)), [])

    def _state_of(self, pronoun: Item, persons: Iterable[list[Mention]]) -> list[Mention]:
        """Return the state of the first of the persons, where "it" may stand for that."""
        if pronoun.role in PERSONAL:
            return []
        countries = ((m, m.country) for found in persons for m in found if m.country)
        return next(([Mention(m.i, m.j, "state", country, resolved=True)] for m, country in countries), [])

    def _from_before(self, pronoun: Item) -> list[Mention]:
        """Return who acted last in the sentences before; where the pronoun is not said of such, a person of theirs, or
        the state whose person it was.
        """
        memory = self.scene.memory
        last = memory.last_subject()
        if not last or self._fitting(pronoun, last):
            return last
        found = self._state_of(pronoun, [last]) or memory.last_person()
        return found or ([] if pronoun.role in PERSONAL and all(m.kind in BODILY for m in last) else last)


def is_civil(last: list[Mention]) -> bool:
    """Return whether who acted last is one person or a body of a state or of states, of which "they" is seldom said."""
    return not last or (is_person(last[0]) or last[0].sector in ("NGO", "GOV", "JUD", "LEG", "IGO"))


def _identity(mention: Mention, pronoun: Item) -> str:
    """Return what tells whom a pronoun may stand for from another: of persons their office and name, else the state."""
    if pronoun.role not in PERSONAL or not mention.country:
        return mention.country
    return f"{mention.code} {mention.role} {mention.person}"


def _may_be(mention: Mention, pronoun: Item) -> bool:
    """Return whether a pronoun fits an actor: "it" a body, "they" a plural, "he" one person."""
    if pronoun.role == NEUTER:
        return mention.title_kind == "body" and not mention.plural
    return mention.plural if pronoun.role in ("3p", "3d") else mention.title_kind != "body" and not mention.plural


def _agrees(found: list[Mention], role: str) -> bool:
    """Return whether a pronoun may stand for these actors by its number; bodies are singular or plural."""
    several = len(found) > 1 or any(m.plural or m.title_kind in ("people", "body") for m in found)
    return several if role in ("3p", "3d") else len(found) == 1 and found[0].title_kind != "people"


def _subjectless(predicate: Predicate) -> bool:
    """Return whether a predicate has no subject of its own, or only a thing that is as well its object."""
    subject = predicate.arguments.get("subj")
    return subject is None or subject is predicate.arguments.get("obj")
