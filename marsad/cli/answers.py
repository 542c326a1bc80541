"""What the store answers with: exports, timelines and briefs of a state or a pair."""

import contextlib
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from marsad.cli.days import Day, span
from marsad.cli.single import terminal_language
from marsad.errors import UsageError
from marsad.model.report import Report
from marsad.store.querying import Filters
from marsad.store.store import Store
from marsad.views.dossier import dossier
from marsad.views.dossier_pages import markdown, page
from marsad.views.exports import FORMATS, export
from marsad.views.exports.formats import BINARY
from marsad.views.json_out import dump_indented
from marsad.views.labels import Labels, labels
from marsad.views.parties import find_party
from marsad.views.timeline import Piece, chart_lines, picture, timeline


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of which store: parties by code or name, days as written, the language of the answer."""

    db: str = ""
    one: str = ""
    other: str = ""
    since: str = ""
    until: str = ""
    ui: str = ""

    @property
    def words(self) -> Labels:
        """The labels of the answer's language; raises UsageError for one that has none."""
        return labels(self.ui or terminal_language())

    @property
    def parties(self) -> tuple[str, str]:
        """The codes of the parties, empty for one that is not asked for; raises UsageError for an unknown one."""
        one, other = (find_party(name, self.words) if name else "" for name in (self.one, self.other))
        if one and one == other:
            raise UsageError(f"expected two parties, got {one} twice")
        return one, other

    @property
    def span(self) -> tuple[Day, Day]:
        """The first and the last day; raises UsageError where the last is before the first."""
        return span(self.since, self.until)


def reports(asked: Asked, kinds: tuple[str, ...] = ()) -> list[Report]:
    """Return the reports that a question is about; raises StoreError where there is no store."""
    filters = _filters(asked, kinds)
    with Store(asked.db, create=False) as store:
        return list(store.reports(**filters))


def _filters(asked: Asked, kinds: tuple[str, ...] = ()) -> Filters:
    """Return what the store is asked for."""
    filters = Filters(kind=kinds) if kinds else Filters()
    for code in filter(None, asked.parties):
        if code.startswith("IGO:") and "institution" not in filters:
            filters["institution"] = code
        elif "state" in filters:
            filters["other"] = code
        else:
            filters["state"] = code
    return filters


def write_export(form: str, out: Path, asked: Asked) -> int:
    """Return 0 after the reports were written in a format to a file or, for `-`, to standard output."""
    if form not in FORMATS:
        raise UsageError(f"--format: expected one of {', '.join(FORMATS)}, got {form!r}")
    since, until = asked.span
    if out == Path("-") and form in BINARY and sys.stdout.isatty():
        raise UsageError(f"expected a file for {form}, got a terminal: marsad export FILE --format {form}")
    filters = _filters(asked)
    with Store(asked.db, create=False) as store, _output(out) as file:
        export((r for r in store.reports(**filters) if _within(r, since, until)), form, file)
    return 0


def _output(path: Path) -> AbstractContextManager[BinaryIO]:
    """Return what to write to: a file that takes the place of the one there once it is whole, or standard output."""
    return contextlib.nullcontext(sys.stdout.buffer) if path == Path("-") else _replacing(path)


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with _open(fresh) as file:
            yield file
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _within(report: Report, since: Day, until: Day) -> bool:
    known = report.source.known
    return (since is None or known >= since) and (until is None or known <= until)


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise UsageError(f"{path}: expected a file that can be written, got: {error.strerror}") from error


def show_timeline(asked: Asked, pictures: dict[str, Path | None], *, as_json: bool) -> int:
    """Return 0 after the timeline was printed, or written as the pictures (by form) that are asked for."""
    one, other = asked.parties
    found = timeline(reports(asked, ("event", "relation")), one, other, asked.span)
    wanted = [(form, path) for form, path in pictures.items() if path is not None]
    for form, path in wanted:
        data = picture(found, asked.words, form)
        with _open(path) as file:
            file.write(data)
    if as_json:
        sys.stdout.buffer.write(dump_indented(found) + b"\n")
    elif not wanted:
        _print(chart_lines(found, asked.words))
    return 0


def _print(lines: Any) -> None:
    """Write lines: coloured on a terminal, plain in a pipe."""
    if not sys.stdout.isatty():
        sys.stdout.writelines("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    for line in lines:
        pieces: list[Piece] = line
        console.print(Text.assemble(*((piece.text, piece.style) for piece in pieces)), soft_wrap=True)


def show_brief(asked: Asked, form: str, *, as_json: bool) -> int:
    """Return 0 after the brief was printed as Markdown, HTML or JSON."""
    makers = {"markdown": markdown, "html": page}
    if form not in makers:
        raise UsageError(f"--format: expected one of {', '.join(makers)}, got {form!r}")
    one, other = asked.parties
    found = dossier(reports(asked), one, other, asked.span[0])
    if as_json:
        sys.stdout.buffer.write(dump_indented(found) + b"\n")
    else:
        sys.stdout.write(makers[form](found, asked.words))
    return 0
