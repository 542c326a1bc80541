"""One pass of the automaton over a sentence: which tokens stand for which entries."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import msgspec

from marsad.lexicon.entries import AFTER_ARTICLE, GOVERNED, NAME_KINDS, Entry, Feature, Known, word_class
from marsad.lexicon.store import Lexicon
from marsad.text.sentences import Sentence

_NO_MARKS: tuple[str, ...] = ()
# Names whose article, if they have one, is part of the name.
_FIXED = NAME_KINDS - {"demonym", "month", "weekday"}
# What a phrase can hide that only contains the name of a state ("Panama Papers").
_HIDDEN = frozenset({"state", "capital", "metonym", "place", "demonym"})
# Function words that tell the order of two acts.
# Kinds of readings that say something of the others, or of what stands inside.
_LOOKED_AT = frozenset({"spelled", "hiding"})
_ORDERING = frozenset({"after", "before", "until"})


class Span(msgspec.Struct, frozen=True, gc=False):
    """The tokens `i:j` of a sentence with all they can be read as, in the order of the tables.

    `shorter` are the trigger readings of shorter forms that begin at the same word, `pieces` what stands inside a
    phrase that is part of a compound verb, or a verb, for where it is none here ("به توافق", "its call for").
    """

    i: int
    j: int
    readings: tuple[Known, ...]
    shorter: list[Known] = []
    pieces: list["Span"] = []

    def find(self, kind: str, value: str = "") -> Known | None:
        """Return the first reading of a kind (and value), None where the span has none."""
        for known in self.readings:
            if known.entry.kind == kind and (not value or known.entry.value == value):
                return known
        return None


class _Match(NamedTuple):
    """A form of the lexicon at tokens `i:j`; `prefix` are the particles written before it.

    They sort by what goes first: the longest, of equals the one with fewer `particles` (letters), then from the left.
    """

    shortness: int
    particles: int
    i: int
    j: int
    pattern: int
    prefix: str


def spans(
    sentence: Sentence, text: str, lexicon: Lexicon, without: frozenset[tuple[int, int]] = frozenset()
) -> tuple[list[Span], list[Span]]:
    """Return what is known in a sentence, left to right, not overlapping: of overlapping forms the longest stands.

    Forms at the tokens in `without` are passed over. The second list holds the expressions of the credit line; they
    lie over the others and take no word away.
    """
    taken, hidden = bytearray(len(sentence.tokens)), bytearray(len(sentence.tokens))
    chosen: dict[int, Span] = {}
    parts: dict[int, int] = {}  # the tokens of phrases that are only part of a verb, with the first of each
    crediting: list[Span] = []
    case = _Case(sentence, text, lexicon.profile.case)
    matches = sorted(m for m in _matches(sentence, lexicon) if (m.i, m.j) not in without)
    for match in matches:
        i, j = match.i, match.j
        if j - i == 1 and _tied(sentence, text, j) and _opens(_readings(lexicon, match, case)):
            taken[i : j + 1] = b"\x01\x01"
        elif not any(taken[i:j]):
            credit, others = _apart(_shown(_readings(lexicon, match, case), hidden, i, j, case))
            if others and _counts(others[0]) and not _linked(lexicon, matches, j, case):
                continue
            if credit:
                crediting.append(Span(i, j, credit))
            if others:
                taken[i:j] = b"\x01" * (j - i)
                chosen[i] = Span(i, j, others, [], [])
                parts |= dict.fromkeys(range(i, j), i) if j - i > 1 and _divisible(others) else {}
        elif i in parts and j <= chosen[parts[i]].j:
            _add_piece(chosen[parts[i]].pieces, Span(i, j, tuple(_readings(lexicon, match, case))))
            _add_shorter(chosen, i, _readings(lexicon, match, case))
        elif i in chosen:
            _add_shorter(chosen, i, _readings(lexicon, match, case))
    return [chosen[i] for i in sorted(chosen)], crediting


def _tied(sentence: Sentence, text: str, j: int) -> bool:
    """Return whether only a sign that can't be seen parts the word before token `j` from it ("بین‌دولتی")."""
    gap = text[sentence.ends[j - 1] : sentence.starts[j]] if j < len(sentence.tokens) else ""
    return bool(gap) and not gap.isspace() and all(unicodedata.category(sign) == "Cf" for sign in gap)


def _opens(readings: list[Known]) -> bool:
    """Return whether a word is a preposition only: tied to the next one both are one word."""
    return bool(readings) and all(k.entry.kind == "function" and k.entry.value == "prep" for k in readings)


def _divisible(readings: tuple[Known, ...]) -> bool:
    """Return whether a phrase may have to be taken apart: part of a compound verb, or a verb or phrase of the future
    that can be a noun ("their plan to").
    """
    return all(known.entry.kind == "part" for known in readings) or readings[0].entry.value in ("verb", "future")


def _add_shorter(chosen: dict[int, Span], i: int, readings: Iterable[Known]) -> None:
    if i in chosen:
        chosen[i].shorter.extend(known for known in readings if known.entry.kind == "trigger")


def _add_piece(pieces: list[Span], piece: Span) -> None:
    """Put a piece among the others in order where it overlaps none of them."""
    if piece.readings and all(piece.j <= other.i or other.j <= piece.i for other in pieces):
        pieces.append(piece)
        pieces.sort(key=lambda span: span.i)


