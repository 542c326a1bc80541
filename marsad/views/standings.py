"""Standings as tables: where a party stands on each axis, on whose word, who disputes it, and how it came about."""

from collections.abc import Iterable, Iterator

from marsad.ledger import AxisStanding, Change, Noted, Position, Standings
from marsad.model.values import Axis, Interval, choices
from marsad.views.labels import Labels
from marsad.views.ledger_words import COUNTS, Writer
from marsad.views.tables import Block, Quote, Table


def standing_blocks(found: Standings, words: Labels, axes: Iterable[Axis], *, history: bool) -> Iterator[Block]:
    """Yield the table of one standing, the sentences that carry it, the warnings and, if wanted, each turn."""
    writer = Writer(words)
    shown = [found.axes[axis] for axis in axes]
    rows = tuple(row for axis in shown for row in _axis_rows(axis, writer))
    columns = writer.columns("axis", "value", "since", "word", COUNTS)
    yield Table(_title(found, writer), columns, rows)
    for axis in shown:
        sources = dict.fromkeys(position.baseline for position in axis.positions if position.baseline)
        yield from (Quote(words(f"axis.{axis.axis}"), "", f"{words('ledger.baseline')}: {name}") for name in sources)
        yield from (writer.quote(words(f"axis.{axis.axis}"), word) for word in axis.words)
    for doubt in found.warnings:
        meant = f" ({words('field.instead')}: {words.state(doubt.instead)})" if doubt.instead else ""
        yield writer.quote(f"{words('kind.warning')}: {words('why.impossible-standing')}{meant}", doubt.word)
    if history:
        yield history_table(found.history, writer, words("ledger.history"))


def _title(found: Standings, writer: Writer) -> str:
    days = [writer.date(Interval(day, day, "day")) for day in (found.as_of, found.known)]
    party = f"{writer.words.state(found.subject)} · {writer.words.state(found.of)}"
    return f"{party} · {writer.words('ledger.as-of')} {days[0]} · {writer.words('ledger.known')} {days[1]}"


def _axis_rows(axis: AxisStanding, writer: Writer) -> Iterator[tuple[str, ...]]:
    words = writer.words
    name = words(f"axis.{axis.axis}")
    if not axis.positions:
        yield (name, words("ledger.nothing"), "", "", "")
    for position in axis.positions:
        yield _position_row(name, position, writer, words("ledger.moot") if axis.moot else "")
    for position in axis.contested:
        yield _position_row(name, position, writer, words("ledger.contested"))
    for noted in axis.noted:
        yield _noted_row(name, noted, writer)


def _position_row(name: str, position: Position, writer: Writer, mark: str) -> tuple[str, ...]:
    words = writer.words
    status = words(f"status.{position.status}") if position.status != "actual" else ""
    known = words("ledger.baseline") if position.baseline else ""
    value = writer.marked(_value(position.aspect, position.value, writer), position.file, mark, status, known)
    return name, value, writer.since(position.since), _whose(position, writer), writer.counts(position.counts)


def _whose(position: Position, writer: Writer) -> str:
    """Return on whose word it stands: the speakers, else what they are to the standing."""
    return writer.actors(position.said_by) or writer.comma.join(writer.words(f"voice.{r}") for r in position.roles)


def _noted_row(name: str, noted: Noted, writer: Writer) -> tuple[str, ...]:
    words = writer.words
    marks = (words(f"status.{noted.status}"), words("ledger.overdue") if noted.overdue else "")
    value = writer.marked(_value(noted.aspect, noted.value, writer), *marks)
    when = noted.date or Interval(noted.word.known, noted.word.known, "day")
    return name, value, writer.date(when), writer.actors(noted.word.said_by), ""


def _value(aspect: str, value: str, writer: Writer) -> str:
    return f"{writer.words(f'aspect.{aspect}')}: {writer.words.value(aspect, value)}"


def overview(found: Iterable[Standings], words: Labels, axes: Iterable[Axis], title: str) -> Table:
    """Return one row for each standing and one column for each axis; a contested value is marked."""
    shown, writer = list(axes), Writer(words)
    heads = (words("column.of"), *(words(f"axis.{axis}") for axis in shown))
    return Table(title, heads, tuple(_overview_row(one, shown, writer) for one in found))


def _overview_row(found: Standings, axes: list[Axis], writer: Writer) -> tuple[str, ...]:
    return (writer.words.state(found.of), *(_short(found.axes[axis], writer.words) for axis in axes))


def _short(axis: AxisStanding, words: Labels) -> str:
    if axis.value is None:
        return ""
    value = words.value(axis.positions[0].aspect, axis.value)
    marks = [words(f"ledger.{mark}") for mark, there in (("contested", axis.contested), ("moot", axis.moot)) if there]
    return Writer(words).marked(value, *marks)


def history_table(changes: Iterable[Change], writer: Writer, title: str) -> Table:
    """Return the turns of standings, each with the day it became known and the sentence that told it."""
    columns = writer.columns("since", "known", "party", "of", "value", "before", "sentence")
    return Table(title, columns, tuple(_change_row(change, writer) for change in changes))


def _change_row(change: Change, writer: Writer) -> tuple[str, ...]:
    words = writer.words
    known = Interval(change.known, change.known, "day") if change.known else None
    value = _value(change.aspect, change.value, writer)
    before = words.value(change.aspect, change.before) if change.before else ""
    sentence = change.word.sentence.strip() if change.word else change.baseline
    return (
        writer.since(change.since), writer.date(known), words.state(change.subject), words.state(change.of), value,
        before, sentence,
    )  # fmt: skip


ALL_AXES: tuple[Axis, ...] = choices(Axis)  # type: ignore[assignment]
