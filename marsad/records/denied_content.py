"""What is told inside the content of a denial by no clause of its own: "denied reports of a deal signed with X"."""

from marsad.clauses.model import Argument, Parse, Predicate
from marsad.inventory import Concept

# Where the content of a report stands, and where the thing that a clause is about stands in that clause.
_CONTENT, _THING = ("of", "about"), ("obj", "subj")
DENIED = "denied"


def denied_in(parse: Parse, concepts: dict[int, Concept], verb: Predicate) -> int:
    """Return the number of the verb that denies what a clause says in which somebody said something ("denied what Peru
    said, that ...") or that tells of a thing in the content of the denial, -1 where none does.
    """
    before = next((p for p in reversed(parse.predicates[: verb.number]) if p.pos == "verb"), None)
    if before is None or before.number not in concepts or concepts[before.number].content != DENIED:
        return -1
    own = concepts.get(verb.number) if verb.relation == "relative" else None
    says = own is not None and own.shape == "saying"
    return before.number if says or _describes(parse, verb, before) else -1


def _describes(parse: Parse, verb: Predicate, denial: Predicate) -> bool:
    """Return whether a verb describes something of which a denied report is, and which the reader does not know."""
    if verb.pos != "verb" or verb.negated:
        return False
    if verb.relation == "relative" and denial.k < verb.k < denial.end:
        return True
    things = {verb.arguments[slot].k for slot in _THING if slot in verb.arguments}
    told = (argument for slot in _CONTENT for argument in denial.all(slot))
    return any((a.k in things or a.end == verb.k) and not _known(parse, a) for a in told)


def _known(parse: Parse, argument: Argument) -> bool:
    """Return whether the article says that the reader knows the thing."""
    first = parse.items[argument.k]
    return "the" in first.marks or (first.is_function("det") and first.role != "a") or first.is_function("poss")
