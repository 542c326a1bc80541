"""Wrong concept files are told with their file and the reason; a right one is read."""

import re
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
        pytest.param(
            '[blame]\nevent = { type = "ACCUSE", actor = "$actor|@COPS" }',
            ["[blame]", "PLOVER sector", "'COPS'"],
            id="unknown-sector",
        ),
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


EVENTS = [(name, t.fields) for name, c in inventory().concepts.items() for t in c.templates if t.kind == "event"]
# Codes that newer versions of CAMEO have (1.1b3) and the table of conversions has not.
NEWER = {"155", "176"}
# Codes of which PLOVER's manual says another type than its table of conversions (an embargo is SANCTION), and concepts
# whose nearest code lies in another family: an invasion is force, a verdict a sanction.
OTHER_TYPE = {"055", "056", "163", "170", "173", "175"}
NEAREST = {
    "besiege", "convict", "declare-ceasefire", "fine", "impeach", "invade", "occupy", "resign", "rule-against",
    "PROTEST", "RETREAT",
}  # fmt: skip


@pytest.mark.parametrize(("name", "fields"), EVENTS, ids=[name for name, _ in EVENTS])
def test_every_event_has_a_cameo_code_with_a_goldstein_score(name: str, fields: dict[str, str]) -> None:
    code = fields["cameo"]
    assert re.fullmatch(r"(0[1-9]|1[0-9]|20)\d\d?", code)
    assert inventory().goldstein(code) != 0.0
    assert inventory().cameo_name(code)


def official(shared: Path) -> dict[str, str]:
    """Return PLOVER types by CAMEO code as the official table converts them."""
    lines = (shared / "gold" / "cameo2plover.txt").read_text(encoding="utf-8").splitlines()
    found = (re.match(r"(\d{3,4}): *([A-Z]+)", line) for line in lines)
    return {m[1]: m[2] for m in found if m}


def test_cameo_codes_exist_and_have_the_type_of_the_official_conversion(shared: Path) -> None:
    table = official(shared)
    assert set(table) - set(inventory().cameo_codes) == set()
    codes = [(name, f["type"], f["cameo"]) for name, f in EVENTS]
    codes += [(t.name, reported, code) for t in inventory().types.values() for reported, code in t.cameo_as.items()]
    assert [(n, c) for n, _, c in codes if c not in table and c not in NEWER] == []
    same = {(n, c) for n, kind, c in codes if table.get(c, kind) == kind}
    assert [(n, c) for n, _, c in codes if (n, c) not in same and c not in OTHER_TYPE and n not in NEAREST] == []


def test_codes_have_their_goldstein_scores() -> None:
    known = inventory()
    assert [known.goldstein(code) for code in ("0334", "0331", "033", "1424", "190", "")] == [
        6.0,
        5.2,
        5.2,
        -6.5,
        -10.0,
        0.0,
    ]


def test_an_announced_event_has_the_code_of_an_announcement() -> None:
    assert inventory().cameo("CONSULT", "AGREE", "040") == "036"
    assert inventory().cameo("CONSULT", "CONSULT", "040") == "040"
