"""Objects before their subject behind the verb ("حضر الاجتماع رئيس بيرو", "رفض الخطة نواب المعارضة")."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Argument, Predicate

# What words are about, and events of such words.
SPOKEN_OF = frozenset({"decision", "policy", "proposal", "statement", "agreement", "request", "offer", "accusation"})
_ARMS = frozenset({"weapons"})
SAID = frozenset({"ACCUSE", "REJECT", "SUPPORT"})


def object_first(draft: Draft, predicate: Predicate, first: Argument, second: Argument | None) -> bool:
    """Return whether a thing behind a verb that asks for such an object stands before who acts."""
    if second is None or "actor" in first.classes or second.head < 0 or draft.row[second.head].mention is None:
        return False
    if draft.row[first.head].kind == "anaphora" or second.k != second.head:
        return False
    if not predicate.asked("subj").isdisjoint(first.classes & _ARMS):
        return False  # "drones hit the capital"
    asked = predicate.asked("obj")
    if not SPOKEN_OF.isdisjoint(first.classes) and asked.isdisjoint(first.classes):
        concepts = (draft.inventory.concepts[s.concept] for s in predicate.senses if ("subj", "actor") in s.slots)
        return any(not SAID.isdisjoint(concept.event_types) for concept in concepts)
    return not asked.isdisjoint(first.classes)
