"""Whose a person or thing is, told behind it: "جان اسمیت از حزب کارگر از دولت خواست" ("of the Labour Party asked")."""

from marsad.clauses.nodes import Chunk

_FROM, _BY = "from", "by"
# What may come from somewhere: people, not states and bodies, which ask others behind the same preposition.
_PEOPLE = frozenset({"title", "person", "name"})


def origin(chunks: list[Chunk]) -> Chunk | None:
    """Return the phrase that tells whose the person is who opens a clause, None where there is none.

    It is the first of two with the same preposition, both with actors, right behind the person; somebody of no known
    name becomes one of those it names.
    """
    at = next((at for at, chunk in enumerate(chunks) if chunk.preposition), 0)
    if not at or chunks[at].preposition != _FROM:
        return None
    whence, person = chunks[at].mentions or chunks[at].modifiers, chunks[at - 1]
    if not whence or any(mention.kind not in _PEOPLE for mention in person.mentions):
        return None
    if not any(chunk.preposition == _FROM and chunk.mentions for chunk in chunks[at + 1 :]):
        return None
    person.mentions = person.mentions or whence[:1]
    return chunks[at]


def let_do(thing: Chunk, within: list[Chunk]) -> None:
    """Let an object be of who does it where a phrase inside it tells who ("سهمیه‌بندی پناهجویان از سوی X را")."""
    doers = next((chunk.mentions for chunk in within if chunk.preposition == _BY and chunk.mentions), [])
    if doers and not thing.mentions:
        thing.modifiers = doers
