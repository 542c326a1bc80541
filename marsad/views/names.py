"""What the tables of a language call the people, outlets, offices and institutions that records name by code."""

from functools import cache

from marsad.lexicon.profile import languages_folder
from marsad.lexicon.tables import read_table


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
