"""Towns whose names persons bear: "Amy Houston", "Denver Adams", "جون لينكولن" are people of no such town."""

from collections.abc import Sequence

from marsad.mentions.first_words import acts
from marsad.mentions.items import Item
from marsad.mentions.memory import Memory
from marsad.mentions.naming import SENTENCE_ENDS
from marsad.text.sentences import Sentence

# Towns, and among them seats of government, for which other words may stand before the name ("Old Delhi").
_TOWN, _SEAT = "place", "capital"
# The shortest word with a capital that is a first name by that alone.
_SHORTEST = 3


class Namesakes:
    """Reads towns as words of a name in one sentence; the memory has the first names that the tables know."""

    def __init__(
        self, sentence: Sentence, upper: Sequence[bool] | None, memory: Memory, town_parts: tuple[str, ...]
    ) -> None:  # fmt: skip
        self.tokens, self.upper, self.memory = sentence.tokens, upper, memory
        self.given, self.parts = memory.first_names, town_parts
        self.running = sentence.tokens[-1:] != [] and sentence.tokens[-1] in SENTENCE_ENDS

    def run(self, row: list[Item]) -> None:
        """Read each town as an unknown word where its name is a surname, or a first name, of somebody; without capitals
        the verb that a first name may also be, behind an office, too ("النائب سامر حداد").
        """
        for k in [k for k, item in enumerate(row) if item.kind == "actor" and _kind(item) in (_TOWN, _SEAT)]:
            if row[k].mention is None and row[k].j - row[k].i == 1 and (self._surname(row, k) or self._first(row, k)):
                row[k] = Item("word", row[k].i, row[k].j)
        for k in range(1, len(row)) if self.upper is None else ():
            verb = row[k].kind == "trigger" and row[k].j - row[k].i == 1 and self.tokens[row[k].i] in self.given
            if verb and _office(row[k - 1]) and k + 1 < len(row) and self._name(row[k + 1]):
                row[k] = Item("word", row[k].i, row[k].j)

    def _surname(self, row: list[Item], k: int) -> bool:
        """Return whether a first name stands right before a town, or the article has told of somebody called so."""
        before = row[k - 1] if k else None
        if row[k].marks or (before is not None and before.is_function("prep")):
            return False
        if before is not None and self._name(before):
            return self._is_first_name(before, _kind(row[k]))
        return self.memory.person(self.tokens[row[k].i]) is not None

    def _is_first_name(self, item: Item, kind: str) -> bool:
        """Return whether an unknown word is a first name: one of the tables, or one with a capital before a town."""
        token = self.tokens[item.i]
        if token in self.given:
            return True
        inside = self.upper is not None and self.running and item.i > 0 and len(token) >= _SHORTEST
        return inside and kind == _TOWN and token not in self.parts

    def _first(self, row: list[Item], k: int) -> bool:
        """Return whether a town called like a first name stands before a surname: of one who acts or has a title."""
        if self.tokens[row[k].i] not in self.given or row[k].marks or not self._name_behind(row, k + 1):
            return False
        titled = k > 0 and _kind(row[k - 1]) == "title"
        return titled or (self.upper is not None and acts(row, self.tokens, k + 2))

    def _name_behind(self, row: list[Item], k: int) -> bool:
        """Return whether item `k` may be a surname."""
        if k >= len(row):
            return False
        return self._name(row[k]) or (_kind(row[k]) == _TOWN and not row[k].marks)

    def _name(self, item: Item) -> bool:
        """Return whether an item is an unknown word that may be part of a name: of letters, a capital first."""
        if item.kind != "word" or item.marks or not self.tokens[item.i].isalpha():
            return False
        return self.upper is None or self.upper[item.i]


def _kind(item: Item) -> str:
    return item.known.entry.kind if item.kind == "actor" and item.known is not None else ""


def _office(item: Item) -> bool:
    entry = item.known.entry if item.kind == "actor" and item.known is not None else None
    return entry is not None and (entry.kind, entry.value) == ("title", "office")
