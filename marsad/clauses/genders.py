"""Whether two verbs may have one subject, where verbs in the singular agree with theirs in gender."""

from collections.abc import Iterable

from marsad.clauses.model import Argument, Predicate
from marsad.mentions.items import Item, Mention

# Agreements that tell the gender of one who acts.
ONE_GENDER = frozenset({"3ms", "3fs"})
# Agreements of a verb whose subject is who speaks, never a noun behind it.
SPEAKING = frozenset({"1s", "1p"})
# How many letters with its article a noun for one may have that ends like the plural in its oblique case.
_ONE = 6


def persons(row: list[Item], predicate: Predicate) -> set[str]:
    """Return with whom the verb may agree by its spelling ("تغيب" is "he stayed away" and "she is missing")."""
    span = row[predicate.k].span
    return {known.feature.person for known in span.readings} if span is not None else set()


def several(mention: Mention, noun: str) -> bool:
    """Return whether somebody is several, or people by a noun too long for one ("العسكريين", not "سجين")."""
    return mention.plural or (mention.title_kind == "people" and len(noun) > _ONE)


def same_gender(row: list[Item], first: Predicate, second: Predicate) -> bool:
    """Return whether two verbs don't show by their gender that their subjects are two."""
    told = first.feature.person, second.feature.person
    if told[0] == told[1] or not ONE_GENDER.issuperset(told):
        return True
    return persons(row, first) >= ONE_GENDER or persons(row, second) >= ONE_GENDER


def takes_up_another(row: list[Item], verb: Predicate, antecedent: Argument | None) -> bool:
    """Return whether the pronoun written with the verb of a relative clause has another gender than what the clause
    describes, which then is its subject ("استقالته إلى الرئيس الذي رفضها").
    """
    person = verb.feature.enclitic.removeprefix("obj:")
    if verb.relation != "relative" or antecedent is None or person not in ONE_GENDER:
        return False
    other = next(iter(ONE_GENDER - {person}))
    return other == verb.feature.person and any(i.is_function("rel", other) for i in row[antecedent.end : verb.k])


def agreeing(row: list[Item], verbs: Iterable[Predicate], predicate: Predicate, nearest: int) -> int:
    """Return the first of the verbs that may have the subject of `predicate` by its gender, else `nearest`."""
    if predicate.feature.person not in ONE_GENDER:
        return nearest
    main = (verb for verb in verbs if verb.relation != "relative")
    return next((verb.number for verb in main if same_gender(row, verb, predicate)), nearest)


def unmarked(predicate: Predicate, first: Argument, second: Argument | None) -> bool:
    """Return whether somebody with an office that tells no gender is the subject of a verb that says "she": what else
    the verb can have for its object follows, or nobody can be ("قالت السناتور سلمى").
    """
    office = any(m.title_kind == "office" and not m.plural for m in first.mentions)
    if predicate.feature.person != "3fs" or predicate.shares >= 0 or not office:
        return False
    slots = [dict(sense.slots) for sense in predicate.senses]
    if second is not None and ("actor" in second.classes or any(m.person for m in first.mentions)):
        return all("obj2" not in own for own in slots)
    return _turns_to_nobody(slots)


def _turns_to_nobody(slots: list[dict[str, str]]) -> bool:
    return bool(slots) and all(own.get("obj", "none") in ("none", "content") for own in slots)
