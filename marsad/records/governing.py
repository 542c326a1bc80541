"""What the words that govern an act say of it: that it is open, no subject of theirs, or not to be."""

from marsad.clauses.model import Predicate
from marsad.inventory import Concept

# Where a verb has the meeting at which something is said or done.
OCCASIONS = ("at", "during", "on", "in")
# The concept of who decides or takes a side.
DECIDING = "take-position"
# Concepts of what will not be: what somebody does not say so of may be.
EXCLUDING = frozenset({"refuse", "rule-out", "rule-out-leaving", "rule-out-joining"})


def open_question(predicate: Predicate, concept: Concept) -> bool:
    """Return whether it stands behind "whether" under a word that was not said yet ("has not confirmed whether"), or is
    what somebody has not decided yet.
    """
    if concept.name == DECIDING:
        return True
    return predicate.modal == "possible" and predicate.relation == "content" and concept.content == "same"


def told_at(noun: Predicate, verb: Predicate) -> bool:
    """Return whether a verb tells what was done at a meeting that it does not speak of ("promised it at a summit")."""
    if noun.pos != "noun" or verb.pos != "verb" or verb.negated or verb.tense not in ("past", "have"):
        return False
    return any(a.predicate == noun.number for slot in OCCASIONS for a in verb.all(slot))


def declines(governor: Predicate) -> bool:
    """Return whether a verb of planning is negated for now ("does not plan"), not only so far ("has not decided")."""
    return governor.negated and governor.tense not in ("past", "have")


def not_excluded(governor: Predicate, concept: Concept) -> bool:
    """Return whether somebody does not rule out what may be ("did not rule out that X would leave")."""
    return concept.content == "negated" and concept.name in EXCLUDING and governor.negated
