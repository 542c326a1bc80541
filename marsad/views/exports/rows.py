"""Reports as rows of one flat table: all records with the same columns, for CSV, Parquet and frames."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from marsad.model.records import KINDS, Base
from marsad.model.report import Report
from marsad.model.values import Actor, Evidence, Interval, Place

Cell = str | int | float | bool | datetime.date | None
SOURCE = ("version", "known", "published", "lang", "title", "outlet", "url", "story", "chain")
DATE = ("date_start", "date_end", "date_precision", "date_text")
EVIDENCE = ("start", "end", "sentence_number", "line", "words", "sentence")
JOINT = "; "


def columns() -> tuple[str, ...]:
    """Return the names of the columns: record, source, date, evidence, then the fields of all kinds."""
    own = dict.fromkeys(f for kind in KINDS.values() for f in kind.__struct_fields__ if f not in Base.__struct_fields__)
    fields = [name for name in own if name not in ("status",)]
    first = ("kind", "id", "article", "status", "said_by")
    return (*first, *DATE, *fields, *EVIDENCE, "rule", "confidence", *SOURCE)


def flat_rows(reports: Iterable[Report]) -> Iterator[dict[str, Cell]]:
    """Yield each report as a row; what a kind of record does not have is None, lists are joined by semicolons."""
    names = columns()
    for report in reports:
        row = _row(report)
        yield {name: row.get(name) for name in names}


def _row(report: Report) -> dict[str, Cell]:
    record, source = report.record, report.source
    row: dict[str, Cell] = {"kind": str(record.__struct_config__.tag)}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if name == "date":
            row |= dict(zip(DATE, _interval(value), strict=True))
        elif isinstance(value, Evidence):
            row |= dict(zip(EVIDENCE, _evidence(value), strict=True))
        else:
            row[name] = cell(value)
    chain = JOINT.join(link.id or link.name for link in source.chain)
    return row | {name: cell(getattr(source, name)) for name in SOURCE} | {"chain": chain or None}


def _interval(value: Interval | None) -> tuple[Cell, ...]:
    return (value.start, value.end, value.precision, value.text or None) if value else (None,) * len(DATE)


def _evidence(value: Evidence) -> tuple[Cell, ...]:
    return value.start, value.end, value.sent, value.line, value.text, value.sentence


def cell(value: Any) -> Cell:
    """Return a field as one cell: actors by their codes, intervals as `first/last`, places by country and name."""
    if isinstance(value, Actor):
        return value.code
    if isinstance(value, Interval):
        return f"{value.start or ''}/{value.end or ''}"
    if isinstance(value, Place):
        return JOINT.join(filter(None, (value.country, value.name)))
    if isinstance(value, tuple | list | frozenset):
        return JOINT.join(str(cell(v)) for v in value) or None
    if isinstance(value, dict):
        return JOINT.join(f"{key}: {cell(v)}" for key, v in value.items()) or None
    if isinstance(value, msgspec.Struct):
        return msgspec.json.encode(value).decode()
    return None if value == "" else value
