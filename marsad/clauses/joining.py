"""What "and" joins to a verb before it though phrases stand between ("V, and in return expelled W")."""

from collections.abc import Iterator

from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.genders import same_gender
from marsad.clauses.model import Argument, Predicate

# What besides phrases with a preposition may stand between the conjunction and its verb.
_OPENING = frozenset({"prep", "time", "adv"})
# The forms of "be" that may be copulas.
_COPULAS = frozenset({"be", "be-past"})
# The roles of those to whom or what something is done, and the slots of what has no preposition.
_DONE_TO, _BARE = frozenset({"recipient", "content", "matter"}), frozenset({"subj", "obj", "obj2"})
# The slots of those whom one meets with.
_SIDES = frozenset({"with", "between"})
# Through how many verbs a subject is lent.
_LOANS = 3


def joined_at(draft: Draft, n: int) -> bool:
    """Return whether a conjunction stands at node `n`, or before the phrases up to it, behind another verb."""
    nodes, behind = draft.nodes, n
    while n >= 0 and (nodes[n].chunk is not None or nodes[n].kind in _OPENING):
        chunk = nodes[n].chunk
        if chunk is not None and not chunk.preposition:
            return False
        n -= 1
    if n < 0 or nodes[n].kind != "conj":
        return False
    return n == behind or (not _alike(draft, n) and any(node.kind == "verb" for node in nodes[:n]))


def opens_with_actor(draft: Draft, n: int) -> bool:
    """Return whether a sentence opens with an actor whose verb, before node `n`, is no word of the tables: what follows
    has that one for its subject ("Peru reformed its army and condemned Chile").
    """
    first = draft.nodes[0].chunk
    if first is None or first.preposition or any(node.kind == "verb" for node in draft.nodes[:n]):
        return False
    named = next((i.mention for i in draft.row[first.k : first.end] if i.kind != "function"), None)
    return named is not None and named in first.mentions


def _alike(draft: Draft, n: int) -> bool:
    """Return whether the conjunction at node `n` joins two phrases of one preposition ("in Gaza and in Lebanon")."""
    before = draft.nodes[n - 1].chunk if n else None
    after = next((node.chunk for node in draft.nodes[n + 1 : n + 3] if node.chunk is not None), None)
    return before is not None and after is not None and before.preposition == after.preposition


def leftwards(draft: Draft, n: int, joined: bool, verb: Predicate) -> Iterator[int]:
    """Yield the nodes from node `n` on to the left; before a verb that is joined to another what is quoted is passed
    over ("said it was "too late" but urged calm"), so before a participle, verb first ("..., منددا").
    """
    passes = joined or (draft.verb_first and verb.feature.form == "active")
    while n >= 0:
        opening = draft.quotation(n) if passes else -1
        if opening < 0:
            yield n
        n = (opening if opening >= 0 else n) - 1


def described(draft: Draft, n: int, start: int) -> int:
    """Return the node of an actor of whom a copula behind node `n` says what words of no table tell, which a verb that
    is joined to it at node `start` goes on with ("Macron was irate and threatened Peru"), -1 for none.
    """
    for at in range(start, max(n, 0), -1):
        node, before = draft.nodes[at], draft.nodes[at - 1]
        if draft.sign(node, '"”»'):
            return -1
        if node.kind == "aux" and draft.row[node.k].role in _COPULAS:
            chunk = before.chunk if before.chunk is not None and not before.chunk.preposition else None
            told = chunk is not None and (chunk.mentions or draft.row[chunk.head].is_function("pron"))
            return at - 1 if told else -1
    return -1


def taken_up(draft: Draft, predicate: Predicate, n: int) -> int:
    """Return the verb before the relative pronoun at node `n` whose subject a verb goes on with that "and" joins behind
    the comma of the relative clause ("condemned the raid that X carried out, and called for ..."), -1 for none.
    """
    before = draft.node_of[predicate.number] - 1
    passed = _OPENING | {"conj"} if draft.verb_first else _OPENING | frozenset(HELPERS)
    while before > n and draft.nodes[before].kind in passed:
        before -= 1
    if not draft.verb_first:  # elsewhere the conjunction is a word of its own
        before -= draft.nodes[before].kind == "conj"
    concepts = draft.inventory.concepts
    if not draft.sign(draft.nodes[before], ",،") or draft.nodes[before].k == n:
        return -1
    if any(concepts[sense.concept].tells for sense in predicate.senses):
        return -1  # "the raid that ..., and led to"
    verbs = (draft.predicates[node.predicate] for node in reversed(draft.nodes[:n]) if node.kind == "verb")
    main = (verb for verb in verbs if verb.relation != "relative" and draft.finite(verb))
    return next((verb.number for verb in main if same_gender(draft.row, verb, predicate)), -1)


def gone_on(draft: Draft, predicate: Predicate, n: int) -> int:
    """Return the verb of the relative clause at node `n` that has a subject of its own there, with which a verb of
    somebody's doing goes on behind "and" ("which X called an error and apologised for"), -1 for none.
    """
    if draft.verb_first or draft.violent(predicate):
        return -1
    if any(draft.inventory.concepts[sense.concept].tells for sense in predicate.senses):
        return -1  # "the raid that X flew and led to"
    nodes = draft.nodes[n + 1 : draft.node_of[predicate.number]]
    inside = (draft.predicates[node.predicate] for node in nodes if node.kind == "verb")
    first = next((verb for verb in inside if verb.relation == "relative"), None)
    subject = first.arguments.get("subj") if first is not None else None
    own = first is not None and subject is not None and draft.nodes[n].k < subject.k < first.k
    return first.number if own and first is not None else -1


def turned_by_pronoun(draft: Draft, verb: Predicate) -> bool:
    """Return whether a pronoun behind a preposition is already to whom or what a verb is done, so that one who stands
    bare behind it does it ("ونددت بها بنين").
    """
    asked = {slot for sense in verb.senses for slot, role in sense.slots if role in _DONE_TO} - _BARE
    told = (verb.arguments[slot] for slot in asked if slot in verb.arguments)
    return any(a.head == a.k and draft.row[a.k].is_function("pron") for a in told)


def lender(draft: Draft, verb: Predicate) -> Predicate:
    """Return the verb whose own subject a verb shares, through those between ("insists, asks for X and urges Y")."""
    found, steps = draft.predicates[verb.shares], 0
    while not found.mentions("subj") and 0 <= found.shares < found.number and steps < _LOANS:
        found, steps = draft.predicates[found.shares], steps + 1
    return found


def met_on_journey(draft: Draft, predicate: Predicate, argument: Argument) -> bool:
    """Return whether one who alone stands behind a verb that "and" joins to another of its agreement, whose subject is
    named, is whom that one met, verb first ("زار الرئيس الرباط والتقى العاهل المغربي").
    """
    first = draft.predicates[predicate.shares] if predicate.shares >= 0 else None
    if not draft.verb_first or first is None or "and" not in draft.row[predicate.k].marks:
        return False
    alike = first.feature.person == predicate.feature.person and bool(first.mentions("subj"))
    alone = len(argument.mentions) == 1 and not argument.mentions[0].plural
    return alike and alone and not _SIDES & predicate.arguments.keys()
