"""What a text says of a party in a body that it does not belong to: the warning, and what may have been meant."""

import pytest
from reporting import day

from marsad.model.article import Article
from marsad.model.records import Warning
from marsad.reading import read

TEXTS = [
    # the text, what each warning is about, what may have been meant
    (
        "Armenia has suspended its participation in the CSTO. Armenia is leaving the European Union.",
        "IGO:EU",
        "IGO:CSTO",
    ),
    ("Switzerland has suspended its participation in NATO.", "IGO:NATO", ""),
    (
        "Niger has left ECOWAS. Ministers of the African Union met. Niger is leaving the Arab League.",
        "IGO:LAS",
        "IGO:ECOWAS",
    ),
    ("Burundi is leaving the International Criminal Court.", "IGO:ICC", ""),
    ("Brazil stopped paying its dues to the Council of Europe.", "IGO:COE", ""),
]
PLAUSIBLE = [
    "Armenia has suspended its participation in the CSTO.",
    "Hungary is leaving the International Criminal Court.",
    "Switzerland has not suspended its participation in NATO.",
    "The United Kingdom left the European Union.",
    "Burundi left the International Criminal Court.",
    "Ukraine applied to join the European Union.",
]


def warnings(text: str) -> list[Warning]:
    reading = read(Article(id="a", text=text, lang="en", date=day("2020-06-01")))
    return [record for record in reading.records if isinstance(record, Warning)]


@pytest.mark.parametrize(("text", "about", "instead"), TEXTS)
def test_what_can_t_be_is_warned_of(text: str, about: str, instead: str) -> None:
    assert [(w.about[1].code, w.instead) for w in warnings(text)] == [(about, instead)]


@pytest.mark.parametrize("text", PLAUSIBLE)
def test_what_can_be_is_not(text: str) -> None:
    assert warnings(text) == []
