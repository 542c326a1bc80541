"""What somebody wants done, or has done, to another ("wants the envoy expelled", "had the mayor arrested")."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Node
from marsad.clauses.reduced import ambiguous

# The auxiliaries with which somebody has something done.
_HAVING = ("have", "had", "having")


def read_caused(draft: Draft) -> dict[int, int]:
    """Read a past behind the object of a verb of wanting or having as the participle it is there; return what governs
    it (-1 for the auxiliary) by its number.
    """
    if draft.verb_first or draft.verb_last or draft.by_case:
        return {}
    found: dict[int, int] = {}
    for predicate in draft.predicates:
        if predicate.pos == "verb" and predicate.tense == "past" and ambiguous(draft, predicate):
            governor = _governor(draft, draft.node_of[predicate.number])
            if governor is not None:
                predicate.passive, found[predicate.number] = True, governor
    return found


def depend_on_wish(draft: Draft, caused: dict[int, int]) -> None:
    """Make what somebody wants done depend on the verb that says so, whose object is whom it shall be done to."""
    for number, governor in caused.items():
        predicate, wanting = draft.predicates[number], draft.predicates[governor]
        having = draft.row[wanting.k].is_function("aux")
        above = wanting.parent if having else governor  # "asked the court to have him arrested"
        if governor < 0 or above < 0:
            continue
        if not having and "obj" in predicate.arguments and _wants(draft, wanting):
            wanting.arguments.setdefault("obj", predicate.arguments["obj"])
        predicate.parent, predicate.relation = above, "inf"


def _governor(draft: Draft, n: int) -> int | None:
    """Return the number of the verb whose object stands before the verb at node `n`, -1 for a bare auxiliary."""
    if n + 1 < len(draft.nodes) and (behind := draft.nodes[n + 1].chunk) is not None and not behind.preposition:
        return None  # with an object of its own it is a past
    m = n - 1
    while m > 1 and _of_phrase(draft.nodes[m]):
        m -= 1
    chunk, verb = draft.nodes[m].chunk, draft.nodes[m - 1] if m > 0 else None
    if verb is None or chunk is None or chunk.preposition or (m > 1 and draft.nodes[m - 2].kind == "rel"):
        return None
    if verb.kind == "aux":
        return _asked(draft, m - 1) if draft.row[verb.k].role in _HAVING and m > 1 else None
    wants = verb.kind == "verb" and _wants(draft, draft.predicates[verb.predicate])
    return verb.predicate if wants else None


def _asked(draft: Draft, n: int) -> int:
    """Return the number of the verb before the infinitive of the auxiliary at node `n`, -1 where it is none."""
    if not draft.infinitive_sign(draft.nodes[n - 1]):
        return -1
    return next((node.predicate for node in reversed(draft.nodes[:n]) if node.kind == "verb"), -1)


def _of_phrase(node: Node) -> bool:
    """Return whether a node belongs to a prepositional phrase ("the sanctions against Chad lifted")."""
    return node.kind == "prep" or (node.chunk is not None and bool(node.chunk.preposition))


def _wants(draft: Draft, verb: Predicate) -> bool:
    """Return whether a verb tells what somebody wants another to do, and says nothing that happened."""
    if draft.row[verb.k].is_function("aux"):
        return draft.row[verb.k].role in _HAVING
    concepts = [(draft.inventory.concepts[sense.concept], sense.slots) for sense in verb.senses]
    wanted = any(c.content == "demanded" and ("inf", "content") in slots for c, slots in concepts)
    return wanted and not any(c.content == "same" and ("clause", "content") in slots for c, slots in concepts)
