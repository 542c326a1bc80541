"""A holder and his office side by side: "name, office of state," and "office of state, name," are one actor."""

from collections.abc import Callable

from marsad.mentions.items import Item, Mention
from marsad.mentions.pieces import NAMES, absorb
from marsad.text.sentences import Sentence

# How many words may describe an office, and how many items may follow it before the comma that closes it.
FARTHEST = 6
# Where those come from, or hold office, of whom it is said, and what is such a place.
FROM, LANDS = frozenset({"from", "of", "in", "for"}), frozenset({"state", "place", "capital"})
# The sector of somebody of whom only the state is told.
CITIZEN = "CVL"
# The sector of those who hold no office any more.
FORMER = "ELI"
# Where a clause begins, so that nothing before it closes what stands between commas.
RELATIVE = "rel"
CLAUSES = frozenset({"conj", "comp", "rel", "sub", "verb", "aux", "modal", "light"})


def appositions(
    row: list[Item], sentence: Sentence, title_first: bool, one: Callable[[list[Item], int, int], bool]
) -> list[Item]:
    """Return the items with a name and the office beside it joined into one, the commas around the second taken in.

    `one` tells of the actors at two items whether they are.
    """
    _give_states(row, sentence)
    acting = (k for k, item in enumerate(row) if item.mention is not None)
    if "," not in sentence.tokens and not any(one(row, k, k + 1) for k in acting):
        return row
    result: list[Item] = []
    k, closing, length = 0, -1, len(row)
    while k < length:
        if row[k].mention is None:
            result.append(row[k])
            k += 1 + (k + 1 == closing)
            continue
        second = k + 2 if k + 1 < len(row) and sentence.tokens[row[k + 1].i] == "," else k + 1
        described = _described(row, k, sentence) if second == k + 2 else None
        if described is not None:
            second, closing = described
            _settle(row, second)
            result.append(_joined(row[k], row[second], title_first))
            k = second + 1 + (second + 1 == closing)
        elif one(row, k, second):
            result.append(_joined(row[k], row[second], title_first))
            k = second + 1
            k += second > 1 and row[second - 1].kind == "punct" and k < len(row) and sentence.tokens[row[k].i] == ","
        else:
            result.append(row[k])
            k += 1 + (k + 1 == closing)
    return result


def _give_states(row: list[Item], sentence: Sentence) -> None:
    """Give unknown names the states that stand behind them: "Juan Ruiz of Peru", "Juan Ruiz, a young Peruvian"."""
    for k, item in enumerate(row[:-2]):
        if item.mention is not None and item.mention.kind == "name" and not item.mention.country:
            _give_state(item.mention, row, k, sentence)


def _give_state(named: Mention, row: list[Item], k: int, sentence: Sentence) -> None:
    n = k + 2
    if sentence.tokens[row[k + 1].i] == "," and row[n].is_function("det"):
        n += 1
        while n < min(k + FARTHEST, len(row)) and row[n].kind == "word":
            n += 1
        people = row[n].mention if n < len(row) else None
        if people is not None and people.kind == "demonym":
            named.country, named.sector = people.country, named.sector or CITIZEN
    elif row[k + 1].is_function("prep", "of"):
        home = row[n].mention
        named.country = home.country if home is not None and home.kind == "state" and not home.sector else ""


def _described(row: list[Item], k: int, sentence: Sentence) -> tuple[int, int] | None:
    """Return where the office stands that a name has between commas behind an article, or an adjective in its case,
    and the comma after it ("Ana Silva, a former mayor of Braga, said"), -1 before a relative clause or at the end of
    the sentence; None where there is none.
    """
    named = row[k].mention
    if named is None or named.kind not in NAMES or named.role or not row[k + 2 : k + 3]:
        return None
    if not (counted := row[k + 2].is_function("det")) and not _adjective(row[k + 2]):
        return None
    n = k + 3
    while n < min(k + FARTHEST, len(row)) and row[n].kind == "word":
        n += 1
    office = row[n].mention if n < len(row) else None
    if office is None or not _single_office(office) or (named.country and named.country != office.country):
        return None
    if not counted and not _agree(named, office):
        return None
    rest = range(n + 1, min(n + 1 + FARTHEST, len(row)))
    end = next((m for m in rest if row[m].kind == "punct" or row[m].value in CLAUSES), len(row))
    if end == len(row) or (row[end].kind == "punct" and sentence.tokens[row[end].i] == ","):
        return (n, end) if end < len(row) else None
    return (n, -1) if end == len(row) - 1 or (counted and row[end].value == RELATIVE) else None


