"""Verbs that are left out because they were just said: "but Peru did not", "а Перу — нет", "وكذلك بيرو"."""

from marsad.lexicon.entries import Entry, Feature, Known, Sense
from marsad.mentions.forms import make_form
from marsad.mentions.items import Item
from marsad.mentions.spans import Span

# What a verb left out means: the act told of before; and the class of one whose own words say whether it was done;
# words for "likewise" leave it as it was.
SAME_ACT, LEFT_OUT = "same-act", "left-out"
# Function words that stand for a verb left out behind them, a class of its own for "so", "likewise".
LIKEWISE = "likewise"
_CARRYING = frozenset({"aux", "modal", "future"})
# Auxiliaries of what somebody is or undergoes, and what a verb left out behind one is called.
_BEING, BEING = frozenset({"be", "be-bare", "be-past", "passive"}), "be"
# Negations that stand alone for their clause ("нет", "نه").
_NO = frozenset({"no", "nor"})
# What may stand between whoever acts and the end of the clause besides.
_BESIDE = frozenset({"adv", "neg"})
_STROKES = frozenset("-–—―")
# What a clause with a verb left out begins with.
_OPENING = frozenset({"conj", "sub", "start"})
_ENDS = frozenset('.,;:!?،؛؟»”")')
_SUBJECT, _OBJECT = (("subj", "actor"),), (("obj", "actor"), ("subj", "none"))
# Behind "to be" whoever stands before it may be read as the object of a passive.
_EITHER = (("subj", "actor"), ("obj", "actor"))


def read_left_out(row: list[Item], tokens: list[str], verb_last: bool) -> None:
    """Make a trigger of each word that stands for a verb said before in the sentence and left out where it is; verb
    last, none of those that stand before whoever acts.
    """
    first = next((k for k, item in enumerate(row) if item.kind == "trigger" and item.value == "verb"), len(row))
    k = first + 1
    while k < len(row):
        mention = row[k].mention
        if mention is not None and not mention.genitive:
            k = _behind(row, k, tokens) or (0 if verb_last else _before(row, k, tokens)) or k
        k += 1


def _behind(row: list[Item], k: int, tokens: list[str]) -> int:
    """Return the item that stands for the verb of whoever is at item `k`, 0 for none."""
    if not _opens(row, k, tokens):
        return 0
    end = k + 1
    while end < len(row) and _colours(row[end], tokens):
        end += 1
    said = [item for item in row[k + 1 : end] if item.kind == "function"]
    if not said or not _ends(row, end, tokens):
        return 0
    likewise = any(_likewise(item) for item in said)
    told = any(_reads(item, name) for item in said for name in _CARRYING)
    if not (likewise or told or any(_stands_alone(item) for item in said)):
        return 0
    denied = any(_reads(item, "neg") for item in said)
    meaning = LIKEWISE if likewise and not told and not denied else LEFT_OUT
    at = next(n for n in range(end - 1, k, -1) if _means(row[n], meaning))
    first = at - 1 if row[at - 1].kind == "punct" else at
    colour = _colour(said)
    sense = Sense(SAME_ACT, _EITHER if colour == BEING else _SUBJECT, (), _rule(row[at]))
    row[first : at + 1] = [_trigger(row[at], row[first].i, sense, colour, denied, meaning)]
    return first


def _before(row: list[Item], k: int, tokens: list[str]) -> int:
    """Return the item behind whoever is at item `k`, where words that say the same of them stand right before them and
    no verb follows ("so did", "neither will"); 0 elsewhere.
    """
    last = k - 2 if row[k - 1].is_function("det") else k - 1
    first = last if _likewise(row[last]) else last - 1
    if first < last and not (row[last].value in _CARRYING and first > 0 and _reads(row[first], "neg")):
        return 0
    end = k + 1
    while end < len(row) and (row[end].mention is not None or row[end].is_function("conj")):
        end += 1
    if not _ends(row, end, tokens):
        return 0
    sense = Sense(SAME_ACT, _OBJECT, (), _rule(row[last]))
    row[first : last + 1] = [_trigger(row[last], row[first].i, sense, "", False, LIKEWISE)]
    return first + 1


def _opens(row: list[Item], k: int, tokens: list[str]) -> bool:
    """Return whether whoever is at item `k` opens a clause."""
    before = row[k - 2] if row[k - 1].is_function("det") else row[k - 1]
    if before.kind == "punct":
        return tokens[before.i] in _ENDS
    return (before.kind == "function" and before.value in _OPENING) or "and" in row[k].marks


def _colours(item: Item, tokens: list[str]) -> bool:
    """Return whether an item may stand before the verb of its clause."""
    if item.kind == "punct":
        return tokens[item.i] in _STROKES
    words = (item.value in _CARRYING, item.value in _BESIDE, _likewise(item), _stands_alone(item))
    return item.kind == "function" and any(words)


def _ends(row: list[Item], k: int, tokens: list[str]) -> bool:
    """Return whether a clause ends before item `k`, a time left out."""
    while k < len(row) and row[k].kind == "time":
        k += 1
    return k == len(row) or (row[k].kind == "punct" and tokens[row[k].i] in _ENDS) or row[k].is_function("conj")


def is_left_out(item: Item) -> bool:
    """Return whether an item stands for a verb left out whose own words say whether it was done."""
    return item.known is not None and LEFT_OUT in item.known.entry.classes


def _rule(item: Item) -> str:
    return item.known.entry.rule if item.known is not None else ""


def _means(item: Item, meaning: str) -> bool:
    """Return whether an item is a word for which the verb is left out."""
    if meaning == LIKEWISE:
        return _likewise(item)
    return _stands_alone(item) or any(_reads(item, name) for name in (*_CARRYING, "neg"))


def _likewise(item: Item) -> bool:
    return _reads(item, LIKEWISE)


def _stands_alone(item: Item) -> bool:
    """Return whether an item is a negation that needs no verb."""
    known = item.span.find("function", "neg") if item.span is not None else None
    return known is not None and known.entry.role in _NO


def _reads(item: Item, word_class: str) -> bool:
    """Return whether an item may be a function word of a class."""
    return item.span is not None and item.span.find("function", word_class) is not None


def _colour(said: list[Item]) -> str:
    """Return how words colour the verb that is left out behind them: `future`, a modal, BEING, or empty."""
    modal = next((item.role for item in said if item.value == "modal"), "")
    if any(_reads(item, "future") for item in said):
        return "future"
    return modal or (BEING if any(item.value == "aux" and item.role in _BEING for item in said) else "")


def _trigger(item: Item, start: int, sense: Sense, colour: str, denied: bool, meaning: str) -> Item:
    """Return an item, from token `start` on, as a trigger with a colour: a verb, a phrase if its object is behind."""
    behind = sense.slots == _OBJECT
    value = "phrase" if behind else "verb"
    entry = Entry("trigger", value, role=colour, senses=(sense,), rule=sense.rule, classes=(meaning,))
    known = Known(entry, Feature("" if behind else "past", negated=denied), item.marks)
    return Item("trigger", start, item.j, Span(start, item.j, make_form((known,))), known)
