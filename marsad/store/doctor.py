"""A look at the whole store: is it sound, is everything derived in step, and what to do where it is not."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from sqlalchemy import Connection, Table, exists, func, inspect, select, text

from marsad.errors import StoreError
from marsad.store import index
from marsad.store.database import Database
from marsad.store.folding import indexed
from marsad.store.schema import HEAD, articles, dyads, metadata, parties, readings, records, texts, versions
from marsad.store.settling import retire, settle

REPAIR = "run `marsad doctor --repair`, which makes index and look-ups again from what is kept"
RESTORE = "put a backup in its place, or save what can be read: sqlite3 FILE .recover"
BATCH = 1000


class Finding(msgspec.Struct, frozen=True):
    """One thing that was looked at: whether it is good, what was found, and what to do where it is not."""

    what: str
    good: bool
    found: str
    advice: str = ""


def examine(database: Database) -> list[Finding]:
    """Return what was found, good and bad."""
    found: list[Finding] = []
    looks = (_file, _foreign_keys, _schema, _journal, _flags, _lookups, _index, _size)
    for look in looks:
        try:
            with database.reading() as connection:
                found += look(connection)
        except StoreError as error:
            found.append(Finding(look.__name__.strip("_").replace("_", " "), False, error.reason, RESTORE))
    return found


def repair(database: Database) -> None:
    """Make the flags, the look-ups and the word index again, article by article, each in one transaction."""
    with database.reading() as connection:
        keys = list(connection.scalars(select(articles.c.key).order_by(articles.c.key)))
    with database.writing() as connection:
        index.rebuild(connection)
    for start in range(0, len(keys), BATCH):
        with database.writing() as connection:
            for key in keys[start : start + BATCH]:
                _settle_again(connection, key)


def _settle_again(connection: Connection, article: int) -> None:
    mine = records.c.version.in_(select(versions.c.key).where(versions.c.article == article))
    retire(connection, list(connection.scalars(select(records.c.key).where(mine))))
    settle(connection, article)


def _file(connection: Connection) -> Iterator[Finding]:
    """Look at the pages of the file; PostgreSQL looks after its own."""
    if connection.dialect.name == "sqlite":
        told = list(connection.scalars(text("PRAGMA integrity_check(3)")))
        yield Finding("file", told == ["ok"], "; ".join(told), "" if told == ["ok"] else RESTORE)


def _foreign_keys(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name == "sqlite":
        broken = len(connection.execute(text("PRAGMA foreign_key_check")).all())
        yield _count("references", broken, "rows that refer to nothing", RESTORE)


def _schema(connection: Connection) -> Iterator[Finding]:
    found = connection.execute(text("SELECT version_num FROM marsad_version")).scalar()
    names = inspect(connection).get_table_names()
    missing = sorted(set(metadata.tables) - set(names))
    good = found == HEAD and not missing
    told = f"revision {found}" + (f", without {', '.join(missing)}" if missing else "")
    yield Finding("schema", good, told, "" if good else RESTORE)


def _journal(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name == "sqlite":
        mode = str(connection.execute(text("PRAGMA journal_mode")).scalar())
        good = mode in ("wal", "memory")
        advice = "" if good else "close all programs that use it, then: sqlite3 FILE 'PRAGMA journal_mode=WAL'"
        yield Finding("journal", good, mode, advice)


def _flags(connection: Connection) -> Iterator[Finding]:
    """Look whether every article has one current version, and that one current reading."""
    current = select(versions.c.article).where(versions.c.current).group_by(versions.c.article)
    single = current.having(func.count() == 1).subquery()
    wrong = _number(connection, articles) - connection.execute(select(func.count()).select_from(single)).scalar_one()
    yield _count("versions", wrong, "articles without one current version", REPAIR)
    read = exists().where(readings.c.version == versions.c.key, readings.c.current)
    unread = select(func.count()).select_from(versions).where(versions.c.current, ~read)
    yield _count("readings", connection.execute(unread).scalar_one(), "current versions without a reading", REPAIR)


def _lookups(connection: Connection) -> Iterator[Finding]:
    """Look whether look-ups lead to records that count, and whether what counts is that of current readings."""
    for table in (parties, dyads):
        stale = select(func.count()).select_from(table).join(records, records.c.key == table.c.record)
        wrong = connection.execute(stale.where(~records.c.live)).scalar_one()
        yield _count(str(table.name), wrong, "rows of records that do not count", REPAIR)
    counts = readings.c.current & versions.c.current & (records.c.verdict != "rejected")
    joined = records.join(readings, readings.c.key == records.c.reading).join(
        versions, versions.c.key == records.c.version
    )
    wrong = connection.execute(select(func.count()).select_from(joined).where(records.c.live != counts)).scalar_one()
    yield _count("records", wrong, "that count and should not, or the other way round", REPAIR)


def _index(connection: Connection) -> Iterator[Finding]:
    """Look whether every current version can be found by its words, and whether these are those of its text."""
    if connection.dialect.name == "sqlite":
        wrong = index.out_of_step(connection)
        yield Finding("word index", not wrong, wrong or "in step", REPAIR if wrong else "")
    sample = select(texts.c.text, texts.c.folded, versions.c.title, versions.c.lang).join(versions).limit(BATCH)
    stale = sum(
        indexed(f"{row.title}\n{row.text}", row.lang).folded != row.folded for row in connection.execute(sample)
    )
    yield _count("folded words", stale, f"of the first {BATCH} texts fold otherwise now", REPAIR)


def _size(connection: Connection) -> Iterator[Finding]:
    counts = ", ".join(
        f"{_number(connection, table):,} {table.name!s}" for table in (articles, versions, readings, records)
    )
    yield Finding("content", True, counts)
    place = connection.engine.url.database
    if connection.dialect.name == "sqlite" and place and Path(place).exists():
        yield Finding("size", True, f"{Path(place).stat().st_size / 1e6:,.1f} MB")


def _number(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _count(what: str, number: int, told: str, advice: str) -> Finding:
    return Finding(str(what), number == 0, "in step" if number == 0 else f"{number:,} {told}", advice if number else "")
