"""Names of persons told of before that are words of the language too ("Hatch told them to leave"), or those of others
who are better known.
"""

from collections.abc import Sequence

from marsad.mentions.items import Item, Mention
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
        alone = item.j - item.i == 1 and upper[item.i]
        known = item.known.entry.kind if alone and item.known is not None else ""
        if known == "person" and item.mention is None and sentence.tokens[item.i] in memory.strangers:
            row[k] = _unknown(item, sentence.tokens[item.i])  # another one of that name
        named = alone and item.kind in _WORDS
        if named and memory.person(sentence.tokens[item.i]) is not None and (item.i or _acts(row[1:2], sentence)):
            row[k] = Item("word", item.i, item.j)
    return row


def _unknown(item: Item, name: str) -> Item:
    """Return a name as that of somebody nobody knows."""
    return Item("actor", item.i, item.j, mention=Mention(item.i, item.j, "name", person=name))


def _acts(behind: list[Item], sentence: Sentence) -> bool:
    """Return whether a verb stands behind, or something that is somebody's."""
    return any(
        (item.kind == "trigger" and item.value == "verb")
        or (item.kind == "function" and item.value in _HELPING)
        or sentence.tokens[item.i] in ("'s", "’s")
        for item in behind
    )
