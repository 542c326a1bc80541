"""Whom a protest is against where no word of its own says so."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item, Mention
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Who is protested against, and where states and capitals are but places.
ANSWERING = frozenset({"GOV", "LEG", "PTY", "REB", "MIL", "COP", "JUD"})
# Who deals with protesters more often than they protest against them.
_DEALING = frozenset({"COP", "MIL"})
# Where that stands which protesters take part in.
TAKEN_PART = ("obj", "for", "in", "at")
LOCATED = frozenset({"in", "at", "from", "near", "by", "through", "across", "around", "outside"})
# Behind which preposition those stand whom people march for.
FAVOURING = "for"


def opposed(scene: Scene, frame: Frame) -> list[Mention]:
    """Return against whom those who protest are said to be, or what they take part in ("an anti-Lima march")."""
    found = [m.opposing for m in frame.of("actor") if m.opposing is not None]
    nouns = (scene.inner(frame.predicate.arguments.get(slot), frame.predicate) for slot in TAKEN_PART)
    return found or next((noun.mentions("against") for noun in nouns if noun is not None), [])


def held_against(scene: Scene, frame: Frame) -> list[Mention]:
    """Return the first of those in office, parties or states that a protest names before somebody else speaks."""
    row, start = scene.parse.items, frame.predicate.k
    saying = (p.k for p in scene.parse.predicates if p.k > start and _speaks(scene, p))
    for k in range(start + 1, next(saying, len(row))):
        mention = row[k].mention
        if mention is None or _located(row, k) or not _answers(mention) or mention in frame.of("actor"):
            continue
        return [] if mention.sector in _DEALING and _acts(scene, frame, mention) else [mention]
    return []


def _acts(scene: Scene, frame: Frame, mention: Mention) -> bool:
    """Return whether somebody does something of their own ("during the protests the police arrested two")."""
    others = (p for p in scene.parse.predicates if p is not frame.predicate and p.senses)
    return any(mention in other.mentions(slot) for other in others for slot in ("subj", "gen", "by"))


def _located(row: list[Item], k: int) -> bool:
    """Return whether a preposition before item `k`, or written with it, makes it a place or whom people march for."""
    before = row[k - 1].is_function("prep") and (row[k - 1].role in LOCATED or row[k - 1].role == FAVOURING)
    return before or any(mark.partition(":")[2] in LOCATED for mark in row[k].marks)


def _speaks(scene: Scene, predicate: Predicate) -> bool:
    concept = scene.concepts.get(predicate.number)
    return concept is not None and concept.shape == "saying" and not concept.event_types


def _answers(mention: Mention) -> bool:
    return mention.sector in ANSWERING or mention.kind in ("state", "metonym")
