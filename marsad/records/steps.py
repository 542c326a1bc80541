"""Whose step it is that others speak of without a name: the application."""

from marsad.clauses.model import Argument
from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Classes of what somebody does and others speak about.
STEPS = frozenset({"decision", "policy", "proposal", "statement"})
# Types of what is said to an application, and the classes of its nouns.
WEIGHED, APPLIED = frozenset({"SUPPORT", "REJECT"}), frozenset({"application", "accession", "membership"})


def applicant(scene: Scene, frame: Frame, argument: Argument | None) -> list[Mention]:
    """Return whose application it is that somebody backs or turns down, told of before ("supported the request")."""
    weighed = argument is not None and WEIGHED.intersection(frame.concept.event_types)
    if argument is None or not weighed or argument.mentions or not APPLIED & argument.classes:
        return []
    acting = frame.states("actor")
    states = [m for m in scene.memory.party if m.country and m.country not in acting and m.country[:4] != "IGO:"]
    recent = scene.known(argument) and scene.memory.recently(m.country for m in states)
    return states if recent else []
