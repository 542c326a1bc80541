"""One record or article with all that the store knows of where it came from."""

from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, select

from marsad.errors import UsageError
from marsad.model.records import Record, from_json
from marsad.model.report import Report, Source
from marsad.store.querying import as_reports, source_of, sources, with_sources
from marsad.store.reviewing import Decided, decisions
from marsad.store.schema import addresses, articles, engines, readings, records, versions

SHOWN = 5  # ids offered where a beginning fits several


class ReadingInfo(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of one version: what made it, when, and whether it is the one that counts."""

    version: int
    engine: str
    engine_version: str
    fingerprint: str
    made: str
    current: bool
    records: int


class VersionInfo(msgspec.Struct, frozen=True, kw_only=True):
    """One version of an article."""

    number: int
    digest: str
    current: bool
    known: str
    published: str
    added: str
    title: str


class ShownArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article: its source, versions and readings, where it was found, and the reports that count."""

    source: Source
    addresses: tuple[str, ...]
    versions: tuple[VersionInfo, ...]
    readings: tuple[ReadingInfo, ...]
    reports: tuple[Report, ...]


class ShownRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record with its whole provenance: source, article, the readings that have it, reviews.

    `verdict` is the last decision; `read` is the record as it was read, where a person changed it; `live` says whether
    it counts: whether the current reading of the current version has it and nobody rejected it.
    """

    record: Record
    source: Source
    verdict: str
    live: bool
    carried: bool
    read: Record | None
    reviews: tuple[Decided, ...]
    found_in: tuple[ReadingInfo, ...]
    addresses: tuple[str, ...]
    versions: tuple[VersionInfo, ...]


def show(connection: Connection, name: str) -> ShownRecord | ShownArticle:
    """Return the record or article of that id, or of the one id that begins so; raises UsageError."""
    kind, full = _resolve(connection, name)
    return _record(connection, full) if kind == "record" else _article(connection, full)


def _resolve(connection: Connection, name: str) -> tuple[str, str]:
    if connection.scalar(select(articles.c.key).where(articles.c.id == name)) is not None:
        return "article", name
    among_records = select(records.c.id).distinct().where(records.c.id >= name, records.c.id < name + "g")
    found = [("record", full) for full in connection.scalars(among_records.order_by(records.c.id).limit(SHOWN + 1))]
    begins = func.substr(articles.c.id, 1, len(name)) == name
    among_articles = select(articles.c.id).where(begins).order_by(articles.c.id).limit(SHOWN + 1)
    found += [("article", full) for full in connection.scalars(among_articles)]
    exact = [one for one in found if one[1] == name]
    if len(exact or found) == 1:
        return (exact or found)[0]
    got = f"one that begins {', '.join(full for _, full in found[:SHOWN])} ..." if found else "no such one"
    raise UsageError(f"expected the id of a record or article or its beginning, got {name!r}: {got}")


def _record(connection: Connection, name: str) -> ShownRecord:
    more = (records.c.live, records.c.verdict, records.c.carried, records.c.original, versions.c.article)
    query = with_sources().add_columns(*more).where(records.c.id == name)
    rows = connection.execute(query.order_by(records.c.live.desc(), records.c.key.desc())).all()
    row, report = rows[0], next(as_reports(rows[:1]))
    inside = {one.reading for one in rows}
    return ShownRecord(
        record=report.record, source=report.source, verdict=row.verdict, live=row.live, carried=row.carried,
        read=from_json(row.original) if row.original else None, reviews=tuple(decisions(connection, name)),
        found_in=tuple(info for key, info in _readings(connection, row.article) if key in inside),
        addresses=_addresses(connection, row.article), versions=_versions(connection, row.article),
    )  # fmt: skip


def _article(connection: Connection, name: str) -> ShownArticle:
    article = connection.execute(select(articles.c.key).where(articles.c.id == name)).scalar_one()
    mine = (versions.c.article == article) & versions.c.current
    current = connection.execute(sources().where(mine, readings.c.current)).one()
    rows = connection.execute(with_sources().where(mine, records.c.live).order_by(records.c.position)).all()
    return ShownArticle(
        source=source_of(current), addresses=_addresses(connection, article), versions=_versions(connection, article),
        readings=tuple(info for _, info in _readings(connection, article)), reports=tuple(as_reports(rows)),
    )  # fmt: skip


def _addresses(connection: Connection, article: int) -> tuple[str, ...]:
    query = select(addresses.c.address).where(addresses.c.article == article).order_by(addresses.c.address)
    return tuple(connection.scalars(query))


def _versions(connection: Connection, article: int) -> tuple[VersionInfo, ...]:
    query = select(versions).where(versions.c.article == article).order_by(versions.c.number)
    return tuple(
        VersionInfo(
            number=row.number, digest=row.digest, current=row.current, known=str(row.known),
            published=str(row.published or ""), added=row.added, title=row.title,
        )
        for row in connection.execute(query)
    )  # fmt: skip


def _readings(connection: Connection, article: int) -> list[tuple[int, ReadingInfo]]:
    """Return the readings of an article with their keys, by version, the oldest first."""
    count = select(func.count()).select_from(records).where(records.c.reading == readings.c.key).scalar_subquery()
    query = (
        select(readings, engines.c.id, engines.c.version.label("made_by"), engines.c.fingerprint)
        .add_columns(versions.c.number, count.label("held"))
        .join(engines, engines.c.key == readings.c.engine)
        .join(versions, versions.c.key == readings.c.version)
        .where(versions.c.article == article)
        .order_by(versions.c.number, readings.c.key)
    )
    return [(row.key, _reading(row)) for row in connection.execute(query)]


def _reading(row: Row[Any]) -> ReadingInfo:
    return ReadingInfo(
        version=row.number, engine=row.id, engine_version=row.made_by, fingerprint=row.fingerprint, made=row.made,
        current=row.current, records=row.held,
    )  # fmt: skip
