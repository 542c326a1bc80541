"""What a clause behind a comma tells of where the noun phrase before it agrees only in the genitive at its end: "the
dispersal of protesters in the capital, who demanded ...".
"""

from marsad.clauses.cases import ANY, meet
from marsad.clauses.nodes import Chunk
from marsad.mentions.items import Item


def genitive_ends(found: list[Chunk], row: list[Item], cases: str) -> list[Chunk]:
    """Return as noun phrases of their own the people at the end of others who may stand in these cases."""
    return [_end(chunk, row) for chunk in found if cases != ANY and _agrees(chunk, row, cases)]


def _agrees(chunk: Chunk, row: list[Item], cases: str) -> bool:
    last = row[chunk.end - 1].mention
    people = last is not None and last in chunk.modifiers and bool(last.title_kind)
    return people and last is not None and bool(meet(last.case, cases))


def _end(chunk: Chunk, row: list[Item]) -> Chunk:
    last = row[chunk.end - 1].mention
    assert last is not None
    return Chunk(chunk.end - 1, chunk.end, chunk.end - 1, "", [last], [], [], last.case)
