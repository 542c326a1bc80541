"""Whose participation a body ends: "the Union announced the suspension of Peru's participation" is no act of Peru's."""

from marsad.records.announcing import announced
from marsad.records.frame import Frame
from marsad.records.scene import Scene
from marsad.records.subjects import Subjects

# What a member does itself, and what it is where its body does it.
_OWN, _DONE_TO = "suspend-participation", "suspend-member"
_BODY = "IGO:"


def by_the_body(scene: Scene, subjects: Subjects, frame: Frame) -> None:
    """Let a member be suspended whose participation its body says is over."""
    if frame.concept.name != _OWN or frame.predicate.pos != "noun":
        return
    verb = announced(scene, frame.predicate)
    bodies = (
        [m for m in subjects.announcer(verb, frame.predicate) if m.country.startswith(_BODY)]
        if verb is not None
        else []
    )
    members = [m for m in frame.of("actor") if m.country and m not in bodies]
    if bodies and members:
        frame.concept = scene.inventory.concepts[_DONE_TO]
        frame.actors["recipient"], frame.actors["actor"], frame.actors["institution"] = members, bodies, bodies
