"""The names of two who hold one office, behind it: "the Chilean and Peruvian presidents Ana Ruiz and Luis Soto"."""

from marsad.mentions.items import Item, Mention
from marsad.text.sentences import Sentence

_COMMAS = frozenset({",", "،"})
# Kinds of what tells whose an office is, and of names.
_WHOSE, _NAMED = frozenset({"demonym", "state", "title", "capital"}), frozenset({"name", "person"})


def named_each(row: list[Item], sentence: Sentence) -> list[Item]:
    """Return the items without the names of two who are told of by their office and states before; both have it."""
    for k in [n for n in range(len(row) - 4, 0, -1) if row[n].is_function("conj", "and")]:
        first, second = row[k - 1].mention, row[k + 1].mention
        end = _names_end(row, k, first, second) if first is not None and second is not None else 0
        if not end or first is None or second is None:
            continue
        _share(first, second)
        closed = end < len(row) and sentence.tokens[row[end].i] in _COMMAS
        opened = any(token in _COMMAS for token in sentence.tokens[second.i : row[end - 1].i])
        second.j = row[k + 1].j = row[end - 1].j
        row = [*row[: k + 2], *row[end + (closed and opened) :]]
    return row


def _names_end(row: list[Item], k: int, first: Mention, second: Mention) -> int:
    """Return the item behind the second name of those before and behind "and" at item `k`, 0 for anything else."""
    if first.kind not in _WHOSE or not (first.country and second.country) or first.person:
        return 0
    states = (first.country, second.country)
    if _office_of_several(second) and first.kind == "demonym":
        at = k + 2 if second.person else 0
    else:
        lists = _office_of_several(first) and second.kind in ("state", "capital")
        at = k + 3 if lists and _name(row[k + 2], states) else 0
    pair = 0 < at < len(row) - 1 and row[at].is_function("conj", "and") and _name(row[at + 1], states)
    return at + 2 if pair else 0


def _office_of_several(mention: Mention) -> bool:
    """Return whether a mention is an office of several, with the name of one of them or none."""
    return mention.plural and mention.title_kind == "office" and bool(mention.sector)


def _name(item: Item, states: tuple[str, str]) -> bool:
    """Return whether an item is a name of somebody unknown, or known to be of one of two states."""
    mention = item.mention
    if mention is None or mention.kind not in _NAMED or item.marks:
        return False
    return not mention.role or mention.country in states


def _share(first: Mention, second: Mention) -> None:
    """Give both the office that one of them names; whose name is whose is not told on."""
    titled, other = (first, second) if first.sector else (second, first)
    other.sector, other.role, other.kind, other.title_kind = titled.sector, titled.role, "title", titled.title_kind
    first.plural = second.plural = False
    first.person = second.person = ""
