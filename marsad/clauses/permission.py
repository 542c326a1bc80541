"""Who may or must do what an action noun names, verb first: "يمكن لتشيلي اعتقال X", "تستطيع تشيلي طرد X"."""

from marsad.clauses.arguments import Arguments
from marsad.clauses.draft import Draft
from marsad.clauses.model import Predicate

# Prepositions before who may or must do something.
_HOLDERS = frozenset({"", "for", "on"})


def allowed(draft: Draft, arguments: Arguments, predicate: Predicate, n: int) -> bool:
    """Return whether a modal tells who may or must do what node `n` names, which then is coloured and has that subject:
    an action noun, or a past form, which is one written alike.
    """
    nodes, row = draft.nodes, draft.row
    chunk = nodes[n - 1].chunk if n > 1 and draft.verb_first and nodes[n - 2].kind == "modal" else None
    if chunk is None or chunk.preposition not in _HOLDERS or predicate.feature.form not in ("", "past"):
        return False
    if not chunk.mentions and row[chunk.head].kind != "anaphora":
        return False
    predicate.modal = predicate.modal or row[nodes[n - 2].k].role
    predicate.negated = predicate.negated or (n > 2 and nodes[n - 3].kind == "neg")
    predicate.arguments.setdefault("subj", arguments.make("subj", chunk))
    return True
