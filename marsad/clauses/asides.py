"""Clauses between commas that a verb passes over to share the subject of the one before them."""

from marsad.clauses.draft import Draft
from marsad.clauses.joining import taken_up
from marsad.clauses.model import Predicate


def past_aside(draft: Draft, predicate: Predicate, n: int) -> int:
    """Return the verb whose subject a verb goes on with behind a clause between commas whose verb is node `n` ("left in
    2011, when X joined, and owes"), -1 where no such clause stands there.
    """
    opening = next((m for m in range(n, 0, -1) if draft.nodes[m].kind in ("sub", "punct", "conj")), 0)
    aside = opening > 1 and draft.nodes[opening].kind == "sub" and draft.sign(draft.nodes[opening - 1], ",")
    return taken_up(draft, predicate, opening) if aside and not draft.verb_first else -1
