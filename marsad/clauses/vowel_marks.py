"""What the vowel marks on a verb tell, and which other verbs it may be without them."""

from marsad.lexicon.entries import Entry, Feature, Known
from marsad.mentions.items import Item

# The vowel mark of the passive in Arabic script, and that which ends weak verbs of the active ("لم يُبدِ").
_DAMMA, _KASRA = "\u064f", "\u0650"
# The vowel mark inside a verb that tells the passive of one that has the first in the active as well ("تُسدَّد").
_FATHA = "\u064e"
# On so many of the first letters the mark of the passive stands.
_FIRST = 4


def has_damma(word: str) -> bool:
    """Return whether the mark of the passive stands on the first letters of a word."""
    return _DAMMA in word[:_FIRST] and not word.endswith(_KASRA)


def has_fatha(word: str) -> bool:
    """Return whether the second mark of the passive stands inside a word, not as the ending of its mood."""
    return _FATHA in word[_FIRST - 1 : -1]


def marked_active(item: Item, feature: Feature) -> bool:
    """Return whether the mark tells no passive: a verb that the form may be has it in the active ("يُهدد")."""
    readings = item.span.readings if item.span is not None else ()
    return any(r.feature.voice == "active" and r.feature.form == feature.form for r in readings)


def spelled_alike(item: Item, known: Known, marked: bool) -> list[Entry]:
    """Return the other words that a form may be, inflected alike ("أخلت", she broke or cleared); of the present only
    where the mark of one of them is written ("يُضرب", goes on strike, else he hits).
    """
    form, person = known.feature.form, known.feature.person
    readings = item.span.readings if item.span is not None and (form == "past" or marked) else ()
    alike = (r for r in readings if r.entry.kind == "trigger" and r.entry.value == known.entry.value)
    told = (r for r in alike if r.entry is not known.entry and (r.feature.form, r.feature.person) == (form, person))
    return [r.entry for r in told if r.feature == known.feature or r.feature.voice == "active"]
