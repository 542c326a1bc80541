"""A dossier in the reader's language: sections of lines, each with its counts and the words that carry it."""

from collections.abc import Iterable, Iterator

import msgspec

from marsad.ledger import (
    AgreementStanding,
    AxisStanding,
    Change,
    CommitmentStanding,
    Doubt,
    MeetingStanding,
    Position,
    Standings,
    Turn,
    Word,
)
from marsad.ledger.model import word as witness
from marsad.model.records import Event
from marsad.model.report import Report
from marsad.model.values import Interval
from marsad.stories import Counts
from marsad.views.dossier import Dossier, last_word
from marsad.views.labels import Labels
from marsad.views.ledger_words import Writer


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is known: `head` names it, `text` tells it; where `word` is None, `source` says whence."""

    head: str
    text: str = ""
    counts: Counts | None = None
    word: Word | None = None
    source: str = ""


class Section(msgspec.Struct, frozen=True):
    """Lines under one heading; `more` is how many others found no room."""

    title: str
    lines: tuple[Line, ...]
    more: int = 0


def sections(found: Dossier, words: Labels) -> list[Section]:
    """Return the sections that have something to say, in the order in which a reader asks."""
    writer = _Writer(words)
    made = (
        ("standings", "plural.standing", [line for s in found.standings for line in writer.standing(s)]),
        ("changes", "brief.changes", list(map(writer.change, found.changes))),
        ("commitments", "plural.commitment", list(map(writer.commitment, found.commitments))),
        ("agreements", "plural.agreement", list(map(writer.agreement, found.agreements))),
        ("meetings", "plural.meeting", list(map(writer.meeting, found.meetings))),
        ("turns", "plural.relation", list(map(writer.turn, found.dyad.turns if found.dyad else ()))),
        ("events", "plural.event", list(map(writer.event, found.events, found.event_counts))),
        ("doubts", "plural.warning", list(map(writer.doubt, found.doubts))),
    )
    return [Section(words(key), tuple(lines), found.left_out.get(name, 0)) for name, key, lines in made if lines]


def title(found: Dossier, words: Labels) -> str:
    """Return the names of the parties."""
    return " – ".join(words.state(code) for code in (found.one, found.other) if code)


class _Writer:
    """Writes the lines of one language."""

    def __init__(self, words: Labels) -> None:
        self.words, self.plain = words, Writer(words)
        self.comma = self.plain.comma
        self.arrow = " ← " if words.rtl else " → "

    def standing(self, found: Standings) -> Iterator[Line]:
        """Yield a line for each position on each axis, with who disputes it."""
        for axis in found.axes.values():
            for position in axis.positions:
                head = f"{self.words.state(found.of)} · {self.words.value('axis', axis.axis)}: {self._value(position)}"
                text = self._join([self._since(position.since), self._file(position), *self._contested(axis)])
                yield Line(
                    head=head, text=text, counts=position.counts, word=_carrier(axis, position),
                    source=f"{self.words('ledger.baseline')}: {position.baseline}" if position.baseline else "",
                )  # fmt: skip

    def _value(self, position: Position) -> str:
        aspect = self.words.value("aspect", position.aspect)
        return f"{aspect} · {self.words.value(position.aspect, position.value)}"

    def _file(self, position: Position) -> str:
        return position.file

    def _contested(self, axis: AxisStanding) -> Iterator[str]:
        for other in axis.contested:
            who = self.plain.actors(other.said_by)
            status = "" if other.status == "actual" else f" [{self.words.value('status', other.status)}]"
            told = f"{self.words('ledger.contested')}: {self._value(other)}{status}"
            yield f"{told} ({who})" if who else told

    def change(self, found: Change) -> Line:
        """Return a turn: from what to what, since when."""
        head = f"{self.words.state(found.of)} · {self.words.value('axis', found.axis)}"
        before = self.words.value(found.aspect, found.before) + self.arrow if found.before else ""
        text = f"{before}{self.words.value(found.aspect, found.value)}"
        return Line(head=head, text=self._join([text, self._since(found.since)]), word=found.word)

    def commitment(self, found: CommitmentStanding) -> Line:
        """Return a promise: who to whom, what about, what has become of it."""
        sides = self._sides(found.by, found.to)
        state = self.words(f"promise.{found.state}") if found.state else self.words("brief.unknown")
        head = f"{self.words.value('subject', found.subject)} · {state}"
        text = self._join([sides, self._since(found.since), found.condition])
        return Line(head=head, text=text, counts=found.counts, word=last_word(found))

    def agreement(self, found: AgreementStanding) -> Line:
        """Return a treaty: how far it is, what comes next, what blocks it."""
        form = self.words.value("form", found.form) if found.form else self.words("kind.agreement")
        stage = self.words.value("stage", found.stage) if found.stage else self.words("brief.unknown")
        parties = self.plain.parties(found.parties)
        following = f"{self.words('column.next')}: {self.words.value('stage', found.next)}" if found.next else ""
        blocks = (self._block(b.kind, b.who, b.what) for b in found.blocks)
        text = self._join([parties, self._since(found.since), following, *blocks])
        return Line(head=f"{form} · {stage}", text=text, counts=found.counts, word=last_word(found))

    def _block(self, kind: str, who: Iterable[str], what: str) -> str:
        told = self.comma.join([*map(self.words.state, who), *([what] if what else [])])
        return f"{self.words(f'block.{kind}')}: {told}" if told else self.words(f"block.{kind}")

    def meeting(self, found: MeetingStanding) -> Line:
        """Return a meeting: of whom, when, where, who stays away."""
        form = self.words.value("form", found.form) if found.form else self.words("kind.meeting")
        who = self.comma.join(map(self.words.state, [*([found.of] if found.of else []), *found.participants]))
        place = found.place.name or self.words.state(found.place.country) if found.place else ""
        day = self.plain.date(found.date)
        away = self.plain.parties(found.away)
        absent = f"{self.words.value('attendance', 'absent')}: {away}" if away else ""
        head = f"{form} · {self.words.value('status', found.status)}"
        return Line(head=head, text=self._join([who, place, day, absent]), counts=found.counts, word=last_word(found))

    def turn(self, found: Turn) -> Line:
        """Return a stated turn in relations."""
        status = "" if found.status == "actual" else f" [{self.words.value('status', found.status)}]"
        head = self.words.value("trend", found.trend) + status
        return Line(head=head, text=self._since(found.since), word=found.word)

    def event(self, report: Report, counts: Counts) -> Line:
        """Return an event: what, who to whom, when."""
        record = report.record
        assert isinstance(record, Event)
        kind = [
            self.words.value("type", record.type),
            *([self.words.value("mode", record.mode)] if record.mode else []),
        ]
        sides = self._sides((a.country for a in record.actor), (a.country for a in record.recipient))
        day = self.plain.date(record.date)
        text = self._join([sides, day])
        return Line(head=" · ".join(kind), text=text, counts=counts, word=witness(report))

    def doubt(self, found: Doubt) -> Line:
        """Return what can't be so, and what may have been meant."""
        instead = f"{self.words('field.instead')}: {self.words.state(found.instead)}" if found.instead else ""
        key = found.why.partition(":")[0].replace(" ", "-")
        head = self.words.table.get(f"why.{key}") or found.why
        of = self.words.state(found.of) if found.of else ""
        return Line(head=head, text=self._join([of, instead]), word=found.word)

    def _sides(self, one: Iterable[str], other: Iterable[str]) -> str:
        sides = [self.comma.join(dict.fromkeys(map(self.words.state, side))) for side in (one, other)]
        return self.arrow.join(side for side in sides if side)

    def _since(self, when: Interval | None) -> str:
        """Return since when something holds; of what is only known to hold by a day, that day."""
        told = self.plain.since(when)
        return f"{self.words('brief.since')} {told}" if when is not None and when.start and when.end else told

    def _join(self, parts: Iterable[str]) -> str:
        return ("؛ " if self.words.rtl else "; ").join(part for part in parts if part)


def _carrier(axis: AxisStanding, position: Position) -> Word | None:
    """Return the witness of a position who spoke last."""
    carried = [word for word in axis.words if word.record in position.evidence]
    return max(carried, key=lambda word: (word.known, word.record), default=None)
