"""Tense, modality and polarity that words anywhere in its clause give a verb, where the verb stands last."""

from collections.abc import Iterable

from marsad.clauses.draft import Draft
from marsad.clauses.model import DENIED_IN, Predicate
from marsad.lexicon.entries import Entry, Feature, Known

# Of what must be done or must not, and of what should have been or should not: with a verb in the past ("باید اقدام
# می‌کرد").
_OBLIGED, _OMITTED = frozenset({"obliged", "must-not"}), Known(Entry("function", "modal", role="missed"), Feature())
_ADVERBS = frozenset({"alleged", "possible"})


def colour(draft: Draft, predicate: Predicate, nodes: Iterable[int]) -> None:
    """Let the modal and negating words among the nodes of its clause colour a verb."""
    for n in nodes:
        node = draft.nodes[n]
        role = draft.row[node.k].role
        if node.kind in ("modal", "neg") and role in _OBLIGED and predicate.tense == "past":
            draft.row[node.k].known, predicate.modal = _OMITTED, predicate.modal or _OMITTED.entry.role
        elif node.kind == "modal" or (node.kind == "adv" and role in _ADVERBS):
            predicate.modal = predicate.modal or role
        elif node.kind == "neg":
            predicate.negated = True
            predicate.tense = DENIED_IN.get(role, predicate.tense)
        else:
            _depend(draft, predicate, n)


def _depend(draft: Draft, predicate: Predicate, n: int) -> None:
    """Note a condition at node `n` of what has not happened yet."""
    node = draft.nodes[n]
    if predicate.tense == "past":
        return
    if node.kind == "correlative":
        predicate.modal, predicate.condition = predicate.modal or "conditional", node.k
    elif node.chunk is not None and node.chunk.preposition == "provided":
        predicate.condition = node.k
    elif node.chunk is not None and node.chunk.preposition == "in-case-of":
        predicate.modal = predicate.modal or "conditional"
