"""Whether somebody acts of whom we have no name: a pronoun, an unknown word, or nothing but the form of the verb."""

from marsad.clauses.model import Predicate
from marsad.clauses.objects_first import SAID, SPOKEN_OF
from marsad.inventory import Inventory
from marsad.mentions.items import Item
from marsad.records.frame import Frame
from marsad.records.scene import Scene

# Pronouns that stand for somebody, and forms of a verb that may have such a one for its subject.
PERSONAL = frozenset({"3ms", "3fs", "3s", "3hs", "3p", "1s", "1p"})
THING = "3ns"
DROPPED = frozenset({"3ms", "3fs", "3mp"})
# Forms of a verb that tells something, and what is done in words, which only somebody does.
TELLING = frozenset({"past", "present", "jussive"})
VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "CONCEDE"})


def acts_unnamed(scene: Scene, frame: Frame) -> bool:
    """Return whether somebody acts, though we know not who: the subject is no word of the tables or a pronoun; of a
    passive, whether that which suffers is a person or body named before.
    """
    predicate, taken = frame.predicate, frame.predicate.arguments
    argument = taken.get("obj" if predicate.passive and "subj" not in taken else "subj")
    if predicate.pos != "verb":
        return False
    verbal = not VERBAL.isdisjoint(frame.concept.event_types)
    if argument is None or argument.head < 0:
        return verbal and (left_out(scene, predicate) or by_some(scene, predicate))
    head = scene.parse.items[argument.head]
    if head.kind == "anaphora" or (head.is_function("pron") and head.role in PERSONAL):
        return True
    if argument is taken.get("obj"):  # a thing behind the verb may be either
        said_of = not SAID.isdisjoint(frame.concept.event_types) and not SPOKEN_OF.isdisjoint(argument.classes)
        return said_of and left_out(scene, predicate)
    return head.kind == "word"


def in_general(scene: Scene, frame: Frame) -> bool:
    """Return whether a verb without a finite form tells of no one's deed ("it is easy to blame X", "accusing X is a
    crime"): nobody does it, and it completes nothing that tells who may.
    """
    verb = frame.predicate
    loose = verb.pos == "verb" and (verb.relation == "inf" or (verb.tense == "gerund" and verb.relation == "adverbial"))
    if not loose or "subj" in verb.arguments or frame.of("actor") or verb.shares >= 0 or verb.modal:
        return False
    if any(other.parent == verb.number and "subj" in other.arguments for other in scene.parse.predicates):
        return False  # "to protest against X, workers marched"
    return verb.parent < 0 or _judged(scene, scene.parse.predicates[verb.parent])


def _judged(scene: Scene, above: Predicate) -> bool:
    """Return whether an adjective says of nothing but a pronoun for things what an infinitive is ("it is wrong to")."""
    subject = above.arguments.get("subj")
    if above.pos != "adj" or above.number in scene.frames or subject is None or subject.head < 0:
        return False
    return scene.parse.items[subject.head].is_function("pron", THING)


def left_out(scene: Scene, predicate: Predicate) -> bool:
    """Return whether a verb that comes first leaves out its subject ("وانتقد القرار"), who is no part of a clause
    before.
    """
    if not scene.parse.verb_first or predicate.passive or predicate.shares >= 0:
        return False
    return predicate.relation == "main" and dropped(scene.parse.items[predicate.k])


def by_some(scene: Scene, predicate: Predicate) -> bool:
    """Return whether a plural verb without a subject tells what some people do to somebody told of ("Его обвиняют
    во лжи").
    """
    known = scene.parse.items[predicate.k].known
    if known is None or known.feature.person != "3p" or predicate.passive or predicate.shares >= 0:
        return False
    met = (predicate.arguments.get(slot) for slot in ("obj", "to"))
    heads = [scene.parse.items[one.head] for one in met if one is not None and one.head >= 0]
    return any(head.kind == "anaphora" or (head.is_function("pron") and head.role in PERSONAL) for head in heads)


def dropped(item: Item) -> bool:
    """Return whether the form of a verb alone may tell who acts."""
    known = item.known
    if known is None or item.kind != "trigger" or known.entry.value != "verb":
        return False
    feature = known.feature
    return feature.person in DROPPED and feature.form in TELLING and feature.voice != "passive"


def speaks(item: Item, inventory: Inventory) -> bool:
    """Return whether the form of a verb alone tells that somebody does something in words."""
    known = item.known
    if known is None or not dropped(item):
        return False
    return any(VERBAL.intersection(inventory.concepts[sense.concept].event_types) for sense in known.entry.senses)
