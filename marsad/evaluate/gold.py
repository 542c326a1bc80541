"""Rows of a gold set, as `gold/README.md` defines them."""

from pathlib import Path
from typing import Any

import msgspec

from marsad.errors import InputError

# What a sentence denies is not asked for as an event; nor is a record that says so an event.
NO_EVENT = ("negated", "denied")


class GoldEvent(msgspec.Struct, frozen=True):
    """An event that annotators saw: empty sides are not asked for; `optional` and `ctx` as in gold/README.md."""

    type: str
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    status: str = "actual"
    mode: str = ""
    optional: bool = False
    ctx: bool = False


class Gold(msgspec.Struct, frozen=True):
    """One annotated text; `scored` names what the set really annotates, `expected` the rows of a records set.

    `where` is the file and line it stands in.
    """

    id: str
    lang: str
    text: str
    set: str = ""
    date: str | None = None
    events: tuple[GoldEvent, ...] = ()
    scored: tuple[str, ...] = ()
    expected: tuple[dict[str, Any], ...] = ()
    where: str = ""

    @property
    def asked(self) -> tuple[GoldEvent, ...]:
        """The events that a reader has to find or may find: all but those the sentence denies."""
        return tuple(event for event in self.events if event.status not in NO_EVENT)


def read_gold(path: Path) -> dict[int, Gold]:
    """Return the rows of a gold file by line number; raises InputError for a file or row that is no gold set."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise InputError(str(path), f"expected a gold set, got: {error.strerror or error}") from error
    return {n: _gold(line, f"{path}:{n}") for n, line in enumerate(lines, start=1) if line.strip()}


def _gold(line: bytes, where: str) -> Gold:
    try:
        row = msgspec.json.decode(line, type=Gold)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(where, f"expected a row of a gold set, got: {error}") from error
    if not row.scored and not row.expected:
        raise InputError(where, 'expected "scored" or "expected" to say what is annotated, got neither')
    return msgspec.structs.replace(row, where=where, set=row.set or Path(where).stem)
