"""What the first part of a compound verb governs, verb last: "خواستار عزل X شدند", "called for the dismissal of X"."""

from collections.abc import Iterable

from marsad.clauses.draft import Draft
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


def _part_before(draft: Draft, k: int) -> bool:
    """Return whether the part of a compound verb stands before item `k`, other adverbs passed over."""
    while k and draft.row[k - 1].is_function("adv") and draft.row[k - 1].role != "part":
        k -= 1
    return k > 0 and draft.row[k - 1].is_function("adv", "part")
