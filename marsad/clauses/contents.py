"""What a decision, request or notice is about: the noun takes the class of the act that follows it."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Argument, Predicate

# Classes of nouns that hold an act: "decision to leave", "notice of withdrawal", "قرار بالانسحاب".
HOLDERS = frozenset({"decision", "request", "application", "proposal", "offer", "invitation", "statement", "policy"})
# How many function words may stand between the noun and the act ("its decision not to").
_REACH = 2


def mark_contents(draft: Draft) -> None:
    """Give each argument whose noun holds an act the class that this act has as a noun."""
    arguments = [(predicate, argument) for predicate in draft.predicates for argument in predicate.arguments.values()]
    holding = [(predicate, argument) for predicate, argument in arguments if not HOLDERS.isdisjoint(argument.classes)]
    starts = {_start(draft, predicate): predicate for predicate in draft.predicates} if holding else {}
    for _, argument in holding:
        argument.classes |= _held(draft, argument, starts)


def _held(draft: Draft, argument: Argument, starts: dict[int, Predicate]) -> set[str]:
    """Return the classes of the act right behind an argument, empty where none follows but a verb that has it ("the
    text was handed over").
    """
    for k in range(argument.end, min(argument.end + _REACH + 1, len(draft.row))):
        found = starts.get(k)
        if found is not None and any(own.k == argument.k for own in found.arguments.values()):
            break
        if found is not None:
            return {draft.inventory.concepts[sense.concept].noun_class for sense in found.senses} - {""}
        if draft.row[k].kind != "function":
            break
    return set()


def _start(draft: Draft, predicate: Predicate) -> int:
    """Return the first item of the phrase of an action noun, the item of any other predicate."""
    return predicate.start if predicate.pos == "noun" and predicate.start <= predicate.k else predicate.k
