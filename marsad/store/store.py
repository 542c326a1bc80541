"""The store as callers see it: one object, opened once, with a method for each question."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from marsad.errors import UsageError
from marsad.model.article import Article, Reading
from marsad.model.report import Report
from marsad.reading import read
from marsad.store import adding, querying
from marsad.store.adding import Origin, Outcome
from marsad.store.database import Database
from marsad.store.engines import engine
from marsad.store.location import database_url
from marsad.store.querying import Filters


class Store:
    """Articles with their versions and records, in a file or a PostgreSQL database.

    Use it in a `with` block, or call `close`. Every method raises StoreError where the database can't be used.
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
        article = self.identified(article, address)
        if self.has(article):
            return "unchanged"
        return self.keep(read(article), address=address, added=added)

    def identified(self, article: Article, address: str = "") -> Article:
        """Return the article under the id that it has in the store, where it came without one and is there already."""
        with self._database.reading() as connection:
            return adding.identified(connection, article, address)

    def has(self, article: Article) -> bool:
        """Return whether this version of the article has been read and kept."""
        with self._database.reading() as connection:
            return adding.is_kept(connection, article)

    def keep(self, reading: Reading, *, address: str = "", added: datetime.datetime | None = None) -> Outcome:
        """Return what keeping a reading changed: `new`, `version`, another `reading`, or `unchanged`."""
        made_by = engine(reading.article.lang)
        with self._database.writing() as connection:
            return adding.keep(connection, reading, made_by, Origin(address, added))

    def reports(self, **filters: Unpack[Filters]) -> Iterator[Report]:
        """Yield the reports asked for, in the order in which they became known, then of the text.

        They are those of the current version of each article, as read last, without rejected ones. See `Filters`.
        Raises UsageError for days that end before they start.
        """
        _check_days(filters)
        with self._database.reading() as connection:
            yield from querying.reports(connection, filters)

    def count(self, **filters: Unpack[Filters]) -> int:
        """Return how many reports there are, asked for as in `reports`."""
        _check_days(filters)
        with self._database.reading() as connection:
            return querying.count(connection, filters)


def _check_days(filters: Filters) -> None:
    since, until = filters.get("since"), filters.get("until")
    if since is not None and until is not None and until < since:
        raise UsageError(f"until: expected a day not before {since}, got {until}")
