"""Blame and praise in what somebody says of somebody else, without a verb of blaming or praising."""

from collections.abc import Iterator

from marsad.clauses.model import Predicate
from marsad.clauses.places import names_who
from marsad.lexicon.entries import Feature, Sense
from marsad.mentions.items import Item, Mention
from marsad.model.records import Event, Record
from marsad.records.anaphora import Anaphora
from marsad.records.bidding import BIDDING, bidden, bids
from marsad.records.circumstances import Circumstances
from marsad.records.distinct import others
from marsad.records.event_types import OUTLAWS
from marsad.records.frame import Frame
from marsad.records.offices import Offices
from marsad.records.press import behind
from marsad.records.pronouns import PERSONAL
from marsad.records.scene import Scene
from marsad.records.templates import Builder

# What words of a tone make of the statement they stand in: the concept, and the type of its event.
TONES = {
    "blame": ("decry", "ACCUSE"), "praise": ("commend", "SUPPORT"), "demand": ("must-do", "REQUEST"),
    "bid": ("must-do", "REQUEST"),
}  # fmt: skip
# The tone of what is bidden in words quoted, and what that is where nobody is spoken to.
BID, CALLING = "bid", "call-for"
NOTHING: frozenset[str] = frozenset()
# What blame is that names nobody.
UNAIMED = "condemn"
# Modals behind somebody of whom is said what they must do, or should have done: the tone they have.
MODALS = {"obliged": "demand", "due": "demand", "must-not": "demand", "missed": "blame", "failing": "blame"}
# Functions of the words that say so, and what stands between them and whom they are said of.
OWING, HELPING = frozenset({"modal", "neg"}), frozenset({"aux", "adv"})
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
# What a word of blame is said of without blaming anybody: matches, illnesses, earthquakes.
HARMLESS = ("sport", "culture")
# Where what is said may stand without a verb.
SAID = frozenset({"obj", "obj2", "obj3", "as"})
# Those who are blamed for what they do for all: even somebody unknown is quoted on them.
OFFICIAL = frozenset({"GOV", "LEG", "PTY", "OPP", "COP", "JUD", "MIL", "SPY"})
# Those who are also blamed where they have failed to do something.
BOUND = frozenset({"BUS", "NGO", "EDU", "MED"})
# Those whom others deal with: beside somebody in office they are not blamed ("the plan of X to take in refugees is").
LED = frozenset({"REF", "CVL"})
# Prepositions behind which those stand whom an act hits.
HITTING = frozenset({"on", "against", "upon"})
# Those to whom something is said that is not said of them.
PRESS = "JRN"
# What is where something is, not who.
PLACES = frozenset({"place", "capital"})

# Expressions for those who rule.
RULERS, RULING = frozenset({"the-government", "the-ministry"}), "GOV"

# The act of those who speak of what may come, not of what somebody does.
WARNING = "warn"

# Statuses of acts that were not done: beside them blame is still to be told.
UNTOLD = frozenset({"conditional", "negated", "denied"})


