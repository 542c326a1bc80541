"""Subjects with a clause of their own before their verb comes: "the decision to leave X was condemned", "the man who
attacked Y was arrested".
"""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Node

# What may stand between the act that completes a noun and the verb of that noun.
_INSIDE = frozenset({"prep", "time", "adv", "neg"})
# What may stand in a relative clause besides phrases and verbs.
_IN_RELATIVE = _INSIDE | {"aux", "modal", "future", "quant", "conj"}


def subject_head(draft: Draft, predicate: Predicate, n: int) -> int:
    """Return the node of the noun whose completion or relative clause ends at node `n`, right before a finite verb;
    `n` where there is none. What stands in such a clause is not what the verb is said of.
    """
    if draft.verb_first or n < 0 or not _said(draft, predicate, n):
        return n
    clauses = (_of_relative, _of_bare, *((_of_participle,) if predicate.relation != "relative" else ()))
    ways = (*((_of_phrase,) if draft.nodes[n].chunk is not None else ()), _of_verb, *clauses, _of_content)
    return next((at for way in ways if (at := way(draft, n)) >= 0), n)


def ends_completion(draft: Draft, n: int) -> bool:
    """Return whether the phrase at node `n`, before a finite verb, is the object of an infinitive or gerund that
    completes the noun of that verb ("a decision to suspend Gabon was welcomed").
    """
    verb = next((node for node in reversed(draft.nodes[:n]) if node.kind == "verb"), None)
    said = verb is None or draft.takes_clause(draft.predicates[verb.predicate])
    return not said and _of_verb(draft, n) >= 0


def told_of_opening(draft: Draft, n: int, following: Node) -> bool:
    """Return whether a verb behind chunk `n` is that of the noun which opens the sentence and which the relative
    clause with the chunk describes ("The aid that Peru gave Chile was criticised").
    """
    nodes = draft.nodes
    at = next((m for m in range(n - 1, 0, -1) if nodes[m].kind in ("rel", "comp", "punct", "sub", "conj")), 0)
    if not at or nodes[at].kind != "rel" or any(node.kind in ("verb", "aux") for node in nodes[:at]):
        return False
    later = nodes[nodes.index(following) + 1 :]
    return not any(node.kind == "verb" and draft.finite(draft.predicates[node.predicate]) for node in later)


def _said(draft: Draft, predicate: Predicate, n: int) -> bool:
    """Return whether a verb is finite, by its form or an auxiliary behind node `n`."""
    helpers = draft.nodes[n + 1 : draft.node_of[predicate.number]]
    return draft.finite(predicate) or any(node.kind == "aux" for node in helpers)


def _of_phrase(draft: Draft, n: int) -> int:
    """Return the node of a noun that takes what stands bare right behind it ("the bid to join the bloc"), else -1."""
    chunk, before = draft.nodes[n].chunk, draft.nodes[n - 1].chunk if n else None
    if before is None or chunk is None or chunk.preposition or before.preposition:
        return -1
    nouns = [draft.predicates[number] for number in draft.nouns_in(before)][-1:]
    takes = any(slot == "obj" for noun in nouns for sense in noun.senses for slot, _ in sense.slots)
    return n - 1 if takes and before.head == before.end - 1 else -1


def _of_verb(draft: Draft, n: int) -> int:
    """Return the last node of the noun phrase behind which an infinitive or gerund opens that ends at node `n` ("a pact
    between A and B on sharing water"), else -1.
    """
    nodes, at = draft.nodes, n
    while at > 1 and (nodes[at].chunk is not None or nodes[at].kind in _INSIDE or _links(draft, at)):
        at -= 1
    if at < 2 or nodes[at].kind != "verb" or any(node.kind == "verb" for node in nodes[: at - 1]):
        return -1
    opening = nodes[at - 1]
    form = draft.predicates[nodes[at].predicate].feature.form
    completes = draft.infinitive_sign(opening) if form == "base" else form == "gerund" and opening.kind == "prep"
    return at - 2 if completes and _head(draft, at - 2) >= 0 else -1


def _links(draft: Draft, n: int) -> bool:
    """Return whether the conjunction at node `n` joins two phrases."""
    sides = draft.nodes[n - 1], draft.nodes[n + 1 : n + 2]
    return draft.nodes[n].kind == "conj" and all(node.chunk is not None for node in (sides[0], *sides[1]))


