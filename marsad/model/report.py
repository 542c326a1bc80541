"""A report: one record with the article it was read from, which is what stories, ledger, store and views work on."""

import datetime

import msgspec

from marsad.model.records import Record
from marsad.model.values import Link


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The version of an article that a record was read from.

    `known` is when it became public: the day of publication, or, where the article gives none, the day it was added.
    `chain` leads from the page read to the origin. `version` counts from 1; an edited article is a new version.
    `story` is the id of the story that it tells, empty before stories are formed.
    """

    article: str
    known: datetime.date
    version: int = 1
    lang: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: datetime.date | None = None
    chain: tuple[Link, ...] = ()
    story: str = ""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One record as one article reports it."""

    record: Record
    source: Source
