"""What tells whether the words before an office and a comma are the name of who holds it."""

from marsad.mentions.items import Item
from marsad.text.sentences import Sentence

# The kind of a name that is the head of a body ("the secretary-general of ...").
HEAD = "body-head"


def held_by_one(item: Item) -> bool:
    """Return whether an item is an office or another title, or the head of a body by its whole name."""
    return item.mention is not None and (item.mention.kind == "title" or heads_body(item))


def heads_body(item: Item) -> bool:
    """Return whether an item is the head of a body by its whole name."""
    entry = item.known.entry if item.known is not None else None
    return entry is not None and entry.kind == "institution" and entry.value == HEAD


def behind_verb(result: list[Item], length: int, sentence: Sentence, articles: tuple[str, ...]) -> bool:
    """Return whether the words of a name stand right behind a verb, verb first, none with particles before it
    ("وأدانت جاينين غرينينغ، وزيرة التعليم، ...").
    """
    verb, first = result[-2 - length], result[-1 - length]
    return verb.value == "verb" and not first.marks and not sentence.tokens[first.i].startswith(articles)


def first_name(before: list[Item]) -> bool:
    """Return whether the word before a name is one that is a town too, but no place here ("اوئن اسمیت")."""
    town = before[-1].mention if before else None
    alone = len(before) < 2 or before[-2].kind in ("punct", "time") or before[-2].is_function("conj")
    return town is not None and town.kind == "place" and before[-1].j - before[-1].i == 1 and alone


def governed(result: list[Item], length: int) -> bool:
    """Return whether a preposition governs the words before the comma: "After hours of debate, the minister ...", or
    they are the source of the report ("به گزارش دیدبان، رئیس‌جمهور ...").
    """
    return length + 1 < len(result) and result[-2 - length].value in ("prep", "reporting")


def surname(item: Item, length: int) -> bool:
    """Return whether the last word of a name is one that is also a town or group ("هنری پونا")."""
    return not length and item.mention is not None and item.mention.kind in ("place", "group")


def word(item: Item, sentence: Sentence) -> bool:
    """Return whether a word may be part of a name: no number is ("در سپتامبر ۲۰۲۱ آلفا کونده، رئیس‌جمهور")."""
    return item.kind == "word" and not sentence.tokens[item.i].isdigit()
