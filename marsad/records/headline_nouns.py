"""Action nouns that a headline without a verb reports: "Resignation of Peru's premier", "Ten dead in raids on Lima"."""

from marsad.clauses.model import Predicate
from marsad.mentions.items import Item
from marsad.mentions.naming import SENTENCE_ENDS
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# What a headline tells of as something that may as well be planned, wished for or discussed.
_UNSETTLED = frozenset({"standing", "agreement", "commitment"})
# Types of what is told by whom it is done to as well.
_HARSH = frozenset({"SANCTION", "COERCE", "ASSAULT"})
# Items that count those who came to harm, or join them.
_COUNTING = frozenset({"quant", "conj", "adv"})


def titled(scene: Scene, frame: Frame) -> bool:
    """Return whether a headline without a verb opens with the noun of an act and says whose it is."""
    concept, acting = frame.concept, frame.of("actor")
    if not _HARSH.isdisjoint(concept.event_types):
        acting = acting or frame.of("recipient")
    told = bool(concept.event_types) or "attendance" in concept.keys
    told = told and not any(concept.makes(kind) for kind in _UNSETTLED)
    named = any(m.country for m in acting) and not any(m.guessed for m in acting)
    return told and named and frame.predicate.k == 0 and _verbless(scene)


def toll(scene: Scene, noun: Predicate) -> bool:
    """Return whether a headline without a verb opens with how many came to harm in what a noun names."""
    before = scene.parse.items[: noun.k]
    if not before or not before[-1].is_function("prep") or not _verbless(scene):
        return False
    harmed = [_harms(scene, item) for item in before[:-1]]
    return any(harmed) and all(h or _counts(item) for h, item in zip(harmed, before, strict=False))


def _verbless(scene: Scene) -> bool:
    """Return whether a sentence has nouns alone and no full stop."""
    nouns = all(p.pos == "noun" for p in scene.parse.predicates)
    return nouns and scene.sentence.tokens[-1] not in SENTENCE_ENDS


def _counts(item: Item) -> bool:
    """Return whether an item may stand in a number of people ("at least 10 dead and 12 hurt")."""
    return item.kind in ("word", "actor") or (item.kind == "function" and item.value in _COUNTING)


def _harms(scene: Scene, item: Item) -> bool:
    """Return whether an item tells that people came to harm, as its verb does ("dead", "hurt")."""
    known = item.span.find("trigger") if item.span is not None else None
    senses = known.entry.senses if known is not None else ()
    return any(scene.inventory.concepts[sense.concept].harm for sense in senses)
