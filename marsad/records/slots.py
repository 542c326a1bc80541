"""Which role stands in which slot of a predicate: by its row, by the shape of its concept."""

from marsad.clauses.model import Argument, Predicate
from marsad.inventory import Concept

# Where the roles stand by the shape of a concept, for verbs (False) and action nouns (True).
DEFAULTS: dict[tuple[str, bool], tuple[tuple[str, str], ...]] = {
    ("directed", False): (
        ("subj", "actor"), ("obj", "recipient"), ("against", "recipient"), ("with", "partner"),
        ("between", "recipient"),
    ),
    ("directed", True): (
        ("adj", "actor"), ("gen", "actor"), ("by", "actor"), ("subj", "actor"), ("against", "recipient"),
        ("on", "recipient"), ("to", "recipient"), ("obj", "recipient"),
    ),
    ("reciprocal", False): (("subj", "actor"), ("obj", "actor"), ("with", "actor"), ("between", "actor")),
    ("reciprocal", True): (
        ("adj", "actor"), ("gen", "actor"), ("by", "actor"), ("subj", "actor"), ("with", "actor"), ("between", "actor"),
    ),
    ("saying", False): (("subj", "actor"), ("to", "recipient")),
    ("saying", True): (("adj", "actor"), ("gen", "actor"), ("by", "actor"), ("subj", "actor"), ("to", "recipient")),
    ("state", False): (("subj", "actor"),),
    ("state", True): (("adj", "actor"), ("gen", "actor"), ("by", "actor"), ("subj", "actor")),
}  # fmt: skip
# Slots of an action noun that mean their usual role only where the trigger row puts that role nowhere else.
YIELDING = frozenset({"gen", "on", "to"})
# Where those stand who are there ("بحضور").
PRESENCE = "presence"
# Where those stand who share in what another does ("along with").
ALONG = "along"
# Kinds of those who act rather than are acted upon where somebody else is named besides.
_RULING = frozenset({"state", "capital", "metonym", "institution"})
# Roles of those who agree with each other.
SIDES = frozenset({"actor", "recipient"})


def mapping(concept: Concept, row: tuple[tuple[str, str], ...], predicate: Predicate) -> list[tuple[str, str]]:
    """Return slots with their roles: those of the trigger row, then the defaults of the shape that do not clash."""
    own, slots = dict(row), list(row)
    if own.get("subj") == own.get("obj") == "recipient" and _acts(predicate):
        slots = [("subj", "actor"), *(pair for pair in slots if pair[0] != "subj")]
    if predicate.passive and "obj" in predicate.arguments and own.get("by") == "recipient":
        slots.remove(("by", "recipient"))  # "Peru's offer was rejected by Chile": who rejects, not who offers
    if own.get("gen") == "recipient" and _done_by_genitive(own, predicate):
        slots = [("gen", "actor"), *(pair for pair in slots if pair[0] != "gen")]
    given = set(own.values())
    defaults = DEFAULTS[concept.shape, predicate.pos == "noun"]
    free = [(s, r) for s, r in defaults if s not in own and not (s in YIELDING and r in given)]
    return _with_companions(_with_present([*slots, *free], concept, predicate), predicate)


def _done_by_genitive(own: dict[str, str], noun: Predicate) -> bool:
    """Return whether whose an act is did it though the row says that it is done to them: it names who it is done to
    besides ("the court's warrant for X", "حکم بازداشت دیوان برای او").
    """
    owners = noun.mentions("gen") if noun.pos == "noun" and "by" not in noun.arguments else []
    ruling = any(m.kind in _RULING or m.title_kind == "body" for m in owners[:1])
    others = (m for slot, role in own.items() if role == "recipient" and slot != "gen" for m in noun.mentions(slot))
    return ruling and any(m not in owners for m in others)


def drawn(row: dict[str, str]) -> bool:
    """Return whether a row says what its subject meets with, and from whom ("drew criticism by the deputies")."""
    return row.get("subj") == "recipient" and row.get("by") == "actor"


def _with_present(
    slots: list[tuple[str, str]], concept: Concept, predicate: Predicate
) -> list[tuple[str, str]]:  # fmt: skip
    """Return the slots with that of those in whose presence something is done; of deals they are no parties where
    anybody else is named ("وُقّع الاتفاق بحضور رئيسي كينيا وأوغندا").
    """
    if PRESENCE not in predicate.arguments:
        return slots
    if concept.makes("agreement"):
        named = any(predicate.mentions(slot) for slot, role in slots if role in SIDES)
        alone = not named and len({m.country for m in predicate.mentions(PRESENCE)}) > 1
        return [*slots, (PRESENCE, "actor")] if alone else slots
    return [*slots, *((PRESENCE, role) for slot, role in slots if slot == "with")]


def _with_companions(slots: list[tuple[str, str]], predicate: Predicate) -> list[tuple[str, str]]:
    """Return the slots with that of those who share in what another does or meets with: "Chad along with Mali condemned
    it" names two who condemn, "held the minister along with his aide" two who are held.
    """
    along, roles = predicate.arguments.get(ALONG), dict(reversed(slots))
    if along is None or predicate.pos == "noun" or roles.get("with") == "actor":
        return [*slots, (ALONG, roles["with"])] if along is not None and "with" in roles else slots
    held = predicate.arguments.get("obj")
    behind = held is not None and held.k < along.k and bool(held.mentions)
    alone = "subj" not in predicate.arguments and held is not None and held.k < predicate.k
    with_held = behind and (alone or not any(m.kind in _RULING for m in along.mentions))
    return [*slots, (ALONG, roles.get("obj" if predicate.passive or with_held else "subj", "actor"))]


def _acts(predicate: Predicate) -> bool:
    """Return whether a form that may be active or passive is active: it has a subject and, behind it, an object."""
    subject, patient = predicate.arguments.get("subj"), predicate.arguments.get("obj")
    if predicate.passive or subject is None or patient is None or subject is patient:
        return False
    return subject.k < predicate.k < patient.k or (
        predicate.k < subject.k < patient.k and (bool(patient.mentions) or _gunmen(subject))
    )


def _gunmen(argument: Argument) -> bool:
    """Return whether an argument is unknown armed men, who do rather than undergo."""
    return any(mention.sector == "UAF" for mention in argument.mentions)
