"""Articles that an older engine read, read again: new readings beside the old, and what changed."""

import json
from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection, select

from marsad.model.article import Article
from marsad.model.records import Record, from_json
from marsad.store.rows import kind_of
from marsad.store.schema import articles, engines, readings, records, texts, versions


class Changed(msgspec.Struct, frozen=True):
    """One record before and after: `before` is None for a new one, `after` for one that is gone."""

    before: Record | None
    after: Record | None


class Difference(msgspec.Struct, frozen=True):
    """What another reading of an article changed; `same` counts what it did not."""

    article: str
    same: int
    changed: tuple[Changed, ...]


def outdated(connection: Connection, lang: str, engine: str) -> list[int]:
    """Return the keys of the current versions in a language whose current reading another engine made."""
    query = (
        select(versions.c.key)
        .join(readings, (readings.c.version == versions.c.key) & readings.c.current)
        .join(engines, engines.c.key == readings.c.engine)
        .where(versions.c.current, versions.c.lang == lang, engines.c.id != engine)
    )
    return list(connection.scalars(query.order_by(versions.c.key)))


def article(connection: Connection, version: int) -> Article:
    """Return a version as an article, as it was given to be read."""
    query = select(versions, articles.c.id, texts.c.text).join(articles).join(texts).where(versions.c.key == version)
    row = connection.execute(query).one()
    pair = json.loads(row.pair) if row.pair else None
    return Article(
        id=row.id, text=row.text, lang=row.lang, title=row.title, date=row.published, outlet=row.outlet,
        pair=(pair[0], pair[1]) if pair else None,
    )  # fmt: skip


def current_records(connection: Connection, name: str) -> list[Record]:
    """Return the records of the current reading of an article's current version, rejected ones too."""
    query = (
        select(records.c.body)
        .join(readings, (readings.c.key == records.c.reading) & readings.c.current)
        .join(versions, (versions.c.key == records.c.version) & versions.c.current)
        .join(articles, articles.c.key == versions.c.article)
        .where(articles.c.id == name)
    )
    return [from_json(body) for body in connection.scalars(query.order_by(records.c.position))]


def difference(name: str, before: Iterable[Record], after: Iterable[Record]) -> Difference:
    """Return what changed between two readings, in the order of the text.

    Records with one id are the same record; of the others, those of one kind whose words overlap are one changed.
    """
    old, new = {record.id: record for record in before}, {record.id: record for record in after}
    pairs = [Changed(old[key], new[key]) for key in old if key in new]
    gone, fresh = ([one for key, one in side.items() if key not in other] for side, other in ((old, new), (new, old)))
    changed = [pair for pair in pairs if pair.before != pair.after] + list(_paired(gone, fresh))
    changed.sort(key=_place)
    return Difference(name, sum(pair.before == pair.after for pair in pairs), tuple(changed))


def _paired(gone: list[Record], fresh: list[Record]) -> Iterator[Changed]:
    left = list(fresh)
    for record in gone:
        match = next((other for other in left if _overlap(record, other)), None)
        if match is not None:
            left.remove(match)
        yield Changed(record, match)
    yield from (Changed(None, record) for record in left)


def _overlap(one: Record, other: Record) -> bool:
    a, b = one.evidence, other.evidence
    return kind_of(one) == kind_of(other) and a.start < b.end and b.start < a.end


def _place(changed: Changed) -> tuple[int, int]:
    record = changed.after or changed.before
    assert record is not None
    return record.evidence.start, record.evidence.end
