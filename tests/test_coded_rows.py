"""What a coded row says of the actors of its events."""

import pytest

from marsad.views.json_out import with_parents


@pytest.mark.parametrize(
    ("found", "written"),
    [
        (["IGO:UNSC"], ["IGO:UNSC", "IGO:UN"]),
        (["IGO:UNSC", "IGO:UN"], ["IGO:UNSC", "IGO:UN"]),
        (["IGO:PACE", "PER GOV"], ["IGO:PACE", "IGO:COE", "PER GOV"]),
        (["IGO:FATF"], ["IGO:FATF"]),
        (["IGO:CSTO", "---", "WEST"], ["IGO:CSTO", "---", "WEST"]),
        ([], []),
    ],
)
def test_an_organ_is_followed_by_its_institution(found: list[str], written: list[str]) -> None:
    assert with_parents(found) == written
