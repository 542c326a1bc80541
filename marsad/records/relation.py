"""The relation from one given actor to another: the best supported event type of a sentence, always answered."""

from collections.abc import Iterator

import msgspec

from marsad.clauses.model import Predicate
from marsad.inventory import Concept
from marsad.mentions.items import Item, Mention
from marsad.model.values import Status
from marsad.records.frame import Frame
from marsad.records.sentence import SentenceReader
from marsad.records.status import DUTY, clause_status
from marsad.text.sentences import Sentence

SOURCE, TARGET = "pair-source", "pair-target"
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
# Said of two actors without any event that we know: the type that asserts least.
UNKNOWN = "CONSULT"
# What an obligation in somebody's words weighs.
OBLIGED = 1.5
# What a word weighs none of whose rows holds.
UNSATISFIED = -1.2


class Vote(msgspec.Struct, frozen=True):
    """One event type with its support."""

    weight: float
    type: str


def mark_pair(row: list[Item], sentence: Sentence, text: str, pair: tuple[str, str]) -> list[Item]:
    """Return the items of a sentence with each string of the pair, where it stands, as one actor of that mark."""
    for wanted, kind in zip(pair, (SOURCE, TARGET), strict=True):
        at = text.find(wanted, sentence.start, sentence.end)
        if wanted and at >= 0:
            row = _merge(row, sentence, (at, at + len(wanted)), kind)
    return row


def _merge(row: list[Item], sentence: Sentence, place: tuple[int, int], kind: str) -> list[Item]:
    inside = [k for k, item in enumerate(row)
              if sentence.starts[item.i] >= place[0] and sentence.ends[item.j - 1] <= place[1] + 1]  # fmt: skip
    while inside and row[inside[-1]].kind == "punct":
        inside.pop()
    if not inside or any(row[k].mention is not None and row[k].mention.to in (SOURCE, TARGET) for k in inside):  # type: ignore[union-attr]
        return row
    first, last = inside[0], inside[-1]
    held = [row[k].mention for k in inside if row[k].mention is not None]
    mention = held[0] if held else Mention(row[first].i, row[last].j, "title", title_kind="people")
    assert mention is not None
    mention.i, mention.j, mention.to = row[first].i, row[last].j, kind
    merged = Item("actor", row[first].i, row[last].j, mention=mention)
    return [*row[:first], merged, *row[last + 1 :]]


def relation(readers: list[SentenceReader]) -> str:
    """Return the type of the relation between the marked actors; CONCEDE and RETREAT are YIELD."""
    votes = [vote for reader in readers for vote in (*_told(reader), *_obliged(reader), *_suggested(reader))]
    best = max(votes, key=lambda v: v.weight, default=None)
    return best.type if best is not None else UNKNOWN


def _told(reader: SentenceReader) -> Iterator[Vote]:
    """Yield what the frames of a sentence say of the pair; what asks, refuses or plans speaks for its content."""
    frames = {n: frame for n, frame in reader.scene.frames.items() if frame.concept.event_types}
    for frame in frames.values():
        contents = [f for f in frames.values() if _speaks_for(reader, frame, f)]
        marks = _Marks()
        for told in (frame, *contents):
            marks = marks.joined(_marks(told), told is frame)
        status = reader.statuses.status(frame.predicate, None, None)
        yield Vote(marks.support + _standing(reader, frame), told_as(pair_type(frame.concept), status))


def _obliged(reader: SentenceReader) -> Iterator[Vote]:
    """Yield the request in "X said that Y must ...": what is asked weighs as much as a verb of asking."""
    for predicate in reader.scene.parse.predicates:
        speaker = reader.scene.frames.get(predicate.parent)
        if predicate.modal in DUTY and speaker is not None:
            acting = frozenset(m.to for m in speaker.of("actor"))
            asked = _marks_of(predicate)
            marks = _Marks(acting, asked.acting | asked.others)
            yield Vote(marks.support + OBLIGED - 0.01 * predicate.number, "REQUEST")


