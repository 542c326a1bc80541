"""What somebody said to who then acts, told by the way: "at Chile's request", "despite Peru's protest"."""

from marsad.clauses.model import Predicate
from marsad.records.frame import Frame
from marsad.records.scene import Scene, holds

# Acts in words that call forth an act of others, and where their nouns stand in the clause of that.
SAID = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
CALLED_FORTH = frozenset({"despite", "over", "because-of", "amid", "after"})
# Those that were said where a noun of their author names them.
VOICED = frozenset({"REQUEST", "ACCUSE"})
# Types of the acts by which a request is answered.
ANSWERS = frozenset({"AGREE", "CONCEDE", "COOPERATE", "REJECT", "SUPPORT"})
# Kinds of titles of those who are no bodies: a mosque, say, asks for nothing.
PEOPLE = frozenset({"people", "office"})
# Where what is asked stands besides ("at the request of", "по просьбе").
ASKED, AT = "REQUEST", frozenset({"at", "on"})
# Tenses of what has come about.
DONE = frozenset({"past", "have"})


def by_the_way(scene: Scene, frame: Frame) -> Predicate | None:
    """Return the verb of what was done after, or against, the words that a noun names; None for any other frame."""
    noun, types = frame.predicate, SAID.intersection(frame.concept.event_types)
    if noun.pos != "noun" or not types or not frame.states("actor") - {"", "---"}:
        return None
    slots = CALLED_FORTH | AT if ASKED in types else CALLED_FORTH
    verbs = (p for p in scene.parse.predicates if p.pos == "verb" and p.tense in DONE and not p.negated)
    return next((v for v in verbs if any(a.predicate == noun.number for s in slots for a in v.all(s))), None)


def voiced(scene: Scene, frame: Frame) -> bool:
    """Return whether a noun names words of somebody named, who said them by that ("pushed back the pleas of the mayor",
    "ignored a ruling of the court"); not those at which something is done: whether it is tells whether they were.
    """
    noun = frame.predicate
    if noun.pos != "noun" or noun.negated or VOICED.isdisjoint(frame.concept.event_types):
        return False
    held = (a for p in scene.parse.predicates for slot in AT for a in p.all(slot))
    known = any(m.country or m.title_kind in PEOPLE for m in frame.of("actor") if not m.resolved)
    return known and all(a.predicate != noun.number for a in held)


def address(scene: Scene) -> None:
    """Let such words that name nobody be said to who then acts, or answers them ("brushed off the pleas of X")."""
    for frame in scene.frames.values():
        verb = (by_the_way(scene, frame) or _answering(scene, frame)) if not frame.of("recipient") else None
        if verb is not None:
            told = scene.frames.get(verb.number)
            acting = told.of("actor") if told is not None else verb.mentions("subj")
            frame.add("recipient", [m for m in acting if m.code not in {other.code for other in frame.of("actor")}])


def _answering(scene: Scene, frame: Frame) -> Predicate | None:
    """Return the verb by which those answer to whom somebody's request is said, None for none."""
    if ASKED not in frame.concept.event_types or not voiced(scene, frame):
        return None
    held = (f for f in scene.frames.values() if f is not frame and holds(f.predicate, frame.predicate))
    return next((f.predicate for f in held if not ANSWERS.isdisjoint(f.concept.event_types)), None)
