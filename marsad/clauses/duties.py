"""Who must or may do something where the verb stands first: "على تشيلي أن تنسحب", "يجب على تشيلي وقف القصف"."""

from collections.abc import Iterable, Sequence

from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Node
from marsad.lexicon.entries import Entry, Feature, Known
from marsad.mentions.items import Item

# What "on" means before who has to do something.
_DUTY = Entry("function", "modal", "on", "obliged")
# Behind which a clause begins, and modals behind which who may or must do something stands.
_OPENING, _MAY = frozenset({"comp", "aux", "conj"}), frozenset({"possible", "obliged"})


def read_duties(row: list[Item], prepositions: Iterable[tuple[Item | None, Item, Item | None, int]]) -> None:
    """Read "on" as a modal where it opens a clause before who is to do something ("على تشيلي أن تنسحب")."""
    for before, item, after, k in prepositions:
        if item.role != "on" or after is None or not item.is_function("prep") or not _somebody(after):
            continue
        behind = next((i for i in row[k + 2 :] if i.mention is None or "and" not in i.marks), None)
        opens = before is None or before.kind == "punct" or before.value in _OPENING
        if opens and behind is not None and (behind.is_function("comp", "that") or _act(behind)):
            item.known = Known(_DUTY, Feature())


def _somebody(item: Item) -> bool:
    """Return whether an item is somebody who may have to do something."""
    return item.mention is not None and item.mention.kind not in ("place", "demonym") and item.marks[:1] != ("and",)


def _act(item: Item) -> bool:
    """Return whether an item is an action noun without a particle."""
    return item.kind == "trigger" and item.value == "noun" and set(item.marks) <= {"the"}


def obliges(node: Node, row: Sequence[Item]) -> bool:
    """Return whether a node is a modal of duty."""
    return node.kind == "modal" and row[node.k].role == "obliged"


def who_may(nodes: Sequence[Node], row: Sequence[Item], predicate: Predicate, n: int) -> bool:
    """Return whether "it is possible for X that" or "X must" before node `n` names the subject of a verb."""
    if n < 1 or nodes[n].kind != "comp" or (chunk := nodes[n - 1].chunk) is None or not chunk.mentions:
        return False
    if predicate.modal in _MAY:
        return chunk.preposition in ("for", "on") or (n > 1 and obliges(nodes[n - 2], row))
    return chunk.preposition == "for" and n > 1 and nodes[n - 2].kind == "aux"  # "سبق لتشاد أن قطعت"
