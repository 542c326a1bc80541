"""Tables that linguists edit: tab-separated files with one header line, or a folder of such files."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import msgspec

from marsad.errors import DataError

# The columns of every table of a language folder (languages/README.md).
COLUMNS: dict[str, tuple[str, ...]] = {
    "letters": ("from", "to", "why"),
    "abbreviations": ("form", "why"),
    "proclitics": ("form", "marks", "before"),
    "enclitics": ("form", "marks", "after", "drop", "add"),
    "paradigms": ("class", "part", "match", "replace", "features"),
    "verbs": ("lemma", "present", "noun", "active", "passive"),
    "nouns": ("lemma", "plural"),
    "declension": ("lemma", "kind"),
    "endings": ("ending", "class", "case"),
    "function": ("form", "class", "value"),
    "anaphora": ("phrase", "kind"),
    "triggers": ("lemma", "pos", "concept", "slots", "needs", "note"),
    "plain": ("lemma",),
    "nominals": ("lemma", "class", "value"),
    "titles": ("lemma", "kind", "sector", "role"),
    "states": ("code", "form", "kind"),
    "demonyms": ("code", "adjective", "people"),
    "institutions": ("code", "form", "kind"),
    "groups": ("id", "form"),
    "persons": ("id", "form"),
    "firstnames": ("form",),
    "outlets": ("slug", "form"),
    "times": ("phrase", "meaning"),
    "calendar": ("form", "unit", "value"),
    "credits": ("phrase", "hop"),
    "labels": ("key", "label"),
}
# The column of a table whose phrases may hold alternatives: "(close|shut|) the border".
ALTERNATIVES = {
    "triggers": "lemma", "nominals": "lemma", "titles": "lemma", "anaphora": "phrase", "credits": "phrase",
    "times": "phrase", "institutions": "form", "states": "form", "groups": "form",
    "function": "form",
}  # fmt: skip
# The column of phrases that hold no parentheses but those of alternatives, two at least.
WORDS = "lemma"
_ALTERNATIVE = re.compile(r"\(([^()]*\|[^()]*)\)")


class TableRow(msgspec.Struct, frozen=True):
    """One row: its cells by column name, and where it stands (`file` relative to the language folder, 1-based line)."""

    cells: dict[str, str]
    path: Path
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def rule(self) -> str:
        """The name under which the row is cited in a record: `triggers/diplomacy.tsv:41`."""
        parts = self.path.parts
        name = "/".join(parts[-2:]) if parts[-2] in COLUMNS else parts[-1]
        return f"{name}:{self.line}"


def read_table(folder: Path, name: str) -> list[TableRow]:
    """Return the rows of table `name` of a folder, empty when it has none; raises DataError for a malformed row.

    A phrase with alternatives is written out: a row for each.
    """
    paths = [folder / f"{name}.tsv", *sorted((folder / name).glob("*.tsv"))]
    rows = (row for path in paths if path.exists() for row in read_rows(path, COLUMNS[name]))
    column = ALTERNATIVES.get(name)
    return [single for row in rows for single in _written_out(row, column)] if column else list(rows)


def _written_out(row: TableRow, column: str) -> Iterator[TableRow]:
    """Yield a row for each way to choose among the alternatives of a phrase, in order; an empty one leaves no gap."""
    parts = _ALTERNATIVE.split(row[column])
    if any("|" in fixed or (column == WORDS and "(" in fixed) for fixed in parts[::2]):
        raise DataError(
            row.path, row.line, f"{column}: expected alternatives without others inside, got {row[column]!r}"
        )
    if len(parts) == 1:
        yield row
        return
    # Every second part is the inside of a pair of parentheses.
    choices = ([part] if n % 2 == 0 else part.split("|") for n, part in enumerate(parts))
    for chosen in product(*choices):
        phrase = " ".join("".join(chosen).split())
        yield TableRow(row.cells | {column: phrase}, row.path, row.line)


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[TableRow]:
    """Yield the rows of one file that must have exactly these columns; raises DataError with file and line."""
    header: list[str] | None = None
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip(" \r") for cell in line.split("\t")]
        if header is None:
            header = cells
            if tuple(header) != columns:
                raise DataError(path, number, f"expected the columns {columns}, got {tuple(header)}")
            continue
        if len(cells) != len(columns):
            raise DataError(path, number, f"expected {len(columns)} cells, got {len(cells)}: {line!r}")
        yield TableRow(dict(zip(columns, cells, strict=True)), path, number)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise DataError(path, None, f"expected UTF-8, got byte {error.object[error.start]:#x}") from error
