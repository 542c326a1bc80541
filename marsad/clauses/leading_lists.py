"""Lists that open with what stands for a state told of before: "this country and Iran signed a treaty"."""

from marsad.clauses.lists import OPENING, Lists
from marsad.clauses.nodes import Chunk


class LeadingLists(Lists):
    """Joins the lists among the nodes of one sentence whose verb stands last: no clause ends before it."""

    def _leads(self, chunk: Chunk) -> bool:
        return self.row[chunk.head].value in OPENING and not chunk.preposition
