"""Unknown names in scripts without capital letters, told by the office beside them."""

from collections.abc import Sequence
from itertools import pairwise

from marsad.lexicon.entries import Feature, Known
from marsad.mentions.items import Item, Mention
from marsad.mentions.pieces import STATES
from marsad.text.sentences import Sentence

# Expressions for several office-holders.
_SEVERAL = frozenset({"both-leaders", "the-sides"})
_LONGEST_NAME = 4
_SHORTEST = 3
_COMMAS = frozenset({",", "،"})
RULING = frozenset({"GOV", "MIL", "COP", "JUD", "LEG"})

# Kinds of items that the name of a party may be made of.
_NAMING = frozenset({"word", "nominal", "trigger"})

# The sector of the press.
PRESS = "JRN"
# Quotes that may stand around a name.
QUOTED = frozenset({("«", "»"), ('"', '"'), ("“", "”"), ("„", "“")})
SIGNS = frozenset(sign for sign, _ in QUOTED)
# Signs with which a sentence ends, unlike a headline, whose words may all have capitals.
SENTENCE_ENDS = frozenset({".", "?", "!", "…", '"', "”"})


def named_after_deeds(row: list[Item], sentence: Sentence, upper: Sequence[bool]) -> None:
    """Read verbs with a capital that stand inside a name as words of it ("the National Credit Union")."""
    for item in row if upper else ():
        if item.kind != "trigger" or item.value != "verb" or item.i < 1 or item.j - item.i > 1 or not upper[item.i]:
            continue
        inside = (item.i > 1 and upper[item.i - 1]) or (item.j < len(upper) and upper[item.j])
        acts = item.span is not None and item.span.find("trigger", "noun") is not None
        if inside and not acts and sentence.tokens[-1] in SENTENCE_ENDS:
            item.kind = "word"


def words_of_names(row: list[Item], sentence: Sentence, upper: Sequence[bool]) -> None:
    """Read people of no state ("son") that end the name of an office-holder, and short times that begin it ("sun"), as
    words of it; without capitals, groups called like somebody.
    """
    if not upper:
        _surnames_of_groups(row, sentence)
    for k in range(1, len(row)) if upper and sentence.tokens[-1] in SENTENCE_ENDS else ():
        item = row[k]
        if item.kind not in ("actor", "time") or item.j - item.i > 1 or not upper[item.i] or item.mention is not None:
            continue
        if _begins_name(row, k, sentence, upper) if item.kind == "time" else _ends_name(row, k, upper):
            row[k] = Item("word", item.i, item.j)


def _surnames_of_groups(row: list[Item], sentence: Sentence) -> None:
    """Read the short name of a group behind unknown words and before a comma with an office as the last word of a
    name ("Ann Wagner, the minister, ...").
    """
    for k in range(1, len(row) - 2):
        item = row[k]
        known = item.known.entry if item.kind == "actor" and item.known is not None else None
        if known is None or known.kind != "group" or item.j - item.i > 1 or not _office(row[k + 2]):
            continue
        apart = row[k + 1].kind == "punct" and sentence.tokens[row[k + 1].i] in _COMMAS
        if apart and row[k - 1].kind == "word":
            row[k] = Item("word", item.i, item.j)


def party_names(row: list[Item], sentence: Sentence, upper: Sequence[bool]) -> list[Item]:
    """Return the items with the words of its name as part of a party ("the ruling Civic Power Party")."""
    if not upper or sentence.tokens[-1] not in SENTENCE_ENDS:
        return row
    for k in [k for k, item in enumerate(row) if item.kind == "actor" and k and upper[item.i] and _is_party(item)][
        ::-1
    ]:
        first = _name_start(row, k, sentence, upper)
        if first < k:
            row[k].i = row[first].i
            del row[first:k]
        owned = first > 1 and (row[first - 2].is_function("det") or sentence.tokens[row[first - 2].i] == "'s")
        if first < k and owned and row[first - 1].kind == "trigger":
            row[first - 1] = Item("word", row[first - 1].i, row[first - 1].j)  # "Chad's ruling ..."
    return row


