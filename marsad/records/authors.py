"""Whose an offer, request or accusation is that a later sentence speaks of without a name ("rejected that offer")."""

from collections.abc import Iterable

from msgspec.structs import replace

from marsad.clauses.model import Argument
from marsad.mentions.items import Mention
from marsad.mentions.memory import Memory
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Types of what is said to what somebody else has said.
ANSWERS = frozenset({"SUPPORT", "REJECT", "AGREE"})
OFFER, REQUEST, ACCUSATION = "offer", "request", "accusation"


def remember_authors(frames: Iterable[Frame], memory: Memory) -> None:
    """Note who offered, asked or alleged something last; in later sentences they are no words of the text."""
    for frame in frames:
        kind, acting = _kind(frame), [m for m in frame.of("actor") if m.country]
        if kind and acting and frame.predicate.pos != "noun":
            memory.authors[kind] = [replace(m, resolved=True, person="") for m in acting]


def author(scene: Scene, frame: Frame, argument: Argument | None) -> list[Mention]:
    """Return whose the offer, request or accusation is that somebody accepts or turns down, told of before."""
    if argument is None or argument.mentions or argument.modifiers or ANSWERS.isdisjoint(frame.concept.event_types):
        return []
    told = next((scene.memory.authors[kind] for kind in scene.memory.authors if kind in argument.classes), [])
    acting = frame.states("actor")
    return [m for m in told if m.country not in acting] if scene.known(argument) else []


def _kind(frame: Frame) -> str:
    """Return what kind of words an act is, empty where it is none of these."""
    acts = {str(template.fields.get("act")) for template in frame.concept.templates if template.kind == "commitment"}
    if frame.concept.noun_class == OFFER or "offered" in acts:
        return OFFER if frame.concept.content != "negated" else ""
    if "REQUEST" in frame.concept.event_types:
        return REQUEST
    return ACCUSATION if frame.concept.noun_class == ACCUSATION else ""
