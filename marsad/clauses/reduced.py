"""Participles right behind the object of another verb: "freed ten sailors seized off the coast"."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate

_BEHIND = frozenset({"prep", "time"})


def read_reduced(draft: Draft) -> None:
    """Read a past behind the object of a verb, without one of its own, as the participle that it may be too."""
    if draft.verb_first or draft.verb_last:
        return
    for predicate in draft.predicates:
        if predicate.feature.form == "past" and predicate.tense == "past" and _describes(draft, predicate):
            predicate.passive, predicate.relation = True, "relative"


def _describes(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb stands behind the object of a verb of doing, with a phrase of place or time behind it."""
    n = draft.node_of[predicate.number] if predicate.pos == "verb" else 0
    if n < 2 or n + 1 >= len(draft.nodes) or draft.nodes[n + 1].kind not in _BEHIND:
        return False
    chunk, doing = draft.nodes[n - 1].chunk, draft.nodes[n - 2]
    if chunk is None or chunk.preposition or doing.kind != "verb":
        return False
    verb, span = draft.predicates[doing.predicate], draft.row[predicate.k].span
    acts = verb.pos == "verb" and not verb.passive and bool(verb.senses) and draft.finite(verb)
    participle = span is not None and any(known.feature.form == "participle" for known in span.readings)
    return acts and participle and not draft.takes_clause(verb)
