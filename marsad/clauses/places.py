"""What may stand behind a word: an object, a verb, a bare form."""

from marsad.mentions.items import Item

NOMINAL_BEFORE = frozenset({"det", "poss", "quant"})
_VERBAL_BEFORE = frozenset({"aux", "modal", "neg", "pron", "rel", "future", "sub", "comp"})
# Function words before which a noun ends, no verb that has an object.
_BEHIND_NOUN = frozenset({"prep", "aux", "modal", "future", "copula", "conj", "rel"})
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


def of_single_people(row: list[Item], k: int) -> bool:
    """Return whether item `k` is what the adjective of a state behind a determiner describes, so that it is a noun: no
    object follows of which that people would be the subject ("the Chilean attack on Peru", not "the British attack X").
    """
    people = row[k - 1].mention if k > 1 else None
    if people is None or people.kind != "demonym" or people.plural or not row[k - 2].is_function("det"):
        return False
    after = row[k + 1] if k + 1 < len(row) else None
    return after is None or after.kind == "punct" or (after.kind == "function" and after.value in _BEHIND_NOUN)


def names_who(item: Item) -> bool:
    """Return whether an item is a modal behind which who must do something stands ("يجب على")."""
    return item.is_function("modal", "obliged") and item.known is not None and item.known.entry.code == "on"


def owed(row: list[Item], k: int) -> bool:
    """Return whether who must do it stands between item `k` and a modal that names them ("يجب على X سحب")."""
    return k > 1 and row[k - 1].mention is not None and names_who(row[k - 2])
