"""The words around what a search found, as they stand in the text."""

import itertools
from collections.abc import Sequence

import msgspec

from marsad.lexicon.tokens import TOKEN
from marsad.store.folding import INDEXED_CHARACTERS, searcher, stems

BEFORE, AFTER = 60, 140  # characters around the first word found


class Snippet(msgspec.Struct, frozen=True):
    """A piece of a text, on one line, and the spans in it that were found (characters, half-open)."""

    text: str
    marks: tuple[tuple[int, int], ...]


class Mark(msgspec.Struct, frozen=True):
    """Where a searched word stands in the text, and which of them it is."""

    start: int
    end: int
    group: int


def snippet(text: str, lang: str, groups: Sequence[frozenset[str]], prefixes: tuple[str, ...]) -> Snippet:
    """Return the piece of a text that has most of the searched words close together, its start where there are none."""
    marks = _marks(text[:INDEXED_CHARACTERS], lang, groups, prefixes)
    first = max(marks, key=lambda mark: (_variety(marks, mark), -mark.start), default=Mark(0, 0, 0))
    start = _word_start(text, max(0, first.start - BEFORE), first.start)
    end = _word_end(text, min(len(text), first.start + AFTER), max(first.end, start))
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    return Snippet(
        "".join(" " if c.isspace() else c for c in text[start:end]),
        tuple((mark.start - start, mark.end - start) for mark in inside),
    )


def _marks(text: str, lang: str, groups: Sequence[frozenset[str]], prefixes: tuple[str, ...]) -> list[Mark]:
    known = searcher(lang)
    folded = known.folder.fold(text)
    wanted = {word: number for number, spelled in enumerate(groups) for word in spelled}
    found = []
    for match in TOKEN.finditer(folded.text):
        word = match[0] if match[0].isalnum() else "".join(c for c in match[0] if c.isalnum())
        forms = [word, *stems(word, known.proclitics)]
        group = next((wanted[form] for form in forms if form in wanted), None)
        if group is None and prefixes:
            group = next((wanted[p] for form in forms for p in prefixes if form.startswith(p)), None)
        if group is not None:
            found.append(Mark(folded.original(match.start()), folded.original(match.end()), group))
    return found


def _variety(marks: list[Mark], first: Mark) -> int:
    """Return how many different searched words stand in the piece that a mark begins."""
    near = itertools.takewhile(lambda m: m.end <= first.start + AFTER, (m for m in marks if m.start >= first.start))
    return len({mark.group for mark in near})


def _word_start(text: str, position: int, latest: int) -> int:
    if position == 0:
        return 0
    return next((k + 1 for k in range(position, latest) if text[k].isspace()), latest)


def _word_end(text: str, position: int, earliest: int) -> int:
    if position == len(text):
        return position
    return next((k for k in range(position, earliest, -1) if text[k].isspace()), position)
