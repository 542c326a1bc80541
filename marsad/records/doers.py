"""Who did a deed that words of blame take up."""

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene
from marsad.records.subjects import Subjects

# Where those stand whose act a noun names.
OWNING = ("adj", "gen", "by", "subj")
# How verbs complete what is refused, and where those stand with whom it would be done.
COMPLETING, DEALING = frozenset({"inf", "content"}), ("with", "to", "before", "obj2", "obj")
# Classes of nouns of what comes from somebody in words.
# Types of deeds that one does to others by force.
FORCE = frozenset({"ASSAULT", "COERCE"})
WORDS = frozenset({"request", "offer", "accusation"})


def doers(scene: Scene, frame: Frame, argument: Argument | None) -> list[Mention]:
    """Return who did the deed told of before, in the sentence or an earlier one, that a definite noun takes up
    ("condemned the takeover").
    """
    if argument is None and "ACCUSE" in frame.concept.event_types:
        return _in_reason(scene, frame)
    inner = scene.inner(argument, frame.predicate)
    if "ACCUSE" not in frame.concept.event_types or argument is None or inner is None:
        return []
    if not (_forced(scene, inner, argument) and _known(scene, inner)):
        return []
    told = (f for f in reversed(scene.frames.values()) if f.concept.noun_class == "violence" and f.states("actor"))
    found = next((f.of("actor") for f in told), scene.memory.doers)
    return [m for m in found if m.country not in frame.states("actor")]


def _forced(scene: Scene, noun: Predicate, argument: Argument) -> bool:
    """Return whether an action noun names what is done by force or with power over others."""
    types = {kind for concept in scene.possible_concepts(noun) for kind in concept.event_types}
    return "violence" in argument.classes or bool(types & FORCE)


def _known(scene: Scene, noun: Predicate) -> bool:
    """Return whether the reader knows which deed is meant, by its article or by the mark of a definite object alone."""
    behind = scene.parse.items[noun.k + 1 : noun.k + 2]
    return scene.definite(noun) or any(item.is_function("mark", "object") for item in behind)


def _in_reason(scene: Scene, frame: Frame) -> list[Mention]:
    """Return of whom the reason of blame without an object tells ("voiced regret because Peru had not complied")."""
    later = scene.parse.predicates[frame.predicate.number + 1 :]
    reason = next((p for p in later if p.under == "because" and p.pos == "verb"), None)
    named = reason.mentions("subj") if reason is not None else []
    return [m for m in named if m.country and m.country not in frame.states("actor")]


def own_side(subjects: Subjects, noun: Predicate, argument: Argument) -> list[Mention]:
    """Return those whose act a noun names, be they told by an expression ("the government's offer"), or from whom come
    the words that it names ("demands from lawmakers").
    """
    slots = OWNING if argument.classes.isdisjoint(WORDS) else (*OWNING, "from")
    held = (owner for slot in slots for owner in noun.all(slot))
    return [m for owner in held for m in owner.mentions or subjects.told_before(owner, noun)]


def dealt_with(scene: Scene, subjects: Subjects, frame: Frame) -> list[Mention]:
    """Return with or before whom somebody refuses to do something ("says it will not cooperate with the police")."""
    if "REJECT" not in frame.concept.event_types or frame.predicate.pos == "noun":
        return []
    own = frame.predicate.number
    verbs = [p for p in scene.parse.predicates if p.relation in COMPLETING and p.parent == own]
    mutual = {v.number for v in verbs if any(c.shape == "reciprocal" for c in scene.possible_concepts(v))}
    slots = ((verb, slot) for verb in verbs for slot in DEALING if slot != "obj" or verb.number in mutual)
    sides = ((verb, argument) for verb, slot in slots for argument in verb.all(slot))
    found = (m for verb, a in sides for m in subjects.actors_of(a, verb, "recipient"))
    return [m for m in found if m.sector and m not in frame.of("actor")][:1]


def blamed_for(scene: Scene, subjects: Subjects, frame: Frame) -> list[Mention]:
    """Return whose by a pronoun the deed or words are that somebody blames ("criticised her handling of it")."""
    thing = frame.predicate.arguments.get("obj")
    if "ACCUSE" not in frame.concept.event_types or frame.predicate.pos == "noun" or thing is None or thing.mentions:
        return []
    found = subjects.anaphora.owning(scene.parse.items[thing.k], frame.predicate) if thing.head > thing.k else []
    return [m for m in found if m.code not in {a.code for a in frame.of("actor")}]
