"""Where the store is: a file, the one in the user's data directory, or the address of a PostgreSQL database."""

import os
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from marsad.errors import StoreError

VARIABLE = "MARSAD_DB"
FILE = "marsad.db"
POSTGRES = ("postgres", "postgresql", "postgresql+psycopg")
EXPECTED = "expected a file or postgresql://user@host/database"


def database_url(wanted: str | Path = "") -> URL:
    """Return the address of the store: what is wanted, what MARSAD_DB names, or the file in the user's data directory.

    Raises StoreError for an address that is neither SQLite's nor PostgreSQL's.
    """
    value = str(wanted) or os.environ.get(VARIABLE, "")
    if not value:
        return _file(default_path())
    if "://" not in value:
        return _file(Path(value))
    try:
        url = make_url(value)
    except ArgumentError as error:
        raise StoreError(value, f"{EXPECTED}, got an address that can't be parsed") from error
    if url.drivername in POSTGRES:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite":
        return url
    raise StoreError(shown(url), f"{EXPECTED}, got {url.drivername}://")


def default_path() -> Path:
    """Return the file that holds the store where nothing else is said; its folder is made."""
    folder = user_data_path("marsad")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"expected a folder that can be made, got: {error.strerror}; name another file with --db or {VARIABLE}"
        raise StoreError(str(folder), reason) from error
    return folder / FILE


def shown(url: URL) -> str:
    """Return how messages name a store: its file, or its address without the password."""
    if url.drivername == "sqlite":
        return url.database or "store in memory"
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def _file(path: Path) -> URL:
    return URL.create("sqlite", database=str(path.expanduser()))
