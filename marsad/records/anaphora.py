"""What stands for something named before: pronouns, "his country", "both sides", "the organisation"."""

from collections.abc import Callable, Collection
from typing import Protocol
from weakref import ref

from msgspec.structs import replace

from marsad.clauses.model import Predicate
from marsad.lexicon.kinds import state_kinds
from marsad.lexicon.names import neighbours
from marsad.mentions.civic import MOVEMENTS, acted_last, told_again
from marsad.mentions.items import Item, Mention
from marsad.mentions.memory import UNDER_ARMS
from marsad.mentions.owners import ARMED, BODIES
from marsad.mentions.so_called import OF_SECTOR
from marsad.records.facing import STATES, TURNING
from marsad.records.posted import placed
from marsad.records.pronouns import Pronouns
from marsad.records.scene import Scene

OWN = frozenset({"own-country", "the-capital"})
# The codes of states have three letters.
STATE = 3
# Where those stand who only mediate.
MEDIATED = ("via", "mediated-by")
BODIES_OF_STATE = frozenset({"the-government", "the-ministry"})
# How many items behind an expression its members may be named.
NAMED_REACH = 6
# So many words at most take up a ministry named before; one that is told which ("the defence ministry") is new.
TAKEN_UP = 2
# How many sides an expression takes together.
SIDES = {
    "both-sides": 2, "both-countries": 2, "both-leaders": 2, "the-leaders": 2, "the-sides": 2, "three-countries": 3,
    "four-countries": 4, "five-countries": 5,
}  # fmt: skip
# Those of them that may be the government and a movement of one state.
PARTED = frozenset({"both-sides", "the-sides"})


class Clauses(Protocol):
    """Who can tell the subject of the clauses around a predicate."""

    def outer(self, predicate: Predicate) -> list[Mention]:
        """Return the subject of the clauses around a predicate."""


def _not_kept(clauses: Clauses) -> Callable[[Predicate], list[Mention]]:
    """Return a call of `outer` that does not keep the object it belongs to."""
    weak = ref(clauses)

    def call(predicate: Predicate) -> list[Mention]:
        found = weak()
        assert found is not None
        return found.outer(predicate)

    return call


