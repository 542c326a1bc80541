"""Tables for people: drawn on a terminal, one line a row and a tab between cells anywhere else."""

from collections.abc import Iterable
from typing import TextIO

import msgspec

from marsad.views import bidi
from marsad.views.labels import Labels


class Table(msgspec.Struct, frozen=True):
    """A table with a title; a row has as many cells as there are columns."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Quote(msgspec.Struct, frozen=True):
    """The words that carry what a table says, and whose they are; `about` says of what."""

    about: str
    text: str
    source: str = ""


Block = Table | Quote


def print_blocks(blocks: Iterable[Block], words: Labels, out: TextIO) -> None:
    """Write tables and quotations: drawn on a terminal, plain anywhere else."""
    if out.isatty():
        _draw(blocks, words, out)
        return
    for block in blocks:
        out.writelines(line + "\n" for line in _plain(block))


def _plain(block: Block) -> list[str]:
    if isinstance(block, Quote):
        return ["\t".join(_clean(part) for part in (block.about, block.text, block.source))]
    rows = ["\t".join(map(_clean, row)) for row in (block.columns, *block.rows)]
    return [f"# {_clean(block.title)}", *rows]


def _clean(text: str) -> str:
    """Return a cell on one line, without tabs and control characters."""
    return bidi.balanced(bidi.visible(text))


def _draw(blocks: Iterable[Block], words: Labels, out: TextIO) -> None:
    from rich.console import Console

    console = Console(file=out, highlight=False, markup=False, emoji=False)
    for block in blocks:
        console.print(_quoted(block, words) if isinstance(block, Quote) else _drawn(block, words))


def _drawn(table: Table, words: Labels) -> object:
    from rich import box
    from rich.table import Table as Drawn

    drawn = Drawn(
        title=bidi.isolate(table.title, rtl=words.rtl),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        collapse_padding=True,
    )
    for column in table.columns:
        drawn.add_column(column, overflow="fold", justify="right" if words.rtl else "left")
    for row in table.rows:
        drawn.add_row(*(bidi.isolate(cell, rtl=words.rtl) for cell in row))
    return drawn


def _quoted(quote: Quote, words: Labels) -> object:
    from rich.text import Text

    marks = "«»" if words.rtl else "“”"
    text = bidi.isolate(quote.text.strip(), rtl=words.rtl)
    said = f"{marks[0]}{text}{marks[1]} " if text else ""
    return Text.assemble(("  " + quote.about + "  ", "bold"), (said, "italic"), (quote.source, "dim"))
