"""A telling: one version of one article with all that was read from it, which is what stories are made of."""

from collections.abc import Iterable

import msgspec

from marsad.model.records import Record
from marsad.model.report import Report, Source


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One version of an article; `text` is its whole text, or the sentences that carry its records."""

    source: Source
    records: tuple[Record, ...] = ()
    text: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """What tells a telling from all others: its article and the version of it."""
        return self.source.article, self.source.version


def tellings(reports: Iterable[Report]) -> tuple[Telling, ...]:
    """Return the tellings that reports come from, in the order of time, whatever order the reports come in."""
    found: dict[tuple[str, int], dict[str, Report]] = {}
    for report in reports:
        found.setdefault((report.source.article, report.source.version), {})[report.record.id] = report
    made = [_telling(list(group.values())) for group in found.values()]
    return tuple(sorted(made, key=lambda telling: (telling.source.known, telling.key)))


def _telling(reports: list[Report]) -> Telling:
    records = sorted((report.record for report in reports), key=lambda record: (record.evidence.start, record.id))
    sentences = dict.fromkeys(record.evidence.sentence for record in records)
    source = min((report.source for report in reports), key=lambda source: (source.known, source.story))
    return Telling(source=source, records=tuple(records), text="\n".join(sentences))


def origin(source: Source) -> str:
    """Return where a report comes from: the last link of its chain, else its outlet, else the article alone."""
    if source.chain:
        return source.chain[-1].id
    return source.outlet or source.article
