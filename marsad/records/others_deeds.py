"""Clauses without a subject that tell what somebody else than the speaker does."""

from marsad.clauses.model import Predicate
from marsad.records.scene import Scene


def told_of_others(scene: Scene, predicate: Predicate) -> bool:
    """Return whether a clause without a subject tells, where verbs come last, what somebody is asked to do ("asked X
    that keep the peace") or is accused of ("accused X that broke the truce").
    """
    if not scene.parse.verb_last or predicate.parent < 0:
        return False
    if predicate.feature.form == "jussive":
        return True
    governor = scene.parse.predicates[predicate.parent]
    accusing = (c for c in scene.possible_concepts(governor) if c.content == "alleged" and c.control == "recipient")
    return governor.pos == "verb" and not governor.passive and any(accusing)
