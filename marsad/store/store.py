"""The store as callers see it: one object, opened once, with a method for each question."""

import datetime
import heapq
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, Unpack

from marsad.errors import UsageError
from marsad.model.article import Article, Reading
from marsad.model.report import Report
from marsad.reading import read
from marsad.store import adding, querying, rereading, reviewing, searching, showing
from marsad.store.adding import Origin, Outcome
from marsad.store.database import Database
from marsad.store.doctor import Finding, examine, repair
from marsad.store.dump import dump
from marsad.store.earlier import superseded
from marsad.store.engines import Engine, engine
from marsad.store.location import database_url
from marsad.store.querying import Filters
from marsad.store.questions import Questions
from marsad.store.rereading import Difference
from marsad.store.reviewing import Precision, Review
from marsad.store.searching import Hit, Where
from marsad.store.showing import ShownArticle, ShownRecord

ANYWHERE = Where()


class Store(Questions):
    """Articles with their versions and records, in a file or a PostgreSQL database.

    Use it in a `with` block, or call `close`. Every method raises StoreError where the database can't be used.

    >>> import marsad
    >>> reading = marsad.read("Armenia has suspended its participation in the CSTO.", date="2024-02-23")
    >>> with marsad.Store("sqlite://") as store:  # in memory; a path or a postgresql:// address otherwise
    ...     print(store.keep(reading), store.keep(reading))
    ...     for report in store.reports(state="ARM", institution="IGO:CSTO", kind="standing"):
    ...         print(report.source.known, report.record.aspect, report.record.value)
    ...     print([hit.snippet.text[:7] for hit in store.search("suspended csto")])
    new unchanged
    2024-02-23 participation suspended
    ['Armenia']
    """

    def __init__(self, url: str | Path = "", *, timeout: float = 20.0, create: bool = True) -> None:
        """Open the store at a path or address, else what MARSAD_DB names, else the file in the user's data directory.

        `timeout` is how many seconds to wait for another process. Without `create`, a store has to be there.
        """
        self._database = Database(database_url(url), timeout=timeout, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def where(self) -> str:
        """The file, or the address without its password."""
        return self._database.where

    def close(self) -> None:
        """Close the connections."""
        self._database.close()

    def add(self, article: Article, *, address: str = "", added: datetime.datetime | None = None) -> Outcome:
        """Return what adding an article changed: `new`, a new `version` of one that was there, or `unchanged`.

        The article is read only where this version of it is not kept yet. `address` is the file or page it came from:
        another text from there is a new version of the same article. `added` is now where it is left out. Everything is
        kept in one transaction. Raises InputError for an article that can't be read.
        """
        article, kept = self.look_up(article, address)
        if kept:
            self.note_address(article, address)
            return "unchanged"
        return self.keep(read(article), address=address, added=added)

    def look_up(self, article: Article, address: str = "") -> tuple[Article, bool]:
        """Return the article under the id that it has in the store, and whether this version of it is kept.

        An article that came without an id has that of its address, or of the article with the same content.
        """
        with self._database.reading() as connection:
            article = adding.identified(connection, article, address)
            return article, adding.is_kept(connection, article)

    def note_address(self, article: Article, address: str) -> None:
        """Remember that an article which is kept is found at this address too."""
        if address and not self.is_at(article, address):
            with self._database.writing() as connection:
                adding.note_address(connection, adding.article_key(connection, article.id)[0], address)

    def is_at(self, article: Article, address: str) -> bool:
        """Return whether an address is known as one of the article."""
        with self._database.reading() as connection:
            return adding.is_at(connection, article.id, address)

    def keep(self, reading: Reading, *, address: str = "", added: datetime.datetime | None = None) -> Outcome:
        """Return what keeping a reading changed: `new`, `version`, another `reading`, or `unchanged`."""
        made_by = engine(reading.article.lang)
        with self._database.writing() as connection:
            return adding.keep(connection, reading, made_by, Origin(address, added or now()))

    def keep_all(self, readings: Iterable[Reading], made_by: Engine) -> None:
        """Keep readings of one engine in one transaction: faster than one by one, and all are lost if it ends early."""
        moment = now()
        with self._database.writing() as connection:
            for reading in readings:
                adding.keep(connection, reading, made_by, Origin("", moment))

    def reports(self, **filters: Unpack[Filters]) -> Iterator[Report]:
        """Yield the reports asked for, in the order in which they became known, then of the text.

        They are those of the current version of each article, as read last, without rejected ones; with `known`, of
        articles edited since, those of the version that stood then. See `Filters`. Raises UsageError for days that end
        before they start.
        """
        _check_days(filters)
        with self._database.reading() as connection:
            now, then = querying.reports(connection, filters), superseded(connection, filters)
            yield from heapq.merge(now, then, key=lambda report: report.source.known)

    def count(self, **filters: Unpack[Filters]) -> int:
        """Return how many reports there are, asked for as in `reports`."""
        _check_days(filters)
        with self._database.reading() as connection:
            return querying.count(connection, filters)

    def search(self, words: str, *, limit: int = 20, where: Where = ANYWHERE) -> list[Hit]:
        """Return the articles whose current version has all the words, newest first.

        Words are compared folded (hamza, vowel marks, case), with and without particles before them; "words in
        quotation marks" follow one another; a beginning ends with `*`. Raises UsageError for nothing to search for.
        """
        if where.since and where.until and where.until < where.since:
            raise UsageError(f"until: expected a day not before {where.since}, got {where.until}")
        with self._database.reading() as connection:
            return searching.search(connection, words, where, limit)

    def show(self, name: str) -> ShownRecord | ShownArticle:
        """Return a record or an article with its whole provenance, by its id or the beginning of it.

        Raises UsageError where none or several begin so.
        """
        with self._database.reading() as connection:
            return showing.show(connection, name)

    def review(self, name: str, decision: Review) -> None:
        """Keep a person's decision about a record; it holds for every reading of the article, later ones too.

        Raises UsageError for an unknown record, a decision without a reason, or an edit that can't be.
        """
        with self._database.writing() as connection:
            reviewing.review(connection, name, decision)

    def to_review(self, limit: int = 20, **filters: Unpack[Filters]) -> list[Report]:
        """Return reports that nobody reviewed, in the order of their ids, which is as good as drawn by lot."""
        with self._database.reading() as connection:
            return querying.unreviewed(connection, filters, limit)

    def precision(self, by: Literal["rule", "kind"] = "rule") -> list[Precision]:
        """Return how many reviewed records were right, by rule or kind and language, the most reviewed first."""
        with self._database.reading() as connection:
            return reviewing.precision(connection, by)

    def outdated(self, lang: str) -> list[int]:
        """Return the keys of the versions in a language that another engine than the present one read last."""
        with self._database.reading() as connection:
            return rereading.outdated(connection, lang, engine(lang).id)

    def article(self, version: int) -> Article:
        """Return the article behind a key of `outdated`, as it was given to be read."""
        with self._database.reading() as connection:
            return rereading.article(connection, version)

    def reread(self, reading: Reading) -> Difference:
        """Return what changed after another reading of a kept article was put beside the earlier ones."""
        name, made_by = reading.article.id, engine(reading.article.lang)
        with self._database.writing() as connection:
            before = rereading.current_records(connection, name)
            adding.keep(connection, reading, made_by, Origin("", now()))
            return rereading.difference(name, before, rereading.current_records(connection, name))

    def dump(self) -> Iterator[bytes]:
        """Yield the content as lines of JSON: two stores with the same content yield the same lines."""
        with self._database.reading() as connection:
            yield from dump(connection)

    def examine(self) -> list[Finding]:
        """Return what a look at the whole store found, good and bad, each with what to do."""
        return examine(self._database)

    def repair(self) -> None:
        """Make the word index and the look-ups again, from the articles and records."""
        repair(self._database)


def now() -> datetime.datetime:
    """Return this moment in UTC."""
    return datetime.datetime.now(datetime.UTC)


def _check_days(filters: Filters) -> None:
    since, until = filters.get("since"), filters.get("until")
    if since is not None and until is not None and until < since:
        raise UsageError(f"until: expected a day not before {since}, got {until}")