class Opinions:
    """Reads what the speakers of one sentence think of others: from words of blame and praise and from modals."""

    def __init__(self, scene: Scene, circumstances: Circumstances, builder: Builder, anaphora: Anaphora) -> None:
        self.scene, self.circumstances, self.builder, self.anaphora = scene, circumstances, builder, anaphora
        self.offices = Offices(scene)

    def records(self, told: list[Record]) -> list[Record]:
        """Return the event of the first word of each tone in what is said, none where `told` has it already."""
        found: list[Record] = []
        told_so = (f for f in self.scene.frames.values() if f.concept.shape == "saying")
        saying = [f for f in told_so if f.concept.content != "denied"] or self._credited()
        tones = self._tones() if saying else {}
        for frame in saying if tones else ():
            if frame.of("actor") or "subj" in frame.predicate.arguments:
                for tone, item in self._toned(frame, tones):
                    if not _told([*told, *found], TONES[tone][1]):
                        made = self._opinion(frame, tone, item)
                        found += made if not any(_half_told([*told, *found], record) for record in made) else []
        return found

    def _credited(self) -> list[Frame]:
        """Return the words of whom the sentence credits without a verb of saying ("in X's view"), none without any."""
        parse = self.scene.parse
        speakers = [m for source in parse.sources for m in self.offices.named(source)]
        if not speakers:
            return []
        k = next((k for k, item in enumerate(parse.items) if item.mention in parse.sources), 0)
        sense = Sense(UNAIMED, (), (), "")
        whole = Predicate(len(parse.predicates), k, "verb", (), Feature(), end=len(parse.items))
        return [Frame(self.scene.concept(sense), sense, whole, {"actor": speakers}, {})]

    def _opinion(self, frame: Frame, tone: str, item: Item) -> list[Record]:
        told_to = self._told_to(frame, item) if _owing(item) else bidden(frame) if tone == BID else []
        target = told_to if TONES[tone][0] == "must-do" else told_to or self._target(frame, item)
        if self._counts(frame, tone, item, target) or (tone == "blame" and self._public(frame)):
            return self._made(frame, tone, item, target)
        return []

    @staticmethod
    def _counts(frame: Frame, tone: str, item: Item, target: list[Mention]) -> bool:
        """Return whether who speaks is known, or of whom acts for all; blame is only of these, by somebody public, and
        only they owe what is said to be missing.
        """
        owed = tone == "blame" and (item.is_function("neg") or any(_is(item, t) for t in WANTING))
        known = any(m.country or m.sector for m in frame.of("actor"))
        bound = OFFICIAL | BOUND if _owing(item) else OFFICIAL
        official = any(m.sector in bound or (m.country and not m.sector) for m in target)
        if tone == "blame":
            public = any(m.country or m.sector in PUBLIC - LED for m in frame.of("actor"))
            return official and (owed or (public and frame.concept.act != WARNING))
        if tone == BID:
            return bool(target) or any(m.sector in PUBLIC for m in frame.of("actor"))
        return bool(target) and (known or official or any(m.country for m in target))

    def _public(self, frame: Frame) -> bool:
        """Return whether blame that names nobody is of public affairs."""
        return self._of_step(frame) or self._of_affairs(frame)

    def _of_step(self, frame: Frame) -> bool:
        """Return whether somebody with an office speaks of a step that is nobody's in words ("said the bill was")."""
        steps = (_is(self.scene.parse.items[k], step) for k in self._said(frame) for step in STEPS)
        return any(m.sector in PUBLIC for m in frame.of("actor")) and any(steps)

    def _of_affairs(self, frame: Frame) -> bool:
        """Return whether somebody with an office is quoted with it: what they blame is public ("This is a sham")."""
        items = self.scene.parse.items
        harmless = any(_is(item, mark) for item in items for mark in HARMLESS)
        harmless = harmless or any(item.mention is not None and item.mention.sector in OUTLAWS for item in items)
        return frame.predicate.quoted and not harmless and any(m.sector in PUBLIC for m in frame.of("actor"))

    def _toned(self, frame: Frame, tones: dict[int, str]) -> Iterator[tuple[str, Item]]:
        """Yield the words of tone in what is said, in order, those turned round by a negation left out."""
        for k in self._said(frame):
            if k in tones:
                yield tones[k], self.scene.parse.items[k]

    def _tones(self) -> dict[int, str]:
        """Return the tones of the items that have one, by their index."""
        items = self.scene.parse.items
        spans = ((k, item.span) for k, item in enumerate(items) if item.span is not None)
        may = (
            k for k, span in spans if span.form.nominals or ((known := items[k].known) and known.entry.role in MODALS)
        )
        found = {k: tone for k in may if (tone := self._tone(k))}
        bidding = (k for k in range(len(items)) if bids(self.scene, k))
        return found | dict.fromkeys(bidding, BID)

    def _tone(self, k: int) -> str:
        """Return the tone of an item where it stands, empty where it has none or a negation takes it away."""
        marks = _marks(self.scene.parse.items[k])
        tone = next((t for t in TONES if t in marks), "") if marks else self._modal(k)
        wanting = not marks.isdisjoint(WANTING)
        if (wanting or (tone and (marks or tone == "demand"))) and self._turned(k):
            return "blame" if wanting else ""
        return tone  # "should never have"

    def _turned(self, k: int) -> bool:
        """Return whether a negation stands near before a word or, where verbs come last, in that behind it."""
        parse = self.scene.parse
        if any(item.is_function("neg") for item in parse.items[max(0, k - NEGATION) : k]):
            return True
        return parse.verb_last and any(p.negated and k < p.k <= k + NEGATION for p in parse.predicates)

    def _modal(self, k: int) -> str:
        """Return the tone of a modal right beside an actor ("said the council should have acted"), else nothing."""
        row = self.scene.parse.items
        if row[k].role not in MODALS or row[k].kind != "function":
            return ""
        beside = self._beside(k)
        named = beside is not None and (_subject(beside) or _person(beside) or beside.kind == "anaphora")
        return MODALS[row[k].role] if named else ""

    def _beside(self, k: int) -> Item | None:
        """Return what tells who must do it by the modal at item `k`: before it, or behind it where it says so; where
        verbs come last, else the subject of its clause.
        """
        row, at = self.scene.parse.items, k + 1 if names_who(self.scene.parse.items[k]) else k - 1
        while 0 < at < k and ((row[k].is_function("neg") and row[at].value in HELPING) or row[at].is_function("neg")):
            at -= 1  # "ministers have repeatedly failed to", "should never have"
        if self.scene.parse.verb_last and 0 <= at < k and row[at].mention is None and not _person(row[at]):
            return self._bound(k) or row[at]
        return row[at] if 0 <= at < len(row) else None

    def _bound(self, k: int) -> Item | None:
        """Return the head of the subject of the verb to which the modal at item `k` belongs, verb last."""
        parse = self.scene.parse
        verb = next((p for p in parse.predicates if p.pos != "noun" and p.k > k and p.modal), None)
        subject = verb.arguments.get("subj") if verb is not None and verb.start <= k else None
        return parse.items[subject.head] if subject is not None and 0 <= subject.head < k else None

    def _told_to(self, frame: Frame, modal: Item) -> list[Mention]:
        """Return who right beside a modal must do what is said, nobody where that is who speaks or a place."""
        beside = self._beside(self.scene.parse.items.index(modal))
        if beside is not None and _ruling(beside):
            rulers = self.anaphora.resolved(beside, frame.predicate) or _own_rulers(frame, beside)
            return others(rulers, frame.of("actor"), self.scene.sentence.tokens)
        if beside is not None and beside.kind == "anaphora":
            told = self.anaphora.resolved(beside, frame.predicate) or behind(self.offices, beside, frame.predicate, "")
            return others(told, frame.of("actor"), self.scene.sentence.tokens)
        if beside is None or beside.mention is None:
            return self._acted_on(frame, beside) if beside is not None else []
        one = beside.mention
        named = one.kind not in PLACES and bool(one.country or one.sector)
        return others([one], frame.of("actor"), self.scene.sentence.tokens) if named else []

    def _acted_on(self, frame: Frame, pronoun: Item) -> list[Mention]:
        """Return to whom the same speaker did something before in the sentence, where a pronoun stands for them
        ("accused the minister of lying and said that she must resign"), nobody elsewhere.
        """
        before = [p for p in self.scene.parse.predicates if p.k < frame.predicate.k]
        faced = {id(m) for p in before for m in p.mentions("obj")}
        meant = self.anaphora.resolved(pronoun, frame.predicate) if faced else []
        return [m for m in meant if id(m) in faced]

    def _said(self, frame: Frame) -> list[int]:
        """Return the indices of the items that are neither the verb of saying nor who speaks to whom."""
        own, turned_to = {frame.predicate.k}, {id(m) for m in frame.of("recipient")}
        told = {slot for slot, role in frame.sense.slots if role == "content"}
        for slot, argument in frame.predicate.arguments.items():
            said = (slot in SAID or slot in told) and not any(id(m) in turned_to for m in argument.mentions)
            if argument.predicate < 0 and not said:
                own.update(range(argument.k, argument.end))
        done = frame.predicate.shares  # "X failed to act and said ..."
        first = self.scene.parse.predicates[done].k if done >= 0 else 0
        return [k for k in range(first, len(self.scene.parse.items)) if k not in own]

    def _target(self, frame: Frame, toned: Item) -> list[Mention]:
        """Return whose the word of tone is, else the actor that is nearest before it, else the first after it."""
        items = [self.scene.parse.items[k] for k in self._said(frame)]
        speaking = {m.code for m in frame.of("actor")}
        named = [i.mention for i in items if i.mention is not None and self._acts(i, toned)]
        known = (m for m in named if (m.country or m.sector) and m.sector not in OUTLAWS)
        who = {m.person for m in frame.of("actor")}
        others = [m for m in known if m.code not in speaking or _other_person(m, who)]
        if _is(toned, "blame"):  # "a betrayal of the people"
            others = [m for m in others if not self._suffering(m) and not (m.sector in LED and self._owns_it(toned, m))]
        before = [m for m in others if m.i < toned.i]
        if before and (before[-1].kind == "demonym" or before[-1].sector in LED):
            before = [m for m in before if m.sector in OFFICIAL] or before
        nearest = self._equated(toned, before) or before[-1:] or others[:1]
        told = [m for m in frame.of("recipient") if m.sector != PRESS]
        return self._owner(toned, others) or nearest or told or self._described(frame) or self._rulers(frame)

    def _suffering(self, mention: Mention) -> bool:
        """Return whether somebody stands behind a preposition that says whom an act hits ("attacks on X are vile")."""
        row = self.scene.parse.items
        k = next((k for k, item in enumerate(row) if item.mention is mention), 0)
        span, before = row[k - 1].span, row[k - 2] if k > 1 else None
        act = before is not None and before.kind in ("trigger", "nominal", "actor")
        hit = not mention.case or "a" in mention.case.lower()
        entries = [known.entry for known in span.readings] if act and hit and span is not None else []
        return any(entry.value == "prep" and entry.role in HITTING for entry in entries)

    def _equated(self, toned: Item, before: list[Mention]) -> list[Mention]:
        """Return the first of those named in a clause that says its subject to be the word of tone, verb last."""
        row = self.scene.parse.items
        for copula in (p for p in self.scene.parse.predicates if p.pos == "adj") if self.scene.parse.verb_last else ():
            said = copula.arguments.get("obj")
            if said is not None and row[said.k].i <= toned.i < row[said.end - 1].j:
                held = [(row[a.k].i, row[a.end - 1].j) for a in copula.arguments.values()]
                return [m for m in before if any(i <= m.i < j for i, j in held)][:1]
        return []

    def _acts(self, item: Item, toned: Item) -> bool:
        """Return whether somebody is named who can be blamed: a place only as whose something is, as a subject or right
        before the word of tone ("Manila was to blame").
        """
        if item.mention is None or item.mention.kind not in PLACES:
            return True
        subjects = (m for p in self.scene.parse.predicates if p.pos != "noun" for m in p.mentions("subj"))
        return item.j == toned.i or self._owns(item) or any(m is item.mention for m in subjects)

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

    def _rulers(self, frame: Frame) -> list[Mention]:
        """Return the government of which somebody speaks without a name ("this government is a disgrace")."""
        items = self.scene.parse.items
        item = next((items[k] for k in self._said(frame) if _ruling(items[k])), None)
        if item is None:
            return []
        known = self.anaphora.resolved(item, frame.predicate) or _own_rulers(frame, item)
        return known or [Mention(item.i, item.j, "title", sector=RULING, title_kind="body", resolved=True)]

    @staticmethod
    def _described(frame: Frame) -> list[Mention]:
        """Return of whom a verb of describing tells what they are ("called his rivals cowards")."""
        slots = [slot for slot, role in frame.sense.slots if role == "topic"] if frame.concept.act == "describe" else []
        return [m for slot in slots for m in frame.predicate.mentions(slot) if m.country or m.sector]

    def _owner(self, toned: Item, others: list[Mention]) -> list[Mention]:
        """Return the one right behind the word of tone and a preposition of owning ("the anger of the party")."""
        return [m for m in others if self._owns_it(toned, m)][:1]

    def _owns_it(self, toned: Item, mention: Mention) -> bool:
        """Return whether somebody stands right behind the word of tone and a preposition of owning."""
        near = [i for i in self.scene.parse.items if toned.j <= i.i <= toned.j + NEAR]
        linked = any(i.is_function("prep") and i.role in OWNERS for i in near)
        return linked and toned.j < mention.i <= toned.j + NEAR

    def _made(self, frame: Frame, tone: str, item: Item, target: list[Mention]) -> list[Record]:
        readings = item.span.readings if item.span is not None else ()
        entries = [r.entry for r in readings]
        entry = next((e for e in entries if e.value in (tone, BIDDING, *OWING, *WANTING)), None)
        entry = entry or next((e for e in entries if tone == BID and e.kind == "trigger"), None)
        name = TONES[tone][0] if target else CALLING if tone == BID else UNAIMED
        sense = Sense(name, (), (), entry.rule if entry is not None else "")
        roles = {"actor": frame.of("actor"), "recipient": target}
        opinion = Frame(self.scene.concept(sense), sense, frame.predicate, roles, {})
        opinion.unnamed = not opinion.of("actor")
        self.offices.fellow_citizens(opinion)
        setting = self.circumstances.setting(frame, self.circumstances.dating.date(frame.predicate))
        return [r for r in self.builder.records(opinion, setting, True)[0] if isinstance(r, Event)]


