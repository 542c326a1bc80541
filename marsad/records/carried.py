"""Whom a pronoun takes up from the sentence before: who agrees with it, and of those who was harmed where it tells of
more harm ("The police held a minister. He is accused of fraud").
"""

from collections.abc import Set

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Item, Mention
from marsad.mentions.participants import Participant
from marsad.records.main_clauses import main_subjects
from marsad.records.scene import Scene

# Types of events that somebody suffers.
HARM = frozenset({"ACCUSE", "COERCE", "SANCTION", "ASSAULT", "RETREAT"})
# Pronouns that tell a gender.
GENDERED = frozenset({"3ms", "3fs", "3ns"})


def taken_up(scene: Scene, item: Item, predicate: Predicate, but: Set[str] = frozenset()) -> list[Mention]:
    """Return whom a pronoun stands for among those of the sentence before, none of the codes `but`, else nobody."""
    own = {m.code for m in predicate.mentions("subj")} | but
    if any(m.code not in own for m in scene.before(item)):
        return []  # somebody stands nearer
    named = (alone for told in scene.memory.participants for alone in told.apart())
    able = (told for told in named if told.takes(item.role))
    fitting = [told for told in able if but.isdisjoint(m.code for m in told.mentions)]
    harmed = [told for told in fitting if told.harmed]
    if harmed and _suffers(scene, item, predicate):
        return harmed[0].mentions
    return fitting[0].mentions if fitting else []


def befallen(scene: Scene, item: Item, predicate: Predicate) -> list[Mention]:
    """Return whom a pronoun stands for to whom nobody in particular does something: who acted in the clause before, or
    was acted upon ("he lived in Lima, but they arrested him"), nobody where they don't agree.
    """
    known = scene.parse.items[predicate.k].known
    several = known is not None and known.feature.person == "3p" and not predicate.feature.person
    if not several or predicate.arguments.keys() & {"subj"} or predicate.shares >= 0:
        return []
    verbs = [p for p in reversed(scene.parse.predicates[: predicate.number]) if p.pos != "noun"]
    held = (argument for p in verbs for slot in ("subj", "obj") if (argument := p.arguments.get(slot)) is not None)
    told = (Participant(a.mentions, agreement(scene, a)) for a in held if a.mentions and a.k < predicate.k)
    return next((t.mentions for t in told if t.takes(item.role)), [])


def before_semicolon(scene: Scene, item: Item) -> list[Mention]:
    """Return who acted in the clause before a semicolon and a pronoun that agrees with it in gender, else nobody."""
    if item.role not in GENDERED:
        return []
    return next((a.mentions for a in main_subjects(scene, item) if agreement(scene, a) == item.role[1:2]), [])


def agreeing(scene: Scene, item: Item) -> list[Mention]:
    """Return who acted last of those that "it" agrees with in gender, where that is one of no person; else nobody."""
    return scene.memory.acting_last.get("n", []) if item.role == "3ns" else []


def disagrees(item: Item, named: Item, mention: Mention) -> bool:
    """Return whether a state or body is of another gender than a pronoun that might stand for it."""
    told = named.known.feature.person if named.known is not None else ""
    thing = mention.kind in ("state", "institution", "group") and not mention.title_kind
    return thing and len(told) == 1 and item.role in GENDERED and told != item.role[1:2]


def going_on(scene: Scene, verb: Predicate) -> list[Mention]:
    """Return who acts in a sentence without a subject whose verb tells a gender: the subject of the sentence before, if
    it agrees and nobody stands nearer.
    """
    if scene.before(scene.parse.items[verb.k]):
        return []
    told = (told for told in scene.memory.participants if told.acting and told.takes(verb.feature.person))
    return next((t.mentions for t in told), [])


def possessing(scene: Scene, noun: Predicate, acting: list[Mention]) -> list[Mention]:
    """Return whom a possessive before an action noun stands for ("his arrest, his visit") among those of the sentence
    before, nobody of those acting in its clause, whose it would be as "own".
    """
    argument = noun.arguments.get("gen")
    item = scene.parse.items[argument.k] if argument is not None else None
    if item is None or not item.is_function("poss") or scene.memory.personal or not item.role.startswith("3"):
        return []
    return taken_up(scene, item, noun, {m.code for m in acting})


def _suffers(scene: Scene, item: Item, predicate: Predicate) -> bool:
    """Return whether what a verb tells is done to the one that a pronoun stands for."""
    slots = {slot for slot, argument in predicate.arguments.items() if _is(scene, argument, item)}
    undergoing = {slot for sense in predicate.senses for slot, role in sense.slots if role == "recipient"}
    types = {kind for concept in scene.possible_concepts(predicate) for kind in concept.event_types}
    return bool(slots & undergoing) and bool(types & HARM)


def _is(scene: Scene, argument: Argument, item: Item) -> bool:
    own = scene.parse.items[argument.head] if argument.head >= 0 else scene.parse.items[argument.k]
    return own is item


def agreement(scene: Scene, argument: Argument) -> str:
    """Return the gender or number that the noun of an argument shows, empty where it shows none."""
    head = scene.parse.items[argument.head] if argument.head >= 0 else None
    if head is None or head.known is None:
        return ""
    told = head.role[1:2] if head.is_function("pron") else head.known.feature.person
    return told if len(told) == 1 else ""


def acting_again(scene: Scene, subject: list[Item]) -> list[Mention]:
    """Return who acted last where a subject only refers to some told of before ("they", "the two countries")."""
    refers = any(item.kind == "anaphora" or item.is_function("pron") for item in subject)
    return scene.memory.last_subject() if refers else []


def body_told(scene: Scene, pronoun: Item, acting: Set[str]) -> list[Mention]:
    """Return the body of the last two sentences that "it" stands for beside those who act, else nobody."""
    found = scene.memory.last_institution() if pronoun.role == "3ns" else []
    return [m for m in found if m.country not in acting and scene.memory.recently([m.country])]
