"""What the forms of a noun phrase tell of the part it plays beside its verb."""

from marsad.clauses.cases import ACCUSATIVE, DATIVE, NOMINATIVE, meet
from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk

# A name that does not decline says nothing of number either.
_UNDECLINED = "ngdail"
_TOWNS, _WHERE = frozenset({"capital", "place"}), frozenset({"in", "at", "near"})
_SINGLE = frozenset({"capital", "place", "metonym", "person", "name", "state", "institution"})


def only_object(chunk: Chunk) -> bool:
    """Return whether the case of a noun phrase says that it is an object and nothing else."""
    return not chunk.preposition and bool(meet(chunk.case, ACCUSATIVE)) and not meet(chunk.case, NOMINATIVE)


def addressed(predicate: Predicate, chunk: Chunk, chunks: list[Chunk], completed: bool = False) -> bool:
    """Return whether a form that may be object or dative is the person whom its verb asks for in the dative; one that
    does not decline is where something else is the object ("handed Merkel an ultimatum"), or an infinitive that
    completes the verb stands right behind it ("предложил Баку подписать").
    """
    if not chunk.mentions or not meet(chunk.case, DATIVE) or not meet(chunk.case, ACCUSATIVE):
        return False
    if undeclined(chunk.case) and not completed and not any(_thing(other) for other in chunks if other is not chunk):
        return False
    slots = {pair for sense in predicate.senses for pair in sense.slots}
    return ("to", "recipient") in slots and ("obj", "recipient") not in slots


def _thing(chunk: Chunk) -> bool:
    return not chunk.preposition and not chunk.mentions and bool(meet(chunk.case, ACCUSATIVE))


def by(predicate: Predicate, chunk: Chunk) -> bool:
    """Return whether a name that does not decline is who acts in the passive: nothing is asked for in the dative."""
    named = bool(chunk.mentions) and undeclined(chunk.case)
    return named and predicate.passive and not any("to" in dict(sense.slots) for sense in predicate.senses)


def placed(chunk: Chunk, chunks: list[Chunk]) -> bool:
    """Return whether the name of a town that does not decline stands right behind where it is ("в столице Кении
    Найроби").
    """
    town = any(m.kind in _TOWNS for m in chunk.mentions) and undeclined(chunk.case)
    return town and any(other.end == chunk.k and other.preposition in _WHERE for other in chunks)


def undeclined(cases: str) -> bool:
    """Return whether cases are those of a name that does not decline."""
    return set(_UNDECLINED) <= set(cases.lower())


def of_any_number(chunk: Chunk) -> bool:
    """Return whether a name that does not decline may be plural, as those of states and persons are not."""
    single = any(m.kind in _SINGLE or m.title_kind == "office" for m in chunk.mentions)
    return undeclined(chunk.case) and not single


def asks_instrumental(predicate: Predicate) -> bool:
    """Return whether a verb governs the instrumental and no dative ("call somebody something")."""
    asked = False
    for sense in predicate.senses:  # loops: asked of every verb, which may have thirty senses, and hardly any does
        for slot, _ in sense.slots:
            if slot == "to":
                return False
            asked = asked or slot == "ins"
        asked = asked or any(need.slot == "ins" for need in sense.needs)
    return asked
