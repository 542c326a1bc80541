"""What several tests use."""

import contextlib
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.store.store import Store

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
# Databases for the tests of the store: SQLite always, PostgreSQL where this names a server.
SERVER = os.environ.get("MARSAD_TEST_POSTGRES", "")
KINDS = ("sqlite", "postgresql")
_numbers = itertools.count()


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of gold sets and articles, which are not part of the repository; skip where it is absent."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("needs the gold sets in ../shared, which is not there")
    return SHARED


@contextlib.contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """Give the address of an empty database, which is gone afterwards."""
    if kind == "sqlite":
        yield str(folder / "store.db")
        return
    if not SERVER:
        pytest.skip("needs a PostgreSQL server, named by MARSAD_TEST_POSTGRES (.ci/postgres starts one)")
    name = f"marsad_{os.getpid()}_{next(_numbers)}"
    on_server(f"CREATE DATABASE {name}")
    yield f"{SERVER.rpartition('/')[0]}/{name}"
    on_server(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of an empty database, once a kind."""
    with database(request.param, tmp_path) as address:
        yield address


@pytest.fixture(params=KINDS, scope="module")
def shared_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store that the tests of one module share, once a kind of database."""
    with database(request.param, tmp_path_factory.mktemp("store")) as address, Store(address) as opened:
        yield opened


def on_server(statement: str, url: str = SERVER) -> None:
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """Give an empty store on each kind of database."""
    with Store(url) as opened:
        yield opened
