"""Verbs that may follow somebody's words: those of saying, and others where it is clear that words stand before them
("we will close it", the minister warned; the pact is dead, its leader announced).
"""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate

# How what is said in the content of such a verb may be meant.
OPEN = frozenset({"same", "alleged", "possible"})
# The same where nothing stands behind the verb: what is promised or demanded there was said as well.
UTTERED = OPEN | {"planned", "demanded"}
# What stands with a verb that has an object of its own.
_OBJECTS = frozenset({"obj", "obj2", "inf", "clause"})
# A quote may end so many signs before the verb or its subject: with a comma and a dash.
_SIGNS = 3


def utters(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb may tell that somebody said what stands before it."""
    concepts = [draft.inventory.concepts[sense.concept] for sense in predicate.senses]
    bare = _OBJECTS.isdisjoint(predicate.arguments)
    if predicate.pos == "verb" and (any(c.reports for c in concepts) or _follows_quote(draft, predicate)):
        return True
    return predicate.pos in ("verb", "light") and bare and any(c.act and c.content in UTTERED for c in concepts)


def _follows_quote(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb that says something in other words ("warned") stands right behind the end of a quote."""
    start = predicate.start - _SIGNS if predicate.start > _SIGNS else 0
    before = draft.signs[start : predicate.start]
    if not ("»" in before or "”" in before or '"' in before):
        return False
    concepts = (draft.inventory.concepts[sense.concept] for sense in predicate.senses)
    return any(c.act and c.content in OPEN for c in concepts)
