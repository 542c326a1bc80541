"""Where forms of the lexicon stand in a sentence: one pass of the automaton, and divided phrases put together."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from marsad.lexicon.divided import BEFORE_VERB, BEHIND_VERB, VERB, WHOLE, joined
from marsad.lexicon.entries import VERB_BEFORE, VERB_BEHIND, Reading
from marsad.lexicon.store import Lexicon
from marsad.text.sentences import Sentence

# A form: the number of a pattern, or of a divided phrase the readings that its parts have together, with those of a
# pattern that stands at the same words.
Pattern = int | tuple[Reading, ...]
# A form of the lexicon at tokens `i:j`: how many words it is short of none, how many letters the particles before it
# have, i, j, the form, the particles. They sort by what goes first: the longest, of equals the one with fewer
# particles, then from the left.
Match = tuple[int, int, int, int, Pattern, str]
# A pattern at tokens `i:j` that is part of divided phrases.
_Part = tuple[int, int, int]


def matches(sentence: Sentence, lexicon: Lexicon) -> list[Match]:
    """Return every form of the lexicon that fills whole tokens, particles before it counted in, in their order."""
    haystack = " " + " ".join(sentence.tokens) + " "
    starts = list(accumulate([len(token) + 1 for token in sentence.tokens], initial=1))
    index_of_end = dict(zip(starts, range(len(starts)), strict=True))
    lengths, parts, proclitics = lexicon.lengths, lexicon.parts, lexicon.profile.proclitics
    found: list[Match] = []
    divided: list[_Part] = []
    for start, end, pattern in lexicon.automaton.find_overlapping(haystack):
        j = index_of_end[end]
        i = j - lengths[pattern]
        first = starts[i]
        if first - 1 <= start <= first:
            if parts[pattern] != WHOLE:
                divided.append((i, j, pattern))
            if parts[pattern] & WHOLE:
                found.append((i - j, 0, i, j, pattern, ""))
        elif start > first and (prefix := haystack[first:start]) in proclitics:
            found.append((i - j, len(prefix), i, j, pattern, prefix))
    if divided:
        found = _with_phrases(found, divided, lexicon)
    found.sort()  # no two are equal before their forms
    return found


def _with_phrases(found: list[Match], divided: list[_Part], lexicon: Lexicon) -> list[Match]:
    """Return what was found with the phrases that parts make together; each takes up the form at the same words."""
    phrases: dict[tuple[int, int], tuple[Reading, ...]] = {}
    for i, j, readings in _phrases(divided, lexicon):
        phrases[i, j] = phrases.get((i, j), ()) + readings
    for match in found if phrases else ():
        i, j, pattern = match[2:5]
        if (i, j) in phrases and isinstance(pattern, int):
            phrases[i, j] = (*lexicon.of(pattern), *phrases[i, j])
    others = [match for match in found if match[2:4] not in phrases]
    return others + [(i - j, 0, i, j, tuple(sorted(told, key=_entry)), "") for (i, j), told in phrases.items()]


def _entry(reading: Reading) -> int:
    return reading[0]


def _phrases(divided: list[_Part], lexicon: Lexicon) -> Iterator[tuple[int, int, tuple[Reading, ...]]]:
    """Yield the phrases whose words stand right before or behind their verb: tokens `i:j` and the readings."""
    behind: dict[int, list[_Part]] = {}
    before: dict[int, list[_Part]] = {}
    for part in divided:
        if lexicon.parts[part[2]] & VERB:
            behind.setdefault(part[0], []).append(part)
            before.setdefault(part[1], []).append(part)
    for i, j, words in divided:
        bits = lexicon.parts[words]
        for _, end, verb in behind.get(j, ()) if bits & BEFORE_VERB else ():
            if readings := _joined(lexicon, words, verb, VERB_BEHIND):
                yield i, end, readings
        for start, _, verb in before.get(i, ()) if bits & BEHIND_VERB else ():
            if readings := _joined(lexicon, words, verb, VERB_BEFORE):
                yield start, j, readings


@lru_cache(maxsize=1 << 14)
def _joined(lexicon: Lexicon, words: int, verb: int, side: int) -> tuple[Reading, ...]:
    return tuple(joined(lexicon.of(words), lexicon.of(verb), side))
