"""The records of one sentence: senses chosen, roles filled, statuses and dates set, speakers named."""

import datetime

import msgspec

from marsad.clauses.model import Parse, Predicate
from marsad.inventory import Concept, Inventory
from marsad.lexicon.entries import Feature, Sense
from marsad.mentions.items import Item, Mention
from marsad.mentions.memory import Memory
from marsad.model.records import Event, Record, Stance
from marsad.model.values import Actor, Evidence, Interval
from marsad.records.dates import DateReader, Found
from marsad.records.roles import Frame, RoleFiller
from marsad.records.senses import SenseChooser
from marsad.records.status import StatusReader
from marsad.records.templates import Builder, Setting
from marsad.text.sentences import Sentence

# How sure a record of each part of speech is: shares of right records by rule on the gold sets, rounded.
CONFIDENCE = {"verb": 0.8, "light": 0.7, "noun": 0.6, "adj": 0.7, "phrase": 0.7}
# Meetings of these statuses have their day still before them when the report appears.
UNHELD = frozenset({"planned", "postponed", "cancelled"})
# Subordinators that make what is offered depend on something, and the concept of a stance that does.
CONDITIONS = frozenset({"if", "unless", "provided", "as-long-as"})
CONDITIONAL = "conditional-on"
# "Is leaving" is said of what is still to come.
EFFECT = "withdrawal-effect"
MOVING = frozenset({"leave", "join"})
# Values of a standing that put its subject on the way out.
LEAVING = frozenset({"requested", "leave-announced", "left"})
OBLIGED = "must-do"
FUTURE = frozenset({"planned", "possible", "conditional", "demanded"})


class Trace(msgspec.Struct, frozen=True):
    """What was tried for one predicate: its words, the sense that held, those that failed and why, what came out."""

    words: str
    chosen: str
    failed: tuple[str, ...]
    records: tuple[str, ...]
    reasons: tuple[str, ...]


class ArticleContext(msgspec.Struct):
    """What the sentences of one article share."""

    article: str
    text: str
    published: datetime.date | None
    inventory: Inventory
    memory: Memory


