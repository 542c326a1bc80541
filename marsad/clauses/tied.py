"""Actors that a hyphen or dash ties into one phrase ("US-Iran talks", "the Chad–Niger border")."""

from itertools import pairwise

from marsad.mentions.items import Item
from marsad.text.sentences import Sentence

_SIGNS = frozenset("-‐‑–")


def tied_actors(sentence: Sentence, text: str, row: list[Item]) -> frozenset[int]:
    """Return the items that are actors tied to the actor right before them."""
    beside = (k for k, (a, b) in enumerate(pairwise(row), 1) if a.kind == "actor" and b.kind == "actor")
    return frozenset(k for k in beside if _between(sentence, text, row, k) in _SIGNS)


def _between(sentence: Sentence, text: str, row: list[Item], k: int) -> str:
    """Return the characters between item `k` and the one before it."""
    return text[sentence.ends[row[k - 1].j - 1] : sentence.starts[row[k].i]]
