"""The records of one sentence: senses chosen, roles filled, told from untold, then made and merged."""

import datetime
from typing import NamedTuple

import msgspec

from marsad.clauses.model import Parse, Predicate
from marsad.inventory import Inventory
from marsad.lexicon.entries import REST, Sense
from marsad.mentions.items import Mention
from marsad.mentions.memory import Memory
from marsad.model.records import Record
from marsad.model.values import Interval
from marsad.records.again import PRO_FORMS, Again, only_stands
from marsad.records.ages import since
from marsad.records.authors import remember_authors
from marsad.records.by_the_way import address
from marsad.records.circumstances import Circumstances
from marsad.records.dated_deals import DatedDeals
from marsad.records.dates import DateReader
from marsad.records.dating import Dating
from marsad.records.deals import name_matter, remember_deals, share_parties
from marsad.records.domestic import at_home
from marsad.records.encounters import Assemblies
from marsad.records.frame import Frame
from marsad.records.gapping import Gapping
from marsad.records.gatherings import met_once
from marsad.records.group_summits import name_bodies
from marsad.records.implied import Implied
from marsad.records.left_open import LeftOpen
from marsad.records.merging import merged
from marsad.records.opinions import Opinions
from marsad.records.recall import (
    remember,
    remember_act,
    remember_credited,
    remember_date,
    remember_disaster,
    remember_participants,
    remember_subject,
    remember_weighed,
)
from marsad.records.roles import RoleFiller
from marsad.records.same_party import same_party
from marsad.records.scene import Scene
from marsad.records.senses import Failed, SenseChooser
from marsad.records.status import MEMBERSHIP_STEPS, StatusReader
from marsad.records.templates import Builder
from marsad.records.told import Told
from marsad.records.undergone import seized_behind
from marsad.records.unreal import supposed
from marsad.records.wording import Wording
from marsad.text.sentences import Sentence

# Where the action noun stands that a verb without a meaning of its own carries.
CARRIED = ("obj", "on", "to", "by", "subj")
# The last word of verbs that tell a state: no act comes about by them ("مسئول مذاکرات است").
STATE = "be"
INTENT = "intent"
# What a verb says of the noun it carries where others do what that names.
GOT = "undergone"
# What the form of leaving a body is, which a light verb may start ("has begun its exit procedure").
IN_FORM = "withdrawal"
# Statuses of acts that others may be said to have done as well.
DONE = frozenset({"actual", "historical", "alleged", "planned"})
# Where besides what a verb says has come about.
BROUGHT = ("about", "for", "from", "in")


class Trace(msgspec.Struct, frozen=True):
    """What was tried for one predicate: the sense that held, None for none, those that failed and at what, the ids of
    the records that came of it and the reasons why others did not.
    """

    predicate: Predicate
    sense: Sense | None
    failed: tuple[Failed, ...]
    records: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


class ArticleContext(msgspec.Struct):
    """What the sentences of one article share."""

    article: str
    text: str
    published: datetime.date | None
    inventory: Inventory
    memory: Memory


class Choice(NamedTuple):
    """A predicate with the sense that holds, None for none, and why the others don't."""

    predicate: Predicate
    sense: Sense | None
    failed: tuple[Failed, ...]


