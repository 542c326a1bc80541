"""What goes wrong in a database, told as a StoreError: what was expected, what came, what to do."""

import contextlib
import sqlite3
from collections.abc import Iterator

from sqlalchemy.exc import DBAPIError

from marsad.errors import StoreError

LOCKED = "expected the {} to be free, got a lock of another program; end it or wait, and try again"
FULL = "expected room to write, got a full disk; make room and run the same command again: what was added stays"
# SQLite's result codes, by the start of their names.
SQLITE = {
    "SQLITE_BUSY": LOCKED.format("file"),
    "SQLITE_LOCKED": LOCKED.format("file"),
    "SQLITE_READONLY": "expected a file that can be written, got a read-only one; change that, or name another (--db)",
    "SQLITE_FULL": FULL,
    "SQLITE_IOERR": "expected a disk that works, got an error of it; look at disk and quota, then run `marsad doctor`",
    "SQLITE_CORRUPT": "expected a sound file, got a damaged one; put a backup in its place, or save what can be read: "
    "sqlite3 FILE .recover",
    "SQLITE_NOTADB": "expected a store of Marsad, got a file that is no SQLite database; name another with --db",
    "SQLITE_CANTOPEN": "expected a file that can be opened, got one whose folder is missing or may not be written",
    "SQLITE_PERM": "expected a file that can be opened, got one without permission",
}
# PostgreSQL's SQLSTATE, by its start.
POSTGRES = {
    "28": "expected to be let in, got a refusal of user or password",
    "3D": "expected a database that exists, got no such one; make it with `createdb`",
    "42501": "expected the right to do this, got none; ask the owner of the database",
    "25006": "expected a database that can be written, got a read-only one",
    "53100": FULL,
    "55P03": LOCKED.format("tables"),
    "40": "expected to be alone at a row, got another program at it; run the same command again",
    "XX": "expected a sound database, got a damaged one; look into the server's log, or restore a backup",
}
GONE = "expected PostgreSQL to answer, got: {}; start it and run the same command again: what was added stays"


@contextlib.contextmanager
def told(where: str) -> Iterator[None]:
    """Turn every error of the database inside the block into a StoreError that names the store."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise StoreError(where, _reason(error)) from error


def _reason(error: Exception) -> str:
    origin = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(origin, sqlite3.Error):
        name = getattr(origin, "sqlite_errorname", "")
        return _listed(name, SQLITE) or f"expected SQLite to do this, got: {origin} {name}".rstrip()
    state = getattr(origin, "sqlstate", None) or ""
    if reason := _listed(state, POSTGRES):
        return reason
    refusal = str(origin).strip().rpartition("FATAL:")[2].strip()
    if not state and "FATAL:" in str(origin) and not _ending(refusal):
        return f"expected to be let in, got: {refusal}; look at user, password and name of the database"
    line = str(origin).strip().partition("\n")[0]
    return GONE.format(line) if _gone(error, state) else f"expected PostgreSQL to do this, got: {line} ({state})"


def _ending(refusal: str) -> bool:
    """Return whether a server refuses because it is about to start or stop."""
    return refusal.startswith(("the database system is", "terminating"))


def _gone(error: Exception, state: str) -> bool:
    """Return whether the server could not be reached, ended the connection (57P), or told so (08)."""
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return lost or not state or state.startswith(("57P", "08"))


def _listed(name: str, table: dict[str, str]) -> str:
    return next((reason for start, reason in table.items() if name.startswith(start)), "")
