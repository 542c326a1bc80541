"""By what people come to harm: by people, or by an accident, a disaster or an animal, which is nobody's doing."""

from marsad.records.frame import Frame
from marsad.records.scene import Scene

# The classes of what harms without anybody's doing, and where an animal stands that attacks.
BY_NOBODY, ATTACKING = frozenset({"disaster", "animal"}), ("subj", "by", "gen", "from", "of", "adj")


def disaster(scene: Scene) -> bool:
    """Return whether a sentence tells of an accident, a disaster or an animal."""
    row = scene.parse.items
    told = [k for k in scene.nominals if (s := row[k].span) is not None and not BY_NOBODY.isdisjoint(s.form.nominals)]
    if told:  # "which X called an accident"
        called = {a.head for p in scene.parse.predicates if p.pos != "noun" for a in p.all("obj2")}
        told = [k for k in told if k not in called]
    return bool(told) or any(concept.noun_class in BY_NOBODY for concept in scene.concepts.values())


def violence(scene: Scene) -> bool:
    """Return whether a sentence tells of violence beyond the harm done, by people."""
    frames = (f for f in scene.frames.values() if f.concept.noun_class == "violence" and not f.concept.harm)
    return any(not by_animal(frame) for frame in frames)


def by_animal(frame: Frame) -> bool:
    """Return whether it is an animal that attacks."""
    arguments = frame.predicate.arguments
    return any("animal" in arguments[slot].classes for slot in ATTACKING if slot in arguments)
