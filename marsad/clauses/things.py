"""Things listed as the subject of a plural verb ("израильское судно и американский эсминец атакованы"), and what an
actor calls its own and is listed with it ("Катар и его союзники").
"""

from marsad.clauses.cases import meet
from marsad.clauses.nodes import Chunk, Node
from marsad.mentions.items import Item

_PLURAL = {"n": "N", "a": "A"}
# What ends the noun phrases before a verb.
_ENDING = frozenset({"verb", "punct", "conj", "comp", "sub"})


def join_things(nodes: list[Node], row: list[Item]) -> list[Node]:
    """Return the nodes with two things that "and" joins as one noun phrase, whosever they are: both owners are its."""
    for n in range(len(nodes) - 2, 0, -1):
        first, second = nodes[n - 1].chunk, nodes[n + 1].chunk
        if first is None or second is None or not row[nodes[n].k].is_function("conj", "and"):
            continue
        cases = meet(first.case.lower(), second.case.lower())
        if _things(first, second, row) and "n" in cases:
            first.modifiers.extend(second.modifiers)
            first.nouns.extend(second.nouns)
            first.case = "".join(_PLURAL[case] for case in cases if case in _PLURAL)
            first.end = nodes[n - 1].end = nodes[n + 1].end
            nodes = [*nodes[:n], *nodes[n + 2 :]]
    return nodes


def _things(first: Chunk, second: Chunk, row: list[Item]) -> bool:
    """Return whether two noun phrases are of things that belong to somebody, no acts."""
    plain = not (first.preposition or second.preposition or first.mentions or second.mentions)
    known = all(row[chunk.head].kind == "nominal" for chunk in (first, second))
    return plain and known and bool(first.modifiers or second.modifiers)


def join_owned(nodes: list[Node], row: list[Item]) -> list[Node]:
    """Return the nodes with an actor and what "and" and a pronoun join to it as its own as one subject: the actor."""
    for n in range(len(nodes) - 3, 0, -1):
        first, second = nodes[n - 1].chunk, nodes[n + 1].chunk
        if first is None or second is None or not row[nodes[n].k].is_function("conj", "and"):
            continue
        if _owned(first, second, row) and _plural_verb(nodes[n + 2 :], row):
            first.case = "N"
            last = row[second.end - 1].mention
            first.mentions.extend(m for m in second.modifiers if m is last and meet(m.case.lower(), "n"))
            first.end = nodes[n - 1].end = nodes[n + 1].end
            nodes = [*nodes[:n], *nodes[n + 2 :]]
    return nodes


def _owned(first: Chunk, second: Chunk, row: list[Item]) -> bool:
    """Return whether a noun phrase of nobody known opens with the pronoun of its owner, and an actor stands before."""
    plain = not (first.preposition or second.preposition or second.mentions) and bool(first.mentions)
    subjects = bool(meet(first.case, "n") and meet(second.case.lower(), "n"))
    return plain and subjects and row[second.k].is_function("poss")


def _plural_verb(behind: list[Node], row: list[Item]) -> bool:
    """Return whether the verb of this clause is a plural one."""
    verb = next((node for node in behind if node.kind in _ENDING), None)
    known = row[verb.k].known if verb is not None and verb.kind == "verb" else None
    return known is not None and known.feature.person.endswith("p")
