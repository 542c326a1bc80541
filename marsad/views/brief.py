"""The brief of one article: what it says, by kind of record, with the words and the speakers that carry each record."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, TextIO

import msgspec

from marsad.model.article import Reading
from marsad.model.records import Base, Standing
from marsad.model.values import Actor, Interval, Link, Place
from marsad.views import bidi
from marsad.views.entries import ORDER, Entry, entries, kind_of, parties
from marsad.views.labels import UNKNOWN, Labels, labels
from marsad.views.names import names, spellings

# What names a record, and what its brief leaves out. The rest is shown in the order of the fields, the date last.
HEADS = {
    "event": ("type", "mode"), "statement": ("act",), "standing": ("aspect", "value"), "commitment": ("act", "subject"),
    "agreement": ("form", "stage"), "meeting": ("form",), "stance": ("stance", "issue"), "relation": ("trend", "level"),
    "warning": ("why",),
}  # fmt: skip
LEFT_OUT = {*Base.__struct_fields__, "status", "contexts", "cameo", "score", "goldstein", "content", "quoted", "axis"}
SAY_NOTHING = ("", None, "other")
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
    writer = _Writer(words, spellings(reading.records))
    lines = list(writer.header(reading))
    for kind, found in entries(reading.records).items():
        lines += [[], [Part(writer.heading(kind), "bold cyan")]]
        lines += [line for entry in found for line in writer.entry(entry)]
    if not reading.records:
        lines += [[], [Part(words("brief.no-records"), "yellow")]]
    return [_directed(line, words) for line in lines]


def _directed(line: Line, words: Labels) -> Line:
    """Return the line in the direction of the reader's language; left to right is what terminals do by themselves."""
    return [Part(bidi.RIGHT_TO_LEFT), *line, Part(bidi.POP)] if words.rtl and line else line


