"""Whom somebody, or something, makes do what an infinitive or gerund under a verb tells."""

from marsad.clauses.model import Argument, Predicate
from marsad.inventory import Concept
from marsad.mentions.items import Mention
from marsad.records.judged import judged_doer
from marsad.records.scene import Scene
from marsad.records.status import intent

# Types of what is done to somebody for what they did.
ANSWERED = frozenset({"ACCUSE", "COERCE", "SANCTION", "SUPPORT"})
# Types of what puts an end to something of one's own.
ENDED = frozenset({"CONCEDE", "RETREAT"})
# The agreement of verbs that are said of two.
DUAL = frozenset({"3md", "3fd"})
# Kinds of items that may be a thing.
THINGS = frozenset({"word", "nominal", "trigger"})
# How many items behind those who are counted some of them may be named.
NEAR_NAMED = 3


def reproved(scene: Scene, governor: Predicate, gerund: Predicate) -> list[Mention] | None:
    """Return to whom something is done for what a gerund tells ("arrested two men for breaking the curfew"), whose the
    thing is that an infinitive tells of and a verb judges, None where it tells nothing of the kind.
    """
    if gerund.relation == "inf":
        return judged_doer(scene, governor, gerund)
    before = scene.parse.items[gerund.k - 1] if gerund.k and gerund.relation == "gerund" else None
    if before is None or not before.is_function("prep", "for") or governor.pos == "noun":
        return None
    types = {t for concept in scene.possible_concepts(governor) for t in concept.event_types}
    undergone = any(("subj", "recipient") in sense.slots for sense in governor.senses)  # "faced criticism for"
    blamed = governor.mentions("obj") or (governor.mentions("subj") if undergone else [])
    return blamed if types & ANSWERED else None


def made_to(governor: Predicate, infinitive: Predicate) -> list[Mention]:
    """Return whom a verb of no meaning makes do what the infinitive behind them says ("forced X to resign"), or whose
    thing is meant to do it ("X's tariffs were designed to hit Y").
    """
    patient = governor.arguments.get("obj")
    if governor.senses or governor.pos != "verb" or patient is None:
        return []
    if governor.passive and not patient.mentions:
        return list(patient.modifiers)
    return patient.mentions if governor.k < patient.k and infinitive.k - patient.end in (0, 1) else []


def caused_to(governor: Predicate, infinitive: Predicate) -> Argument | None:
    """Return the argument that names whom something that is nobody made do what an infinitive tells ("the leak
    prompted Peru to recall its envoy"), None for none.
    """
    thing, made = governor.arguments.get("subj"), governor.arguments.get("obj")
    if thing is None or made is None or thing is made or governor.passive or infinitive.relation != "inf":
        return None
    return made if governor.k < made.k < infinitive.k else None


def for_whom(governor: Predicate, infinitive: Predicate) -> list[Mention]:
    """Return who is to do what an infinitive says where "for" names them ("a call for the union to accept")."""
    argument = governor.arguments.get("for")
    if argument is None or not governor.k < argument.k < infinitive.k:
        return []
    return argument.mentions


def ending(scene: Scene, infinitive: Predicate) -> list[Mention]:
    """Return whose the thing is that an infinitive would put an end to, who can ("urged to halt Peru's drills")."""
    argument = infinitive.arguments.get("obj") if infinitive.relation == "inf" else None
    if argument is None or argument.mentions or not any(_ends(c) for c in scene.possible_concepts(infinitive)):
        return []
    inner = scene.inner(argument, infinitive)
    named = [m for slot in ("by", "gen", "adj") for m in inner.mentions(slot)] if inner is not None else []
    victims = scene.victims(inner) if inner is not None else []
    return [m for m in named or argument.modifiers if m not in victims]


def _ends(concept: Concept) -> bool:
    return concept.content == "negated" or not ENDED.isdisjoint(concept.event_types)


def with_second(predicate: Predicate, lender: Predicate, shared: list[Mention]) -> list[Mention]:
    """Return a shared subject, with whom it met where the verb is said of two ("met with X, and they agreed")."""
    both = predicate.feature.person in DUAL and len(shared) == 1
    return [*shared, *lender.mentions("with")[:1]] if both else shared


def planner(scene: Scene, governor: Predicate, infinitive: Predicate) -> list[Mention]:
    """Return whose the plan, or any thing with an owner, is that an infinitive completes ("condemned Peru's plan to
    leave"), nobody for none.
    """
    k, row = intent(scene.parse, infinitive), scene.parse.items
    if (
        k < 0
        and infinitive.relation == "inf"
        and governor.pos == "verb"
        and row[infinitive.k - 1].is_function("prep", "to")
    ):
        k = infinitive.k - 2 if infinitive.k > 1 and row[infinitive.k - 2].kind in THINGS else -1
    held = (a for a in governor.arguments.values() if a.k <= k < a.end)
    return next((a.mentions or a.modifiers for a in held), [])


def among(verb: Predicate, subject: Argument) -> list[Mention]:
    """Return who is named among those who are only counted ("ten states, including Kenya, condemned")."""
    named = (a for a in verb.all("including") if 0 <= a.k - subject.end <= NEAR_NAMED)
    return [m for argument in named for m in argument.mentions if m.country]


def undergoing(scene: Scene, verb: Predicate, lender: Predicate) -> Argument | None:
    """Return the object of the verb whose subject another shares where that acts: what a passive tells of before it
    ("X was invited but declined"), who is quoted ("quoted the minister as saying"); None elsewhere.
    """
    told = lender.arguments.get("obj")
    if told is None or not told.mentions or verb.passive:
        return None
    before = scene.parse.items[verb.k - 1] if verb.k else None
    quoted = verb.feature.form == "gerund" and before is not None and before.is_function("prep", "as")
    return told if (lender.passive and told.k < lender.k) or (quoted and not lender.passive) else None
