"""Whose subject a participle of saying behind a comma shares ("..., مشيرا إلى أن")."""

from marsad.clauses.arguments import Arguments
from marsad.clauses.draft import Draft
from marsad.clauses.model import AHEAD, ANTECEDENT, Argument, Predicate
from marsad.clauses.nodes import Chunk, Node

# What may stand between whom a clause is credited to and the participle that goes on for them.
_BETWEEN = frozenset({"time", "adv", "prep"})
# Feminine endings of the verbs that credit.
_SHE = ("ت", "ته", "تها")

# What stands behind the colon of a denial or refusal is why ("denied it: the state remains a member").
_WHY = frozenset({"denied", "negated"})
# The types of what is done in words.
_VERBAL = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "THREATEN", "REJECT"})
# Signs that open a quotation, and how far behind its verb somebody may be named who speaks, verb first.
_QUOTES, _FAR = frozenset('"«“„'), 4


def opens_words(draft: Draft, predicate: Predicate) -> bool:
    """Return whether what stands behind the colon of a verb is its content: it is none that only tells of whom."""
    if told_anew(draft, predicate):
        return False
    contents = {draft.inventory.concepts[sense.concept].content for sense in predicate.senses}
    return not contents <= _WHY and (predicate.relation != "relative" or draft.says(predicate))


def told_anew(draft: Draft, predicate: Predicate) -> bool:
    """Return whether behind the colon of a verb that tells more than that somebody speaks somebody named speaks in
    turn, unquoted ("Peru rejects the plan: President Ruiz called it a betrayal"), or what somebody does not do is told
    of ("will not yield: it has signed").
    """
    row, tokens = draft.row, draft.sentence.tokens
    if draft.says(predicate) or predicate.negated:
        return predicate.negated
    colon = next((k for k in range(predicate.k + 1, len(row)) if tokens[row[k].i] == ":"), len(row))
    verb = next((p for p in draft.predicates if p.k > colon and p.pos != "noun"), None)
    if verb is None or not draft.finite(verb) or not _speaks(draft, verb):
        return False
    named = (item for item in row[colon + 1 : verb.k + _FAR * draft.verb_first] if item.mention is not None)
    return tokens[row[colon].j] not in _QUOTES and any(item.mention is not None for item in named)


