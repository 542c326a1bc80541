"""Opening a database: connections set up, an empty one made into a store, an old one migrated, others refused."""

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, inspect, text

from marsad.errors import StoreError
from marsad.store.faults import told
from marsad.store.location import shown
from marsad.store.schema import HEAD, VERSION_TABLE

# "Mrsd": what `file` and others see in a SQLite file that is ours.
APPLICATION = 0x4D727364
WRITES = {"writes": True}
LOCK = 0x4D727364  # one number for PostgreSQL's advisory lock
RETRY = 0.05


class Database:
    """One database, ready to be used; `where` names it in messages."""

    def __init__(self, url: URL, *, timeout: float = 20.0, create: bool = True) -> None:
        """Open it; an empty one becomes a store. Raises StoreError where it can't be used."""
        self.url, self.where = url, shown(url)
        self.sqlite = url.get_backend_name() == "sqlite"
        _check_path(url, create=create)
        with told(self.where):
            self.engine = _engine(url, self.where, timeout)
            self._prepare(timeout, create=create)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the store and writes nothing."""
        with told(self.where), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are kept together at the end of the block, or not at all."""
        with told(self.where), self.engine.connect().execution_options(**WRITES) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def _prepare(self, timeout: float, *, create: bool) -> None:
        with self.engine.connect() as connection:
            found = revision(connection, self.where)
        if found == HEAD:
            return
        if not found and not create:
            raise StoreError(self.where, "expected a store, got an empty database; `marsad add` fills one")
        if self.sqlite:
            _use_wal(self.engine, timeout)
        self._upgrade()

    def _upgrade(self) -> None:
        from marsad.store.migrate import backup, upgrade

        with self.engine.connect().execution_options(**WRITES) as connection, connection.begin():
            if not self.sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            found = revision(connection, self.where)  # another process may have been quicker
            if found == HEAD:
                return
            if found and self.sqlite and self.url.database:
                backup(Path(self.url.database), found)
            upgrade(connection)
            if self.sqlite:
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")


def revision(connection: Connection, where: str) -> str:
    """Return the revision of the schema, empty for a database without tables; raises StoreError for a foreign one."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE not in tables:
        if tables:
            some = ", ".join(sorted(tables)[:3])
            raise StoreError(where, f"expected a store of Marsad, got another database (tables {some}); name your own")
        return ""
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    if found is None:
        raise StoreError(where, f"expected a revision in {VERSION_TABLE}, got none; put a backup in its place")
    if found > HEAD:
        raise StoreError(where, f"expected a schema of at most revision {HEAD}, got {found}; update Marsad")
    return str(found)


def _check_path(url: URL, *, create: bool) -> None:
    """Raise StoreError where the file of a SQLite store can't be one."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database.startswith((":memory:", "file:")):
        return
    path = Path(url.database)
    if path.is_dir():
        raise StoreError(str(path), "expected a file, got a folder; name a file in it")
    if not path.exists() and not create:
        raise StoreError(str(path), "expected a store, got no such file; `marsad add` makes one")
    if not path.parent.is_dir():
        raise StoreError(str(path), f"expected a file in a folder that exists, got none: make {path.parent} first")


def _engine(url: URL, where: str, timeout: float) -> Engine:
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url, connect_args={"connect_timeout": max(2, int(timeout))})
        except ImportError as error:
            raise StoreError(where, "expected psycopg, got none; install it: pip install 'marsad[postgres]'") from error
    memory: dict[str, Any] = {} if url.database and url.database != ":memory:" else {"poolclass": StaticPool}
    engine = create_engine(url, connect_args={"timeout": timeout}, **memory)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own transactions would begin late and leave changes of the schema outside.
    connection.isolation_level = None
    # WAL with NORMAL never loses a finished transaction to a killed process; a power cut may take the last ones whole.
    for setting in ("foreign_keys=ON", "synchronous=NORMAL", "temp_store=MEMORY", "cache_size=-65536"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    """Begin a transaction; one that writes asks for the lock at once, since a reader can't wait to become a writer."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_wal(engine: Engine, timeout: float) -> None:
    """Switch a new file to WAL; while another process does the same, SQLite answers "locked" without waiting."""
    last = time.monotonic() + timeout
    raw = engine.raw_connection()
    try:
        while True:
            try:
                raw.cursor().execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError:
                if time.monotonic() > last:
                    raise
                time.sleep(RETRY)
    finally:
        raw.close()
