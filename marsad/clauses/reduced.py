"""Participles that describe the noun before them ("freed ten sailors seized off the coast")."""

from marsad.clauses.classes import THINGS, chunk_classes
from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk, Node

# What may stand behind such a participle instead of an object, and between the noun it describes and another verb.
_BEHIND = frozenset({"prep", "time"})
_BETWEEN = frozenset({"prep", "time", "adv", "quant"})
# What a clause begins behind, and how far before its verb an actor stands whom a comma parts from it.
_OPENING, PARTED = frozenset({"comp", "sub"}), 2
# Where those things stand that a verb is said of.
SAID_OF = frozenset({"subj", "obj"})


def read_reduced(draft: Draft) -> None:
    """Read a past without object behind a noun of another verb as the participle that it may be too.

    It is one where the noun can't be its subject: it belongs to a verb before, or to a verb behind that has no other.
    """
    if draft.verb_first or draft.verb_last:
        return
    may = [draft.node_of[p.number] for p in draft.predicates if p.tense == "past" and _may_describe(draft, p)]
    found = [n for n in may if _behind_noun(draft, n)]
    for n in may:
        behind = n in found and (_of_verb_behind(draft, n, found) or _of_verb_before(draft, n, found))
        if behind or _parted(draft, n):
            described = draft.predicates[draft.nodes[n].predicate]
            described.passive, described.relation = True, "relative"


