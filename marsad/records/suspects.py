"""Whom an investigation is about where no object says so: who is said to have done what is looked into."""

from marsad.mentions.items import Item, Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# How far behind the verb what is looked into may begin, and behind that who did it.
NEAR_QUESTION, NEAR_SUSPECT = 7, 4
INVESTIGATING = "investigate"
# What also tells in a clause whom it is against ("ruled that X had broken the law").
RULING = frozenset({INVESTIGATING, "rule-against"})
# What opens the clause that tells what is looked into.
OPENING = frozenset({"comp", "question", "sub"})


def suspected(scene: Scene, frame: Frame) -> list[Mention]:
    """Return who is said to have done what a frame looks into ("investigated whether X lied"), nobody where it was done
    to them ("how X was killed").
    """
    if frame.concept.name not in RULING:
        return []
    row, k = scene.parse.items, frame.predicate.k
    reach = range(k + 1, min(k + NEAR_QUESTION, len(row)))
    opening = next((n for n in reach if row[n].kind == "function" and row[n].value in OPENING), None)
    if opening is None and row[k].j - row[k].i > 1:
        opening = k  # "examine whether"
    if opening is None or any(item.kind == "punct" for item in row[k + 1 : opening]):
        return []
    named = _first(row[opening + 1 : opening + 1 + NEAR_SUSPECT])
    acting = {m.code for m in frame.of("actor")}
    if named is None or not (named.country or named.sector) or named.code in acting or _undergoes(scene, named):
        return []
    return [named]


def looked_into(scene: Scene, frame: Frame) -> bool:
    """Return whether a clause tells what is looked into ("how X was killed"): whom it names need not be blamed."""
    own = frame.predicate.number
    asks = frame.concept.name == INVESTIGATING
    return asks and any(p.parent == own and p.relation == "content" and p.pos != "noun" for p in scene.parse.predicates)


def _first(row: list[Item]) -> Mention | None:
    """Return the first actor of a clause, None where a verb stands before it."""
    for item in row:
        if item.mention is not None or item.value in ("verb", "light"):
            return item.mention
    return None


def _undergoes(scene: Scene, mention: Mention) -> bool:
    """Return whether something is done to an actor in the passive."""
    passive = (p for p in scene.parse.predicates if p.passive)
    return any(mention in p.mentions(slot) for p in passive for slot in ("obj", "subj"))
