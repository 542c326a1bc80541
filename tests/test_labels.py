"""Whatever a brief can show has a label in every language that briefs are written in."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.inventory import inventory
from marsad.ledger.commitments import MAKES
from marsad.lexicon.profile import language_codes, languages_folder
from marsad.lexicon.tables import read_rows, read_table
from marsad.model import records, values
from marsad.stories import Counts
from marsad.views import brief
from marsad.views.labels import label_languages, labels

ROOT = Path(__file__).parents[1]
WRITERS = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "marsad" / "views").glob("[dt]*.py")))
SOURCES = sorted((ROOT / "marsad" / "records").glob("*.py"))
# Where the values of a closed list are shown.
LISTS = {
    "status": (values.Status, values.MeetingStatus), "type": (values.EventType,),
    "act": (values.Act, values.CommitmentAct),
    "aspect": (values.Aspect,), "value": (values.StandingValue,), "subject": (values.CommitmentSubject,),
    "stage": (values.AgreementStage,), "attendance": (values.Attendance,), "stance": (values.StanceValue,),
    "trend": (values.Trend,), "level": (values.Level,), "hop": (values.Hop,), "axis": (values.Axis,),
}  # fmt: skip
# Where the values that nominals give are shown.
NOMINALS = {"agreement": "form", "meeting": "form", "statement": "via", "body": "creates"}
MARKED = ("chain", "date", "records", "note", "said_by")  # fields of the brief's own


def closed_values() -> Iterator[str]:
    for field, lists in LISTS.items():
        yield from (f"{field}.{value}" for literal in lists for value in values.choices(literal))


def nominal_values() -> Iterator[str]:
    for language in language_codes():
        rows = read_table(languages_folder() / language, "nominals")
        yield from (
            f"{NOMINALS[row['class']]}.{row['value']}" for row in rows if row["class"] in NOMINALS if row["value"]
        )


def concept_values() -> Iterator[str]:
    """Yield the forms and modes that concepts name themselves."""
    for path in sorted((ROOT / "marsad" / "concepts").glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        for field in ("form", "mode", "via", "level"):
            yield from (f"{field}.{value}" for value in re.findall(rf'\b{field} = "([^"$]+)"', text))


def sectors() -> Iterator[str]:
    for language in language_codes():
        yield from (
            f"sector.{row['sector'].split()[-1]}"
            for row in read_table(languages_folder() / language, "titles")
            if row["sector"]
        )


def field_names() -> Iterator[str]:
    for kind in records.KINDS.values():
        yield from (f"field.{name}" for name in kind.__struct_fields__ if name not in brief.LEFT_OUT)
    yield from (f"field.{name}" for name in MARKED)


def warnings() -> Iterator[str]:
    """Yield the labels of all warnings that the code gives: what stands before the colon."""
    for path in SOURCES:
        yield from (
            f"why.{why.replace(' ', '-')}" for why in re.findall(r'why ?= ?f?"([a-z ]+):', path.read_text("utf-8"))
        )


def own_words() -> Iterator[str]:
    for kind in records.KINDS:
        yield from (f"kind.{kind}", f"plural.{kind}")
    yield from (f"brief.{word}" for word in ("no-records", "since", "until", "sector-of"))


def store_words() -> Iterator[str]:
    """Yield what timelines and briefs of the store show besides."""
    yield from (f"quad.{kind.quad.replace(' ', '-')}" for kind in inventory().types.values())
    yield from (f"promise.{state}" for state in MAKES.values())
    # What one language has a label for in these groups, every one has.
    tables = [labels(language).table for language in label_languages()]
    yield from (key for table in tables for key in table if key.startswith(("column.", "ledger.", "voice.")))
    yield from (f"block.{kind}" for kind in ("precondition", "rejection", "ratification"))
    yield from (f"brief.{word}" for word in re.findall(r"""["']brief\.([a-z-]+)["']""", WRITERS))
    yield from (f"brief.{count}" for count in Counts.__struct_fields__)


WANTED = {
    "closed lists": closed_values, "nominals": nominal_values, "concepts": concept_values, "sectors": sectors,
    "fields": field_names, "warnings": warnings, "brief": own_words, "store": store_words,
}  # fmt: skip


@pytest.mark.parametrize("language", label_languages())
@pytest.mark.parametrize("what", WANTED)
def test_all_that_a_brief_shows_has_a_label(what: str, language: str) -> None:
    table = labels(language).table
    keys = set(WANTED[what]())
    # The value of a list may be labelled for all lists at once, a field not.
    known = table.keys() | {key for key in keys if what != "fields" and f"value.{key.partition('.')[2]}" in table}
    assert keys
    assert sorted(keys - known) == []


@pytest.mark.parametrize("language", label_languages())
def test_no_label_is_empty_or_a_slug(language: str) -> None:
    table = labels(language).table
    assert [key for key, label in table.items() if not label or label == key or "_" in label] == []


@pytest.mark.parametrize("language", label_languages())
def test_no_key_stands_twice(language: str) -> None:
    keys = [row["key"] for row in read_table(languages_folder() / language, "labels")]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


@pytest.mark.parametrize("language", label_languages())
def test_every_office_and_group_has_a_name(language: str) -> None:
    words = labels(language)
    rows = read_rows(ROOT / "marsad" / "actors" / "states.tsv", ("code", "kind", "capital_exception", "note"))
    groups = [row["code"] for row in rows if row["kind"] == "group"]
    assert [code for code in groups if words.state(code) == code] == []
