"""Whose thing is judged in words ("praised the efforts of Peru to ...", "welcomed the move by Chad to ...")."""

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Types of what is said for or against somebody's doing.
_JUDGING = frozenset({"SUPPORT", "ACCUSE"})
_OWNERS, _OF_NOUN = ("of", "by"), ("gen", "adj", "of", "by")
# Such things as one decides on or tries, and kinds of actors that own them.
_STEPS = frozenset({"decision", "proposal", "policy", "prospect", "offer"})
_OWNING = frozenset({"state", "institution", "group", "title", "person", "demonym", "capital", "metonym"})


def judged_owner(scene: Scene, frame: Frame) -> list[Mention]:
    """Return whose the object of a verb of praise or blame is, named right behind it ("the efforts of X")."""
    predicate, concept = frame.predicate, frame.concept
    thing = predicate.arguments.get("obj") if predicate.pos == "verb" and not predicate.passive else None
    if thing is None or thing.mentions or _JUDGING.isdisjoint(concept.event_types) or thing.k < predicate.k:
        return []
    if ("obj", "recipient") not in frame.sense.slots or scene.inner(thing, predicate) is not None:
        return []
    return _owners(predicate, thing)


def _owners(predicate: Predicate, thing: Argument) -> list[Mention]:
    behind = (a for slot in _OWNERS for a in predicate.all(slot) if 0 <= a.k - thing.end <= 1)
    return [m for a in behind for m in a.mentions if m.country and m.kind in _OWNING]


def judged_doer(scene: Scene, governor: Predicate, infinitive: Predicate) -> list[Mention] | None:
    """Return who would do what an infinitive tells behind the object of a verb of praise or blame: whose that is, not
    who judges; None where it is no such verb.
    """
    verb = governor if governor.pos == "verb" else _holding(scene, governor)
    thing = verb.arguments.get("obj") if verb is not None else None
    if verb is None or verb.pos != "verb" or verb.passive or thing is None or thing.mentions:
        return None
    named = {t for concept in scene.possible_concepts(verb) for t in concept.event_types}
    step = not thing.classes.isdisjoint(_STEPS) and verb.k < thing.k < infinitive.k
    if not step or not named or not named <= _JUDGING:
        return None
    own = [m for slot in _OF_NOUN for m in governor.mentions(slot)] if governor is not verb else []
    return own or list(thing.modifiers) or _owners(verb, thing)


def _holding(scene: Scene, noun: Predicate) -> Predicate | None:
    """Return the verb whose object an action noun is, None for none."""
    verbs = (p for p in scene.parse.predicates if p.pos == "verb" and p.k < noun.k)
    return next((p for p in verbs if (o := p.arguments.get("obj")) is not None and o.k <= noun.k < o.end), None)
