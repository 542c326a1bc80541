"""The formats of `marsad export`: which writer makes them, and whether they are text or a binary file."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from marsad.model.report import Report
from marsad.views.exports import gdelt, icews
from marsad.views.exports.plover import plover_events
from marsad.views.exports.provenance import CONTEXT, provenance_nodes
from marsad.views.exports.rows import columns, flat_rows
from marsad.views.json_out import dump

Writer = Callable[[Iterable[Report], BinaryIO], None]


def export(reports: Iterable[Report], name: str, out: BinaryIO) -> None:
    """Write the reports in one of FORMATS; raises UsageError where a format needs a library that is not there."""
    FORMATS[name](reports, out)


def _jsonl(reports: Iterable[Report], out: BinaryIO) -> None:
    """Write each report as {"record", "source"} on a line: everything, to be read again."""
    _lines((msgspec.to_builtins(report) for report in reports), out)


def _plover(reports: Iterable[Report], out: BinaryIO) -> None:
    _lines(plover_events(reports), out)


def _lines(values: Iterable[Any], out: BinaryIO) -> None:
    for value in values:
        out.write(dump(value) + b"\n")


def _csv(reports: Iterable[Report], out: BinaryIO) -> None:
    _table(columns(), flat_rows(reports), out, ",")


def _gdelt(reports: Iterable[Report], out: BinaryIO) -> None:
    _table(gdelt.COLUMNS, gdelt.gdelt_rows(reports), out, "\t")


def _icews(reports: Iterable[Report], out: BinaryIO) -> None:
    _table(icews.COLUMNS, icews.icews_rows(reports), out, "\t")


def _table(names: Iterable[str], rows: Iterable[dict[str, Any]], out: BinaryIO, mark: str) -> None:
    """Write a header line and the rows as UTF-8, quoted where a cell holds a mark or the end of a line."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="", write_through=True)
    writer = csv.DictWriter(text, list(names), delimiter=mark, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: "" if v is None else v for name, v in row.items()} for row in rows)
    text.detach()


def _parquet(reports: Iterable[Report], out: BinaryIO) -> None:
    from marsad.views.frames import records_frame

    buffer = io.BytesIO()
    records_frame(reports).write_parquet(buffer)
    out.write(buffer.getvalue())


def _jsonld(reports: Iterable[Report], out: BinaryIO) -> None:
    """Write one document, a node of the graph on a line."""
    out.write(b'{"@context": ' + dump(CONTEXT) + b', "@graph": [\n')
    for number, line in enumerate(map(dump, provenance_nodes(reports))):
        out.write((b",\n" if number else b"") + line)
    out.write(b"\n]}\n")


FORMATS: dict[str, Writer] = {
    "jsonl": _jsonl, "csv": _csv, "parquet": _parquet, "plover": _plover, "gdelt": _gdelt, "icews": _icews,
    "jsonld": _jsonld,
}  # fmt: skip
BINARY = frozenset({"parquet"})


def lines_of(reports: Iterable[Report], name: str) -> Iterator[str]:
    """Yield the lines of a text format."""
    buffer = io.BytesIO()
    export(reports, name, buffer)
    yield from buffer.getvalue().decode("utf-8").splitlines()