class SentenceReader:
    """Reads the parse of one sentence into records."""

    def __init__(
        self, context: ArticleContext, sentence: Sentence, parse: Parse, dateline: Mention | None = None
    ) -> None:  # fmt: skip
        self.context, self.sentence, self.parse = context, sentence, parse
        self.roles = RoleFiller(parse, sentence, context.inventory, context.memory)
        self.roles.dateline = dateline
        self.dates = DateReader(sentence, context.text, parse.items, context.published).run()
        self.builder = Builder(context.inventory, self.actor, self.words)
        self.traces: list[Trace] = []

    def run(self) -> list[Record]:
        """Return the records in the order of the text."""
        chooser = SenseChooser(self.parse, self.sentence, self.context.memory.proclitics)
        frames: list[tuple[Frame, list[tuple[Sense, str]]]] = []
        concepts: dict[int, Concept] = {}
        chosen = [(predicate, *chooser.choose(predicate)) for predicate in self.parse.predicates]
        carried = {predicate.light: sense for predicate, sense, _ in chosen if predicate.light >= 0}
        for predicate, sense, _ in chosen:
            if sense is not None and (predicate.pos != "light" or (sense.needs and not carried.get(predicate.number))):
                concepts[predicate.number] = self.context.inventory.concepts[sense.concept]
        self.roles.chosen = concepts
        self._carry(concepts)
        for predicate, sense, failed in chosen:
            if sense is not None and predicate.number in concepts:
                frames.append((self.roles.frame(predicate, sense), failed))
            elif predicate.senses:
                self.traces.append(Trace(self._span_words(predicate), "", _why(failed), (), ()))
        self.statuses = StatusReader(self.parse, self.context.inventory, concepts)
        self.frames = {frame.predicate.number: frame for frame, _ in frames}
        found = [record for frame, failed in frames for record in self._records(frame, failed)]
        found += [record for predicate in self.parse.predicates for record in self._obliged(predicate)]
        found += [record for frame, _ in frames for record in self._conditional(frame)]
        found += self._same_fate()
        self._remember(frames)
        return merged(found)

    def _conditional(self, frame: Frame) -> list[Record]:
        """Return the stance in "X is ready to ... if ...": for, on a condition."""
        willing = "AGREE" in frame.concept.event_types or any(t.kind == "commitment" for t in frame.concept.templates)
        condition = any(item.is_function("sub") and item.role in CONDITIONS for item in self.parse.items)
        if not willing or not condition or frame.predicate.pos == "noun" or not frame.actors.get("actor"):
            return []
        sense = Sense(CONDITIONAL, (), (), frame.sense.rule)
        stance = Frame(self.context.inventory.concepts[CONDITIONAL], sense, frame.predicate, frame.actors, frame.nouns)
        setting = msgspec.structs.replace(self._setting(frame, None), status="actual")
        return [r for r in self.builder.records(stance, setting, False)[0] if isinstance(r, Stance)]

    def _carry(self, concepts: dict[int, Concept]) -> None:
        """Let a verb that says nothing we know here carry the action noun it governs ("began talks", "stepped up attacks")."""
        for predicate in self.parse.predicates:
            if predicate.number in concepts or predicate.pos != "verb":
                continue
            for slot in ("obj", "on", "to", "by", "subj"):
                argument = predicate.arguments.get(slot)
                if argument is not None and argument.predicate >= 0 and self.parse.predicates[argument.predicate].light < 0:
                    self.parse.predicates[argument.predicate].light = predicate.number
                    break

    def _obliged(self, predicate: Predicate) -> list[Record]:
        """Return the request in "X says that Y must ..." or "stresses the need for Y to ...": X asks it of Y."""
        if predicate.modal != "obliged" or predicate.parent not in self.frames:
            return []
        speaker = self.frames[predicate.parent]
        asked = self.roles.subject(predicate) or [m for s in ("gen", "adj") for m in predicate.mentions(s)]
        asking = speaker.actors.get("actor", [])
        if not asking or not {m.country for m in asked} - {m.country for m in asking} - {""}:
            return []
        sense = Sense(OBLIGED, (), (), speaker.sense.rule)
        frame = Frame(self.context.inventory.concepts[OBLIGED], sense, speaker.predicate, {"actor": asking, "recipient": asked}, {})
        setting = self._setting(speaker, self._date(speaker.predicate))
        return [r for r in self.builder.records(frame, setting, True)[0] if isinstance(r, Event)]

    def _records(self, frame: Frame, failed: list[tuple[Sense, str]]) -> list[Record]:
        predicate, concept = frame.predicate, frame.concept
        if predicate.pos == "noun" and predicate.light < 0 and self._known_already(frame):
            self._trace(frame, failed, [], ["a definite noun that takes up what was told before"])
            return []
        carried = predicate.light >= 0 or self.roles.asked(predicate) or self._own_words(frame)
        bare = predicate.pos == "noun" and not carried and not self._supported(frame)
        if bare and (concept.bare != "always" or (not concept.event_types and self._object_of(frame))):
            made = self._bare(frame)
            self._trace(frame, failed, made, [] if made else ["an action noun that no verb carries"])
            return made
        when = self._date(predicate)
        setting = self._setting(frame, when)
        made, reasons = self.builder.records(frame, setting, self._events_told(predicate, bare))
        held = {t.kind for holder in self._holders(frame) for t in holder.concept.templates}
        made = [record for record in made if record.__struct_config__.tag not in held - {"event"}]
        self._trace(frame, failed, made, reasons)
        return made

    def _own_words(self, frame: Frame) -> bool:
        """Return whether somebody voices an act of their own ("reiterated their rejection of the plan")."""
        argument = frame.predicate.arguments.get("gen")
        if frame.predicate.pos != "noun" or argument is None or "pronoun" not in argument.classes:
            return False
        return any(holder.concept.shape == "saying" or holder.concept.act for holder in self._holders(frame))

    def _known_already(self, frame: Frame) -> bool:
        """Return whether an action noun is definite and says nothing new of itself ("the attack")."""
        item, row = self.parse.items[frame.predicate.k], self.parse.items
        k = frame.predicate.k - 1
        while k >= 0 and row[k].kind == "word":
            k -= 1
        definite = "the" in item.marks or (k >= 0 and row[k].is_function("det") and row[k].role != "a")
        told = any(m.country or m.sector for found in frame.actors.values() for m in found)
        return definite and not told and frame.place is None

    def _setting(self, frame: Frame, when: Interval | None) -> Setting:
        status = self.statuses.status(frame.predicate, when, self.context.published)
        moving = frame.concept.name in MOVING and frame.predicate.tense == "progressive"
        coming = frame.predicate.pos == "noun" or frame.concept.name == EFFECT or frame.predicate.tense == "present"
        if status == "actual" and (moving or (coming and self._to_come(when))):
            status = "planned"
        if when is None and any(t.kind == "standing" for t in frame.concept.templates):
            when = self._date_said(frame.predicate)
        said_by = self._said_by(frame.predicate)
        return Setting(
            self.context.article, self._evidence(frame), said_by, when, status, CONFIDENCE[frame.predicate.pos]
        )  # fmt: skip

    def _to_come(self, when: Interval | None) -> bool:
        published = self.context.published
        return when is not None and when.start is not None and published is not None and when.start > published

    def _bare(self, frame: Frame) -> list[Record]:
        when = self._date(frame.predicate)
        past = when is not None and when.end is not None and self.context.published is not None
        if past and when.end < self.context.published:  # type: ignore[union-attr,operator]
            return []
        return self.builder.bare(frame, self._setting(frame, when))

    def _supported(self, frame: Frame) -> bool:
        """Return whether a bare action noun is still a report of its own: two sides and a date or place, or a headline."""
        sides = frame.actors.get("actor", []) + frame.actors.get("recipient", [])
        meets = any(t.kind == "meeting" for t in frame.concept.templates)
        if meets and not self._object_of(frame) and frame.actors.get("institution") and (frame.place is not None or self._date(frame.predicate)):
            return True
        two_sided = len({m.country for m in sides if m.country}) >= 2
        both = bool(frame.actors.get("actor")) and bool(frame.actors.get("recipient")) and two_sided
        return two_sided and frame.predicate.parent < 0 and (both or not self._object_of(frame))

    def _holders(self, frame: Frame) -> list[Frame]:
        """Return the frames of the verbs that have an action noun among their arguments and say themselves what it says."""
        if frame.predicate.pos != "noun":
            return []
        number = frame.predicate.number
        return [
            other for k, other in self.frames.items()
            if k != number and any(a.predicate == number for a in other.predicate.arguments.values())
        ]  # fmt: skip

    def _object_of(self, frame: Frame) -> bool:
        return any(
            argument.predicate == frame.predicate.number and other.number != frame.predicate.number and other.senses
            for other in self.parse.predicates
            for argument in other.arguments.values()
        )

    def _events_told(self, predicate: Predicate, bare: bool) -> bool:
        """Return whether the predicate's events stand on their own, not only as what another event asks, offers or alleges."""
        for _, concept in self.statuses.governors(predicate):
            if concept.event_types and concept.content != "same":
                return False
        if bare:
            return not any(
                argument.predicate == predicate.number and other.number in self.frames
                and self.frames[other.number].concept.event_types and other.number != predicate.number
                for other in self.parse.predicates for slot, argument in other.arguments.items() if slot != "after"
            )  # fmt: skip
        return True

    # Evidence, words, actors

    def _evidence(self, frame: Frame) -> Evidence:
        sentence, row, predicate = self.sentence, self.parse.items, frame.predicate
        items = [
            predicate.k,
            *(a.k for a in predicate.arguments.values()),
            *(a.end - 1 for a in predicate.arguments.values()),
        ]
        first, last = min(items), max(items)
        start, end = sentence.starts[row[first].i], sentence.ends[row[min(last, len(row) - 1)].j - 1]
        text = self.context.text
        return Evidence(
            start, end, text[start:end], text[sentence.start : sentence.end], sentence.number, sentence.line
        )

    def words(self, item: Item) -> str:
        """Return the original words of an item."""
        return self.context.text[self.sentence.starts[item.i] : self.sentence.ends[item.j - 1]]

    def _span_words(self, predicate: Predicate) -> str:
        return self.words(self.parse.items[predicate.k])

    def actor(self, mention: Mention) -> Actor:
        """Return the actor a mention names."""
        if (mention.resolved and not mention.person) or mention.j > len(self.sentence.ends):
            return Actor(mention.code, "", mention.role, mention.person)
        name = self.context.text[self.sentence.starts[mention.i] : self.sentence.ends[mention.j - 1]]
        return Actor(mention.code, name, mention.role, mention.person)

    # Dates and speakers

    def _date(self, predicate: Predicate) -> Interval | None:
        """Return the date nearest to a predicate inside its clause, else the only one of the sentence."""
        if not self.dates:
            return None
        owners = [predicate] + ([self.parse.predicates[predicate.light]] if predicate.light >= 0 else [])
        first = min(min(o.start, o.k) for o in owners)
        last = max(max(o.end, o.k + 1) for o in owners)
        inside = [d for d in self.dates if first - 3 <= d.k <= last + 2]
        inside = [d for d in inside if not d.attribute]
        chosen = min(inside, key=lambda d: abs(d.k - predicate.k)) if inside else self._only_date(predicate)
        if chosen is None and self._planned(predicate):
            return self._date_of_noun(predicate)
        return self._side(chosen, predicate) if chosen is not None else None

    def _date_said(self, predicate: Predicate) -> Interval | None:
        """Return the date at which somebody said where a party stands: it held then."""
        for governor, concept in self.statuses.governors(predicate):
            if concept.shape == "saying":
                return self._date(governor)
        return None

    def _date_of_noun(self, predicate: Predicate) -> Interval | None:
        """Return the date of the meeting that a verb postpones or cancels, where it stands with the meeting."""
        argument = predicate.arguments.get("obj")
        if argument is None or argument.predicate < 0 or argument.predicate == predicate.number:
            return None
        return self._date(self.parse.predicates[argument.predicate])

    def _only_date(self, predicate: Predicate) -> Found | None:
        verbs = [p for p in self.parse.predicates if p.pos in ("verb", "light")]
        return self.dates[0] if len(self.dates) == 1 and len(verbs) <= 1 and not self.dates[0].attribute else None

    def _side(self, found: Found, predicate: Predicate) -> Interval:
        status = self.statuses.status(predicate, None, self.context.published)
        if status in FUTURE or predicate.tense == "future":
            return found.ahead
        carrier = self.parse.predicates[predicate.light] if predicate.light >= 0 else predicate
        if carrier.pos != "noun" and carrier.tense in ("past", "have") and not self._planned(predicate):
            return found.back
        near = found.back.start is not None and found.ahead.start is not None
        if near and (found.ahead.start - found.back.start).days <= 7:  # type: ignore[operator]
            return found.back  # a weekday without anything to come is the last one
        return min(found.back, found.ahead, key=self._distance)

    def _planned(self, predicate: Predicate) -> bool:
        frame = self.frames.get(predicate.number)
        return frame is not None and any(t.fields.get("status") in UNHELD for t in frame.concept.templates)

    def _distance(self, interval: Interval) -> int:
        """Return how many days lie between an interval and the day of publication."""
        if interval.start is None or interval.end is None or self.context.published is None:
            return 0
        return max((interval.start - self.context.published).days, (self.context.published - interval.end).days, 0)

    def _said_by(self, predicate: Predicate) -> tuple[Actor, ...]:
        """Return who asserts a clause: the speakers it stands under, nearest first, then whom the sentence is credited to."""
        found: list[Actor] = []
        for governor, concept in self.statuses.governors(predicate):
            if concept.shape == "saying" or concept.act:
                frame = self.frames.get(governor.number)
                found.extend(self.actor(m) for m in (frame.actors.get("actor", []) if frame else []))
        found.extend(self.actor(m) for m in self.parse.sources)
        return tuple(dict.fromkeys(found))

    def _remember(self, frames: list[tuple[Frame, list[tuple[Sense, str]]]]) -> None:
        """Leave who spoke and who acted in the article's memory for the sentences that follow."""
        for frame, _ in reversed(frames):
            actors = frame.actors.get("actor", [])
            if any(t.kind == "meeting" for t in frame.concept.templates) and len(actors) > 1:
                self.context.memory.meeting = actors
            self._remember_standing(frame, actors)
            if actors and frame.predicate.pos == "verb" and frame.predicate.parent < 0:
                self.context.memory.note_subject(actors)
                if frame.concept.act or frame.concept.shape == "saying" or not self.context.memory.speakers:
                    self.context.memory.speakers = actors

    def _remember_standing(self, frame: Frame, actors: list[Mention]) -> None:
        values = {str(t.fields["value"]) for t in frame.concept.templates if t.kind == "standing"}
        institution = frame.actors.get("institution", [])
        if values & LEAVING and actors and institution:
            self.context.memory.leaving = (actors, institution)
        if values and frame.predicate.parent < 0:
            self.context.memory.standing = (frame.concept.name, institution or actors)

    def _same_fate(self) -> list[Record]:
        """Return the standing of "X met the same fate": that of the report before, with X in it."""
        name, institution = self.context.memory.standing
        k = next((k for k, item in enumerate(self.parse.items) if item.value == "same-fate"), -1)
        subjects = [i.mention for i in self.parse.items[: max(k, 0)] if i.mention is not None and i.mention.kind == "state"]
        if k < 0 or not name or not subjects:
            return []
        predicate = Predicate(len(self.parse.predicates), k, "verb", (), Feature("past"), tense="past", start=k, end=k + 1)
        roles = {"actor": institution, "institution": institution, "recipient": subjects[:1]}
        sense = Sense(name, (), (), self.parse.items[k].known.entry.rule)  # type: ignore[union-attr]
        frame = Frame(self.context.inventory.concepts[name], sense, predicate, roles, {})
        return self.builder.records(frame, self._setting(frame, self._date(predicate)), True)[0]

    # Explaining

    def _trace(self, frame: Frame, failed: list[tuple[Sense, str]], made: list[Record], reasons: list[str]) -> None:
        self.traces.append(
            Trace(
                self._span_words(frame.predicate), f"{frame.sense.rule} {frame.concept.name}", _why(failed),
                tuple(record.id for record in made), tuple(reasons),
            )
        )  # fmt: skip


