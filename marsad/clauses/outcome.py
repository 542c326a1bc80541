"""What something led to, where the verb of that clause is a subjunctive ("باعث شد رئیس‌جمهور استعفا کند")."""

from marsad.clauses.draft import Draft

# The concept of verbs that say that something came about.
_BROUGHT = "come-about"


def brought_about(draft: Draft, governor: int) -> bool:
    """Return whether a verb says that what its clause tells came about: a past one, not negated."""
    verb = draft.predicates[governor] if governor >= 0 else None
    if verb is None or verb.negated or verb.modal or verb.tense != "past":
        return False
    return any(sense.concept == _BROUGHT for sense in verb.senses)