def _name_start(row: list[Item], k: int, sentence: Sentence, upper: Sequence[bool]) -> int:
    """Return the item with which the name before a party at item `k` begins ("the People's Party")."""
    while k > 0 and upper[row[k - 1].i] and row[k - 1].kind in _NAMING:
        k -= 1
    owner = row[k - 2] if k > 1 and sentence.tokens[row[k - 1].i] == "'s" else None
    entry = owner.known.entry if owner is not None and owner.known is not None and upper[owner.i] else None
    return k - 2 if entry is not None and (entry.kind, entry.value) == ("title", "people") else k


def _is_party(item: Item) -> bool:
    entry = item.known.entry if item.known is not None else None
    return entry is not None and entry.kind == "title" and entry.value == "body" and entry.code.endswith("PTY")


def _begins_name(row: list[Item], k: int, sentence: Sentence, upper: Sequence[bool]) -> bool:
    """Return whether a short time stands between an office and a word with a capital ("Minister Sun Weidong")."""
    short = len(sentence.tokens[row[k].i]) <= _SHORTEST and k + 1 < len(row)
    return short and _office(row[k - 1]) and row[k + 1].kind == "word" and upper[row[k + 1].i]


def _ends_name(row: list[Item], k: int, upper: Sequence[bool]) -> bool:
    """Return whether a word for one of some people stands behind an office and words with capitals ("President Bui
    Thanh Son").
    """
    known = row[k].known
    if known is None or (known.entry.kind, known.entry.value) != ("title", "people") or known.feature.person == "p":
        return False
    first = k
    while first > 0 and row[first - 1].kind == "word" and upper[row[first - 1].i]:
        first -= 1
    return 0 < first < k and _office(row[first - 1])


def _office(item: Item) -> bool:
    entry = item.known.entry if item.kind == "actor" and item.known is not None else None
    return entry is not None and entry.kind == "title" and entry.value == "office"


def other_bearer(item: Item, sentence: Sentence, opening: bool = False) -> bool:
    """Return whether the surname of somebody known may be that of another person, behind another first name; second
    in its sentence only where the word before is known to be one.
    """
    known = item.known
    surname = known is not None and known.entry.kind == "person" and item.j - item.i == 1 and not known.marks
    return surname and item.i > (0 if opening else 1) and sentence.tokens[-1] in SENTENCE_ENDS


def unquoted(row: list[Item], sentence: Sentence) -> list[Item]:
    """Return the items without the quotes around the name of a body or group alone (the summit of «BRICS»), and
    with the name of a paper as part of it.
    """
    if SIGNS.isdisjoint(sentence.tokens):
        return row
    named = {k for k in range(1, len(row) - 1) if _quoted(row, k, sentence)}
    row = [item for k, item in enumerate(row) if k + 1 not in named and k - 1 not in named]
    papers = [k for k, item in enumerate(row) if item.known is not None and item.known.entry.code.endswith(PRESS)]
    for k in reversed(papers):
        closing = _title_of_paper(row, k, sentence)
        if closing:
            row[k].j = row[closing].j
            del row[k + 1 : closing + 1]
    return row


def _title_of_paper(row: list[Item], k: int, sentence: Sentence) -> int:
    """Return the item that closes the unknown name of a paper in quotes behind item `k`, 0 where there is none."""
    end = next((n for n in range(k + 2, min(k + 2 + _LONGEST_NAME, len(row))) if row[n].kind != "word"), 0)
    signs = (sentence.tokens[row[k + 1].i], sentence.tokens[row[end].i]) if end > k + 2 else ("", "")
    return end if signs in QUOTED else 0


def _quoted(row: list[Item], k: int, sentence: Sentence) -> bool:
    known = row[k].known
    if known is None or known.entry.kind not in ("institution", "group", "person"):
        return False
    return (sentence.tokens[row[k - 1].i], sentence.tokens[row[k + 1].i]) in QUOTED


def once_named(row: list[Item], sentence: Sentence) -> list[Item]:
    """Return the items without a short name in brackets behind the full one ("... Nations (ASEAN)")."""
    if "(" not in sentence.tokens:
        return row
    again = [k for k in range(1, len(row) - 2) if _short_name(row, k, sentence)]
    return [item for k, item in enumerate(row) if not any(first <= k < first + 3 for first in again)]


