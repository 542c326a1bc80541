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
        if item.kind == "trigger":
            return self._written(item, predicate)
        return self._expression(item, predicate) if item.kind == "anaphora" else []

    def _pronoun(self, item: Item, predicate: Predicate) -> list[Mention]:
        memory = self.scene.memory
        if item.role == "recip":
            return predicate.mentions("subj")
        if item.role in ("1s", "1p"):
            return self.outer(predicate) or list(memory.speakers)
        near = self._just_before(item) or self.outer(predicate)
        found = near or memory.last_subject() or self._subject_before(item)
        return self._beside(item, predicate) if self._own(found, item, predicate) else found

    def _written(self, verb: Item, predicate: Predicate) -> list[Mention]:
        """Return who a pronoun written with its verb stands for: the nearest actor it agrees with but the subject."""
        mark, _, role = verb.known.feature.enclitic.partition(":") if verb.known is not None else ("", "", "")
        if mark != "obj" or role in ("1s", "1p"):
            return []
        near = [[m] for m in reversed(self.scene.before(verb)) if m.kind != "place"]
        candidates = [*near, self.outer(predicate), self.scene.memory.last_subject()]
        fitting = (c for c in candidates if c and _agrees(c, role) and not self._own(c, verb, predicate))
        return next(fitting, [])

    def _own(self, found: list[Mention], item: Item, predicate: Predicate) -> bool:
        """Return whether what a pronoun would stand for is the subject of its clause: that would take "itself"."""
        subject = {m.country for m in self._subject(item, predicate)}
        return bool(subject) and bool(found) and {m.country for m in found} <= subject

    def _beside(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the last actor named before in the sentence that is not the subject, as a list of one or none."""
        subject = {m.country for m in self._subject(item, predicate)}
        others = [m for m in self.scene.before(item) if m.country not in subject and m.kind != "place"]
        return others[-1:]

    def _subject(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the subject of the clause of a predicate in which an item stands, nobody where the item is in it."""
        lender = self.scene.parse.predicates[predicate.shares] if predicate.shares >= 0 else predicate
        owners = (*self.scene.with_carrier(predicate), lender)
        subjects = [argument for owner in owners if (argument := owner.arguments.get("subj")) is not None]
        k = self.scene.parse.items.index(item)
        if any(argument.k <= k < argument.end for argument in subjects):
            return []
        return next((a.mentions for a in subjects if a.mentions), []) or self.outer(predicate)

    def _neighbour(self, item: Item, predicate: Predicate) -> list[Mention]:
        """Return the other state that the report is about, as a list of one or none."""
        own = {m.country for m in self._subject(item, predicate) or self.outer(predicate)}
        states = [m for m in self._beside(item, predicate) if not m.country.startswith("IGO:")]
        return states or (self.scene.memory.other_side(own) if own else [])

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
        if kind == "neighbour":
            return self._neighbour(item, predicate)
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


def _agrees(found: list[Mention], role: str) -> bool:
    """Return whether a pronoun may stand for these actors by its number; bodies are singular or plural."""
    several = len(found) > 1 or any(m.plural or m.title_kind in ("people", "body") for m in found)
    return several if role in ("3p", "3d") else len(found) == 1 and found[0].title_kind != "people"
