"""Adjectives and participles that look like forms of a verb ("devastating"): such before a noun, the verb elsewhere."""

from marsad.mentions.items import Item

# Their role in the table of function words, and what tells that a form of the verb follows.
_ATTRIBUTIVE, _ASKS_VERB = "attributive", frozenset({"aux", "modal", "neg", "pron", "rel", "future"})
# What is rarely described by an adjective without an article.
_PLACES = frozenset({"state", "capital", "place"})
# Words that only a finite verb begins with.
_FINITE = frozenset({"aux", "modal", "future"})
# Forms of a past and of a participle.
_PAST = frozenset({"past", "participle"})
# What an adjective stands before, and the readings of a word as a noun.
_DESCRIBED, _NOUNS = frozenset({"actor", "nominal", "word"}), (("trigger", "noun"), ("nominal", ""))


def read_attributive(row: list[Item]) -> None:
    """Read each adjective of the table as the form of the verb it looks like where no noun follows it at once."""
    for k, item in enumerate(row):
        found = item.span.find("function", "adj") if item.span is not None and item.kind == "function" else None
        if item.span is None or found is None or found.entry.role != _ATTRIBUTIVE:
            continue
        verb = item.span.find("trigger", "verb")
        before, after = row[k - 1] if k else None, row[k + 1] if k + 1 < len(row) else None
        if verb is None or not (_asks_verb(before) or not _described(after) or _bare_place(after)):
            item.known = found
        elif item.known is found:
            item.kind, item.known = "trigger", verb


def _asks_verb(before: Item | None) -> bool:
    return before is not None and (before.value in _ASKS_VERB or before.role == "to")


def _described(after: Item | None) -> bool:
    """Return whether an item is a noun that an adjective may describe."""
    if after is None:
        return False
    return _named_so(after) or after.kind in _DESCRIBED


def _named_so(item: Item) -> bool:
    """Return whether an item may be a noun."""
    return item.span is not None and any(item.span.find(*reading) is not None for reading in _NOUNS)


def _bare_place(after: Item | None) -> bool:
    """Return whether an item is a place, a state or people, more often done something to ("by visiting victims")."""
    entry = after.known.entry if after is not None and after.known is not None else None
    return entry is not None and (entry.kind in _PLACES or (entry.kind == "title" and entry.value == "people"))


def read_participles(row: list[Item]) -> None:
    """Read each past that may be a participle too as one of a noun behind it where no subject can stand before it:
    behind a preposition, an infinitive or a gerund ("with armed men", "to detain impeached President X"); and each bare
    form as the noun it is behind an article and an adjective of a state ("a Greek ship was seized").
    """
    for k in range(2, len(row)):
        if _owned_thing(row, k):
            row[k] = Item("word", row[k].i, row[k].j)
    for k in range(1, len(row) - 1):
        known = row[k].known if row[k].kind == "trigger" and row[k].j - row[k].i == 1 else None
        if known is None or known.feature.form not in _PAST or row[k].value != "verb":
            continue
        if _no_subject(row[k - 1], row[k - 2] if k > 1 else None) and _participle(row[k]) and _described(row[k + 1]):
            row[k] = Item("word", row[k].i, row[k].j)


def _owned_thing(row: list[Item], k: int) -> bool:
    """Return whether the bare form of a verb is a noun: one behind "a Greek", or behind "the Greek" before a verb."""
    known = row[k].known if row[k].kind == "trigger" else None
    if known is None or known.feature.form != "base" or row[k].value != "verb" or row[k].j - row[k].i > 1:
        return False
    before = row[k - 1].known
    if _named_so(row[k]):
        return False
    if before is None or before.entry.kind != "demonym" or row[k - 2].value != "det":
        return False
    after = [item for item in row[k + 1 : k + 3] if item.value not in ("comp", "rel")]
    return row[k - 2].role == "a" or (bool(after) and (after[0].value in _FINITE or _past(after[0])))


def _past(item: Item) -> bool:
    return item.kind == "trigger" and item.known is not None and item.known.feature.form in _PAST


def _no_subject(before: Item, earlier: Item | None) -> bool:
    """Return whether no subject can stand before a verb: a preposition does, or a verb that is no noun as well."""
    if before.is_function("prep") or before.is_function("reporting"):
        return True
    if before.kind != "trigger" or before.known is None or before.value != "verb":
        return False
    if before.known.feature.form == "base":
        return earlier is not None and (earlier.role == "to" or earlier.value in _ASKS_VERB)
    return before.known.feature.form == "gerund" and not _named_so(before)


def _participle(item: Item) -> bool:
    return item.span is not None and any(known.feature.form == "participle" for known in item.span.readings)