def _other_person(mention: Mention, speaking: set[str]) -> bool:
    """Return whether it is another person by name than those who speak ("Ruiz said that Paz was unfit")."""
    return mention.kind == "person" and bool(mention.person) and "" not in speaking and mention.person not in speaking


def _subject(item: Item) -> bool:
    """Return whether an item is an actor, in no case in which it only owns what stands before it."""
    return item.mention is not None and (not item.mention.case or "n" in item.mention.case.lower())


def _ruling(item: Item) -> bool:
    """Return whether an expression stands for those who rule a state told of."""
    return item.kind == "anaphora" and item.value in RULERS


def _own_rulers(frame: Frame, item: Item) -> list[Mention]:
    """Return those who rule the state of who speaks, nobody where that is told of none or they speak themselves."""
    states = {m.country for m in frame.of("actor")}
    if len(states) != 1 or "" in states or any(m.sector in ("", RULING) for m in frame.of("actor")):
        return []
    return [Mention(item.i, item.j, "state", next(iter(states)), RULING, resolved=True)]


def _owing(item: Item) -> bool:
    """Return whether a word says that somebody has to do something, or failed to."""
    return item.kind == "function" and item.role in MODALS


def _person(item: Item) -> bool:
    return item.is_function("pron") and item.role in PERSONAL


def _is(item: Item, tone: str) -> bool:
    return tone in _marks(item)


def _marks(item: Item) -> frozenset[str]:
    """Return the classes of nominals that an item is of."""
    return item.span.form.nominals if item.span is not None else NOTHING


def _told(records: list[Record], event_type: str) -> bool:
    """Return whether an event of a type is told already with both its sides."""
    return any(event.actor and event.recipient for event in _standing(records, event_type))


def _half_told(records: list[Record], made: Record) -> bool:
    """Return whether what is made names nobody whom what is told already of the same type leaves out."""
    more = isinstance(made, Event) and bool(made.recipient)
    return isinstance(made, Event) and any(e.recipient or not more for e in _standing(records, made.type))


def _standing(records: list[Record], event_type: str) -> list[Event]:
    events = (record for record in records if isinstance(record, Event) and record.type == event_type)
    return [event for event in events if event.status not in UNTOLD]
