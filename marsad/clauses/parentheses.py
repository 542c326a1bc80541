"""What stands between a subject and its verb between commas or brackets."""

from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.nodes import Node

# What may open a parenthesis, and the forms of a verb that may.
_OPENING = frozenset({"rel", "prep", "time", "reporting", "sub", "future", "neg", "adv", "aux"})
_FORMS = frozenset({"past", "participle", "gerund", "active", ""})


def past_parenthesis(draft: Draft, n: int) -> int:
    """Return the node before a "..., who ..., " that stands between subject and verb and ends at node `n`, else `n`
    itself, helper words left out.
    """
    nodes, signs = draft.nodes, draft.signs
    while n >= 0 and nodes[n].kind in HELPERS:
        n -= 1
    if n < 0 or signs[nodes[n].k] not in (",", ")"):
        return n
    opening, inner = n - 1, n
    while opening >= 0 and signs[nodes[opening].k] not in (",", "("):
        if nodes[opening].kind == "rel":  # its comma may have closed an apposition before it
            described = nodes[opening - 1].chunk if opening else None
            if described is None or not described.preposition:
                return opening - 1
            inner = opening - 1  # "who resigned after a raid that killed ten,"
        opening -= 1
    return opening - 1 if opening > 0 and _opens(draft, nodes[opening + 1]) else inner


def _opens(draft: Draft, node: Node) -> bool:
    """Return whether a node may open a parenthesis: no verb that a particle joins to the one before."""
    if node.kind != "verb":
        return node.kind in _OPENING or node.chunk is not None
    joined = draft.verb_first and draft.joined(node)
    return not joined and draft.predicates[node.predicate].feature.form in _FORMS
