"""Two offices of one holder ("X, party leader and vice-chancellor of Chad,"), and two of one state ("the army and
government of Chad"), where what a noun belongs to stands behind it.
"""

from marsad.mentions.items import Item, Mention
from marsad.mentions.pieces import NAMES
from marsad.text.sentences import Sentence

# The sector of citizens.
CITIZEN = "CVL"
_COMMAS = frozenset({",", "،"})
_HELD, _SHARED = frozenset({"office", "people"}), frozenset({"office", "body", "people"})


def one_holder(row: list[Item], sentence: Sentence, bridges: bool) -> list[Item]:
    """Return the items with the second of two such offices taken into the first, and a state shared by both."""
    k = 0 if bridges else len(row)
    while k + 2 < len(row):
        first, second = row[k].mention, row[k + 2].mention
        if first is not None and second is not None and row[k + 1].is_function("conj", "and"):
            if _between_commas(row, k, sentence) and _held(first) and _held(second):
                first.country, first.j = first.country or second.country, second.j
                row[k : k + 3] = [Item("actor", first.i, first.j, row[k].span, row[k].known, first)]
            else:
                _share(first, second)
        k += 1
    _share_along(row, sentence)
    return row


def _share_along(row: list[Item], sentence: Sentence) -> None:
    """Give those listed before commas the state that the last two share ("the government, army and police of Chad")."""
    for k in [
        n - 3 for n in range(len(row) - 2, 2, -1) if row[n].known is not None and row[n].is_function("conj", "and")
    ]:
        first, second, third = row[k].mention, row[k + 2].mention, row[k + 4].mention
        if first is None or second is None or third is None or second.country != third.country:
            continue
        if sentence.tokens[row[k + 1].i] in _COMMAS:
            _share(first, second)


def _held(mention: Mention) -> bool:
    return mention.kind == "title" and mention.title_kind in _HELD and not (mention.plural or mention.person)


def _between_commas(row: list[Item], k: int, sentence: Sentence) -> bool:
    """Return whether two actors stand between commas behind a name, known or not."""
    if not 1 < k < len(row) - 3 or sentence.tokens[row[k - 1].i] != "," or sentence.tokens[row[k + 3].i] != ",":
        return False
    before = row[k - 2]
    return before.kind == "word" or (before.mention is not None and before.mention.kind in NAMES)


def _share(first: Mention, second: Mention) -> None:
    """Give the first of two noun groups the state that stands behind the second."""
    alike = all(m.kind == "title" and m.title_kind in _SHARED and not m.person for m in (first, second))
    free = not (first.country or first.usual or first.possessed or first.sector == "IGO")
    if alike and free and not second.usual and not second.resolved:
        first.country = second.country


def citizens(row: list[Item]) -> list[Item]:
    """Return the items, a people in the plural without an article being citizens ("Malians protested", not "the Malians
    agreed"); two peoples listed may stand for their states.
    """
    for before, item, behind in zip([None, *row], row, [*row[1:], None], strict=False):
        mention = item.mention
        if mention is None or mention.kind != "demonym" or not mention.plural or mention.sector or mention.definite:
            continue
        if not any(beside is not None and _parts(beside) for beside in (before, behind)):
            mention.sector = CITIZEN
    return row


def _parts(item: Item) -> bool:
    """Return whether an article, a possessive or "and" stands beside a people."""
    return item.value in ("det", "poss", "conj") and item.kind == "function"


def counted(row: list[Item], sentence: Sentence) -> list[Item]:
    """Return the items without "of" between a number in digits and the people of whom so many are meant ("12 of the
    strikers").
    """
    numbers = [k for k, item in enumerate(row) if item.kind == "word" and sentence.tokens[item.i].isdigit()]
    needless = {
        k + 1 for k in numbers if k + 2 < len(row) and row[k + 1].is_function("prep", "of") and _people(row, k + 2)
    }
    return [item for k, item in enumerate(row) if k not in needless] if needless else row


def _people(row: list[Item], k: int) -> bool:
    """Return whether people stand at item `k`, an article before them left out."""
    while k < len(row) and (row[k].kind == "word" or row[k].value in ("det", "poss")):
        k += 1
    mention = row[k].mention if k < len(row) else None
    return mention is not None and mention.plural and mention.title_kind in _SHARED


def is_site(item: Item) -> bool:
    """Return whether an adjective may be the noun of a place, which no office of a known state takes up ("مقاتلات هندية
    بلدة").
    """
    return item.span is not None and item.span.find("nominal", "site") is not None
