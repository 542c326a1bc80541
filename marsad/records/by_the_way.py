"""What somebody said to who then acts, told by the way: "at Chile's request", "despite Peru's protest"."""

from marsad.clauses.model import Predicate
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Acts in words that call forth an act of others, and where their nouns stand in the clause of that.
SAID = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
CALLED_FORTH = frozenset({"despite", "over", "because-of", "amid", "after"})
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


def address(scene: Scene) -> None:
    """Let such words that name nobody be said to who then acts."""
    for frame in scene.frames.values():
        verb = by_the_way(scene, frame) if not frame.of("recipient") else None
        if verb is not None:
            told = scene.frames.get(verb.number)
            acting = told.of("actor") if told is not None else verb.mentions("subj")
            frame.add("recipient", [m for m in acting if m.code not in {other.code for other in frame.of("actor")}])
