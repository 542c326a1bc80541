"""Small things that all writing shares."""

import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import Connection, Executable, Table, insert
from sqlalchemy.dialects import postgresql, sqlite

Rows = list[dict[str, Any]]


def insert_new(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert those of the rows whose keys the table does not have."""
    if rows:
        connection.execute(_new(table, connection.dialect.name, returns_key=False), rows)


def new_key(connection: Connection, table: Table, row: dict[str, Any]) -> int | None:
    """Return the key of a row that was inserted, None where the table has one like it."""
    found = connection.execute(_new(table, connection.dialect.name, returns_key=True), row).scalar()
    return None if found is None else int(found)


def insert_all(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert the rows."""
    if rows:
        connection.execute(insert(table), rows)


@cache
def _new(table: Table, dialect: str, *, returns_key: bool) -> Executable:
    statement = (sqlite if dialect == "sqlite" else postgresql).insert(table).on_conflict_do_nothing()
    return cast(Executable, statement.returning(table.c.key) if returns_key else statement)


def stamp(moment: datetime.datetime) -> str:
    """Return a moment as the tables hold it: UTC, to the second."""
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
