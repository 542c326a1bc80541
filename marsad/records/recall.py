"""What a sentence leaves in the article's memory for the sentences that follow."""

from collections.abc import Iterable

from marsad.mentions.items import Mention
from marsad.mentions.memory import Memory
from marsad.records.frame import Frame

# Values of a standing that put its subject on the way out.
LEAVING = frozenset({"requested", "leave-announced", "left"})


def remember(frames: Iterable[Frame], memory: Memory) -> None:
    """Note who met, left, acted and spoke; `frames` come last first, so that the first of a sentence stays."""
    for frame in frames:
        actors = frame.of("actor")
        together = frame.of("parties") or actors
        if len({m.country for m in together if m.country}) > 1:
            memory.meeting = together if frame.concept.makes("meeting") else memory.meeting
            memory.deal = together if frame.concept.makes("agreement") else memory.deal
        memory.note_sides(together)
        _note_standing(frame, actors, memory)
        if actors and frame.predicate.pos == "verb" and frame.predicate.parent < 0:
            memory.note_subject(actors)
            if frame.concept.act or frame.concept.shape == "saying" or not memory.speakers:
                memory.speakers = actors


def _note_standing(frame: Frame, actors: list[Mention], memory: Memory) -> None:
    values = {str(t.fields["value"]) for t in frame.concept.templates if t.kind == "standing"}
    institution = frame.of("institution")
    if values & LEAVING and actors and institution:
        memory.leaving = (actors, institution)
    if values and frame.predicate.parent < 0:
        memory.standing = (frame.concept.name, institution or actors)
