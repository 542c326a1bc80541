"""What belongs to a noun and not to the verb, verb last: what the first part of a compound verb governs ("خواستار عزل X
شدند", "called for the dismissal of X"), with whom something was done that only tells when or why.
"""

from collections.abc import Iterable

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk


def held_chunk(draft: Draft, chunks: Iterable[Chunk]) -> Chunk | None:
    """Return the noun phrase right behind the part of a compound verb, None where there is none."""
    return next((chunk for chunk in chunks if not chunk.preposition and _part_before(draft, chunk.k)), None)


def of_held(draft: Draft, chunks: list[Chunk]) -> list[Chunk]:
    """Return the prepositional phrases behind such a noun phrase that an action noun in it has a slot for."""
    held = held_chunk(draft, chunks)
    if held is None:
        return []
    senses = [sense for number in draft.nouns_in(held) for sense in draft.predicates[number].senses]
    slots = {slot for sense in senses for slot, role in sense.slots if role != "none"}
    return [chunk for chunk in chunks if chunk.k > held.k and chunk.preposition in slots]


# Prepositions behind which an action noun tells when or why, and those of what such a noun is told of.
_AROUND = frozenset({"after", "before", "because-of", "for", "during", "despite", "since"})
_SHARED = ("with", "against")


def of_noun_before(draft: Draft, chunks: list[Chunk], chunk: Chunk, verb: Predicate) -> bool:
    """Return whether a phrase right behind an action noun that tells when or why belongs to that alone ("پس از تیرگی
    روابط با روسیه در نشست شرکت نکرد"): the noun has a slot for it, and no sense of the verb names one.
    """
    before = next((c for c in reversed(chunks) if c.end < chunk.k), None)
    if chunk.preposition not in _SHARED or before is None or before.preposition not in _AROUND:
        return False
    if any(not item.is_function("adv", "own") for item in draft.row[before.end : chunk.k - 1]):
        return False
    nouns = (draft.predicates[number] for number in draft.nouns_in(before)[-1:])
    return any(_has_slot(noun, chunk.preposition) for noun in nouns) and not _has_slot(verb, chunk.preposition)


def _has_slot(predicate: Predicate, preposition: str) -> bool:
    """Return whether a sense of a predicate names a role for what stands behind a preposition."""
    return any(slot == preposition and role != "none" for sense in predicate.senses for slot, role in sense.slots)


def _part_before(draft: Draft, k: int) -> bool:
    """Return whether the part of a compound verb stands before item `k`, other adverbs passed over."""
    while k and draft.row[k - 1].is_function("adv") and draft.row[k - 1].role != "part":
        k -= 1
    return k > 0 and draft.row[k - 1].is_function("adv", "part")
