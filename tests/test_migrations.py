"""Old stores are brought up to date, with what they held, and a copy of the old file stays beside them."""

import re
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData, Table, insert, select
from storing import ARABIC, EDITED, article

from marsad.store import migrate
from marsad.store.database import Database
from marsad.store.location import database_url
from marsad.store.reviewing import Review
from marsad.store.schema import HEAD, VERSION_TABLE, metadata
from marsad.store.store import Store

REVISIONS = sorted(path.name[:4] for path in (migrate.FOLDER / "versions").glob("0*.py"))
COUNTED = ("articles", "engines", "readings", "records")  # their keys are numbers in a row
# What SQLite's index of words keeps for itself.
OWN = re.compile("search.*|marsad_version")


def fill(store: Store) -> None:
    store.add(article(EDITED, name="a"))
    store.add(article(name="a"), address="/news/a.txt")
    store.add(article(ARABIC, name="b", lang="ar"))
    record = next(store.reports()).record
    store.review(record.id, Review(verdict="edited", reason="so", changes={"confidence": 0.5}))


def old_store(url: str, revision: str, like: Database) -> None:
    """Make a store with the tables of an old revision that holds what another holds."""
    from sqlalchemy import create_engine

    from marsad.store.database import _engine

    database = database_url(url)
    engine = _engine(database, url, 20.0) if database.get_backend_name() == "sqlite" else create_engine(database)
    with engine.connect() as connection, connection.begin():
        migrate.upgrade(connection, revision)
        then = MetaData()
        then.reflect(connection, only=list(metadata.tables))
        with like.reading() as source:
            for table in metadata.sorted_tables:
                copy(source, connection, table, then.tables[table.name])
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("INSERT INTO search (search) VALUES ('rebuild')")
        else:
            for name in COUNTED:
                connection.exec_driver_sql(f"SELECT setval('{name}_key_seq', (SELECT max(key) FROM {name}))")
    engine.dispose()


def copy(source: Connection, target: Connection, now: Table, then: Table) -> None:
    shared = [now.c[column.name] for column in then.columns if column.name in now.c]
    rows: list[dict[str, Any]] = [dict(row._mapping) for row in source.execute(select(*shared))]
    if rows:
        target.execute(insert(now), rows)


def test_the_last_revision_is_the_one_the_program_expects() -> None:
    assert REVISIONS[-1] == HEAD


def test_the_migrations_make_the_tables_of_the_program(store: Store) -> None:
    with store._database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        found = compare_metadata(context, metadata)
    ours = [change for change in found if not OWN.match(getattr(change[1], "name", "") or "")]
    assert [change for change in ours if change[0] != "remove_index"] == []


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_old_store_is_migrated_with_all_it_held(revision: str, url: str, tmp_path: Path) -> None:
    with Store(tmp_path / "new.db") as new:
        fill(new)
        old_store(url, revision, new._database)
        with Store(url) as migrated:
            assert list(migrated.dump()) == list(new.dump())
            assert [finding for finding in migrated.examine() if not finding.good] == []
            assert [hit.article for hit in migrated.search("Moldova")] == ["a"]
            assert migrated.add(article(EDITED, name="c")) == "new"


def test_the_old_file_stays_beside_the_migrated(tmp_path: Path) -> None:
    place = tmp_path / "store.db"
    with Store(tmp_path / "new.db") as new:
        fill(new)
        old_store(str(place), "0001", new._database)
        Store(place).close()
        backup = tmp_path / "store.db.0001.backup"
        assert [p.name for p in tmp_path.glob("*.part")] == []
        copied = tmp_path / "copied.db"
        copied.write_bytes(backup.read_bytes())
        with Store(copied) as opened:
            assert list(opened.dump()) == list(new.dump())
    assert migrate.backup(place, "0001").name == "store.db.0001-2.backup"


def test_a_store_that_is_up_to_date_gets_no_copy(tmp_path: Path) -> None:
    for _ in range(2):
        Store(tmp_path / "store.db").close()
    assert list(tmp_path.glob("*.backup")) == []
