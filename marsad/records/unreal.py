"""What a sentence tells only as talked about, allotted to somebody or the way to something else."""

from marsad.clauses.model import Parse, Predicate
from marsad.mentions.items import Item

# Classes of nouns that a gerund behind a preposition is the subject of ("talks on ending the war").
DISCUSSING = frozenset({"meeting", "proposal", "offer", "request"})
# Prepositions before what is talked about, and before the way in which something is done.
ABOUT, MANNER = frozenset({"on", "about", "of", "for", "over"}), frozenset({"in", "by", "through"})


def only_meant(parse: Parse, predicate: Predicate) -> bool:
    """Return whether an act is but the subject of talks or a proposal, or what somebody has the time or right to do."""
    return _discussed(parse, predicate) or _allotted(parse, predicate)


def way_to(parse: Parse, predicate: Predicate) -> Predicate | None:
    """Return what a gerund tells the manner of ("urged Y to help by freeing Z"), None where it tells of none."""
    before = parse.items[predicate.k - 1] if predicate.k else None
    if predicate.relation != "adverbial" or not 0 <= predicate.shares < predicate.number or before is None:
        return None
    return parse.predicates[predicate.shares] if before.is_function("prep") and before.role in MANNER else None


def _discussed(parse: Parse, predicate: Predicate) -> bool:
    link = parse.items[predicate.k - 1] if predicate.k > 1 and predicate.tense == "gerund" else None
    if link is None or not link.is_function("prep") or link.role not in ABOUT:
        return False
    return bool(_nominal_classes(parse.items[predicate.k - 2]) & DISCUSSING)


def _allotted(parse: Parse, predicate: Predicate) -> bool:
    """Return whether it completes what somebody has ("has ten days to appeal", "had the right to leave")."""
    if predicate.relation != "inf" or predicate.parent < 0:
        return False
    holder = parse.predicates[predicate.parent]
    return holder.pos == "light" and parse.items[holder.k].is_function("aux", "have")


def _nominal_classes(item: Item) -> set[str]:
    readings = item.span.readings if item.span is not None else ()
    return {r.entry.value for r in readings if r.entry.kind == "nominal"}
