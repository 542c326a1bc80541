"""Who holds the offices named before, between commas where the verb stands first ("وزيرا الخارجية، سلمى ورامي،")."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk

# What may stand before the owner of a thing; "for" where the verb stands first ("مخابئ لحركة").
BELONGING = ("of", "for")


def names_holders(draft: Draft, n: int) -> bool:
    """Return whether chunk `n` only names between commas, verb first, the holders of the office before it."""
    if not draft.verb_first:
        return False
    nodes = draft.nodes
    before = nodes[n - 2].chunk if n > 1 and draft.sign(nodes[n - 1], ",،") else nodes[n - 1].chunk
    if before is None or not (_office(before) or names_holders(draft, n - 1)):
        return False
    end = next((m for m in range(n, len(nodes)) if not _unknown(draft, nodes[m].chunk)), len(nodes))
    return end > n and end < len(nodes) and draft.sign(nodes[end], ",،")


def _office(chunk: Chunk) -> bool:
    return any(m.title_kind == "office" and not m.person for m in chunk.mentions)


def _unknown(draft: Draft, chunk: Chunk | None) -> bool:
    """Return whether a noun phrase is nothing but names: unknown words and persons."""
    if chunk is None or chunk.preposition:
        return False
    items = draft.row[chunk.k : chunk.end]
    return all(i.kind == "word" or (i.mention is not None and i.mention.kind in ("person", "name")) for i in items)


def owns_thing(draft: Draft, predicate: Predicate, m: int) -> bool:
    """Return whether the actor behind "of" at node `m` owns the thing in the phrase before it, noted if so: of action
    nouns and verbs of violence ("strikes on hideouts of X", "bombed villages of X").
    """
    chunk = draft.nodes[m].chunk
    before = draft.nodes[m - 1 - (draft.nodes[m - 1].kind == "prep")].chunk if m > 1 else None
    owning = BELONGING if draft.verb_first else BELONGING[:1]
    if chunk is None or chunk.preposition not in owning or before is None or before.mentions or not chunk.mentions:
        return False
    own = not before.preposition or before.k <= predicate.k < before.end
    if own if predicate.pos == "noun" else not draft.violent(predicate):
        return False
    held = next((a for a in predicate.arguments.values() if a.k == before.k and a.predicate < 0), None)
    if held is not None:
        held.modifiers = [*held.modifiers, *chunk.mentions]
    return held is not None
