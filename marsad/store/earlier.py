"""What stood on an earlier day: the versions of articles that were edited since."""

from collections.abc import Iterator

from sqlalchemy import Connection, Select, exists, select

from marsad.model.report import Report
from marsad.store.corrections import REJECTED
from marsad.store.keys import key_after
from marsad.store.querying import Filters, as_reports, conditions, kinds_of, with_sources
from marsad.store.rows import parties
from marsad.store.schema import readings, records, versions


def superseded(connection: Connection, filters: Filters) -> Iterator[Report]:
    """Yield the reports of versions that stood on the day `known` and have been superseded since; none without it.

    They have no look-ups, which are those of current versions: their parties are compared one by one. They are few.
    """
    if filters.get("known") is None:
        return
    wanted = {filters.get("state"), filters.get("other"), filters.get("institution")} - {None, ""}
    for report in as_reports(connection.execute(_question(filters))):
        if wanted <= {code for code, _ in parties(report.record)}:
            yield report


def _question(filters: Filters) -> Select[tuple[object, ...]]:
    known = filters.get("known")
    assert known is not None
    later = versions.alias("later")
    newer = exists().where(
        later.c.article == versions.c.article, later.c.number > versions.c.number, later.c.key < key_after(known)
    )
    query = with_sources().where(~versions.c.current, ~newer, records.c.verdict != REJECTED)
    query = query.where(records.c.reading.in_(select(readings.c.key).where(readings.c.current)))
    if kinds := kinds_of(filters):
        query = query.where(records.c.kind.in_(kinds))
    for condition in conditions(filters):
        query = query.where(condition)
    return query.order_by(records.c.version, records.c.position)
