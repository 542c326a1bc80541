"""How far a run is, on a terminal only."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")
BLOCK = 1 << 20


def progress(items: Iterable[Item], total: int | None) -> Iterator[Item]:
    """Yield the items; on a terminal a bar on standard error shows how many of them are done."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, "", total, console=Console(stderr=True), transient=True)


def count_lines(path: Path) -> int | None:
    """Return the number of lines of a file; None where counting would use the lines up (a pipe) or can't be done."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(BLOCK), b""))
