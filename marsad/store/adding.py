"""Keeping one reading: its article, version, records and look-ups, all inside one transaction."""

import datetime
import json
from typing import Literal

import msgspec
from sqlalchemy import Connection, bindparam, select

from marsad.model.article import Article, Reading
from marsad.store import index
from marsad.store.corrections import Kept, corrected
from marsad.store.engines import Engine
from marsad.store.folding import indexed
from marsad.store.inserting import Rows, insert_all, insert_new, new_key, stamp
from marsad.store.keys import has_own_id, version_digest, version_key
from marsad.store.outlets import outlet_row
from marsad.store.rows import Place, day_of, encode, kind_of, people
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
from marsad.store.settling import insert_lookups, settle

Outcome = Literal["new", "version", "reading", "unchanged"]


# Made once: making a statement takes longer than running it.
AT_ADDRESS = select(articles.c.id).join(addresses).where(addresses.c.address == bindparam("address"))
SAME = select(articles.c.id).join(versions).where(versions.c.digest == bindparam("digest")).order_by(articles.c.id)
KEPT = (
    select(readings.c.key)
    .join(versions, versions.c.key == readings.c.version)
    .join(articles, articles.c.key == versions.c.article)
    .where(articles.c.id == bindparam("name"), versions.c.digest == bindparam("digest"))
    .limit(1)
)
LOCK = select(articles.c.key).where(articles.c.id == bindparam("name")).with_for_update()
VERSIONS = select(versions.c.key, versions.c.digest, versions.c.known).where(versions.c.article == bindparam("article"))
TAKEN = select(versions.c.key).where(versions.c.key == bindparam("version"))
ENGINE = select(engines.c.key).where(engines.c.id == bindparam("engine"))
KEYS = select(records.c.key).where(records.c.reading == bindparam("made")).order_by(records.c.position)


class Origin(msgspec.Struct, frozen=True):
    """Where an article came from (a file or an address, or empty) and when it was added."""

    address: str
    moment: datetime.datetime


class Version(msgspec.Struct, frozen=True):
    """The key of a version, the day it became known, and whether it is new."""

    key: int
    known: datetime.date
    outcome: Outcome


def identified(connection: Connection, article: Article, address: str) -> Article:
    """Return the article under the id that the store has for it.

    One that came without an id is the one of its address, or the one that has a version with the same content.
    """
    if has_own_id(article):
        return article
    found = connection.scalar(AT_ADDRESS, {"address": address}) if address else None
    found = found or connection.scalar(SAME, {"digest": version_digest(article)})
    return msgspec.structs.replace(article, id=found) if found else article


def is_kept(connection: Connection, article: Article) -> bool:
    """Return whether this version of the article has been read and kept."""
    asked = {"name": article.id, "digest": version_digest(article)}
    return connection.scalar(KEPT, asked) is not None


def is_at(connection: Connection, article: str, address: str) -> bool:
    """Return whether an address is known as one of an article."""
    return bool(connection.scalar(AT_ADDRESS, {"address": address}) == article)


def keep(connection: Connection, reading: Reading, engine: Engine, origin: Origin) -> Outcome:
    """Return what keeping a reading added: an article, a version, a reading beside older ones, or nothing.

    Of a new article, everything counts at once; else the article is settled.
    """
    article, new = article_key(connection, reading.article.id)
    note_address(connection, article, origin.address)
    version = _version(connection, (article, new), reading.article, origin)
    made = _reading(connection, version, reading, engine, origin)
    if made is None:
        return "unchanged"
    _chain(connection, made, reading)
    kept = [Kept(record) for record in reading.records] if new else corrected(connection, article, reading)
    insert_all(connection, records, _record_rows(kept, version, made))
    if new:
        index.add(connection, version.key)
        keys = connection.scalars(KEYS, {"made": made})
        placed = ((one.record, Place(version.key, key, version.known)) for one, key in zip(kept, keys, strict=True))
        insert_lookups(connection, list(placed))
    else:
        settle(connection, article)
    return version.outcome


def note_address(connection: Connection, article: int, address: str) -> None:
    """Remember that an article is found at an address."""
    if address:
        insert_new(connection, addresses, [{"address": address, "article": article}])


def article_key(connection: Connection, name: str) -> tuple[int, bool]:
    """Return the key of an article, and whether it was made; nobody else changes it until the transaction ends."""
    made = new_key(connection, articles, {"id": name})
    return (made, True) if made is not None else (int(connection.scalars(LOCK, {"name": name}).one()), False)


def _version(connection: Connection, made: tuple[int, bool], content: Article, origin: Origin) -> Version:
    """Return the version with this content of an article (its key, whether it was just made), made if there is none."""
    digest, (article, new) = version_digest(content), made
    for kept in () if new else connection.execute(VERSIONS, {"article": article}):
        if kept.digest == digest:
            return Version(kept.key, kept.known, "reading")
    known = content.date or origin.moment.date()
    key = _free_key(connection, version_key(content.id, digest, known))
    row = {
        "key": key, "article": article, "digest": digest, "number": int(new), "current": new, "lang": content.lang,
        "title": content.title, "published": content.date, "known": known, "outlet": content.outlet,
        "url": origin.address if "://" in origin.address else "",
        "pair": json.dumps(content.pair, ensure_ascii=False) if content.pair else "", "added": stamp(origin.moment),
    }  # fmt: skip
    words = indexed(f"{content.title}\n{content.text}", content.lang)
    insert_all(connection, versions, [row])
    text = {"version": key, "folded": words.folded, "bare": words.bare, "text": content.text}
    insert_all(connection, texts, [text])
    return Version(key, known, "new" if new else "version")


def _free_key(connection: Connection, key: int) -> int:
    """Return the key, or the next that no version has: 43 bits of a hash may be equal on one day."""
    while connection.scalar(TAKEN, {"version": key}) is not None:
        key += 1
    return key


def _reading(connection: Connection, version: Version, reading: Reading, engine: Engine, origin: Origin) -> int | None:
    """Return the key of a new reading, None where this engine has read this version before."""
    made_by = connection.scalar(ENGINE, {"engine": engine.id})
    if made_by is None:
        insert_new(connection, engines, [msgspec.structs.asdict(engine)])
        made_by = connection.scalar(ENGINE, {"engine": engine.id})
    row = {
        "version": version.key, "engine": made_by, "current": version.outcome == "new", "made": stamp(origin.moment),
        "relation": reading.relation, "notes": json.dumps(reading.notes, ensure_ascii=False),
        "chain": msgspec.json.encode(reading.chain).decode(),
    }  # fmt: skip
    return new_key(connection, readings, row)


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


def _record_rows(kept: list[Kept], version: Version, made: int) -> Rows:
    return [
        {
            "id": one.record.id, "version": version.key, "reading": made, "position": position,
            "kind": kind_of(one.record), "live": version.outcome == "new", "verdict": one.verdict,
            "carried": one.carried, "day": day_of(one.record, version.known), "rule": one.record.rule,
            "body": encode(one.record), "original": one.original,
        }
        for position, one in enumerate(kept)
    ]  # fmt: skip
