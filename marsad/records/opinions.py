"""Blame and praise in what somebody says of somebody else, without a verb of blaming or praising."""

from collections.abc import Iterator

from marsad.lexicon.entries import Sense
from marsad.mentions.items import Item, Mention
from marsad.model.records import Event, Record
from marsad.records.circumstances import Circumstances
from marsad.records.frame import Frame
from marsad.records.offices import Offices
from marsad.records.scene import Scene
from marsad.records.templates import Builder

# What words of a tone make of the statement they stand in: the concept, and the type of its event.
TONES = {"blame": ("decry", "ACCUSE"), "praise": ("commend", "SUPPORT"), "demand": ("must-do", "REQUEST")}
# What blame is that names nobody.
UNAIMED = "condemn"
# Modals behind somebody of whom is said what they must do, or should have done: the tone they have.
MODALS = {"obliged": "demand", "missed": "blame"}
# Tones that are blame where they are turned round ("not fit to lead", "has not done enough").
WANTING = ("praise", "merit")
# How many words before a word of tone turn it round.
NEGATION = 3
# Where those stand whose the meanness or courage is, and how near.
OWNERS = frozenset({"of", "from", "by"})
NEAR = 3
# What somebody does that others speak of, and who speaks of it for others than themselves.
STEPS = ("decision", "policy", "proposal", "statement", "agreement")
PUBLIC = frozenset({"GOV", "LEG", "PTY", "OPP", "NGO", "LAB", "REL", "JUD", "ELI", "CVL", "MED", "EDU"})
# Where what is said may stand without a verb.
SAID = frozenset({"obj", "obj2", "as"})
# Those who are blamed for what they do for all: even somebody unknown is quoted on them.
OFFICIAL = frozenset({"GOV", "LEG", "PTY", "OPP", "COP", "JUD", "MIL"})
# What is where something is, not who.
PLACES = frozenset({"place", "capital"})


