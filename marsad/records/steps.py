"""Whose step it is that others speak of without a name: the application, what a relative clause describes."""

from marsad.clauses.model import Argument
from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Classes of what somebody does and others speak about.
STEPS = frozenset({"decision", "policy", "proposal", "statement"})
# Types of what is said to an application, and the classes of its nouns.
NEAR = 4  # how many items behind what is spoken of its relative clause may have its verb
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


def described(scene: Scene, frame: Frame) -> list[Mention]:
    """Return whose the thing behind a verb is where only a relative clause tells it ("criticised what the minister
    had said", "the way the ministry treated refugees").
    """
    verb, acting = frame.predicate, {m.code for m in frame.of("actor")}
    told = next((p for p in scene.parse.predicates if p.relation == "relative" and p.k > verb.k), None)
    subject = told.arguments.get("subj") if told is not None else None
    if verb.pos != "verb" or told is None or subject is None:
        return []
    end = max((a.end for a in verb.arguments.values() if a.end <= told.k), default=verb.k + 1)
    near = told.k - end <= NEAR and subject.k >= end
    return [m for m in subject.mentions if near and (m.country or m.sector) and m.code not in acting]
