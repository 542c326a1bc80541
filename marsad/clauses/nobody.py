"""What is done to nobody is not done ("arrested nobody", "killed no civilians", "shot at no one")."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate

# What stands behind "nobody"; before a noun such a word says that there is none of it.
_BEHIND = frozenset({"punct", "prep", "time", "adv", "sub"})
# Kinds of items that name a thing which may be done ("ratified neither the treaty nor ...", "signed no deal").
_THINGS = frozenset({"nominal", "anaphora", "trigger"})


def done_to_nobody(draft: Draft, predicate: Predicate) -> bool:
    """Return whether the object of a verb, or what stands behind its preposition, is nobody or none of some people."""
    if draft.verb_first or draft.verb_last:
        return False
    nodes, n = draft.nodes, draft.node_of[predicate.number] + 1
    n += n < len(nodes) and nodes[n].kind == "prep"
    if n >= len(nodes) or nodes[n].kind != "neg" or draft.row[nodes[n].k].role != "no":
        return False
    after = nodes[n + 1] if n + 1 < len(nodes) else None
    if after is not None and after.chunk is not None and draft.takes_clause(predicate):
        held = {a.head for a in predicate.arguments.values()}
        if after.chunk.head not in held and any(node.kind == "verb" for node in nodes[n + 1 :]):
            return False  # "said no troops were sent": nobody is sent, and somebody says so
    if after is None or after.chunk is None or after.chunk.preposition:
        return after is None or after.kind in _BEHIND or after.chunk is not None
    subject = predicate.arguments.get("subj")
    acted = subject is not None and any(k in draft.nouns for k in range(subject.k, subject.end))
    named = draft.row[after.chunk.head].kind in _THINGS if after.chunk.head >= 0 else False
    return not acted and (bool(after.chunk.mentions) or named)  # an attack on X that left no survivors was one
