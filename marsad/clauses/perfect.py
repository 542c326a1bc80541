"""Whether a word that says "may" before a present tense and "has" before a past one says so here ("قد")."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item


def read_possible(predicate: Predicate, row: list[Item]) -> None:
    """Let a present tense be possible; behind "was" in its clause a form that may be either is a past one
    ("كان الرئيس قد تغيب").
    """
    if predicate.tense != "present":
        return
    for item in reversed(row[: predicate.k]):
        if item.kind == "punct" or item.value in ("verb", "light"):
            break
        if item.is_function("aux", "be-past"):
            predicate.tense = "past"
            return
    predicate.modal = predicate.modal or "possible"
