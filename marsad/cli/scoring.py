"""Scoring on gold sets: tables, findings, the page of figures, floors, and agreement between languages."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from marsad.cli.guard import FAILED, report
from marsad.cli.pool import coded
from marsad.cli.progress import progress
from marsad.errors import UsageError
from marsad.evaluate import Gold, Report, as_findings, as_tables, read_gold, score
from marsad.evaluate import as_json as scores_json
from marsad.evaluate.accuracy import accuracy_page
from marsad.evaluate.agreement import Version, agreement, agreement_json, agreement_table, disagreements
from marsad.evaluate.figures import Figures, below, floors_text, part_of, raised, read_floors
from marsad.evaluate.score import Answer
from marsad.intake import articles_from_jsonl
from marsad.reading import languages
from marsad.views.json_out import dump_indented

Pairs = list[tuple[Gold, Answer]]


class Wanted(msgspec.Struct, frozen=True):
    """What to give of the scores: lists (`missed`, `false`), JSON, agreement, a page, a file of floors."""

    lists: tuple[str, ...] = ()
    as_json: bool = False
    agreement: bool = False
    page: Path | None = None
    floors: Path | None = None
    lower: bool = False
    jobs: int = 1


class Scorer:
    """Reads gold files; `failed` counts the rows that could not be read, which are also reported."""

    def __init__(self, jobs: int) -> None:
        self.jobs, self.failed = jobs, 0

    def answers(self, path: Path, only: str = "") -> Iterator[tuple[Gold, Answer]]:
        """Yield the gold rows in our languages, or in one, with what was read: nothing for those that fail."""
        known = languages()
        gold = read_gold(path)
        asked = {number for number, row in gold.items() if row.lang in known and only in ("", row.lang)}
        if not only:
            _report_left_out(path, Counter(row.lang for row in gold.values() if row.lang not in known))
        rows = (row for row in articles_from_jsonl(path, known) if row[0] in asked)
        for row in progress(coded(rows, self.jobs, str(path)), len(asked)):
            if row.error:
                self.failed += 1
                report(row.error)
            yield gold[row.number], msgspec.json.decode(row.data or b"{}")

    def versions(self, path: Path) -> list[Version]:
        """Return the rows of a file of translations as read; raises UsageError for one whose ids name no language."""
        return _versions(path, list(self.answers(path)))

    def figures(self, paths: list[Path]) -> Figures:
        """Return all figures of the files: scores, and agreement of those that hold translations."""
        parts: defaultdict[str, Pairs] = defaultdict(list)
        alike: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        for path in paths:
            pairs = list(self.answers(path))
            parts[part_of(path)] += pairs
            if _translated(pairs):
                alike[part_of(path)][path.stem] = agreement_json(agreement(_versions(path, pairs)))
        return Figures({part: scores_json(score(pairs)) for part, pairs in parts.items()}, dict(alike))


def evaluate_files(paths: list[Path], wanted: Wanted) -> int:
    """Return 1 when some rows failed or a floor does not hold, else 0, after giving what is wanted of the scores."""
    _check(wanted)
    scorer = Scorer(wanted.jobs)
    status = 0
    if wanted.page or wanted.floors:
        status = _write_figures(scorer.figures(paths), wanted)
    elif wanted.agreement:
        _print_agreement({str(path): agreement(scorer.versions(path)) for path in paths}, wanted)
    else:
        _print_scores(score(pair for path in paths for pair in scorer.answers(path)), wanted)
    return max(status, int(scorer.failed > 0))


def _check(wanted: Wanted) -> None:
    if wanted.as_json and wanted.lists:
        raise UsageError("expected --json or --misses and --false, got both: the lists are for reading")
    if wanted.agreement and "false" in wanted.lists:
        raise UsageError("expected --misses with --agreement, got --false: a disagreement does not tell who is wrong")
    if wanted.lower and not wanted.floors:
        raise UsageError("expected --floors with --allow-regression, got no file of floors")


def _print_scores(result: Report, wanted: Wanted) -> None:
    if wanted.as_json:
        sys.stdout.buffer.write(dump_indented(scores_json(result)) + b"\n")
        return
    parts = [as_tables(result), *(as_findings(result, what) for what in wanted.lists)]
    sys.stdout.write("\n".join(part for part in parts if part) + "\n")


def _print_agreement(found: dict[str, Any], wanted: Wanted) -> None:
    if wanted.as_json:
        sys.stdout.buffer.write(dump_indented({name: agreement_json(a) for name, a in found.items()}) + b"\n")
        return
    for name, alike in found.items():
        sys.stdout.write(agreement_table(name, alike) + "\n")
        if wanted.lists:
            sys.stdout.write(disagreements(alike) + "\n")


def _write_figures(figures: Figures, wanted: Wanted) -> int:
    if wanted.page:
        _write(wanted.page, accuracy_page(figures))
    return _write_floors(figures, wanted.floors, lower=wanted.lower) if wanted.floors else 0


def _write_floors(figures: Figures, path: Path, *, lower: bool) -> int:
    """Return 1, leaving the file as it is, where a floor of before does not hold and may not be lowered; else 0."""
    floors, flat = read_floors(path), figures.flat()
    broken = [] if lower else below({place: floors[place] for place in floors if place in flat}, flat)
    for line in broken:
        report(f"{path}: {line}")
    if broken:
        report("nothing written; --allow-regression lowers floors")
        return FAILED
    _write(path, floors_text(raised(floors, flat, lower=lower)))
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: expected a file that can be written, got: {error.strerror}") from error


def _translated(pairs: Pairs) -> bool:
    """Return whether the rows are translations: ids of story and language, and some story in two languages."""
    stories = Counter(gold.id.rpartition(":")[0] for gold, _ in pairs if gold.id.endswith(f":{gold.lang}"))
    return bool(stories) and max(stories.values()) > 1


def _versions(path: Path, pairs: Pairs) -> list[Version]:
    if strange := next((gold.id for gold, _ in pairs if not gold.id.endswith(f":{gold.lang}")), None):
        raise UsageError(f"{path}: expected ids that end in a colon and the language, got {strange!r}")
    return [Version(g.id.rpartition(":")[0], g.lang, g.text, tuple(a.get("records", ()))) for g, a in pairs]


def _report_left_out(path: Path, left_out: Counter[str]) -> None:
    if left_out:
        parts = ", ".join(f"{count} {lang}" for lang, count in sorted(left_out.items()))
        report(f"{path}: left out, in languages that can't be read: {parts}")
