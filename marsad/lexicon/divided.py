"""Phrases of a verb in two parts, the verb and the words beside it: none is spelled in every form of its verb.

A phrase whose verb has a hundred forms would take a hundred patterns; so the verb has its patterns once, for all its
phrases, the words beside it one, and reading puts together what stands side by side.
"""

from collections.abc import Iterable, Iterator

from marsad.lexicon.entries import BESIDE_VERB, VERB_BEFORE, VERB_BEHIND, Reading

# What a pattern can be, as bits: a form by itself, words before a verb, words behind one, a verb beside such words.
WHOLE, BEFORE_VERB, BEHIND_VERB, VERB = 1, 2, 4, 8
_BITS = {VERB_BEHIND: BEFORE_VERB, VERB_BEFORE: BEHIND_VERB, BESIDE_VERB: VERB}


def divided(phrase: list[str], head: int) -> tuple[str, str, int] | None:
    """Return the verb of a phrase, the words beside it and where it stands, None where it has them on both sides, or
    none at all.
    """
    if len(phrase) > 1 and head == len(phrase) - 1:
        return phrase[head], " ".join(phrase[:head]), VERB_BEHIND
    if len(phrase) > 1 and head == 0:
        return phrase[0], " ".join(phrase[1:]), VERB_BEFORE
    return None


def bits(readings: Iterable[Reading]) -> int:
    """Return what a pattern with these readings can be."""
    found = 0
    for _, _, mark in readings:
        found |= _BITS.get(mark, WHOLE)
    return found


def joined(words: list[Reading], verb: list[Reading], side: int) -> Iterator[Reading]:
    """Yield the readings of words with a verb on one side, in the order of the tables, then of the verb's forms."""
    forms: dict[int, list[int]] = {}
    for number, feature, mark in verb:
        if mark == BESIDE_VERB:
            forms.setdefault(number, []).append(feature)
    for entry, number, mark in words:
        if mark == side:
            yield from ((entry, feature, 0) for feature in forms.get(number, ()))
