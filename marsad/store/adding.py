"""Keeping one reading: its article, version, records and look-ups, all inside one transaction."""

import datetime
import json
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, insert, select

from marsad.model.article import Article, Reading
from marsad.store.corrections import corrected
from marsad.store.engines import Engine
from marsad.store.folding import indexed
from marsad.store.inserting import insert_all, insert_new, stamp
from marsad.store.keys import has_own_id, version_digest, version_key
from marsad.store.outlets import outlet_row
from marsad.store.rows import day_of, encode, kind_of, people
from marsad.store.schema import (
    addresses,
    articles,
    engines,
    links,
    outlets,
    readings,
    records,
    texts,
    versions,
)
from marsad.store.schema import people as people_table
from marsad.store.settling import settle

Outcome = Literal["new", "version", "reading", "unchanged"]


class Keys(msgspec.Struct, frozen=True):
    """The keys under which records are kept."""

    article: int
    version: int
    reading: int


class Origin(msgspec.Struct, frozen=True):
    """Where an article came from (a file or an address, or empty) and when it was added."""

    address: str = ""
    added: datetime.datetime | None = None

    @property
    def moment(self) -> datetime.datetime:
        """When it was added; now, where nothing else is said."""
        return self.added or datetime.datetime.now(datetime.UTC)


def identified(connection: Connection, article: Article, address: str) -> Article:
    """Return the article under the id that the store has for it.

    One that came without an id is the one of its address, or the one that has a version with the same content.
    """
    if has_own_id(article):
        return article
    at_address = select(articles.c.id).join(addresses).where(addresses.c.address == address)
    same = (
        select(articles.c.id).join(versions).where(versions.c.digest == version_digest(article)).order_by(articles.c.id)
    )
    found = connection.execute(at_address).scalar() or connection.execute(same).scalar()
    return msgspec.structs.replace(article, id=found) if found else article


def is_kept(connection: Connection, article: Article) -> bool:
    """Return whether this version of the article has been read and kept."""
    question = (
        select(readings.c.key)
        .join(versions, versions.c.key == readings.c.version)
        .join(articles, articles.c.key == versions.c.article)
        .where(articles.c.id == article.id, versions.c.digest == version_digest(article))
    )
    return connection.execute(question.limit(1)).first() is not None


def is_at(connection: Connection, article: str, address: str) -> bool:
    """Return whether an address is known as one of an article."""
    query = select(articles.c.id).join(addresses).where(addresses.c.address == address)
    return connection.scalar(query) == article


def keep(connection: Connection, reading: Reading, engine: Engine, origin: Origin) -> Outcome:
    """Return what keeping a reading added: an article, a version, a reading beside older ones, or nothing."""
    article = article_key(connection, reading.article.id)
    note_address(connection, article, origin.address)
    version, outcome = _version(connection, article, reading.article, origin)
    made = _reading(connection, version, reading, engine, origin)
    if made is None:
        return "unchanged"
    _chain(connection, made, reading)
    _records(connection, reading, Keys(article, version, made))
    settle(connection, article)
    return outcome


def note_address(connection: Connection, article: int, address: str) -> None:
    """Remember that an article is found at an address."""
    if address:
        insert_new(connection, addresses, [{"address": address, "article": article}])


def article_key(connection: Connection, name: str) -> int:
    """Return the key of an article, made where there was none, which nobody else changes until the transaction ends."""
    insert_new(connection, articles, [{"id": name}])
    return int(connection.scalars(select(articles.c.key).where(articles.c.id == name).with_for_update()).one())


def _version(connection: Connection, article: int, content: Article, origin: Origin) -> tuple[int, Outcome]:
    """Return the key of a version, made where there was none, and whether it is new and the first."""
    digest = version_digest(content)
    same = select(versions.c.key, versions.c.digest).where(versions.c.article == article)
    found = {row.digest: row.key for row in connection.execute(same)}
    if digest in found:
        return found[digest], "reading"
    key = _free_key(connection, version_key(content.id, digest, _known(content, origin)))
    words = indexed(f"{content.title}\n{content.text}", content.lang)
    connection.execute(
        insert(versions), _version_row(content, origin) | {"key": key, "article": article, "digest": digest}
    )
    connection.execute(
        insert(texts), {"version": key, "folded": words.folded, "bare": words.bare, "text": content.text}
    )
    return key, "version" if found else "new"


def _free_key(connection: Connection, key: int) -> int:
    """Return the key, or the next that no version has: 43 bits of a hash may be equal on one day."""
    while connection.execute(select(versions.c.key).where(versions.c.key == key)).first() is not None:
        key += 1
    return key


def _known(content: Article, origin: Origin) -> datetime.date:
    return content.date or origin.moment.date()


def _version_row(content: Article, origin: Origin) -> dict[str, Any]:
    return {
        "number": 0, "current": False, "lang": content.lang, "title": content.title, "published": content.date,
        "known": _known(content, origin), "outlet": content.outlet,
        "url": origin.address if "://" in origin.address else "",
        "pair": json.dumps(content.pair, ensure_ascii=False) if content.pair else "",
        "added": stamp(origin.moment),
    }  # fmt: skip


def _reading(connection: Connection, version: int, reading: Reading, engine: Engine, origin: Origin) -> int | None:
    """Return the key of a new reading, None where this engine has read this version before."""
    insert_new(connection, engines, [msgspec.structs.asdict(engine)])
    made_by = connection.execute(select(engines.c.key).where(engines.c.id == engine.id)).scalar_one()
    row = {
        "version": version, "engine": made_by, "current": False, "made": stamp(origin.moment),
        "relation": reading.relation, "notes": json.dumps(reading.notes, ensure_ascii=False),
        "chain": msgspec.json.encode(reading.chain).decode(),
    }  # fmt: skip
    if not insert_new(connection, readings, [row]):
        return None
    mine = (readings.c.version == version) & (readings.c.engine == made_by)
    return int(connection.scalars(select(readings.c.key).where(mine)).one())


def _chain(connection: Connection, reading: int, content: Reading) -> None:
    """Keep who passed a report on, and who speaks for whom in it."""
    insert_new(connection, outlets, [outlet_row(name) for name in sorted({link.id for link in content.chain})])
    hops = [
        {"reading": reading, "position": position, "outlet": link.id, "hop": link.hop}
        for position, link in enumerate(content.chain)
    ]
    named = [
        {"reading": reading, "person": person, "code": code, "role": role}
        for person, code, role in sorted(people(content.records))
    ]
    insert_all(connection, links, hops)
    insert_all(connection, people_table, named)


def _records(connection: Connection, reading: Reading, place: Keys) -> None:
    known = connection.execute(select(versions.c.known).where(versions.c.key == place.version)).scalar_one()
    rows = [
        {
            "id": kept.record.id, "version": place.version, "reading": place.reading, "position": position,
            "kind": kind_of(kept.record), "live": False, "verdict": kept.verdict, "carried": kept.carried,
            "day": day_of(kept.record, known), "rule": kept.record.rule,
            "body": encode(kept.record), "original": kept.original,
        }
        for position, kept in enumerate(corrected(connection, place.article, reading))
    ]  # fmt: skip
    insert_all(connection, records, rows)
