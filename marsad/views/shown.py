"""One record or article of the store in lines: what it says, in which words, and how we know."""

from collections.abc import Iterable, Iterator

from marsad.model.records import Base, Record
from marsad.model.report import Source
from marsad.model.values import Actor, Interval, Link, Place
from marsad.store.rows import kind_of
from marsad.store.showing import ReadingInfo, ShownArticle, ShownRecord, VersionInfo
from marsad.views.rules import quoted_rule

SILENT = {*Base.__struct_fields__, "status", "content", "axis", "score", "goldstein"}
PLAIN = ("actual", "held")


def shown_lines(found: ShownRecord | ShownArticle) -> Iterator[str]:
    """Yield the lines that tell of a record or an article."""
    yield from _record_lines(found) if isinstance(found, ShownRecord) else _article_lines(found)


def record_line(record: Record) -> str:
    """Return a record in one line: kind, status, and the fields that are filled."""
    status = () if record.status in PLAIN else (record.status,)
    fields = (name for name in record.__struct_fields__ if name not in SILENT)
    told = (f"{name}={text}" for name in fields if (text := _text(getattr(record, name))))
    return " ".join((kind_of(record), *status, *told))


def _text(value: object) -> str:
    """Return a value of a record as one word, empty for one that says nothing."""
    if isinstance(value, Actor):
        return value.code
    if isinstance(value, Place):
        return value.country
    if isinstance(value, Interval):
        return _interval(value)
    if isinstance(value, tuple):
        return ",".join(_text(item) for item in value)
    if isinstance(value, dict):
        return ",".join(f"{key}:{item}" for key, item in sorted(value.items()))
    return "" if value in (None, "", False) else str(value)


def _interval(value: Interval) -> str:
    if value.start == value.end:
        return str(value.start)
    return f"{value.start or ''}..{value.end or ''}"


def _record_lines(found: ShownRecord) -> Iterator[str]:
    record, span = found.record, found.record.evidence
    yield f"{record.id}  {record_line(record)}"
    yield f"  words       «{span.text}» (characters {span.start}-{span.end}, line {span.line})"
    yield f"  sentence    {span.sentence}"
    yield f"  said by     {_speakers(record)}"
    if record.date is not None:
        yield f"  date        {_interval(record.date)} ({record.date.precision}) {record.date.text}".rstrip()
    yield from _source_lines(found.source, found.addresses)
    yield f"  rule        {record.rule}"
    if row := quoted_rule(found.source.lang, record.rule):
        yield f"              {row}"
    yield f"  confidence  {record.confidence:.2f}"
    yield f"  counts      {_counts(found)}"
    if found.read is not None:
        yield f"  as read     {record_line(found.read)}"
    for review in found.reviews:
        yield f"  review {review.number}    {review.verdict}: {review.reason} ({review.reviewer}, {review.made})"
    yield from _version_lines(found.versions)
    yield from _reading_lines(found.found_in)


def _counts(found: ShownRecord) -> str:
    verdict = f", {found.verdict}" if found.verdict else ", not reviewed"
    carried = ", confirmed by a person, not in the current reading" if found.carried else ""
    return f"{'yes' if found.live else 'no'}{verdict}{carried}"


def _speakers(record: Record) -> str:
    named = (" ".join(part for part in (a.code, a.role, a.person or a.name) if part) for a in record.said_by)
    return " ← ".join(named) or "the outlet itself"


def _article_lines(found: ShownArticle) -> Iterator[str]:
    yield f"{found.source.article}  {found.source.title}".rstrip()
    yield from _source_lines(found.source, found.addresses)
    yield from _version_lines(found.versions)
    yield from _reading_lines(found.readings)
    for report in found.reports:
        yield f"  {report.record.id}  {record_line(report.record)}  «{report.record.evidence.text}»"


def _source_lines(source: Source, addresses: tuple[str, ...]) -> Iterator[str]:
    yield f"  article     {source.article} version {source.version}, {source.lang}, known {source.known}"
    if source.title:
        yield f"  title       {source.title}"
    if source.outlet:
        yield f"  outlet      {source.outlet}"
    yield f"  chain       {chain_line(source.chain) or 'nobody credited'}"
    yield from (f"  found at    {address}" for address in addresses)


def chain_line(chain: Iterable[Link]) -> str:
    """Return who passed a report on, the nearest first, each with what it did."""
    return " ← ".join(f"{link.name} ({link.hop})" if link.hop else link.name for link in chain)


def _version_lines(versions: tuple[VersionInfo, ...]) -> Iterator[str]:
    for version in versions:
        now = ", current" if version.current else ""
        yield f"  version {version.number}   {version.digest[:12]}, known {version.known}, added {version.added}{now}"


def _reading_lines(found: tuple[ReadingInfo, ...]) -> Iterator[str]:
    for one in found:
        now = ", current" if one.current else ""
        engine = f"Marsad {one.engine_version}, data {one.fingerprint}"
        yield f"  reading     of version {one.version} by {engine}, {one.made}: {one.records} records{now}"
