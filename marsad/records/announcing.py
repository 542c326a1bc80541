"""Acts that are made public as done: "announced the signing of the treaty"."""

from marsad.clauses.model import Predicate
from marsad.records.scene import Scene, holds

# Acts of saying whose object, where it is an action noun, is told as done.
PUBLISHING = frozenset({"announce", "confirm", "declare", "reveal", "acknowledge"})
# Where what such a verb makes public stands.
PUBLISHED = (
    ("obj", PUBLISHING),
    ("about", PUBLISHING | {"report"}),
    ("from", frozenset({"announce"})),
    ("by", frozenset({"report"})),
)


def announced(scene: Scene, noun: Predicate) -> Predicate | None:
    """Return the verb that makes an action noun public as done ("announced the signing of"), None for none."""
    others = (p for p in scene.parse.predicates if holds(p, noun) and p.number != noun.number)
    for verb in others if noun.pos == "noun" else ():
        told = {c.act for c in scene.possible_concepts(verb)}
        slots = (slot for slot, acts in PUBLISHED if not acts.isdisjoint(told))
        if any((a := verb.arguments.get(slot)) is not None and a.predicate == noun.number for slot in slots):
            return verb
    return None


def refuted(scene: Scene, noun: Predicate, verb: Predicate) -> bool:
    """Return whether a verb denies an accusation: others made it."""
    named, denying = scene.concepts[noun.number], scene.concepts.get(verb.number)
    return denying is not None and denying.content == "denied" and "ACCUSE" in named.event_types
