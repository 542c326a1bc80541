"""The kinds of states that epithets ask for."""

from pathlib import Path

import pytest

from marsad.errors import DataError
from marsad.lexicon import kinds


def test_that_every_kind_has_states_that_geonames_knows() -> None:
    found = kinds.state_kinds()
    assert all(found.values())
    assert found["baltic"] == {"EST", "LVA", "LTU"}


def test_that_regions_lie_in_their_continents() -> None:
    found = kinds.state_kinds()
    parts = {
        "african": ("west-african", "east-african", "north-african", "central-african", "southern-african", "sahel"),
        "asian": ("central-asian", "south-asian", "southeast-asian", "east-asian"),
        "european": ("baltic", "balkan", "nordic", "caucasus"),
        "american": ("south-american", "central-american", "caribbean", "andean"),
        "monarchy": ("kingdom", "sultanate", "principality"),
    }
    wrong = {part: found[part] - found[whole] for whole, inside in parts.items() for part in inside}
    assert {part: states for part, states in wrong.items() if states} == {}


@pytest.mark.parametrize("codes", ["EST XXX", "EST LVA EST"])
def test_that_a_wrong_kind_stops(codes: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kinds.toml"
    path.write_text(f'baltic = "{codes}"\n', encoding="utf-8")
    monkeypatch.setattr(kinds, "PATH", path)
    kinds.state_kinds.cache_clear()
    with pytest.raises(DataError, match="baltic"):
        kinds.state_kinds()
    kinds.state_kinds.cache_clear()
