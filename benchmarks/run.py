"""Measures Marsad and prints a table, or JSON with `--json`: `make bench`, `make bench ARGS=--json`.

Start-up and the first article are whole processes, started from here; the rest is measured by `benchmarks.worker`,
one process a language, on one core. Processes find their bytecode, as those of an installed package do. Run it on a
machine that does nothing else; compare figures of one machine only. No test depends on a time.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.texts import ROOT, example_files, example_languages

MARSAD = Path(sys.executable).parent / "marsad"
REPEATS = 5
ROWS = (
    ("one article, cold (ms)", "article_cold_ms", 0),
    ("one article, warm (ms)", "article_warm_ms", 1),
    ("sentences a second, one core", "sentences_per_second", 0),
    ("sentences measured", "sentences", 0),
    ("peak memory, one article (MB)", "article_memory_mb", 0),
    ("peak memory, many articles (MB)", "peak_memory_mb", 0),
)


class Run(NamedTuple):
    """One finished process: its wall time in seconds, the peak of its memory in MB, what it printed."""

    seconds: float
    memory: float
    output: bytes


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    as_json = parser.parse_args().json
    with tempfile.TemporaryDirectory() as bytecode:
        os.environ["PYTHONPYCACHEPREFIX"] = bytecode
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        figures = measure()
    if as_json:
        print(json.dumps(figures, indent=2, ensure_ascii=False))
    else:
        print("\n".join(make_table(figures)))


def measure() -> dict[str, Any]:
    """Return all figures: start-up, the first without bytecode not counted, and those of each language."""
    run_process(str(MARSAD), "--help")
    start_up = [run_process(str(MARSAD), "--help").seconds for _ in range(REPEATS)]
    return {
        "start_up_ms": statistics.median(start_up) * 1000,
        "languages": {language: measure_language(language) for language in example_languages()},
    }


def measure_language(language: str) -> dict[str, Any]:
    """Return the figures of one language; the first run, which may have to compile the tables, is not counted."""
    article = example_files(language)[0]
    command = (str(MARSAD), "read", str(article), "--date", article.name[:10], "--json")
    run_process(*command)
    runs = [run_process(*command) for _ in range(REPEATS)]
    warm: dict[str, Any] = json.loads(run_process(sys.executable, "-m", "benchmarks.worker", language).output)
    cold = {
        "article_cold_ms": statistics.median(run.seconds for run in runs) * 1000,
        "article_memory_mb": max(run.memory for run in runs),
    }
    return cold | warm


def run_process(*command: str) -> Run:
    """Return how a process went; raises SystemExit with its messages where it failed."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: expected exit status 0, got {process.returncode}")
    return Run(seconds, usage.ru_maxrss / 1024, output)


def make_table(figures: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a Markdown table: a row a figure, a column a language."""
    languages = figures["languages"]
    yield f"Start of `marsad --help`: {figures['start_up_ms']:.0f} ms (median of {REPEATS})\n"
    yield f"| | {' | '.join(languages)} |"
    yield f"|---|{'---:|' * len(languages)}"
    for title, key, digits in ROWS:
        yield f"| {title} | {' | '.join(f'{found[key]:,.{digits}f}' for found in languages.values())} |"
    yield f"| measured with | {' | '.join(found['source'] for found in languages.values())} |"
    for stage in dict.fromkeys(stage for found in languages.values() for stage in found["stages"]):
        shares = (found["stages"].get(stage, 0.0) for found in languages.values())
        yield f"| share of `{stage}` | {' | '.join(f'{share:.0%}' for share in shares)} |"


if __name__ == "__main__":
    main()
