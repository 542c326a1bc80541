"""The government of those who blame, refuse or demand what only it can be meant by."""

from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene
from marsad.records.steps import STEPS

# Types of what is said or done against what those in office do, and by whom.
OPPOSING = frozenset({"ACCUSE", "REJECT", "PROTEST", "REQUEST", "SUPPORT"})
# Those of them that mean those in office where nobody is named, but for stopped work, and what is no affair of theirs.
DEMANDING, STOPPAGE = frozenset({"PROTEST", "REQUEST", "ACCUSE"}), "strike-work"
AGAINST = ("against", "over", "because-of")
PRIVATE = frozenset({"sport", "culture", "disaster", "animal", "crime"})
GOVERNED = frozenset({"LEG", "PTY", "OPP", "CVL", "LAB", "NGO", "JUD", "EDU", "MED", "REL", "BUS", "ELI"})
# What is asked of those in office where nobody is named: to resign, to hold elections, to release somebody.
YIELDING = "request-yield"


def ruling(scene: Scene, frame: Frame) -> list[Mention]:
    """Return the government of those who blame, refuse or ask for a policy, a plan or a decision that is nobody's in
    words: their own, where the sentence names no other state.
    """
    acting = frame.of("actor")
    if not (_of_step(frame) or frame.concept.name == YIELDING or _to_nobody(scene, frame)):
        return []
    if not acting and "PROTEST" in frame.concept.event_types:
        acting = _at_home(scene)
    states = {m.country for m in acting} - {"", "---"}
    named = {m.country for m in scene.mentions if m.country} - states - {"---"}
    at_home = len(states) == 1 and not named and all(m.sector in GOVERNED for m in acting)
    return [Mention(m.i, m.j, "title", m.country, "GOV", resolved=True) for m in acting if at_home][:1]


def _at_home(scene: Scene) -> list[Mention]:
    """Return the people of the only state that a sentence names, for a protest of nobody in words, else nobody."""
    named = [m for m in scene.mentions if m.country and m.country != "---"]
    alone = len({m.country for m in named}) == 1
    return [Mention(m.i, m.j, "title", m.country, "CVL", resolved=True) for m in named if alone][:1]


def _of_step(frame: Frame) -> bool:
    """Return whether what is spoken against or asked for is a step of nobody in words."""
    argument = frame.predicate.arguments.get("obj")
    step = argument is not None and not argument.modifiers and bool(argument.classes & STEPS)
    return step and bool(OPPOSING.intersection(frame.concept.event_types))


def _to_nobody(scene: Scene, frame: Frame) -> bool:
    """Return whether a demand, protest or reproach has no object but what is demanded or said ("critics say the law
    will hurt the poor", "nurses are calling for more staff").
    """
    if frame.concept.name == STOPPAGE or DEMANDING.isdisjoint(frame.concept.event_types):
        return False
    protest = "PROTEST" in frame.concept.event_types
    if protest and not any(frame.predicate.all(slot) for slot in AGAINST):
        return False
    argument = frame.predicate.arguments.get("obj")
    named = argument is not None and (bool(argument.mentions) or bool(argument.modifiers))
    worded = protest or "REQUEST" in frame.concept.event_types
    harmless = (item.span.form.nominals for item in scene.parse.items if item.span is not None)
    return not named and (argument is None or worded) and all(PRIVATE.isdisjoint(marks) for marks in harmless)