def _why(failed: list[tuple[Sense, str]]) -> tuple[str, ...]:
    return tuple(f"{sense.rule} {sense.concept}: not {need}" for sense, need in failed)


def merged(found: list[Record]) -> list[Record]:
    """Return the records of a sentence without those that another one says better: same event type, no actor of its own."""
    kept: list[Record] = []
    for record in found:
        rival = next((k for k, other in enumerate(kept) if _same(other, record)), None)
        if rival is None:
            kept.append(record)
        elif _weight(record) > _weight(kept[rival]):
            kept[rival] = record
    return kept


def _same(one: Record, other: Record) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, Event) and isinstance(other, Event):
        return (
            one.type == other.type
            and _compatible(one.actor, other.actor)
            and _compatible(one.recipient, other.recipient)
        )
    return one.id == other.id or _content(one) == _content(other)


def _content(record: Record) -> tuple[object, ...]:
    skipped = {"id", "evidence", "rule", "confidence", "said_by", "date"}
    return tuple(repr(getattr(record, f)) for f in record.__struct_fields__ if f not in skipped)


def _compatible(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    first, second = {a.country for a in one} - {"---"}, {a.country for a in other} - {"---"}
    return not first or not second or first <= second or second <= first


def _weight(record: Record) -> tuple[int, int]:
    if isinstance(record, Event):
        return (
            bool(record.actor) + bool(record.recipient),
            sum(a.country != "---" for a in (*record.actor, *record.recipient)),
        )
    return (0, 0)
