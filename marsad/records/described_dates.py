"""Which date belongs to the verb that tells whom another verb is about, or to the thing it is about."""

from collections.abc import Iterable

from marsad.clauses.model import Parse, Predicate
from marsad.mentions.items import Item
from marsad.records.found_dates import Found
from marsad.records.within_years import WITHIN

# Nouns of things that have their year, what may stand between them, and prepositions before them of where or when.
_NOUNS, _BETWEEN = frozenset({"nominal", "trigger"}), frozenset({"state", "place", "demonym", "capital"})
_WHERE = frozenset({"in", "at", "during", "after", "before", "since", "until"})
# Where those stand whom a participle may tell which.
_HELD = ("obj", "subj", "obj2", "for", "over", "because-of", "against", "on")


def right_behind(parse: Parse, verb: Predicate, found: Found) -> bool:
    """Return whether a date stands in the clause of a verb, with no verb, other date or comma before it."""
    between = parse.items[verb.k + 1 : found.k]
    closed = any(item.kind in ("punct", "time") or item.value in ("verb", "light") for item in between)
    return verb.k < found.k <= verb.k + WITHIN and not closed


def of_described(parse: Parse, found: Found, predicate: Predicate) -> bool:
    """Return whether a date stands right behind the verb that tells of whom, behind a verb of one ("freed the sailors
    seized in May", "freed the sailors it had seized in May").
    """
    if predicate.pos != "verb" or predicate.relation == "relative":
        return False
    told = (p for p in parse.predicates if p.relation == "relative" and p.pos == "verb" and p.k > predicate.k)
    return any(right_behind(parse, p, found) and _tells_which(p, predicate) for p in told)


def _tells_which(described: Predicate, predicate: Predicate) -> bool:
    """Return whether a participle stands behind an argument of a verb, or a clause has its object for its own."""
    if described.passive:
        return any(a.k < described.k <= a.end + 1 for slot in _HELD for a in predicate.all(slot))
    objects = {a.k for a in predicate.all("obj")}
    return any(a.k in objects for a in described.all("obj"))


def behind_described(parse: Parse, dates: Iterable[Found], found: Found, predicate: Predicate) -> bool:
    """Return whether a date stands right behind that of whom a verb is said ("freed men held since May on Friday")."""
    return any(d.end == found.k and of_described(parse, d, predicate) for d in dates)


def names_thing(parse: Parse, found: Found, predicate: Predicate) -> bool:
    """Return whether, verb first, a year is part of what a thing is called that a verb is about: bare behind its noun
    ("انتخابات 2020"), or with a word for it where a preposition leads to that ("بنتائج انتخابات عام 2020").
    """
    row, k = parse.items, found.k - 1
    if not parse.verb_first or found.back.precision != "year" or not found.back.text.isdigit() or k < 1:
        return False
    worded = row[k].is_function("adv")
    own = worded and "prep:for" in row[k].marks  # "قرار المحكمة لعام 2020"
    noun = k - worded
    while noun > 0 and (mention := row[noun].mention) is not None and (own or mention.kind in _BETWEEN):
        noun -= 1
    thing = row[noun].kind in _NOUNS and row[noun].value not in ("verb", "light", "adj") and noun != predicate.k
    bare = thing and "the" not in row[noun].marks
    return thing and (noun < 1 or not worded or own or (bare and _belongs(parse, noun)))


def _belongs(parse: Parse, noun: int) -> bool:
    """Return whether a noun, or one to which it belongs, stands behind a preposition that tells no place or time."""
    row = parse.items
    while noun > 0 and not row[noun].is_function("prep") and not _led(row[noun]) and _noun(row[noun - 1]):
        noun -= 1
    if not _led(row[noun]) and row[noun - 1].is_function("prep"):
        behind = row[noun - 2] if noun > 1 else None  # "لدوره في هجمات باريس عام 2015"
        return row[noun - 1].role not in _WHERE or (behind is not None and _noun(behind))
    return any(mark[5:] not in _WHERE for mark in row[noun].marks if mark.startswith("prep:"))


def _led(item: Item) -> bool:
    """Return whether a preposition is written with an item."""
    return any(mark.startswith("prep:") for mark in item.marks)


def _noun(item: Item) -> bool:
    return item.kind in ("word", "nominal") or (item.kind == "trigger" and item.value == "noun")
