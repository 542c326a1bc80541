"""What counts of an article after a change: its current version, the current reading of that, the live records."""

from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from marsad.model.records import Record, from_json
from marsad.store import index
from marsad.store.corrections import REJECTED
from marsad.store.inserting import insert_all
from marsad.store.rows import Place, dyad_rows, party_rows
from marsad.store.schema import dyads, parties, readings, records, versions

LIVE = update(records).where(records.c.key == bindparam("row")).values(live=True)


def settle(connection: Connection, article: int) -> None:
    """Put the flags and look-ups of one article in step with its versions, readings and reviews."""
    ordered = _order_versions(connection, article)
    version, reading = ordered[-1], [_choose_reading(connection, row.key) for row in ordered][-1]
    mine = records.c.version.in_(select(versions.c.key).where(versions.c.article == article))
    counts = (records.c.reading == reading) & (records.c.verdict != REJECTED)
    retire(connection, list(connection.scalars(select(records.c.key).where(mine, records.c.live, ~counts))))
    fresh = select(records.c.key, records.c.body).where(records.c.reading == reading, counts, ~records.c.live)
    _count(connection, version, list(connection.execute(fresh)))


def retire(connection: Connection, keys: list[int]) -> None:
    """Take records out of what counts."""
    if keys:
        connection.execute(delete(parties).where(parties.c.record.in_(keys)))
        connection.execute(delete(dyads).where(dyads.c.record.in_(keys)))
        connection.execute(update(records).where(records.c.key.in_(keys)).values(live=False))


def _order_versions(connection: Connection, article: int) -> list[Any]:
    """Return the versions by the day they became known, on one day as they came; the last is the current one."""
    columns = (versions.c.key, versions.c.known, versions.c.number, versions.c.current)
    found = connection.execute(select(*columns).where(versions.c.article == article)).all()
    ordered = sorted(found, key=lambda row: (row.known, row.number == 0, row.number))
    for number, row in enumerate(ordered, 1):
        current = row is ordered[-1]
        if (row.number, row.current) != (number, current):
            values = {"number": number, "current": current}
            connection.execute(update(versions).where(versions.c.key == row.key).values(values))
        if row.current != current:
            (index.add if current else index.remove)(connection, row.key)
    return ordered


def _choose_reading(connection: Connection, version: int) -> int:
    """Return the current reading of a version: the last one made."""
    query = select(readings.c.key, readings.c.current).where(readings.c.version == version).order_by(readings.c.key)
    found = connection.execute(query).all()
    for row in found:
        if row.current != (row is found[-1]):
            change = update(readings).where(readings.c.key == row.key).values(current=row is found[-1])
            connection.execute(change)
    return int(found[-1].key)


def _count(connection: Connection, version: Any, rows: list[Any]) -> None:
    """Let records count."""
    if rows:
        insert_lookups(connection, [(from_json(row.body), Place(version.key, row.key, version.known)) for row in rows])
        connection.execute(LIVE, [{"row": row.key} for row in rows])


def insert_lookups(connection: Connection, placed: list[tuple[Record, Place]]) -> None:
    """Make the look-ups of records."""
    insert_all(connection, parties, [row for record, place in placed for row in party_rows(record, place)])
    insert_all(connection, dyads, [row for record, place in placed for row in dyad_rows(record, place)])
