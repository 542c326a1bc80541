"""What a verb shares with the verb before it besides its subject: the auxiliary, the modal, the negation."""

from collections.abc import Iterable
from itertools import pairwise, takewhile

from msgspec.structs import replace

from marsad.clauses.draft import Draft
from marsad.clauses.model import Argument, Predicate
from marsad.clauses.nodes import Node
from marsad.clauses.reduced import ambiguous

# Prepositions of place.
PLACING = frozenset({"in", "at", "near", "on", "across"})
# What may stand between a conjunction and its verb.
_BETWEEN = frozenset({"adv", "time"})
# What a clause may begin with behind which a verb stands no longer beside those before it.
_OPENING = ("verb", "comp", "sub", "rel")
_VERBS = frozenset({"verb", "light"})
# What may stand between two verbs that have one object.
_HELPING = frozenset({"conj", "adv", "neg", "aux", "modal", "future"})
# The forms in which verbs stand behind particles of the future, of possibility and negation, verb first.
_PRESENT = frozenset({"present", "jussive"})


def beside(draft: Draft, predicate: Predicate) -> int:
    """Return the verb that a verb behind a comma or conjunction goes with whatever stands between, -1 for none.

    So a bare one that has the auxiliary or "to" of that ("could condemn X, recall its ambassador or leave": no state
    before the comma recalls it), a gerund in a list of gerunds, and what "or" joins to the verb right before.
    """
    n = _before(draft, predicate)
    if n < 1 or draft.verb_first:
        return -1
    if not (draft.nodes[n].kind == "conj" or draft.sign(draft.nodes[n], ",")):
        return _behind_place(draft, n) if predicate.tense == "gerund" and predicate.pos == "verb" else -1
    verb = next((node for node in reversed(draft.nodes[:n]) if node.kind in _OPENING), None)
    first = draft.predicates[verb.predicate] if verb is not None and verb.kind == "verb" else None
    if first is None:
        return -1
    bare = _bare(predicate) and _as_base(first) and _helped(draft, first)
    gerunds = predicate.tense == first.tense == "gerund" and (
        draft.nodes[n].kind == "conj" or _listed(draft, predicate)
    )
    either = predicate.tense == "past" and first.tense == "have" and _is_or(draft, draft.nodes[n])
    return first.number if bare or gerunds or either or _listed_past(draft, n, first, predicate) else -1


def _behind_place(draft: Draft, n: int) -> int:
    """Return the finite verb with whose subject a gerund goes behind the place at node `n` of a thing that can't act
    ("raided a village in Togo killing ten"), -1 for none.
    """
    nodes = draft.nodes
    if n < 4 or nodes[n - 1].kind != "prep" or draft.row[nodes[n - 1].k].role not in PLACING:
        return -1
    thing, verb = nodes[n - 2].chunk, draft.predicates[nodes[n - 3].predicate] if nodes[n - 3].kind == "verb" else None
    if verb is None or thing is None or thing.preposition or thing.mentions or thing.nouns:
        return -1
    return verb.number if draft.finite(verb) and not verb.passive else -1


def _listed_past(draft: Draft, n: int, first: Predicate, predicate: Predicate) -> bool:
    """Return whether the comma at node `n` parts two deeds of a list ("condemned X, closed its border and left Y")."""
    if not predicate.tense == first.tense == "past" or first.passive or not draft.sign(draft.nodes[n], ","):
        return False
    at, own = draft.node_of[first.number], draft.node_of[predicate.number]
    between, behind = draft.nodes[at + 1 : n], draft.nodes[own + 1]
    described = behind.kind in ("prep", "time") and ambiguous(draft, predicate)  # "condemned X, accused of Y"
    if described or any(node.kind == "punct" for node in between) or first.relation == "relative":
        return False
    ahead = draft.nodes[at - 1] if at else None
    acts = first.shares >= 0 or (ahead is not None and ahead.chunk is not None and not ahead.chunk.preposition)
    opened = any(node.kind in ("rel", "sub") for node in _clause_before(draft, at))
    return acts and not opened and _goes_on(draft, own, predicate)


def _clause_before(draft: Draft, at: int) -> Iterable[Node]:
    """Return the nodes before node `at` up to the sign or verb before."""
    return takewhile(lambda node: node.kind not in ("punct", "verb"), reversed(draft.nodes[:at]))


def _goes_on(draft: Draft, at: int, predicate: Predicate) -> bool:
    """Return whether a conjunction joins one more verb of its tense to the one at node `at`."""
    rest = takewhile(lambda node: node.kind not in ("comp", "sub", "rel"), draft.nodes[at + 1 :])
    joined = (b for a, b in pairwise(rest) if a.kind == "conj" and b.kind == "verb")
    return any(draft.predicates[node.predicate].tense == predicate.tense for node in joined)


def lend_perfect(draft: Draft, predicate: Predicate) -> None:
    """Let a participle that a conjunction joins to a perfect be one too ("has expelled X and withdrawn from Y")."""
    n = _before(draft, predicate) if predicate.passive else -1
    if n < 1 or draft.verb_first or draft.nodes[n].kind != "conj" or predicate.relation != "main":
        return
    verb = next((node for node in reversed(draft.nodes[:n]) if node.kind in _OPENING), None)
    first = draft.predicates[verb.predicate] if verb is not None and verb.kind == "verb" else None
    if first is not None and first.tense == "have" and not first.passive:
        predicate.passive, predicate.tense = False, "have"


