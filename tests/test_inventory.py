"""Wrong concept files are told with their file and the reason; a right one is read."""

from pathlib import Path

import pytest

from marsad.errors import DataError
from marsad.inventory import inventory, load

PLOVER = """
[ACCUSE]
quad = "verbal conflict"
score = -2.0
modes = { allege = -3.5 }
"""


def folder(tmp_path: Path, **files: str) -> Path:
    """Return a folder of concept files, PLOVER's types with them."""
    for name, text in {"plover": PLOVER, **files}.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_right_file_is_read(tmp_path: Path) -> None:
    text = '[blame]\nact = "accuse"\nevent = { type = "ACCUSE", mode = "allege", cameo = "112" }'
    found = load(folder(tmp_path, words=text))
    assert found.concepts["blame"].event_types == ("ACCUSE",)
    assert found.concepts["blame"].shape == "directed"
    assert found.score("ACCUSE", "allege") == -3.5
    assert found.score("ACCUSE", "") == -2.0


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        pytest.param("[blame", ["expected TOML"], id="no-toml"),
        pytest.param("[blame]\ncolour = 1", ["[blame]", "expected keys among", "colour"], id="unknown-key"),
        pytest.param('[blame]\nshape = "round"', ["[blame]", "shape", "directed", "'round'"], id="unknown-shape"),
        pytest.param('[blame]\nact = "shout"', ["[blame]", "act", "'shout'"], id="unknown-act"),
        pytest.param('[blame]\ncontent = "sure"', ["[blame]", "content", "'sure'"], id="unknown-content"),
        pytest.param('[blame]\ncontrol = "none"', ["[blame]", "control", "'none'"], id="unknown-control"),
        pytest.param('[blame]\nbare = "rarely"', ["[blame]", "bare", "'rarely'"], id="unknown-bare"),
        pytest.param('[blame]\nevent = { type = "BLAME" }', ["[blame]", "event.type", "'BLAME'"], id="unknown-type"),
        pytest.param(
            '[blame]\nevent = { type = "ACCUSE", mode = "loud" }', ["[blame]", "mode", "'loud'"], id="unknown-mode"
        ),
        pytest.param(
            '[x]\nstanding = { subject = "$actor", aspect = "mood", value = "left" }',
            ["[x]", "standing.aspect", "'mood'"],
            id="unknown-aspect",
        ),
        pytest.param(
            '[x]\nstanding = { subject = "$actor", aspect = "membership", value = "gone" }',
            ["[x]", "standing.value", "'gone'"],
            id="unknown-value",
        ),
        pytest.param(
            '[x]\nstanding = { aspect = "membership", value = "left", on_negated = { value = "stays" } }',
            ["[x]", "standing.value", "'stays'"],
            id="unknown-value-when-negated",
        ),
        pytest.param(
            '[x]\ncommitment = { act = "hinted" }', ["[x]", "commitment.act", "'hinted'"], id="unknown-promise"
        ),
        pytest.param(
            '[x]\nagreement = { stage = "nearly" }', ["[x]", "agreement.stage", "'nearly'"], id="unknown-stage"
        ),
        pytest.param('[x]\nmeeting = { status = "dull" }', ["[x]", "meeting.status", "'dull'"], id="unknown-status"),
        pytest.param('[x]\nstance = { stance = "meh" }', ["[x]", "stance.stance", "'meh'"], id="unknown-stance"),
        pytest.param('[x]\nrelation = { trend = "warm" }', ["[x]", "relation.trend", "'warm'"], id="unknown-trend"),
        pytest.param('[x]\nrelation = { level = "intern" }', ["[x]", "relation.level", "'intern'"], id="unknown-level"),
    ],
)
def test_a_wrong_file_is_told_with_file_and_reason(tmp_path: Path, text: str, reasons: list[str]) -> None:
    with pytest.raises(DataError) as caught:
        load(folder(tmp_path, words=text))
    assert caught.value.path == tmp_path / "words.toml"
    assert str(caught.value).startswith(str(tmp_path / "words.toml"))
    for reason in reasons:
        assert reason in caught.value.reason


def test_a_concept_defined_in_two_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="'blame' is defined twice") as caught:
        load(folder(tmp_path, one="[blame]", two="[blame]"))
    assert caught.value.path.name == "two.toml"


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (folder(tmp_path) / "words.toml").write_bytes(b"[bl\xffme]")
    with pytest.raises(DataError, match="expected TOML"):
        load(tmp_path)


def test_the_inventory_of_the_package_knows_all_types() -> None:
    assert len(inventory().types) == 16
    assert len(inventory().concepts) > 200
