"""Which verb a gerund goes with in languages with cases."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate


def main_verb(draft: Draft, gerund: Predicate) -> int:
    """Return the finite verb that a gerund goes with: that behind it whose subject stands right before it ("X left,
    while Y, refusing to sign, stayed"), else the last before it, else the first after it; -1 for none.
    """
    finite = [p for p in draft.predicates if p.pos != "noun" and draft.finite(p)]
    before = [p for p in finite if p.number < gerund.number]
    behind = next((p for p in finite if p.number > gerund.number), None)
    if not before or (behind is not None and _between(behind, before[-1], gerund)):
        return behind.number if behind is not None else -1
    return before[-1].number


def _between(verb: Predicate, before: Predicate, gerund: Predicate) -> bool:
    """Return whether the subject of a verb stands between the verb before and a gerund."""
    subject = verb.arguments.get("subj")
    return subject is not None and before.k < subject.k < gerund.k
