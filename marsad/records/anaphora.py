"""What stands for something named before: pronouns, "his country", "both sides", "the organisation"."""

from collections.abc import Callable

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item, Mention
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

    def resolved(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the actors an item stands for in the clause of a predicate, empty where it stands for none."""
        if item.is_function("pron"):
            return self._pronoun(item, predicate)
        return self._expression(item, predicate) if item.kind == "anaphora" else []

    def _pronoun(self, item: Item, predicate: Predicate) -> list[Mention]:
        memory = self.scene.memory
        if item.role == "recip":
            return predicate.mentions("subj")
        if item.role in ("1s", "1p"):
            return self.outer(predicate) or list(memory.speakers)
        near = self._just_before(item) or self.outer(predicate)
        return near or memory.last_subject() or self._subject_before(item)

    def _subject_before(self, pronoun: Item) -> list[Mention]:
        """Return the subject of the last clause before a pronoun that it agrees with in number."""
        several = pronoun.role in ("3p", "3d")
        for predicate in reversed(self.scene.parse.predicates):
            found = [m for m in predicate.mentions("subj") if m.j <= pronoun.i and (m.country or m.sector)]
            plural = len(found) > 1 or any(m.plural or m.title_kind in ("people", "body") for m in found)
            if found and plural == several:
                return found
        return []

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

    def _just_before(self, pronoun: Item) -> list[Mention]:
        """Return the actor that a pronoun takes up ("Moscow, and it ..."), nothing where a verb stands between."""
        items = self.scene.parse.items
        for item in reversed(items[: items.index(pronoun)]):
            if item.kind == "trigger":
                break
            if item.mention is not None and item.mention.country:
                return [item.mention]
        return []

    def _own_country(self, predicate: Predicate, kind: str) -> list[Mention]:
        memory = self.scene.memory
        sector = "GOV" if kind == "the-government" else ""
        for mention in self.outer(predicate) or memory.speakers or memory.last_subject():
            if mention.country and not mention.country.startswith("IGO:"):
                return [Mention(mention.i, mention.j, "state", mention.country, sector, resolved=True)]
        return []