def _of_content(draft: Draft, n: int) -> int:
    """Return the node of the noun that opens the sentence and whose content ends at node `n` ("the claim that Peru
    attacked Chile was rejected"), else -1.
    """
    at = next((m for m in range(n, 0, -1) if draft.nodes[m].kind == "comp"), 0)
    noun = draft.nodes[at - 1].chunk if at else None
    if noun is None or noun.preposition or any(node.kind == "verb" for node in draft.nodes[:at]):
        return -1
    inside = draft.nodes[at + 1 : n + 1]
    plain = all(node.kind in ("verb", *_IN_RELATIVE) or node.chunk is not None for node in inside)
    finite = [m for m in range(at + 1, n + 1) if draft.nodes[m].kind == "verb" and _finite(draft, m)]
    says = any(draft.takes_clause(draft.predicates[number]) for number in draft.nouns_in(noun))
    return at - 1 if plain and len(finite) == 1 and says else -1


def _finite(draft: Draft, m: int) -> bool:
    """Return whether the verb at node `m` is finite, by its form or an auxiliary before it ("has been recalled")."""
    return draft.finite(draft.predicates[draft.nodes[m].predicate]) or draft.nodes[m - 1].kind == "aux"


def _of_relative(draft: Draft, n: int) -> int:
    """Return the node of the noun whose relative clause ends at node `n`, else -1.

    It has one finite verb, and one more where the first is of saying ("who said Peru had attacked Chile was arrested"):
    behind a verb of saying the last verb may be that of what is said.
    """
    verbs, at = list[Predicate](), n
    while at > 0 and draft.nodes[at].kind != "rel":
        node = draft.nodes[at]
        if node.kind == "verb":
            verbs.append(draft.predicates[node.predicate])
        elif node.chunk is None and node.kind not in _IN_RELATIVE:
            return -1
        at -= 1
    finite = [verb for verb in verbs if draft.finite(verb)]
    if at < 1 or [draft.says(verb) for verb in finite] not in ([False], [False, True]):
        return -1
    governed = draft.nodes[at - 1].kind == "prep"
    chunk = draft.nodes[at - 1 - governed].chunk
    return at - 1 - governed if chunk is not None and not chunk.preposition else -1


def _of_bare(draft: Draft, n: int) -> int:
    """Return the node of the thing whose clause without relative pronoun ends at node `n` ("the pact Chad signed with
    Niger in 1989 lapsed"), else -1.
    """
    nodes, at = draft.nodes, n
    while at > 0 and (nodes[at].chunk is not None or nodes[at].kind in _INSIDE):
        at -= 1
    verb = draft.predicates[nodes[at].predicate] if nodes[at].kind == "verb" else None
    thing = verb.arguments.get("obj") if verb is not None and verb.relation == "relative" else None
    if thing is None or thing.k > nodes[at].k:
        return -1
    return next((m for m in range(at) if nodes[m].k == thing.k and not _governed(draft, m)), -1)


def _of_participle(draft: Draft, n: int) -> int:
    """Return the node of the noun whose participle of the present ends at node `n` ("militants attacking a convoy in
    Mali were killed", "workers trying to block a road were held"), else -1.
    """
    nodes, at = draft.nodes, n
    while at > 0 and (nodes[at].chunk is not None or nodes[at].kind in _INSIDE or _unfinished(draft, at)):
        at -= 1
        noun = _head(draft, at) if nodes[at].chunk is not None and _unfinished(draft, at + 1) else -1
        if noun == 0 or (noun > 0 and _opens(draft, noun - 1)):
            return noun
    return -1


def _unfinished(draft: Draft, n: int) -> bool:
    """Return whether a verb that is no finite one stands at node `n`, or a helper of several words before one."""
    node, item = draft.nodes[n], draft.row[draft.nodes[n].k]
    if node.kind in ("modal", "future"):
        return item.j - item.i > 1 and draft.nodes[n + 1].kind == "verb"
    form = draft.predicates[node.predicate].feature.form if node.kind == "verb" else ""
    before = draft.nodes[n - 1] if n else node
    helped = before.kind in ("modal", "future", "adv") or draft.infinitive_sign(before)
    return form == "gerund" or (form == "base" and helped)


def _head(draft: Draft, n: int) -> int:
    """Return the node of the noun to which the phrases with prepositions that end at node `n` belong, -1 for none."""
    while n > 1 and _governed(draft, n) and (draft.nodes[n - 1].kind == "prep" or _links(draft, n - 1)):
        n -= 2
    return -1 if _governed(draft, n) else n


def _opens(draft: Draft, n: int) -> bool:
    """Return whether a clause may begin behind node `n`."""
    node = draft.nodes[n]
    if node.kind == "verb":
        return draft.takes_clause(draft.predicates[node.predicate])
    return node.kind in ("comp", "sub", "conj", "punct", "time")


def _governed(draft: Draft, n: int) -> bool:
    """Return whether node `n` stands behind a preposition."""
    chunk = draft.nodes[n].chunk
    return chunk is None or bool(chunk.preposition)
