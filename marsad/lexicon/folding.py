"""Letters folded for matching, with the way back to the original characters."""

from __future__ import annotations

import unicodedata
from array import array

import msgspec

ENDS_LINE = {"\n", "\r", "\u2028", "\u2029", "\x85"}


class _Translation(dict[int, str]):
    """Maps a code point to its folded text; what no table names is lower-cased, marks and controls vanish."""

    def __init__(self, letters: dict[str, str]) -> None:
        super().__init__()
        self.odd: set[str] = set()  # characters whose folding is not exactly one character
        for source, target in letters.items():
            self[ord(source)] = target
            if len(target) != 1:
                self.odd.add(source)

    def __missing__(self, code: int) -> str:
        folded = _fold_unlisted(chr(code))
        if len(folded) != 1:
            self.odd.add(chr(code))
        self[code] = folded
        return folded


def _fold_unlisted(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Mn", "Cf"):
        return ""
    if category in ("Cc", "Cs", "Zs", "Zl", "Zp", "Cn", "Co"):
        return " "
    lower = char.lower()
    return lower if len(lower) == 1 else lower[0]


class Folded(msgspec.Struct, frozen=True):
    """Folded text and, where the lengths differ, the original offset of each of its characters (else None).

    `offsets` has one entry more than the text has characters: the original length.
    """

    text: str
    offsets: array[int] | None

    def original(self, position: int) -> int:
        """Return the original offset of a position in the folded text (its length included)."""
        return position if self.offsets is None else self.offsets[position]


class Folder:
    """Folds text of one language; one instance a language, reused for all its texts."""

    def __init__(self, letters: dict[str, str]) -> None:
        self._translation = _Translation(letters)

    def fold(self, text: str) -> Folded:
        """Return the text folded for matching together with its exact offset map."""
        folded = text.translate(self._translation)
        if self._translation.odd.isdisjoint(text):
            return Folded(folded, None)
        return Folded(folded, self._offsets(text))

    def _offsets(self, text: str) -> array[int]:
        """Return the original offset of each folded character, the original length last; runs go in at once."""
        odd, offsets, run = self._translation.odd, array("I"), 0
        for position in [k for k, char in enumerate(text) if char in odd]:
            offsets.extend(range(run, position))
            offsets.extend([position] * len(self._translation[ord(text[position])]))
            run = position + 1
        offsets.extend(range(run, len(text) + 1))
        return offsets

    def fold_form(self, form: str) -> str:
        """Return only the folded text of a form."""
        return form.translate(self._translation)
