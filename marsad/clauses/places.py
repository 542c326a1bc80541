"""What may stand behind a word: an object, a verb, a bare form."""

from marsad.mentions.items import Item

NOMINAL_BEFORE = frozenset({"det", "poss", "quant"})
_VERBAL_BEFORE = frozenset({"aux", "modal", "neg", "pron", "rel", "future", "sub", "comp"})
# Concepts of what is asked for in a clause whose verb is bare.
DEMANDING = frozenset({"demand"})


def demands(item: Item) -> bool:
    """Return whether an item is a verb that a bare form may stand under ("demanded X leave")."""
    known = item.known
    return known is not None and any(sense.concept in DEMANDING for sense in known.entry.senses)


def opens_object(after: Item | None) -> bool:
    """Return whether an object or a prepositional phrase may begin with an item."""
    if after is None:
        return False
    if after.kind == "function":
        return after.value in ("det", "poss", "comp", "pron", "quant") or after.role in ("to", "on", "in", "with")
    return after.kind in ("actor", "anaphora", "nominal")


def after_function(before: Item, form: str) -> bool | None:
    """Return whether a form after a function word is a verb; None where the word does not tell."""
    if before.value == "light" or (before.value == "neg" and before.role == "no"):
        return False
    if before.value in NOMINAL_BEFORE or (before.value == "prep" and before.role != "to"):
        return form == "gerund" and before.value == "prep"
    if before.role == "to":
        return form == "base"
    return True if before.value in _VERBAL_BEFORE else None
