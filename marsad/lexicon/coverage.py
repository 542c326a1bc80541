"""How much of the inventory a language can say, and which rows of its triggers say nothing."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from marsad.inventory import Inventory, inventory
from marsad.lexicon.profile import language_folder
from marsad.lexicon.tables import TableRow, read_rows, read_table
from marsad.lexicon.vocabulary import PERSON_COLUMNS, actors_folder

# Classes of `needs` that no table gives: the grammar knows them (languages/README.md).
OF_GRAMMAR = frozenset({
    "actor", "state", "igo", "person", "people", "armed", "place", "outlet", "clause", "any", "ambassador",
    "accredited", "civic", "wish", "coming", "quoted",
})  # fmt: skip
OF_TABLES = ("verb", "noun", "adj", "phrase")


class Coverage(msgspec.Struct, frozen=True):
    """What one language says of the inventory.

    `rows` counts triggers by part of speech, `missing` are the concepts that no trigger says, `noted` what is doubtful
    without being wrong, as `file:line: reason`.
    """

    concepts: int
    rows: dict[str, int]
    missing: tuple[str, ...]
    noted: tuple[str, ...]


def coverage(code: str) -> Coverage:
    """Return what a language can say; raises UsageError for an unknown code, DataError for wrong tables."""
    folder, concepts = language_folder(code), inventory()
    rows = read_table(folder, "triggers")
    counts = {pos: sum(row["pos"] == pos for row in rows) for pos in OF_TABLES}
    noted = (*alike(folder), *(f"{name}: one trigger alone says it" for name in sorted(_said_once(rows))))
    return Coverage(len(concepts.concepts), counts, tuple(missing(folder, concepts)), noted)


def missing(folder: Path, concepts: Inventory) -> list[str]:
    """Return the concepts that no trigger of a language folder says, by name."""
    said = {row["concept"] for row in read_table(folder, "triggers")}
    return sorted(concepts.concepts.keys() - said)


def _said_once(rows: list[TableRow]) -> set[str]:
    seen: dict[str, set[str]] = {}
    for row in rows:
        seen.setdefault(row["concept"], set()).add(row["lemma"])
    return {concept for concept, lemmas in seen.items() if len(lemmas) == 1}


def alike(folder: Path) -> Iterator[str]:
    """Yield the rows of one lemma that need the same and say different things: the later one is never chosen."""
    seen: dict[tuple[str, str, frozenset[str]], TableRow] = {}
    for row in read_table(folder, "triggers"):
        needs = frozenset(_needs(row))
        first = seen.setdefault((row["lemma"], row["pos"], needs), row)
        if needs and first["concept"] != row["concept"]:
            where = f"{first.path.name}:{first.line}"
            yield (
                f"{row.path}:{row.line}: never chosen: {row['lemma']!r} is {first['concept']} at {where}"
                f" with the same needs, {row['concept']} here"
            )


def never_met(folder: Path, concepts: Inventory) -> Iterator[str]:
    """Yield the rows that need a class which nothing in the language has, and so can never hold."""
    known = OF_GRAMMAR | _classes(folder) | {c.noun_class for c in concepts.concepts.values()}
    for row in read_table(folder, "triggers"):
        for need in _needs(row):
            slot, _, alternatives = need.partition("=")
            unknown = [a for a in alternatives.split("|") if a.startswith("@") and a[1:] not in known]
            if unknown and not slot.endswith("!"):
                yield f"{row.path}:{row.line}: unreachable in part: no noun of the language is {' or '.join(unknown)}"


def _needs(row: TableRow) -> list[str]:
    return row["needs"].replace(";", " ").split()


def _classes(folder: Path) -> set[str]:
    """Return the classes that the nouns, titles and office-holders of a language have."""
    nominals = {row["class"] for row in read_table(folder, "nominals")}
    titles = {row["role"] for row in read_table(folder, "titles")}
    offices = {row["office"] for row in read_rows(actors_folder() / "persons.tsv", PERSON_COLUMNS)}
    return nominals | titles | offices