class _Writer:
    """Writes the parts of a brief in one language."""

    def __init__(self, words: Labels, spelled: dict[str, str]) -> None:
        self.words, self.spelled = words, spelled
        self.comma, self.semicolon = ("، ", "؛ ") if words.rtl else (", ", "; ")
        self.arrow = " → " if words.rtl else " ← "  # what is said runs from its origin to the nearest, who stands first
        self.quotes = "«»" if words.rtl else "“”"

    def header(self, reading: Reading) -> Iterator[Line]:
        article = reading.article
        first = next((line for line in article.text.splitlines() if line.strip()), "")
        yield [Part(self._apart(article.title or first.strip()), "bold")]
        if reading.chain:
            yield self._field("chain", self.arrow.join(map(self._link, reading.chain)))
        if article.date:
            yield self._field("date", self.words.date(Interval(article.date, article.date, "day")))
        if reading.records:
            yield self._field("records", self._counts(reading))
        for note in reading.notes:
            yield self._field("note", self._apart(note))

    def _counts(self, reading: Reading) -> str:
        counts = Counter(map(kind_of, reading.records))
        told = [f"{self.heading(kind)} {self.words.number(counts[kind])}" for kind in ORDER if counts[kind]]
        return f"{self.words.number(len(reading.records))} ({self.comma.join(told)})"

    def heading(self, kind: str) -> str:
        """Return the name of a kind as its heading."""
        return self.words(f"plural.{kind}", f"kind.{kind}")

    def entry(self, entry: Entry) -> Iterator[Line]:
        """Yield an entry: its first record in full, of the others what is new, then whose words carry them."""
        first, (subjects, others) = entry.records[0], parties(entry)
        head, fields = self._head(first), self._fields(first, {"subject": subjects})
        yield [Part("  ● "), *head]
        yield from (self._line(label, value, 4) for label, value in fields)
        told = {plain(head), *(value for _, value in fields)}
        for record in others:
            yield self._beside(record, told)
        yield [Part("    "), Part(self._quote(first), "italic")]
        if first.said_by:
            yield self._field("said_by", self.arrow.join(self._value("said_by", a) for a in first.said_by), 4)

    def _beside(self, record: Base, told: set[str]) -> Line:
        """Return a record as one line beside the first of its entry, without what is `told` already, which grows."""
        new = [(label, value) for label, value in self._fields(record) if value not in told]
        told.update(value for _, value in new)
        rest = "".join(f"{self.semicolon}{label}: {value}" for label, value in new)
        return [Part(f"    + {self.words(f'kind.{kind_of(record)}')}: ", "dim"), *self._head(record), Part(rest)]

    def _head(self, record: Base) -> Line:
        kind = kind_of(record)
        values = ((field, getattr(record, field)) for field in HEADS[kind])
        shown = (self._value(self._list(record, field), value) for field, value in values if value not in SAY_NOTHING)
        head = [Part(" · ".join(shown) or self.words(f"kind.{kind}"), "bold")]
        status = getattr(record, "status", PLAIN[0])
        return head if status in PLAIN else [*head, Part(f"  [{self.words(f'status.{status}')}]", "yellow")]

    def _list(self, record: Base, field: str) -> str:
        """Return the list that labels a field's values: what a party refuses, it refuses in its dues, say."""
        return record.aspect if isinstance(record, Standing) and field == "value" else field

    def _fields(self, record: Base, instead: dict[str, Any] | None = None) -> list[tuple[str, str]]:
        """Return the fields that a record fills, as label and value in words; some values may stand `instead`."""
        kind, better = kind_of(record), instead or {}
        wanted = [name for name in record.__struct_fields__ if name not in LEFT_OUT and name not in HEADS[kind]]
        filled = [(n, value) for n in (*wanted, "date") if (value := better.get(n) or getattr(record, n))]
        return [(self.words(f"{kind}.{name}", f"field.{name}"), self._value(name, value)) for name, value in filled]

    def _quote(self, record: Base) -> str:
        """Return the words that carry a record; of what is only said, the sentence, which tells what."""
        evidence = record.evidence
        carried = evidence.sentence if kind_of(record) == "statement" else evidence.text
        return f"{self.quotes[0]}{self._apart(carried.strip())}{self.quotes[1]}"

    def _field(self, field: str, text: str, indent: int = 0) -> Line:
        return self._line(self.words(f"field.{field}"), text, indent)

    def _line(self, label: str, text: str, indent: int) -> Line:
        return [Part(" " * indent), Part(f"{label}: ", "dim"), Part(text)]

    def _value(self, field: str, value: Any) -> str:
        """Return a field's value in words, with what runs the other way kept apart."""
        if isinstance(value, tuple):
            return self.comma.join(dict.fromkeys(self._value(field, v) for v in value))
        if isinstance(value, dict):
            return self.comma.join(f"{self._code(c)}: {self._value(field, v)}" for c, v in sorted(value.items()))
        if isinstance(value, Interval):
            return self._interval(value)
        if isinstance(value, Place):
            parts = (part for part in (value.name, self.words.state(value.country)) if part not in ("", UNKNOWN))
            return self.comma.join(dict.fromkeys(map(self._apart, parts)))
        return self._apart(self._words(field, value))

    def _interval(self, value: Interval) -> str:
        date, words = self.words.dated(value)
        return f"{date} ({self._apart(words)})" if words else date

    def _words(self, field: str, value: Any) -> str:
        if isinstance(value, Actor):
            person = self.spelled.get(value.person, value.person)
            return self.words.actor(msgspec.structs.replace(value, person=person))
        if field in ("of", "within", "instead"):
            return self.words.state(str(value))
        if field == "why":
            return self.words.table.get(f"why.{_slug(value)}") or str(value)
        return self.words.value(field, str(value))

    def _code(self, code: str) -> str:
        return self._apart(self.words.actor(Actor(code)))

    def _link(self, link: Link) -> str:
        hop = f" ({self.words.value('hop', link.hop)})" if link.hop else ""
        name = names(self.words.language).get(link.id) or link.name or link.id
        return f"{self._apart(name)}{hop}"

    def _apart(self, text: str) -> str:
        return bidi.isolate(text, rtl=self.words.rtl)


def _slug(why: str) -> str:
    """Return what a warning starts with as the key of its label: `impossible-standing`."""
    return why.partition(":")[0].replace(" ", "-")
