"""Who belongs to which institution, and when: the tables of `institutions/`, the test of what is plausible."""

import datetime
import tomllib
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec

from marsad.errors import DataError

FOLDER = Path(__file__).parent / "institutions"
# How many states at most are the sides of a deal.
FEW = 4


class Institution(msgspec.Struct, frozen=True, dict=True):
    """One institution, treaty or body.

    `speaks_as_parent` marks an organ whose acts are those of its parent (a commission, a council); `tables` holds its
    members, observers, candidates and former members as written, `source` says where they are from. `group` is the
    group of states after which its summits are named ("the Arab summit"), empty for none.
    """

    code: str
    name: str
    kind: str
    parent: str
    universal: bool
    speaks_as_parent: bool
    non_members: frozenset[str]
    source: str
    tables: dict[str, tuple[dict[str, str], ...]]
    group: str = ""

    def belongs(self, state: str, day: datetime.date | None) -> bool | None:
        """Return whether a state is or was a member, observer or associate by a day; None where the tables can't say.

        A former member counts until a year after it left, since news of its leaving goes on.
        """
        if self.universal:
            return state not in self.non_members and not self._has_gone(state, day)
        if not self.tables.get("members"):
            return None
        for table in ("members", "observers", "associates", "suspended", "candidates", "former"):
            for row in self.tables.get(table, ()):
                if row.get("state") == state and _covers(row, day):
                    return True
        return False

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The states that are or were in it, where these are so few that they are the sides of a deal."""
        rows = (*self.tables.get("members", ()), *self.tables.get("former", ()))
        states = tuple(dict.fromkeys(row["state"] for row in rows if "state" in row))
        return states if not self.universal and 1 < len(states) <= FEW else ()

    def _has_gone(self, state: str, day: datetime.date | None) -> bool:
        """Return whether a state left more than a year before a day, and has not come back."""
        gone = [row for row in self.tables.get("former", ()) if row.get("state") == state]
        back = any(row.get("state") == state for row in self.tables.get("members", ()))
        return bool(gone) and not back and not any(_covers(row, day) for row in gone)


def _covers(row: dict[str, str], day: datetime.date | None) -> bool:
    if day is None or not row.get("to"):
        return True
    return str(row["to"])[:4] >= str(day.year - 1)


@cache
def institutions() -> dict[str, Institution]:
    """Return all institutions by code (`CSTO`); raises DataError where a file is wrong."""
    found: dict[str, Institution] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for code, table in _read(path).items():
            if code in found:
                raise DataError(path, None, f"institution {code!r} is defined twice")
            found[code] = _institution(path, code, table)
    return found


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(path, None, f"expected TOML, got: {error}") from error


def _institution(path: Path, code: str, table: dict[str, Any]) -> Institution:
    if not isinstance(table.get("name"), str):
        raise DataError(path, None, f"[{code}] expected a name")
    lists = {k: tuple(v) for k, v in table.items() if isinstance(v, list) and v and isinstance(v[0], dict)}
    if joined := table.get("joined"):
        rows = tuple({"state": state, "from": day} for day, states in joined.items() for state in states)
        lists["members"] = (*rows, *lists.get("members", ()))
    return Institution(
        code,
        table["name"],
        table.get("kind", ""),
        table.get("parent", ""),
        bool(table.get("universal", False)),
        bool(table.get("speaks_as_parent", False)),
        frozenset(table.get("non_members", ())),
        table.get("source", ""),
        lists,
        table.get("group", ""),
    )


@cache
def bodies_of_groups() -> dict[str, str]:
    """Return the actor codes of the bodies whose summits are named after a group of states, by the group."""
    return {known.group: f"IGO:{known.code}" for known in institutions().values() if known.group}
