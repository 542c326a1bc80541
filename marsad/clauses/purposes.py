"""Purposes in languages with cases: "so that A would free B" tells of nothing done, though its verb is in the past."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.mentions.items import Item

# The subordinator of a purpose, and what the entry of a word that opens a wish says.
SO_THAT, WISH = "so-that", "wish"
_VERBAL = frozenset({"verb", "light"})


def mark_purposes(draft: Draft) -> None:
    """Let what is only meant to come about be possible: a clause of purpose that completes no verb, and what "and"
    joins to it ("Чтобы Чад освободил пленных и отвел войска, ...").
    """
    meant: set[int] = set()
    for verb in draft.predicates:
        if verb.pos == "noun" or verb.modal or verb.tense != "past" or _completes(draft, verb):
            continue
        if _opened(draft, verb) or verb.shares in meant:
            verb.under, verb.modal = SO_THAT, "possible"
            meant.add(verb.number)


def _completes(draft: Draft, verb: Predicate) -> bool:
    """Return whether a clause completes a verb of saying or asking, or the noun that one carries: what became of it
    is told by that.
    """
    above = draft.predicates[verb.parent] if verb.parent >= 0 else None
    carried = [p for p in draft.predicates if above is not None and above.pos == "light" and p.light == above.number]
    told = carried if above is None or above.pos == "light" else [above]
    senses = [sense for predicate in told for sense in predicate.senses]
    concepts = [draft.inventory.concepts[sense.concept] for sense in senses]
    asked = any(slot == "clause" for sense in senses for slot, _ in sense.slots)
    return asked or any(c.content != "same" or c.shape == "saying" for c in concepts)


def _opened(draft: Draft, verb: Predicate) -> bool:
    """Return whether a word of purpose opens the clause of a verb, no other verb or sign between."""
    for k in range(verb.k - 1, -1, -1):
        item = draft.row[k]
        if item.kind == "punct" or item.value in _VERBAL:
            return False
        if item.is_function("comp") or item.is_function("sub"):
            return item.role == SO_THAT or _wishes(item)
    return False


def _wishes(item: Item) -> bool:
    return item.known is not None and item.known.entry.code == WISH
