"""Sentences that say of whom they tell what: "among those who condemned it were Chile and Brazil", "Chad is one of the
states that left".
"""

from marsad.clauses.nodes import Node
from marsad.mentions.items import Item

# Kinds of those who can be told last.
_NAMED = frozenset({"state", "capital", "institution", "group", "person", "metonym"})
# Kinds of items that stand for somebody without saying who ("those", "the only country").
_UNNAMED = frozenset({"function", "word"})
# What may stand before who is told of, and behind who is named.
_BEFORE, _BEHIND = frozenset({"prep", "adv"}), frozenset({"punct", "time", "prep"})
# What opens what is told of somebody unnamed.
_TELLING = frozenset({"rel", "verb"})
_BEING, _SHORTEST = "be", 4


def told_last(nodes: list[Node], row: list[Item]) -> list[Node]:
    """Return the nodes of a sentence with who is named last standing first, as the subject of what is told of him."""
    at = _being(nodes, row)
    first = next((n for n, node in enumerate(nodes[:2]) if node.kind not in _BEFORE), len(nodes))
    if at < 0 or first >= at:
        return nodes
    told = nodes[first + (nodes[first].chunk is not None) : at]
    told = told[told[0].kind == "punct" : len(told) - (told[-1].kind == "punct")] if told else told
    if not _unnamed(nodes[first], row) or not told or not _tells(told, row):
        return nodes
    told = told[1:] if told[0].kind == "prep" else told
    return [nodes[at + 1], *told, *nodes[at + 2 :]]


def told_of(nodes: list[Node], row: list[Item]) -> list[Node]:
    """Return the nodes of a sentence that opens with "X is among those who" with X as the subject of what is told."""
    named = nodes[0].chunk if len(nodes) > _SHORTEST else None
    being = nodes[1] if named is not None and named.mentions and not named.preposition else None
    if being is None or being.kind != "aux" or not row[being.k].role.startswith(_BEING):
        return nodes
    at = 2 + (nodes[2].kind == "prep")
    opens = nodes[at].chunk is not None and _unnamed(nodes[at], row) and nodes[at + 1].kind == "rel"
    return [nodes[0], *nodes[at + 2 :]] if opens else nodes


def _being(nodes: list[Node], row: list[Item]) -> int:
    """Return the node of the "was" behind which somebody named closes the sentence, -1 for none."""
    for n in range(len(nodes) - 2, 0, -1):
        node, chunk = nodes[n], nodes[n + 1].chunk
        if node.kind == "aux" and row[node.k].role.startswith(_BEING):
            named = chunk is not None and not chunk.preposition and bool(chunk.mentions)
            alone = all(m.kind in _BEHIND or (m.chunk is not None and m.chunk.preposition) for m in nodes[n + 2 :])
            named = named and chunk is not None and all(m.kind in _NAMED for m in chunk.mentions)
            return n if named and alone else -1
    return -1


def _unnamed(node: Node, row: list[Item]) -> bool:
    """Return whether a node stands for somebody without saying who, or opens what is told of one ("absent from")."""
    chunk = node.chunk
    if chunk is None:
        return node.kind == "verb"
    return not chunk.mentions and not chunk.nouns and row[chunk.head].kind in _UNNAMED


def _tells(told: list[Node], row: list[Item]) -> bool:
    """Return whether what is told opens as a relative clause, an infinitive or a participle, with no helper inside."""
    opens = told[0].kind in _TELLING or (told[0].kind == "prep" and len(told) > 1 and told[1].kind == "verb")
    verbs = [node for node in told if node.kind == "verb"]
    helped = any(node.kind == "aux" and row[node.k].role.startswith(_BEING) for node in told)
    return opens and len(verbs) == 1 and not helped
