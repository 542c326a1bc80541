"""Whom a pronoun stands for where one is held or freed: a person, never a state or body ("أُفرج عنه")."""

from marsad.mentions.civic import PERSON
from marsad.mentions.items import Item, Mention
from marsad.mentions.memory import is_person
from marsad.records.scene import Scene

# What befalls persons alone.
_HELD = frozenset({"arrest", "release", "deport", "convict", "sentence-prison", "house-arrest"})
_BODIES, _ONE = frozenset({"institution", "state", "capital", "metonym"}), frozenset({"3ms", "3fs"})


def one_held(scene: Scene, found: list[Mention], item: Item) -> list[Mention]:
    """Return the person told of last, in the sentence or before it, not the bodies that a pronoun was found to be."""
    here = [m for m in scene.before(item) if is_person(m) and not m.plural and m.title_kind != "people"]
    told = scene.memory.told_last.get(PERSON)
    last = here[-1:] or ([told] if told is not None else []) or scene.memory.last_person()
    return last if all(m.code not in {f.code for f in found} for m in last) else []


def holds_person(scene: Scene, found: list[Mention], item: Item, number: int) -> bool:
    """Return whether a pronoun of one is a body, or nobody, in a clause that tells who is held or freed."""
    if item.role not in _ONE or (found and not any(m.kind in _BODIES for m in found)):
        return False
    predicate = scene.parse.predicates[number]
    return any(concept.name in _HELD for concept in scene.possible_concepts(predicate))
