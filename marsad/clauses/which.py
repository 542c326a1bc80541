"""Clauses that tell which thing is meant, though their first word may open what somebody says ("the truce that")."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate

# Types of what is done to somebody against their will.
HARM = frozenset({"ACCUSE", "COERCE", "SANCTION", "ASSAULT"})


def tells_which(draft: Draft, n: int) -> bool:
    """Return whether the complementizer at node `n` opens the relative clause of what stands right before it."""
    if draft.verb_first or draft.by_case or n == 0 or draft.nodes[n - 1].chunk is None:
        return False
    verb = next((draft.predicates[node.predicate] for node in draft.nodes[n + 1 :] if node.kind == "verb"), None)
    return verb is not None and verb.relation == "relative" and told_of_thing(draft, verb)


def told_of_thing(draft: Draft, verb: Predicate) -> bool:
    """Return whether the relative clause of a verb tells of a thing before it that is its object."""
    thing = verb.arguments.get("obj") if verb.relation == "relative" else None
    return thing is not None and thing.k < verb.k and (not draft.says(verb) or _ends(draft, verb))


def done_to_people(draft: Draft, verb: Predicate, n: int) -> bool:
    """Return whether a verb is what somebody did to the people at node `n`, who are the object of a verb that opens
    nobody's words ("freed the reporters that it arrested").
    """
    before, chunk = draft.nodes[n - 1] if n else None, draft.nodes[n].chunk
    if before is None or before.kind != "verb" or chunk is None or not any(m.title_kind for m in chunk.mentions):
        return False
    concepts = [draft.inventory.concepts[sense.concept] for sense in verb.senses]
    harm = any(c.shape == "directed" and not HARM.isdisjoint(c.event_types) for c in concepts)
    said = draft.takes_clause(verb) and not _ends(draft, verb, "prep")  # "the men it had held since May"
    return harm and not draft.takes_clause(draft.predicates[before.predicate]) and not said


def _ends(draft: Draft, verb: Predicate, *further: str) -> bool:
    """Return whether a clause ends with its verb, or goes on with a `further` kind, so that it can say nothing."""
    after = draft.nodes[draft.node_of[verb.number] + 1 :]
    return not after or after[0].kind in ("punct", "conj", *further)
