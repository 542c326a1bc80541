"""Meetings that are told of as the occasion of something else, and by those who stay away from them."""

from collections.abc import Mapping

from marsad.clauses.model import Parse, Predicate
from marsad.inventory import Concept
from marsad.mentions.items import Item
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Prepositions that make a meeting the occasion of what is told, so that it takes place.
OCCASIONS = frozenset({"at", "during", "after", "following", "before", "in"})
# Those that do so before the verb only ("In a call on Monday, X told Y").
FRONTED = frozenset({"on"})
# Forms of meetings of a body.
SITTINGS = frozenset({"summit", "session"})
# What may stand between a meeting and the adjective that says when it is: words and whose it is.
NAMING = frozenset({"word", "actor"})
# The adjective of the one to come.
NEXT = "next"
# Modals of what is to come.
COMING = frozenset({"planned", "due", "possible", "was-to"})
# How many states make a meeting of them.
PAIR = 2
# What is said of those who do not come.
AWAY = frozenset({"absent", "declined"})


def occasion(scene: Scene, noun: Predicate) -> bool:
    """Return whether a verb tells what was done at, during, before or after what a noun names."""
    verbs = (p for p in scene.parse.predicates if p.pos != "noun")
    held = ((slot.rstrip("+"), a, p) for p in verbs for slot, a in p.arguments.items() if a.predicate == noun.number)
    # "Warned him in a call with X", "decided at its session".
    said = bool(noun.mentions("with")) or _sits(scene, noun)
    held = ((slot, a, p) for slot, a, p in held if not _attendance(scene, p))
    return any(slot in OCCASIONS or (slot in FRONTED and (a.k < p.k or said)) for slot, a, p in held)


def sides(scene: Scene, frame: Frame) -> bool:
    """Return whether it is said who meets: a body, two states, or one side, who does not just talk to the press."""
    if frame.of("institution") or len(frame.states("actor")) >= PAIR:
        return True
    named = any(mention.country or mention.sector for mention in frame.of("actor"))
    return named and all(item.kind != "outlet" for item in scene.parse.items)


def _attendance(scene: Scene, verb: Predicate) -> bool:
    """Return whether a verb tells of somebody's attendance at a meeting, which says nothing of talks."""
    concept = scene.concepts.get(verb.number)
    return concept is not None and "attendance" in concept.keys


def _sits(scene: Scene, noun: Predicate) -> bool:
    """Return whether a noun is the session or summit of a body."""
    frame = scene.frames.get(noun.number)
    forms = {t.fields.get("form") for t in frame.concept.templates} if frame is not None else set()
    return frame is not None and bool(frame.of("institution")) and not forms.isdisjoint(SITTINGS)


def set_ahead(row: list[Item], noun: Predicate) -> bool:
    """Return whether an adjective says that a meeting is set for a day or the next one ("القمة المقررة السبت")."""
    k = noun.k + 1
    while k < len(row) and row[k].kind in NAMING:
        if _next(row[k]):
            return True
        k += 1
    return k < len(row) and row[k].is_function("future", "planned")


def to_be_attended(parse: Parse, noun: Predicate, concepts: Mapping[int, Concept]) -> bool:
    """Return whether a noun names a meeting to which somebody will come, or will not."""
    ahead = (p for p in parse.predicates if p.pos == "verb" and (p.tense == "future" or p.modal in COMING))
    coming = (p for p in ahead if p.number in concepts and "attendance" in concepts[p.number].keys)
    return any(a.predicate == noun.number for verb in coming for a in verb.arguments.values())


def _next(item: Item) -> bool:
    """Return whether an item is an adjective of what is still to come."""
    known = item.span.find("function", "adj") if item.span is not None else None
    return known is not None and known.entry.role == NEXT


def missed(frame: Frame, holders: list[Frame]) -> bool:
    """Return whether those of whom a meeting is told stay away from it, as a verb with that meeting says."""
    there = {mention.code for mention in frame.of("actor")}
    away = (h for h in holders if any(t.fields.get("attendance") in AWAY for t in h.concept.templates))
    return any(there and there <= {mention.code for mention in h.of("actor")} for h in away)
