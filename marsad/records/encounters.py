"""Who meets whom where no verb of meeting says so: on a visit made to see somebody, where ministers of a body act."""

from marsad.clauses.model import Argument, Predicate
from marsad.lexicon.entries import Sense
from marsad.mentions.items import Mention
from marsad.mentions.memory import is_person
from marsad.model.records import Meeting, Record
from marsad.records.circumstances import Circumstances
from marsad.records.frame import Frame
from marsad.records.opposite import COUNTERPART
from marsad.records.scene import Scene
from marsad.records.subjects import Subjects
from marsad.records.surroundings import place_among
from marsad.records.templates import Builder

# Where what somebody travels for stands, and those whom it is done with.
FOR = ("for", "to", "with", "at", "on")
DONE_WITH = ("obj", "obj2", "to", "with", "gen", "adj", "between")
# The form of a meeting that has a guest, and the concept of one that nothing names.
VISIT, MEET = "visit", "meet"
# Offices that act together only where they sit together.
MINISTERS = frozenset({"minister", "foreign-minister", "defense-minister", "finance-minister", "interior-minister"})
LEADERS = MINISTERS | {"leader", "president", "head-of-state", "prime-minister", "king", "head-of-government"}
PAIR = 2
# The codes of states have three letters, those of groups of states more.
STATE = 3

# Where something happens; the government that sits there is one of three or more sides at most.
_TOWNS = frozenset({"capital", "place"})


def met_there(frame: Frame, scene: Scene) -> None:
    """Add those of the state visited whom the visit is made to see ("flew to Lima to meet the president"); of a clash
    leave out the city where it was.
    """
    if not frame.concept.makes("meeting"):
        only_where(frame)
        return
    _at_the_hosts(frame)
    forms = {t.fields.get("form") for t in frame.concept.templates if t.kind == "meeting"}
    hosts = {m.country for m in (*frame.of("recipient"), *((frame.place,) if frame.place else ()))}
    if VISIT not in forms or not hosts:
        return
    purposes = [p for p in scene.parse.predicates if _purpose(p, frame.predicate, scene)]
    sought = [a for p in purposes for slot in DONE_WITH for a in p.all(slot)]
    named = [m for a in sought for m in a.mentions] or _counterpart(sought, frame, hosts, scene)
    visited = (*frame.of("recipient"), *frame.predicate.mentions("to"))  # "visited the king", "came to the king"
    named += [m for m in visited if is_person(m) and not m.plural]
    frame.add("met", [m for m in named if m.country in hosts and (is_person(m) or m.title_kind)])


def _at_the_hosts(frame: Frame) -> None:
    """Leave out a place that is not in the state of who hosts: what is talked about is there ("hosted talks on the war
    in Sudan").
    """
    hosts = {m.country for m in frame.of("host") if m.country.isalpha()}
    if hosts and frame.place is not None and frame.place.country not in hosts:
        frame.place = None


def _counterpart(sought: list[Argument], frame: Frame, hosts: set[str], scene: Scene) -> list[Mention]:
    """Return who holds the visitor's office in the state visited ("arrived in Lima to meet his counterpart")."""
    row, own = scene.parse.items, next(iter(frame.of("actor")), None)
    heads = (row[a.head] for a in sought if a.head >= 0)
    told = next((item for item in heads if item.kind == "anaphora" and item.value == COUNTERPART), None)
    if told is None or own is None or not own.role or len(hosts) != 1:
        return []
    host = next(iter(hosts))
    return [Mention(told.i, told.j, "title", host, own.sector, own.role, title_kind="office", resolved=True)]


def only_where(frame: Frame) -> None:
    """Leave out the city in which two sides clashed ("Lima was the scene of clashes between police and miners")."""
    sides = [m for m in frame.of("actor") if m.kind not in _TOWNS]
    if frame.concept.shape == "reciprocal" and "ASSAULT" in frame.concept.event_types and len(sides) >= PAIR:
        frame.actors["actor"] = sides


