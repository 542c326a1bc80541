"""Compound verbs cut short: a part before "and" whose support verb is left out, whatever verb ends the sentence.

In "کودتا را محکوم و از ارتش خواست ...", the first has the tense and person of the second. Such a part stands right
behind an object mark, or behind a phrase with a preposition that its verb takes ("از توافق استقبال و آن را ...").
"""

from collections.abc import Callable, Iterable

import msgspec

from marsad.lexicon.entries import Entry, Feature, Known
from marsad.mentions.items import Item

# The support verb that is left out: it makes most compounds.
_SUPPORT = "do"
_VERBS = frozenset({"light", "copula"})
_OPENING = frozenset({"comp", "rel", "sub"})
# How far to the left the preposition of the phrase before such a part may stand.
_FARTHEST = 9


def read_cut_short(row: list[Item], verb: Callable[[Item, Known], Item]) -> None:
    """Replace the parts cut short by the verbs they stand for, which `verb` makes of a part and its support verb."""
    for at, item in enumerate(row):
        if item.kind == "function" and at > 1 and item.is_function("conj", "and") and _may_be(row[at - 1]):
            behind, undergone = _behind_its_object(row, at - 1), _undergone(row, at - 1)
            feature = _ending(row[at + 1 :], undergone) if behind or undergone else None
            if feature is not None and (behind or feature.voice):
                support = Known(Entry("function", "support", role=_SUPPORT), feature)
                row[at - 1] = verb(row[at - 1], support)


def _may_be(part: Item) -> bool:
    """Return whether an item is the part of a compound with the support verb, and no verb itself but one whose past is
    written like a noun ("بازداشت").
    """
    if part.span is None or "part" not in part.span.form.kinds:
        return False
    if part.kind == "trigger" and part.value == "verb" and part.span.find("trigger", "noun") is None:
        return False
    return any(known.entry.kind == "part" and known.entry.role == _SUPPORT for known in part.span.readings)


def _behind_its_object(row: list[Item], at: int) -> bool:
    """Return whether what a part governs stands before it, and behind "and" something else begins."""
    if row[at - 1].is_function("mark"):
        return True
    preposition = _preposition(row[max(0, at - _FARTHEST) : at])
    if not preposition or not any(preposition in slots for slots in _slots(row[at])):
        return False
    after = row[at + 2] if at + 2 < len(row) else None
    if after is not None and after.is_function("adv", "part"):
        return True  # the part of another verb, with what it governs ("انتقاد و خواستار توقف حملات شد")
    if after is None or not after.is_function("prep"):
        return row[at - 1].kind in ("actor", "anaphora") and _has_object(row[at + 2 :])
    return True


def _preposition(before: list[Item]) -> str:
    """Return the preposition of the phrase that ends a row, empty where none stands there or nothing follows it."""
    for number, item in enumerate(reversed(before)):
        if item.is_function("prep"):
            return item.role if number else ""
        if item.kind == "punct" or (item.kind == "trigger" and item.value == "verb") or item.is_function("mark"):
            return ""
    return ""


def _slots(part: Item) -> Iterable[list[str]]:
    """Yield the slots of each sense of a part that asks for no object."""
    for known in part.span.readings if part.span is not None else ():
        if known.entry.kind == "part" and known.entry.role == _SUPPORT:
            for sense in known.entry.senses:
                if all(need.slot != "obj" or need.negative for need in sense.needs):
                    yield [slot for slot, _ in sense.slots]


def _has_object(row: list[Item]) -> bool:
    """Return whether an object mark stands before the verb that ends a clause."""
    for item in row:
        if item.is_function("mark"):
            return True
        if _is_verb(item):
            return False
    return False


def _undergone(row: list[Item], at: int) -> bool:
    """Return whether a part stands behind its subject, or a phrase that only tells where, before another phrase: the
    subject may undergo what a passive closes ("دو مرد در لیون بازداشت و به زندان منتقل شدند").
    """
    told, span = at + 2 < len(row) and row[at + 2].is_function("prep"), row[at].span
    where = (_preposition(row[max(0, at - _FARTHEST) : at]), "place")
    senses = [sense for known in span.readings for sense in known.entry.senses] if told and span is not None else []
    behind = row[at - 1].kind == "actor" and not where[0]
    return any((behind or where in s.slots) and ("obj", "recipient") in s.slots for s in senses)


def _ending(row: list[Item], undergone: bool) -> Feature | None:
    """Return the form of the verb that ends a clause, in the active voice unless its subject undergoes the part too,
    None where another clause begins first.
    """
    for item in row:
        if _is_verb(item) and item.known is not None:
            feature = item.known.feature
            return feature if undergone else msgspec.structs.replace(feature, voice="")
        if item.kind == "function" and item.value in _OPENING:
            return None
    return None


def _is_verb(item: Item) -> bool:
    if item.kind == "function":
        return item.value in _VERBS
    return item.kind == "trigger" and item.value == "verb"
