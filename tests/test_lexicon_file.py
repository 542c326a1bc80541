"""The file of a compiled lexicon: read back whole, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from marsad.lexicon.loading import lexicon
from marsad.lexicon.store import read_file, write


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a lexicon."""
    return write(lexicon("tr"), tmp_path_factory.mktemp("lexicon"))


def test_a_file_gives_the_lexicon_that_was_written(written: Path) -> None:
    found, given = read_file(written), lexicon("tr")
    assert found is not None
    assert (found.code, found.fingerprint) == (given.code, given.fingerprint)
    numbers = range(len(given.entries.encoded))
    assert [found.entries[n] for n in numbers] == [given.entries[n] for n in numbers]
    assert found.readings == given.readings
    text = " Ankara " + " ".join(["bakan", "görüştü"]) + " "
    assert found.automaton.find_overlapping(text) == given.automaton.find_overlapping(text)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda raw: b"", id="empty"),
        pytest.param(lambda raw: raw[:20], id="cut-in-the-checksum"),
        pytest.param(lambda raw: raw[:-1], id="cut-at-the-end"),
        pytest.param(lambda raw: raw[:32] + b"\xff" * 8 + raw[40:], id="length-out-of-bounds"),
        pytest.param(lambda raw: raw[:1000] + bytes([raw[1000] ^ 1]) + raw[1001:], id="one-bit"),
    ],
)
def test_a_damaged_file_is_none(written: Path, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    damaged = tmp_path / "tr.lexicon"
    damaged.write_bytes(damage(written.read_bytes()))
    assert read_file(damaged) is None


def test_where_there_is_no_file_there_is_no_lexicon(tmp_path: Path) -> None:
    assert read_file(tmp_path / "xx.lexicon") is None
