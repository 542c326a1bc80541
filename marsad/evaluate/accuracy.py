"""The page of figures, `docs/accuracy.md`: its text stands beside this file in `accuracy.md`, with marks for tables."""

from collections.abc import Iterator
from importlib import resources
from typing import Any

from marsad.evaluate.figures import HELD_OUT, WORKED_WITH, Figures, main_score

PARTS = (WORKED_WITH, HELD_OUT)
DEFINITION = "twice what two languages have in common, by what the one and the other have; the mean over the pairs"
Cells = list[str]


def accuracy_page(figures: Figures) -> str:
    """Return the page as Markdown, the same figures giving the same page."""
    page = (resources.files("marsad.evaluate") / "accuracy.md").read_text(encoding="utf-8")
    for name, text in {
        "summary": _table(["set", "language", "figure", *_heads(PARTS), "gap"], _summary(figures)),
        "agreement-definition": DEFINITION,
        "agreement": "\n".join(_agreement(figures)).rstrip(),
        "types": "\n".join(_types(figures)).rstrip(),
    }.items():
        page = page.replace("{" + name + "}", text)
    return page


def _heads(names: tuple[str, ...]) -> Cells:
    return [name.replace("-", " ") for name in names]


def _table(head: Cells, rows: Iterator[Cells]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines])


def _summary(figures: Figures) -> Iterator[Cells]:
    flat = figures.flat()
    for name, member, measure in sorted({place[1:] for place in flat if place[2] != "agreement"}):
        worked, held = (flat.get((part, name, member, measure)) for part in PARTS)
        yield [name, member, measure, _shown(worked), _shown(held), _gap(worked, held)]


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _gap(worked: float | None, held: float | None) -> str:
    return "" if worked is None or held is None else f"{held - worked:+.3f}"


def _agreement(figures: Figures) -> Iterator[str]:
    for part, sets in figures.agreement.items():
        for name, found in sets.items():
            kinds = ["events", "records", *found["kinds"]]
            looser = [("by country", found["by_country"]), ("by type", found["by_type"])]
            rows = [("mean", {**found, **found["kinds"]}), *looser, *found["pairs"].items()]
            yield f"{name}, {part.replace('-', ' ')} ({found['stories']} texts)\n"
            yield _table(["languages", *kinds], ([pair, *(_shown(s.get(k)) for k in kinds)] for pair, s in rows))
            yield ""


def _types(figures: Figures) -> Iterator[str]:
    names = sorted({name for sets in figures.scores.values() for name in sets})
    for name in names:
        sets = {part: figures.scores.get(part, {}).get(name, {}).get("types", {}) for part in PARTS}
        if rows := list(_type_rows(sets)):
            heads = [f"{part} {what}" for part in _heads(PARTS) for what in ("", "asked for")]
            yield f"### {name}\n"
            yield _table(["type", "figure", *(h.strip() for h in heads)], iter(rows))
            yield ""


def _type_rows(sets: dict[str, dict[str, Any]]) -> Iterator[Cells]:
    places = {(kind, measure) for types in sets.values() for kind, measures in types.items() for measure in measures}
    for kind, measure in sorted(places):
        scored = [sets[part].get(kind, {}).get(measure) for part in PARTS]
        cells = [cell for s in scored for cell in (_shown(main_score(s) if s else None), str(s["asked"]) if s else "")]
        yield [kind, measure, *cells]