class SentenceReader:
    """Reads the parse of one sentence into records; `scene` and `traces` show afterwards how it was read."""

    def __init__(
        self, context: ArticleContext, sentence: Sentence, parse: Parse, dateline: Mention | None = None
    ) -> None:  # fmt: skip
        name_bodies(parse.items)
        self.scene = scene = Scene(parse, sentence, context.inventory, context.memory, dateline)
        self.statuses = StatusReader(parse, scene.concepts)
        self.traces: list[Trace] = []
        self._wording = Wording(context.text, sentence, parse.items)
        self._roles = RoleFiller(scene)
        told = context.memory.last_date(past=True), context.memory.last_date(past=False)
        self._dates = dates = DateReader(sentence, context.text, parse.items, context.published, told).run()
        self._dating = Dating(scene, self.statuses, dates, context.published)
        self._told = Told(scene, self._roles.subjects, self.statuses, self._dating)
        self._circumstances = Circumstances(context.article, scene, self.statuses, self._dating, self._wording)
        self._builder = Builder(context.inventory, self._wording)
        self._gapping = Gapping(scene, self._circumstances, self._builder)
        self._opinions = Opinions(scene, self._circumstances, self._builder, self._roles.subjects.anaphora)
        self._again = Again(scene, self._roles.subjects)
        self._assemblies = Assemblies(scene, self._roles.subjects, self._circumstances, self._builder)
        self._deals = DatedDeals(scene, self._circumstances, self._builder)
        self._open = LeftOpen(scene)
        self._implied = Implied(scene, self._again, self._circumstances, self._builder)

    def run(self) -> list[Record]:
        """Return the records in the order of the text."""
        choices = self._choices()
        self._name_concepts(choices)
        self._carry()
        self._fill_frames(choices)
        self.statuses.settle()
        self._share()
        failed = {choice.predicate.number: choice.failed for choice in choices}
        frames = self.scene.frames
        found = [record for number, frame in frames.items() for record in self._records(frame, failed[number])]
        found += self._implied.records() + self._assemblies.records() + self._gapping.records()
        found += self._deals.records()
        found += self._opinions.records(found)
        remember(reversed(frames.values()), self.scene.memory)
        remember_credited(self.scene.parse, frames.values(), self.scene.memory)
        remember_deals(self.scene)
        remember_disaster(self.scene)
        remember_subject(self.scene.parse, self._roles.subjects, self.scene.memory)
        remember_participants(self.scene, self._roles.subjects)
        remember_act(frames.values(), self._happened, self.scene.memory)
        remember_weighed(frames.values(), self.scene.memory)
        remember_authors(frames.values(), self.scene.memory)
        remember_date([d for d in self._dates if not d.forward], found, self.scene.memory)
        return met_once(merged(found))

    def _share(self) -> None:
        """Let the frames of the sentence take from one another what they leave open."""
        for frame in self.scene.frames.values():
            name_matter(frame, self.scene.parse.items)
            at_home(self.scene, frame)
        share_parties(self.scene)
        same_party(self.scene)
        address(self.scene)

    # Senses and frames

    def _choices(self) -> list[Choice]:
        parse, memory = self.scene.parse, self.scene.memory
        chooser = SenseChooser(parse, self.scene.sentence, self.scene.inventory, memory)
        chosen = ((predicate, *chooser.choose(predicate)) for predicate in parse.predicates)
        return [Choice(predicate, sense, tuple(failed)) for predicate, sense, failed in chosen]

    def _name_concepts(self, choices: list[Choice]) -> None:
        """Note what each predicate means; a light verb only where its noun means nothing and something asks for it."""
        carried = {choice.predicate.light: choice for choice in choices if choice.predicate.light >= 0}
        for predicate, sense, _ in choices:
            noun = carried.get(predicate.number)
            if sense is not None and (predicate.pos != "light" or (sense.needs and self._says_more(sense, noun))):
                self.scene.concepts[predicate.number] = self.scene.concept(sense)

    def _says_more(self, sense: Sense, noun: Choice | None) -> bool:
        """Return whether a light verb with a sense says more than its noun: that means nothing, or the same of nobody,
        or says only where a party stood till then ("paid its arrears"), or it tells who got that ("received a pledge").
        """
        parted = sense.needs[0].slot == REST and not self.scene.parse.verb_first  # "called the meeting off"
        if noun is None or noun.sense is None or parted:
            return True
        if noun.sense.concept != sense.concept:
            meant = self.scene.concept(sense)
            says = meant.tells == GOT or meant.noun_class == IN_FORM
            return says or (meant.makes("standing") and only_stands(self.scene.concept(noun.sense)))
        return not any(noun.predicate.mentions(slot) for slot in ("adj", "gen", "subj"))

    def _carry(self) -> None:
        """Let a verb that says nothing we know, or only that it happened, carry the action noun it governs."""
        predicates, concepts = self.scene.parse.predicates, self.scene.concepts
        for verb in predicates:
            if verb.pos != "verb" or not verb.senses:
                continue
            meant = concepts.get(verb.number)
            if meant is None and verb.negated and self._of_known(verb):
                continue  # "the accord does not cover X"
            if meant.tells if meant is not None else self.scene.parse.items[verb.k].role != STATE:
                slots = CARRIED + BROUGHT if verb.number in concepts else CARRIED
                arguments = (verb.arguments[slot] for slot in slots if slot in verb.arguments)
                nouns = (predicates[argument.predicate] for argument in arguments if argument.predicate >= 0)
                free = next((noun for noun in nouns if noun.light < 0 and (meant or not self._steps(noun))), None)
                if free is not None:
                    free.light = verb.number

    def _steps(self, noun: Predicate) -> bool:
        """Return whether a noun names a step of membership, of which a verb of no meaning does not say that it came."""
        concept = self.scene.concepts.get(noun.number)
        return concept is not None and concept.name in MEMBERSHIP_STEPS

    def _of_known(self, verb: Predicate) -> bool:
        """Return whether the subject of a verb is a deal that the reader knows: it is there all the same."""
        noun = self.scene.inner(verb.arguments.get("subj"), verb)
        return noun is not None and "agreement" in verb.arguments["subj"].classes and self.scene.definite(noun)

    def _fill_frames(self, choices: list[Choice]) -> None:
        for predicate, sense, failed in choices:
            frame = self._frame(predicate, sense)
            if frame is not None:
                self.scene.concepts[predicate.number] = frame.concept
                self.scene.frames[predicate.number] = frame
            elif predicate.senses:
                self.traces.append(Trace(predicate, None, failed))

    def _frame(self, predicate: Predicate, sense: Sense | None) -> Frame | None:
        """Return the frame of a predicate, None where nothing is meant by it."""
        if sense is None or predicate.number not in self.scene.concepts:
            return None
        if sense.concept in PRO_FORMS:
            return self._again.frame(predicate, sense)
        return self._roles.frame(seized_behind(self.scene, predicate, self.scene.concept(sense).by_law), sense)

    def _happened(self, frame: Frame) -> bool:
        """Return whether the sentence tells an act as done or about to be done."""
        return self.statuses.status(frame.predicate, None, None) in DONE

    # Records

    def _records(self, frame: Frame, failed: tuple[Failed, ...]) -> list[Record]:
        made, reasons = self._made(frame)
        ids = tuple(record.id for record in made)
        self.traces.append(Trace(frame.predicate, frame.sense, failed, ids, tuple(reasons)))
        return made

    def _made(self, frame: Frame) -> tuple[list[Record], list[str]]:
        """Return the records of a frame and, for those not made, the reasons."""
        if self._told.known_already(frame):
            return [], ["a definite noun that takes up what was told before"]
        if self._told.unreported(frame):
            return [], ["an act that is named, not reported"]
        if self._told.put_off(frame):
            return [], ["a meeting that is put off or called off"]
        if self._told.given_up(frame):
            return [], ["what somebody no longer does"]
        bare = self._told.bare(frame)
        if bare and self._told.only_named(frame):
            named = self._bare(frame)
            return named, [] if named else ["an action noun that no verb carries"]
        made, reasons = self._told_as(frame, self._told.events_stand(frame.predicate, bare))
        if told_above := self._told_above(frame):
            made = [record for record in made if record.__struct_config__.tag not in told_above]
        if supposed(self.scene.parse, frame.predicate):
            made = [record for record in made if getattr(record, "aspect", "") != INTENT]
        return made, reasons

    def _told_above(self, frame: Frame) -> set[str]:
        """Return the kinds of records that what holds a frame makes already; those to whom it happens say nothing in
        the frame ("faces accusations of fraud").
        """
        holders, speakers = list(self._told.holders(frame)), frame.of("actor")
        suffered = bool(speakers) and any(holder.of("recipient") == speakers for holder in holders)
        kinds = {kind for holder in holders for kind in holder.concept.kinds} - {"event"}
        return kinds | {"statement"} if suffered else kinds

    def _told_as(self, frame: Frame, events: bool) -> tuple[list[Record], list[str]]:
        """Return the records of a frame, or of its parts with a date of their own, and why others are not made."""
        when = self._dating.date(frame.predicate)
        parts = self._gapping.parts(frame) or [(frame, since(when) if frame.concept.lasts else when)]
        told = [self._one_told(part, when, events) for part, when in parts]
        return [record for made, _ in told for record in made], [reason for _, why in told for reason in why]

    def _one_told(self, part: Frame, when: Interval | None, events: bool) -> tuple[list[Record], list[str]]:
        setting = self._circumstances.setting(part, when)
        self._open.fill(part, [actor.code for actor in setting.said_by])
        return self._builder.records(part, setting, events)

    def _bare(self, frame: Frame) -> list[Record]:
        when = self._dating.date(frame.predicate)
        if self._dating.over(when):
            return []
        return self._builder.bare(frame, self._circumstances.setting(frame, when))
