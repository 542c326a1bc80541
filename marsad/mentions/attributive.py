"""Adjectives that look like forms of a verb ("devastating"): such before a noun, the verb everywhere else."""

from marsad.mentions.items import Item

# Their role in the table of function words, and what tells that a form of the verb follows.
_ATTRIBUTIVE, _ASKS_VERB = "attributive", frozenset({"aux", "modal", "neg", "pron", "rel", "future"})
# What an adjective stands before, and the readings of a word as a noun.
_DESCRIBED, _NOUNS = frozenset({"actor", "nominal", "word"}), (("trigger", "noun"), ("nominal", ""))


def read_attributive(row: list[Item]) -> None:
    """Read each adjective of the table as the form of the verb it looks like where no noun follows it at once."""
    for k, item in enumerate(row):
        if not item.is_function("adj", _ATTRIBUTIVE) or item.span is None:
            continue
        verb = item.span.find("trigger", "verb")
        before, after = row[k - 1] if k else None, row[k + 1] if k + 1 < len(row) else None
        if verb is not None and (_asks_verb(before) or not _described(after)):
            item.kind, item.known = "trigger", verb


def _asks_verb(before: Item | None) -> bool:
    return before is not None and (before.value in _ASKS_VERB or before.role == "to")


def _described(after: Item | None) -> bool:
    """Return whether an item is a noun that an adjective may describe."""
    if after is None:
        return False
    named = after.span is not None and any(after.span.find(*reading) is not None for reading in _NOUNS)
    return named or after.kind in _DESCRIBED
