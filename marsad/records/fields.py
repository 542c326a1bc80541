"""The fields of records: what the status of a clause, the words it stands under and its nouns make of a template."""

from functools import lru_cache
from typing import Any, cast

import msgspec

from marsad.inventory import Template
from marsad.mentions.items import Item, Mention
from marsad.model.values import Actor, Attendance, Status
from marsad.records.frame import Frame

# A deal of a general name that is about one of these nouns is named after it.
GENERIC_FORMS = frozenset({"agreement", "deal", "accord", "plan", "treaty"})
REFINED = {"border": "border agreement", "prisoners": "prisoner exchange"}
# What a commitment is about by its things.
PROMISED = {"weapons": "arms", "tariffs": "trade"}
# Acts of commitments that can be doubted, and words that say one again.
KEPT = frozenset({"made", "reaffirmed", "offered", "fulfilled"})
CONFIRMING = frozenset({"stress", "confirm", "assure"})
# What somebody has not said yet.
UNTOLD = frozenset({"not-confirm", "not-say", "not-announce", "not-answer"})
# In `only`: what is negated and still to come, or refused.
REFUSED = "refused"
# Steps into a body or out of it, and who takes them for himself alone, by role and sector.
ASIDE = frozenset({"PTY", "OPP", "MIL", "CVL", "BUS", "NGO", "JRN"})
TAKEN = frozenset({"joined", "left"})
IN_PERSON = frozenset({
    "ambassador", "diplomat", "envoy", "general", "lawmaker", "representative", "permanent-representative", "officer",
    "soldiers", "soldier", "negotiator", "delegate", "senator", "judge", "official", "adviser", "spokesperson",
})  # fmt: skip
# Statuses of a clause that make no plan of what it tells.
OPEN = frozenset({"possible", "conditional", "demanded", "negated", "denied"})
# Of a meeting that comes to nothing.
OFF = frozenset({"postponed", "cancelled"})
# Forms of meetings that are said of what talks take place at ("the summit discussed ...").
SITTINGS = frozenset({"summit", "session", "conference"})
# In `only`: what somebody threatens to do, and the act of threatening.
THREATENED, THREAT = "threatened", "threaten"
Fields = dict[str, Any]

# Types of what no state does to itself.
SAID_TO_OTHERS = frozenset({"SUPPORT", "SANCTION"})
# Who does so to their own state, too.
JUDGES = "JUD"


@lru_cache(maxsize=256)
def named_roles(reference: str) -> tuple[tuple[str, ...], ...]:
    """Return the roles that `$a $b|$c` names: of each part, those of which the first that is filled counts."""
    return tuple(tuple(name.removeprefix("$") for name in part.split("|")) for part in reference.split())


# The country of those of whom it is not known.
NOWHERE = "---"


def listed(frame: Frame, bodies: tuple[Actor, ...]) -> list[str]:
    """Return the bodies of which a standing tells: all that one phrase names ("a member of the CIS and the CSTO"), else
    the first.
    """
    codes = [actor.country for actor in bodies if actor.code.startswith("IGO:")]
    phrases = ({m.country for m in a.mentions} for a in frame.predicate.arguments.values())
    together = any(phrase.issuperset(codes) for phrase in phrases)
    return list(dict.fromkeys(codes)) if together else codes[:1]


def meeting_status(status: Status, running: bool) -> str:
    """Return the life cycle of a meeting that a clause of this status reports, `running` where it is under way."""
    if running and status == "actual":
        return "ongoing"
    return {"actual": "held", "historical": "held", "alleged": "held", "demanded": "possible"}.get(status, status)


def meeting_life(fields: Fields, status: Status, running: bool) -> str:
    """Return the life cycle of a meeting: what its template fixes, but what is only asked for or doubted is no plan,
    and what nobody called off or may be called off still is one.
    """
    fixed = str(fields.get("status") or "")
    if fixed in OFF and status in OPEN:
        return "planned"
    if not fixed or (fixed == "planned" and "attendance" not in fields and status in OPEN):
        return meeting_status(status, running)
    return fixed


def adapted(template: Template, told: Status, refused: bool, demanded: bool) -> tuple[Fields, Status]:
    """Return the fields and the status of a template's record in a clause of this status; demands change nothing."""
    fields, status = dict(template.fields), told
    standing = template.kind == "standing"
    if template.kind != "meeting":
        status = fields.pop("status", status)
    if status == "possible":
        fields |= template.on_possible
        status = fields.pop("status", status) if standing else status
    change, sets_status = _change(template, status, refused)
    if change and not demanded:
        fields |= change
        status = fields.pop("status", status) if sets_status else status
    return fields, status


def _change(template: Template, status: Status, refused: bool) -> tuple[Fields, bool]:
    """Return what a status changes in a record, and whether `status` among it is that of the clause, not a field."""
    if status in ("negated", "denied") and template.on_refused and refused:
        return template.on_refused, template.kind != "meeting"
    if status in ("negated", "denied"):
        return template.on_negated, True
    if status in ("planned", "conditional"):
        return template.on_planned, template.kind in ("standing", "event")
    return {}, False


