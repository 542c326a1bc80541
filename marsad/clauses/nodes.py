"""The sentence as the clause grammar sees it: noun phrases, verbs, and single function words and signs."""

import msgspec

from marsad.mentions.items import Mention


class Chunk(msgspec.Struct, gc=False):
    """One noun phrase, items `k:end`.

    `preposition` governs it (empty: none); `head` is the item that gives the meaning. `mentions` are the actors that
    are its head or are coordinated with it; `modifiers` the actors that only modify; `nouns` are the items that are
    nouns. `case` holds the cases it may stand in (as in `Feature.case`), empty where the language has none, `otherwise`
    is the meaning of the preposition where its form may stand in another case.
    """

    k: int
    end: int
    head: int
    preposition: str
    mentions: list[Mention]
    modifiers: list[Mention]
    nouns: list[int]
    case: str = ""
    otherwise: str = ""


class Node(msgspec.Struct, gc=False):
    """A step of the sentence, items `k:end`: a chunk, a verb, or a single function word or sign."""

    kind: str
    k: int
    end: int
    chunk: Chunk | None = None
    predicate: int = -1
