"""The classified nouns of a predicate and its arguments: what an act is about ("troops", "a treaty")."""

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Item
from marsad.records.scene import Scene

# Kinds of actors that are lands, whatever else their names may mean.
LANDS = frozenset({"place", "capital", "state"})

# Parts of speech of what can't be a noun besides.
_VERBS = frozenset({"verb", "light"})

# What is so all the same tells nothing of what is said ("is suspended despite the truce").
BESIDE = "despite"


def nouns(scene: Scene, predicate: Predicate) -> dict[str, Item]:
    """Return the classified nouns of a predicate's arguments by class, the object's before the others'."""
    found: dict[str, Item] = {}
    items, nominals = scene.parse.items, scene.nominals
    for owner in scene.with_carrier(predicate) if nominals else ():
        for argument in sorted((a for a in owner.arguments.values() if a.slot != BESIDE), key=_object_first):
            for k in nominals:
                if argument.k <= k < argument.end:
                    _note(found, items[k])
    if predicate.k in nominals and predicate.pos not in _VERBS:  # "заключённое", of a treaty, is no prisoner
        _note(found, items[predicate.k])
    return found


def _object_first(argument: Argument) -> tuple[bool, int]:
    return argument.slot not in ("obj", "gen"), argument.k


def _note(found: dict[str, Item], item: Item) -> None:
    land = item.mention is not None and item.mention.kind in LANDS  # "Газе" is no gas
    for known in item.span.readings if item.span is not None and not land else ():
        if known.entry.kind == "nominal":
            found.setdefault(known.entry.value, Item("nominal", item.i, item.j, item.span, known))
