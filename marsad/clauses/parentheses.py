"""What stands between a subject and its verb between commas or brackets."""

from marsad.clauses.draft import HELPERS, Draft

# What may open a parenthesis, and the forms of a verb that may.
_OPENING = frozenset({"rel", "prep", "time", "reporting", "sub", "future", "neg", "adv", "aux"})
_FORMS = frozenset({"past", "participle", "gerund", "active", ""})
# Within how many nodes behind its comma a relative pronoun stands.
RELATIVE_WITHIN = 3


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
    return opening - 1 if opening > 0 and _opens(draft, opening + 1) else inner


def _opens(draft: Draft, n: int) -> bool:
    """Return whether node `n` may open a parenthesis: no verb that a particle joins to the one before, and none that is
    the first of the sentence where verbs stand first ("في المقابل، نفت ليما الاتهامات، مؤكدة").
    """
    node = draft.nodes[n]
    if node.kind != "verb":
        return node.kind in _OPENING or node.chunk is not None
    first = all(before.kind != "verb" for before in draft.nodes[:n])
    if draft.verb_first and first and draft.finite(draft.predicates[node.predicate]):
        return False
    joined = draft.verb_first and draft.joined(node)
    return not joined and draft.predicates[node.predicate].feature.form in _FORMS


def before_aside(draft: Draft, n: int) -> int:
    """Return the node of the comma that opens a phrase without a verb between a verb and the complementizer at node `n`
    ("أعلن، بموجب أمر تنفيذي، أن"), else `n`.
    """
    nodes, at = draft.nodes, n - 2
    if at < 0 or not draft.verb_first or not draft.sign(nodes[n - 1], ",،"):
        return n
    while at > 0 and not draft.sign(nodes[at], ",،"):
        if nodes[at].kind == "verb":
            return n
        at -= 1
    chunk = nodes[at + 1].chunk
    phrase = nodes[at + 1].kind == "prep" or (chunk is not None and bool(chunk.preposition))
    return at if at > 0 and phrase else n


def opening_sign(draft: Draft, m: int) -> int:
    """Return the sign that opens what sign `m` closes, -1 for none; a comma before a conjunction goes on with a clause
    that "which" opens before it ("A, which has left, but owes dues, ...").
    """
    signs = (o for o in range(m - 1, -1, -1) if draft.sign(draft.nodes[o], ",("))
    first = next(signs, -1)
    if first < 0 or draft.nodes[first + 1].kind != "conj":
        return first
    outer = next(signs, -1)
    relative = outer >= 0 and any(n.kind == "rel" for n in draft.nodes[outer + 1 : outer + 1 + RELATIVE_WITHIN])
    return outer if relative else first