def _helped(draft: Draft, verb: Predicate) -> bool:
    """Return whether an auxiliary or "to" stands before a verb, or before the one it goes with."""
    own = draft.nodes[draft.past_modifiers(draft.node_of[verb.number] - 1)]
    return not _bare(verb) or verb.shares >= 0 or draft.infinitive_sign(own)


def _listed(draft: Draft, gerund: Predicate) -> bool:
    """Return whether a conjunction with one more gerund follows a gerund, so that its comma parts those of a list."""
    rest = draft.nodes[draft.node_of[gerund.number] + 1 :]
    n = next((n for n, node in enumerate(rest) if node.kind in (*_OPENING, "conj")), len(rest))
    verb = rest[n + 1] if n + 1 < len(rest) and rest[n].kind == "conj" else None
    return verb is not None and verb.kind == "verb" and draft.predicates[verb.predicate].tense == "gerund"


def lend_helpers(draft: Draft, verbs: Iterable[Predicate]) -> None:
    """Give each verb that shares the subject of another what colours that one ("will recall X and impose Y", "has not
    condemned or sanctioned X").
    """
    for predicate in verbs:
        first = draft.predicates[predicate.shares] if predicate.shares >= 0 else None
        if first is None or predicate.pos not in _VERBS or first.pos not in _VERBS:
            continue
        if _bare(predicate) and _as_base(first):
            predicate.tense, predicate.modal = first.tense, first.modal
            predicate.negated = first.negated
        elif draft.verb_first and _plain_present(predicate) and first.feature.form in _PRESENT:
            predicate.tense, predicate.modal = first.tense, first.modal
            predicate.negated = first.negated and _either(draft, predicate)
        elif predicate.tense == first.tense == "gerund" and first.k:
            without = draft.row[first.k - 1].is_function("prep", "without")
            predicate.negated = predicate.negated or first.negated or without
        elif first.negated and not predicate.negated and _alike(first, predicate) and _either(draft, predicate):
            predicate.negated = True


def lend_objects(draft: Draft, verbs: Iterable[Predicate]) -> None:
    """Give each verb the object of the one that a conjunction joins to it at once ("signed but has not ratified X")."""
    for predicate in verbs:
        first = draft.predicates[predicate.shares] if predicate.shares >= 0 else None
        taken = predicate.arguments.get("obj")
        if first is None or taken is None or first.pos != "verb" or "obj" in first.arguments or taken.k < predicate.k:
            continue
        nodes = draft.nodes[draft.node_of[first.number] + 1 : draft.node_of[predicate.number]]
        joined = any(node.kind == "conj" for node in nodes) and all(node.kind in _HELPING for node in nodes)
        if joined and not (first.passive or predicate.passive) and _takes(first, taken):
            first.arguments["obj"] = replace(taken)


def _takes(verb: Predicate, taken: Argument) -> bool:
    """Return whether a verb may have an argument for its object: somebody it turns to, or what a sense asks for."""
    asked = (need for sense in verb.senses for need in sense.needs if need.slot == "obj" and not need.negative)
    turned = bool(taken.mentions) and any(("obj", "recipient") in sense.slots for sense in verb.senses)
    return turned or any(not taken.classes.isdisjoint(need.classes) for need in asked)


def lend_undergone(draft: Draft, verbs: Iterable[Predicate]) -> None:
    """Give each participle that opens a sentence the one it befalls ("Accused by X, Y resigned"): who does what its
    verb tells, or whom that befalls as well.
    """
    for predicate in verbs:
        if predicate.relation != "adverbial" or not predicate.passive or predicate.shares < 0:
            continue
        verb = draft.predicates[predicate.shares]
        told = verb.arguments.get("obj" if verb.passive else "subj")
        if told is not None:
            predicate.arguments.setdefault("obj", replace(told, slot="obj"))


def _as_base(verb: Predicate) -> bool:
    """Return whether a verb is in its base form, or in a past that is written like it ("will set up", "could put")."""
    return verb.feature.form == "base" or (verb.tense == "future" and verb.feature.form == "past")


def _bare(predicate: Predicate) -> bool:
    """Return whether a verb is in its base form and nothing colours it."""
    return predicate.tense == "base" and not predicate.modal and not predicate.negated


def _plain_present(predicate: Predicate) -> bool:
    """Return whether a verb is in the present and nothing colours it: that may stand for a future or a "may" before."""
    return predicate.tense == "present" and not predicate.modal and not predicate.negated


def _alike(first: Predicate, second: Predicate) -> bool:
    """Return whether two verbs may have one auxiliary or one "never"."""
    return second.tense in ("past", first.tense) and first.tense in ("past", "have", "present")


def _either(draft: Draft, predicate: Predicate) -> bool:
    """Return whether "or" or "nor" joins a verb to the one before it, or a comma in a list that ends with it."""
    n = _before(draft, predicate)
    if n < 0:
        return False
    if draft.nodes[n].kind == "conj":
        return _is_or(draft, draft.nodes[n])
    following = (
        node for node in draft.nodes[draft.node_of[predicate.number] :] if node.kind in ("conj", "comp", "sub")
    )
    last = next(following, None)
    return draft.sign(draft.nodes[n], ",") and last is not None and _is_or(draft, last)


def _is_or(draft: Draft, node: Node) -> bool:
    return node.kind == "conj" and draft.row[node.k].role == "or"


def _before(draft: Draft, predicate: Predicate) -> int:
    """Return the node before a verb and its adverbs, -1 where there is none."""
    n = draft.node_of[predicate.number] - 1
    while n >= 0 and draft.nodes[n].kind in _BETWEEN:
        n -= 1
    return n
