"""Clauses without a relative pronoun that take up the thing before them by a pronoun ("اتفاق توصل إليه الجانبان")."""

from marsad.mentions.items import Item


def takes_up(before: Item, after: Item | None, form: str) -> bool:
    """Return whether a form that may be a noun is a past verb between a word with the article, which governs no noun,
    and a pronoun that carries a preposition.
    """
    if form != "past" or after is None or not after.is_function("pron"):
        return False
    return "the" in before.marks and any(mark.startswith("prep:") for mark in after.marks)
