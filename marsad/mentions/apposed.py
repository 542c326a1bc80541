"""A holder and his office side by side: "name, office of state," and "office of state, name," are one actor."""

from collections.abc import Callable

from marsad.mentions.items import Item, Mention
from marsad.mentions.pieces import NAMES, absorb
from marsad.text.sentences import Sentence


def appositions(
    row: list[Item], sentence: Sentence, title_first: bool, one: Callable[[list[Item], int, int], bool]
) -> list[Item]:
    """Return the items with a name and the office beside it joined into one, the commas around the second taken in.

    `one` tells of the actors at two items whether they are.
    """
    result: list[Item] = []
    k = 0
    while k < len(row):
        if row[k].mention is None:
            result.append(row[k])
            k += 1
            continue
        second = k + 2 if k + 1 < len(row) and sentence.tokens[row[k + 1].i] == "," else k + 1
        if one(row, k, second):
            result.append(_joined(row[k], row[second], title_first))
            k = second + 1
            k += second > 1 and row[second - 1].kind == "punct" and k < len(row) and sentence.tokens[row[k].i] == ","
        else:
            result.append(row[k])
            k += 1
    return result


def _joined(first: Item, second: Item, title_first: bool) -> Item:
    assert first.mention and second.mention
    absorb(first.mention, second.mention, title_first)
    first.mention.j = second.j
    return Item("actor", first.mention.i, first.mention.j, first.span, first.known, first.mention)


def apposed(row: list[Item], k: int, second: int, title_first: bool) -> bool:
    """Return whether the actors at items `k` and `second` are one.

    Without a comma between them only where the name goes first, adjectives follow nouns, and the office is his own.
    """
    one, other = row[k].mention, row[second].mention if second < len(row) else None
    if one is None or other is None or (other.marks and "the" not in other.marks):
        return False
    named, titled = (one, other) if one.kind in NAMES else (other, one)
    alike = bool(named.role) and _alike(named, titled)
    if second == k + 1 and not (title_first and alike and named is one and named.country == titled.country):
        return False
    return (
        named.kind in NAMES
        and (not named.role or titled.title_kind == "side" or alike)
        and titled.kind == "title"
        and titled.title_kind in ("office", "side")
        and (not named.country or named.country == titled.country)
        and not titled.person
    )


def _alike(named: Mention, titled: Mention) -> bool:
    """Return whether a title may be that of a person's office ("spokesperson" of the "presidential-spokesperson")."""
    return bool(titled.role) and (named.role in titled.role or titled.role in named.role)
