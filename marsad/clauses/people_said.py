"""Verbs that tell what people did whom another verb or a preposition has ("met with women accusing him of lies")."""

from collections.abc import Callable

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk
from marsad.clauses.settling import AFTER_SUBJECT


def of_people(draft: Draft, predicate: Predicate, n: int, claimed: Callable[[int], bool]) -> bool:
    """Return whether a verb tells what the people at node `n` did; `claimed` tells of a node whether it belongs to a
    verb before it.
    """
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
    told = (people or anyone) and not draft.row[predicate.k].marks
    return told and (bool(chunk.preposition) or claimed(n))


def _doing(draft: Draft, predicate: Predicate, chunk: Chunk) -> bool:
    """Return whether a gerund stands bare behind people that a preposition has."""
    bare = not draft.head_first and not draft.verb_last and predicate.pos == "verb"
    people = any(m.title_kind == "people" and m.plural for m in chunk.mentions[-1:])
    return bare and bool(chunk.preposition) and people and chunk.end == predicate.k


def names_violence(draft: Draft, predicate: Predicate, chunk: Chunk) -> bool:
    """Return whether the noun phrase that is the subject of a verb names violence ("the killing of X by Y sparked")."""
    nouns = [] if draft.verb_first or predicate.passive else draft.nouns_in(chunk)
    return any(draft.violent(draft.predicates[number]) for number in nouns)
