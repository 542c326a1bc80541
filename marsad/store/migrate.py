"""Bringing the tables of a store up to date, with a copy of the old file beside it."""

import contextlib
import itertools
import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

FOLDER = Path(__file__).parent / "migrations"


def upgrade(connection: Connection, target: str = "head") -> None:
    """Bring the tables up to a revision inside the connection's transaction."""
    command.upgrade(config(connection), target)


def config(connection: Connection) -> Config:
    """Return what Alembic has to know to work on an open connection."""
    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def backup(path: Path, revision: str) -> Path:
    """Return a fresh file beside a store that holds a copy of it, named after the revision of its tables."""
    names = (
        f"{path.name}.{revision}{suffix}" for suffix in itertools.chain([""], (f"-{n}" for n in itertools.count(2)))
    )
    target = next(place for name in names if not (place := path.with_name(name + ".backup")).exists())
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(path)) as source, contextlib.closing(sqlite3.connect(unfinished)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    return unfinished.rename(target)
