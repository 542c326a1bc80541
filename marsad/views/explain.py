"""Why a sentence gave the records it gave: mentions, clauses, the rules tried and what came out."""

from collections.abc import Iterator

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item
from marsad.model.article import Article
from marsad.model.records import Record, to_json
from marsad.reading import ArticleReader, SentenceReading

# What every record has and the reader of an explanation has before the eyes already.
SILENT = frozenset({"kind", "id", "article", "evidence", "rule", "confidence", "contexts", "score", "axis"})


def explain(article: Article, line: int | None = None) -> str:
    """Return the explanation of an article, or of one of its lines (from 0), as plain text.

    Raises InputError for a language that can't be read.
    """
    readings = ArticleReader(article).run()
    wanted = [r for r in readings if line is None or r.sentence.line == line]
    return "\n\n".join("\n".join(_sentence(article.text, reading)) for reading in wanted)


def _sentence(text: str, reading: SentenceReading) -> Iterator[str]:
    sentence = reading.sentence
    yield f"sentence {sentence.number}, line {sentence.line}: {text[sentence.start : sentence.end]}"
    yield "  mentions"
    yield from (f"    {_item(item, reading)}" for item in reading.items if item.kind not in ("word", "punct"))
    if reading.parse is None or reading.reader is None:
        yield "  no word that reports something: nothing to look for"
        return
    yield "  clauses"
    yield from (f"    {line}" for p in reading.parse.predicates for line in _predicate(p, reading))
    yield "  rules"
    for trace in reading.reader.traces:
        yield f"    {trace.words!r}: {trace.chosen or 'no row holds'}"
        yield from (f"      tried {failed}" for failed in trace.failed)
        yield from (f"      not made: {reason}" for reason in trace.reasons)
    yield "  records"
    yield from (f"    {_record(record)}" for record in reading.records)


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
        first, last = reading.items[argument.k], reading.items[argument.end - 1]
        codes = " ".join(m.code for m in argument.mentions)
        classes = " ".join(f"@{c}" for c in sorted(argument.classes))
        yield f"    {slot}: {_words(first.i, last.j, reading)}  {codes}  {classes}".rstrip()


def _record(record: Record) -> str:
    shown = []
    for field, value in to_json(record).items():
        if field not in SILENT and value not in (None, "", [], {}):
            shown.append(f"{field}={_short(value)}")
    return f"{type(record).__name__.lower()} {' '.join(shown)}  [{record.rule}]"


def _short(value: object) -> str:
    if isinstance(value, list):
        return "+".join(_short(v) for v in value)
    if isinstance(value, dict):
        if "code" in value:
            return str(value["code"])
        if "start" in value:
            return f"{value['start']}/{value['end']}"
        return str(value.get("country") or ",".join(f"{k}:{v}" for k, v in value.items()))
    return str(value)
