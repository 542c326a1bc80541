"""The brief of one article: what it says, by kind of record, with the words and the speakers that carry each record."""

from collections.abc import Iterator
from typing import Any, TextIO

import msgspec

from marsad.model.article import Reading
from marsad.model.records import KINDS, Base
from marsad.model.values import Actor, Interval, Link, Place
from marsad.views import bidi
from marsad.views.labels import Labels, labels

# What names a record, and what its brief leaves out. The rest is shown in the order of the fields.
HEADS = {
    "event": ("type", "mode"), "statement": ("act",), "standing": ("aspect", "value"), "commitment": ("act", "subject"),
    "agreement": ("form", "stage"), "meeting": ("form",), "stance": ("stance", "issue"), "relation": ("trend", "level"),
    "warning": ("why",),
}  # fmt: skip
LEFT_OUT = {*Base.__struct_fields__, "status", "contexts", "cameo", "score", "content", "quoted", "axis"} - {"date"}
PLAIN = ("actual", "held")  # what goes without saying


class Part(msgspec.Struct, frozen=True):
    """A piece of a line and how a terminal shows it."""

    text: str
    style: str = ""


Line = list[Part]


def print_brief(reading: Reading, language: str, out: TextIO) -> None:
    """Write the brief: coloured on a terminal, the same lines as plain text anywhere else; raises UsageError."""
    lines = brief(reading, labels(language))
    if not out.isatty():
        out.writelines(plain(line) + "\n" for line in lines)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False, markup=False, emoji=False)
    for line in lines:
        console.print(Text.assemble(*((part.text, part.style) for part in line)), soft_wrap=True)


def plain(line: Line) -> str:
    """Return a line without its styles."""
    return "".join(part.text for part in line)


def brief(reading: Reading, words: Labels) -> list[Line]:
    """Return the lines of the brief."""
    writer = _Writer(words)
    lines = [*writer.header(reading), []]
    for kind in KINDS:
        records = [r for r in reading.records if r.__struct_config__.tag == kind]
        if records:
            lines.append([Part(f"{words(f'kind.{kind}')} ({len(records)})", "bold cyan")])
            lines += [line for record in records for line in (*writer.record(record, kind), [])]
    if not reading.records:
        lines.append([Part(words("brief.no-records"), "yellow")])
    return [_directed(line, words) for line in lines]


def _directed(line: Line, words: Labels) -> Line:
    """Return the line in the direction of the reader's language; left to right is what terminals do by themselves."""
    return [Part(bidi.RIGHT_TO_LEFT), *line, Part(bidi.POP)] if words.rtl and line else line


class _Writer:
    """Writes the parts of a brief in one language."""

    def __init__(self, words: Labels) -> None:
        self.words = words

    def header(self, reading: Reading) -> Iterator[Line]:
        article = reading.article
        first = next((line for line in article.text.splitlines() if line.strip()), "")
        yield [Part(self._apart(article.title or first.strip()), "bold")]
        if reading.chain:
            yield self._field("chain", " ← ".join(map(self._link, reading.chain)))
        if article.date:
            yield self._field("date", self.words.date(Interval(article.date, article.date, "day")))
        for note in reading.notes:
            yield self._field("note", self._apart(note))

    def record(self, record: Base, kind: str) -> Iterator[Line]:
        yield self._head(record, kind)
        for field in record.__struct_fields__:
            if field not in LEFT_OUT and field not in HEADS[kind] and (value := getattr(record, field)):
                yield self._field(field, self._value(field, value), 4)
        yield [Part("    "), Part(f"“{self._apart(record.evidence.text)}”", "italic")]
        if record.said_by:
            yield self._field("said_by", " ← ".join(self._value("said_by", actor) for actor in record.said_by), 4)

    def _head(self, record: Base, kind: str) -> Line:
        values = ((field, getattr(record, field)) for field in HEADS[kind])
        head = " · ".join(self._value(field, value) for field, value in values if value)
        parts = [Part("  ● "), Part(head or self.words(f"kind.{kind}"), "bold")]
        status = getattr(record, "status", PLAIN[0])
        return parts if status in PLAIN else [*parts, Part(f"  [{self.words(f'status.{status}')}]", "yellow")]

    def _field(self, field: str, text: str, indent: int = 0) -> Line:
        return [Part(" " * indent), Part(f"{self.words(f'field.{field}')}: ", "dim"), Part(text)]

    def _value(self, field: str, value: Any) -> str:
        """Return a field's value in words, with what runs the other way kept apart."""
        if isinstance(value, tuple):
            return ", ".join(self._value(field, v) for v in value)
        if isinstance(value, dict):
            return ", ".join(f"{self._code(c)}: {self._value(field, v)}" for c, v in sorted(value.items()))
        return self._apart(self._words(field, value))

    def _words(self, field: str, value: Any) -> str:
        if isinstance(value, Actor):
            return self.words.actor(value)
        if isinstance(value, Interval):
            date = self.words.date(value)
            return f"{date} ({value.text})" if value.text else date
        if isinstance(value, Place):
            return ", ".join(dict.fromkeys(part for part in (value.name, self.words.state(value.country)) if part))
        if field in ("of", "within"):
            return self.words.state(str(value))
        return self.words.value(field, str(value))

    def _code(self, code: str) -> str:
        return self._apart(self.words.actor(Actor(code)))

    def _link(self, link: Link) -> str:
        hop = f" ({self.words.value('hop', link.hop)})" if link.hop else ""
        return f"{self._apart(link.name or link.id)}{hop}"

    def _apart(self, text: str) -> str:
        return bidi.isolate(text, rtl=self.words.rtl)
