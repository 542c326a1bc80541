"""Rows of JSON, one article each: {"id"?, "lang"?, "date"?, "title"?, "outlet"?, "text", "pair"?}."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from marsad.errors import InputError
from marsad.intake.options import MAX_TEXT, Options, clean, make_article, parse_date, parse_language, shorten
from marsad.model.article import Article

MAX_LINE = 8 * MAX_TEXT  # an escaped character takes six bytes or, beyond the basic plane, twelve for one
Row = tuple[int, Article | InputError]


def articles_from_jsonl(path: Path, languages: tuple[str, ...]) -> Iterator[Row]:
    """Yield the number of each row (its line, from 1) with its article, or with the error that says why there is none.

    Blank lines are passed over. Raises InputError when the file itself can't be read.
    """
    try:
        with path.open("rb") as file:
            yield from articles_from_stream(file, languages, str(path))
    except OSError as error:
        raise InputError(str(path), f"expected a file that can be read, got: {error.strerror or error}") from error


def articles_from_stream(file: BinaryIO, languages: tuple[str, ...], name: str) -> Iterator[Row]:
    """Yield what articles_from_jsonl yields, from any open source that is called `name`."""
    seen: dict[str, int] = {}
    for number, raw in _lines(file):
        where = f"{name}:{number}"
        try:
            yield number, _row_article(raw, languages, where, seen)
        except InputError as error:
            yield number, error


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the numbered lines that are not blank; of one that is too long, only so much that the length shows."""
    number = 0
    while line := file.readline(MAX_LINE + 1):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(MAX_LINE)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line


def _row_article(raw: bytes, languages: tuple[str, ...], where: str, seen: dict[str, int]) -> Article:
    row = _row_object(raw, where)
    text = row.get("text")
    if not isinstance(text, str):
        raise InputError(where, f'expected "text" to be a string, got {_shown(row, "text")}')
    options = Options(
        languages=languages,
        lang=parse_language(row.get("lang"), languages, where),
        date=parse_date(row.get("date"), where),
        id=_row_id(row, where, seen),
        title=_string(row, "title", where),
        outlet=_string(row, "outlet", where),
        pair=_pair(row, where),
    )
    article = make_article(text, options, where)
    seen[options.id] = int(where.rpartition(":")[2])
    return article


def _row_object(raw: bytes, where: str) -> dict[str, Any]:
    if len(raw) > MAX_LINE:
        raise InputError(where, f"expected a row of at most {MAX_LINE:,} bytes, got more; split its text")
    try:
        row = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(where, f"expected UTF-8, got byte {raw[error.start]:#04x} at position {error.start}") from None
    except (ValueError, RecursionError) as error:
        raise InputError(
            where, f"expected a JSON object, got {shorten(raw.decode('utf-8').strip())} ({error})"
        ) from None
    if not isinstance(row, dict):
        raise InputError(where, f"expected a JSON object, got {shorten(row)}")
    return row


def _row_id(row: dict[str, Any], where: str, seen: dict[str, int]) -> str:
    """Return the id as a string, empty when the row has none; raises InputError for another type or one used before."""
    value = row.get("id")
    if value is None or value == "":
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(where, f'expected "id" to be a string, got {shorten(value)}')
    if str(value) in seen:
        raise InputError(where, f"expected an id of its own, got {shorten(value)} as in row {seen[str(value)]}")
    return str(value)


def _string(row: dict[str, Any], key: str, where: str) -> str:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(where, f'expected "{key}" to be a string, got {shorten(value)}')
    return value or ""


def _pair(row: dict[str, Any], where: str) -> tuple[str, str] | None:
    """Return the two actors of "pair" as written, None when the row asks for none; raises InputError."""
    pair = row.get("pair")
    if pair is None:
        return None
    source, target = (pair.get("source"), pair.get("target")) if isinstance(pair, dict) else (None, None)
    if not (isinstance(source, str) and isinstance(target, str) and source.strip() and target.strip()):
        raise InputError(where, f'expected "pair" to be {{"source": name, "target": name}}, got {shorten(pair)}')
    return clean(source), clean(target)


def _shown(row: dict[str, Any], key: str) -> str:
    return shorten(row[key]) if key in row else "no such field"
