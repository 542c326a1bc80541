"""Who is named as an example of those told of ("six states, among them X and Y, recalled their envoys")."""

from collections.abc import Container

from marsad.clauses.nodes import Chunk, Node

# What may stand between those told of and their examples, and who counts as one: a party of its own, somebody.
_BETWEEN = frozenset({"prep", "punct"})
_PARTIES = frozenset({"state", "institution", "metonym", "group"})
_SOMEBODY = frozenset({"person", "title", "place"})
# What those are who are told of as many.
_SEVERAL = frozenset({"people", "office"})
# The codes of states have three letters, those of groups of states have more.
_STATE = 3


def name_examples(nodes: list[Node], acts: Container[int]) -> None:
    """Give noun phrases that name nobody those who are named behind them as examples; `acts` are the action nouns."""
    for n, node in enumerate(nodes):
        chunk = node.chunk
        if chunk is None or chunk.preposition != "including":
            continue
        named = [m for m in chunk.mentions if m.kind in _PARTIES or (m.kind in _SOMEBODY and m.country)]
        whole = _whole(nodes, n - 1, acts) if named else None
        if whole is not None:
            whole.mentions = [*whole.mentions, *named]


def _whole(nodes: list[Node], n: int, acts: Container[int]) -> Chunk | None:
    """Return the noun phrase whose examples stand behind node `n`, None for one that tells of an act or somebody."""
    while n >= 0 and nodes[n].kind in _BETWEEN:
        n -= 1
    whole = nodes[n].chunk if n >= 0 else None
    if whole is None or whole.modifiers or any(k in acts for k in whole.nouns):
        return None
    if any(len(m.country) == _STATE for m in whole.mentions):
        return None
    return whole if all(m.kind in _PARTIES or m.title_kind in _SEVERAL for m in whole.mentions) else None