def _counts(known: Known) -> bool:
    """Return whether it is a number of days, which is a time only before "after" or "before"."""
    return known.entry.kind == "time" and known.entry.value.startswith("apart:")


def _linked(lexicon: Lexicon, matches: list[_Match], i: int, case: "_Case") -> bool:
    """Return whether a word that tells the order of two acts begins at token `i`."""
    links = (known.entry for match in matches if match.i == i for known in _readings(lexicon, match, case))
    return any(entry.kind == "function" and entry.role in _ORDERING for entry in links)


def _shown(readings: list[Known], hidden: bytearray, i: int, j: int, case: "_Case") -> list[Known]:
    """Return the readings of the tokens `i:j` without names that a longer phrase hides; notes what these hide.

    A word that is written just as an ordinary one has none.
    """
    if len(readings) == 1 and readings[0].entry.kind not in _LOOKED_AT and not all(hidden[i:j]):
        return readings
    kinds = {known.entry.kind for known in readings}
    if "spelled" in kinds:
        ordinary = [known for known in readings if known.entry.kind == "spelled"]
        readings = [known for known in readings if known.entry.kind != "spelled"]
        if any(case.spelled(known.entry.code, j) for known in ordinary):
            return []
    if all(hidden[i:j]):
        readings = [known for known in readings if known.entry.kind not in _HIDDEN]
    if "hiding" not in kinds:
        return readings
    hidden[i:j] = b"\x01" * (j - i)
    return [known for known in readings if known.entry.kind != "hiding"]


def _apart(readings: list[Known]) -> tuple[tuple[Known, ...], tuple[Known, ...]]:
    """Return the readings as an expression of the credit line, and the others."""
    credit = tuple(known for known in readings if known.entry.kind == "credit")
    return credit, tuple(known for known in readings if known.entry.kind != "credit") if credit else tuple(readings)


def _matches(sentence: Sentence, lexicon: Lexicon) -> Iterator[_Match]:
    """Yield every form of the lexicon that fills whole tokens, particles before it counted in."""
    haystack = " " + " ".join(sentence.tokens) + " "
    starts = list(accumulate((len(token) + 1 for token in sentence.tokens), initial=1))
    index_of_end = {start: k for k, start in enumerate(starts)}
    for start, end, pattern in lexicon.automaton.find_overlapping(haystack):
        j = index_of_end[end]
        i = j - lexicon.lengths[pattern]
        prefix = haystack[starts[i] : start] if start > starts[i] else ""
        if start >= starts[i] - 1 and (not prefix or prefix in lexicon.profile.proclitics):
            yield _Match(i - j, len(prefix), i, j, pattern, prefix)


class _Case:
    """Whether capital letters say something in this sentence, and which tokens have them."""

    def __init__(self, sentence: Sentence, text: str, cased: bool) -> None:
        self._sentence, self._text = sentence, text
        self._silent = not cased or text[sentence.start : sentence.end].isupper()

    def allows(self, need: int, i: int, j: int) -> bool:
        """Return whether tokens `i:j` have the capitals that a name asks for (0 none, 1 first letter, 2 all)."""
        if not need or self._silent:
            return True
        first = self._text[self._sentence.starts[i]]
        if need == 1:
            return first.isupper() or not first.isalpha()
        return self._text[self._sentence.starts[i] : self._sentence.ends[j - 1]].isupper()

    def spelled(self, form: str, j: int) -> bool:
        """Return whether the token before `j` ends in a form as it stands, folded letters told apart."""
        return self._text.endswith(form, self._sentence.starts[j - 1], self._sentence.ends[j - 1])


def _readings(lexicon: Lexicon, match: _Match, case: _Case) -> list[Known]:
    """Return what a match can be read as where it stands, in the order of the tables."""
    fitting = _fitting(lexicon, match.pattern, match.prefix)
    return [known for known, need in fitting if not need or case.allows(need, match.i, match.j)]


@lru_cache(maxsize=1 << 14)
def _fitting(lexicon: Lexicon, pattern: int, prefix: str) -> tuple[tuple[Known, int], ...]:
    """Return what a form can be read as behind these particles, each with what it asks of capitals."""
    numbers, marks = lexicon.readings, _NO_MARKS
    if prefix:
        marks = lexicon.profile.proclitics[prefix]
    found: list[tuple[Known, int]] = []
    for k in range(lexicon.first[pattern] * 3, lexicon.first[pattern + 1] * 3, 3):
        entry, feature, need = lexicon.entries[numbers[k]], lexicon.features[numbers[k + 1]], numbers[k + 2]
        if prefix and word_class(entry) not in lexicon.profile.proclitic_classes[prefix]:
            continue
        swallowed = need == AFTER_ARTICLE
        if "the" in marks if swallowed else _agrees(entry, feature, marks):
            governed = (entry.code,) if entry.code.startswith(GOVERNED) else _NO_MARKS
            found.append((Known(entry, feature, (*marks, *governed)), 0 if swallowed else need))
    return tuple(found)


def _agrees(entry: Entry, feature: Feature, marks: tuple[str, ...]) -> bool:
    """Return whether an entry in this form goes with the particles before it."""
    if "the" in marks and entry.kind in _FIXED:
        return False
    return "future" not in marks or feature.form == "present"