def credited(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb right behind a word of reporting credits what it stands beside to its own subject."""
    n = draft.node_of[predicate.number]
    return n > 0 and draft.nodes[n - 1].kind == "reporting"


def relays(verb: Predicate) -> bool:
    """Return whether a verb of saying names who speaks behind "about" ("نقلت الوكالة عن الوزير")."""
    return "about" in verb.arguments and any(("about", "actor") in sense.slots for sense in verb.senses)


def goes_along(draft: Draft, predicate: Predicate, n: int, thing: Chunk) -> bool:
    """Return whether a participle behind the comma at node `n`, which nobody but a thing stands before, tells what the
    subject of the nearest finite verb of its gender does along with that, noted if so ("called the ruling unfair,
    accusing X").
    """
    if not draft.verb_first or predicate.feature.form != "active" or thing.mentions:
        return False
    if not draft.sign(draft.nodes[n], ",،"):
        return False
    verbs = [p for p in reversed(draft.predicates[: predicate.number]) if p.pos in ("verb", "light")]
    before = [p for p in verbs if draft.finite(p) and _alike(p, predicate)]
    telling = [p for p in before if draft.takes_clause(p)] if _in_words(draft, predicate) else []
    main = next(iter(telling or before), None)
    predicate.shares = main.number if main is not None else predicate.shares
    return main is not None


def _in_words(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb tells what somebody does in words: says, thanks, condemns."""
    concepts = [draft.inventory.concepts[sense.concept] for sense in predicate.senses]
    return any(concept.act or not _VERBAL.isdisjoint(concept.event_types) for concept in concepts)


def goes_beside(draft: Draft, participle: Predicate, governor: int) -> bool:
    """Return whether a participle stands beside the verb that governs the clause: it speaks, or has its subject."""
    return participle.feature.form == "active" and (draft.takes_clause(participle) or participle.shares == governor)


def go_beside(draft: Draft, predicate: Predicate, governor: Predicate) -> None:
    """Let a participle stand beside the verb in whose content it was told: the one outside the relative clause of that
    with whose subject it goes on ("denied what X had said, adding that").
    """
    above = _outside(draft, predicate, governor) or governor
    predicate.parent, predicate.shares = above.parent, above.number


def _outside(draft: Draft, predicate: Predicate, governor: Predicate) -> Predicate | None:
    """Return the verb of saying before a relative clause whose subject a participle may share, or None."""
    if not draft.verb_first or governor.relation != "relative":
        return None
    before = (p for p in reversed(draft.predicates[: governor.number]) if p.pos == "verb" and p.relation != "relative")
    main = next((p for p in before if draft.finite(p) and draft.says(p)), None)
    return main if main is not None and _alike(main, predicate) else None


def _speaks(draft: Draft, predicate: Predicate) -> bool:
    """Return whether a verb tells what somebody says or thinks of something."""
    return any(draft.inventory.concepts[sense.concept].act for sense in predicate.senses)


def _alike(verb: Predicate, participle: Predicate) -> bool:
    """Return whether a finite verb has the gender of a participle."""
    return verb.feature.person[-2:] == participle.feature.person


def credit(draft: Draft, arguments: Arguments, predicate: Predicate) -> None:
    """Give a participle of saying behind a comma for its subject those to whom the deed before it is credited ("left, X
    announced, denying that") where it agrees with the verb that credits, or that of the verb of saying outside the
    relative clause before it ("said that the troops which X had sent came, adding that").
    """
    n = draft.node_of[predicate.number]
    if predicate.feature.form != "active" or not draft.verb_first or n < 2 or not draft.sign(draft.nodes[n - 1], ",،"):
        return
    if not _speaks(draft, predicate):
        return
    if predicate.shares >= 0:
        _credit(draft, arguments, predicate, _said_before(draft, n))
    elif (told := predicate.arguments.get(AHEAD) or predicate.arguments.get(ANTECEDENT)) is not None:
        _go_out(draft, predicate, told)


def _go_out(draft: Draft, predicate: Predicate, told: Argument) -> None:
    """Let a participle share the subject of the verb of saying before the one of whom a relative clause tells, where
    that agrees with it.
    """
    verbs = [p for p in draft.predicates[: predicate.number] if p.pos == "verb"]
    if not any(told.k < p.k and p.relation == "relative" for p in verbs):
        return
    main = next((p for p in verbs if p.k < told.k and draft.says(p) and _alike(p, predicate)), None)
    if main is not None:
        del predicate.arguments[told.slot]
        predicate.relation, predicate.shares = "main", main.number


def _credit(draft: Draft, arguments: Arguments, predicate: Predicate, n: int) -> None:
    """Give a participle those at node `n` for its subject, unless it goes on with what another says."""
    chunk, main = draft.nodes[n].chunk if n > 0 else None, draft.predicates[predicate.shares]
    if chunk is None or not chunk.mentions or (draft.says(main) and _alike(main, predicate)):
        return
    if _agrees(draft, draft.nodes[n - 1], predicate):
        predicate.arguments[AHEAD] = arguments.make(AHEAD, chunk)


def _said_before(draft: Draft, n: int) -> int:
    """Return the node of those to whom a clause is credited that the comma before node `n` ends, -1 for none."""
    for m in range(n - 2, 0, -1):
        chunk = draft.nodes[m].chunk
        if chunk is not None and chunk.preposition == "according-to":
            return m if draft.nodes[m - 1].kind == "reporting" else -1
        if chunk is not None and m > 1 and [node.kind for node in draft.nodes[m - 2 : m]] == ["reporting", "verb"]:
            return m
        if draft.nodes[m].kind not in _BETWEEN and not (chunk is not None and chunk.preposition):
            return -1
    return -1


def _agrees(draft: Draft, words: Node, predicate: Predicate) -> bool:
    """Return whether the verb in the words that credit, or behind them, has the gender of a participle."""
    if words.kind == "verb":
        return _alike(draft.predicates[words.predicate], predicate)
    item = draft.row[words.k]
    tokens = draft.sentence.tokens[item.i + 1 : item.j]
    she = any(token.endswith(_SHE) for token in tokens)
    return len(tokens) > 1 and she == (predicate.feature.person == "fs")
