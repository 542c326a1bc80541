"""Times that stand inside a noun phrase, between whose an act is and the act ("Chad's overnight raid")."""

from marsad.mentions.items import Item
from marsad.text.sentences import Sentence

# Kinds of items with which such a noun phrase may go on, and those of names that are adjectives.
_GOES_ON = frozenset({"word", "nominal", "trigger"})


def inserted_times(row: list[Item], sentence: Sentence) -> None:
    """Read each time of one word behind a possessive or an adjective of a state as a word of the noun phrase."""
    for k in range(1, len(row) - 1):
        item = row[k]
        if item.kind == "time" and item.j - item.i == 1 and _owner(row[k - 1], sentence) and _noun(row[k + 1]):
            row[k] = Item("word", item.i, item.j)


def _owner(item: Item, sentence: Sentence) -> bool:
    if item.kind == "punct":
        return sentence.tokens[item.i] == "'s"
    return item.kind == "actor" and item.known is not None and item.known.entry.kind == "demonym"


def _noun(item: Item) -> bool:
    """Return whether an act, a thing or an unknown word follows, no verb alone."""
    if item.kind != "trigger":
        return item.kind in _GOES_ON
    return item.value == "noun" or (item.span is not None and item.span.find("trigger", "noun") is not None)
