"""Clauses without a word that opens them, verb first: what is told of people right before "were", and what somebody
undergoes whom a pronoun takes up behind a verb without a subject.
"""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Argument, Predicate

# Sectors of those who do such things to others, and the types of these.
_DOING = frozenset({"JUD", "COP", "MIL", "LEG", "GOV"})
_DONE_TO = frozenset({"RETREAT", "COERCE", "SANCTION", "ASSAULT", "ACCUSE"})
# The agreement of one man or of nobody in particular, and the pronoun that stands for him.
_HE = "3ms"


def who_was(draft: Draft, predicate: Predicate, n: int) -> int:
    """Return the node of the people of whom a verb behind a past "be" at node `n` tells, who are none that the reader
    knows ("متظاهرين كانوا يحتجون"), -1 for none.
    """
    if not draft.verb_first or n < 1 or not draft.row[draft.nodes[n].k].is_function("aux", "be-past"):
        return -1
    chunk = draft.nodes[n - 1].chunk
    if chunk is None or draft.row[draft.nodes[n].k].marks or not draft.indefinite(chunk):
        return -1
    people = any(mention.title_kind in ("people", "office") for mention in chunk.mentions)
    return n - 1 if people and draft.finite(predicate) else -1


def undergo(draft: Draft, verbs: list[Predicate]) -> None:
    """Let a verb behind another one that has no subject of its own be passive where its pronoun can only stand for the
    subject of that: it tells what this one undergoes ("اعتقل الوزير وحكم عليه بالسجن").
    """
    for predicate in verbs if draft.verb_first else ():
        first = draft.predicates[predicate.shares] if predicate.shares >= 0 else None
        if first is None or predicate.feature.person != _HE or predicate.tense != "past":
            continue
        held = _taken_up(draft, predicate)
        who = first.arguments.get("obj" if first.passive else "subj")
        if held is not None and who is not None and _alone(first, who):
            held.mentions, held.classes = who.mentions, held.classes | who.classes
            predicate.passive, predicate.shares = True, -1


def _taken_up(draft: Draft, predicate: Predicate) -> Argument | None:
    """Return what a pronoun behind a preposition fills that is done something to, None where nothing is."""
    concepts = draft.inventory.concepts
    senses = [s for s in predicate.senses if not _DONE_TO.isdisjoint(concepts[s.concept].event_types)]
    slots = {slot for sense in senses for slot, role in sense.slots if role == "recipient"}
    found = (predicate.arguments[slot] for slot in slots if slot in predicate.arguments)
    return next((a for a in found if a.k == a.head and draft.row[a.k].is_function("pron", _HE)), None)


def _alone(first: Predicate, who: Argument) -> bool:
    """Return whether one man alone stands in the clause before, who does such things to nobody."""
    one = len(who.mentions) == 1 and not who.mentions[0].plural and who.mentions[0].kind in ("title", "person")
    if not one or (first.passive and first.mentions("subj")):
        return False
    return first.passive or ("obj" not in first.arguments and who.mentions[0].sector not in _DOING)


def turn_back(draft: Draft, verbs: list[Predicate]) -> None:
    """Let a verb whose pronoun can only stand for the subject of the clause it goes on with, which names nobody else,
    go on with the verb that tells that clause ("قضت المحكمة بأن المجر انتهكت القواعد وغرمتها").
    """
    for predicate in verbs if draft.verb_first else ():
        first = draft.predicates[predicate.shares] if predicate.shares >= 0 else None
        person = predicate.feature.person
        if first is None or predicate.feature.enclitic != f"obj:{person}" or first.feature.person != person:
            continue
        named = [slot for slot, a in first.arguments.items() if a.mentions and not slot.startswith("subj")]
        teller = _teller(draft, first) if first.mentions("subj") and not named else None
        if teller is not None and teller.feature.person == person:
            predicate.shares = teller.number


def _teller(draft: Draft, first: Predicate) -> Predicate | None:
    """Return the finite verb that takes the clause of another one, None where no "that" opens it."""
    told = draft.node_of[first.number]
    opening = next((n for n in range(told - 1, 0, -1) if draft.nodes[n].kind in ("comp", "verb")), 0)
    if draft.nodes[opening].kind != "comp":
        return None
    before = (node.predicate for node in reversed(draft.nodes[:opening]) if node.kind == "verb")
    verb = next((draft.predicates[number] for number in before), None)
    return verb if verb is not None and draft.finite(verb) and draft.takes_clause(verb) else None
