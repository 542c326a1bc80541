"""Rules of the house that no other check knows."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for part in ("marsad", "benchmarks", "tests") for path in (ROOT / part).rglob("*.py"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"^[a-z0-9.-]+==\S+( ; .+)? \\$")
LONGEST = 400


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length >= LONGEST} == {}


def test_a_language_folder_holds_no_code() -> None:
    assert list((ROOT / "marsad" / "languages").rglob("*.py")) == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_holds_pinned_versions_with_hashes_and_no_address(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    strange = [line for line in lines if not (PINNED.match(line) or line.startswith(("    --hash=sha256:", "    #")))]
    assert strange == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_holds_all_that_is_asked_for(lock: Path) -> None:
    asked = lock.with_suffix(".in").read_text(encoding="utf-8").splitlines()
    names = {line.partition("#")[0].strip() for line in asked if not line.startswith(("#", "-"))}
    locked = {line.partition("==")[0] for line in lock.read_text(encoding="utf-8").splitlines()}
    assert names - locked == set()