def _speaks_for(reader: SentenceReader, outer: Frame, inner: Frame) -> bool:
    """Return whether a frame tells of another one as what it asks for, refuses, promises ..."""
    governors = reader.statuses.governors(inner.predicate)
    return outer.concept.content != "same" and any(p.number == outer.predicate.number for p, _ in governors)


def _standing(reader: SentenceReader, frame: Frame) -> float:
    """Return how directly a sentence reports what a frame says."""
    predicate = frame.predicate
    weight = {"verb": 1.0, "adj": 0.8, "phrase": 0.8}.get(predicate.pos, 0.0)
    weight += 0.5 if predicate.light >= 0 else 0.0
    governing = [c for _, c in reader.statuses.governors(predicate) if c.event_types]
    weight -= sum(2.0 if concept.content != "same" else 0.8 for concept in governing)
    weight -= 0.7 if predicate.relation in ("relative", "adverbial") else 0.0
    return weight - 0.01 * predicate.number


def _suggested(reader: SentenceReader) -> Iterator[Vote]:
    """Yield what words suggest none of whose rows holds: better than nothing where the pair stands with them."""
    for trace in reader.traces:
        senses = (sense for sense, _ in trace.failed) if trace.sense is None else ()
        concept = next((c for s in senses if (c := reader.scene.concept(s)).event_types), None)
        if concept is not None:
            weight = _marks_of(trace.predicate).support + UNSATISFIED - 0.01 * trace.predicate.number
            yield Vote(weight, told_as(pair_type(concept), clause_status(trace.predicate)))


def pair_type(concept: Concept) -> str:
    """Return the type as which a concept is a relation: that of CAMEO's table where it says another than PLOVER."""
    return concept.pair or concept.event_types[0]


class _Marks(msgspec.Struct, frozen=True):
    """Where the two actors stand in a frame."""

    acting: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    reciprocal: bool = False

    def joined(self, other: "_Marks", own: bool) -> "_Marks":
        """Return these with those of a frame, its own or that of its content: there only who is acted upon counts."""
        acting = self.acting | other.acting if own else self.acting
        others = self.others | other.others | (frozenset() if own else other.acting - {SOURCE})
        return _Marks(acting, others, self.reciprocal or (own and other.reciprocal))

    @property
    def support(self) -> float:
        """How well the roles fit: the first actor acting, the second acted upon."""
        support = 2.0 * (SOURCE in self.acting) + 1.5 * (TARGET in self.others)
        if self.reciprocal:
            support += 1.0 * (TARGET in self.acting)
        return support - 1.0 * (SOURCE in self.others and TARGET in self.acting)


def _marks(frame: Frame) -> _Marks:
    acting = frozenset(m.to for m in frame.of("actor"))
    others = {m.to for role, mentions in frame.actors.items() if role != "actor" for m in mentions}
    place = {frame.place.to} if frame.place is not None else set()
    return _Marks(acting, frozenset(others | place), frame.concept.shape == "reciprocal")


def _marks_of(predicate: Predicate) -> _Marks:
    """Return where the two actors stand among the arguments of a predicate without a meaning."""
    acting = frozenset(m.to for m in predicate.mentions("subj"))
    others = {m.to for slot, a in predicate.arguments.items() if slot != "subj" for m in (*a.mentions, *a.modifiers)}
    return _Marks(acting, frozenset(others))


def told_as(event_type: str, status: Status) -> str:
    """Return the type as the relation task names it: what is promised is AGREE, what is refused REJECT."""
    if status == "negated" and event_type in COOPERATION:
        return "REJECT"
    if status in ("planned", "possible") and event_type in COOPERATION:
        return "AGREE"
    if status == "planned" and event_type in ("COERCE", "SANCTION", "ASSAULT", "MOBILIZE"):
        return "THREATEN"
    return YIELD.get(event_type, event_type)
