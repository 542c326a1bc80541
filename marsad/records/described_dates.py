"""Which date belongs to the verb that tells whom another verb is about."""

from collections.abc import Iterable

from marsad.clauses.model import Parse, Predicate
from marsad.records.dates import Found
from marsad.records.within_years import WITHIN

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
