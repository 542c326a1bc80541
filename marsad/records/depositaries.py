"""Which body is left where another one is told of it: "notified the United Nations of its exit from the court"."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Which body keeps treaties, so that notices of leaving them and their courts are sent to it.
DEPOSITARY = {"IGO:UN"}
# The class of nouns for leaving, and what is left where it is no body.
WITHDRAWAL, TREATY = "withdrawal", "treaty"


def not_who_is_told(scene: Scene, frame: Frame) -> None:
    """Let the body or treaty named as left be that which is left, not the body that is given notice of it."""
    told = {m.country for m in frame.of("institution")}
    if not told or frame.concept.noun_class != WITHDRAWAL:
        return
    left = [m for m in _left(scene, frame.predicate) if m.country not in told]
    if not left and told == DEPOSITARY and not frame.predicate.under:  # no rule ("a year after the UN has been told")
        left = [m for m in (*scene.memory.leaving[1], *scene.memory.topic) if m.country not in told]
    if left:
        frame.actors["institution"] = [m for m in left if m.country.startswith("IGO:")][:1]


def _left(scene: Scene, notice: Predicate) -> list[Mention]:
    """Return the bodies and treaties behind "from" in a notice, and those that a verb or noun in it leaves."""
    held = {argument.predicate for argument in notice.arguments.values()}
    inside = [p for p in scene.parse.predicates if p.parent == notice.number or p.number in held]
    inside += [p for p in scene.parse.predicates if p.relation == "inf" and p.k > notice.k]  # "its decision to leave"
    named = [*notice.mentions("from"), *(m for p in inside for slot in ("from", "obj") for m in p.mentions(slot))]
    return [m for m in named if m.country.startswith("IGO:") or m.title_kind == TREATY]
