"""Whose a deal is by the words around its noun: "the Peru-Chile treaty", "a truce between A and B"."""

from marsad.lexicon.entries import Known
from marsad.membership import institutions
from marsad.mentions.items import Item, Mention
from marsad.records.dates import YEAR
from marsad.records.found_dates import Found
from marsad.records.scene import Scene

# How many items behind its noun the parties of a deal may begin, and what may stand between.
_REACH = 7
_DESCRIBING = frozenset({"word", "nominal", "time"})
_ABOUT = frozenset({"of", "on", "about", "for", "in", "to"})
_LINKS = frozenset({"conj", "det", "quant"})
# What only names a place or stands for somebody else's.
_NO_PARTY = frozenset({"place", "outlet"})
# The reading of a noun that names a deal.
AGREEMENT = ("nominal", "agreement")
# What stands for a treaty told before, and the kind of those that have a name of their own.
_THE_TREATY, _TREATY = "the-treaty", "treaty"
# What may stand between a deal and its date, and how many items.
_OF, _BETWEEN = frozenset({"of", "for", "from"}), 2
# How many words may stand between a date and its deal ("the 2015 nuclear deal").
_NAMED = 2
# Dates that say when a deal was made.
_YEARS = frozenset({"year", "range"})
_WHEN = _YEARS | {"month", "day"}
Sides = list[Mention]


def sides_at(scene: Scene, k: int) -> Sides:
    """Return the parties told with the noun of a deal, item `k`: before it, else behind it; maybe only one."""
    before, behind = _before(scene, k), _behind(scene.parse.items, k)
    return before if len(_states(before)) > 1 else behind or before


def treaty_sides(mention: Mention) -> Sides:
    """Return the states of a treaty of few, empty for one of many."""
    known = institutions().get(mention.country.removeprefix("IGO:"))
    states = known.parties if known is not None and known.kind == "treaty" else ()
    return [Mention(mention.i, mention.j, "state", state, resolved=True) for state in states]


def names_treaty(item: Item) -> bool:
    """Return whether an item is a treaty by its own name, or words that stand for one told before."""
    anaphora = item.kind == "anaphora" and item.value == _THE_TREATY
    return anaphora or (item.mention is not None and item.mention.title_kind == _TREATY)


def noun_at(scene: Scene, item: Item) -> int:
    """Return where the noun of a deal stands in the sentence."""
    return next(k for k, other in enumerate(scene.parse.items) if other.i == item.i)


def _before(scene: Scene, k: int) -> Sides:
    """Return those who modify the noun and the one written together with the first of them ("the Peru-Chile deal")."""
    items = scene.parse.items
    found: Sides = []
    for argument in (a for p in scene.parse.predicates for a in p.arguments.values() if a.k < k < a.end):
        found = [m for m in argument.modifiers if m.country and m.i < items[k].i] or found
    if not found:
        return []
    first = next(n for n, item in enumerate(items) if item.mention is found[0] or item.i >= found[0].i)
    mention = items[first - 1].mention if first else None
    if mention is not None and mention.country and mention.j == found[0].i and not mention.marks:
        return [mention, *found]
    return found


def _behind(items: list[Item], k: int) -> Sides:
    """Return those named behind the noun: of whom it is, between whom, or with whom."""
    found: Sides = []
    for n in range(k + 1, len(items)):
        item = items[n]
        if item.mention is not None and item.mention.country and item.mention.kind not in _NO_PARTY:
            if any(mark.startswith("prep:") and mark[5:] not in ("between", "of", "with") for mark in item.marks):
                break
            found.append(item.mention)
        elif not (_joins(item) if found else n - k <= _REACH and _leads(item)):
            break
    return found


def _joins(item: Item) -> bool:
    """Return whether a list of parties goes on over an item."""
    return (item.kind == "function" and item.value in _LINKS) or item.is_function("prep", "between")


def _leads(item: Item) -> bool:
    """Return whether an item may stand between a deal and its parties."""
    if item.kind == "function":
        leads = item.value == "prep" and item.role in (*_ABOUT, "between", "with")
        return leads or item.value in ("det", "quant", "adv")
    return item.kind in _DESCRIBING or (item.kind == "trigger" and item.value in ("noun", "adj"))


def _states(sides: Sides) -> set[str]:
    return {m.code for m in sides}


def deal_of(found: Found, row: list[Item]) -> int:
    """Return the item of the deal that a date belongs to, -1 for none."""
    if found.back.precision not in _YEARS and not (found.back.precision in _WHEN and YEAR.search(found.back.text)):
        return -1
    after = next((k for k in range(found.end, min(found.end + _NAMED + 1, len(row))) if _deal(row[k])), -1)
    bare = found.back.precision in _YEARS and not (found.k and row[found.k - 1].is_function("prep"))
    if after > 0 and (found.attribute or (bare and after == found.end)):
        return after
    return _dated_behind(found, row)


def _dated_behind(found: Found, row: list[Item]) -> int:
    """Return the deal whose date stands behind it: after a preposition of belonging, or right behind a noun that is
    determined by it ("the treaty of 1904", "договор 1997 года").
    """
    k, linked = found.k - 1, "prep:for" in row[found.k].marks
    while k > found.k - 2 - _BETWEEN and k > 0 and not _deal(row[k]):
        item = row[k]
        if item.kind == "function" and not (item.value == "adv" or (item.value == "prep" and item.role in _OF)):
            return -1
        if item.kind not in ("function", "word"):
            return -1
        linked = linked or item.is_function("prep") or "prep:for" in item.marks
        k -= 1
    if k < 0 or not _deal(row[k]) or (k == found.k - 1 and found.back.precision not in _YEARS):
        return -1
    return k if linked or "the" not in row[k].marks else -1


def _deal(item: Item) -> bool:
    return known_deal(item) is not None or (item.mention is not None and item.mention.title_kind == "treaty")


def known_deal(item: Item) -> Known | None:
    """Return the reading of an item as a noun that names a deal, None where it has none."""
    return item.span.find(*AGREEMENT) if item.span is not None else None
