"""What kind of thing is to be done that somebody promises or agrees to."""

from marsad.clauses.model import Predicate
from marsad.records.scene import Scene

# Types whose promise is a concession ("agreed to free the prisoners").
CONCEDING = frozenset({"RETREAT", "CONCEDE"})


def yields(scene: Scene, promised: Predicate) -> bool:
    """Return whether what is promised is a retreat or concession, which a promise of it is as well."""
    told = {t for concept in scene.possible_concepts(promised) for t in concept.event_types}
    return bool(told) and told <= CONCEDING


def talks(scene: Scene, predicate: Predicate) -> bool:
    """Return whether what is to be done is to meet or talk."""
    taken = predicate.arguments.get("obj")
    if taken is not None and "meeting" in taken.classes:
        return True
    templates = [t for concept in scene.possible_concepts(predicate) for t in concept.templates]
    return any(t.kind == "meeting" or t.fields.get("stage") == "negotiating" for t in templates)
