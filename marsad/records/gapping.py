"""Clauses whose verb stands once for several: "Peru left in 2017 and Chile in 2019"."""

from collections.abc import Iterator

import msgspec

from marsad.mentions.items import Mention
from marsad.model.records import Record
from marsad.model.values import Interval
from marsad.records.circumstances import Circumstances
from marsad.records.frame import Frame
from marsad.records.scene import Scene
from marsad.records.templates import Builder

# Where those stand with whom or what the same is done at different times.
PARTNERS = ("with", "from", "to", "into")
# How many items behind the second subject its date may begin.
_NEAR = 3


class Gapping:
    """Makes the records of the clauses of one sentence that leave out the verb said before."""

    def __init__(self, scene: Scene, circumstances: Circumstances, builder: Builder) -> None:
        self.scene, self.circumstances, self.builder = scene, circumstances, builder

    def records(self) -> list[Record]:
        """Return them in the order of the text."""
        if len(self.circumstances.dating.dates) < 2:
            return []
        return [record for frame in self.scene.frames.values() for record in self._repeated(frame)]

    def parts(self, frame: Frame) -> list[tuple[Frame, Interval | None]]:
        """Return a frame taken apart where each "with X" has a date of its own ("with Peru in May and with Chile ...").

        Empty where it is one act.
        """
        if len(self.circumstances.dating.dates) < 2:
            return []
        slot = next((s for s in PARTNERS if len(frame.predicate.all(s)) > 1), "")
        closes = self._closes(frame)
        partners, when = frame.predicate.all(slot) if slot else [], self._dates(frame, closes)
        if not partners or len(when) != len(partners) or not all(argument.mentions for argument in partners):
            return self._by_subject(frame, when) if closes else []
        others = [[m for other in partners if other is not own for m in other.mentions] for own in partners]
        return [(_without(frame, left), date) for left, date in zip(others, when, strict=True)]

    def _closes(self, frame: Frame) -> bool:
        """Return whether the verb stands behind the dates of its subjects ("Peru in May, Chile in June left")."""
        if self.scene.parse.verb_last:
            return True
        subject = frame.predicate.arguments.get("subj")
        k = frame.predicate.k
        if frame.predicate.pos == "noun" or subject is None or subject.k > k:
            return False
        before = [d.k for d in self.circumstances.dating.dates if d.k < k]
        return len(before) > 1 and before[-2] > self._opening(frame)

    def _opening(self, frame: Frame) -> int:
        """Return the item from which on the dates of a verb that stands behind them are looked for."""
        own = frame.predicate.mentions("subj")
        if self.scene.parse.verb_last or not own:
            return frame.predicate.start
        return next((k for k, item in enumerate(self.scene.parse.items) if item.i == own[0].i), frame.predicate.start)

    def _by_subject(self, frame: Frame, when: list[Interval]) -> list[tuple[Frame, Interval | None]]:
        """Return a frame taken apart by its subjects, each of which has a date before the one verb that closes all."""
        role = self._role(frame) if len(when) > 1 and frame.predicate.pos != "noun" else ""
        others = list(self._others(frame)) if role else []
        if not others or len(others) + 1 != len(when):
            return []
        each = [(msgspec.structs.replace(frame, actors={**frame.actors, role: [m]}), date) for m, date in others]
        named = {mention.country for mention, _ in others}
        own = [m for m in frame.of(role) if m.country not in named]
        return [(msgspec.structs.replace(frame, actors={**frame.actors, role: own}), when[0]), *each]

    def _dates(self, frame: Frame, closes: bool) -> list[Interval]:
        """Return the dates of the clause of a verb in order."""
        dating, verb = self.circumstances.dating, frame.predicate
        first = min(verb.start - _NEAR, self._opening(frame)) if closes else verb.start - _NEAR
        inside = (d for d in dating.dates if first <= d.k <= verb.end + _NEAR and not d.attribute)
        return [dating.directed(found, verb) for found in inside]

    def _repeated(self, frame: Frame) -> list[Record]:
        """Return the records of a frame again for each other subject that has a date of its own."""
        role = self._role(frame)
        if frame.predicate.pos == "noun" or not role or self._closes(frame):
            return []
        made: list[Record] = []
        for mention, when in self._others(frame):
            again = msgspec.structs.replace(frame, actors={**frame.actors, role: [mention]})
            made += self.builder.records(again, self.circumstances.setting(frame, when), True)[0]
        return made

    @staticmethod
    def _role(frame: Frame) -> str:
        """Return the role that the subject of the verb fills, empty where it fills none."""
        own = frame.predicate.mentions("obj" if frame.predicate.passive else "subj")
        return next((role for role in ("recipient", "actor") if own and own[0] in frame.of(role)), "")

    def _others(self, frame: Frame) -> Iterator[tuple[Mention, Interval]]:
        """Yield each actor behind "and" or a comma that a date follows, with that date."""
        dating, row = self.circumstances.dating, self.scene.parse.items
        closes = self._closes(frame)
        opens = self._opening(frame) if closes else frame.predicate.k
        first = next((d.k for d in dating.dates if d.k > opens), len(row))
        end = frame.predicate.k if closes else self._clause_end(frame)
        # Whoever has a verb of their own leaves nothing out.
        subjects = [m for p in self.scene.parse.predicates if p is not frame.predicate for m in p.mentions("subj")]
        for n in range(first + 1, end):
            mention = row[n].mention
            if mention is None or not mention.country or not self._joined(n) or mention in subjects:
                continue
            date = next((d for d in dating.dates if n < d.k <= n + _NEAR and d.k < end), None)
            if date is not None:
                yield mention, dating.directed(date, frame.predicate)

    def _clause_end(self, frame: Frame) -> int:
        """Return the item of the next verb."""
        after = (p.k for p in self.scene.parse.predicates if p.pos != "noun" and p.k > frame.predicate.k)
        return min(after, default=len(self.scene.parse.items))

    def _joined(self, n: int) -> bool:
        """Return whether "and" or a comma stands before item `n`, a determiner left out."""
        row = self.scene.parse.items
        if "and" in row[n].marks:
            return True
        before = row[n - 2] if row[n - 1].is_function("det") else row[n - 1]
        return before.is_function("conj", "and") or self.scene.tokens(before)[0] in (",", "،")


def _without(frame: Frame, left: list[Mention]) -> Frame:
    """Return a frame without some of its actors."""
    actors = {role: [m for m in held if m not in left] for role, held in frame.actors.items()}
    return msgspec.structs.replace(frame, actors=actors)
