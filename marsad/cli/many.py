"""Reading many articles: rows of JSON in and out."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from marsad.cli.guard import report
from marsad.cli.pool import Coded, coded
from marsad.cli.progress import count_lines, progress
from marsad.errors import UsageError
from marsad.intake import articles_from_jsonl, articles_from_stream
from marsad.intake.rows import Row
from marsad.reading import languages

DASH = Path("-")


def code_file(source: Path, out: Path, jobs: int) -> int:
    """Return 1 when some rows failed, else 0; the others are written. Raises UsageError, InputError."""
    _check_files(source, out)
    rows, total = _rows(source)
    with _writable(out) as file:
        return _write(progress(coded(rows, jobs, _name(source)), total), file, _name(source))


def _check_files(source: Path, out: Path) -> None:
    if source == DASH:
        return
    if not source.exists():
        raise UsageError(f"{source}: expected a file of JSON rows or -, got no such file")
    if out.exists() and source.samefile(out):
        raise UsageError(f"{out}: expected another file to write to than the one to read")


def _rows(source: Path) -> tuple[Iterator[Row], int | None]:
    """Return the rows with how many lines they are, None where that can't be known beforehand."""
    if source == DASH:
        return articles_from_stream(sys.stdin.buffer, languages(), _name(source)), None
    return articles_from_jsonl(source, languages()), count_lines(source)


def _name(source: Path) -> str:
    return "standard input" if source == DASH else str(source)


@contextlib.contextmanager
def _writable(path: Path) -> Iterator[BinaryIO]:
    if path == DASH:
        yield sys.stdout.buffer
        return
    try:
        file = path.open("wb")
    except OSError as error:
        raise UsageError(f"{path}: expected a file that can be written, got: {error.strerror}") from error
    with file:
        yield file


def _write(rows: Iterable[Coded], file: BinaryIO, name: str) -> int:
    """Return 1 when some rows failed, else 0; those are reported, as is that there are none, the others written."""
    seen = failed = 0
    for row in rows:
        seen += 1
        if row.error:
            failed += 1
            report(row.error)
        else:
            file.write(row.data + b"\n")
    if not seen:
        report(f"{name}: expected rows of JSON, got none: it is empty or blank")
    return int(failed > 0)
