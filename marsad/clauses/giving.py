"""Arguments put into slots, and those of passives turned round."""

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Item


def give(predicate: Predicate, slot: str, argument: Argument | None) -> None:
    """Put an argument, if there is one, into a slot of a predicate."""
    if argument is not None:
        argument.slot = slot
        predicate.arguments[slot] = argument


def turn_passive(predicate: Predicate, row: list[Item]) -> None:
    """Let the subject of a passive verb be its object, and who stands behind "by" its subject.

    A particle written with its noun that also means "by" tells by what means, of what, or with what.
    """
    taken = predicate.arguments
    patient = taken.pop("subj", None)
    if patient is not None:
        give(predicate, "obj2", taken.get("obj"))
        give(predicate, "obj", patient)
    agents = [a for a in predicate.all("by") if a.head < 0 or "prep:by" not in row[a.k].marks]
    if agents and (agents[0].mentions or agents[0].predicate < 0):
        give(predicate, "subj", agents[0])
