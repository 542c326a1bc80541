"""The word index: FTS5 on SQLite, where only current versions stand in it; PostgreSQL keeps its own over `texts`."""

from sqlalchemy import Connection, text

ADD = text("INSERT INTO search (rowid, folded, bare) SELECT version, folded, bare FROM texts WHERE version = :version")
REMOVE = text(
    "INSERT INTO search (search, rowid, folded, bare) "
    "SELECT 'delete', version, folded, bare FROM texts WHERE version = :version"
)


def add(connection: Connection, version: int) -> None:
    """Let a version be found."""
    if connection.dialect.name == "sqlite":
        connection.execute(ADD, {"version": version})


def remove(connection: Connection, version: int) -> None:
    """Let a version be found no longer."""
    if connection.dialect.name == "sqlite":
        connection.execute(REMOVE, {"version": version})
