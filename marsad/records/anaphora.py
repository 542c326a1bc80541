"""What stands for something named before: pronouns, "his country", "both sides", "the organisation"."""

from collections.abc import Callable

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item, Mention
from marsad.records.pronouns import Pronouns
from marsad.records.scene import Scene

OWN = frozenset({"own-country", "the-capital", "the-government"})
# How many items behind an expression its members may be named.
NAMED_REACH = 6
# How many sides an expression takes together.
SIDES = {"both-sides": 2, "both-countries": 2, "both-leaders": 2, "the-sides": 2, "three-countries": 3}
# The kind of institution that an expression prefers.
BODIES = {"the-organisation": "", "the-group": "group", "the-treaty": "treaty"}


class Anaphora:
    """Resolves expressions in one sentence; `outer` gives the subject of the clauses around a predicate."""

    def __init__(self, scene: Scene, outer: Callable[[Predicate], list[Mention]]) -> None:
        self.scene, self.outer = scene, outer
        self._pronouns = Pronouns(scene, outer)

    def resolved(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the actors an item stands for in the clause of a predicate, empty where it stands for none."""
        if item.is_function("pron"):
            return self._pronouns.resolved(item, predicate)
        if item.kind == "trigger":
            return self._pronouns.written(item, predicate)
        return self._expression(item, predicate) if item.kind == "anaphora" else []

    def _neighbour(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the other state that the report is about, as a list of one or none."""
        own = {m.country for m in self._pronouns.subject(item, predicate) or self.outer(predicate)}
        states = [m for m in self._pronouns.beside(item, predicate) if not m.country.startswith("IGO:")]
        return states or (self.scene.memory.other_side(own) if own else [])

    def _expression(self, item: Item, predicate: Predicate) -> list[Mention]:
        kind, memory, here = item.value, self.scene.memory, self.scene.before(item)
        if kind == "the-country":
            return memory.last_state(here) or self._own_country(predicate, kind)
        if kind in OWN:
            return self._own_country(predicate, kind)
        if kind in SIDES:
            named = self._named_beside(item)
            return named if len(named) == SIDES[kind] else self._sides(kind, here)
        if kind in BODIES:
            return memory.last_institution(here, BODIES[kind], self.scene.tokens(item))
        if kind == "neighbour":
            return self._neighbour(item, predicate)
        if kind == "the-ministry":
            return memory.last_ministry()
        return memory.speakers if kind == "the-source" else []

    def _sides(self, kind: str, here: list[Mention]) -> list[Mention]:
        """Return the sides that an expression stands for, with the offices of leaders."""
        found = self.scene.sides(SIDES[kind], here)
        if kind == "both-leaders":
            return found
        return [Mention(m.i, m.j, "state", m.country, resolved=True) for m in found]

    def _named_beside(self, item: Item) -> list[Mention]:
        """Return who is named right behind an expression, between commas ("the two countries, Peru and Chile,")."""
        items = self.scene.parse.items
        k = items.index(item) + 1
        found: list[Mention] = []
        while k < len(items) and k - items.index(item) <= NAMED_REACH:
            mention = items[k].mention
            if mention is not None and mention.country:
                found.append(mention)
            elif items[k].kind != "punct" and not items[k].is_function("conj"):
                break
            k += 1
        return found

    def _own_country(self, predicate: Predicate, kind: str) -> list[Mention]:
        memory = self.scene.memory
        sector = "GOV" if kind == "the-government" else ""
        for mention in self.outer(predicate) or memory.speakers or memory.last_subject():
            if mention.country and not mention.country.startswith("IGO:"):
                return [Mention(mention.i, mention.j, "state", mention.country, sector, resolved=True)]
        return []
