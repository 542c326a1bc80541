"""Participles inside the phrase that opens a sentence: "At a session held in May, Chad ..."."""

from collections.abc import Sequence
from itertools import takewhile

from marsad.clauses.model import Predicate
from marsad.clauses.nodes import Chunk, Node
from marsad.mentions.items import Item

# Prepositions that open such a phrase and never a clause, as "after" does.
_OPENING = frozenset({"in", "at", "on", "during", "under", "through", "by"})
# What besides phrases with a preposition may stand there.
_BESIDE = frozenset({"prep", "time", "adv"})
# What may stand between the preposition and its noun.
_BEFORE_NOUN = frozenset({"det", "quant", "poss", "adj"})


def in_fronted_phrase(row: Sequence[Item], tokens: Sequence[str], k: int) -> bool:
    """Return whether the verb at item `k` only describes the one noun of the phrase that opens the sentence: the comma
    that closes that phrase comes first, then whoever acts.
    """
    if k < 2 or not row[0].is_function("prep") or row[0].role not in _OPENING or not _names_thing(row[k - 1]):
        return False
    if any(not (_plain(item) or item.value in _BEFORE_NOUN) for item in row[1 : k - 1]):
        return False
    behind = row[k + 1 : k + 2]
    if not any(item.kind == "time" or item.is_function("prep") for item in behind):
        return False
    comma = next((n for n in range(k + 1, len(row)) if row[n].kind == "punct"), len(row))
    acts = any(item.value in ("verb", "light", "aux") for item in row[comma + 1 :])
    parted = any(item.value in ("verb", "light", "aux", "sub", "comp") for item in row[k + 1 : comma])
    return not parted and acts and comma < len(row) and tokens[row[comma].i] == ","


def fronted_phrases(opening: Sequence[Node], predicates: Sequence[Predicate]) -> list[Chunk]:
    """Return the prepositional phrases that open a sentence, up to the participle that tells which thing is meant;
    none where anything else stands there.
    """
    told = list(takewhile(lambda node: not _tells_which(node, predicates), opening))
    chunks = [node.chunk for node in told if node.chunk is not None]
    other = any(node.kind not in _BESIDE and node.chunk is None for node in told)
    return [] if other or not all(chunk.preposition for chunk in chunks) else chunks


def _tells_which(node: Node, predicates: Sequence[Predicate]) -> bool:
    return node.kind == "verb" and predicates[node.predicate].relation == "relative"


def _names_thing(item: Item) -> bool:
    return item.mention is None and (item.kind == "nominal" or (item.kind == "trigger" and item.value == "noun"))


def _plain(item: Item) -> bool:
    return item.kind == "word" and item.mention is None
