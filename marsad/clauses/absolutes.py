"""What is so beside what a sentence tells: "with the minister detained, the talks ended"."""

from marsad.clauses.arguments import Arguments
from marsad.clauses.draft import Draft
from marsad.clauses.model import AHEAD, Predicate

_HELPING = frozenset({"aux", "adv", "neg"})
_PARTICIPLES = frozenset({"past", "participle"})


def absolute(draft: Draft, arguments: Arguments, predicate: Predicate) -> bool:
    """Return whether a verb has the noun phrase behind an opening "with" for its subject, or undergoes it; noted if so.

    What stands behind that "with" belongs to no other verb then.
    """
    n = draft.node_of[predicate.number] - 1
    while n > 1 and draft.nodes[n].kind in _HELPING:
        n -= 1
    if draft.verb_first or n < 1 or not _opens(draft, n):
        return False
    form, chunk = predicate.feature.form, draft.nodes[n].chunk
    undergone = form in _PARTICIPLES and "obj" not in predicate.arguments and predicate.tense != "have"
    if chunk is None or not (form == "gerund" or undergone):
        return False
    predicate.relation, predicate.passive = "adverbial", predicate.passive or form != "gerund"
    for other in draft.predicates:
        if "with" in other.arguments and other.arguments["with"].k == chunk.k:
            del other.arguments["with"]
    predicate.arguments[AHEAD] = arguments.make(AHEAD, chunk)
    return True


def _opens(draft: Draft, n: int) -> bool:
    """Return whether chunk `n` stands behind a "with" that opens the sentence or what a comma parts."""
    chunk = draft.nodes[n].chunk
    opens = n < 2 or draft.nodes[n - 2].kind in ("punct", "conj")
    return chunk is not None and chunk.preposition == "with" and draft.nodes[n - 1].kind == "prep" and opens
