"""How fast the store adds and answers: `python -m benchmarks.store` (`--records`, `--db`, `--json`).

A store of 1,000,000 records is generated, with states and institutions as unevenly named as in news, then asked what
analysts ask, the frequent ones more often. It is kept in `--db` and generated only where that is empty. Run it on a
machine that does nothing else.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from benchmarks.generated import Generator
from benchmarks.texts import example_files, example_languages
from marsad.intake import Options, article_from_file, parse_date
from marsad.ledger.standings import standings
from marsad.model.article import Article
from marsad.store.store import Store
from marsad.views.timeline import timeline

QUESTIONS = 200
SECONDS = 10  # of adding
SENTENCES = 6  # of a short item


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--db", default="")
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = adding(Path(folder)) | answering(asked.db or str(Path(folder) / "large.db"), asked.records)
    if asked.json:
        print(json.dumps(figures, indent=2))
    else:
        print("\n".join(f"{name}: {value:,.1f}" for name, value in figures.items()))


def adding(folder: Path) -> dict[str, float]:
    """Return how many articles a second one process reads and keeps: the examples, and their first sentences."""
    whole = [
        article_from_file(path, Options(languages=tuple(example_languages()), date=parse_date(path.name[:10], "")))
        for language in example_languages()
        for path in example_files(language)
    ]
    short = [msgspec.structs.replace(one, text="\n".join(one.text.split("\n")[:SENTENCES])) for one in whole]
    return {
        "examples added a second": _added(folder / "whole.db", whole),
        f"first {SENTENCES} lines of them added a second": _added(folder / "short.db", short),
    }


def _added(place: Path, articles: list[Article]) -> float:
    with Store(place) as store:
        for one in articles:
            store.add(one)  # languages are loaded
        begin, count = time.perf_counter(), 0
        while time.perf_counter() - begin < SECONDS:
            one = articles[count % len(articles)]
            count += store.add(msgspec.structs.replace(one, id=f"a{count}")) == "new"
        return count / (time.perf_counter() - begin)


def answering(db: str, number: int) -> dict[str, float]:
    """Return how many milliseconds the questions take, at the median and the 95th percentile."""
    generator = Generator(number)
    with Store(db) as store:
        if next(store.reports(), None) is None:
            generator.fill(store)
        questions: dict[str, Callable[[], object]] = {
            "standing": lambda: _standing(store, generator),
            "timeline": lambda: _timeline(store, generator),
            "search, one word": lambda: store.search(generator.word()),
            "search, two words": lambda: store.search(f"{generator.word()} {generator.word()}"),
        }
        return {name: value for what, ask in questions.items() for name, value in _timed(what, ask)}


def _standing(store: Store, generator: Generator) -> object:
    state, body = generator.state(), generator.institution()
    found = store.reports(kind="standing", state=state, institution=body)
    return standings(found, subject=state, of=body)


def _timeline(store: Store, generator: Generator) -> object:
    one, other = generator.pair()
    return timeline(store.reports(kind=("event", "relation"), state=one, other=other), one, other)


def _timed(what: str, ask: Callable[[], object]) -> Iterator[tuple[str, float]]:
    ask()
    times = []
    for _ in range(QUESTIONS):
        begin = time.perf_counter()
        ask()
        times.append((time.perf_counter() - begin) * 1000)
    yield f"{what}: median ms", statistics.median(times)
    yield f"{what}: 95th percentile ms", statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
