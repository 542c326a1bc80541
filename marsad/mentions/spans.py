"""One pass of the automaton over a sentence: which tokens stand for which entries."""

from collections.abc import Iterator

import msgspec

from marsad.lexicon.entries import AFTER_ARTICLE, NAME_KINDS, Known, word_class
from marsad.lexicon.store import Lexicon
from marsad.text.sentences import Sentence

NO_MARKS: tuple[str, ...] = ()


# Names whose article, if they have one, is part of the name.
FIXED = NAME_KINDS - {"demonym", "month", "weekday"}


class Span(msgspec.Struct, frozen=True, gc=False):
    """The tokens `i:j` of a sentence with all they can be read as, in the order of the tables.

    `shorter` are the trigger readings of shorter forms that begin at the same word.
    """

    i: int
    j: int
    readings: tuple[Known, ...]
    shorter: list[Known] = []

    def find(self, kind: str, value: str = "") -> Known | None:
        """Return the first reading of a kind (and value), None where the span has none."""
        for known in self.readings:
            if known.entry.kind == kind and (not value or known.entry.value == value):
                return known
        return None


def spans(sentence: Sentence, text: str, lexicon: Lexicon) -> tuple[list[Span], list[Span]]:
    """Return what is known in a sentence, left to right, not overlapping: of overlapping forms the longest stands.

    The second list holds the expressions of the credit line; they lie over the others and take no word away.
    """
    taken = bytearray(len(sentence.tokens))
    chosen: list[Span] = []
    credits: list[Span] = []
    owner: dict[int, Span] = {}
    cased = _Case(sentence, text, lexicon.profile.case)
    for i, j, pattern, prefix in sorted(_matches(sentence, lexicon), key=_longest_first):
        if any(taken[i:j]):
            longer = owner.get(i)
            if longer is not None:
                longer.shorter.extend(k for k in _readings(lexicon, pattern, prefix, (i, j), cased) if k.entry.kind == "trigger")
            continue
        readings = tuple(_readings(lexicon, pattern, prefix, (i, j), cased))
        crediting = tuple(known for known in readings if known.entry.kind == "credit")
        if crediting:
            credits.append(Span(i, j, crediting))
            readings = tuple(known for known in readings if known.entry.kind != "credit")
        if readings:
            taken[i:j] = b"\x01" * (j - i)
            owner[i] = Span(i, j, readings, [])
            chosen.append(owner[i])
    chosen.sort(key=lambda span: span.i)
    return chosen, credits


def _longest_first(match: tuple[int, int, int, str]) -> tuple[int, int, int]:
    return match[0] - match[1], len(match[3]), match[0]


def _matches(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, int, int, str]]:
    """Yield (first token, end token, pattern, particles before it) of every form that fills whole tokens."""
    tokens, lengths, proclitics = sentence.tokens, lexicon.lengths, lexicon.profile.proclitics
    haystack = " " + " ".join(tokens) + " "
    starts, position = [], 1
    for token in tokens:
        starts.append(position)
        position += len(token) + 1
    index_of_end = {start + len(token) + 1: k + 1 for k, (start, token) in enumerate(zip(starts, tokens, strict=True))}
    for start, end, pattern in lexicon.automaton.find_overlapping(haystack):
        j = index_of_end[end]
        i = j - lengths[pattern]
        prefix = haystack[starts[i] : start] if start > starts[i] else ""
        if start < starts[i] - 1 or (prefix and prefix not in proclitics):
            continue
        yield i, j, pattern, prefix


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


def _readings(lexicon: Lexicon, pattern: int, prefix: str, place: tuple[int, int], cased: _Case) -> Iterator[Known]:
    profile, numbers = lexicon.profile, lexicon.readings
    marks = profile.proclitics[prefix] if prefix else NO_MARKS
    allowed = profile.proclitic_classes[prefix] if prefix else NO_MARKS
    for k in range(lexicon.first[pattern] * 3, lexicon.first[pattern + 1] * 3, 3):
        entry = lexicon.entries[numbers[k]]
        if prefix and word_class(entry) not in allowed:
            continue
        if numbers[k + 2] == AFTER_ARTICLE:
            if "the" in marks:
                yield Known(entry, lexicon.features[numbers[k + 1]], marks)
            continue
        if "the" in marks and entry.kind in FIXED:
            continue
        if "future" in marks and lexicon.features[numbers[k + 1]].form != "present":
            continue
        if cased.allows(numbers[k + 2], *place):
            yield Known(entry, lexicon.features[numbers[k + 1]], marks)


def names(span: Span) -> bool:
    """Return whether a span can be read as a name."""
    return any(known.entry.kind in NAME_KINDS for known in span.readings)
