"""Unknown names before the office between commas that tells who they are: "Ana Silva, mayor of Braga, said"."""

from marsad.mentions.before_office import behind_verb, first_name, governed, heads_body, held_by_one, surname, word
from marsad.mentions.first_named import first_named
from marsad.mentions.items import Item
from marsad.mentions.naming import QUOTED
from marsad.text.sentences import Sentence

_LONGEST_NAME = 4
# What may stand before an unknown name.
_BOUNDS = frozenset({"punct", "function", "time"})
# How far behind an office a name of two words and the comma before it reach.
_SHORTEST = 3
# How many items may tell whose an office is ("for the constituency of Braga"), and of which kinds and classes.
_LONGEST_TAIL = 9
_TAIL, _LINKS = (
    frozenset({"word", "nominal", "time", "actor", "outlet"}),
    frozenset({"prep", "adj", "adv", "det", "quant"}),
)
_QUOTES = frozenset(sign for pair in QUOTED for sign in pair)
_CLOSING = frozenset({",", ":", "."})
_OFFICES = frozenset({"office", "side"})
_HELD = _OFFICES | {"people"}


def named_before(
    row: list[Item], sentence: Sentence, articles: tuple[str, ...], first_names: frozenset[str]
) -> list[Item]:  # fmt: skip
    """Return the items with "name, office of state," as one actor: "خوزه آلبارس، وزیر خارجه اسپانیا، ...".

    `articles` are the particles that mean "the" alone, with which no name behind a verb begins; one of `first_names`
    opens a name that needs no comma.
    """
    result, at, row = list[Item](), 0, first_named(row, sentence, first_names)
    for k in [n for n, item in enumerate(row) if held_by_one(item)]:
        if k < at:
            continue
        result.extend(row[at:k])
        item = row[k]
        own = _whose(row, k)
        start = k + 1 + own
        end, last = _ends(row, k, start)
        closed = sentence.tokens[row[last].i] == ","
        named = result[:-1] if result and result[-1].is_function("pron") else result  # "Silva, who is mayor of Braga,"
        shortest = 1 if named is not result else _SHORTEST - 1
        length = _name_before(named if closed else result, item, sentence, shortest if closed else 0, articles)
        at = k + 1
        if length and (closed or not governed(result, length)):
            result = named if closed else result
            _take_name(result, item, length, sentence)
            at += (closed and end == start) * (1 + own)
        elif closed and end == last == k + 1:
            at += _name_behind(row, k, sentence)
        elif not closed and (tail := _tail(row, k, sentence)):
            result, took = _take_described(result, named, row[k : tail + 1], sentence, articles)
            at += took
        result.append(item)
    return [*result, *row[at:]]


def _ends(row: list[Item], k: int, start: int) -> tuple[int, int]:
    """Return where the words behind the office at item `k` end, and where the times behind those do."""
    end = next((n for n in range(start, min(k + _LONGEST_NAME, len(row))) if row[n].kind != "word"), k)
    return end, next((n for n in range(end, min(end + _SHORTEST, len(row))) if row[n].kind != "time"), end)


def _tail(row: list[Item], k: int, sentence: Sentence) -> int:
    """Return the item that closes what is told of the office at item `k` ("the member for Braga,"), 0 for none."""
    for n in range(k + 1, min(k + 2 + _LONGEST_TAIL, len(row))):
        item = row[n]
        if item.kind == "punct" and sentence.tokens[item.i] not in _QUOTES:
            return n if sentence.tokens[item.i] in _CLOSING else 0
        if item.kind not in _TAIL and item.kind != "punct" and item.value not in _LINKS:
            return 0
    return 0


def _take_described(
    result: list[Item], named: list[Item], told: list[Item], sentence: Sentence, articles: tuple[str, ...]
) -> tuple[list[Item], int]:
    """Return the items before an office with what is told of it, without the name that it takes up, and how many items
    that took, 0 for none; `named` are those before the pronoun that may introduce it.
    """
    office, *tail, closing = told
    shortest = 1 if named is not result else _SHORTEST - 1
    length = _name_before(named, office, sentence, shortest, articles)
    if length < shortest or not (length == len(named) - 1 or behind_verb(named, length, sentence, articles)):
        return result, 0
    assert office.mention is not None
    homes = {i.mention.country for i in tail if i.mention is not None and i.mention.country}
    office.mention.country = office.mention.country or (homes.pop() if len(homes) == 1 else "")
    _take_name(named, office, length, sentence)
    took = len(tail) + (sentence.tokens[closing.i] == ",")
    office.j = office.mention.j = told[took].j
    return named, took


def _whose(row: list[Item], k: int) -> int:
    """Return 1 where "own" or a pronoun follows the counterpart from a known state at item `k`, else 0."""
    mention, after = row[k].mention, row[k + 1] if k + 1 < len(row) else None
    known = mention is not None and mention.title_kind == "side" and bool(mention.country)
    return int(known and after is not None and (after.is_function("adv", "own") or after.is_function("pron")))


def _name_behind(row: list[Item], k: int, sentence: Sentence) -> int:
    """Return how many items an unknown name between commas behind an office takes, which takes it up, 0 for none."""
    mention = row[k].mention
    end = next((n for n in range(k + 2, min(k + 3 + _LONGEST_NAME, len(row))) if row[n].kind != "word"), k)
    if mention is None or mention.title_kind not in _HELD or mention.person or mention.plural:
        return 0
    if end <= k + _SHORTEST or sentence.tokens[row[end].i] != ",":
        return 0
    mention.person = " ".join(sentence.tokens[row[k + 2].i : row[end - 1].j])
    row[k].j = mention.j = row[end].j
    return end - k


def _name_before(result: list[Item], item: Item, sentence: Sentence, closed: int, articles: tuple[str, ...]) -> int:
    """Return of how many words the unknown name is that stands before an office and a comma, 0 for none.

    An office of no state counts between two commas alone, where `closed` is the least words of a name behind a verb.
    """
    mention = item.mention
    held = mention is not None and (
        mention.title_kind in (_HELD if closed else _OFFICES) or (bool(closed) and heads_body(item))
    )
    if mention is None or not held:
        return 0
    if mention.person or mention.plural or not (mention.country or mention.title_kind == "side" or closed):
        return 0
    if not result or sentence.tokens[result[-1].i] != ",":
        return 0
    length = 0
    while length < len(result) - 1 and (word(result[-2 - length], sentence) or surname(result[-2 - length], length)):
        length += 1
    if length == 1 and result[-2].kind != "word":
        return 0
    length += length > 0 and first_name(result[: -1 - length])
    bounded = length == len(result) - 1 or result[-2 - length].kind in _BOUNDS
    bounded = bounded or sentence.tokens[result[-2 - length].i].isdigit()
    bounded = bounded or (0 < closed <= length and behind_verb(result, length, sentence, articles))
    return length if bounded and length <= _LONGEST_NAME else 0


def _take_name(result: list[Item], item: Item, length: int, sentence: Sentence) -> None:
    """Let an office take up the name before it, and the comma between them."""
    assert item.mention is not None
    name = result[-1 - length : -1]
    item.mention.person = " ".join(sentence.tokens[name[0].i : name[-1].j])
    item.i = item.mention.i = name[0].i
    del result[-1 - length :]
