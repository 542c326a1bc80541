"""Those whom a sentence names without their being a side of what it tells: only described, compared or wished for."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Mention
from marsad.mentions.left_out import SAME_ACT
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# What somebody else does a thing for ("at the request of Peru"), behind which prepositions, and where that one stands.
WISHES, AT_WISH = frozenset({"request", "invitation", "proposal"}), frozenset({"because-of", "at", "by"})
WISHING, NEAR_WISH = ("gen", "adj", "from", "of"), 3
# Where the body stands that somebody belongs to.
BELONGING = ("gen", "adj", "of", "in", "to")
# Where those stand whose example others follow.
FOLLOWED = ("obj", "gen", "to")
# Prepositions before those who do the same, or do not.
INSTEAD = "instead-of"
COMPARING = frozenset({"like", "besides", "except", INSTEAD})


def told_aside(scene: Scene, predicate: Predicate) -> set[int]:
    """Return where those stand who are no side of what a predicate tells, by their first token."""
    return in_relatives(scene, predicate) | wishing(scene, predicate) | belonged_to(scene) | _followed(scene)


def compared(scene: Scene, mention: Mention) -> bool:
    """Return whether somebody is only told of as doing the same or not ("France, like Germany, condemned it")."""
    before = [item for item in scene.parse.items if item.j <= mention.i and not item.is_function("det")][-1:]
    return any(item.is_function("prep") and item.role in COMPARING for item in before)


def spared(scene: Scene) -> set[int]:
    """Return where those stand to whom something else was done instead ("apologised instead of condemning Peru")."""
    row = scene.parse.items
    beside = ((p, item) for p in scene.parse.predicates for item in row[max(0, p.k - 1) : p.k + 2])
    undone = [p for p, item in beside if item.is_function("prep", INSTEAD)]
    return {m.i for p in undone for a in p.arguments.values() for m in a.mentions}


def accuses_somebody(scene: Scene, frame: Frame) -> set[str] | None:
    """Return the classes of whom a verb accuses, unknown as they may be ("the mission"); None where it names nobody or
    a known one.
    """
    accused = frame.predicate.arguments.get("obj") if frame.concept.content == "alleged" else None
    head = scene.parse.items[accused.head] if accused is not None and accused.head >= 0 else None
    if accused is None or head is None or accused.mentions or head.kind == "anaphora" or head.is_function("pron"):
        return None
    return accused.classes if accused.predicate < 0 and accused.head != frame.predicate.k else None


def in_relatives(scene: Scene, predicate: Predicate) -> set[int]:
    """Return where those stand of whom only a relative clause tells ("X, who had met Y, threatened ..."), or an
    infinitive that says nothing of what is done to them ("has no plans to follow Y").
    """
    row, found = scene.parse.predicates, set()
    own = {p.number for p in scene.with_carrier(predicate)}
    relatives = {p.number for p in row if p.relation == "relative" or p.under == "where"} - own
    unknown = {p.number for p in row if p.parent == predicate.number and p.relation == "inf" and not p.senses}
    for other in row:
        if other.number in relatives | unknown or other.parent in relatives:
            spans = [(a.k, a.end) for s, a in other.arguments.items() if s != "subj" or other.under == "where"]
            items = [scene.parse.items[k] for start, end in spans for k in range(start, end)]
            found |= {item.mention.i for item in items if item.mention is not None}
    return found


def wishing(scene: Scene, predicate: Predicate) -> set[int]:
    """Return where those stand at whose request or invitation something is done: it is not done to them."""
    later = [a.predicate for a in predicate.arguments.values() if a.k > predicate.k]
    held = set[int]() if "obj" in predicate.arguments else {*later}
    nouns = (p for p in scene.parse.predicates if p.pos == "noun" and p.number not in held)
    return {m.i for p in nouns if _wish(scene, p) for slot in WISHING for m in p.mentions(slot)}


def _wish(scene: Scene, noun: Predicate) -> bool:
    """Return whether a noun says that something is done at somebody's wish ("at the request", "بدعوة")."""
    item, before = scene.parse.items[noun.k], scene.parse.items[max(0, noun.k - NEAR_WISH) : noun.k]
    if item.span is None or WISHES.isdisjoint(item.span.form.classes):
        return False
    return "prep:by" in item.marks or any(other.role in AT_WISH for other in before)


def belonged_to(scene: Scene) -> set[int]:
    """Return where the bodies stand of which only is said who belongs to them ("Georgia, a candidate for EU
    membership, expelled an envoy").
    """
    nouns = (p for p in scene.parse.predicates if p.pos == "noun")
    said = (p for p in nouns if any(concept.describes for concept in scene.possible_concepts(p)))
    return {m.i for p in said for slot in BELONGING for m in p.mentions(slot)}


def _followed(scene: Scene) -> set[int]:
    """Return where those stand whose example is said to be followed ("followed Peru and broke off ties")."""
    copying = (p for p in scene.parse.predicates if p.senses and p.senses[0].concept == SAME_ACT)
    return {m.i for p in copying for slot in FOLLOWED for m in p.mentions(slot)}
