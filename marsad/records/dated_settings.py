"""The date of the session, letter or ruling in which something is said or done."""

from collections.abc import Iterable

from marsad.clauses.model import Argument, Predicate
from marsad.records.found_dates import Found
from marsad.records.scene import Scene

# Where such a thing stands, and what it may be.
_SLOTS = ("at", "in", "during", "on", "by", "through")
_THINGS = frozenset({"meeting", "statement", "decision", "policy"})
# How many items behind the noun, its participle among them, its date may stand.
_REACH = 6


def of_setting(scene: Scene, dates: Iterable[Found], predicate: Predicate) -> Found | None:
    """Return the date of that in which a verb happens ("At talks held on 3 June, Peru condemned Chile"), or None."""
    verb = scene.carrier(predicate) or predicate
    if verb.pos == "noun" or verb.tense == "future":
        return None
    settings = [a for slot in _SLOTS for a in verb.all(slot) if not _THINGS.isdisjoint(a.classes)]
    beside = (d for d in dates if not d.attribute and any(_told_with(scene, a, d) for a in settings))
    return next(beside, None)


def _told_with(scene: Scene, thing: Argument, found: Found) -> bool:
    """Return whether a date stands behind a noun, before the comma or finite verb that ends what is told of it."""
    row = scene.parse.items[thing.k : found.k]
    verbs = (p for p in scene.parse.predicates if thing.k < p.k < found.k and p.pos != "noun")
    closed = any(item.kind == "punct" for item in row) or any(p.relation != "relative" for p in verbs)
    return thing.k < found.k <= thing.end + _REACH and not closed