def _may_describe(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a past may be a participle and stands between others."""
    if predicate.pos == "noun" or predicate.passive or predicate.feature.form != "past":
        return False
    return 1 <= draft.node_of[predicate.number] < len(draft.nodes) - 1 and ambiguous(draft, predicate)


def _behind_noun(draft: Draft, n: int) -> bool:
    """Return whether the verb at node `n` stands behind a noun, with a phrase of place or time behind it."""
    item = draft.row[draft.nodes[n].k]
    if item.j - item.i > 1 or draft.nodes[n + 1].kind not in _BEHIND:
        return False  # its object may be among its words ("dismissed criticism by X")
    return draft.nodes[_noun(draft, n)].chunk is not None and not own_subject(draft, _noun(draft, n) + 1)


def _noun(draft: Draft, n: int) -> int:
    """Return the node before that of a verb, an adverb between them left out ("a letter widely criticised as")."""
    return n - 2 if n > 1 and draft.nodes[n - 1].kind == "adv" else n - 1


def _parted(draft: Draft, n: int) -> bool:
    """Return whether a comma alone parts the verb at node `n` from the actor with whom the clause opens, which no verb
    of his own is ("Castillo, jailed for graft, fled").
    """
    at = n - 1  # that of the comma: "Mali, already suspended", "Mali and Niger, both suspended"
    while at > 1 and (draft.nodes[at].kind == "adv" or _all_of_them(draft, draft.nodes[at])):
        at -= 1
    if not _opens_clause(draft, at - 1) or not draft.sign(draft.nodes[at], ","):
        return False
    actor, behind = draft.nodes[at - 1].chunk, draft.nodes[n + 1].chunk
    acts_upon = behind is not None and not behind.preposition and bool(behind.mentions)
    if actor is None or actor.preposition or not actor.mentions or acts_upon:
        return False
    words = draft.sentence.tokens[draft.row[actor.k].i : draft.row[actor.end - 1].j]
    return "," not in words  # "Castillo, the former president, fled"


def _opens_clause(draft: Draft, n: int) -> bool:
    """Return whether a clause begins with node `n`: the sentence, one behind "that" or "while", or a new main one."""
    if n <= 0:
        return n == 0
    before = draft.nodes[n - 1]
    joined = before.kind == "conj" and n > 1 and draft.sign(draft.nodes[n - PARTED], ",;")
    return before.kind in _OPENING or joined or draft.sign(before, ";:")


def _all_of_them(draft: Draft, node: Node) -> bool:
    """Return whether a node is one word for all those named before it ("both")."""
    chunk = node.chunk
    return chunk is not None and chunk.end == chunk.k + 1 and draft.row[chunk.k].value == "both-sides"


def own_subject(draft: Draft, n: int) -> bool:
    """Return whether the noun before node `n` begins a clause of its own ("that Luanda brokered")."""
    ahead = draft.nodes[n - 2] if n > 1 else None
    if ahead is None or ahead.kind == "rel":
        return ahead is not None
    beside = ahead.chunk is not None and not _governed(draft, n - 1)
    return beside or (n > 2 and ahead.kind == "comp" and draft.nodes[n - 3].chunk is not None)


def _governed(draft: Draft, n: int) -> bool:
    chunk = draft.nodes[n].chunk
    return chunk is not None and bool(chunk.preposition)


def ambiguous(draft: Draft, predicate: Predicate) -> bool:
    """Return whether the form of a verb may be a participle too."""
    span = draft.row[predicate.k].span
    return span is not None and any(known.feature.form == "participle" for known in span.readings)


def _of_verb_before(draft: Draft, n: int, found: list[int]) -> bool:
    """Return whether the noun before node `n` belongs to a finite verb, or one completing another, without a clause."""
    m = n - 1
    while m > 0 and (draft.nodes[m].kind in _BETWEEN or draft.nodes[m].chunk is not None):
        m -= 1
    bare = sum(node.chunk is not None and not node.chunk.preposition for node in draft.nodes[m + 1 : n])
    if draft.nodes[m].kind != "verb" or m in found or bare > 1 or draft.row[draft.nodes[m + 1].k].role == "of":
        return False  # "houses of parliament" is no verb
    verb = draft.predicates[draft.nodes[m].predicate]
    completing = verb.feature.form == "base"
    acts = verb.pos == "verb" and (completing or (draft.finite(verb) and bool(verb.senses)))
    blaming = bool(bare) and any(("obj", "recipient") in sense.slots for sense in verb.senses)
    # "attacked X in a letter condemned by Y", "were killed in a raid blamed on Z"
    aside = _governed(draft, _noun(draft, n)) and (blaming or verb.passive)
    return acts and (aside or _some(draft, n) or not draft.governs(verb.number) or _wanted(draft, n, verb))


def _wanted(draft: Draft, n: int, verb: Predicate) -> bool:
    """Return whether the verb at node `n` means something only of such an object as the noun before it, and the one
    before doesn't just say something ("condemned talks planned for May").
    """
    chunk, described = draft.nodes[_noun(draft, n)].chunk, draft.predicates[draft.nodes[n].predicate]
    return chunk is not None and not draft.says(verb) and asks_for(draft, described, chunk, frozenset({"obj"}))


def _some(draft: Draft, n: int) -> bool:
    """Return whether an adverb stands between the verb at node `n` and somebody not told of before ("met a journalist
    formerly jailed in Rome").
    """
    chunk = draft.nodes[_noun(draft, n)].chunk if _noun(draft, n) < n - 1 else None
    return chunk is not None and (draft.row[chunk.k].is_function("det", "a") or draft.indefinite(chunk))


def _of_verb_behind(draft: Draft, n: int, found: list[int]) -> bool:
    """Return whether a verb that can be nothing but finite follows node `n` behind phrases of place and time alone."""
    m = n + 1
    while m < len(draft.nodes) and (m in found or _beside(draft.nodes[m])):
        m += 1
    return m < len(draft.nodes) and _finite(draft, m)


def _beside(node: Node) -> bool:
    """Return whether a node belongs to a phrase of place or time."""
    return node.kind in _BETWEEN or (node.chunk is not None and bool(node.chunk.preposition))


def _finite(draft: Draft, m: int) -> bool:
    """Return whether node `m` is an auxiliary, or a finite verb by its form, its object or what stands before."""
    node = draft.nodes[m]
    if node.kind != "verb":
        return node.kind == "aux" and draft.nodes[m - 1].kind != "prep"  # "of having been left out"
    verb = draft.predicates[node.predicate]
    if draft.row[verb.k].is_function("aux") and draft.infinitive_sign(draft.nodes[m - 1]):
        return False  # "threatened to have the envoy expelled"
    behind = draft.nodes[m + 1].chunk if m + 1 < len(draft.nodes) else None
    with_object = behind is not None and not behind.preposition
    describing = draft.nodes[m - 1].chunk is not None and ambiguous(draft, verb)
    return draft.finite(verb) and (with_object or not describing)


def said_of_nearest(draft: Draft, predicate: Predicate, n: int) -> bool:
    """Return whether such a participle describes the noun of the prepositional phrase at node `n` right before it: some
    people, an act, or a thing that it asks for ("an ambush blamed on X", "under a pact signed by X").
    """
    chunk = draft.nodes[n].chunk if predicate.relation == "relative" else None
    if chunk is None or not chunk.preposition or any(m.title_kind for m in chunk.mentions):
        return chunk is not None and bool(chunk.preposition)
    return draft.row[chunk.head].kind == "trigger" or asks_for(draft, predicate, chunk)


def asks_for(draft: Draft, predicate: Predicate, chunk: Chunk, slots: frozenset[str] = SAID_OF) -> bool:
    """Return whether a verb means something only of such a thing in one of the slots, its subject or object."""
    classes = chunk_classes(chunk, draft.row) & THINGS
    needs = (need for sense in predicate.senses for need in sense.needs if need.slot in slots)
    return any(not need.negative and not classes.isdisjoint(need.classes) for need in needs)
