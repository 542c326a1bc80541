"""Light verbs and the action nouns they carry ("held talks", "an attack launched by X")."""

import msgspec

from marsad.clauses.draft import Draft
from marsad.clauses.model import Argument, Predicate
from marsad.clauses.waiting import NOMINAL

# Where a light verb carries its action noun, likeliest first.
_CARRYING = ("obj", "subj", "by", "obj2", "with")
# The same where the verb stands last, so that "to" before it governs what is done ("اقدام به ارسال کمک کرد").
_CARRYING_LAST = (*_CARRYING, "to")
# Prepositions that light verbs may have for their value.
_BEHIND = frozenset({"to", "in", "on", "from", "about"})
# The value of a verb that says what its first object is where a second follows ("called the raid an attack").
_NAMING = "names"
# Classes of nouns that hold an act which is not done by that.
_OF_ACTS = frozenset({"accusation", "proposal"})
# The value of a verb in whose present an act is under way.
_RUNNING = "running"


def link_light_verbs(draft: Draft) -> None:
    """Link each action noun with the light verb that carries it."""
    for predicate in draft.predicates:
        if predicate.pos != "light":
            continue
        carried = _carried(draft, predicate)
        if carried >= 0:
            _done_by(draft, draft.predicates[carried])
            draft.predicates[carried].light = predicate.number
        elif predicate.senses:
            predicate.pos = "verb"  # it carries nothing here: it means what it means by itself


def _done_by(draft: Draft, noun: Predicate) -> None:
    """Give an action noun the agent of the passive that carried it first, for another verb goes on with it ("a rally
    held by X ended").
    """
    before = draft.predicates[noun.light] if noun.light >= 0 else None
    agent = before.arguments.get("subj") if before is not None and before.passive else None
    if agent is not None and agent.mentions and "by" not in noun.arguments:
        noun.arguments["by"] = msgspec.structs.replace(agent, slot="by")


def _carried(draft: Draft, predicate: Predicate) -> int:
    """Return the number of the action noun in the slots of a light verb or just before it, -1 where there is none."""
    # A dative is whom it is done to. A verb may have the preposition for its value behind which alone it carries one.
    usual = _CARRYING_LAST if draft.verb_last and not draft.profile.slots else _CARRYING
    own = draft.row[predicate.k].role
    if own == _NAMING and "obj2" in predicate.arguments:
        return -1
    charged = any(_charged(draft, predicate.arguments[slot]) for slot in _CARRYING if slot in predicate.arguments)
    for slot in (own,) if own in _BEHIND else usual:
        argument = predicate.arguments.get(slot)
        if argument is not None and argument.predicate >= 0:
            apart = charged or _made_so(draft, predicate, argument)
            return -1 if apart or _led_up_to(draft, own, argument) else argument.predicate
    before = _noun_at(draft, draft.node_of[predicate.number] - 1)
    if (draft.profile.slots or draft.by_case) and _oblique(draft, draft.node_of[predicate.number] - 1):
        before = -1
    if before >= 0 and predicate.relation == "inf" and predicate.parent == before:
        before = -1  # "решение предоставить убежище": what is decided
    after = predicate.feature.person == NOMINAL and before < 0
    return _noun_at(draft, draft.node_of[predicate.number] + 1) if after else before


def _made_so(draft: Draft, predicate: Predicate, argument: Argument) -> bool:
    """Return whether an adjective behind the noun tells what it becomes ("made their aid conditional on reforms")."""
    adjectives = (p for p in draft.predicates if p.pos == "adj" and p.parent == predicate.number)
    return any((said := p.arguments.get("subj")) is not None and said.k == argument.k for p in adjectives)


def _led_up_to(draft: Draft, own: str, argument: Argument) -> bool:
    """Return whether what is under way is another thing than the act ("در حال آماده‌سازی درخواست عضویت است")."""
    return draft.verb_last and own == _RUNNING and draft.predicates[argument.predicate].k != argument.k


def _charged(draft: Draft, argument: Argument) -> bool:
    """Return whether an argument is a charge or a plan, so that an act is only what somebody is charged with or plans
    ("brought a charge of murder and assault against X", "put forward a plan of withdrawal").
    """
    head = draft.row[argument.head] if argument.head >= 0 else None
    return head is not None and head.kind == "nominal" and head.value in _OF_ACTS


def _noun_at(draft: Draft, n: int) -> int:
    """Return the number of the first action noun in node `n`, -1 where there is none."""
    chunk = draft.nodes[n].chunk if 0 <= n < len(draft.nodes) else None
    return next(iter(draft.nouns_in(chunk)), -1) if chunk is not None else -1


def _oblique(draft: Draft, n: int) -> bool:
    """Return whether the noun phrase at node `n` stands in a case or before a postposition that governs it."""
    chunk = draft.nodes[n].chunk if n >= 0 else None
    return chunk is not None and bool(chunk.preposition)
