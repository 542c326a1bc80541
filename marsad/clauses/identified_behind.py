"""Sentences with their verbs first that name last who belongs to those they tell of: "among the states that condemned
Israel [are] Chile and Brazil".
"""

from marsad.clauses.nodes import Node
from marsad.mentions.items import Item

# Before those of whom some are named, and how many nodes stand up to the verb that tells of them.
_AMONG, _OPENING = "among", 4


def named_behind(nodes: list[Node], row: list[Item]) -> list[Node]:
    """Return the nodes of a sentence with who is named at its end right behind the verb, as the subject of it."""
    if len(nodes) < _OPENING + 1 or not _opens(nodes, row):
        return nodes
    verb = next((n for n, node in enumerate(nodes) if node.kind == "verb"), len(nodes))
    last = max((n for n, node in enumerate(nodes) if node.chunk is not None), default=0)
    told, named = nodes[verb + 1 : last], nodes[last].chunk
    plain = all(node.kind in ("prep", "time") or node.chunk is not None for node in told)
    if not told or not plain or named is None or named.preposition or not named.mentions:
        return nodes
    return [*nodes[3 : verb + 1], nodes[last], *told, *nodes[last + 1 :]]


def _opens(nodes: list[Node], row: list[Item]) -> bool:
    """Return whether a sentence opens with "among those who", nobody named."""
    unnamed = nodes[1].chunk is not None and not nodes[1].chunk.mentions
    return row[nodes[0].k].is_function("prep", _AMONG) and unnamed and nodes[2].kind == "rel"
