"""The government of those who blame, refuse or demand what only it can be meant by."""

from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene
from marsad.records.steps import STEPS

# Types of what is said or done against what those in office do, and by whom.
OPPOSING = frozenset({"ACCUSE", "REJECT", "PROTEST", "REQUEST"})
GOVERNED = frozenset({"LEG", "PTY", "OPP", "CVL", "LAB", "NGO", "JUD", "EDU", "MED", "REL", "BUS", "ELI"})
# What is asked of those in office where nobody is named: to resign, to hold elections, to release somebody.
YIELDING = "request-yield"


def ruling(scene: Scene, frame: Frame) -> list[Mention]:
    """Return the government of those who blame, refuse or ask for a policy, a plan or a decision that is nobody's in
    words: their own, where the sentence names no other state.
    """
    acting = frame.of("actor")
    if not _of_step(frame) and frame.concept.name != YIELDING:
        return []
    states = {m.country for m in acting} - {"", "---"}
    named = {m.country for m in scene.mentions if m.country} - states - {"---"}
    at_home = len(states) == 1 and not named and all(m.sector in GOVERNED for m in acting)
    return [Mention(m.i, m.j, "title", m.country, "GOV", resolved=True) for m in acting if at_home][:1]


def _of_step(frame: Frame) -> bool:
    """Return whether what is spoken against or asked for is a step of nobody in words."""
    argument = frame.predicate.arguments.get("obj")
    step = argument is not None and not argument.modifiers and bool(argument.classes & STEPS)
    return step and bool(OPPOSING.intersection(frame.concept.event_types))