class Anaphora:
    """Resolves expressions in one sentence; `clauses` tells the subject of those around a predicate.

    It holds this one and is not kept, so that both go with the sentence and leave the collector nothing.
    """

    def __init__(self, scene: Scene, clauses: Clauses) -> None:
        self.scene, self.outer = scene, _not_kept(clauses)
        self._pronouns = Pronouns(scene, self.outer)

    def resolved(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the actors an item stands for in the clause of a predicate, empty where it stands for none."""
        if item.is_function("pron"):
            return self._pronouns.resolved(item, predicate)
        if item.kind == "trigger":
            return self._pronouns.written(item, predicate)
        return self._expression(item, predicate) if item.kind == "anaphora" else []

    def owning(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return whose what stands behind a possessive pronoun is, empty where it is nobody's who was told of."""
        owns = item.is_function("poss") or item.is_function("pron")
        return self._pronouns.resolved(item, predicate) if owns else []

    def _neighbour(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the state told of last that borders on the one whose neighbour is meant, else the other one of two."""
        memory = self.scene.memory
        subjects = self._pronouns.subject(item, predicate) or self.outer(predicate) or memory.last_subject()
        own = {m.country for m in subjects if m.country and not m.country.startswith("IGO:")}
        told = memory.recent_states(self.scene.before(item))
        others = [state for state in told if state not in own and len(state) == STATE]  # a region is no neighbour
        around = {state for country in own for state in neighbours().get(country, ())}
        bordering = next((state for state in others if state in around), "")
        if bordering or (own and len(others) == 1):
            return [Mention(item.i, item.j, "state", bordering or others[0], resolved=True)]
        return []

    def _other(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the other one of the two states told of last, else the last state that is not the subject."""
        memory = self.scene.memory
        subjects = self._pronouns.subject(item, predicate) or self.outer(predicate) or memory.last_subject()
        own = {m.country for m in subjects}
        sides = {m.country for m in memory.sides.get(2, [])}
        named = memory.recent_states(self.scene.before(item))
        others = sorted(sides - own) if own & sides else [state for state in named if state not in own]
        return [Mention(item.i, item.j, "state", state, resolved=True) for state in others[:1]] if own else []

    def _counterpart(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return who holds the office of the subject in the other state, as a list of one or none."""
        own = next(iter(self._pronouns.subject(item, predicate) or self.scene.memory.last_subject()), None)
        states = self._behind(item) or self._neighbour(item, predicate) if own is not None else []
        others = [m for m in states if own is not None and m.country != own.country]
        return [Mention(m.i, m.j, "title", m.country, own.sector, own.role, resolved=True) for m in others if own]

    def _expression(self, item: Item, predicate: Predicate) -> list[Mention]:
        kind, memory, here = self._kind(item, predicate), self.scene.memory, self.scene.before(item)
        if kind == "the-country":
            return self._country(item, predicate, here)
        if kind in BODIES_OF_STATE:
            return self._body_of_state(item, predicate)
        if kind in OWN:
            return self._own_country(predicate)
        if kind in SIDES:
            apart = predicate.pos != "noun" and kind != "both-countries" and predicate.relation != "relative"
            acting = self._acting_state(item, predicate) if apart else set()
            acting |= {m.country for slot in MEDIATED for m in predicate.mentions(slot)}
            found = self._together(kind, item, [m for m in here if m.country not in acting], acting)
            return self._others_of(found, item, predicate) if kind == "both-countries" else found
        if kind in BODIES or kind.startswith(OF_SECTOR):
            return self._body(kind, item, here)
        if kind in ("neighbour", "the-other"):
            return self._neighbour(item, predicate) if kind == "neighbour" else self._other(item, predicate)
        if kind == "counterpart":
            return self._counterpart(item, predicate)
        met = memory.convened or memory.meeting or memory.speakers
        return {"the-source": memory.speakers, "the-host": memory.host, "the-communique": met}.get(kind, [])

    def _country(self, item: Item, predicate: Predicate, here: list[Mention]) -> list[Mention]:
        """Return the state that "the country" takes up, of the kind that it names ("the kingdom"): the only one of a
        kind of one also where it was not named.
        """
        kind = state_kinds().get(item.role, frozenset())
        going_on = self._party(here, predicate) or self._going_on(item, predicate)
        if _of_kind(going_on, kind):
            return going_on
        if _of_kind(own := self._said_of_own(item, predicate), kind):
            return own
        but = {"", *self._acting_state(item, predicate), *self._met(item, predicate)}
        last = self.scene.memory.last_state(here, but, kind) or _of_kind(self._own_country(predicate), kind)
        alone = [Mention(item.i, item.j, "state", state, resolved=True) for state in kind if len(kind) == 1]
        return last or alone

    def _said_of_own(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the state of those who tell what "the country" does, who do not ask it of another ("A's minister went
        to B and said that the country was ready").
        """
        subject, teller = predicate.arguments.get("subj"), self.scene.parent(predicate)
        speaking = self.outer(predicate) if teller is not None and teller.pos == "verb" else []
        states = {m.country for m in speaking if m.sector == "GOV" and len(m.country) == STATE}
        told = subject is not None and self.scene.parse.items[subject.k] is item and len(states) == 1
        named = teller is not None and ("subj" in teller.arguments or teller.shares >= 0)
        meant = self.scene.concepts.get(teller.number) if teller is not None and named else None
        if not told or meant is None or meant.content != "same" or meant.event_types:
            return []
        return [Mention(item.i, item.j, "state", next(iter(states)), resolved=True)]

    def _kind(self, item: Item, predicate: Predicate) -> str:
        """Return what an expression stands for: several states where it may be a plural and its verb is one, no single
        one where it can only be a plural.
        """
        cases = item.known.feature.case if item.known is not None else ""
        subject, among = predicate.arguments.get("subj"), predicate.arguments.get("between")
        if item.value == "the-country" and cases and cases.isupper():
            both = among is not None and item in self.scene.parse.items[among.k : among.end]
            return "both-countries" if both else ""
        plural = item.value == "the-country" and cases.lower() != cases and predicate.feature.person.endswith("p")
        several = plural and subject is not None and subject.mentions == [] and subject.k <= predicate.k
        return "the-sides" if several else item.value

    def _acting_state(self, item: Item, predicate: Predicate) -> set[str]:
        """Return the states, named as such in the sentence, that act upon "the country", which then is another one."""
        here = self.scene.mentions
        return {m.country for m in self._pronouns.subject(item, predicate) if m.kind in STATES and m in here}

    def _met(self, item: Item, predicate: Predicate) -> set[str]:
        """Return the states with which somebody of "the country" does something: it is another one."""
        subject = predicate.arguments.get("subj")
        row = self.scene.parse.items[subject.k : subject.end] if subject is not None else []
        return {m.country for m in predicate.mentions("with")} if item in row else set()

    def _others_of(self, found: list[Mention], item: Item, verb: Predicate) -> list[Mention]:
        """Return those of both to whom one of them does something ("Peru accused the neighbours"), else both."""
        whom = verb.arguments.get("obj") if verb.pos == "verb" else None
        if whom is None or self.scene.parse.items[whom.head] is not item:
            return found
        acting = {m.country for m in verb.mentions("subj")}
        return [m for m in found if m.country not in acting] or found

    def _going_on(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the state that was the subject of the sentence before where "the country" is the subject again, and
        nobody of another state says so ("Peru's minister assured that the republic ...").
        """
        subject, told = predicate.arguments.get("subj"), self.scene.memory.last_subject()
        states = [m for m in told if m.kind in ("state", "capital") and not m.country.startswith("IGO:")]
        again = subject is not None and self.scene.parse.items[subject.k] is item and len(told) == len(states) == 1
        if not again or self._told_of_own(predicate, states[0].country):
            return []
        return [Mention(item.i, item.j, "state", states[0].country, resolved=True)]

    def _told_of_own(self, predicate: Predicate, other: str) -> bool:
        """Return whether somebody of another state tells it in words that ask nobody for anything."""
        if predicate.parent < 0 or all(m.country == other or len(m.country) != STATE for m in self.outer(predicate)):
            return False
        telling = self.scene.possible_concepts(self.scene.parse.predicates[predicate.parent])
        return all(concept.content not in ("demanded", "negated") for concept in telling)

    def _party(self, here: list[Mention], predicate: Predicate) -> list[Mention]:
        """Return the state whose standing was told last, where more of it is told and no other is named before."""
        memory = self.scene.memory
        states = [m for m in memory.party if m.country and not m.country.startswith("IGO:")]
        named = any(m.country and not m.country.startswith("IGO:") and not placed(self.scene, m) for m in here)
        tells = any(concept.makes("standing") for concept in self.scene.possible_concepts(predicate))
        if named or not tells or len(states) != 1 or not memory.recently([states[0].country]):
            return []
        return [Mention(states[0].i, states[0].j, "state", states[0].country, resolved=True)]

    def _body(self, kind: str, item: Item, here: list[Mention]) -> list[Mention]:
        """Return the armed group, body of a sector or institution that an expression stands for."""
        if kind.startswith(OF_SECTOR):
            told = self.scene.memory.last_of(kind.removeprefix(OF_SECTOR).partition("/")[0], here)
            return [replace(m, i=item.i, j=item.j, resolved=True) for m in told]
        named = [m for m in here if m.kind == "group" or (m.sector in MOVEMENTS and m.title_kind == "body")][-1:]
        if kind == ARMED:
            fighting = [m for m in named if m.sector in UNDER_ARMS]
            return fighting or self.scene.memory.last_group(armed=True)
        group = named or self.scene.memory.last_group() if kind == "the-group" else []
        memory = self.scene.memory
        found = (
            group or acted_last(memory, kind) or memory.last_institution(here, BODIES[kind], self.scene.tokens(item))
        )
        return found or told_again(memory, kind)

    @staticmethod
    def _told_of(here: list[Mention]) -> list[Mention]:
        """Return the government of the one state that the sentence has named, nobody where it named none or more."""
        states = {m.country: m for m in here if m.country and not m.country.startswith("IGO:")}
        return [
            Mention(m.i, m.j, "state", m.country, "GOV", resolved=True) for m in states.values() if len(states) == 1
        ]

    def _together(self, kind: str, item: Item, here: list[Mention], acting: set[str]) -> list[Mention]:
        """Return those told with an expression for several, or the camps or the body that were told of before: none of
        the states that are `acting` upon them.
        """
        named, memory = self._named_beside(item), self.scene.memory
        if kind in PARTED and not named and memory.camps:
            return [Mention(item.i, item.j, m.kind, m.country, m.sector, resolved=True) for m in memory.camps]
        if kind == "the-leaders" and memory.assembled:
            return list(memory.assembled)
        found = named if len(named) == SIDES[kind] else self._sides(kind, here)
        return found if acting.isdisjoint(m.country for m in found) else self._but(kind, here, acting)

    def _but(self, kind: str, here: list[Mention], acting: set[str]) -> list[Mention]:
        """Return the states told of last but those that are `acting`, nobody where they are too few."""
        others = [state for state in self.scene.memory.recent_states(here) if state not in acting][: SIDES[kind]]
        states = [Mention(0, 0, "state", state, resolved=True) for state in reversed(others)]
        return states if len(states) == SIDES[kind] else []

    def _sides(self, kind: str, here: list[Mention]) -> list[Mention]:
        """Return the sides that an expression stands for, with the offices of leaders."""
        found = self.scene.sides(SIDES[kind], here, kind in ("both-sides", "the-sides"))
        met = _distinct([m for m in self.scene.memory.meeting if m.sector])
        if kind == "both-leaders" and len(_distinct(here)) < len(met) == SIDES[kind]:
            pair = {m.country for m in self.scene.memory.topic_pair()}
            found = list(met.values()) if not pair or pair == set(met) else found  # those who met last
        if kind in ("both-leaders", "the-leaders"):
            return [replace(m, sector="GOV") if m.sector in UNDER_ARMS else m for m in found]
        return [Mention(m.i, m.j, "state", m.country, resolved=True) for m in found]

    def _named_beside(self, item: Item) -> list[Mention]:
        """Return who is named right behind an expression ("the two countries, Peru and Chile,", "the two governments
        of Peru and Chile").
        """
        items = self.scene.parse.items
        k = items.index(item) + 1
        k += k < len(items) and items[k].is_function("prep") and items[k].role == "of"
        found: list[Mention] = []
        while k < len(items) and k - items.index(item) <= NAMED_REACH:
            mention = items[k].mention
            if mention is not None and mention.country:
                found.append(mention)
            elif items[k].kind != "punct" and not items[k].is_function("conj"):
                break
            k += 1
        return found

    def _body_of_state(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the government that an expression stands for: of the state named behind it, of its clause, before."""
        memory = self.scene.memory
        if both := self._of_sides(item, predicate):
            return both
        taken_up = item.value == "the-ministry" and item.j - item.i <= TAKEN_UP  # "the ministry" is the one just named
        told = memory.last_ministry() if taken_up else []
        turned = [m for m in self._pronouns.subject(item, predicate) if m.sector in TURNING and len(m.country) == STATE]
        named = self._behind(item) or told or turned or self.outer(predicate) or self._told_of(self.scene.before(item))
        named = named or self._pronouns.subject_state(item)
        states = [m.country for m in named or [*memory.speakers, *memory.last_subject()]]
        if not named and not taken_up and memory.recently([memory.home]):
            states = [memory.home]
        facing = {m.country for m in self._pronouns.subject(item, predicate) if m.kind == "state" and not m.sector}
        known = (s for s in (*states, memory.home) if s and not s.startswith("IGO:"))
        state = next((s for s in known if s not in facing), "")
        return [Mention(item.i, item.j, "state", state, "GOV", resolved=True)] if state else []

    def _of_sides(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the governments of the sides named right behind ("the governments of the two countries")."""
        items = self.scene.parse.items
        after = items[items.index(item) + 1 : items.index(item) + 3]
        sides = next((i for i in after if i.kind == "anaphora" or not i.is_function("prep", "of")), None)
        if sides is None or sides.kind != "anaphora" or sides.value not in SIDES:
            return []
        found = self._expression(sides, predicate)
        return [Mention(item.i, item.j, "state", m.country, "GOV", resolved=True) for m in found]

    def _behind(self, item: Item) -> list[Mention]:
        """Return whose government or office it is: "the government in Khartoum", "the office of President X"."""
        items = self.scene.parse.items
        k = items.index(item) + 1
        if k >= len(items) or not items[k].is_function("prep") or items[k].role not in ("of", "in"):
            return []
        seated = items[k].role == "in"
        while k + 1 < len(items) and (items[k + 1].is_function("det") or items[k + 1].kind == "word"):
            k += 1
        mention = items[k + 1].mention if k + 1 < len(items) else None
        fits = mention is not None and mention.country and (not seated or mention.kind in ("capital", "state"))
        return [mention] if mention is not None and fits else []

    def _own_country(self, predicate: Predicate) -> list[Mention]:
        memory = self.scene.memory
        for mention in self.outer(predicate) or memory.speakers or memory.last_subject():
            if mention.country and not mention.country.startswith("IGO:"):
                return [Mention(mention.i, mention.j, "state", mention.country, resolved=True)]
        return []


def _of_kind(states: list[Mention], kind: Collection[str]) -> list[Mention]:
    """Return some states if they are of a kind, all of which an empty one names."""
    return states if not kind or all(m.country in kind for m in states) else []


def _distinct(mentions: list[Mention]) -> dict[str, Mention]:
    """Return the first of some mentions by their states, institutions left out."""
    return {m.country: m for m in reversed(mentions) if m.country and not m.country.startswith("IGO:")}
