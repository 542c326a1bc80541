"""Steps in a body that are not one's own, acts upon oneself, and forces that are sent."""

from msgspec.structs import replace

from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.mediating import in_slots
from marsad.records.scene import Scene
from marsad.records.subjects import Subjects

# What a party does itself, and what it is where what is suspended belongs to another.
OF_ANOTHER = {"suspend-participation": "suspend-member", "suspend-own-membership": "suspend-member"}
# Where those stand to whom a noun belongs.
_OWNERS = ("gen", "adj", "of")

# What somebody is kept from, where it stands, and what may be entered.
BARRING, ENTERED = "bar-entry", ("obj2", "into", "to", "in", "at", "from")
LANDS = frozenset({"state", "place", "capital", "demonym"})


# Kinds of names of a state as such.
SEATS = frozenset({"state", "capital"})


def done_to_another(frame: Frame, scene: Scene, subjects: Subjects) -> None:
    """Turn a step in a body that a frame tells into what others do to the party whose participation it is."""
    name = OF_ANOTHER.get(frame.concept.name)
    argument = frame.predicate.arguments.get("obj") if name is not None and frame.predicate.pos == "verb" else None
    if name is None or argument is None:
        return
    inner = scene.inner(argument, frame.predicate)
    owners = [*argument.modifiers, *(in_slots(inner, _OWNERS) if inner is not None else [])]
    owners = _states(owners or subjects.owner_told(argument, frame.predicate))
    acting = subjects.subject(frame.predicate)
    if not owners or not acting or {m.country for m in owners} & {m.country for m in acting}:
        return
    frame.concept = scene.inventory.concepts[name]
    frame.actors["actor"], frame.actors["recipient"] = list(acting), owners
    if not frame.of("institution"):
        frame.add("institution", [m for m in acting if m.country.startswith("IGO:")])


def not_to_themselves(frame: Frame) -> None:
    """Let nobody be told to have done what is only told in the passive, without "by", of something of theirs, and
    nothing be done to the state of who does it ("Bangui rejected an accord with the Central African Republic").
    """
    if not frame.of("recipient") or not frame.of("actor"):
        return
    if frame.predicate.passive and "by" not in frame.predicate.arguments:
        acting, undergoing = ({m.code for m in frame.of(role)} for role in ("actor", "recipient"))
        frame.actors["actor"] = [] if acting == undergoing else frame.of("actor")
    codes = {m.code for m in frame.of("actor")}
    same = {id(m) for m in frame.of("actor")}  # "drew the anger of the unions", who stand in two slots
    several = len(frame.of("actor")) > 1  # "expelled each other's diplomats"
    told = [m for m in frame.of("recipient") if id(m) not in same or several or frame.concept.makes("standing")]
    frame.actors["recipient"] = [m for m in told if m.kind != "capital" or m.code not in codes]
    states = frame.states("actor")
    sure = all(m.kind != "title" for m in frame.of("actor"))  # the state of "the minister" may be guessed
    if len(states) == 1 and sure and not frame.concept.makes("standing"):  # several may do it to one another
        own = SEATS if all(m.sector in ("", "GOV") for m in frame.of("actor")) else SEATS - {"capital"}
        others = (m for m in frame.of("recipient") if m.kind not in own or m.country not in states or _apart(m))
        frame.actors["recipient"] = list(others)


def hit_as_towns(frame: Frame) -> None:
    """Let force that strikes a capital be used against its state, not its government ("fired missiles at Kyiv")."""
    if "ASSAULT" in frame.concept.event_types:
        struck = frame.of("recipient")
        frame.actors["recipient"] = [replace(m, sector="") if m.kind == "capital" else m for m in struck]


def _apart(mention: Mention) -> bool:
    """Return whether somebody is told of as a part of a state, not as that itself."""
    return mention.kind == "state" and bool(mention.sector)


def forces_move(frame: Frame, subjects: Subjects) -> None:
    """Let forces that are sent by nobody named be those who move ("troops were sent to X"); nothing is done to them."""
    argument = frame.predicate.arguments.get("obj")
    if "MOBILIZE" not in frame.concept.event_types or argument is None or frame.predicate.pos == "noun":
        return
    forces = subjects.actors_of(argument, frame.predicate, "actor")
    codes = {m.code for m in forces}
    frame.actors["recipient"] = [m for m in frame.of("recipient") if m.code not in codes]
    if frame.predicate.passive and not frame.of("actor"):
        frame.actors["actor"] = [m for m in forces if m.sector]


def keeps_out(frame: Frame) -> None:
    """Let the state into which somebody may not come be who keeps them out, where nobody else is said to ("were barred
    from entering X", "were turned away at the border of X").
    """
    if frame.concept.name != BARRING or frame.of("actor"):
        return
    barred = {m.country for m in frame.of("recipient")}
    entered = (a for slot in ENTERED for a in frame.predicate.all(slot))
    named = (m for a in entered for m in (*a.mentions, *a.modifiers) if m.kind in LANDS or m.title_kind != "people")
    frame.add("actor", [m for m in named if m.country not in ("", "---", *barred)][:1])


def _states(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions of states, each of them once."""
    return list({m.country: m for m in mentions if m.country and not m.country.startswith("IGO:")}.values())
