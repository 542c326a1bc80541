"""Arguments put into slots, and those of passives turned round."""

from marsad.clauses.draft import Draft
from marsad.clauses.model import Argument, Predicate
from marsad.clauses.nodes import Chunk
from marsad.mentions.items import Item

# Kinds of mentions of people, and the letters of the case of objects.
_PEOPLE, _ACCUSATIVE = frozenset({"title", "person", "name"}), frozenset({"a", "A"})


def give(predicate: Predicate, slot: str, argument: Argument | None) -> None:
    """Put an argument, if there is one, into a slot of a predicate."""
    if argument is not None:
        argument.slot = slot
        predicate.arguments[slot] = argument


def seated(row: list[Item], argument: Argument) -> Argument:
    """Return an argument in which a town that stands for a body speaks as that body ("they said in Brussels")."""
    for mention in argument.mentions:
        span = row[argument.head].span
        body = span.find("metonym") if mention.kind == "place" and span is not None else None
        if body is not None:
            mention.kind = body.entry.kind
            mention.country, _, mention.sector = body.entry.code.partition(" ")
    return argument


def give_rest(verbs: list[Predicate], predicate: Predicate, described: Argument | None, rest: Argument | None) -> None:
    """Let what is left behind a verb with its object be its second one, behind a relative clause that of the verb whose
    subject the clause describes ("عزل البرلمان الذي تقوده المعارضة الرئيس").
    """
    main = None
    if predicate.relation == "relative" and described is not None and rest is not None and rest.mentions:
        main = next((v for v in reversed(verbs[: predicate.number]) if _acts(v, described)), None)
    if main is not None and not main.passive and "obj" not in main.arguments:
        give(main, "obj", rest)
    else:
        give(predicate, "obj2", rest)


def lend_rest(before: Predicate, predicate: Predicate, chunks: list[Chunk]) -> None:
    """Let a verb behind "and", verb last, share what the verb before it has but its subject: all of it where nothing
    else stands before it (`chunks`), its object where only phrases do that don't tell whom it is done to ("او را به
    محاربه متهم و به مرگ محکوم کرد").
    """
    if not chunks:
        others = {slot: argument for slot, argument in before.arguments.items() if slot != "subj"}
        predicate.arguments = others | predicate.arguments
        return
    shared = before.arguments.get("obj")
    taken = {(chunk.preposition, "recipient") for chunk in chunks} | {("", "recipient")}
    slots = {pair for sense in predicate.senses for pair in sense.slots}
    free = "obj" not in predicate.arguments and not before.passive and not predicate.passive
    wanting = free and ("obj", "recipient") in slots and slots.isdisjoint(taken)
    if shared is not None and wanting and all(chunk.preposition for chunk in chunks):
        predicate.arguments["obj"] = shared


def pass_on(draft: Draft, verbs: list[Predicate]) -> None:
    """Let the verb before a relative clause have for its object whoever stands in that behind all that its own verb
    takes, verb first ("اتهم النائب الذي انضم إلى الحزب [الوزير] بالكذب"), with what follows, and note the clause as
    one that has ended.
    """
    for predicate in verbs if draft.verb_first else ():
        first, second = ("obj", "obj2") if predicate.passive else ("subj", "obj")
        taken, described = predicate.arguments.get(second), predicate.arguments.get(first)
        if predicate.relation != "relative" or taken is None or described is None or described.k > predicate.k:
            continue
        main = next((v for v in reversed(draft.predicates[: predicate.number]) if _acts(v, described)), None)
        if main is not None and _left_over(predicate, taken) and _lacks_object(main):
            draft.ended.add(predicate.number)
            for slot, argument in list(predicate.arguments.items()):
                if argument.k >= taken.k:
                    give(main, "obj" if argument is taken else slot, predicate.arguments.pop(slot))


def _left_over(verb: Predicate, taken: Argument) -> bool:
    """Return whether an actor behind what else stands with a verb can't be its object."""
    own = any(verb.k < argument.k < taken.k for argument in verb.arguments.values())
    return own and bool(taken.mentions or taken.modifiers) and (verb.passive or not _turns(verb))


def _lacks_object(verb: Predicate) -> bool:
    return not verb.passive and "obj" not in verb.arguments and _turns(verb)


def _turns(verb: Predicate) -> bool:
    return any(("obj", "recipient") in sense.slots for sense in verb.senses)


def _acts(verb: Predicate, described: Argument) -> bool:
    """Return whether an argument is the subject of a verb."""
    subject = verb.arguments.get("subj")
    return verb.pos in ("verb", "light") and subject is not None and subject.k <= described.k < subject.end


def turn_passive(predicate: Predicate, row: list[Item]) -> None:
    """Let the subject of a passive verb be its object, and who stands behind "by" its subject.

    A particle written with its noun that also means "by" tells by what means, of what, or with what.
    """
    taken = predicate.arguments
    patient = taken.pop("subj", None)
    if patient is not None:
        give(predicate, "obj2", taken.get("obj"))
        give(predicate, "obj", patient)
    agents = [a for a in predicate.all("by") if a.head < 0 or "prep:by" not in row[a.k].marks]
    if agents and (agents[0].mentions or agents[0].predicate < 0):
        give(predicate, "subj", agents[0])


def take_along(predicate: Predicate, row: list[Item]) -> None:
    """Let people be the object, not whose the place before them is, where a verb only puts them there and has no other
    object ("отправил в тюрьму двух министров").
    """
    place = predicate.arguments.get("into")
    asked = any(("obj", "recipient") in s.slots and ("into", "none") in s.slots for s in predicate.senses)
    people = place.modifiers[-1] if place is not None and place.modifiers and asked else None
    if place is None or people is None or "obj" in predicate.arguments:
        return
    if people.kind in _PEOPLE and _ACCUSATIVE & set(people.case):
        k = next(k for k in range(place.k, place.end) if row[k].mention is people)
        give(predicate, "obj", Argument("obj", k, k + 1, k, [people], {"actor", "person"}))


def with_object(predicate: Predicate, signs: list[str]) -> bool:
    """Return whether a verb has an object that is no sum behind another passive ("was jailed and fined 500 dollars");
    `signs` are the words of the sentence.
    """
    taken = predicate.arguments.get("obj")
    counted = taken is not None and not taken.mentions and not taken.classes and signs[taken.k][:1].isdigit()
    return taken is not None and not counted


def share_patient(predicate: Predicate, predicates: list[Predicate]) -> None:
    """Let a passive verb that "and" joins to another befall what that one is about ("was held and accused")."""
    if predicate.shares < 0 or "obj" in predicate.arguments:
        return
    other = predicates[predicate.shares]
    argument = other.arguments.get("obj" if other.passive else "subj")
    if argument is not None:
        predicate.arguments["obj"] = argument
