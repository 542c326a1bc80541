"""Names behind the noun that says what they are, which shows their case ("бойцы движения «Хезболла»")."""

from collections.abc import Callable
from itertools import pairwise

from msgspec.structs import replace

from marsad.mentions.blocs import ORGANISATIONS
from marsad.mentions.items import Item, Mention

_GROUP, _NAMED = "the-group", frozenset({"group", "institution"})
# Sectors of bodies that have names of their own.
_BODIES = frozenset({"REB", "PRM", "PTY", "OPP", "CRM", "NGO", "LAB"})
# The sector of a party that its noun says is in opposition.
_OPPOSED = "OPP"
_AGENCY = "the-organisation"
# What stands between a site and where it is.
_PLACING, _LANDS = frozenset({"in", "at"}), frozenset({"place", "state", "demonym"})


def called(row: list[Item], mention: Callable[[Item], Mention], attribute: Callable[[Item], str]) -> list[Item]:
    """Return the items with each known name behind the noun for what it is, and what describes that, as one."""
    for k in reversed(range(len(row) - 1)):
        if row[k].kind not in ("anaphora", "actor"):
            continue
        if row[k + 1].kind == "outlet" and row[k].value == _AGENCY:
            row = [*row[:k], row[k + 1], *row[k + 2 :]]
        elif _names(row[k], row[k + 1], mention):
            first = _described(row, k, mention, attribute)
            row = [*row[:first], _made(row[first], row[k], row[k + 1], mention), *row[k + 2 :]]
    return row


def _names(noun: Item, name: Item, mention: Callable[[Item], Mention]) -> bool:
    """Return whether a noun for a body is followed by the name of one, in its case or the nominative."""
    known = name.known
    if name.kind != "actor" or known is None or known.entry.kind not in _NAMED or not _is_body(noun, known.entry.kind):
        return False
    cases, own = mention(name).case, _cases(noun)
    return bool(own) and (not cases or "n" in cases.lower() or not set(cases).isdisjoint(own))


def _is_body(noun: Item, kind: str) -> bool:
    """Return whether an item is a noun for bodies of this kind that belongs to nobody."""
    if noun.kind == "anaphora":
        return noun.value in ORGANISATIONS or (noun.value == _GROUP and kind == "group")
    entry = noun.known.entry if noun.known is not None else None
    return kind == "group" and entry is not None and entry.value == "body" and entry.code.split(" ")[-1] in _BODIES


def _cases(item: Item) -> str:
    readings = item.span.readings if item.span is not None and item.known is not None else ()
    own = (known.feature.case for known in readings if item.known and known.entry.kind == item.known.entry.kind)
    return "".join(dict.fromkeys("".join(own)))


def _described(row: list[Item], k: int, mention: Callable[[Item], Mention], attribute: Callable[[Item], str]) -> int:
    """Return the first of the adjectives that agree with the noun at item `k`."""
    cases = set(_cases(row[k]))
    while k and _agrees(row[k - 1], cases, mention, attribute):
        k -= 1
    return k


def _agrees(item: Item, cases: set[str], mention: Callable[[Item], Mention], attribute: Callable[[Item], str]) -> bool:
    if item.kind == "actor" and item.known is not None and item.known.entry.kind == "demonym":
        return not cases.isdisjoint(mention(item).case)
    return item.kind == "word" and not cases.isdisjoint(attribute(item))


def _made(first: Item, noun: Item, name: Item, mention: Callable[[Item], Mention]) -> Item:
    """Return a name in the case and gender of its noun, from the first word that describes it on."""
    made = mention(name)
    opposed = noun.known is not None and noun.known.entry.code.endswith(_OPPOSED) and made.sector == "PTY"
    made.i, made.case, made.sector = first.i, _cases(noun), _OPPOSED if opposed else made.sector
    known = name.known if name.known is None or noun.known is None else replace(name.known, feature=noun.known.feature)
    return Item("actor", first.i, name.j, name.span, known, made)  # verbs agree with the noun


def sited(row: list[Item]) -> list[Item]:
    """Return the items with unknown names of towns and the like as places of the state that they lie in, or as words
    where none is told ("поселок Борисовка в Белгородской области").
    """
    for site, item in pairwise(row):
        name = item.mention
        if name is None or name.kind != "name" or name.country or site.span is None or site.kind != "nominal":
            continue
        if "site" in site.span.form.nominals:
            name.country, name.kind = _state_behind(row, item), "place"
            if not name.country:
                item.kind, item.mention = "word", None
    return row


def _state_behind(row: list[Item], item: Item) -> str:
    """Return the state of the region that stands behind "in", empty where none does."""
    k = row.index(item)
    if k + 2 >= len(row) or not row[k + 1].is_function("prep") or row[k + 1].role not in _PLACING:
        return ""
    region = row[k + 2].mention
    return region.country if region is not None and region.kind in _LANDS else ""
