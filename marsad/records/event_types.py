"""The type an event is reported as: that of an announced one, of one by governments, of one that is refused."""

from collections.abc import Mapping
from typing import Any, cast

from marsad.clauses.model import Predicate
from marsad.inventory import EventClass
from marsad.model.values import Actor, EventType, Status

Actors = tuple[Actor, ...]
# Sectors that act for a state: with them alone a type of event becomes its official counterpart.
OFFICIAL = frozenset({"", "GOV", "MIL", "JUD"})
# Those of whom it is no news that they are bad.
OUTLAWS = frozenset({"CRM"})


def told_as(
    types: Mapping[str, EventClass], told: str, status: Status, actor: tuple[Actor, ...], refused: bool
) -> tuple[EventType, Status]:  # fmt: skip
    """Return the type and status of an event told as a type; of what is not done only where its actor refuses it."""
    if actor and refused and status == "negated" and types[told].refused:
        return cast(EventType, types[told].refused), "actual"
    event_type = types[told].planned if status == "planned" else told
    official = types[event_type].official
    by_states = actor and all(a.sector in OFFICIAL and a.country != "---" for a in actor)
    return cast(EventType, official if official and by_states else event_type), status


def by_law(predicate: Predicate, fields: Mapping[str, Any]) -> bool:
    """Return whether police or courts do to somebody of no known name what is done to people alone ("X was jailed")."""
    lawful = "legal" in fields.get("contexts", ()) and "@" in str(fields.get("actor", ""))
    return lawful and predicate.passive and "obj" in predicate.arguments


def refusing(event_type: EventType, together: Actors, acting: frozenset[str]) -> tuple[Actors, Actors]:
    """Return who acts, and with whom somebody will not do together what is refused: `acting` are those who say so."""
    own = tuple(a for a in together if a.code in acting) if event_type == "REJECT" else ()
    return (own, tuple(a for a in together if a not in own)) if own else (together, ())


def is_refusal(tense: str, refused: bool, own: bool, foretold: bool) -> bool:
    """Return whether an actor will not do what is negated: what somebody says they do not do they will not do either
    (`own` words), but what others foretell is no refusal.
    """
    return (own and tense == "present") or (refused and not foretold)
