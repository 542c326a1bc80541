"""What an infinitive tells that completes a word of no table: what may be, not what was done."""

from collections.abc import Mapping

from marsad.clauses.classes import item_classes
from marsad.clauses.model import Parse, Predicate
from marsad.inventory import Concept
from marsad.model.values import Status
from marsad.records.scene import VERBAL

# The class of nouns that say that something was settled on, and the determiners that leave open whether it was.
DECISION, OPEN = "decision", frozenset({"a", "any"})
# Concepts of what makes somebody do something, and of setting about it: also where a row of theirs does not hold.
DOING = frozenset({"bring-to", "set-about"})
# Prepositions before who might take such a step, slots of verbs that hold who might do something, and what says of an
# act that it is not done: the type of refusals, and concepts of favour and fear.
STEPS, TOWARDS = frozenset({"join", "leave"}), ("to", "against", "about", "over", "on")
HELD, REFUSAL = ("obj", "to", "against", "about"), "REJECT"
WISHES = frozenset(
    {
        "endorse",
        "support-proposal",
        "discuss",
        "voice-concern",
        "vote-for",
        "vote-against",
        "be-against",
        "block-accession",
    }
)
# Types of blame that are more than words.
PROCEEDINGS = frozenset({"investigate", "sue", "charge", "prosecute"})


def open_status(parse: Parse, predicate: Predicate, concepts: Mapping[int, Concept]) -> Status:
    """Return `possible` for an infinitive that completes a word without meaning ("is free to arrest X"); `actual` for
    other verbs, behind decisions ("its decision to expel X") and for words that are said by doing what the infinitive
    completes ("wrote to thank Y").
    """
    own = concepts.get(predicate.number)
    verb = _completing(parse, predicate) if own is not None else None
    if verb is None or own is None or (verb.parent in concepts and not _behind_sign(parse, verb)):
        return "actual"
    done = said_by_doing(own) or _governed(parse, verb) or _decided(parse, verb) or _met(verb, own)
    return "actual" if done else "possible"


def said_by_doing(concept: Concept) -> bool:
    """Return whether an act is words, which the way to them already says ("called X in order to thank Y")."""
    words = not VERBAL.isdisjoint(concept.event_types) and not concept.makes("agreement")
    return words and concept.name not in PROCEEDINGS


def _completing(parse: Parse, predicate: Predicate) -> Predicate | None:
    """Return the infinitive that tells an act, None where none does: verb first also an action noun in the content of a
    verb.
    """
    verb = predicate if predicate.light < 0 else parse.predicates[predicate.light]
    if verb.tense == "base" and (verb.relation == "inf" or _behind_sign(parse, verb)):
        return verb
    above = parse.predicates[predicate.parent] if predicate.parent >= 0 > predicate.light else None
    named = parse.verb_first and predicate.pos == "noun" and above is not None and above.pos == "verb"
    return predicate if named else None


def _behind_sign(parse: Parse, verb: Predicate) -> bool:
    """Return whether the sign of the infinitive stands before a verb that completes no verb of the tables in what
    somebody says ("this will energise them to oust X", Y said).
    """
    apart = verb.relation == "content" and verb.k > 0 and not parse.verb_first
    return apart and parse.items[verb.k - 1].is_function("prep", "to")


def _met(verb: Predicate, concept: Concept) -> bool:
    """Return whether a noun names a meeting, at which something was done."""
    return verb.pos == "noun" and concept.makes("meeting")


def _governed(parse: Parse, verb: Predicate) -> bool:
    """Return whether the verb above is of setting about something, or stands right before where a sign of the
    infinitive is missing ("let free"): languages of bare nouns have none.
    """
    above = parse.predicates[verb.parent] if verb.parent >= 0 else None
    if above is None:
        return False
    signless = above.k == verb.k - 1 and not parse.bare_nouns and verb.pos != "noun"
    return signless or any(sense.concept in DOING for sense in above.senses)


def _decided(parse: Parse, verb: Predicate) -> bool:
    """Return whether a decision that was made stands before the infinitive or its sign."""
    for k in (verb.k - 1, verb.k - 2):
        if k >= 0 and DECISION in item_classes(parse.items[k]):
            return not any(item.is_function("det") and item.role in OPEN for item in parse.items[max(0, k - 2) : k])
    return False


def wished_away(parse: Parse, predicate: Predicate, concepts: Mapping[int, Concept]) -> bool:
    """Return whether a gerund tells of what somebody opposes, favours or fears that another may do ("objects to Peru
    joining the bloc"): it is not done by that.
    """
    own = concepts.get(predicate.number)
    if predicate.tense != "gerund" or own is None or said_by_doing(own):
        return False
    if own.name in STEPS and any(a.end == predicate.k for p in parse.predicates for s in TOWARDS for a in p.all(s)):
        return True  # "dropped its objections to Peru joining the bloc"
    subject = predicate.arguments.get("subj")
    if predicate.relation != "main" or subject is None or subject.k > predicate.k:
        return False
    above = (p for p in parse.predicates[: predicate.number] if p.pos in ("verb", "phrase"))
    holding = next((p for p in above if any(a.k == subject.k for s in HELD for a in p.all(s))), None)
    concept = concepts.get(holding.number) if holding is not None else None
    return concept is not None and _undone(concept)


def _undone(concept: Concept) -> bool:
    """Return whether a concept says of an act that it is opposed, wanted or weighed."""
    return REFUSAL in concept.event_types or concept.content != "same" or concept.name in WISHES
