"""Reports made by hand, for tests of what is done with them."""

import datetime
import hashlib
from typing import Any

from marsad.model.records import KINDS, Record, record_id
from marsad.model.report import Report, Source
from marsad.model.values import AXIS_OF, Actor, Evidence, Interval, Link


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def dated(text: str) -> Interval:
    return Interval(day(text), day(text), "day", text)


def actors(*codes: str) -> tuple[Actor, ...]:
    return tuple(Actor(code) for code in codes)


def record(kind: str, sentence: str, *, article: str = "a", said_by: str = "", **fields: Any) -> Record:
    """Return a record whose evidence is the sentence; `said_by` is a code, with an office: `ARM GOV/president`."""
    code, _, role = said_by.partition("/")
    start = int(hashlib.sha256(sentence.encode()).hexdigest()[:6], 16)
    told = repr(sorted(fields.items(), key=lambda item: item[0]))
    made: Record = KINDS[kind](
        id=record_id(article, kind, start, start + len(sentence), told),
        article=article, evidence=Evidence(start, start + len(sentence), sentence, sentence, 0, 0),
        said_by=(Actor(code, role=role),) if code else (), **fields,
    )  # type: ignore[assignment]  # fmt: skip
    return made


def source(known: str, *, article: str = "a", chain: tuple[str, ...] = (), **fields: Any) -> Source:
    links = tuple(Link(name, name) for name in chain)
    return Source(article=article, known=day(known), chain=links, **fields)


def report(kind: str, known: str, sentence: str, *, article: str = "", said_by: str = "", **fields: Any) -> Report:
    """Return a report of an article of its own, unless one is named."""
    article = article or f"{known}:{sentence}"
    origin = {name: fields.pop(name) for name in ("chain", "outlet", "lang", "version", "story") if name in fields}
    if isinstance(fields.get("date"), str):
        fields["date"] = dated(fields["date"])
    made = record(kind, sentence, article=article, said_by=said_by, **fields)
    return Report(record=made, source=source(known, article=article, **origin))


def standing(known: str, what: str, *, of: str = "IGO:CSTO", subject: str = "ARM", **fields: Any) -> Report:
    """Return the report of a standing; `what` is `aspect value`, or `aspect value status`."""
    aspect, value, *status = what.split()
    sentence = fields.pop("sentence", f"{subject} {of} {what} {fields.get('said_by', '')}")
    return report(
        "standing", known, sentence, subject=Actor(subject), of=of, axis=AXIS_OF[aspect], aspect=aspect, value=value,
        status=status[0] if status else "actual", **fields,
    )  # fmt: skip
