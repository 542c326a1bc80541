"""Verbs in the present tense that tell of what is still to come, where the language has it so."""

from marsad.clauses.accompanying import says
from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate

# Support verbs of compounds that tell a state.
_STATES = frozenset({"be", "have", "remain"})
# What somebody does at once, by record and field: in the present tense it is still to come.
_TURNING = {"standing": ("value",), "meeting": ("form", "attendance"), "agreement": ("stage",)}
_TURNS = frozenset({"left", "joined", "visit", "talks", "session", "conference", "attended", "signed"})
# The number of several.
_SEVERAL = frozenset({"p", "plural"})
# Of these, what nobody does whose verb is negated ("شرکت نمی‌کند": will not attend).
_REFUSED = frozenset({"attended"})


def to_come(draft: Draft, predicate: Predicate, governor: int) -> bool:
    """Return whether a verb in the present tense tells an act to come, by itself or by what it is the content of."""
    return (governor >= 0 and _announced(draft, predicate, governor)) or _turns(draft, predicate)


def _announced(draft: Draft, predicate: Predicate, governor: int) -> bool:
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


def _turns(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb tells that somebody joins, leaves ("از ناتو خارج می‌شود"), signs, meets or attends."""
    known = draft.row[predicate.k].known
    lasting = known is not None and known.entry.role in _STATES
    if not draft.profile.present_future or lasting or says(draft, predicate) or _often(draft, predicate):
        return False
    made = (t for s in predicate.senses for t in draft.inventory.concepts[s.concept].templates)
    done = _REFUSED if predicate.negated else _TURNS
    told = (t for t in made if not t.fields.get("needs_setting"))  # what is weighed, as often as it is talked about
    return any(str(t.fields.get(field)) in done for t in told for field in _TURNING.get(t.kind, ()))


def _often(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb tells a habit by the meetings it names ("در نشست‌های اوپک شرکت می‌کند")."""
    meetings = predicate.arguments.get("in")
    known = draft.row[meetings.head].known if meetings is not None else None
    return known is not None and known.feature.person in _SEVERAL
