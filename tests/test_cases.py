"""Every case of every language: text -> records that must be there, and the tempting ones that must not.

Cases stand in `marsad/languages/*/cases/*.toml`; the head of each file says what its tables mean.
"""

import datetime
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from marsad.evaluate.gold import NO_EVENT
from marsad.evaluate.records import meets
from marsad.lexicon.profile import languages_folder
from marsad.model.article import Article
from marsad.model.records import KINDS
from marsad.reading import read
from marsad.views.rules import quoted_rule

FILES = sorted(languages_folder().glob("*/cases/*.toml"))
# Rules of the records that no row makes: warnings and meetings that only a headline names.
BUILT_IN = {"institutions", "headline"}
SECTIONS = {"pass", "never", "known_failures"}
KEYS = {"text", "date", "title", "records", "never", "none"}
Row = dict[str, Any]


def cases(section: str) -> Iterator[Any]:
    """Yield the cases of one section of all files, named by language, file, number and what they are about."""
    marks = [pytest.mark.xfail(reason="known failure", strict=True)] if section == "known_failures" else []
    for path in FILES:
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8")).get(section, []), start=1):
            yield pytest.param(
                language(path), case, marks=marks, id=f"{language(path)}/{path.stem}-{number}: {summary(case)}"
            )


def summary(case: Row) -> str:
    """Return the kind and the telling values of a case's first row, in letters that any terminal shows."""
    row = (case.get("records") or case.get("never") or [{"kind": "no event"}])[0]
    values = (row.get(key) for key in ("type", "act", "value", "stage", "stance", "trend", "status"))
    return " ".join(str(value) for value in (row["kind"], *values) if isinstance(value, str))


def language(path: Path) -> str:
    return path.parts[-3]


def records(lang: str, case: Row) -> list[Row]:
    """Return the records of a case's text as plain JSON values."""
    article = Article(
        id="case", text=case["text"], lang=lang, title=case.get("title", ""), date=published(case["date"])
    )
    found: list[Row] = msgspec.json.decode(msgspec.json.encode(read(article).records))
    return found


def published(day: Any) -> datetime.date:
    return day if isinstance(day, datetime.date) else datetime.date.fromisoformat(day)


def absent(case: Row, found: list[Row]) -> list[Row]:
    """Return the rows of a case that no record meets."""
    return [row for row in case.get("records", []) if not any(meets(row, record) for record in found)]


def tempting(rows: list[Row], found: list[Row]) -> list[Row]:
    """Return the records that meet one of the rows that none may meet."""
    return [record for record in found if any(meets(row, record) for row in rows)]


def events(case: Row, found: list[Row]) -> list[Row]:
    """Return the events told as such, where the case says that there is none."""
    if not case.get("none"):
        return []
    return [record for record in found if record["kind"] == "event" and record["status"] not in NO_EVENT]


def ruleless(lang: str, found: list[Row]) -> list[str]:
    """Return the rules of records that lead to no row of a table, those left out that stand in none."""
    return [r["rule"] for r in found if not quoted_rule(lang, r["rule"]) and r["rule"] not in BUILT_IN]


@pytest.mark.parametrize(("lang", "case"), list(cases("pass")))
def test_records_that_must_be_there(lang: str, case: Row) -> None:
    found = records(lang, case)
    assert absent(case, found) == []
    assert ruleless(lang, found) == []


@pytest.mark.parametrize(("lang", "case"), list(cases("never")))
def test_records_that_must_not_be_there(lang: str, case: Row) -> None:
    found = records(lang, case)
    assert tempting(case.get("records", []), found) == []
    assert events(case, found) == []


@pytest.mark.parametrize(("lang", "case"), list(cases("known_failures")))
def test_known_failures_that_still_fail(lang: str, case: Row) -> None:
    found = records(lang, case)
    assert absent(case, found) == []
    assert tempting(case.get("never", []), found) == []
    assert events(case, found) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_a_case_file_says_only_what_is_understood(path: Path) -> None:
    sections = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(sections) <= SECTIONS
    for case in (case for section in sections.values() for case in section):
        assert {"text", "date"} <= set(case) <= KEYS
        rows = case.get("records", []) + case.get("never", [])
        assert rows or case.get("none") is True
        assert {row["kind"] for row in rows} <= set(KINDS)
        for row in rows:
            assert set(row) <= fields(row["kind"]), f"a field that {row['kind']} has not, in {case['text']!r}"


def fields(kind: str) -> set[str]:
    """Return the names that a row about a kind of record may use."""
    return {field.name for field in msgspec.structs.fields(KINDS[kind])} | {"kind", "line"}
