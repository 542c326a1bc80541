"""Sentences with their verbs first that name last who belongs to those they tell of: "among the states that condemned
Israel [are] Chile and Brazil".
"""

from marsad.clauses.nodes import Node
from marsad.mentions.items import Item

# Before those of whom some are named, and how many nodes stand up to the verb that tells of them.
_AMONG, _OPENING = "among", 4
# Prepositions of a part of several, and where "who" may stand at the earliest behind who is of them.
_PARTS, _NEAREST = ("among", "from", "of"), 3


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


def named_first(nodes: list[Node], row: list[Item]) -> list[Node]:
    """Return the nodes of a sentence that opens with "X is among those who" with X right behind the verb of "who"."""
    first = nodes[0].chunk if len(nodes) > _OPENING else None
    rel = next((n for n, node in enumerate(nodes[: _OPENING + 2]) if node.kind == "rel"), 0)
    if first is None or not first.mentions or first.preposition or rel < _NEAREST or rel + 1 >= len(nodes):
        return nodes
    between = nodes[1:rel]
    unnamed = all(node.kind == "prep" or (node.chunk is not None and not node.chunk.mentions) for node in between)
    among = any(row[node.k].is_function("prep", role) for node in between for role in _PARTS)
    if not unnamed or not among or nodes[rel + 1].kind != "verb":
        return nodes
    return [nodes[rel + 1], nodes[0], *nodes[rel + 2 :]]


def _opens(nodes: list[Node], row: list[Item]) -> bool:
    """Return whether a sentence opens with "among those who", nobody named."""
    unnamed = nodes[1].chunk is not None and not nodes[1].chunk.mentions
    return row[nodes[0].k].is_function("prep", _AMONG) and unnamed and nodes[2].kind == "rel"