def _short_name(row: list[Item], k: int, sentence: Sentence) -> bool:
    """Return whether another name of the actor before item `k` stands there in brackets."""
    if (sentence.tokens[row[k].i], sentence.tokens[row[k + 2].i]) != ("(", ")"):
        return False
    first, second = row[k - 1].known, row[k + 1].known
    return first is not None and second is not None and first.entry.code == second.entry.code != ""


def of_people(item: Item) -> bool:
    """Return whether an item is the adjective of a state ("Chinese officials")."""
    return item.kind == "actor" and item.known is not None and item.known.entry.kind == "demonym"


def _owned(row: list[Item], k: int, office: bool) -> bool:
    """Return whether item `k` is "of" before an actor, a determiner between them left out; an `office` may be one of
    something of no table as well ("the head of Acme", not "accused the agency of bias").
    """
    if not row[k].is_function("prep", "of"):
        return False
    owner = next((item for item in row[k + 1 :] if not item.is_function("det")), None)
    return owner is not None and (owner.kind in ("actor", "anaphora") or (office and owner.kind == "word"))


def courtesies(row: list[Item]) -> list[Item]:
    """Return the items with each form of address ("Mr") as part of the name that follows it: no land then. Those of the
    value `known` go with actors alone, before others they are words of the name.
    """
    result: list[Item] = []
    for item in row:
        if result and result[-1].is_function("courtesy") and _addressed(result[-1], item):
            land = item.known is not None and item.known.entry.kind in STATES
            i = result.pop().i
            result.append(Item("word", i, item.j) if land else item)
            result[-1].i = i
        else:
            if result and result[-1].is_function("courtesy", "known"):
                result[-1] = Item("word", result[-1].i, result[-1].j)
            result.append(item)
    return result


def _addressed(courtesy: Item, item: Item) -> bool:
    """Return whether a form of address goes with what stands behind it: a name, or one more form of address."""
    known = courtesy.is_function("courtesy", "known")
    return item.kind == "actor" or item.is_function("courtesy") or (item.kind == "word" and not known)


def ended(mention: Mention, other: Mention, last: str, absolute: tuple[str, ...]) -> bool:
    """Return whether what follows some people or a body is not whose they are: several end with a word that governs no
    genitive, and no authorities own an organisation of citizens.
    """
    several = mention.plural or mention.title_kind == "people"
    return (several and last.endswith(absolute)) or (mention.sector == "NGO" and other.sector in RULING)


def named_offices(row: list[Item], owned_before: bool) -> list[Item]:
    """Return the items with a word that may refer back read as an office where a name or state follows it, or a group
    or body stands before it that it is of (`owned_before`: "Fatah officials").
    """
    for k, (item, following) in enumerate(pairwise(row)):
        if item.kind != "anaphora":
            if item.kind == "trigger" and following.kind == "actor":
                _office_of_place(item, following)
            continue
        court = item.value == "the-court"  # one of many states: the words around it have been looked at
        title = item.span.find("title") if item.span is not None and not court else None
        named = following.kind == "actor" and set(following.marks) <= {"the"}
        office = title is not None and title.entry.value == "office"
        whose = k > 0 and (of_people(row[k - 1]) or (owned_before and _of_group(row[k - 1])))
        if title is not None and (named or _owned(row, k + 1, office) or whose):
            several = title.feature if item.value not in _SEVERAL else Feature(person="p")
            item.kind, item.known = "actor", Known(title.entry, several, title.marks)
    return row


def _of_group(item: Item) -> bool:
    """Return whether an item names a group or a body."""
    return item.kind == "actor" and item.known is not None and item.known.entry.kind in ("group", "institution")


def _office_of_place(item: Item, following: Item) -> None:
    """Read a verb that may be an office too as the office where the place of it follows ("حاكم تكساس")."""
    placed = following.known is not None and following.known.entry.kind == "place" and not following.marks
    title = item.span.find("title") if placed and item.span is not None else None
    if title is not None:
        item.kind, item.known = "actor", title
