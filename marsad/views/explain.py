"""Why a sentence gave the records it gave: mentions, clauses, the rules tried and what came out."""

from collections.abc import Iterator
from typing import Any

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item
from marsad.model.article import Article
from marsad.model.records import to_json
from marsad.reading import ArticleReader, SentenceReading
from marsad.records.sentence import Trace
from marsad.views.rules import argument_words, failures, quoted_rule, trigger_words, unknown_words

# What every record has and the reader of an explanation has before the eyes already.
SILENT = frozenset(
    {"kind", "id", "article", "evidence", "rule", "confidence", "contexts", "score", "goldstein", "axis"}
)


def explain(article: Article, line: int | None = None) -> str:
    """Return the explanation of an article, or of one of its lines (from 0), as plain text.

    Raises InputError for a language that can't be read.
    """
    readings = ArticleReader(article).run()
    wanted = [r for r in readings if line is None or r.sentence.line == line]
    return "\n\n".join("\n".join(_sentence(article.text, article.lang, reading)) for reading in wanted)


def _sentence(text: str, language: str, reading: SentenceReading) -> Iterator[str]:
    sentence = reading.sentence
    yield f"sentence {sentence.number}, line {sentence.line}: {text[sentence.start : sentence.end]}"
    yield "  mentions"
    yield from (f"    {_item(item, reading)}" for item in reading.items if item.kind not in ("word", "punct"))
    if reading.parse is None or reading.reader is None:
        yield "  nobody acts, or no word of the tables reports something: nothing to look for"
        yield f"  words that stand in no table: {', '.join(unknown_words(reading)) or 'none'}"
        return
    yield "  clauses"
    yield from (f"    {line}" for p in reading.parse.predicates for line in _predicate(p, reading))
    yield "  rules"
    yield from (f"    {line}" for trace in reading.reader.traces for line in _trace(trace, reading, language))
    if words := unknown_words(reading):
        yield f"  words that stand in no table: {', '.join(words)}"
    yield "  records"
    yield from (f"    {record_line(to_json(record))}" for record in reading.records)


def _trace(trace: Trace, reading: SentenceReading, language: str) -> Iterator[str]:
    """Yield the row that holds for a word, quoted from its table, then those that don't and what came to nothing."""
    words = trigger_words(trace, reading)
    if trace.sense is None:
        yield f"{words!r}: no row holds"
    else:
        yield f"{words!r}: {trace.sense.rule} {trace.sense.concept}  [{quoted_rule(language, trace.sense.rule)}]"
    yield from (f"  tried {failed}" for failed in failures(trace, reading))
    yield from (f"  not made: {reason}" for reason in trace.reasons)


def _words(i: int, j: int, reading: SentenceReading) -> str:
    return " ".join(reading.sentence.tokens[i:j])


def _item(item: Item, reading: SentenceReading) -> str:
    words = _words(item.i, item.j, reading)
    if item.mention is not None:
        m = item.mention
        told = [m.code, m.kind, m.role, m.person and f"person {m.person}", m.to and f"to {m.to}"]
        return f"{words}: actor {', '.join(t for t in told if t)}"
    told = [item.value, item.role, " ".join(item.marks)]
    return f"{words}: {item.kind} {' '.join(t for t in told if t)}".rstrip()


def _predicate(predicate: Predicate, reading: SentenceReading) -> Iterator[str]:
    item = reading.items[predicate.k]
    told = [
        predicate.pos,
        predicate.tense,
        "passive" if predicate.passive else "",
        "negated" if predicate.negated else "",
        predicate.modal,
        f"{predicate.relation} of {predicate.parent}" if predicate.parent >= 0 else predicate.relation,
        f"carried by {predicate.light}" if predicate.light >= 0 else "",
        f"shares the subject of {predicate.shares}" if predicate.shares >= 0 else "",
    ]
    yield f"{predicate.number} {_words(item.i, item.j, reading)}: {', '.join(t for t in told if t)}"
    for slot, argument in predicate.arguments.items():
        yield f"    {slot}: {argument_words(argument, reading)}"


def record_line(record: dict[str, Any]) -> str:
    """Return a record, as plain JSON values, on one line: kind, filled fields, and the rule in brackets."""
    fields = (f"{name}={_short(value)}" for name, value in record.items() if name not in SILENT and value)
    return f"{record['kind']} {' '.join(fields)}  [{record.get('rule', '')}]"


def _short(value: object) -> str:
    if isinstance(value, list | tuple):
        return "+".join(_short(v) for v in value)
    if isinstance(value, dict):
        if "code" in value:
            return " ".join(filter(None, (value["code"], value.get("role"), value.get("person"))))
        if "start" in value:
            return f"{value['start'] or ''}/{value['end'] or ''}"
        return str(value.get("country") or ",".join(f"{k}:{v}" for k, v in value.items()))
    return str(value)
