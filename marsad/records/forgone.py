"""What somebody is said to leave undone, and what was done after all: "did not shy away from accusing X"."""

from collections.abc import Callable

from marsad.clauses.model import Predicate
from marsad.inventory import Concept
from marsad.model.values import Status

# The concept of those who hesitate to do something or hold back from it.
FORGOING = "forgo"


def not_forgone(governor: Predicate, concept: Concept) -> bool:
    """Return whether a negation says that somebody did not hold back from what a verb governs."""
    return concept.name == FORGOING and governor.negated and governor.tense != "future"


def lent(carrier: Predicate, own: Callable[[Predicate], Status]) -> Status:
    """Return the status that a verb lends the action noun it carries, by its `own`: turned round by a verb of holding
    back ("لم تتردد في اتهام").
    """
    status = own(carrier)
    forgone = any(sense.concept == FORGOING for sense in carrier.senses)
    return "actual" if forgone and status == "negated" else status
