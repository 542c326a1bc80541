"""What somebody is said to be the first, only or last to do ("Chad became the first state to leave")."""

from itertools import takewhile

import msgspec

from marsad.clauses.arguments import Arguments
from marsad.clauses.draft import HELPERS, Draft
from marsad.clauses.model import Argument, Predicate
from marsad.clauses.nodes import Chunk

THE_ONE = "the-one"
# What may stand between the expression and its verb.
_OPENS = HELPERS | {"prep", "rel", "sub"}
# The modal that says nothing before a past tense ("قد").
_OPEN = "possible-present"
# What may stand between those who are it and the expression; with cases the verb that links them too, and a stroke.
_BETWEEN = HELPERS | {"prep", "pron", "conj"}
_LINKS, _STROKES = frozenset({"verb", "unknown-verb"}), "-–—"


def first_to(draft: Draft) -> None:
    """Give the verb behind "the first country to" the subject of whom this is said; an infinitive tells what was done,
    unless it is said to be to come.
    """
    for n, node in enumerate(draft.nodes):
        if node.chunk is None or draft.row[node.chunk.head].value != THE_ONE:
            continue
        verb, subject = _verb(draft, n), _subject(draft, n)
        if verb is not None and subject is not None:
            undergone = verb.passive and (draft.by_case or not (draft.verb_first or draft.verb_last))
            if not undergone or draft.by_case:
                _free_object(verb, node.chunk)
            slot = "obj" if undergone else "subj"
            verb.arguments[slot], verb.shares, verb.parent, verb.relation = subject, -1, -1, "main"
            _told(draft, n, verb)


def _verb(draft: Draft, n: int) -> Predicate | None:
    """Return the verb behind the expression at node `n`."""
    behind = n + 1 + (draft.by_case and n + 1 < len(draft.nodes) and draft.sign(draft.nodes[n + 1], ","))
    after = next((node for node in draft.nodes[behind:] if node.kind not in _OPENS), None)
    return draft.predicates[after.predicate] if after is not None and after.kind == "verb" else None


def _subject(draft: Draft, n: int) -> Argument | None:
    """Return those of whom the expression at node `n` is said: all in the phrases before it without a preposition;
    with cases nobody of whom it is denied.
    """
    found: list[Chunk] = []
    for node in reversed(draft.nodes[:n]):
        linking = draft.by_case and not found and (node.kind in _LINKS or draft.sign(node, _STROKES))
        if node.chunk is not None and node.chunk.mentions and not node.chunk.preposition:
            found.insert(0, node.chunk)
        elif draft.by_case and node.kind == "neg":
            return None
        elif node.chunk is None and node.kind not in _BETWEEN and not linking:
            break
    if not found:
        return None
    subject = Arguments(draft).make("subj", found[-1])
    subject.mentions = [mention for chunk in found for mention in chunk.mentions]
    return subject


def _free_object(verb: Predicate, expression: Chunk) -> None:
    """Let what was read as the subject be the object where the expression was read as that ("that left X")."""
    read = verb.arguments.get("obj")
    if read is not None and read.k == expression.k:
        told = verb.arguments.get("subj")
        del verb.arguments["obj"]
        if told is not None and told.k != expression.k:
            verb.arguments["obj"] = msgspec.structs.replace(told, slot="obj")


def _told(draft: Draft, n: int, verb: Predicate) -> None:
    """Let the verb be told as the helpers in the clause of the expression say, an infinitive without any as past."""
    clause = list(takewhile(lambda node: node.kind not in ("verb", "punct"), reversed(draft.nodes[:n])))
    helpers = {node.kind: draft.row[node.k] for node in clause if node.kind in ("modal", "future")}
    role = helpers["modal"].role if "modal" in helpers else ""
    past = any(node.kind == "aux" and draft.row[node.k].role == "be-past" for node in clause)
    if role and not (past and role == _OPEN):
        verb.modal = role.partition("-")[0]
    if "future" in helpers:
        verb.tense = "future"
    elif verb.tense == "base":
        verb.tense = "past"
