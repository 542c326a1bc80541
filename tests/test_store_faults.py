"""Databases that can't be used: what is said, and that nothing is half-written."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import SERVER, on_server
from sqlalchemy import event
from storing import article, many

from marsad.errors import StoreError
from marsad.store.store import Store

needs_server = pytest.mark.skipif(not SERVER, reason="needs a PostgreSQL server, named by MARSAD_TEST_POSTGRES")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a SQLite store that holds one article."""
    place = tmp_path / "store.db"
    with Store(place) as store:
        store.add(article(name="first"))
    return place


def content(path: Path) -> list[bytes]:
    with Store(path) as store:
        return list(store.dump())


def test_a_locked_file_is_told_and_nothing_is_written(path: Path) -> None:
    before, other = content(path), sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store(path, timeout=0.1) as store, pytest.raises(StoreError, match=f"{path}: expected the file to be free"):
        store.add(article(name="second"))
    other.execute("ROLLBACK")
    other.close()
    assert content(path) == before


def test_readers_do_not_wait_for_a_writer(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store(path, timeout=0.1) as store:
        assert store.count() > 0
        assert store.search("Moldova") != []
    other.close()


def test_a_read_only_file_can_be_asked_and_not_added_to(path: Path) -> None:
    with Store(f"sqlite:///file:{path}?mode=ro&uri=true") as store:
        assert store.search("Moldova") != []
        with pytest.raises(StoreError, match="got a read-only one"):
            store.add(article(name="second"))


def test_a_full_disk_is_told_and_what_was_added_stays(path: Path) -> None:
    added = []
    with Store(path) as store:
        engine = store._database.engine
        engine.dispose()
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count=120"))
        with pytest.raises(StoreError, match="got a full disk"):
            for one in many(1000):
                store.add(one)
                added.append(one.id)
    assert len(added) > 1
    with Store(path) as store:
        assert {report.source.article for report in store.reports()} == {"first", *added}
        assert all(finding.good for finding in store.examine())
        assert [store.add(one) for one in many(len(added) + 1)] == ["unchanged"] * len(added) + ["new"]


def foreign(place: Path, statement: str) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute(statement)
    connection.close()


def newer(place: Path) -> None:
    Store(place).close()
    foreign(place, "UPDATE marsad_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda place: place.write_text("Dear reader, this is a letter.\n" * 200), "no SQLite database"),
        (lambda place: place.write_bytes(os.urandom(9000)), "no SQLite database"),
        (lambda place: place.mkdir(), "got a folder"),
        (lambda place: foreign(place, "CREATE TABLE films (title)"), "got another database .tables films."),
        (lambda place: foreign(place, "CREATE TABLE alembic_version (version_num)"), "got another database"),
        (newer, "expected a schema of at most revision"),
    ],
    ids=["text", "noise", "folder", "foreign", "foreign with migrations", "newer"],
)
def test_a_file_that_is_no_store_is_told_and_left_alone(
    make: Callable[[Path], object], reason: str, tmp_path: Path
) -> None:
    place = tmp_path / "other.db"
    make(place)
    before = place.read_bytes() if place.is_file() else b""
    with pytest.raises(StoreError, match=reason):
        Store(place)
    assert (place.read_bytes() if place.is_file() else b"") == before


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    place = tmp_path / "store.db"
    with Store(place) as store:
        for one in many(40):
            store.add(one)
    data = bytearray(place.read_bytes())
    middle = range(len(data) * 2 // 3, len(data) - 4096)
    data[middle.start : middle.stop] = bytes(len(middle))
    place.write_bytes(data)
    with Store(place) as store:
        found = [finding for finding in store.examine() if not finding.good]
        assert found
        assert any("put a backup in its place" in finding.advice for finding in found)
        with pytest.raises(StoreError, match="got a damaged one"):
            list(store.dump())


def test_there_is_no_store_to_ask(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="got no such file; `marsad add` makes one"):
        Store(tmp_path / "none.db", create=False)
    (tmp_path / "empty.db").touch()
    with pytest.raises(StoreError, match="got an empty database"):
        Store(tmp_path / "empty.db", create=False)
    with pytest.raises(StoreError, match=r"make .* first"):
        Store(tmp_path / "no" / "folder.db")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mysql://localhost/x", "got mysql://"),
        ("post gres://x", "can't be parsed"),
        ("postgresql://127.0.0.1:1/x", "expected PostgreSQL to answer"),
    ],
)
def test_an_address_that_leads_nowhere_is_told(url: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason):
        Store(url, timeout=2)


def test_a_password_is_never_told() -> None:
    with pytest.raises(StoreError) as error:
        Store("postgresql://me:secret@127.0.0.1:1/x", timeout=2)
    assert "secret" not in str(error.value)
    assert "me:***@127.0.0.1" in str(error.value)


@pytest.fixture
def server_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    from conftest import database

    with database("postgresql", Path()) as url, Store(url) as store:
        yield store


@needs_server
def test_a_server_that_goes_away_is_told_and_what_was_added_stays(server_store: Store) -> None:
    articles = many(6)
    for one in articles[:3]:
        server_store.add(one)
    name = server_store.where.rpartition("/")[2]
    on_server(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
    with pytest.raises(StoreError, match="expected PostgreSQL to answer"):
        server_store.add(articles[3])
    assert [server_store.add(one) for one in articles] == ["unchanged"] * 3 + ["new"] * 3
    assert all(finding.good for finding in server_store.examine())


@needs_server
def test_a_database_that_is_not_there_or_not_ours_is_told() -> None:
    server = SERVER.rpartition("/")[0]
    with pytest.raises(StoreError, match="does not exist"):
        Store(f"{server}/nowhere")
    from conftest import database

    with database("postgresql", Path()) as url:
        on_server("CREATE TABLE films (title text)", url)
        with pytest.raises(StoreError, match="got another database"):
            Store(url)


@needs_server
def test_a_read_only_server_is_told(server_store: Store) -> None:
    name = server_store.where.rpartition("/")[2]
    on_server(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    server_store.close()
    with pytest.raises(StoreError, match="got a read-only one"):
        server_store.add(article())


def test_a_store_may_be_copied_while_it_is_closed(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "copy.db")
    assert content(tmp_path / "copy.db") == content(path)
