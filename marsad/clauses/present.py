"""Verbs in the present tense that tell of what is still to come, where the language has it so."""

from marsad.clauses.accompanying import says
from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate

# Support verbs of compounds that tell a state.
_STATES = frozenset({"be", "have", "remain"})
# Values of a standing, and forms of meetings, that somebody comes to at once: in the present tense it is still to come.
_TURNING = {"standing": "value", "meeting": "form"}
_TURNS = frozenset({"left", "joined", "visit"})


def still_to_come(draft: Draft, predicate: Predicate, governor: int) -> bool:
    """Return whether what is announced or promised in the present tense is an act to come, not a state."""
    known = draft.row[predicate.k].known
    if not draft.profile.present_future or known is None or known.entry.role in _STATES:
        return False
    if _of_others(predicate, draft.predicates[governor]):
        return False
    concepts = draft.inventory.concepts
    told = (concepts[sense.concept] for sense in draft.predicates[governor].senses)
    if not any(concept.act in ("announce", "promise") for concept in told):
        return False
    return not any(concepts[sense.concept].attitude for sense in predicate.senses)


def _of_others(predicate: Predicate, governor: Predicate) -> bool:
    """Return whether somebody tells what another state does, which is no plan of his own."""
    own, theirs = ({m.country for m in p.mentions("subj")} - {"", "---"} for p in (governor, predicate))
    return bool(own) and bool(theirs) and own.isdisjoint(theirs)


def turns(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb tells that somebody joins, leaves ("از ناتو خارج می‌شود") or goes to see others."""
    if not draft.profile.present_future or predicate.negated or says(draft, predicate):
        return False
    made = (t for s in predicate.senses for t in draft.inventory.concepts[s.concept].templates)
    return any(str(t.fields.get(_TURNING.get(t.kind, ""))) in _TURNS for t in made)
