"""The commands on language tables: what is wrong or missing in them, and a new language."""

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from marsad.cli.scoring import Scorer
from marsad.errors import DataError, UsageError
from marsad.evaluate import as_json, score
from marsad.evaluate.figures import main_score
from marsad.lexicon.check import check_all
from marsad.lexicon.coverage import Coverage, coverage
from marsad.lexicon.new_language import new_language
from marsad.lexicon.profile import language_codes, languages_folder
from marsad.views.json_out import dump_indented

SHOWN = 40  # doubtful rows on the terminal; --json gives all


def check_languages(code: str | None, gold: list[Path], *, json: bool) -> int:
    """Return 1 when there are problems, else 0, after printing them and, of one language, what it can say."""
    if gold and code is None:
        raise UsageError("expected a language beside --gold, got none: marsad language check xx --gold FILE")
    problems = check_all(code)
    told = {c: _told(c, gold) for c in ([code] if code else language_codes())}
    if json:
        sys.stdout.buffer.write(dump_indented({"problems": problems, "languages": told}) + b"\n")
        return int(bool(problems))
    for problem in problems:
        sys.stdout.write(problem + "\n")
    if code and told[code]:
        sys.stdout.write(_report(code, told[code], len(problems)))
    return int(bool(problems))


def _told(code: str, gold: list[Path]) -> dict[str, Any]:
    """Return what a language can say and how well it reads, as plain values; empty where its tables can't be read."""
    try:
        found: Coverage = coverage(code)
    except DataError:
        return {}
    return {
        "concepts": found.concepts,
        "triggers": found.rows,
        "missing": list(found.missing),
        "noted": list(found.noted),
        "scores": _scores(code, gold) if gold else {},
    }


def _scores(code: str, gold: list[Path]) -> dict[str, dict[str, float]]:
    scorer = Scorer(1)
    pairs = (pair for path in gold for pair in scorer.answers(path, only=code))
    sets = as_json(score(pairs))
    return {name: {m: main_score(s) for m, s in f["languages"].get(code, {}).items()} for name, f in sets.items()}


def _report(code: str, told: dict[str, Any], problems: int) -> str:
    triggers = ", ".join(f"{count} {pos}" for pos, count in told["triggers"].items())
    missing = told["missing"]
    lines = [
        f"{code}: {problems} problems; triggers: {triggers}",
        f"concepts it can say: {told['concepts'] - len(missing)} of {told['concepts']}",
        *([f"concepts it can't say: {', '.join(missing)}"] if missing else []),
        *told["noted"][:SHOWN],
        *([f"... and {len(told['noted']) - SHOWN} more"] if len(told["noted"]) > SHOWN else []),
    ]
    for name, figures in told["scores"].items():
        lines.append(f"{name}: {', '.join(f'{measure} {value:.3f}' for measure, value in figures.items())}")
    return "\n".join(lines) + "\n"


def make_language(code: str, parent: Path | None) -> int:
    """Return 0 after a new language folder was made from the template and its name printed."""
    folder = new_language(code, parent or languages_folder())
    files = Counter(path.suffix for path in folder.rglob("*") if path.is_file())
    sys.stdout.write(f"{folder}: {files.total()} files; see docs/adding-a-language.md\n")
    return 0
