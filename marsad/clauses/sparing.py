"""What is denied of all but somebody is told of that one ("none signed but Peru"), where the verb stands first."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk, Node

# The preposition and the adverb that take somebody out of what a clause denies.
_EXCEPT = "except"
# Who acts as often as something is done to them.
_ACTING = frozenset({"state", "capital", "institution", "group"})
# What ends the search for the verb before them, and what the verb may have between.
_ENDING = frozenset({"punct", "comp", "rel", "sub", "conj"})


def tell_of_spared(draft: Draft) -> list[Predicate]:
    """Return the denied verbs that tell of whoever stands behind "but": they are told, and that one stands right
    behind them where nobody named stands between ("لم توقع الاتفاق سوى مصر").
    """
    told: list[Predicate] = []
    for n in range(len(draft.nodes) - 1, 0, -1):
        chunk = _spared(draft, n)
        m = _denied(draft, n) if chunk is not None else -1
        if chunk is None or m < 0:
            continue
        predicate = draft.predicates[draft.nodes[m].predicate]
        predicate.negated, chunk.preposition = False, ""
        predicate.tense = predicate.tense if predicate.tense == "future" else "past"
        if _put(draft, m, n, chunk):
            told.append(predicate)
    return told


def settle_spared(told: list[Predicate]) -> None:
    """Let whoever stands right behind such a verb be its subject, whatever its gender ("لم يدن الهجوم إلا بيرو"); one
    who alone does only if it is a state or body, which nothing is done to without a subject ("لم ينسحب إلا بيرو").
    """
    for predicate in told:
        taken = predicate.arguments
        if predicate.passive or "subj" in taken or "obj" not in taken:
            continue
        if "obj2" in taken:
            taken["subj"], taken["obj"] = taken["obj"], taken.pop("obj2")
        elif predicate.shares < 0 and all(mention.kind in _ACTING for mention in taken["obj"].mentions):
            taken["subj"] = taken.pop("obj")


def _spared(draft: Draft, n: int) -> Chunk | None:
    """Return the noun phrase at node `n` that is left out of what is denied, or None."""
    chunk, before = draft.nodes[n].chunk, draft.nodes[n - 1]
    if chunk is None:
        return None
    apart = before.kind == "adv" and draft.row[before.k].role == _EXCEPT and not chunk.preposition
    return chunk if apart or chunk.preposition == _EXCEPT else None


def _denied(draft: Draft, n: int) -> int:
    """Return the node of the denied verb before node `n` in its clause, -1 for none."""
    for m in range(n - 1, -1, -1):
        node = draft.nodes[m]
        if node.kind == "verb":
            predicate = draft.predicates[node.predicate]
            return m if predicate.negated and draft.finite(predicate) else -1
        if node.kind in _ENDING:
            return -1
    return -1


def _put(draft: Draft, m: int, n: int, chunk: Chunk) -> bool:
    """Return whether the noun phrase at node `n` goes right behind its verb at node `m`: no other actor is between."""
    between = [node.chunk for node in draft.nodes[m + 1 : n] if node.chunk is not None and not node.chunk.preposition]
    anybody = [other for other in between if draft.row[other.k].is_function("det", "a")]
    for other in anybody:
        other.preposition = _EXCEPT
    moved = bool(chunk.mentions) and not any(other.mentions for other in between if other not in anybody)
    if moved:
        draft.nodes[m + 1 : n + 1] = [draft.nodes[n], *_without(draft, m + 1, n)]
        draft.node_of = {node.predicate: k for k, node in enumerate(draft.nodes) if node.kind == "verb"}
    return moved


def _without(draft: Draft, first: int, n: int) -> list[Node]:
    """Return the nodes before node `n`, from `first` on, without the adverb that takes somebody out."""
    last = draft.nodes[n - 1]
    apart = last.kind == "adv" and draft.row[last.k].role == _EXCEPT
    return draft.nodes[first : n - apart]
