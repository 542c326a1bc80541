"""What a speaker does in the very words that are quoted: backing, blaming, refusing ("We stand by Peru," she vowed)."""

from marsad.clauses.model import Predicate
from marsad.inventory import Concept
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Acts done by saying so, and tenses that say so of now besides the present.
DONE_IN_WORDS = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
NOW = frozenset({"progressive", "have"})
# What words of now are not, though what holds them is: a promise, a threat.
AHEAD = frozenset({"planned", "possible", "conditional"})


def said_now(said: Predicate, concept: Concept | None, saying: Predicate) -> bool:
    """Return whether the words quoted by a verb do what they say, whatever saying them is called."""
    now = said.present or said.tense in NOW
    plain = saying.quoted and said.relation == "content" and said.pos == "verb" and now and not said.modal
    return plain and concept is not None and not DONE_IN_WORDS.isdisjoint(concept.event_types)


def outright(scene: Scene, frame: Frame, saying: Predicate) -> bool:
    """Return whether quoted words are themselves an act of who says them."""
    above = scene.frames.get(saying.number)
    own = above is not None and {m.code for m in above.of("actor")} == {m.code for m in frame.of("actor")}
    return own and bool(frame.of("actor")) and said_now(frame.predicate, frame.concept, saying)
