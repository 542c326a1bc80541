"""Reviews put onto the records of a reading, so that what a person decided outlives better language data."""

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from marsad.model.article import Reading
from marsad.model.records import Record, from_json
from marsad.store.rows import encode
from marsad.store.schema import reviews

REJECTED, ACCEPTED, EDITED, WITHDRAWN = "rejected", "accepted", "edited", "withdrawn"


class Kept(msgspec.Struct, frozen=True):
    """A record as it is kept: what a reviewer said of it, and how it was read where that was changed.

    `carried` marks one that a person confirmed and the reading does not have.
    """

    record: Record
    verdict: str = ""
    original: str | None = None
    carried: bool = False


def corrected(connection: Connection, article: int, reading: Reading) -> list[Kept]:
    """Return the records of a reading with their reviews, followed by confirmed ones that it does not have."""
    found = last_reviews(connection, article)
    kept = [_reviewed(record, found.get(record.id)) for record in reading.records]
    return kept + _carried(kept, found, reading)


def last_reviews(connection: Connection, article: int) -> dict[str, Any]:
    """Return the last review of every record of an article, by the record's id; withdrawn ones are left out."""
    columns = (reviews.c.record, reviews.c.verdict, reviews.c.body)
    query = select(*columns).where(reviews.c.article == article).order_by(reviews.c.record, reviews.c.number)
    last = {row.record: row for row in connection.execute(query)}
    return {name: row for name, row in last.items() if row.verdict != WITHDRAWN}


def _reviewed(record: Record, review: Any | None) -> Kept:
    if review is None:
        return Kept(record)
    if review.verdict != EDITED:
        return Kept(record, review.verdict)
    return Kept(from_json(review.body), EDITED, encode(record))


def _carried(kept: list[Kept], found: dict[str, Any], reading: Reading) -> list[Kept]:
    """Return the confirmed records that are missing, as far as the text still has the words that carry them."""
    names = {one.record.id for one in kept}
    said = [_content(one.record) for one in kept]
    missing: list[Kept] = []
    for name, review in sorted(found.items()):
        if name in names or review.verdict not in (ACCEPTED, EDITED):
            continue
        record = from_json(review.body)
        span = record.evidence
        if reading.article.text[span.start : span.end] == span.text and _content(record) not in said:
            missing.append(Kept(record, review.verdict, carried=True))
    return missing


def _content(record: Record) -> Record:
    return msgspec.structs.replace(record, id="", rule="", confidence=0.0)
