"""What is told together with the verb of a clause that a verb ends: action nouns that its subject does too."""

from collections.abc import Callable, Iterable

from marsad.clauses.draft import Draft
from marsad.clauses.model import Argument, Predicate
from marsad.clauses.nodes import Chunk

# Prepositions before an infinitive that say it has not happened yet, or that somebody else did it ("به اتهام کشتن X").
_APART = frozenset({"for", "to", "before", "without", "until", "because-of"})
# Where verbs have what they answer ("با درخواست X موافقت کرد").
_ANSWERED = (("with", "recipient"), ("with", "content"))
# The types of events that blame, praise or own up to something.
_JUDGING = frozenset({"ACCUSE", "SUPPORT", "CONCEDE"})


def let_accompany(
    draft: Draft, predicate: Predicate, chunks: Iterable[Chunk], tells: Callable[[Predicate, Chunk], bool]
) -> None:
    """Let the action nouns that phrases tell beside a verb be done by its subject ("با انتقاد از ... گفت")."""
    undergoes = _undergoes(draft, predicate)
    subject = None if undergoes else predicate.arguments.get("subj")
    for chunk in chunks:
        for number in draft.nouns_in(chunk)[:1]:
            noun = draft.predicates[number]
            met = undergoes and chunk.preposition == "with"  # "با حمله شورشیان روبه‌رو شد"
            told = tells(noun, chunk) or _judges(draft, noun, chunk, predicate)
            told = told and not _refused(draft, noun, predicate) and (undergoes or not _others_act(noun, chunk))
            if met or told:
                _lend(predicate, noun, subject)


def _others_act(noun: Predicate, chunk: Chunk) -> bool:
    """Return whether an action noun behind "with" is told as the act of its own actor ("با حمایت عمان")."""
    slots = {slot for sense in noun.senses for slot in sense.slots}
    own = ("gen", "actor") in slots and ("gen", "recipient") not in slots
    return chunk.preposition == "with" and own and bool(noun.mentions("gen"))


def _undergoes(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb may say that its subject underwent what its noun tells ("با انتقاد مواجه شد")."""
    return any(draft.inventory.concepts[sense.concept].tells == "undergone" for sense in predicate.senses)


def _lend(predicate: Predicate, noun: Predicate, subject: Argument | None) -> None:
    """Let a verb carry an action noun told together with it, whose actor is its subject unless its own is named."""
    if noun.light < 0 and not predicate.negated:
        noun.light = predicate.number
    if subject is None or not subject.mentions or noun.number == subject.predicate or noun.mentions("gen"):
        return
    noun.arguments.setdefault("subj", subject)


def says(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb tells what somebody says or claims."""
    concepts = (draft.inventory.concepts[s.concept] for s in predicate.senses)
    return any(c.shape == "saying" and c.content in ("same", "alleged") for c in concepts)


def accompanies(draft: Draft, noun: Predicate, chunk: Chunk) -> bool:
    """Return whether what an action noun names is told together with the verb of its clause."""
    if chunk.preposition == "with":
        first = draft.row[chunk.k]  # "with the start of protests" tells when
        return first.kind != "word" or first.i == draft.row[noun.k].i or draft.signs[chunk.k][0].isdigit()
    known = draft.row[noun.k].known
    infinitive = known is not None and known.entry.role == "infinitive"
    return infinitive and chunk.preposition not in _APART


def _refused(draft: Draft, noun: Predicate, predicate: Predicate) -> bool:
    """Return whether a verb refuses or accepts what an action noun behind "with" names ("با استرداد X مخالفت کرد")."""
    concepts = draft.inventory.concepts
    senses = [s for s in predicate.senses if all(need.slot != "obj" for need in s.needs)]  # "called for a meeting with"
    answers = any(role in sense.slots for sense in senses for role in _ANSWERED)
    if not answers and not any(concepts[sense.concept].content == "negated" for sense in predicate.senses):
        return False
    return not any("ACCUSE" in concepts[sense.concept].event_types for sense in noun.senses)


def _judges(draft: Draft, noun: Predicate, chunk: Chunk, predicate: Predicate) -> bool:
    """Return whether an action noun is the blame or praise of somebody that is said ("در انتقاد از دولت گفت"), or that
    comes before what the same one did ("پس از عذرخواهی از قربانیان استعفا داد").
    """
    said = chunk.preposition == "in" and says(draft, predicate)
    before = chunk.preposition == "after" and not predicate.passive and "gen" not in noun.arguments
    if "from" not in noun.arguments or not (said or before):
        return False
    types = (t for sense in noun.senses for t in draft.inventory.concepts[sense.concept].event_types)
    return any(name in _JUDGING for name in types)
