"""Sentences and tokens of a text, every token with its offsets in the original."""

import re
from collections.abc import Iterator

import msgspec

from marsad.lexicon.folding import Folder
from marsad.lexicon.profile import Profile
from marsad.lexicon.tokens import TOKEN, name_genitives

# A sentence longer than this is cut at a space: no news sentence is, and what is cut stays linear to read.
LONGEST_SENTENCE = 1500

# What ends a sentence; a stroke between spaces parts a headline ("Breaking | ...").
_END = re.compile(r"[.!?…؟۔]+[\"”»’')\]]*(?=\s)|(?<=\s)\|(?=\s)")
_SPACE = re.compile(r"\s")


class Sentence(msgspec.Struct, gc=False):
    """One sentence: original offsets (half-open), line and number from 0, and its tokens.

    `cased` tells whether capital letters mark names in its language. `tokens` are folded; token `k` stands at
    `starts[k]:ends[k]` of the article's text.
    """

    start: int
    end: int
    line: int
    number: int
    tokens: list[str]
    starts: list[int]
    ends: list[int]
    cased: bool = False


def sentences(text: str, profile: Profile, folder: Folder) -> Iterator[Sentence]:
    """Yield the sentences of a text in order; a line break always ends a sentence."""
    number, offset = 0, 0
    for line_number, line in enumerate(text.split("\n")):
        for start, end in _pieces(line, profile):
            sentence = _sentence(line[start:end], offset + start, folder, profile)
            if sentence.tokens:
                sentence.line, sentence.number, sentence.cased = line_number, number, profile.case
                number += 1
                yield sentence
        offset += len(line) + 1


def _pieces(line: str, profile: Profile) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(line):
        if _ends_sentence(line, found, profile):
            yield from _bounded(line, start, found.end())
            start = found.end()
    if start < len(line):
        yield from _bounded(line, start, len(line))


def _bounded(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        cut = line.rfind(" ", start, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


def _ends_sentence(line: str, found: re.Match[str], profile: Profile) -> bool:
    rest = line[found.end() : found.end() + 3].lstrip()
    if profile.case and rest and rest[0].islower():
        return False
    if found.group() != ".":
        return True
    before = line[max(0, found.start() - 12) : found.start()]
    word = _SPACE.split(before)[-1].lstrip("(\"'“«[")
    if word in profile.abbreviations or word + "." in profile.abbreviations:
        return False
    return not (len(word) == 1 and word.isalpha()) and not re.fullmatch(r"(?:\w\.)+\w", word)


def _sentence(piece: str, offset: int, folder: Folder, profile: Profile) -> Sentence:
    folded = folder.fold(piece)
    found = [match.span() for match in TOKEN.finditer(folded.text)]
    parted, joined = profile.parted, profile.joined
    if parted and (cuts := {match.end(match.lastindex or 0) for match in re.finditer(parted, folded.text)}):
        found = [span for token in found for span in _parted(token, cuts)]
    gaps = {match.end() for match in re.finditer(joined, folded.text)} if joined else set[int]()
    if gaps:
        found = _joined(found, gaps)
    tokens = [folded.text[start:end] for start, end in found]
    if gaps:
        tokens = [token.replace(" ", "") for token in tokens]
    if "s' " in folded.text:
        name_genitives(folded.text, tokens, [start for start, _ in found])
    if folded.offsets is None:
        starts, ends = [offset + start for start, _ in found], [offset + end for _, end in found]
    else:
        # The end of a token is the end of its last character, so that marks written after it belong to it.
        starts, closed = [offset + folded.offsets[s] for s, _ in found], [folded.offsets[e - 1] + 1 for _, e in found]
        ends = [offset + e for e in ([_with_marks(piece, e) for e in closed] if _MARKS.search(piece) else closed)]
    lead = len(piece) - len(piece.lstrip())
    return Sentence(offset + lead, offset + len(piece.rstrip()), 0, 0, tokens, starts, ends)


def _parted(token: tuple[int, int], cuts: set[int]) -> list[tuple[int, int]]:
    """Return a token as two where another word is written together with it."""
    start, end = token
    cut = next((at for at in range(start + 1, end) if at in cuts), end)
    return [token] if cut == end else [(start, cut), (cut, end)]


def _joined(found: list[tuple[int, int]], gaps: set[int]) -> list[tuple[int, int]]:
    """Return the tokens where two are one if a blank at one of the gaps alone stands between them ("راه پیمایی")."""
    result: list[tuple[int, int]] = []
    for start, end in found:
        goes_on = bool(result) and result[-1][1] == start - 1 and result[-1][1] in gaps
        result.append((result.pop()[0] if goes_on else start, end))
    return result


_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0300-\u036f]+")


def _with_marks(piece: str, end: int) -> int:
    found = _MARKS.match(piece, end)
    return found.end() if found else end
