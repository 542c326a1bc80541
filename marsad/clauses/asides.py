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


def that_they(draft: Draft, n: int, predicate: Predicate, joined: bool) -> bool:
    """Return whether a verb that is joined to one before, verb first, shares its subject though "that" stands at node
    `n`, or that is "and that she" with its agreement and goes on with what somebody says of one and the same.
    """
    item = draft.row[draft.nodes[n].k]
    code = item.known.entry.code if item.known is not None else ""
    again = "and" in item.marks and bool(code) and code == predicate.feature.person
    return draft.verb_first and (joined or again)
