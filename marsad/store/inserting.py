"""Small things that all writing shares."""

import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import postgresql, sqlite

Rows = list[dict[str, Any]]


def insert_new(connection: Connection, table: Table, rows: Rows) -> int:
    """Return how many of the rows were inserted: those whose keys the table did not have."""
    if not rows:
        return 0
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    return connection.execute(dialect.insert(table).values(rows).on_conflict_do_nothing()).rowcount


def insert_all(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert the rows."""
    if rows:
        connection.execute(insert(table), rows)


def stamp(moment: datetime.datetime) -> str:
    """Return a moment as the tables hold it: UTC, to the second."""
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
