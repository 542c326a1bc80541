"""The figures of several gold files at once, and the floors that they must not fall below.

A file in a folder called `check` is held out (scored, never looked at), any other one was worked with.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from marsad.errors import InputError

HELD_OUT, WORKED_WITH = "held-out", "worked-with"
HELD_OUT_FOLDER = "check"
# Figures of which less is better: what they may not rise above stands in the same file.
CEILINGS = frozenset({"false", "types-per-text"})
SLACK = 0.02  # how far under a figure its floor is put: two rows of a small set
MAIN_SCORES = ("f1", "share", "recall")  # the first that a measure has is its figure
HEAD = """\
# Figures on the gold sets that must not get worse, by part, set and language. `false` and `types-per-text` must not
# rise, all others not fall. Written by `make floors`, which lowers none unless told to.
"""
Place = tuple[str, str, str, str]


class Figures(msgspec.Struct):
    """Scores as JSON by part and set, and agreement between languages as JSON by part and set."""

    scores: dict[str, dict[str, Any]]
    agreement: dict[str, dict[str, Any]]

    def flat(self) -> dict[Place, float]:
        """Return every figure by part, set, language (or `all`, `agreement`, a type to detect) and measure."""
        found = dict(_flat_scores(self.scores))
        for part, sets in self.agreement.items():
            for name, figures in sets.items():
                for measure in ("events", "records"):
                    if figures[measure] is not None:
                        found[part, name, "agreement", measure] = figures[measure]
        return found


def part_of(path: Path) -> str:
    """Return whether a gold file is held out or was worked with."""
    return HELD_OUT if path.absolute().parent.name == HELD_OUT_FOLDER else WORKED_WITH


def _flat_scores(scores: dict[str, dict[str, Any]]) -> Iterator[tuple[Place, float]]:
    for part, sets in scores.items():
        for name, figures in sets.items():
            for lang, measures in figures["languages"].items():
                for measure, scored in measures.items():
                    yield (part, name, lang, measure), main_score(scored)
            for kind, measures in figures["types"].items():
                if "detection" in measures:
                    yield (part, name, kind, "detection"), main_score(measures["detection"])
            if "macro_f1" in figures.get("relation", {}):
                yield (part, name, "all", "relation-macro-f1"), figures["relation"]["macro_f1"]
            if figures["only_event"]:
                yield (part, name, "all", "types-per-text"), figures["types_per_text"]


def main_score(scored: dict[str, Any]) -> float:
    """Return the figure of a measure: F1, or the share or recall where that is all that can be said."""
    return float(next(scored[s] for s in MAIN_SCORES if s in scored))


def read_floors(path: Path) -> dict[Place, float]:
    """Return the floors of a file, empty where there is none; raises InputError where it is no file of floors."""
    if not path.exists():
        return {}
    try:
        parts = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            (part, name, member, measure): float(value)
            for part, sets in parts.items()
            for name, members in sets.items()
            for member, measures in members.items()
            for measure, value in measures.items()
        }
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, AttributeError, ValueError, TypeError) as error:
        raise InputError(str(path), f"expected floors by part, set and language, got: {error}") from error


def below(floors: dict[Place, float], figures: dict[Place, float]) -> list[str]:
    """Return each floor that does not hold, on one line with the figure; one without a figure does not hold."""
    return [
        _broken(place, floors[place], figures.get(place)) for place in sorted(floors) if _fails(place, floors, figures)
    ]


def _fails(place: Place, floors: dict[Place, float], figures: dict[Place, float]) -> bool:
    figure = figures.get(place)
    if figure is None:
        return True
    return figure > floors[place] if place[-1] in CEILINGS else figure < floors[place]


def _broken(place: Place, floor: float, figure: float | None) -> str:
    bound = "at most" if place[-1] in CEILINGS else "at least"
    return f"{' '.join(place)}: expected {bound} {floor:.3f}, got {'no figure' if figure is None else f'{figure:.3f}'}"


def raised(floors: dict[Place, float], figures: dict[Place, float], *, lower: bool) -> dict[Place, float]:
    """Return new floors a little under the figures; with `lower` also where that is below the floor of before."""
    new = {place: _floor(place, figure) for place, figure in figures.items()}
    if lower:
        return new
    better = {place: min if place[-1] in CEILINGS else max for place in new}
    return floors | {place: better[place](floor, floors.get(place, floor)) for place, floor in new.items()}


def _floor(place: Place, figure: float) -> float:
    bound = min(1.0, figure + SLACK) if place[-1] == "false" else figure + SLACK
    return round(bound if place[-1] in CEILINGS else max(0.0, figure - SLACK), 3)


def floors_text(floors: dict[Place, float]) -> str:
    """Return floors as the TOML that read_floors reads."""
    tables: dict[tuple[str, str, str], list[str]] = {}
    for (part, name, member, measure), value in sorted(floors.items()):
        tables.setdefault((part, name, member), []).append(f"{measure} = {value:.3f}")
    blocks = ("\n".join([f"[{'.'.join(table)}]", *lines]) for table, lines in tables.items())
    return HEAD + "\n" + "\n\n".join(blocks) + "\n"
