"""What headlines leave out: the verb of "X to do Y", which is to come, and that of "X urged to", done to X."""

from marsad.clauses.arguments import Arguments
from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Node
from marsad.clauses.reduced import ambiguous, asks_for, own_subject
from marsad.clauses.which import HARM

# What may stand before the actor that opens a headline, or between it and its verb.
_CIRCUMSTANCES = frozenset({"time", "adv", "neg"})
_CLOSING = ".!?…"
# What may stand behind the sign that ends a sentence ("... a disgrace.\"").
_AROUND = frozenset("\"”’'»)]")
# The tenses in which the verbs of a headline stand ("Rebels kill two, abduct 34").
_TOLD = frozenset({"present", "base"})
_DONE_TO = frozenset({"obj"})


def announced(draft: Draft, arguments: Arguments, predicate: Predicate) -> bool:
    """Return whether an actor with "to" and a bare verb opens the sentence ("Peru to leave OPEC"): its subject, and
    that the act is to come, are noted; so is whose subject another verb of a headline has.
    """
    if _listed(draft, predicate):
        return True
    n = draft.past_modifiers(draft.node_of[predicate.number] - 1)
    if draft.verb_first or predicate.feature.form != "base" or n < 1 or not draft.infinitive_sign(draft.nodes[n]):
        return False
    before = [node for node in draft.nodes[:n] if node.kind not in _CIRCUMSTANCES]
    chunk = before[0].chunk if len(before) == 1 else None
    if chunk is None or chunk.preposition or chunk.nouns or not chunk.mentions:
        return False
    predicate.tense, predicate.arguments["subj"] = "future", arguments.make("subj", chunk)
    return True


def _listed(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a headline lists a verb behind another and its object ("Peru shuts border, expels envoy"), noted
    as sharing the subject of that one.
    """
    n = draft.node_of[predicate.number] - 1
    if predicate.tense not in _TOLD or draft.verb_first or n < 1 or _ended(draft):
        return False
    at = next((m for m in range(n - 1, 0, -1) if draft.nodes[m].kind == "verb"), 0)
    between = draft.nodes[at + 1 : n]
    if not at or not draft.sign(draft.nodes[n], ",") or not all(_beside(node) for node in between):
        return False
    before = draft.predicates[draft.nodes[at].predicate]
    bare = sum(node.chunk is not None and not node.chunk.preposition for node in between)
    plain = draft.nodes[at - 1].chunk is not None or draft.sign(draft.nodes[at - 1], ",")
    predicate.shares = before.number if before.tense == predicate.tense and bare == 1 and plain else -1
    return predicate.shares >= 0


def _beside(node: Node) -> bool:
    """Return whether a node is a noun phrase, or belongs to one of place or time."""
    return node.chunk is not None or node.kind in ("prep", "time")


# How many words a verb with its particles has at most ("called on").
_PHRASAL = 2


def undergone(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb without auxiliary or object was done to its subject: "accused of" and "jailed in" always,
    "urged to" and "attacked over" in a headline ("Peru asked to join" in a sentence asks itself).
    """
    unhelped = predicate.feature.form in ("past", "participle") and predicate.tense == "past" and not predicate.passive
    item = draft.row[predicate.k]
    if draft.verb_first or not unhelped or "obj" in predicate.arguments or item.j - item.i > _PHRASAL:
        return False  # its object is among its words
    n = draft.node_of[predicate.number] + 1
    after = draft.nodes[n] if n < len(draft.nodes) else None
    if after is None or after.kind == "punct":
        return not _ended(draft) and (_harms(draft, predicate) or _fits(draft, predicate))
    role = draft.row[after.k].role if after is not None and after.kind == "prep" else ""
    if role == "of" or _ended(draft):
        return (role == "of" and _takes(predicate, "of")) or (bool(role) and _lawful(draft, predicate, n))
    return (
        _takes(predicate, "inf") if role == "to" else (bool(role) or after.kind == "time") and _harms(draft, predicate)
    )


def _ended(draft: Draft) -> bool:
    """Return whether the sentence has the sign that ends one, inside or outside what is quoted: headlines have none."""
    last = next((sign for sign in reversed(draft.signs) if sign not in _AROUND), "")
    return bool(last) and last in _CLOSING


def _harms(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb that is also a participle tells only of what is done to somebody against their will."""
    free = (s for s in predicate.senses if not any(n.slot == "obj" and not n.negative for n in s.needs))
    concepts = [draft.inventory.concepts[sense.concept] for sense in free]
    harm = (c.shape == "directed" and not HARM.isdisjoint(c.event_types) for c in concepts)
    return ambiguous(draft, predicate) and bool(concepts) and all(harm)


def _fits(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb that ends a headline is done to things of the kind before it alone ("Summit postponed")."""
    chunk = draft.nodes[draft.node_of[predicate.number] - 1].chunk
    return chunk is not None and ambiguous(draft, predicate) and asks_for(draft, predicate, chunk, _DONE_TO)


def _lawful(draft: Draft, predicate: Predicate, n: int) -> bool:
    """Return whether a verb tells only of what the law does to a suspect, so that whom it is done to is never left out
    (behind a phrase of place or time from node `n` on it may stand: "arrested on Monday three men").
    """
    concepts = [draft.inventory.concepts[sense.concept] for sense in predicate.senses]
    by_law = bool(concepts) and all(concept.by_law and concept.to_anybody for concept in concepts)
    if not by_law or any(("subj", "recipient") in sense.slots for sense in predicate.senses):
        return False
    behind = n - 1
    while behind > 1 and draft.nodes[behind - 1].kind == "adv":
        behind -= 1  # "a journalist previously jailed"
    noun = behind
    while noun > 1 and _governed(draft.nodes[noun - 1]):
        noun -= 1
    if own_subject(draft, noun) and (noun == behind or draft.nodes[noun - 2].kind == "rel"):
        return False
    later = next((node for node in draft.nodes[n:] if node.kind not in ("prep", "time") and not _governed(node)), None)
    return later is None or later.chunk is None


def _governed(node: Node) -> bool:
    return node.chunk is not None and bool(node.chunk.preposition)


def _takes(predicate: Predicate, slot: str) -> bool:
    """Return whether a sense of a verb turns to somebody, its object, with a content in a slot."""
    asked = {("obj", "recipient"), (slot, "content")}
    return any(asked <= set(sense.slots) for sense in predicate.senses)
