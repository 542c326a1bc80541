"""What the tables of a language call the people, outlets, offices and institutions that records name by code."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from marsad.lexicon.profile import languages_folder
from marsad.lexicon.tables import read_table
from marsad.model.records import Base
from marsad.model.values import Actor


@cache
def names(language: str) -> dict[str, str]:
    """Return the first name of every person, outlet and group that the language's tables list, by id."""
    folder = languages_folder() / language
    rows = [(row[key], row["form"]) for table, key in TABLES for row in read_table(folder, table)]
    return dict(reversed(rows))


TABLES = (("persons", "id"), ("outlets", "slug"), ("groups", "id"))


@cache
def offices(language: str) -> dict[str, str]:
    """Return the first title of every office or body, by its role; a mere "side" or "counterpart" has none."""
    rows = read_table(languages_folder() / language, "titles")
    return {row["role"]: row["lemma"] for row in reversed(rows) if row["role"] and row["kind"] != "side"}


@cache
def institutions(language: str) -> dict[str, str]:
    """Return the full name of every institution and treaty, by its code without `IGO:`."""
    rows = read_table(languages_folder() / language, "institutions")
    return {row["code"].removeprefix("IGO:"): row["form"] for row in reversed(rows) if row["kind"] == "full"}


def spellings(records: Iterable[Base]) -> dict[str, str]:
    """Return persons as some record's words spell them, by what the records call them."""
    found: dict[str, str] = {}
    for actor in (actor for record in records for actor in _actors(record)):
        if actor.person and actor.person not in found and (name := written(actor.person, actor.name)):
            found[actor.person] = name
    return found


def _actors(record: Base) -> Iterable[Actor]:
    values = (getattr(record, name) for name in record.__struct_fields__)
    listed = (value if isinstance(value, tuple) else (value,) for value in values)
    return (value for values in listed for value in values if isinstance(value, Actor))


def written(person: str, text: str) -> str:
    """Return a name as it stands in a text, where the records hold it without capitals and marks; else nothing."""
    words, length = text.split(), len(person.split())
    groups = (" ".join(words[k : k + length]) for k in range(len(words) - length + 1))
    return next((group for group in groups if _bare(group) == _bare(person)), "")


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
