"""What stood on an earlier day: the versions of articles that were edited since."""

import datetime
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, exists, select

from marsad.model.report import Report
from marsad.store.corrections import REJECTED
from marsad.store.keys import key_after
from marsad.store.querying import Filters, as_reports, conditions, kinds_of, with_sources
from marsad.store.rows import parties
from marsad.store.schema import readings, records, versions

BATCH = 500


def superseded(connection: Connection, filters: Filters) -> Iterator[Report]:
    """Yield the reports of versions that stood on the day `known` and have been superseded since; none without it.

    They have no look-ups, which are those of current versions: their parties are compared one by one. They are few.
    """
    known = filters.get("known")
    if known is None:
        return
    wanted = {filters.get("state"), filters.get("other"), filters.get("institution")} - {None, ""}
    keys = list(connection.scalars(_standing_then(known)))
    for start in range(0, len(keys), BATCH):
        for report in as_reports(connection.execute(_question(filters, keys[start : start + BATCH]))):
            if wanted <= {code for code, _ in parties(report.record)}:
                yield report


def _standing_then(known: datetime.date) -> Select[Any]:
    """Return the question for the versions that stood on a day and have been superseded since, in their order."""
    later, end = versions.alias("later"), key_after(known)
    newer = exists().where(later.c.article == versions.c.article, later.c.number > versions.c.number, later.c.key < end)
    query = select(versions.c.key).where(~versions.c.current, versions.c.key < end, ~newer)
    return query.order_by(versions.c.key)


def _question(filters: Filters, keys: list[int]) -> Select[tuple[object, ...]]:
    query = with_sources().where(~records.c.live, records.c.version.in_(keys), records.c.verdict != REJECTED)
    query = query.where(readings.c.current)
    if kinds := kinds_of(filters):
        query = query.where(records.c.kind.in_(kinds))
    for condition in conditions(filters):
        query = query.where(condition)
    return query.order_by(records.c.version, records.c.position)
