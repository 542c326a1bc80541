"""Participles of light verbs that are nouns: "заключенный", a prisoner, or a treaty made; "مساهماتها", its dues."""

from marsad.mentions.items import NOUNS, Item
from marsad.text.sentences import Sentence


def read_substantives(row: list[Item], sentence: Sentence) -> None:
    """Read each such participle as whom it names, unless it has a clause of its own or describes what follows."""
    for k, item in enumerate(row):
        known = item.known
        if not item.is_function("light") or known is None or known.feature.form != "participle" or item.span is None:
            continue
        title = item.span.find("title")
        if title is not None and not _describes(row, k, sentence):
            item.kind, item.known = "actor", title


def read_owned(row: list[Item]) -> None:
    """Read each active participle with a pronoun of whose it is as the noun that it can be as well."""
    for item in row:
        known = item.known if item.is_function("light") else None
        if known is None or known.feature.form != "active" or not known.feature.enclitic or item.span is None:
            continue
        if (noun := item.span.find("nominal")) is not None:
            item.kind, item.known = "nominal", noun


def _describes(row: list[Item], k: int, sentence: Sentence) -> bool:
    """Return whether a participle stands behind a comma, or before a noun in its case or what tells where it was."""
    before, after = row[k - 1] if k else None, row[k + 1] if k + 1 < len(row) else None
    if before is not None and before.kind == "punct" and sentence.tokens[before.i] == ",":
        return True
    if after is None:
        return False
    if after.is_function("prep"):
        return before is None or not before.is_function("quant")
    known = row[k].known
    readings = after.span.readings if after.kind in NOUNS and after.span is not None else ()
    return known is not None and any(set(known.feature.case) & set(r.feature.case) for r in readings)
