"""When an actor code of a gold set and one of ours name the same actor."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from marsad.lexicon.tables import read_rows

NO_COUNTRY = "---"
ALIASES = Path(__file__).with_name("aliases.tsv")


@cache
def aliases() -> dict[str, str]:
    """Return our code of an institution by the code that a gold set uses for it."""
    return {row["code"]: row["standard"] for row in read_rows(ALIASES, ("code", "standard"))}


def split(code: str) -> tuple[str, str]:
    """Return country (or institution, or `---`) and sector of a code; the sector is empty where it has none."""
    country, _, sector = code.strip().partition(" ")
    return aliases().get(country, country), sector.strip()


def side_fits(gold: Sequence[str], ours: Sequence[str], *, sectors: bool) -> bool:
    """Return whether some actor of a side is right; a side that the gold leaves open always is.

    The country has to be the same, and with `sectors` the sector too where the gold has one. Where the gold has no
    country, the sector decides; any institution is what the gold calls `--- IGO`.
    """
    return not gold or any(code_fits(split(g), split(o), sectors=sectors) for g in gold for o in ours)


def code_fits(gold: tuple[str, str], ours: tuple[str, str], *, sectors: bool) -> bool:
    """Return whether one actor of ours is the one the gold names, both split into country and sector."""
    if gold == (NO_COUNTRY, "IGO"):
        return ours[0].startswith("IGO:") or ours[1] == "IGO"
    if gold[0] == NO_COUNTRY:
        return ours[1] == gold[1]
    return ours[0] == gold[0] and (not sectors or not gold[1] or ours[1] == gold[1])
