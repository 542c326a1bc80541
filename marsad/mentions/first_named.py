"""Names that a first name opens right before an office, without a comma: "Jeremy Corbyn leader of Labour" as scripts
without capitals write it ("قال جيريمي كوربن زعيم حزب العمال", "توماس مولر سخنگوی دولت").
"""

from collections.abc import Set as AbstractSet

from marsad.mentions.before_office import held_by_one
from marsad.mentions.items import Item
from marsad.text.sentences import Sentence

# Of how many items such a name is.
_LONGEST, _SHORTEST = 4, 2
_VERBS = frozenset({"verb", "light"})


def first_named(row: list[Item], sentence: Sentence, first_names: AbstractSet[str]) -> list[Item]:
    """Return the items with the name before an office as part of the one who holds it."""
    for k in [n for n, item in enumerate(row) if held_by_one(item)][::-1]:
        office = row[k].mention
        start = _start(row, k, sentence, first_names) if office is not None and not office.person else k
        if office is None or start == k or office.title_kind != "office" or set(row[k].marks) - {"the"}:
            continue
        office.person = " ".join(sentence.tokens[row[start].i : row[k - 1].j])
        row[k].i = office.i = row[start].i
        del row[start:k]
    return row


def _start(row: list[Item], k: int, sentence: Sentence, first_names: AbstractSet[str]) -> int:
    """Return where the name before item `k` begins, `k` itself where none stands there."""
    for n in range(k - _SHORTEST, max(-1, k - _LONGEST - 1), -1):
        if not _surname(row[n + 1]):
            return k
        if _first(row, n, sentence, first_names) and not any(_first(row, m, sentence, first_names) for m in (n - 1,)):
            return n
    return k


def _surname(item: Item) -> bool:
    """Return whether an item may stand in a name behind its first: an unknown word, or somebody else's surname."""
    if item.kind == "word":
        return not item.marks
    mention = item.mention
    return mention is not None and mention.kind == "person" and item.j - item.i == 1 and not item.marks


def _first(row: list[Item], n: int, sentence: Sentence, first_names: AbstractSet[str]) -> bool:
    """Return whether item `n` is a first name: an unknown word, or a verb right behind another one."""
    if n < 0 or row[n].j - row[n].i != 1 or sentence.tokens[row[n].i] not in first_names:
        return False
    verb = n > 0 and row[n - 1].kind == "trigger" and row[n - 1].value in _VERBS
    return (row[n].kind == "word" and not row[n].marks) or (row[n].kind == "trigger" and verb)