def promise_as_told(act: str, status: Status, acts: frozenset[str]) -> tuple[str, Status]:
    """Return the act and status of a commitment under words that doubt or confirm it."""
    if "doubt" in acts and act in KEPT:
        return "doubted", "actual"
    if act == "made" and acts & CONFIRMING:
        return "reaffirmed", status
    return act, status


def promised_thing(frame: Frame) -> str:
    """Return the subject of a commitment by the things it is about, empty where they tell none."""
    return next((subject for noun, subject in PROMISED.items() if noun in frame.nouns), "")


# The codes of states have three letters, those of regions more.
STATE = 3


def is_party(actor: Actor, done: str = "") -> bool:
    """Return whether an actor can be a party to an institution: a state or what acts for one, no region; no person but
    its leader where `done` is a step that was taken ("the general left NATO").
    """
    if actor.code.startswith(("IGO:", "---")) or len(actor.code.partition(" ")[0]) != STATE:
        return False
    minister = actor.role.endswith("minister") and not actor.role.endswith("prime-minister")
    own = minister or actor.role in IN_PERSON or actor.code[4:] in ASIDE
    return done not in TAKEN or not own


def told_there(fields: Fields, life: str, matter: Item | None, dated: bool, carried: bool) -> bool:
    """Return whether a meeting that has a place is told of though nobody who meets is named; `carried` by a verb."""
    ahead = matter.role if matter is not None and life == "planned" else ""
    sits = carried or fields.get("form") in SITTINGS or ahead in SITTINGS
    return life in (*OFF, "ongoing") or (sits and dated)


def understood(frame: Frame, reference: str) -> tuple[Actor, ...]:
    """Return those who alone do such a thing where nobody is named: `@COP` are the police of where it happens."""
    sector = reference.partition("@")[2]
    return (Actor(f"{frame.home or NOWHERE} {sector}"),) if sector else ()


def of_land(actors: tuple[Actor, ...], land: str) -> tuple[Actor, ...]:
    """Return actors of whom no state is known as those of a state; as they are where it is not known either."""
    if not land:
        return actors
    unknown = len(NOWHERE)
    return tuple(
        msgspec.structs.replace(a, code=land + a.code[unknown:]) if a.code.startswith(NOWHERE) else a for a in actors
    )


def receiving(frame: Frame, reference: str) -> Mention | None:
    """Return the state that receives, where the template lets it be the place of a meeting."""
    roles = (name.removeprefix("$") for name in reference.split("|"))
    hosts = (m for role in roles for m in frame.of(role) if m.country and not m.country.startswith("IGO:"))
    return next(hosts, None)


def form_of(literal: str, matter: Item | None, usual: str) -> str:
    """Return the form a template fixes, else that of the noun, else the usual one."""
    if not literal.startswith("$"):
        return literal
    return matter.role if matter is not None else usual


def created(frame: Frame, reference: str) -> str:
    """Return the kind of body that a deal sets up, empty where the template asks for none."""
    body = frame.nouns.get("body") if reference else None
    return body.role if body is not None else ""


def deal_form(frame: Frame, literal: str, matter: Item | None) -> str:
    """Return the form of a deal; one of a general name is named after what it is about, else as it was before."""
    form = form_of(literal, matter, "agreement")
    if form in GENERIC_FORMS:
        return next((refined for noun, refined in REFINED.items() if noun in frame.nouns), frame.deal or form)
    return form


def attendance_of(
    told: str, life: str, participants: tuple[Actor, ...], acts: frozenset[str]
) -> dict[str, Attendance]:  # fmt: skip
    """Return how each participant attends: as told and confirmed, at a planned meeting as expected; no body attends,
    though somebody who heads it may.

    `acts` are those of the words it stands under: "confirmed that it would come", "has not said that it will".
    """
    attendance = told or ("expected" if life == "planned" else "")
    if attendance == "expected" and acts & CONFIRMING:
        attendance = "confirmed"
    elif attendance == "expected" and acts & UNTOLD:
        attendance = "unconfirmed"
    if not attendance:
        return {}
    return {a.code: cast(Attendance, attendance) for a in participants if a.person or not a.code.startswith("IGO:")}


def owed(by: tuple[Actor, ...], to: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return to whom something is promised: a state and its government promise themselves nothing."""
    states = {a.country for a in by}
    own = states | {f"{state} GOV" for state in states}
    return tuple(a for a in to if a not in by and a.code not in own)


def told_closer(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return actors without the states of which an office or body is named beside them."""
    closer = {actor.country for actor in actors if actor.sector}
    return tuple(actor for actor in actors if actor.sector or actor.country not in closer)


def others(event_type: str, acting: tuple[Actor, ...], actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return actors without the state or body that itself does what is told ("X supported X")."""
    acts = [actor for actor in acting if actor.sector != JUDGES] if event_type in SAID_TO_OTHERS else []
    own = {actor.country for actor in acts} - {"---", ""}
    return tuple(actor for actor in actors if actor.sector or own != {actor.country})
