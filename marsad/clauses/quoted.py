"""Verbs that are none of saying but follow somebody's words in quotes: "we will close it", the minister warned."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate

# How what is said in the content of such a verb may be meant.
OPEN = frozenset({"same", "alleged", "possible"})
# A quote may end so many signs before the verb or its subject: with a comma and a dash.
_SIGNS = 3


def follows_quote(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb that says something in other words ("warned") stands right behind the end of a quote."""
    start = predicate.start - _SIGNS if predicate.start > _SIGNS else 0
    before = draft.signs[start : predicate.start]
    if not ("»" in before or "”" in before or '"' in before):
        return False
    concepts = (draft.inventory.concepts[sense.concept] for sense in predicate.senses)
    return any(c.act and c.content in OPEN for c in concepts)
