"""Promises, agreements and meetings as tables, with the sentence that carries the last word on each."""

from collections.abc import Iterable, Iterator

from marsad.ledger import AgreementStanding, CommitmentStanding, MeetingStanding, Step
from marsad.ledger import Block as Obstacle
from marsad.views.labels import Labels
from marsad.views.ledger_words import COUNTS, Writer
from marsad.views.tables import Block, Table


def commitment_blocks(found: Iterable[CommitmentStanding], words: Labels) -> Iterator[Block]:
    """Yield the table of promises, then the sentence that tells the last of each."""
    writer, shown = Writer(words), list(found)
    columns = writer.columns("by", "to", "subject", "state", "since", "contested", COUNTS)
    yield Table(words("plural.commitment"), columns, tuple(_commitment(one, writer) for one in shown))
    for one in shown:
        about = f"{writer.parties(one.by)} → {writer.parties(one.to)}"
        yield from _last(about, (*one.history, *one.contested), one.noted, writer)


def _commitment(one: CommitmentStanding, writer: Writer) -> tuple[str, ...]:
    words = writer.words
    state = words(f"promise.{one.state}") if one.state else writer.steps("act", one.noted)
    due = f"{words('column.due')} {writer.date(one.due)}" if one.due else ""
    return (
        writer.parties(one.by), writer.parties(one.to), words.value("subject", one.subject),
        writer.marked(state, words.value("act", one.act) if one.act else "", due), writer.since(one.since),
        writer.steps("act", (*one.contested, *one.doubted)), writer.counts(one.counts),
    )  # fmt: skip


def agreement_blocks(found: Iterable[AgreementStanding], words: Labels) -> Iterator[Block]:
    """Yield the table of agreements, then the sentence that tells the last of each."""
    writer, shown = Writer(words), list(found)
    columns = writer.columns("parties", "form", "stage", "since", "next", "contested", COUNTS)
    yield Table(words("plural.agreement"), columns, tuple(_agreement(one, writer) for one in shown))
    for one in shown:
        yield from _last(writer.parties(one.parties), one.history, (*one.expected, *one.noted), writer)


def _agreement(one: AgreementStanding, writer: Writer) -> tuple[str, ...]:
    words = writer.words
    stage = words.value("stage", one.stage) if one.stage else writer.steps("stage", (*one.expected, *one.noted))
    following = words.value("stage", one.next) if one.next and one.stage else ""
    blocks = dict.fromkeys(_block(block, writer) for block in one.blocks)
    return (
        writer.parties(one.parties), words.value("form", one.form), stage, writer.since(one.since),
        writer.marked(following, *blocks), writer.steps("stage", one.contested), writer.counts(one.counts),
    )  # fmt: skip


def _block(block: Obstacle, writer: Writer) -> str:
    parts = (writer.words(f"block.{block.kind}"), block.what, writer.parties(block.who))
    return ": ".join(part for part in parts if part)


def meeting_blocks(found: Iterable[MeetingStanding], words: Labels) -> Iterator[Block]:
    """Yield the table of meetings, then the sentence that tells the last of each."""
    writer, shown = Writer(words), list(found)
    columns = writer.columns("date", "of", "place", "status", "confirmed", "away", COUNTS)
    yield Table(words("plural.meeting"), columns, tuple(_meeting(one, writer) for one in shown))
    for one in shown:
        yield from _last(_whose(one, writer), one.history, one.beside, writer)


def _meeting(one: MeetingStanding, writer: Writer) -> tuple[str, ...]:
    words = writer.words
    place = (one.place.name, words.state(one.place.country)) if one.place else ()
    moved = f"{words('column.moved-from')} {writer.date(one.moved_from)}" if one.moved_from else ""
    form = words.value("form", one.form) if one.form else ""
    return (
        writer.date(one.date), writer.marked(_whose(one, writer), form),
        writer.comma.join(dict.fromkeys(part for part in place if part and part != "---")),
        writer.marked(words.value("status", one.status), moved), writer.parties(one.confirmed),
        writer.parties(one.away), writer.counts(one.counts),
    )  # fmt: skip


def _whose(one: MeetingStanding, writer: Writer) -> str:
    return writer.words.state(one.of) if one.of else writer.parties(one.participants)


def _last(about: str, told: tuple[Step, ...], otherwise: tuple[Step, ...], writer: Writer) -> Iterator[Block]:
    """Yield the last word, of what is only noted where nothing is told as a fact."""
    steps = told or otherwise
    if steps:
        yield writer.quote(about, max(steps, key=lambda step: (step.word.known, step.word.record)).word)
