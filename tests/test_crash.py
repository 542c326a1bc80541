"""`marsad add` killed at any instant, and two at once: nothing is lost but the article in flight.

The processes are forks of this one, which has everything loaded, so that the kills fall into the work, not into the
start of Python. They run the real command and are killed with SIGKILL.
"""

import os
import random
import signal
import time
from pathlib import Path

import msgspec
import pytest
from storing import many

from marsad.cli.app import main
from marsad.lexicon.loading import lexicon
from marsad.store.store import Store

ARTICLES, KILLS, LOOKS = 2000, 50, 10
SHORTEST = 0.2  # seconds until a kill, at most; more where the machine turns out to be slow


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file of 2,000 short articles."""
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    made = ({"id": a.id, "text": a.text, "lang": a.lang, "date": str(a.date)} for a in many(ARTICLES))
    path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in made))
    return path


@pytest.fixture(scope="module")
def whole(rows: Path, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """Give the content of a store after a run that nobody interrupted."""
    lexicon("en")
    place = str(tmp_path_factory.mktemp("whole") / "store.db")
    assert finished(start("add", str(rows), "--db", place)) == 0
    return content(place)


def start(*arguments: str) -> int:
    """Return the id of a process that runs the command."""
    child = os.fork()
    if child:
        return child
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    status = 70
    try:
        import sys

        sys.argv = ["marsad", *arguments]
        main()
    except SystemExit as left:
        status = int(left.code or 0)
    finally:
        os._exit(status)


def finished(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def content(url: str) -> list[bytes]:
    with Store(url) as store:
        return list(store.dump())


def test_a_killed_run_loses_nothing_and_another_completes_it(url: str, rows: Path, whole: list[bytes]) -> None:
    chance, longest, seen = random.Random(4), SHORTEST, [0]
    while len(seen) <= LOOKS:
        for _ in range(KILLS // LOOKS):
            kill(start("add", str(rows), "--db", url), chance.uniform(0, longest))
        there = content(url)
        assert set(there) <= set(whole)
        seen.append(len(there))
        longest *= 2 if seen[-1] < min(seen[-2] + ARTICLES // LOOKS // 4, ARTICLES) else 1
    assert seen == sorted(seen)
    assert any(0 < number < ARTICLES for number in seen), "the kills should fall into the work"
    assert finished(start("add", str(rows), "--db", url)) == 0
    assert content(url) == whole
    with Store(url) as store:
        assert [finding for finding in store.examine() if not finding.good] == []


def kill(child: int, seconds: float) -> None:
    """Kill a process after so many seconds, unless it is faster than that."""
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    assert finished(child) in (-signal.SIGKILL, 0)


def test_two_adders_at_once_give_what_one_gives(url: str, rows: Path, whole: list[bytes], tmp_path: Path) -> None:
    backwards = tmp_path / "backwards.jsonl"
    backwards.write_bytes(b"\n".join(reversed(rows.read_bytes().splitlines())) + b"\n")
    children = [start("add", str(path), "--db", url) for path in (rows, backwards)]
    assert [finished(child) for child in children] == [0, 0]
    assert content(url) == whole
