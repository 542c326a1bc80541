"""A form of the lexicon as it may be read behind particles and with capitals, made once for all texts."""

from functools import lru_cache

import msgspec

from marsad.lexicon.entries import (
    ACTION_NOUN,
    AFTER_ARTICLE,
    BESIDE_VERB,
    GOVERNED,
    LATER,
    NAME_KINDS,
    VERB_BEFORE,
    VERB_BEHIND,
    Entry,
    Feature,
    Known,
    word_class,
)
from marsad.lexicon.store import Lexicon
from marsad.mentions.matches import Pattern

# What a reading is that only tells of a part of a phrase.
_PARTS = frozenset({VERB_BEHIND, VERB_BEFORE, BESIDE_VERB})
_NO_MARKS: tuple[str, ...] = ()
# Names whose article, if they have one, is part of the name.
_FIXED = NAME_KINDS - {"demonym", "month", "weekday"}
# Kinds of readings that say something of the others, of what stands inside, or of the credit line.
_LOOKED_AT = frozenset({"spelled", "hiding", "credit"})

# How many ways there are to write the first word: without a capital, with one, all in capitals.
LEVELS = 3
# The agreement of a participle without its auxiliary, and the verbs of which it makes adjectives.
_BARE, _SUPPORT = "bare", frozenset({"support", "support-passive"})

# The mark of a preposition that is one only before what names an act ("on the eve of", "in Astana").
BEFORE_ACT = "act"
# The sector of former holders of an office.
FORMER = "ELI"


class Form(msgspec.Struct, frozen=True, eq=False, gc=False):
    """All that a form can be read as, in the order of the tables; compared by identity, so that it can be a key.

    `plain` tells that no reading says something of the others, `opens` that it is a preposition only, `named` that
    it is a person, `adjectival` that it is a participle alone where it is a verb, `divisible` that it may have to
    be taken apart where it is a phrase: part of a compound verb, a verb or phrase of the future that can be a noun
    ("their plan to"), a former office ("ousted president"), or a preposition before acts alone; `counts` that it is
    a number of days, a time only before "after" or "before", `points` that it is a preposition and a people ("west
    of"). `kinds` are those of its readings, `classes` those of the nouns it can be, of action nouns too, `nominals`
    those of other nouns alone, `heads` the readings that go with a longer form which begins with it: triggers,
    auxiliaries and negations.
    """

    readings: tuple[Known, ...]
    kinds: frozenset[str]
    plain: bool
    opens: bool
    named: bool
    adjectival: bool
    divisible: bool
    counts: bool
    points: bool
    classes: frozenset[str]
    nominals: frozenset[str]
    heads: tuple[Known, ...]


# Function words that may hide a verb of its own behind them.
_HEADS = frozenset({"aux", "neg"})


def make_form(readings: tuple[Known, ...]) -> Form:
    """Return the form with these readings."""
    entries = [known.entry for known in readings]
    known = [reading for reading in readings if reading.entry.kind == "trigger" or reading.entry.value in _SUPPORT]
    first = entries[0] if entries else Entry("")
    kinds = frozenset(entry.kind for entry in entries)
    return Form(
        readings,
        kinds,
        plain=_LOOKED_AT.isdisjoint(kinds),
        opens=bool(entries) and all(entry.kind == "function" and entry.value == "prep" for entry in entries),
        named=first.kind == "person",
        adjectival=bool(known) and all(reading.feature.person == _BARE for reading in known),
        divisible=all(entry.kind == "part" for entry in entries)
        or first.value in ("verb", "future")
        or (first.kind == "title" and first.code.endswith(FORMER))
        or (first.value == "prep" and first.code == BEFORE_ACT)
        or (first.value == "reporting" and bool(first.role)),
        classes=frozenset(name for entry in entries for name in entry.classes),
        nominals=frozenset(entry.value for entry in entries if entry.kind == "nominal"),
        counts=first.kind == "time" and first.value.startswith("apart:"),
        points="demonym" in kinds and any(entry.value == "prep" for entry in entries),
        heads=tuple(known for known in readings if known.entry.kind == "trigger" or known.entry.value in _HEADS),
    )


@lru_cache(maxsize=1 << 14)
def fitting(lexicon: Lexicon, pattern: Pattern, prefix: str) -> tuple[Form, ...]:
    """Return a form behind these particles as it is read without a capital, with one first, in capitals only.

    One form stands for all three where capitals change nothing; where those of later words count, the three follow
    once more as they are read with one there.
    """
    known = _known(lexicon, pattern, prefix)
    needs = {need for _, need in known}
    if needs <= {0}:
        return (make_form(tuple(reading for reading, _ in known)),)
    return tuple(
        make_form(tuple(reading for reading, need in known if need <= level or (later and need == LATER)))
        for later in ((False, True) if LATER in needs else (False,))
        for level in range(LEVELS)
    )


@lru_cache(maxsize=1 << 12)
def triggers(form: Form) -> tuple[list[Known], list[Known]]:
    """Return the verbs that a form may be, one as it stands before a shorter one with a pronoun for its object, and
    the action nouns, phrases and adjectives.
    """
    known = [r for r in form.readings if r.entry.kind == "trigger" and r.feature.form != ACTION_NOUN]
    verbs = sorted((r for r in known if r.entry.value == "verb"), key=lambda r: bool(r.feature.enclitic))
    return verbs, [reading for reading in known if reading.entry.value != "verb"]


@lru_cache(maxsize=1 << 12)
def reduced(form: Form, kinds: frozenset[str]) -> Form:
    """Return a form without its readings of some kinds."""
    return make_form(tuple(known for known in form.readings if known.entry.kind not in kinds))


def _known(lexicon: Lexicon, pattern: Pattern, prefix: str) -> list[tuple[Known, int]]:
    """Return what a form can be read as behind these particles, each with what it asks of capitals."""
    marks = lexicon.profile.proclitics[prefix] if prefix else _NO_MARKS
    found: list[tuple[Known, int]] = []
    for number, inflection, need in lexicon.of(pattern) if isinstance(pattern, int) else pattern:
        if need in _PARTS:
            continue
        entry, feature = lexicon.entries[number], lexicon.features[inflection]
        if prefix and word_class(entry) not in lexicon.profile.proclitic_classes[prefix]:
            continue
        swallowed = need == AFTER_ARTICLE
        if "the" in marks if swallowed else _agrees(entry, feature, marks):
            governed = (entry.code,) if entry.code.startswith(GOVERNED) else _NO_MARKS
            found.append((Known(entry, feature, (*marks, *governed)), 0 if swallowed else need))
    return found


def _agrees(entry: Entry, feature: Feature, marks: tuple[str, ...]) -> bool:
    """Return whether an entry in this form goes with the particles before it."""
    if "prep:as" in marks and entry.kind == "function" and entry.value == "sub":
        return False  # "كما لم", "nor did", is not "unless" behind "as"
    if "the" in marks and entry.kind in _FIXED:
        return False
    return "future" not in marks or feature.form == "present"
