"""Articles from files and folders into the store, with a summary of what was read, skipped and why."""

import contextlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from marsad.cli.guard import report
from marsad.cli.pool import Coded, Task, answers
from marsad.cli.printing import print_json, print_lines
from marsad.cli.progress import count_lines, progress
from marsad.errors import InputError, StoreError, UsageError
from marsad.intake import Found, Options, articles_from, expand, parse_date, parse_language
from marsad.intake.paths import ROWS
from marsad.model.article import Reading
from marsad.reading import languages
from marsad.store.store import Store

WORDS = {
    "new": "new articles", "version": "new versions", "reading": "new readings", "unchanged": "there already",
    "skipped": "skipped",
}  # fmt: skip
SHOWN = 10  # reasons in the summary; all go to standard error as they come, with the place


class Given(msgspec.Struct, frozen=True):
    """What the command line says of the articles."""

    date: str = ""
    lang: str = ""
    outlet: str = ""

    def options(self) -> Options:
        """Return it checked; raises UsageError."""
        known = languages()
        try:
            lang, date = parse_language(self.lang, known, "--lang"), parse_date(self.date, "--date")
        except InputError as error:
            raise UsageError(str(error)) from error
        return Options(languages=known, lang=lang, date=date, outlet=self.outlet)


def add(paths: list[str], given: Given, jobs: int, db: str, *, as_json: bool) -> int:
    """Return 1 when some articles could not be read, else 0; raises UsageError, StoreError."""
    options = given.options()
    for path in paths:
        if "://" not in path and not Path(path).exists():
            raise UsageError(f"{path}: expected a file, a folder or an address, got no such file")
    places = list(expand(paths))
    with Store(db) as store:
        adder = Adder(store, options)
        try:
            adder.run(places, jobs)
        except StoreError:
            report(f"kept before that: {adder.counts['new']} new articles, {adder.counts['version']} new versions")
            raise
        adder.print_summary(as_json=as_json)
    return int(adder.counts["skipped"] > 0)


class Adder:
    """Adds articles to one store and counts what happened."""

    def __init__(self, store: Store, options: Options) -> None:
        self.store, self.options = store, options
        self.counts: Counter[str] = Counter()
        self.records = 0
        self.reasons: list[str] = []
        self.why: Counter[str] = Counter()
        self._waiting: dict[int, tuple[str, str]] = {}

    def run(self, places: list[str], jobs: int) -> None:
        """Read and keep everything in these files and addresses."""
        for row in answers(self._tasks(progress(self._found(places), _total(places))), jobs, encode):
            self._keep(row)

    def _found(self, places: list[str]) -> Iterator[Found]:
        for place in places:
            yield from articles_from(place, self.options)

    def _tasks(self, found: Iterator[Found]) -> Iterator[Task]:
        """Yield what has to be read: articles that the store does not have in this version."""
        for number, one in enumerate(found):
            if isinstance(one.item, InputError):
                self._skip(one.item.where, one.item.reason)
                continue
            article, kept = self.store.look_up(one.item, one.address)
            if kept:
                self.store.note_address(article, one.address)
                self.counts["unchanged"] += 1
                continue
            self._waiting[number] = one.where, one.address
            yield number, article, one.where

    def _keep(self, row: Coded) -> None:
        where, address = self._waiting.pop(row.number)
        if row.error:
            self._skip(where, row.error.removeprefix(f"{where}: "))
            return
        reading = msgspec.msgpack.decode(row.data, type=Reading)
        outcome = self.store.keep(reading, address=address)
        self.counts[outcome] += 1
        self.records += len(reading.records) if outcome != "unchanged" else 0

    def _skip(self, where: str, reason: str) -> None:
        self.counts["skipped"] += 1
        self.reasons.append(f"{where}: {reason}")
        self.why[reason] += 1
        report(f"{where}: {reason}")

    def print_summary(self, *, as_json: bool) -> None:
        """Print how many articles were new, there already or skipped, and why."""
        if as_json:
            print_json(self.summary())
            return
        lines = [f"{self.store.where}: {self.counts.total():,} articles, {self.records:,} records added"]
        lines += [f"  {self.counts[key]:>7,} {WORDS[key]}" for key in WORDS if self.counts[key]]
        lines += [f"  {count:>9,} × {reason}" for reason, count in self.why.most_common(SHOWN)]
        if len(self.why) > SHOWN:
            lines.append(f"            ... and {len(self.why) - SHOWN:,} other reasons")
        print_lines(lines)

    def summary(self) -> dict[str, Any]:
        """Return the counts and reasons as plain values."""
        return {
            "store": self.store.where,
            **{key: self.counts[key] for key in WORDS},
            "records": self.records,
            "reasons": self.reasons,
        }


def encode(reading: Reading) -> bytes:
    """Return a reading as one process sends it to another."""
    return msgspec.msgpack.encode(reading)


def _total(places: list[str]) -> int:
    """Return how many articles there are to come, rows counted by the lines of their files."""
    with contextlib.suppress(OSError):
        return sum((count_lines(Path(place)) or 0) if place.lower().endswith(ROWS) else 1 for place in places)
    return len(places)
