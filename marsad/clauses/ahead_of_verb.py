"""Infinitives right before the verb that governs them ("A to comment refused"), and participles before their noun."""

from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Node

_PARTICIPLES = frozenset({"participle", "active"})


def governing(draft: Draft, n: int) -> int:
    """Return the number of the finite verb right behind the infinitive at node `n` that takes one, -1 for none."""
    behind = next((node for node in draft.nodes[n + 1 :] if node.kind not in HELPERS), None)
    if behind is None or behind.kind != "verb":
        return -1
    verb = draft.predicates[behind.predicate]
    return verb.number if takes_infinitive(verb) and draft.finite(verb) else -1


def takes_infinitive(predicate: Predicate) -> bool:
    """Return whether a row of a predicate has a role for an infinitive."""
    return any(slot == "inf" for sense in predicate.senses for slot, _ in sense.slots)


def before_noun(draft: Draft, node: Node) -> bool:
    """Return whether the verb of a node is a participle before its noun ("the by-A-backed rebels")."""
    verb = draft.predicates[node.predicate]
    noun = verb.arguments.get("obj" if verb.passive else "subj") if verb.feature.form in _PARTICIPLES else None
    return draft.by_case and noun is not None and noun.k > verb.k
