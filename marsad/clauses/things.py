"""Things listed as the subject of a plural verb: "израильское судно и американский эсминец атакованы"."""

from marsad.clauses.cases import meet
from marsad.clauses.nodes import Chunk, Node
from marsad.mentions.items import Item

_PLURAL = {"n": "N", "a": "A"}


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
