"""Results as frames of Polars (or pandas): one row a record, or one row an object of any typed result."""

import datetime
import importlib
from collections.abc import Iterable
from typing import Any

import msgspec

from marsad.errors import UsageError
from marsad.model.article import Reading
from marsad.model.report import Report, Source
from marsad.views.exports.rows import cell, columns, flat_rows

LIBRARIES = ("polars", "pandas")
NUMBERS = {"start": "Int64", "end": "Int64", "sentence_number": "Int64", "line": "Int64", "version": "Int64"}
MEASURES = {"score": "Float64", "goldstein": "Float64", "confidence": "Float64"}
DAYS = {"date_start": "Date", "date_end": "Date", "known": "Date", "published": "Date"}
TYPES = {**NUMBERS, **MEASURES, **DAYS, "quoted": "Boolean"}


def records_frame(reports: Iterable[Report], library: str = "polars") -> Any:
    """Return reports as a frame, a row each, with the same columns whatever kinds there are.

    Raises UsageError for a library that is none of LIBRARIES or is not installed.

    >>> from marsad.model.article import Article
    >>> from marsad.reading import read
    >>> reading = read(Article(id="a1", text="Mali left ECOWAS.", lang="en"))
    >>> frame = records_frame(reports_of(reading))
    >>> frame.filter(frame["kind"] == "standing").select("subject", "of", "value").row(0)
    ('MLI', 'IGO:ECOWAS', 'left')
    """
    module = _frames(library)
    names = columns()
    rows = [tuple(row.values()) for row in flat_rows(reports)]
    if library == "pandas":
        return module.DataFrame(rows, columns=list(names))
    return module.DataFrame(rows, schema={n: getattr(module, TYPES.get(n, "String")) for n in names}, orient="row")


def frame(results: Iterable[msgspec.Struct], library: str = "polars") -> Any:
    """Return typed results (reports, or the objects that a question to the store gives) as a frame, a row each.

    A field that is no plain value is one cell: actors by codes, lists joined by semicolons, what is nested as JSON.
    Raises UsageError for a library that is none of LIBRARIES or is not installed.
    """
    found = list(results)
    if all(isinstance(result, Report) for result in found):
        return records_frame((result for result in found if isinstance(result, Report)), library)
    rows = [{name: cell(getattr(result, name)) for name in result.__struct_fields__} for result in found]
    module = _frames(library)
    return module.DataFrame(rows) if library == "pandas" else module.DataFrame(rows, infer_schema_length=None)


def reports_of(reading: Reading, known: datetime.date | None = None) -> list[Report]:
    """Return the records of a reading as reports; `known` is the day for an article that has no date of its own."""
    article = reading.article
    source = Source(
        article=article.id, known=article.date or known or datetime.date.today(), lang=article.lang,
        title=article.title, outlet=article.outlet, published=article.date, chain=reading.chain,
    )  # fmt: skip
    return [Report(record=record, source=source) for record in reading.records]


def _frames(name: str) -> Any:
    if name not in LIBRARIES:
        raise UsageError(f"library: expected one of {', '.join(LIBRARIES)}, got {name!r}")
    return load_extra(name, "frames")


def load_extra(module: str, extra: str) -> Any:
    """Return a library that an extra of the package brings; raises UsageError where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise UsageError(f"expected {module}, got none: pip install 'marsad[{extra}]'") from error
