"""To whom several deeds of one actor are done of which only some say it: "rammed a Polish tug, raked two gunboats"."""

from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Types of deeds between two sides, which are done to the same one where a sentence tells of one only: force beside
# force, help beside help, words and measures beside either.
FORCE, HELP = frozenset({"ASSAULT", "COERCE"}), frozenset({"AID", "SUPPORT"})
WORDS = frozenset({"SANCTION", "THREATEN", "REJECT", "ACCUSE"})
BETWEEN_TWO = FORCE | HELP | WORDS
# Where the thing stands that is done something to, so that the deed is done to somebody.
THING = "obj"


def same_party(scene: Scene) -> None:
    """Let deeds of an actor that name nobody be done to the one state its other deeds in the sentence are done to."""
    frames = [f for f in scene.frames.values() if f.predicate.pos != "noun" and _between_two(f)]
    sided = [f for f in frames if f.of("recipient")]
    for frame in frames:
        if not frame.of("recipient") and _done_to_thing(frame, scene):
            frame.add("recipient", _other_side(frame, [f for f in sided if _alike(frame, f)]))


def _alike(frame: Frame, other: Frame) -> bool:
    """Return whether a deed goes with another one: blows with blows, help with help, words and measures with both."""
    mine, theirs = frame.concept.event_types, other.concept.event_types
    pairs = ((FORCE, FORCE), (HELP, HELP), (WORDS, FORCE | WORDS))
    return any(not one.isdisjoint(mine) and not two.isdisjoint(theirs) for one, two in pairs)


def _between_two(frame: Frame) -> bool:
    return bool(frame.of("actor")) and not BETWEEN_TWO.isdisjoint(frame.concept.event_types)


def _done_to_thing(frame: Frame, scene: Scene) -> bool:
    """Return whether a deed is done to something that is nobody's in words, nor told of by a pronoun."""
    thing = frame.predicate.arguments.get(THING)
    if thing is None or thing.mentions or thing.modifiers or frame.predicate.passive or frame.predicate.negated:
        return False
    item = scene.parse.items[thing.head]
    return item.kind in ("word", "nominal") and not item.is_function("pron")


def _other_side(frame: Frame, sided: list[Frame]) -> list[Mention]:
    """Return the one other state that the same actor deals with, as that state; nobody where there are several."""
    own = frame.states("actor")
    beside = [f for f in sided if own and f.states("actor") == own]
    foes = {m.country: m for f in beside for m in f.of("recipient") if m.country.isalpha() and m.country not in own}
    if len(foes) != 1:
        return []
    (foe,) = foes.values()
    return [Mention(foe.i, foe.j, "state", foe.country, resolved=True)]
