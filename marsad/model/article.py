"""An article as it came in, and a reading: what came out."""

import datetime

import msgspec

from marsad.model.records import Record
from marsad.model.values import Link


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One item as it came in.

    `lang` is an ISO 639-1 code, empty when it has to be detected. `date` is the day of publication, None when not
    known; then no relative date is resolved. `pair` holds the two strings whose relation is asked for.
    """

    id: str
    text: str
    lang: str = ""
    title: str = ""
    date: datetime.date | None = None
    outlet: str = ""
    pair: tuple[str, str] | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What one article says: its records in the order of the text, the chain from the nearest link to the origin,
    the relation of the asked pair (a PLOVER type, CONCEDE and RETREAT as YIELD) where one was asked, and notes.
    """

    article: Article
    records: tuple[Record, ...] = ()
    chain: tuple[Link, ...] = ()
    relation: str = ""
    notes: tuple[str, ...] = ()
