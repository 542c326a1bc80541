"""Measures one language in a process of its own, prints JSON: `python -m benchmarks.worker LANGUAGE`."""

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Iterable
from typing import Any

from benchmarks.stages import stage_shares
from benchmarks.texts import Raw, corpus, examples
from marsad.intake.options import Options, make_article
from marsad.lexicon.profile import language_codes
from marsad.reading import read

REPEATS = 5


def main(language: str) -> None:
    """Print the figures of one language as one line of JSON."""
    _stay_on_one_core()
    print(json.dumps(measure(language)))


def measure(language: str) -> dict[str, Any]:
    """Return milliseconds an article, sentences a second, the shares of the stages and the peak of memory."""
    articles, (texts, sentences, source) = examples(language), corpus(language)
    read_all(articles)  # opens the lexicon and fills the caches
    seconds = statistics.median(elapsed([article]) for _ in range(REPEATS) for article in articles)
    whole = statistics.median(elapsed(texts) for _ in range(3))
    return {
        "article_warm_ms": seconds * 1000,
        "sentences_per_second": sentences / whole,
        "sentences": sentences,
        "source": source,
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "stages": stage_shares(lambda: read_all(texts)),
    }


def elapsed(texts: Iterable[Raw]) -> float:
    """Return the seconds that reading these texts takes."""
    begin = time.perf_counter()
    read_all(texts)
    return time.perf_counter() - begin


def read_all(texts: Iterable[Raw]) -> None:
    """Read texts from scratch, the detection of their language included, and drop what comes out."""
    languages = tuple(language_codes())
    for raw in texts:
        read(make_article(raw.text, Options(languages, date=raw.date), raw.name))


def _stay_on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    main(sys.argv[1])
