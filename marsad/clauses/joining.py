"""What "and" joins to a verb before it though phrases stand between ("V, and in return expelled W")."""

from collections.abc import Iterator

from marsad.clauses.draft import Draft

# What besides phrases with a preposition may stand between the conjunction and its verb.
OPENING = frozenset({"prep", "time", "adv"})


def joined_at(draft: Draft, n: int) -> bool:
    """Return whether a conjunction stands at node `n`, or before the phrases up to it, behind another verb."""
    nodes, behind = draft.nodes, n
    while n >= 0 and (nodes[n].chunk is not None or nodes[n].kind in OPENING):
        chunk = nodes[n].chunk
        if chunk is not None and not chunk.preposition:
            return False
        n -= 1
    if n < 0 or nodes[n].kind != "conj":
        return False
    return n == behind or (not _alike(draft, n) and any(node.kind == "verb" for node in nodes[:n]))


def _alike(draft: Draft, n: int) -> bool:
    """Return whether the conjunction at node `n` joins two phrases of one preposition ("in Gaza and in Lebanon")."""
    before = draft.nodes[n - 1].chunk if n else None
    after = next((node.chunk for node in draft.nodes[n + 1 : n + 3] if node.chunk is not None), None)
    return before is not None and after is not None and before.preposition == after.preposition


def leftwards(draft: Draft, n: int, joined: bool) -> Iterator[int]:
    """Yield the nodes from node `n` on to the left; before a verb that is joined to another what is quoted is passed
    over ("said it was "too late" but urged calm").
    """
    while n >= 0:
        opening = draft.quotation(n) if joined else -1
        if opening < 0:
            yield n
        n = (opening if opening >= 0 else n) - 1
