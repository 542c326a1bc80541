"""The content of a store as lines of JSON that two stores with the same content share, byte for byte.

Left out is what depends on when and where articles were added: keys, moments, addresses.
"""

import json
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from marsad.store.schema import articles, engines, links, parties, people, readings, records, reviews, texts, versions


def dump(connection: Connection) -> Iterator[bytes]:
    """Yield one line a version of an article, by id and digest, then one a review."""
    query = (
        select(versions, articles.c.id, texts.c.text, texts.c.folded, texts.c.bare)
        .join(articles, articles.c.key == versions.c.article)
        .join(texts, texts.c.version == versions.c.key)
    )
    rows = connection.execute(select(versions.c.key, articles.c.id, versions.c.digest).join(articles)).all()
    for key in (row.key for row in sorted(rows, key=lambda row: (row.id, row.digest))):
        yield _line(_version(connection, connection.execute(query.where(versions.c.key == key)).one()))
    for row in sorted(connection.execute(select(reviews)), key=lambda row: (row.record, row.number)):
        yield _line({"review": _plain(row, ("article", "made"))})


def _version(connection: Connection, row: Row[Any]) -> dict[str, Any]:
    query = select(readings, engines.c.id).join(engines).where(readings.c.version == row.key).order_by(engines.c.id)
    return {
        "article": row.id,
        **_plain(row, ("key", "article", "id", "number", "added", "known")),
        "readings": [_reading(connection, reading) for reading in connection.execute(query)],
    }


def _reading(connection: Connection, row: Row[Any]) -> dict[str, Any]:
    mine = records.c.reading == row.key
    found = connection.execute(select(records).where(mine).order_by(records.c.position))
    hops = select(links.c.outlet, links.c.hop).where(links.c.reading == row.key).order_by(links.c.position)
    named = select(people.c.person, people.c.code, people.c.role).where(people.c.reading == row.key)
    return {
        "engine": row.id,
        **_plain(row, ("key", "id", "version", "engine", "made", "chain", "notes")),
        "chain": json.loads(row.chain),
        "notes": json.loads(row.notes),
        "links": [list(hop) for hop in connection.execute(hops)],
        "people": sorted(list(person) for person in connection.execute(named)),
        "records": [_record(connection, record) for record in found],
    }


def _record(connection: Connection, row: Row[Any]) -> dict[str, Any]:
    taking_part = select(parties.c.code, parties.c.role).where(parties.c.record == row.key)
    return {
        **_plain(row, ("key", "version", "reading", "day", "body", "original")),
        "record": json.loads(row.body),
        "read": json.loads(row.original) if row.original else None,
        "parties": sorted(list(party) for party in connection.execute(taking_part)),
    }


def _plain(row: Row[Any], left_out: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in row._mapping.items() if name not in left_out}


def _line(value: dict[str, Any]) -> bytes:
    return msgspec.json.encode(value, order="sorted")