class Opinions:
    """Reads what the speakers of one sentence think of others: from words of blame and praise and from modals."""

    def __init__(self, scene: Scene, circumstances: Circumstances, builder: Builder) -> None:
        self.scene, self.circumstances, self.builder = scene, circumstances, builder
        self.offices = Offices(scene)

    def records(self, told: list[Record]) -> list[Record]:
        """Return the event of the first word of each tone in what is said, none where `told` has it already."""
        found: list[Record] = []
        for frame in self.scene.frames.values():
            if frame.concept.shape == "saying" and frame.of("actor"):
                for tone, item in self._toned(frame):
                    if not _told([*told, *found], TONES[tone][1]):
                        found += self._opinion(frame, tone, item)
        return found

    def _opinion(self, frame: Frame, tone: str, item: Item) -> list[Record]:
        known = any(m.country or m.sector for m in frame.of("actor"))
        target = self._told_to(frame, item) if tone == "demand" else self._target(frame, item)
        public = any(m.sector in OFFICIAL or m.country for m in target)
        if (target and (known or public)) or (tone == "blame" and self._of_step(frame)):
            return self._made(frame, tone, item, target)
        return []

    def _of_step(self, frame: Frame) -> bool:
        """Return whether somebody with an office speaks of a step that is nobody's in words ("said the bill was")."""
        steps = (_is(self.scene.parse.items[k], step) for k in self._said(frame) for step in STEPS)
        return any(m.sector in PUBLIC for m in frame.of("actor")) and any(steps)

    def _toned(self, frame: Frame) -> Iterator[tuple[str, Item]]:
        """Yield the words of tone in what is said, in order, those turned round by a negation left out."""
        row = self.scene.parse.items
        for k in self._said(frame):
            wanting = any(_is(row[k], t) for t in WANTING)
            tone = next((t for t in TONES if _is(row[k], t)), "") or self._modal(k)
            if (tone or wanting) and self._turned(k):
                tone = "blame" if wanting else ""
            if tone:
                yield tone, row[k]

    def _turned(self, k: int) -> bool:
        """Return whether a negation stands near before a word or, where verbs come last, in that behind it."""
        parse = self.scene.parse
        if any(item.is_function("neg") for item in parse.items[max(0, k - NEGATION) : k]):
            return True
        return parse.verb_last and any(p.negated and k < p.k <= k + NEGATION for p in parse.predicates)

    def _modal(self, k: int) -> str:
        """Return the tone of a modal right behind an actor ("said the council should have acted"), else nothing."""
        row = self.scene.parse.items
        behind = k > 0 and row[k - 1].mention is not None
        return MODALS.get(row[k].role, "") if behind and row[k].is_function("modal") else ""

    def _told_to(self, frame: Frame, modal: Item) -> list[Mention]:
        """Return who right before a modal must do what is said, nobody where that is who speaks or a place."""
        items, speaking = self.scene.parse.items, {m.code for m in frame.of("actor")}
        before = items[items.index(modal) - 1].mention
        named = before is not None and before.kind not in PLACES and bool(before.country or before.sector)
        return [before] if before is not None and named and before.code not in speaking else []

    def _said(self, frame: Frame) -> list[int]:
        """Return the indices of the items that are neither the verb of saying nor who speaks to whom."""
        own, turned_to = {frame.predicate.k}, {id(m) for m in frame.of("recipient")}
        told = {slot for slot, role in frame.sense.slots if role == "content"}
        for slot, argument in frame.predicate.arguments.items():
            said = (slot in SAID or slot in told) and not any(id(m) in turned_to for m in argument.mentions)
            if argument.predicate < 0 and not said:
                own.update(range(argument.k, argument.end))
        return [k for k in range(len(self.scene.parse.items)) if k not in own]

    def _target(self, frame: Frame, toned: Item) -> list[Mention]:
        """Return whose the word of tone is, else the actor that is nearest before it, else the first after it."""
        items = [self.scene.parse.items[k] for k in self._said(frame)]
        speaking = {m.code for m in frame.of("actor")}
        named = [i.mention for i in items if i.mention is not None and (i.mention.kind not in PLACES or self._owns(i))]
        others = [m for m in named if (m.country or m.sector) and m.code not in speaking]
        before = [m for m in others if m.i < toned.i]
        return (
            self._owner(toned, others) or before[-1:] or others[:1] or frame.of("recipient") or self._described(frame)
        )

    def _owns(self, item: Item) -> bool:
        """Return whether a capital is whose something is, not where: a genitive right behind a noun."""
        mention, before = item.mention, next((i for i in self.scene.parse.items if i.j == item.i), None)
        genitive = (
            mention is not None
            and mention.kind == "capital"
            and "g" in mention.case
            and mention.case != mention.case.upper()
        )
        return genitive and before is not None and before.kind in ("nominal", "trigger", "word")

    @staticmethod
    def _described(frame: Frame) -> list[Mention]:
        """Return of whom a verb of describing tells what they are ("called his rivals cowards")."""
        slots = [slot for slot, role in frame.sense.slots if role == "topic"] if frame.concept.act == "describe" else []
        return [m for slot in slots for m in frame.predicate.mentions(slot) if m.country or m.sector]

    def _owner(self, toned: Item, others: list[Mention]) -> list[Mention]:
        """Return the one right behind the word of tone and a preposition of owning ("the anger of the party")."""
        near = [i for i in self.scene.parse.items if toned.j <= i.i <= toned.j + NEAR]
        linked = any(i.is_function("prep") and i.role in OWNERS for i in near)
        return [m for m in others if linked and toned.j < m.i <= toned.j + NEAR][:1]

    def _made(self, frame: Frame, tone: str, item: Item, target: list[Mention]) -> list[Record]:
        readings = item.span.readings if item.span is not None else ()
        entry = next((r.entry for r in readings if r.entry.value in (tone, "modal")), None)
        name = TONES[tone][0] if target else UNAIMED
        sense = Sense(name, (), (), entry.rule if entry is not None else "")
        roles = {"actor": frame.of("actor"), "recipient": target}
        opinion = Frame(self.scene.concept(sense), sense, frame.predicate, roles, {})
        self.offices.fellow_citizens(opinion)
        setting = self.circumstances.setting(frame, self.circumstances.dating.date(frame.predicate))
        return [r for r in self.builder.records(opinion, setting, True)[0] if isinstance(r, Event)]


def _is(item: Item, tone: str) -> bool:
    readings = item.span.readings if item.span is not None else ()
    return any(r.entry.kind == "nominal" and r.entry.value == tone for r in readings)


def _told(records: list[Record], event_type: str) -> bool:
    return any(isinstance(record, Event) and record.type == event_type for record in records)
