"""Reports by state, institution, kind, day and language: through the look-ups, never over the whole store."""

import datetime
from collections.abc import Iterator
from functools import cache
from typing import Any, TypedDict

import msgspec
from sqlalchemy import Connection, Select, exists, func, select

from marsad.model.records import from_json
from marsad.model.report import Report, Source
from marsad.model.values import Link
from marsad.store.keys import key_after
from marsad.store.schema import articles, dyads, parties, readings, records, versions

BATCH = 1000


class Filters(TypedDict, total=False):
    """What reports may be asked for; what is left out is not looked at.

    `state`, `other` and `institution` are codes of parties (`ARM`, `IGO:CSTO`; a group such as `WEST` counts as a
    state): all that are named have to take part. `kind` is one kind of record or several. `known` leaves out what
    was published later and, of an article that was edited since, gives the version that stood then. `since` and
    `until` are the days that a record is about. `article` is an article's id, `rule` the row of the language data
    that made a record, or its beginning.
    """

    state: str
    other: str
    institution: str
    kind: str | tuple[str, ...]
    known: datetime.date | None
    since: datetime.date | None
    until: datetime.date | None
    lang: str
    article: str
    rule: str


def reports(connection: Connection, filters: Filters) -> Iterator[Report]:
    """Yield the reports that count now, in the order in which they became known, then of the text."""
    ordered = _question(filters).order_by(records.c.version, records.c.position)
    yield from as_reports(connection.execution_options(yield_per=BATCH).execute(ordered))


def unreviewed(connection: Connection, filters: Filters, limit: int) -> list[Report]:
    """Return reports that nobody reviewed, by id."""
    query = _question(filters).where(records.c.verdict == "").order_by(records.c.id)
    return list(as_reports(connection.execute(query.limit(limit))))


def count(connection: Connection, filters: Filters) -> int:
    """Return how many reports `reports` yields."""
    inner = _question(filters).with_only_columns(records.c.key).subquery()
    return connection.execute(select(func.count()).select_from(inner)).scalar_one()


SOURCE = (
    readings.c.key.label("reading"), articles.c.id, versions.c.known, versions.c.number, versions.c.lang,
    versions.c.title, versions.c.outlet, versions.c.url, versions.c.published, readings.c.chain,
)  # fmt: skip


def with_sources() -> Select[Any]:
    """Return the question for records with what their sources are made of."""
    return (
        select(records.c.body, *SOURCE)
        .select_from(records)
        .join(versions, versions.c.key == records.c.version)
        .join(articles, articles.c.key == versions.c.article)
        .join(readings, readings.c.key == records.c.reading)
    )


def sources() -> Select[Any]:
    """Return the question for readings, with what their sources are made of."""
    return (
        select(*SOURCE)
        .select_from(readings)
        .join(versions, versions.c.key == readings.c.version)
        .join(articles, articles.c.key == versions.c.article)
    )


def as_reports(rows: Any) -> Iterator[Report]:
    """Yield the reports in the rows of `with_sources`; reports of one article share their source."""
    reading, source = None, Source(article="", known=datetime.date.min)
    for row in rows:
        if row.reading != reading:
            reading, source = row.reading, source_of(row)
        yield Report(record=from_json(row.body), source=source)


def source_of(row: Any) -> Source:
    """Return the source in a row that has the columns of SOURCE."""
    return Source(
        article=row.id, known=row.known, version=row.number, lang=row.lang, title=row.title, outlet=row.outlet,
        url=row.url, published=row.published, chain=_chain(row.chain),
    )  # fmt: skip


def _chain(data: str) -> tuple[Link, ...]:
    return _links().decode(data)


@cache
def _links() -> msgspec.json.Decoder[tuple[Link, ...]]:
    return msgspec.json.Decoder(tuple[Link, ...])


def _question(filters: Filters) -> Select[Any]:
    named = {filters.get("state"), filters.get("other"), filters.get("institution")}
    codes = sorted(code for code in named if code)
    kinds, query = kinds_of(filters), with_sources()
    if codes:
        # Look-ups hold only what counts. To say so again would lead SQLite through an index of all that counts.
        query = query.where(records.c.key.in_(_taking_part(codes, kinds)))
    else:
        query = query.where(records.c.live)
        query = query.where(records.c.kind.in_(kinds)) if kinds else query
    for condition in conditions(filters):
        query = query.where(condition)
    return query


def kinds_of(filters: Filters) -> tuple[str, ...]:
    """Return the kinds asked for, none for all."""
    kind = filters.get("kind", ())
    return (kind,) if isinstance(kind, str) and kind else tuple(kind)


def _taking_part(codes: list[str], kinds: tuple[str, ...]) -> Select[Any]:
    """Return the question for the keys of records in which all codes take part."""
    if len(codes) == 1:
        query = select(parties.c.record).where(parties.c.code == codes[0])
        return query.where(parties.c.kind.in_(kinds)) if kinds else query
    query = select(dyads.c.record).where(dyads.c.first == codes[0], dyads.c.second == codes[1])
    for code in codes[2:]:
        query = query.where(exists().where(parties.c.record == dyads.c.record, parties.c.code == code))
    return query.where(dyads.c.kind.in_(kinds)) if kinds else query


def conditions(filters: Filters) -> Iterator[Any]:
    """Yield what days, language, article and rule ask of a record."""
    if (known := filters.get("known")) is not None:
        yield records.c.version < key_after(known)
    if (since := filters.get("since")) is not None:
        yield records.c.day >= since
    if (until := filters.get("until")) is not None:
        yield records.c.day <= until
    if lang := filters.get("lang"):
        yield versions.c.lang == lang
    if article := filters.get("article"):
        yield records.c.version.in_(select(versions.c.key).join(articles).where(articles.c.id == article))
    if rule := filters.get("rule"):
        yield records.c.rule.startswith(rule, autoescape=True)
