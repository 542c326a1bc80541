"""Whose the subject of a clause is, where nouns are joined without a sign and an object that is known has its mark."""

from marsad.clauses.model import Argument, Predicate
from marsad.clauses.nodes import Chunk
from marsad.mentions.pieces import STATES

# Who is known to the reader: as an object each would have its mark.
_KNOWN = frozenset({*STATES, "institution", "group", "person"})
# The role of whom something is done to.
_WHOM = "recipient"


def whose(subject: Chunk, chunk: Chunk) -> bool:
    """Return whether a noun phrase right behind a holder of an office, or people, tells whose they are or what they
    deal with, noted if so ("بازرس پرونده دخالت پرو", the inspector in the case of Peru's meddling): no object.
    """
    holder = next(iter(subject.mentions), None)
    if holder is None or subject.end != chunk.k:
        return False
    owner = next((m for m in (*chunk.mentions, *chunk.modifiers) if m.kind in _KNOWN or m.country), None)
    if owner is None or holder.country or holder.kind != "title":
        return owner is not None and owner.kind in STATES and owner.country == holder.country  # "فلسطینیان غزه"
    if owner in chunk.mentions:
        holder.country = owner.country
        holder.sector = holder.sector or owner.sector
    return True


def otherwise_filled(predicate: Predicate) -> bool:
    """Return whether a preposition says who the object of a verb would be ("از دولت انتقاد کرد")."""
    for sense in predicate.senses:
        roles = dict(sense.slots)
        held = {roles.get(slot) for slot in predicate.arguments if slot not in ("subj", "obj")}
        if roles.get("obj") == _WHOM and _WHOM in held:
            return True
    return False


def undergone(predicate: Predicate) -> bool:
    """Return whether the verb of a relative clause of an object tells what is done to that, its subject left out: an
    active one in the singular that needs an object and has none ("دو نفر را که بازداشت کرده بود").
    """
    plural = predicate.feature.person.endswith("p")
    if predicate.passive or plural or "obj" in predicate.arguments or "subj" in predicate.arguments:
        return False
    needs = any(dict(sense.slots).get("obj") == _WHOM for sense in predicate.senses)
    return needs and not otherwise_filled(predicate)


def of_deal(predicate: Predicate, told: Argument) -> bool:
    """Return whether an active verb asks for an agreement as its object, as which the noun before it is told."""
    asked = "agreement" in told.classes & predicate.asked("obj")
    return asked and not told.mentions and not predicate.passive
