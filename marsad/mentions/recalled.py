"""Names of persons told of before that are words of the language too ("Hatch told them to leave")."""

from collections.abc import Sequence

from marsad.mentions.items import Item
from marsad.mentions.memory import Memory
from marsad.text.sentences import Sentence

# What such a word may be taken for, and what behind the first word of a sentence shows that somebody acts.
_WORDS = frozenset({"trigger", "nominal"})
_HELPING = frozenset({"aux", "modal", "future", "adv"})


def recalled(row: list[Item], sentence: Sentence, upper: Sequence[bool] | None, memory: Memory) -> list[Item]:
    """Return the items with each such name as an unknown word, which names are made of."""
    if upper is None:
        return row
    for k, item in enumerate(row):
        named = item.kind in _WORDS and item.j - item.i == 1 and upper[item.i]
        if named and memory.person(sentence.tokens[item.i]) is not None and (item.i or _acts(row[1:2], sentence)):
            row[k] = Item("word", item.i, item.j)
    return row


def _acts(behind: list[Item], sentence: Sentence) -> bool:
    """Return whether a verb stands behind, or something that is somebody's."""
    return any(
        (item.kind == "trigger" and item.value == "verb")
        or (item.kind == "function" and item.value in _HELPING)
        or sentence.tokens[item.i] in ("'s", "’s")
        for item in behind
    )
