"""Kinds of states by which a text takes up one that it has named ("the kingdom", "the Baltic state")."""

import tomllib
from functools import cache
from pathlib import Path

from marsad.errors import DataError
from marsad.lexicon.names import alpha3

PATH = Path(__file__).parents[1] / "actors" / "kinds.toml"


@cache
def state_kinds() -> dict[str, frozenset[str]]:
    """Return the states of each kind, as alpha-3; raises DataError for a code no state has, or that stands twice."""
    known = {*alpha3().values()}
    found = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return {kind: _states(kind, codes.split(), known) for kind, codes in found.items()}


def _states(kind: str, codes: list[str], known: set[str]) -> frozenset[str]:
    if unknown := set(codes) - known:
        raise DataError(PATH, None, f"{kind}: expected alpha-3 codes of states, got {sorted(unknown)}")
    if len(set(codes)) != len(codes):
        raise DataError(PATH, None, f"{kind}: expected each state once, got {' '.join(codes)}")
    return frozenset(codes)
