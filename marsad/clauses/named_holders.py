"""Names right behind an office that more words tell of, in its case ("главу молдавской автономии Марию Иванову")."""

from itertools import pairwise

from marsad.clauses.cases import meet
from marsad.clauses.nodes import Chunk, Node
from marsad.mentions.items import Mention

_NAMES, _HELD = frozenset({"person", "name"}), frozenset({"office", "side"})


def join_names(nodes: list[Node]) -> list[Node]:
    """Return the nodes with an office and who holds it as one noun phrase."""
    kept = nodes[:1]
    for first, node in pairwise(nodes):
        if first.chunk is not None and node.chunk is not None and first is kept[-1] and _held(first.chunk, node.chunk):
            _name(first.chunk, node.chunk.mentions[0])
            first.chunk.end = first.end = node.end
        else:
            kept.append(node)
    return kept


def _held(office: Chunk, name: Chunk) -> bool:
    """Return whether one office is told of with more words than its own, and a name in its case follows."""
    if name.preposition or len(name.mentions) != 1 or len(office.mentions) != 1 or name.k != office.end:
        return False
    held, person = office.mentions[0], name.mentions[0]
    described = held.kind == "title" and held.title_kind in _HELD and not held.person and held.j < name.mentions[0].i
    fits = person.kind in _NAMES and bool(person.case) and meet(person.case.lower(), office.case.lower()) != ""
    longer = office.end - 1 > office.head  # else the noun group has joined them where they belong together
    return described and fits and longer and not held.plural and person.country != "---"


def _name(office: Chunk, person: Mention) -> None:
    """Give an office the name of its holder, and the state and sector that this one is known to have."""
    held = office.mentions[0]
    held.person = person.person
    if person.country:
        held.country, held.sector, held.role = person.country, person.sector or held.sector, person.role or held.role
        held.kind = "person"