def margin(frame: Frame, scene: Scene) -> str:
    """Return the body at whose session or summit two sides meet, empty for none ("met at the summit of X")."""
    concept = frame.concept
    if not concept.makes("meeting") or "attendance" in concept.keys or len(frame.states("actor")) < PAIR:
        return ""
    held = (scene.inner(a, owner) for owner in scene.with_carrier(frame.predicate) for a in owner.all("at"))
    sessions = (scene.concepts.get(noun.number) for noun in held if noun is not None)
    told = any(concept is not None and concept.makes("meeting") for concept in sessions)
    at = (a for owner in scene.with_carrier(frame.predicate) for a in owner.all("at"))
    bodies = [m.country for a in at for m in (*a.mentions, *a.modifiers) if m.country.startswith("IGO:")]
    if told and bodies:
        frame.actors["institution"] = [m for m in frame.of("institution") if m.country not in bodies]
    return bodies[0] if told and bodies else ""


def _purpose(predicate: Predicate, visit: Predicate, scene: Scene) -> bool:
    """Return whether a predicate tells what a visit is made for."""
    carriers = {owner.number for owner in scene.with_carrier(visit)}
    if predicate.number in carriers:
        return False
    inside = predicate.relation == "inf" and predicate.parent in carriers
    owners = (scene.parse.predicates[n] for n in carriers)
    return inside or any(a.predicate == predicate.number for owner in owners for slot in FOR for a in owner.all(slot))


class Assemblies:
    """Makes the meetings that are told only by what those who meet do there."""

    def __init__(self, scene: Scene, subjects: Subjects, circumstances: Circumstances, builder: Builder) -> None:
        self.scene, self.subjects, self.circumstances, self.builder = scene, subjects, circumstances, builder

    def records(self) -> list[Record]:
        """Return the meeting in "the ministers of X are to adopt a plan in Lima on Monday", none where one is told."""
        if any(frame.concept.makes("meeting") for frame in self.scene.frames.values()):
            return []
        verbs = (p for p in self.scene.parse.predicates if p.pos == "verb" and p.relation in ("main", "content"))
        found = (self._assembly(verb) for verb in verbs if not verb.passive and not verb.negated)
        return next((made for made in found if made), [])

    def _assembly(self, verb: Predicate) -> list[Record]:
        place = place_among(m for slot in ("in", "at") for m in verb.mentions(slot))
        leaders = [m for m in self.subjects.subject(verb) if _together(m)] if place is not None else []
        when = self.circumstances.dating.date(verb) if leaders else None
        if when is None or when.precision not in ("day", "range"):
            return []
        sense = Sense(MEET, (), (), verb.senses[0].rule if verb.senses else "")
        bodies = [m for m in leaders if m.country.startswith("IGO:")]
        roles = {"actor": leaders, "institution": bodies[:1]}
        frame = Frame(self.scene.concept(sense), sense, verb, roles, {}, place=place)
        made, _ = self.builder.records(frame, self.circumstances.setting(frame, when), False)
        return [record for record in made if isinstance(record, Meeting)]


def _together(mention: Mention) -> bool:
    """Return whether somebody stands for the leaders or ministers of a body or group of states."""
    group = len(mention.country) > STATE and not mention.country.startswith("IGO:")
    many = mention.country.startswith("IGO:") or group
    several = mention.plural or mention.title_kind == "people" or mention.role in MINISTERS
    several = several or (group and mention.role == "leader")
    return many and several and (mention.kind == "institution" or mention.role in LEADERS)


def whose_summit(frame: Frame, seat: Mention | None, scene: Scene) -> None:
    """Let a summit named after a city be that of the body which met there ("the Lima summit")."""
    told = scene.memory.seats.get(seat.country) if seat is not None else None
    if not told or any(m.country.startswith("IGO:") for m in scene.mentions):
        return
    if not frame.states("actor"):
        frame.actors["institution"] = told
