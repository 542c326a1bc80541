"""What people decide about records: accepted, rejected, edited; and the precision that this gives."""

import datetime
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, delete, func, select, update

from marsad.errors import UsageError
from marsad.model.records import Record, from_json
from marsad.store.corrections import ACCEPTED, EDITED, REJECTED, WITHDRAWN
from marsad.store.inserting import insert_all, stamp
from marsad.store.rows import day_of, encode
from marsad.store.schema import records, reviews, versions
from marsad.store.settling import retire, settle

Verdict = Literal["accepted", "rejected", "edited", "withdrawn"]
# What makes a record the one it is, and where its text stands.
FIXED = ("id", "article", "kind", "evidence")


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """A decision about one record and its reason; `changes` are the fields of an edited one with their new values."""

    verdict: Verdict
    reason: str
    reviewer: str = ""
    changes: Mapping[str, Any] = {}


class Decided(msgspec.Struct, frozen=True):
    """A review as it was kept."""

    number: int
    verdict: str
    reason: str
    reviewer: str
    made: str


class Precision(msgspec.Struct, frozen=True):
    """How many records of one rule, kind or language were looked at, and how many of them were right."""

    name: str
    lang: str
    accepted: int
    rejected: int
    edited: int

    @property
    def precision(self) -> float:
        """The share that was right as it stood."""
        return self.accepted / (self.accepted + self.rejected + self.edited)


def review(connection: Connection, name: str, decision: Review) -> None:
    """Keep a decision about the record of that id, in all readings that have it; raises UsageError."""
    if not decision.reason.strip():
        raise UsageError("reason: expected why, got nothing")
    row = _record(connection, name)
    article = connection.execute(select(versions.c.article).where(versions.c.key == row.version)).scalar_one()
    body = _decided_body(row, decision)
    insert_all(connection, reviews, [_review_row(connection, row, decision, body) | {"article": article}])
    _apply(connection, name, decision.verdict, body)
    settle(connection, article)


def decisions(connection: Connection, name: str) -> list[Decided]:
    """Return the reviews of a record, the oldest first."""
    columns = (reviews.c.number, reviews.c.verdict, reviews.c.reason, reviews.c.reviewer, reviews.c.made)
    query = select(*columns).where(reviews.c.record == name).order_by(reviews.c.number)
    return [Decided(*row) for row in connection.execute(query)]


def precision(connection: Connection, by: Literal["rule", "kind"] = "rule") -> list[Precision]:
    """Return the measured precision by rule or kind and language, the most reviewed first."""
    query = select(reviews).order_by(reviews.c.record, reviews.c.number)
    last = {row.record: row for row in connection.execute(query)}
    counts: dict[tuple[str, str], Counter[str]] = {}
    for row in last.values():
        if row.verdict != WITHDRAWN:
            counts.setdefault((getattr(row, by), row.lang), Counter())[row.verdict] += 1
    made = [Precision(*key, count[ACCEPTED], count[REJECTED], count[EDITED]) for key, count in counts.items()]
    return sorted(made, key=lambda p: (-(p.accepted + p.rejected + p.edited), p.name, p.lang))


def edited(record: Record, changes: Mapping[str, Any]) -> Record:
    """Return a record with fields changed; raises UsageError for a field or value that can't be."""
    value = msgspec.to_builtins(record)
    wrong = [name for name in changes if name in FIXED or name not in record.__struct_fields__]
    if wrong or not changes:
        can = ", ".join(name for name in record.__struct_fields__ if name not in FIXED)
        raise UsageError(f"edit: expected some of {can}, got {', '.join(wrong) or 'nothing'}")
    try:
        return from_json(json.dumps(value | dict(changes)))
    except (msgspec.ValidationError, TypeError) as error:
        raise UsageError(f"edit: {error}") from error


def _record(connection: Connection, name: str) -> Row[Any]:
    """Return the newest row of a record, of equals the one that counts."""
    query = (
        select(records, versions.c.lang, versions.c.known)
        .join(versions, versions.c.key == records.c.version)
        .where(records.c.id == name)
        .order_by(records.c.live.desc(), records.c.key.desc())
    )
    row = connection.execute(query.limit(1)).first()
    if row is None:
        raise UsageError(f"expected the id of a record, got {name!r}")
    return row


def _decided_body(row: Row[Any], decision: Review) -> str:
    """Return the record as it is after a decision: edited further, or as it was read."""
    if decision.verdict == EDITED:
        return encode(edited(from_json(row.body), decision.changes))
    return str(row.original or row.body)


def _review_row(connection: Connection, row: Row[Any], decision: Review, body: str) -> dict[str, Any]:
    last = connection.execute(select(func.max(reviews.c.number)).where(reviews.c.record == row.id)).scalar()
    return {
        "record": row.id, "number": (last or 0) + 1, "verdict": decision.verdict, "reason": decision.reason.strip(),
        "reviewer": decision.reviewer, "made": stamp(datetime.datetime.now(datetime.UTC)), "kind": row.kind,
        "lang": row.lang, "rule": row.rule, "body": body,
    }  # fmt: skip


def _apply(connection: Connection, name: str, verdict: Verdict, body: str) -> None:
    """Put a decision onto every row of a record; they are settled again afterwards."""
    rows = connection.execute(select(records).where(records.c.id == name)).all()
    retire(connection, [row.key for row in rows])
    if verdict == WITHDRAWN:
        connection.execute(delete(records).where(records.c.id == name, records.c.carried))
    for row in rows:
        known = connection.execute(select(versions.c.known).where(versions.c.key == row.version)).scalar_one()
        read = row.original or row.body
        now = body if verdict == EDITED else read
        values = {
            "verdict": "" if verdict == WITHDRAWN else verdict, "body": now,
            "original": read if now != read else None, "day": day_of(from_json(now), known),
        }  # fmt: skip
        connection.execute(update(records).where(records.c.key == row.key).values(**values))
