"""Infinitives right before the verb that governs them ("A to comment refused"), and participles before their noun."""

from collections.abc import Callable

from marsad.clauses.cases import ACCUSATIVE, DATIVE, meet
from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk, Node

_PARTICIPLES = frozenset({"participle", "active"})
# Prepositions of a place, which may be where the verb behind tells of something as well.
_PLACES = frozenset({"in", "at"})


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


def own(infinitive: Predicate, governor: Predicate, left: list[Chunk], subject: Chunk | None) -> list[Chunk]:
    """Return what belongs to an infinitive before its governor among the noun phrases left of both: all but the
    subject, a place before that, and a dative the governor asks for ("Чад в Лиме войска выводить не собирается").
    """
    before = [chunk for chunk in left if chunk.k < infinitive.k and chunk is not subject]
    asks = any(slot == "to" for sense in governor.senses for slot, _ in sense.slots)
    return [
        chunk
        for chunk in before
        if not (chunk.preposition in _PLACES and not _beside(chunk, infinitive))
        and not (asks and not chunk.preposition and meet(chunk.case, DATIVE) and not meet(chunk.case, ACCUSATIVE))
    ]


def _beside(chunk: Chunk, infinitive: Predicate) -> bool:
    return chunk.end == infinitive.k


def opens_with_infinitive(draft: Draft, n: int, governor: Predicate) -> bool:
    """Return whether an infinitive at node `n` opens the clause of a verb that takes one ("To help B A vowed")."""
    node = draft.nodes[n] if n >= 0 else None
    if node is None or node.kind != "verb" or not takes_infinitive(governor) or not draft.finite(governor):
        return False
    verb, before = draft.predicates[node.predicate], draft.nodes[n - 1] if n else None
    opens = before is None or before.kind in ("punct", "conj", "comp")
    return opens and verb.feature.form == "base" and not draft.finite(verb)


def left_by_infinitive(found: list[Chunk], may_act: Callable[[Chunk], bool]) -> list[Chunk]:
    """Return what an infinitive leaves to its governor between them: the nearest noun phrase that may be its subject,
    and datives.
    """
    acting = next((chunk for chunk in found if may_act(chunk) and not chunk.preposition), None)
    addressed = (c for c in found if not c.preposition and meet(c.case, DATIVE) and not meet(c.case, ACCUSATIVE))
    return [*([acting] if acting is not None else []), *addressed]


def before_noun(draft: Draft, node: Node) -> bool:
    """Return whether the verb of a node is a participle before its noun ("the by-A-backed rebels")."""
    verb = draft.predicates[node.predicate]
    noun = verb.arguments.get("obj" if verb.passive else "subj") if verb.feature.form in _PARTICIPLES else None
    return draft.by_case and noun is not None and noun.k > verb.k
