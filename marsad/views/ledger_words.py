"""The parts of what the ledger answers, in the words of the reader's language."""

from collections.abc import Iterable

import msgspec

from marsad.ledger import Step, Word
from marsad.model.values import Actor, Interval
from marsad.stories import Counts
from marsad.views.labels import Labels
from marsad.views.names import names
from marsad.views.tables import Quote

COUNTS = "counts"  # three in one column: reports, events, independent origins


class Writer:
    """Says the parts of an answer in one language."""

    def __init__(self, words: Labels) -> None:
        self.words = words
        self.comma = "، " if words.rtl else ", "

    def columns(self, *keys: str) -> tuple[str, ...]:
        """Return the heads of columns."""
        return tuple(self.words(f"column.{key}") for key in keys)

    def counts(self, counts: Counts) -> str:
        """Return the three counts as one cell."""
        return f"{counts.reports} / {counts.events} / {counts.origins}"

    def marked(self, text: str, *marks: str) -> str:
        """Return a text with marks behind it in brackets, those that say something."""
        said = self.comma.join(mark for mark in marks if mark)
        return f"{text} [{said}]" if said else text

    def parties(self, codes: Iterable[str]) -> str:
        """Return states and institutions by name."""
        return self.comma.join(self.words.state(code) for code in codes)

    def actors(self, actors: Iterable[Actor]) -> str:
        """Return actors by name and office."""
        return self.comma.join(dict.fromkeys(self.words.actor(actor) for actor in actors))

    def since(self, interval: Interval | None) -> str:
        """Return since when something holds; where only the day is known on which it was told, that it held by then."""
        if interval is None or interval.start is not None or interval.end is None:
            return self.date(interval)
        return f"{self.words('ledger.by')} {self.words.date(Interval(interval.end, interval.end, 'day'))}"

    def date(self, interval: Interval | None) -> str:
        """Return an interval as fine as it is known; nothing where it is not."""
        return self.words.date(interval) if interval is not None else ""

    def quote(self, about: str, word: Word) -> Quote:
        """Return a witness: its sentence, who says so, through whom, and when."""
        speakers = self.actors(word.said_by)
        chain = [link.id for link in word.chain] or ([word.outlet] if word.outlet else [])
        known = names(self.words.language)
        outlets = " < ".join(known.get(name, name) for name in chain)
        parts = (speakers, outlets, self.words.date(Interval(word.known, word.known, "day")))
        return Quote(about, word.sentence, self.comma.join(part for part in parts if part))

    def steps(self, field: str, steps: Iterable[Step]) -> str:
        """Return steps as their values, each once, with the status of those that are no facts."""
        return self.comma.join(dict.fromkeys(self.step(field, step) for step in steps))

    def step(self, field: str, step: Step) -> str:
        """Return the value of a step, with its status where it is no fact."""
        value = self.words.value(field, step.value)
        plain = step.status in ("actual", step.value)
        return value if plain else f"{value} ({self.words(f'status.{step.status}')})"


def as_json(value: object) -> object:
    """Return an answer as plain JSON values."""
    return msgspec.to_builtins(value)
