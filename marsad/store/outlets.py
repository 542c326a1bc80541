"""What the table of outlets knows of one."""

from functools import cache

from marsad.lexicon.tables import TableRow, read_rows
from marsad.lexicon.vocabulary import OUTLET_COLUMNS, actors_folder


def outlet_row(name: str) -> dict[str, str]:
    """Return the row of `outlets` for an outlet; only its id is filled where the tables don't know it."""
    row = _known().get(name)
    found = {column: row[column] if row else "" for column in ("kind", "country", "lang", "domain")}
    return {"id": name, **found}


@cache
def _known() -> dict[str, TableRow]:
    return {row["slug"]: row for row in read_rows(actors_folder() / "outlets.tsv", OUTLET_COLUMNS)}
