"""Results as a table on a terminal, as lines with tabs in a pipe, or as JSON."""

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from marsad.views.bidi import isolate, visible
from marsad.views.json_out import dump_indented


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table: with lines and colours on a terminal, else one row a line, cells parted by tabs, no heading."""
    cells = [[str(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        sys.stdout.writelines("\t".join(visible(cell) for cell in row) + "\n" for row in cells)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=None, pad_edge=False, header_style="bold cyan")
    for row in cells:
        table.add_row(*(Text(isolate(cell, rtl=False)) for cell in row))
    Console(highlight=False).print(table)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines, made safe to show."""
    sys.stdout.writelines(isolate(line, rtl=False) + "\n" for line in lines)


def print_json(value: Any) -> None:
    """Print a value as JSON, keys sorted."""
    sys.stdout.buffer.write(dump_indented(msgspec.to_builtins(value)) + b"\n")