def _adjective(item: Item) -> bool:
    """Return whether an item may be an adjective before an office."""
    return item.kind == "word" or item.is_function("adj")


def _agree(named: Mention, office: Mention) -> bool:
    """Return whether an office stands in a case in which it is no subject, and a name may stand in the same ("Анну
    Силву, бывшего мэра Браги,").
    """
    case = office.case.lower()
    oblique = bool(case) and "n" not in case
    return oblique and (not named.case or not set(named.case.lower()).isdisjoint(case))


def _settle(row: list[Item], k: int) -> None:
    """Give an office or a party member the state that a preposition puts behind it ("an activist from Poland")."""
    mention, home = row[k].mention, row[k + 2].mention if k + 2 < len(row) else None
    linked = k + 1 < len(row) and row[k + 1].is_function("prep") and row[k + 1].role in FROM
    if mention is not None and home is not None and linked and not mention.country and home.kind in LANDS:
        mention.country = home.country


def _single_office(mention: Mention) -> bool:
    """Return whether a mention without a name is an office, a party or a kind of people that one person may be."""
    party = mention.kind == "group" and mention.sector == "PTY"
    titled = mention.kind == "title" and mention.title_kind in ("office", "people")
    return (party or titled) and not mention.plural and not mention.person and not mention.possessed


def _joined(first: Item, second: Item, title_first: bool) -> Item:
    assert first.mention and second.mention
    known = first.mention.sector if first.mention.role and second.mention.title_kind == "people" else ""
    absorb(first.mention, second.mention, title_first)
    first.mention.sector = known or first.mention.sector
    first.mention.j = second.j
    return Item("actor", first.mention.i, first.mention.j, first.span, first.known, first.mention)


def beside(row: list[Item], k: int, second: int, sentence: Sentence, title_first: bool) -> bool:
    """Return whether the actors at items `k` and `second` are a name and the office it has."""
    if second >= len(row) or row[second].mention is None:
        return False
    tokens = sentence.tokens
    inside = 0 < second < len(row) - 1
    enclosed = (
        inside and tokens[row[second - 1].i] == tokens[row[second + 1].i] == ","
    )  # unlike "according to the Daily X, the president"
    credited = second > k + 1 and any(item.is_function("reporting") for item in row[max(0, k - 2) : k])
    return (enclosed or not credited) and apposed(row, k, second, title_first, enclosed)


def apposed(row: list[Item], k: int, second: int, title_first: bool, enclosed: bool) -> bool:
    """Return whether the actors at items `k` and `second` are one, the second between commas where it is `enclosed`.

    An office of the same state between commas behind a name is its holder's, whichever of his the tables know. Without
    a comma between them only where the name goes first, adjectives follow nouns, and the office is his own.
    """
    one, other = row[k].mention, row[second].mention if second < len(row) else None
    if one is None or other is None or (other.marks and "the" not in other.marks):
        return False
    named, titled = (one, other) if one.kind in NAMES else (other, one)
    own = enclosed and named is one and title_first and not titled.plural  # "X, leader of the party,"
    own = own and titled.country in ("", named.country)
    alike = bool(named.role) and (_alike(named, titled) or own or (enclosed and named is one and bool(titled.country)))
    if second == k + 1:  # his own office, the state unsaid: "X أمير البلاد"
        his = title_first and alike and named is one and titled.country in ("", named.country)
        return his and _plain_office(titled)
    return (
        named.kind in NAMES
        and (not named.role or titled.title_kind == "side" or alike)
        and titled.kind == "title"
        and (titled.title_kind in ("office", "side") or (own and titled.title_kind == "people"))
        and (not named.country or named.country == titled.country or own or (enclosed and _once(named, titled)))
        and not titled.person
    )


def _plain_office(titled: Mention) -> bool:
    return titled.kind == "title" and titled.title_kind in ("office", "side") and not titled.person


def _once(named: Mention, titled: Mention) -> bool:
    """Return whether a title of no state says that somebody no longer holds his office ("Ruiz, former president,")."""
    return titled.sector == FORMER and not titled.country and bool(named.role) and named.role in titled.role


def _alike(named: Mention, titled: Mention) -> bool:
    """Return whether a title may be that of a person's office ("spokesperson" of the "presidential-spokesperson")."""
    return bool(titled.role) and (named.role in titled.role or titled.role in named.role)
