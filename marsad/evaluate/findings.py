"""What was missed and what was said wrongly, each with the nearest rule and why it gave no better record.

For a linguist: the sentence, what the gold asks for, what was read, and which row of which table to look at.
"""

import datetime
from collections.abc import Iterator
from typing import Any

from marsad.evaluate.gold import NO_EVENT, Gold
from marsad.evaluate.records import unmet
from marsad.evaluate.score import Finding, Report
from marsad.inventory import Concept, inventory
from marsad.model.article import Article
from marsad.reading import ArticleReader, SentenceReading
from marsad.records.sentence import Trace
from marsad.views.explain import record_line
from marsad.views.rules import failures, quoted_rule, senses_tried, trigger_words, unknown_words

MOST_ROWS = 6  # rows shown of one finding: the first ones tell what is wrong
YIELD = ("CONCEDE", "RETREAT")
TELLING = ("type", "aspect", "act", "stage")  # fields that concepts fix


def as_findings(report: Report, what: str) -> str:
    """Return every text that has findings of this kind (`missed` or `false`): what was asked for, read, and why."""
    texts: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.what == what:
            texts.setdefault(finding.gold.where, []).append(finding)
    return "\n".join(line for findings in texts.values() for line in _text_lines(findings))


def _text_lines(findings: list[Finding]) -> Iterator[str]:
    gold, answer = findings[0].gold, findings[0].answer
    yield f"{gold.set} {gold.id}: {gold.text}"
    readings = _readings(gold)
    for finding in {f.expected: f for f in reversed(findings)}.values():
        yield f"  {finding.what.upper()} ({finding.measure}) {finding.expected}"
        reasons = _why_missed(finding, readings) if finding.what == "missed" else _why_said(finding)
        yield from (f"      {reason}" for reason in list(dict.fromkeys(reasons))[:MOST_ROWS])
    for event in answer.get("events", []):
        yield f"  {'-' if event.get('status') in NO_EVENT else '+'} {event_line(event)}  [{event.get('rule', '')}]"
    if gold.expected:
        yield from (f"  + {record_line(record)}" for record in answer.get("records", []))


def event_line(event: dict[str, Any]) -> str:
    """Return an event of an answer on one line."""
    sides = f"{', '.join(event.get('actor') or []) or '?'} > {', '.join(event.get('recipient') or []) or '?'}"
    return f"{event['type']} {sides} ({event.get('status')})"


def _readings(gold: Gold) -> list[SentenceReading]:
    day = datetime.date.fromisoformat(gold.date) if gold.date else None
    return ArticleReader(Article(id=gold.id, text=gold.text, lang=gold.lang, date=day)).run()


# Missed


def _why_missed(finding: Finding, readings: list[SentenceReading]) -> Iterator[str]:
    """Yield, nearest first: records of the kind that differ, rules for it that made nothing, rows that don't hold."""
    found = list(_near_records(finding))
    readings = _meant(finding, readings)
    found += [line for reading in readings for line in _near_rules(finding, reading)]
    if not any("row" in line or "record" in line for line in found):
        found.append(f"no row of any table leads to {finding.kind} here")
        found += [f"words that stand in no table: {', '.join(w)}" for r in readings if (w := unknown_words(r))]
    yield from found


def _meant(finding: Finding, readings: list[SentenceReading]) -> list[SentenceReading]:
    """Return the sentence that a row is about (`sent`, from 0), all of them where it names none."""
    number = finding.row.get("sent")
    return [reading for reading in readings if reading.sentence.number == number] or readings


def _near_records(finding: Finding) -> Iterator[str]:
    """Yield what was read of the same kind with what is wrong about it."""
    if finding.row:
        same = [(unmet(finding.row, r), r) for r in finding.answer.get("records", []) if r["kind"] == finding.kind]
        near = [(wrong, record) for wrong, record in same if not set(TELLING) & set(wrong)]
        for wrong, record in sorted(near, key=lambda item: len(item[0]))[:2]:
            told = ", ".join(wrong) or "said to be no event"
            yield f"nearest record, wrong in {told}: {record_line(record)}"
        return
    for event in finding.answer.get("events", []):
        if event["type"] == finding.kind:
            denied = event.get("status") in NO_EVENT
            yield f"nearest record, {'read as denied' if denied else 'its actors differ'}: {event_line(event)}"


def _near_rules(finding: Finding, reading: SentenceReading) -> Iterator[str]:
    if reading.reader is None:
        return
    for trace in reading.reader.traces:
        words = trigger_words(trace, reading)
        if trace.sense is not None and _gives(trace.sense.concept, finding):
            rule = f"row {trace.sense.rule} {trace.sense.concept} holds for {words!r}"
            yield from (f"{rule}, but: {reason}" for reason in trace.reasons)
        elif any(_gives(sense.concept, finding) for sense in senses_tried(trace)):
            yield from _rows_that_fail(trace, finding, reading)


def _rows_that_fail(trace: Trace, finding: Finding, reading: SentenceReading) -> Iterator[str]:
    words = trigger_words(trace, reading)
    if trace.sense is not None:
        yield f"{words!r}: taken as {trace.sense.rule} {trace.sense.concept}"
    for (sense, _), reason in zip(trace.failed, failures(trace, reading), strict=True):
        if _gives(sense.concept, finding):
            yield f"{words!r}: row {reason}"


def _gives(name: str, finding: Finding) -> bool:
    """Return whether a concept can make what was asked for."""
    concept = inventory().concepts[name]
    if finding.row:
        return _makes(concept, finding.row)
    types = YIELD if finding.kind == "YIELD" else (finding.kind,)
    told = {*concept.event_types, *(inventory().types[t].planned for t in concept.event_types)}
    return bool(told.intersection(types))


def _makes(concept: Concept, row: dict[str, Any]) -> bool:
    """Return whether a concept can make a record of this row: its kind, and where both fix them its main values."""
    if row["kind"] == "statement":
        return bool(concept.act)
    asked = {
        f: row[f] if isinstance(row[f], list) else [row[f]] for f in ("type", "aspect", "act", "stage") if f in row
    }
    return any(
        template.kind == row["kind"]
        and all(str(template.fields.get(f, "$")).startswith("$") or template.fields[f] in v for f, v in asked.items())
        for template in concept.templates
    )


# False


def _why_said(finding: Finding) -> Iterator[str]:
    """Yield the rules that fired, quoted from their tables, with the words they fired on."""
    for record in finding.answer.get("records", []):
        if finding.kind in (record["kind"], record.get("type")) and not (finding.row and unmet(finding.row, record)):
            row = quoted_rule(finding.gold.lang, record["rule"])
            yield f'{record["rule"]} on "{record["evidence"]["text"]}"  [{row}]'
