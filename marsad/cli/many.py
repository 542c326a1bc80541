"""Reading many articles: coding a file, and scoring on gold sets."""

import contextlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from marsad.cli.guard import report
from marsad.cli.pool import Coded, coded
from marsad.cli.progress import count_lines, progress
from marsad.errors import UsageError
from marsad.evaluate import Gold, Report, as_findings, as_tables, read_gold, score
from marsad.evaluate import as_json as scores_json
from marsad.evaluate.score import Answer
from marsad.intake import articles_from_jsonl, articles_from_stream
from marsad.intake.rows import Row
from marsad.reading import languages
from marsad.views.json_out import dump_indented

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


def evaluate_files(paths: list[Path], jobs: int, lists: tuple[str, ...], *, as_json: bool) -> int:
    """Return 1 when some rows failed, else 0, after printing the scores and the lists wanted (`missed`, `false`)."""
    if as_json and lists:
        raise UsageError("expected --json or --misses and --false, got both: the lists are for reading")
    failed: Counter[str] = Counter()
    result = score(pair for path in paths for pair in _answers(path, jobs, failed))
    _print_scores(result, lists, as_json=as_json)
    return int(failed.total() > 0)


def _print_scores(result: Report, lists: tuple[str, ...], *, as_json: bool) -> None:
    if as_json:
        sys.stdout.buffer.write(dump_indented(scores_json(result)) + b"\n")
        return
    parts = [as_tables(result), *(as_findings(result, what) for what in lists)]
    sys.stdout.write("\n".join(part for part in parts if part) + "\n")


def _answers(path: Path, jobs: int, failed: Counter[str]) -> Iterator[tuple[Gold, Answer]]:
    """Yield the gold rows in our languages with what was read: nothing for those that fail, which are also reported."""
    known = languages()
    gold = read_gold(path)
    asked = {number for number, row in gold.items() if row.lang in known}
    _report_left_out(path, Counter(row.lang for row in gold.values() if row.lang not in known))
    rows = (row for row in articles_from_jsonl(path, known) if row[0] in asked)
    for row in progress(coded(rows, jobs, str(path)), len(asked)):
        if row.error:
            failed[str(path)] += 1
            report(row.error)
        yield gold[row.number], msgspec.json.decode(row.data or b"{}")


def _report_left_out(path: Path, left_out: Counter[str]) -> None:
    if left_out:
        parts = ", ".join(f"{count} {lang}" for lang, count in sorted(left_out.items()))
        report(f"{path}: left out, in languages that can't be read: {parts}")
