"""Verbs that tell what people did whom another verb or a preposition has ("met with women accusing him of lies")."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk
from marsad.clauses.settling import AFTER_SUBJECT


def of_people(draft: Draft, predicate: Predicate, n: int, claimed: bool) -> bool:
    """Return whether a verb tells what the people at node `n` did; `claimed`: they belong to a verb before it."""
    chunk = draft.nodes[n].chunk
    if chunk is None:
        return False
    if predicate.feature.form == "gerund" and not draft.verb_first:
        return _doing(draft, predicate, chunk)
    anyone = draft.verb_first and any(m.anyone and not m.plural for m in chunk.mentions)
    if predicate.feature.person not in AFTER_SUBJECT and not anyone:
        return False
    some = draft.indefinite(chunk) or draft.row[chunk.k].is_function("quant")
    people = some and any(m.title_kind == "people" for m in chunk.mentions or chunk.modifiers)
    told = bool(chunk.preposition) or claimed
    return (people or anyone) and told and not draft.row[predicate.k].marks


def _doing(draft: Draft, predicate: Predicate, chunk: Chunk) -> bool:
    """Return whether a gerund stands bare behind people that a preposition has."""
    bare = not draft.head_first and not draft.verb_last and predicate.pos == "verb"
    people = any(m.title_kind == "people" and m.plural for m in chunk.mentions[-1:])
    return bare and bool(chunk.preposition) and people and chunk.end == predicate.k
