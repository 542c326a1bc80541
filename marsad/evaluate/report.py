"""Figures as tables to read and as JSON."""

from collections.abc import Iterator
from typing import Any

from marsad.evaluate.score import Counts, Report, SetScore

MEASURES = ("type", "who", "full", "status", "detection", "relation", "found", "false")
SHARES = ("status", "found", "false")  # figures that are one share each, not precision and recall
HEAD = ("", "asked", "came", "right", "precision", "recall", "F1")


def as_json(report: Report) -> dict[str, Any]:
    """Return the figures by set: rows, predictions a text, and the counts and scores of all, each language and type."""
    return {name: _set_json(s) for name, s in sorted(report.sets.items())}


def _set_json(scores: SetScore) -> dict[str, Any]:
    figures: dict[str, Any] = {"rows": scores.rows["all"], "only_event": scores.lone, **_group(scores, "all")}
    if scores.predictions:
        figures["predictions_per_text"] = round(scores.predictions["all"] / scores.rows["all"], 4)
        figures["types_per_text"] = round(scores.distinct["all"] / scores.rows["all"], 4)
    if (macro := macro_f1(scores)) is not None:
        figures["relation"] |= {"macro_f1": round(macro, 4)}
    figures["languages"] = {name: _group(scores, "lang", name) for name in _members(scores, "lang")}
    figures["types"] = {name: _group(scores, "type", name) for name in _members(scores, "type")}
    return figures


def _group(scores: SetScore, group: str, name: str = "") -> dict[str, Any]:
    return {m: _figures(m, c, lone=scores.lone) for m, c in _measures(scores, group, name)}


def _measures(scores: SetScore, group: str, name: str = "") -> Iterator[tuple[str, Counts]]:
    for measure in MEASURES:
        if counts := scores.counts.get((group, name, measure)):
            yield measure, counts


def _members(scores: SetScore, group: str) -> list[str]:
    return sorted({name for g, name, _ in scores.counts if g == group})


def _figures(measure: str, counts: Counts, *, lone: bool) -> dict[str, Any]:
    """Return the counts, and the scores that mean something for the measure."""
    figures: dict[str, Any] = {"asked": counts.gold, "right": counts.matched}
    if measure in SHARES or (measure == "relation" and counts.gold and not lone):
        figures["share"] = round(counts.recall, 4)
    if measure in SHARES:
        return figures
    figures["recall"] = round(counts.recall, 4)
    if not lone or measure not in ("type", "who", "full"):
        figures |= {"came": counts.predicted, "precision": round(counts.precision, 4), "f1": round(counts.f1, 4)}
    return figures


def macro_f1(scores: SetScore) -> float | None:
    """Return the mean F1 of the relation classes that the set asks for, None for a set that asks for no relation."""
    asked = [c for (g, _, m), c in scores.counts.items() if g == "type" and m == "relation" and c.gold]
    return sum(c.f1 for c in asked) / len(asked) if asked else None


def as_tables(report: Report) -> str:
    """Return the figures as text: a table a set, with a part for all, for each language and for each type."""
    return "\n".join(line for name, s in sorted(report.sets.items()) for line in _set_lines(name, s))


def _set_lines(name: str, scores: SetScore) -> Iterator[str]:
    yield f"{name}: {scores.rows['all']} texts{_remarks(scores)}"
    yield _line(HEAD)
    for group in ("all", "lang", "type"):
        for member in _members(scores, group):
            for measure, counts in _measures(scores, group, member):
                yield _line((f"{member or 'all'} {measure}", *_cells(measure, counts, lone=scores.lone)))
    yield ""


def _remarks(scores: SetScore) -> str:
    """Return what the table has no column for."""
    remarks = ""
    if scores.predictions:
        rows = scores.rows["all"]
        remarks += (
            f"; {scores.predictions['all'] / rows:.2f} events and {scores.distinct['all'] / rows:.2f} types a text"
        )
    if (macro := macro_f1(scores)) is not None:
        remarks += f"; relation macro-F1 {macro:.3f}, accuracy {scores.counts['all', '', 'relation'].recall:.3f}"
    return remarks + ("; one event a text is annotated: recall is the figure" if scores.lone else "")


def _cells(measure: str, counts: Counts, *, lone: bool) -> tuple[str, ...]:
    came, precision, f1 = str(counts.predicted), f"{counts.precision:.3f}", f"{counts.f1:.3f}"
    if measure in SHARES or (lone and measure in ("type", "who", "full")):
        came, precision, f1 = "", "", ""
    return (str(counts.gold), came, str(counts.matched), precision, f"{counts.recall:.3f}", f1)


def _line(cells: tuple[str, ...]) -> str:
    return f"  {cells[0]:24}" + "".join(f"{cell:>10}" for cell in cells[1:]).rstrip()
