"""Relative clauses of who owns the noun before them, told by gender: "غضب الحكومة التي", "زيارة الرئيس الذي"."""

from msgspec.structs import replace

from marsad.clauses.draft import Draft
from marsad.clauses.nodes import Chunk

# Relative pronouns of one, and whether what they describe is feminine.
_RELATIVE = {"3fs": True, "3ms": False}
# Who is feminine without an ending that says so.
_LANDS = frozenset({"state", "capital"})


def owner_described(draft: Draft, chunk: Chunk, n: int) -> Chunk:
    """Return the owner that ends an act's noun phrase where the relative pronoun at node `n` agrees with the owner and
    not with the act, else the phrase itself.
    """
    if not draft.verb_first or chunk.mentions or len(chunk.modifiers) != 1:
        return chunk
    pronoun = draft.row[draft.nodes[n].k]
    told = next((own for person, own in _RELATIVE.items() if pronoun.is_function("rel", person)), None)
    owner, act = chunk.modifiers[0], draft.row[chunk.head]
    last = next((k for k in range(chunk.head + 1, chunk.end) if draft.row[k].mention is owner), -1)
    if told is None or last != chunk.end - 1 or act.kind != "trigger" or owner.plural:
        return chunk
    feminine = owner.kind in _LANDS or _ends_feminine(draft, last)
    if feminine != told or _ends_feminine(draft, chunk.head) == told:
        return chunk
    return replace(chunk, k=last, head=last, mentions=[owner], modifiers=[], nouns=[])


def _ends_feminine(draft: Draft, k: int) -> bool:
    """Return whether the first word of an item has the ending of a feminine noun."""
    return draft.profile.is_feminine(draft.sentence.tokens[draft.row[k].i])
