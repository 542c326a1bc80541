"""When something happened that a clause tells of the time right before it: "since 2018, when Chad left"."""

from collections.abc import Iterable, Sequence

from marsad.clauses.model import Predicate
from marsad.inventory import Concept
from marsad.mentions.items import Item
from marsad.model.values import Interval
from marsad.records.found_dates import Found
from marsad.records.scene import Scene
from marsad.records.status import MEMBERSHIP_STEPS

# Tenses that may tell what is to come.
TO_COME = frozenset({"present", "progressive"})
# How many items behind a participle its date may stand.
_RIGHT_BEHIND = 5
# Prepositions before the day by which something is to be done.
UNTIL = frozenset({"until", "by"})
# Prepositions before the day for which a meeting is set, and before that to which one is put off.
SET_FOR, PUT_OFF_TO = frozenset({"for"}), frozenset({"for", "to", "until", "at"})


def told_when(predicate: Predicate, dates: Iterable[Found], row: Sequence[Item]) -> Found | None:
    """Return the time right before the word that opens the clause of a predicate; what the clause tells falls within
    it, though it may be that since when something else holds.
    """
    opening = next((k for k in range(predicate.k - 1, 0, -1) if row[k].is_function("sub", "when")), 0)
    end = opening - 1 if opening and row[opening - 1].kind == "punct" else opening
    found = next((date for date in dates if date.end == end), None) if end else None
    if found is None or found.within is None:
        return found
    return found._replace(back=found.within, ahead=found.within)


def scheduled(scene: Scene, verb: Predicate) -> bool:
    """Return whether a verb in the present tells, beside a weekday, what is to come ("Peru leaves the bloc on Friday"):
    the main verb of a full sentence, not of a headline, that speaks no words.
    """
    concept = scene.concepts.get(verb.number)
    spoken = concept is not None and bool(concept.act or concept.speaker)
    stands = concept is not None and concept.makes("standing") and concept.name not in MEMBERSHIP_STEPS  # no step
    told = not stands and verb.pos in ("verb", "light") and verb.relation == "main" and not verb.under
    return told and not spoken and scene.parse.items[-1].kind == "punct"


def told_which(scene: Scene, found: Found, predicate: Predicate) -> bool:
    """Return whether a date only tells which thing is meant, no act of the predicate ("the 2019 election")."""
    describes = found.attribute and not (predicate.pos == "noun" and predicate.k == found.k - 2)
    return describes or when_promised(scene, found, predicate)


def said_of_same(described: Predicate, predicate: Predicate) -> bool:
    """Return whether a participle and the passive behind it tell of one thing ("a truce reached in May was broken")."""
    things = [p.arguments.get("obj") for p in (described, predicate)]
    same = things[0] is not None and things[1] is not None and things[0].k == things[1].k
    return same and described.passive and predicate.passive and described.k < predicate.k


def is_status(concept: Concept) -> bool:
    """Return whether a noun tells what somebody is ("a member since 1995") and not what somebody did."""
    return concept.shape == "state" and concept.bare == "always" and concept.makes("standing")


def tells_which(predicate: Predicate, row: Sequence[Item]) -> bool:
    """Return whether a participle with the article only tells which deal is meant ("الاتفاقية المبرمة عام")."""
    return predicate.pos == "phrase" and predicate.relation == "relative" and "the" in row[predicate.k].marks


def date_behind(predicate: Predicate, dates: Iterable[Found]) -> Interval | None:
    """Return the date right behind such a participle: no other is its own."""
    return next((found.back for found in dates if predicate.k < found.k <= predicate.k + _RIGHT_BEHIND), None)


def when_promised(scene: Scene, found: Found, predicate: Predicate) -> bool:
    """Return whether a date between a verb and the infinitive which completes it tells when somebody agreed to it, not
    when it is to be done ("agreed on Monday to sign"; but "is expected on Monday to sign").
    """
    if predicate.relation != "inf" or predicate.parent < 0 or predicate.pos != "verb":
        return False
    before = scene.parse.items[found.k - 1] if found.k else None
    if before is not None and before.is_function("prep") and before.role in UNTIL:
        return False  # "undertook by June to withdraw"
    above = scene.parse.predicates[predicate.parent]
    concept = scene.concepts.get(above.number)
    between = above.k < found.k < predicate.k and above.tense == "past" and not above.passive and above.pos == "verb"
    return between and concept is not None and concept.content == "planned"


def aiming(meets: bool, put_off: bool) -> frozenset[str]:
    """Return the prepositions before a day to come: "set for June", of a meeting put off "to June" too."""
    if put_off:
        return PUT_OFF_TO
    return SET_FOR if meets else frozenset()
