"""Names before a noun of violence that tell where it happened ("the Paris attacks", "killed in Mali ambush")."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate
from marsad.mentions.items import Mention

# Names of towns; those of states and capitals, which as often tell who attacks.
_TOWNS, _LANDS = frozenset({"place"}), frozenset({"state", "capital"})
_SITES = _TOWNS | _LANDS
# Behind which prepositions those stand who are attacked.
_UPON = frozenset({"on", "against"})


def struck(draft: Draft, noun: Predicate, mention: Mention) -> bool:
    """Return whether a bare name before a noun of violence is where it happened: nobody is named who was attacked, and
    a state or capital is the only place that the sentence names.
    """
    if draft.head_first or mention.genitive or mention.kind not in _SITES or not draft.violent(noun):
        return False
    after = draft.row[noun.k + 1] if noun.k + 1 < len(draft.row) else None
    if after is not None and after.is_function("prep") and after.role in _UPON:
        return False
    others = (item.mention for item in draft.row if item.mention is not None and item.mention is not mention)
    return mention.kind in _TOWNS or not any(other.kind in _SITES for other in others)
