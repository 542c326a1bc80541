"""What has changed in any standing since a day, and which sentence changed it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from marsad.ledger.claims import FOR_THE_STATE, whole
from marsad.ledger.model import Change
from marsad.ledger.standings import history
from marsad.model.records import Standing
from marsad.model.report import Report


def changes(
    reports: Iterable[Report], since: datetime.date, *, known: datetime.date | None = None
) -> tuple[Change, ...]:
    """Return the turns of all standings that became public from one day to another, in the order in which they did.

    What was public before is no news, however often it is told again; nor is what only the tables of institutions know.
    """
    given = list(reports)
    known = known or max((report.source.known for report in given), default=since)
    groups: defaultdict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in given:
        if isinstance(record := report.record, Standing) and record.subject.sector in FOR_THE_STATE:
            groups[record.subject.country, whole(record.of)].append(report)
    found = (
        turn for pair, group in groups.items() for turn in history(group, subject=pair[0], of=pair[1], known=known)
    )
    news = [(turn.known, turn) for turn in found if turn.known is not None and turn.known >= since]
    return tuple(turn for _, turn in sorted(news, key=lambda item: (item[0], *_order(item[1]))))


def _order(turn: Change) -> tuple[str, ...]:
    return turn.subject, turn.of, turn.axis, turn.aspect, turn.file, turn.value
