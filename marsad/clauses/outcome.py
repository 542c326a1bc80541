"""What something led to, where the verb of that clause is a subjunctive ("باعث شد رئیس‌جمهور استعفا کند")."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate

# The concept of verbs that say that something came about.
_BROUGHT = "come-about"


def brought_about(draft: Draft, governor: int) -> bool:
    """Return whether a verb says that what its clause tells came about: a past one, not negated."""
    verb = draft.predicates[governor] if governor >= 0 else None
    if verb is None or verb.negated or verb.modal or verb.tense != "past":
        return False
    return any(sense.concept == _BROUGHT for sense in verb.senses)


def refused(draft: Draft, governor: Predicate) -> bool:
    """Return whether what a negated verb governs will not be: what somebody has not decided yet is open."""
    concepts = (draft.inventory.concepts[sense.concept] for sense in governor.senses)
    return governor.negated and not any(concept.content == "possible" for concept in concepts)
