"""What a sentence leaves in the article's memory for the sentences that follow."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from marsad.clauses.model import Argument, Parse, Predicate
from marsad.mentions.items import Mention
from marsad.mentions.memory import Memory, is_person
from marsad.mentions.participants import Participant
from marsad.model.records import Record
from marsad.model.values import Interval
from marsad.records.again import act_of
from marsad.records.carried import HARM, agreement
from marsad.records.found_dates import Found
from marsad.records.frame import Frame
from marsad.records.harm import disaster, violence
from marsad.records.scene import Scene
from marsad.records.subjects import Subjects

# Values of a standing that put its subject on the way out.
LEAVING = frozenset({"requested", "leave-announced", "left"})
# Types of events that are force: those who did it are blamed for "the attack", "the takeover".
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
# The roles of those whose standing is told, who undergo it first.
PARTIES = ("recipient", "candidate", "owner", "actor")
# Where those stand who take part in what a verb tells, in the order in which a pronoun takes them up.
PARTAKING = ("subj", "obj", "to", "against", "by")
# The class of papers and broadcasters, which tell something and take no part in it.
PRESS = "outlet"
# In how many sentences before one the date stands from which "two days later" counts.
NEAR = 2

# What a city gives its name to, and the forms of meetings that one comes to or stays away from.
SUMMIT = "summit"
SITTINGS = frozenset({SUMMIT, "session", "conference"})


def remember(frames: Iterable[Frame], memory: Memory) -> None:
    """Note who met, left, acted and spoke; `frames` come last first, so that the first of a sentence stays."""
    for frame in frames:
        actors = frame.of("actor")
        sides = [*actors, *frame.of("recipient")] if frame.concept.makes("agreement") else actors
        together = frame.of("parties") or sides
        if len({m.country for m in together if m.country}) > 1:
            _note_meeting(frame, together, memory)
        memory.note_sides(together)
        memory.note_pair({m.country for m in (*actors, *frame.of("recipient")) if m.country and m.kind != "place"})
        if frame.concept.makes("meeting"):
            _note_sitting(frame, actors, memory)
        if FORCE.intersection(frame.concept.event_types) and any(m.country for m in actors):
            memory.doers = actors
        _note_standing(frame, actors, memory)
        if actors and frame.predicate.pos == "verb" and frame.predicate.parent < 0:
            memory.note_subject(actors)
            if frame.concept.act or frame.concept.shape == "saying" or not memory.speakers:
                memory.speakers = actors


def _note_sitting(frame: Frame, actors: list[Mention], memory: Memory) -> None:
    """Remember what body sat, and which state was its host."""
    memory.sitting = memory.sitting or not _forms(frame).isdisjoint(SITTINGS)
    bodies = frame.of("institution") or _alone(actors)
    if bodies:
        memory.convened = memory.assembled = bodies
        if frame.place is not None and frame.of("institution"):
            _note_seat(frame, frame.place.country, memory)
    if frame.place is not None:
        memory.host = [Mention(0, 0, "state", frame.place.country, resolved=True)]


def _note_meeting(frame: Frame, together: list[Mention], memory: Memory) -> None:
    """Remember who met: where it was no body, "the leaders" are those of the two."""
    if frame.concept.makes("meeting"):
        memory.meeting = together
        memory.assembled = [] if not frame.of("institution") else memory.assembled


def remember_credited(parse: Parse, frames: Iterable[Frame], memory: Memory) -> None:
    """Remember the person to whom a sentence credits what it tells ("as the minister announced") as who spoke last."""
    if any(frame.concept.shape == "saying" and frame.of("actor") for frame in frames):
        return
    credited = (m for p in parse.predicates for m in p.mentions("according-to"))
    named = [m for m in (*parse.sources, *credited) if m.country and is_person(m)]
    memory.speakers = named[:1] or memory.speakers


def _note_seat(frame: Frame, state: str, memory: Memory) -> None:
    """Remember the body that met in a state; one that held a summit there is not forgotten for a lesser meeting."""
    if SUMMIT in _forms(frame):
        memory.seats[state] = frame.of("institution")
    else:
        memory.seats.setdefault(state, frame.of("institution"))


def _forms(frame: Frame) -> set[str]:
    """Return the forms that the meeting of a frame may have."""
    return {frame.form, *(str(t.fields.get("form")) for t in frame.concept.templates if t.kind == "meeting")}


def _alone(actors: list[Mention]) -> list[Mention]:
    """Return the one body that holds a meeting, nobody where others take part in it too."""
    return actors if len(actors) == 1 and actors[0].country.startswith("IGO:") else []


def remember_date(dates: list[Found], records: list[Record], memory: Memory) -> None:
    """Note the last dates of a sentence, past and any, as its records read them; they are lost after two sentences."""
    told = [date for found in dates if (date := _as_read(found, records)).start is not None]
    day = memory.published
    past = [date for date in told if day is None or (date.start is not None and date.start <= day)]
    memory.dates = [*memory.dates, (past[-1] if past else None, told[-1] if told else None)][-NEAR:]


def _as_read(found: Found, records: list[Record]) -> Interval:
    read = (record.date for record in records if record.date is not None and record.date.text == found.back.text)
    return next(read, found.back)


def remember_subject(parse: Parse, subjects: Subjects, memory: Memory) -> None:
    """Note who the sentence is about: the subject of its first main verb, else the actor that opens it."""
    main = (p for p in parse.predicates if p.parent < 0 and p.relation == "main" and p.pos != "noun")
    told = (subjects.subject(p) for p in main if "subj" in p.arguments and PRESS not in p.arguments["subj"].classes)
    first = parse.items[0].mention if parse.items else None
    opening = [first] if first is not None and not any(mark.startswith("prep:") for mark in first.marks) else []
    found = next((known for actors in told if (known := [m for m in actors if m.country])), opening)
    memory.note_subject([m for m in found if m.country])
    memory.note_camps(found)


def remember_participants(scene: Scene, subjects: Subjects) -> None:
    """Note who took part in what the main verbs of a sentence tell; one that names nobody changes nothing."""
    verbs = [p for p in scene.parse.predicates if p.parent < 0 and p.relation == "main" and p.pos != "noun"]
    filled = ((verb, verb.arguments.get(slot)) for slot in PARTAKING for verb in verbs)
    found = [_participant(scene, verb, argument, subjects) for verb, argument in filled if argument is not None]
    scene.memory.participants = [told for told in found if told.mentions] or scene.memory.participants
    scene.memory.acting_last |= {told.agreement: told.mentions for told in found if told.acting and told.agreement}


def _participant(scene: Scene, verb: Predicate, argument: Argument, subjects: Subjects) -> Participant:
    """Return those in one slot of a verb as the next sentence may take them up."""
    found = subjects.actors_of(argument, verb, "") if PRESS not in argument.classes else []
    actors = [m for m in found if m.country or m.sector]
    frame = scene.frames.get(verb.number)
    suffered = frame is not None and not HARM.isdisjoint(frame.concept.event_types)
    upon = {m.code for m in frame.of("recipient")} if frame is not None and suffered else set()
    harmed = any(m.code in upon for m in actors)
    return Participant(actors, agreement(scene, argument), harmed, argument.slot == "subj")


def remember_act(frames: Iterable[Frame], done: Callable[[Frame], bool], memory: Memory) -> None:
    """Note what others may be said to have done as well; in later sentences the actors are no words of the text.

    `done` tells whether a frame is of an act that was done or is about to be.
    """
    told = ((frame, act_of(frame)) for frame in frames if frame.predicate.pos != "noun")
    acts = [act for frame, act in told if act is not None and done(frame)]
    act = max(acts, key=lambda act: act.weight, default=None)
    if act is not None and (memory.act is None or act.weight >= memory.act.weight):
        roles = {role: [replace(m, resolved=True, person="") for m in held] for role, held in act.roles.items()}
        memory.act = replace(act, roles=roles, nouns={})


def remember_weighed(frames: Iterable[Frame], memory: Memory) -> None:
    """Note the step that was told of, be it not taken or only weighed: a plan may be to take it."""
    acts = [act for frame in frames if frame.concept.makes("standing") and (act := act_of(frame)) is not None]
    memory.weighed = max(acts, key=lambda act: act.weight, default=memory.weighed)


def _note_standing(frame: Frame, actors: list[Mention], memory: Memory) -> None:
    if not frame.concept.makes("standing"):
        return
    values = {str(t.fields["value"]) for t in frame.concept.templates if t.kind == "standing"}
    institution = frame.of("institution")
    if values and institution:
        whose = {str(t.fields.get("subject")) for t in frame.concept.templates if t.kind == "standing"}
        undergone = all(field.startswith("$recipient") for field in whose)
        subjects = (frame.of(role) for role in (PARTIES[:1] if undergone else PARTIES))
        memory.party = next((held for held in subjects if any(_state(m) for m in held)), memory.party)
    if values & LEAVING and actors and institution:
        memory.leaving = (actors, institution)


def _state(mention: Mention) -> bool:
    return bool(mention.country) and not mention.country.startswith("IGO:")


def remember_disaster(scene: Scene) -> None:
    """Note whether the article tells of an accident or a disaster; once it has told of violence it does not."""
    if violence(scene):
        scene.memory.disaster = False
    elif scene.memory.disaster is None and disaster(scene):
        scene.memory.disaster = True
