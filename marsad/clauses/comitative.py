"""Subjects of two where a language with cases says the second with "with": "Putin with Erdogan have agreed"."""

from marsad.clauses.nodes import Node
from marsad.mentions.items import Item

# What may stand between the two and their verb.
_BETWEEN = frozenset({"aux", "neg", "future", "modal", "adv", "time"})
_WITH = "with"


def join_companions(nodes: list[Node], row: list[Item]) -> list[Node]:
    """Return the nodes with one noun phrase for both where the verb behind them is a plural."""
    told = ((n, node.chunk) for n, node in enumerate(nodes) if node.chunk is not None)
    companions = {n for n, chunk in told if chunk.preposition == _WITH and chunk.mentions}
    if not companions:
        return nodes
    kept: list[Node] = []
    for n, node in enumerate(nodes):
        first = kept[-2] if len(kept) > 1 else None
        if first is not None and n in companions and _alone(first, kept[-1], row) and _plural_verb(nodes[n + 1 :], row):
            assert first.chunk is not None and node.chunk is not None
            first.chunk.mentions.extend(node.chunk.mentions)
            first.chunk.case, first.chunk.end, first.end = "N", node.end, node.end
            kept.pop()
        else:
            kept.append(node)
    return kept


def _alone(first: Node, link: Node, row: list[Item]) -> bool:
    """Return whether one actor in the nominative stands right before "with"."""
    chunk = first.chunk
    one = chunk is not None and not chunk.preposition and "n" in chunk.case and len(chunk.mentions) == 1
    return one and link.kind == "prep" and row[link.k].is_function("prep")


def _plural_verb(behind: list[Node], row: list[Item]) -> bool:
    verb = next((node for node in behind if node.kind not in _BETWEEN), None)
    known = row[verb.k].known if verb is not None and verb.kind == "verb" else None
    return known is not None and known.feature.person.endswith("p")
