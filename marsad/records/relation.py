"""The relation from one given actor to another: the best supported event type of a sentence, always answered."""

import msgspec

from marsad.mentions.items import Item, Mention
from marsad.model.values import Status
from marsad.records.frame import Frame
from marsad.records.sentence import SentenceReader
from marsad.text.sentences import Sentence

SOURCE, TARGET = "pair-source", "pair-target"
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
# Said of two actors without any event that we know: the type that asserts least.
UNKNOWN = "CONSULT"


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
    votes = [vote for reader in readers for frame in reader.scene.frames.values() for vote in _votes(reader, frame)]
    best = max(votes, key=lambda v: v.weight, default=None)
    return best.type if best is not None else UNKNOWN


def _votes(reader: SentenceReader, frame: Frame) -> list[Vote]:
    status = reader.statuses.status(frame.predicate, None, None)
    weight = _support(frame)
    weight += {"verb": 1.0, "adj": 0.8, "phrase": 0.8}.get(frame.predicate.pos, 0.0)
    weight += 0.5 if frame.predicate.light >= 0 else 0.0
    weight -= 0.8 * len([c for _, c in reader.statuses.governors(frame.predicate) if c.event_types])
    weight -= 0.7 if frame.predicate.relation in ("relative", "adverbial") else 0.0
    weight -= 0.01 * frame.predicate.number
    return [Vote(weight, told_as(event_type, status)) for event_type in frame.concept.event_types[:1]]


def _support(frame: Frame) -> float:
    """Return how well the roles fit: the first actor acting, the second acted upon."""
    marks = {role: {m.to for m in mentions} for role, mentions in frame.actors.items()}
    acting = marks.get("actor", set())
    others = set().union(*(found for role, found in marks.items() if role != "actor"))
    if frame.place is not None:
        others.add(frame.place.to)
    support = 2.0 * (SOURCE in acting) + 1.5 * (TARGET in others)
    if frame.concept.shape == "reciprocal":
        support += 1.0 * (TARGET in acting)
    return support - 1.0 * (SOURCE in others and TARGET in acting)


def told_as(event_type: str, status: Status) -> str:
    """Return the type as the relation task names it: what is promised is AGREE, what is refused REJECT."""
    if status == "negated" and event_type in COOPERATION:
        return "REJECT"
    if status in ("planned", "possible") and event_type in COOPERATION:
        return "AGREE"
    if status == "planned" and event_type in ("COERCE", "SANCTION", "ASSAULT", "MOBILIZE"):
        return "THREATEN"
    return YIELD.get(event_type, event_type)
