"""Where the time of reading goes: a profile summed by the package of each stage."""

import cProfile
import pstats
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

Function = tuple[str, int, str]
PACKAGE = "marsad"
OUTSIDE = "outside"
DEEPEST = 12


def stage_shares(work: Callable[[], object]) -> dict[str, float]:
    """Return the share of each stage in the time of `work`, largest first; what no stage called is `outside`.

    The time of a library function belongs to the stage that called it. A profile makes calls dearer than they are, so
    the shares tell where to look, not how long it takes.
    """
    profile = cProfile.Profile()
    profile.runcall(work)
    times = stage_times(pstats.Stats(profile).stats)  # type: ignore[attr-defined]
    total = sum(times.values()) or 1.0
    return {stage: time / total for stage, time in sorted(times.items(), key=lambda item: -item[1])}


def stage_times(stats: dict[Function, Any]) -> dict[str, float]:
    """Return the seconds spent in each stage; `stats` maps a function to (calls, calls, own, whole, callers)."""

    @cache
    def owners(function: Function, depth: int = 0) -> tuple[tuple[str, float], ...]:
        stage = stage_of(function[0])
        callers = stats[function][4] if function in stats else {}
        if stage or not callers or depth == DEEPEST:
            return ((stage or OUTSIDE, 1.0),)
        weights = {caller: max(counts[2], 1e-9) for caller, counts in callers.items()}
        whole = sum(weights.values())
        return tuple((s, p * w / whole) for c, w in weights.items() for s, p in owners(c, depth + 1))

    times: dict[str, float] = defaultdict(float)
    for function, (_, _, own, _, _) in stats.items():
        for stage, part in owners(function):
            times[stage] += own * part
    return dict(times)


def stage_of(filename: str) -> str:
    """Return the package or module of Marsad that a file belongs to, empty for a file of others."""
    parts = Path(filename).parts
    if PACKAGE not in parts or "site-packages" in parts:
        return ""
    inside = parts[len(parts) - parts[::-1].index(PACKAGE) :]
    return inside[0].removesuffix(".py") if inside else ""
