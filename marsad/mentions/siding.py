"""Whom a word written before a name takes sides against or for: "anti-Lima protesters", "a pro-Lima rally"."""

from collections.abc import Callable

from marsad.mentions.items import Item, Mention
from marsad.mentions.pieces import NAMES

# Kinds of pieces of which sides can be taken, and as what they describe a noun.
_TAKEN = frozenset({"state", "capital", "metonym", "demonym", "institution", "group", *NAMES})
_DESCRIBING = "demonym"


def sided(row: list[Item], mention_of: Callable[[Item], Mention]) -> list[Item]:
    """Return the items with each such word and the name behind it as part of the people they describe, or as an
    adjective that tells which side it names; without a name it is an ordinary word.
    """
    result: list[Item] = []
    for item in row:
        affix = result[-1] if result and result[-1].is_function("affix") else None
        if affix is None:
            result.append(_people(result, item, mention_of))
            continue
        mention = mention_of(item) if item.kind == "actor" and item.known is not None else None
        if mention is None or mention.kind not in _TAKEN:
            affix.kind, affix.known = "word", None
            result.append(item)
            continue
        mention.i, mention.kind, mention.side = affix.i, _DESCRIBING, affix.role
        result[-1] = Item("actor", affix.i, item.j, item.span, item.known, mention)
    return result


def _people(result: list[Item], item: Item, mention_of: Callable[[Item], Mention]) -> Item:
    """Return an item, where it names people whose side the one before tells as theirs, which takes that one up."""
    before = result[-1].mention if result else None
    titled = item.kind == "actor" and item.known is not None and item.known.entry.kind == "title"
    if before is None or not before.side or not titled:
        return item
    people = mention_of(item)
    if before.side == "against":
        people.opposing = before
    people.i = result.pop().i
    return Item("actor", people.i, item.j, item.span, item.known, people)


def takes_side(people: Mention, other: Mention) -> bool:
    """Return whether the side told behind those who take it, adjectives behind their noun, is no state of theirs
    ("شورشیان طرفدار پرو"); whom they are against is noted.
    """
    if not other.side or people.kind != "title":
        return False
    people.opposing = other if other.side == "against" else people.opposing
    return True
