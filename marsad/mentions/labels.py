"""What stands behind somebody and only tells their party, seat, age or home: "Ana Ruiz (R-Ohio)", "Ana of Ohio"."""

from marsad.mentions.items import Item, Mention
from marsad.mentions.memory import is_person
from marsad.mentions.pieces import absorb
from marsad.text.sentences import Sentence

# How many items such a label has at most, and of what kinds they are.
_LONGEST = 5
_PLAIN = frozenset({"actor", "word", "punct", "nominal"})
# What tells whose somebody is of whom nothing is known.
_TELLING = frozenset({"group", "state"})
# What a home is, and what stands behind it where it is no part of a longer phrase.
_HOMES, _VERBS = frozenset({"state", "place"}), frozenset({"aux", "modal", "future", "adv", "conj", "rel"})


def labelled(row: list[Item], sentence: Sentence) -> list[Item]:
    """Return the items without such labels, a person of no state with the state and party that theirs tells."""
    if "(" not in sentence.tokens:
        return row
    result, k = list[Item](), 0
    while k < len(row):
        result.append(row[k])
        person = _somebody(row[k].mention)
        end = _end(row, k + 1, sentence) if row[k].mention is not None else 0
        end = end if person or _explains(row[k + 2 : end - 1]) else 0
        if end and person:
            _settle(row[k], row[k + 2 : end - 1])
        k = end or k + 1
    return result


def homes_told(row: list[Item]) -> list[Item]:
    """Return the items without the home that a preposition puts behind somebody named, which only those have of it of
    whom no state is known ("Ana Ruiz of Peru, a critic of X, said"; "accused Ruiz of Peru ties" has none).
    """
    result, k = list[Item](), 0
    while k < len(row):
        result.append(row[k])
        named = row[k].mention
        if named is not None and _somebody(named) and " " in named.person and (at := _home(row, k + 1)):
            home = row[at].mention
            named.country = named.country or (home.country if home is not None else "")
            k = at
        k += 1
    return result


def _home(row: list[Item], k: int) -> int:
    """Return the item of a home behind the preposition at item `k`, a comma or verb behind it, 0 where none stands."""
    at = k + 1 + (k + 2 < len(row) and row[k + 1].is_function("det", "the"))
    mention = row[at].mention if at + 1 < len(row) and row[k].is_function("prep", "of") else None
    if mention is None or mention.kind not in _HOMES or mention.sector:
        return 0
    behind = row[at + 1]
    acts = behind.span is not None and behind.span.find("trigger", "verb") is not None
    closed = acts or behind.kind == "punct" or (behind.kind == "function" and behind.value in _VERBS)
    return at if closed else 0


def _somebody(mention: Mention | None) -> bool:
    return mention is not None and is_person(mention) and not mention.plural


def _end(row: list[Item], k: int, sentence: Sentence) -> int:
    """Return the item after the label that opens at item `k`, 0 where none does."""
    if k >= len(row) or sentence.tokens[row[k].i] != "(":
        return 0
    for n in range(k + 1, min(k + 2 + _LONGEST, len(row))):
        if sentence.tokens[row[n].i] == ")":
            return n + 1
        if row[n].kind not in _PLAIN:
            return 0
    return 0


def _explains(label: list[Item]) -> bool:
    """Return whether a label is another name for those before it: an actor alone ("the Peshmerga (Kurdish forces)")."""
    return len(label) == 1 and label[0].mention is not None and set(label[0].mention.marks) <= {"the"}


def _settle(item: Item, label: list[Item]) -> None:
    """Let somebody of no known state take up the party or state in the label behind them."""
    told = [i.mention for i in label if i.mention is not None and i.mention.kind in _TELLING]
    if item.mention is not None and not item.mention.country and len(told) == 1:
        absorb(item.mention, told[0], True)
        item.mention.sector = item.mention.sector or told[0].sector
