"""Frames become records: the templates of a concept filled with what its roles hold."""

from typing import Any

import msgspec

from marsad.inventory import Inventory, Template
from marsad.mentions.items import Item, Mention
from marsad.model import records as kinds
from marsad.model.values import (
    AXIS_OF,
    VALUES_OF,
    Actor,
    Attendance,
    CommitmentSubject,
    Place,
    Status,
    choices,
)
from marsad.records.event_types import OUTLAWS, by_law, is_refusal, refusing, told_as
from marsad.records.fields import (
    SITTINGS,
    Fields,
    adapted,
    attendance_of,
    created,
    deal_form,
    form_of,
    is_party,
    listed,
    meeting_life,
    named_roles,
    of_land,
    others,
    owed,
    promise_as_told,
    promised_thing,
    receiving,
    told_closer,
    told_there,
    understood,
)
from marsad.records.frame import Frame
from marsad.records.setting import Setting
from marsad.records.wording import Wording

# Which class of noun gives `$matter` in which kind of record.
MATTER = {
    "agreement": ("agreement",),
    "meeting": ("meeting",),
    "commitment": ("subject",),
    "stance": ("proposal", "offer", "decision", "agreement", "policy", "invitation", "request", "accusation"),
}
SUBJECTS = frozenset(choices(CommitmentSubject))
# Acts that are events even where nobody is named.
ANYBODY = frozenset({"always", "reported", "introduced"})
# What says little without a party: what is promised, given, withheld or threatened.
BETWEEN = frozenset({"AGREE", "AID", "SANCTION", "THREATEN"})
# What one body may be in another.
BODIES_ARE = frozenset({"member", "joined", "observer", "associate"})
# The sides of an event, and how sure one is of who is only named besides, of one.
SIDES, GUESS = ("actor", "recipient"), 0.75
# What somebody does not, or not yet, say is no statement.
UNSAID = frozenset({"negated", "planned", "possible", "conditional", "demanded"})


class Builder:
    """Makes the records of the frames of one sentence."""

    def __init__(self, inventory: Inventory, wording: Wording) -> None:
        self.inventory, self.wording = inventory, wording

    def records(self, frame: Frame, setting: Setting, events: bool) -> tuple[list[kinds.Record], list[str]]:
        """Return the records of a frame (its events only if asked) and, for each not made, the reason."""
        made: list[kinds.Record] = []
        reasons: list[str] = []
        for template in frame.concept.templates:
            if template.kind == "event" and not events:
                reasons.append("event: told only as the content of another event")
                continue
            result = self._one(frame, setting, template)
            if isinstance(result, str):
                reasons.append(result)
            else:
                made.extend(result)
        if frame.concept.act:
            statement = self._statement(frame, setting)
            (reasons if isinstance(statement, str) else made).append(statement)  # type: ignore[arg-type]
        return made, reasons

    def bare(self, frame: Frame, setting: Setting) -> list[kinds.Record]:
        """Return what an action noun says that no verb carries: "the signing of the treaty" is one still to come."""
        made: list[kinds.Record] = []
        for template in frame.concept.templates:
            if template.on_bare is not None:
                fields = template.fields | template.on_bare
                status = fields.pop("status", setting.status)
                if len(self._actors(frame, str(fields.get("parties", "")))) > 1:
                    result = self._make(template.kind, frame, fields, status, setting)
                    made += [] if isinstance(result, str) else result
        return made

    def _one(self, frame: Frame, setting: Setting, template: Template) -> list[kinds.Record] | str:
        if template.only and not setting.ways.intersection(template.only):
            return f"{template.kind}: only where {' or '.join(template.only)}"
        if setting.demanded and template.fields.get("attendance"):
            return f"{template.kind}: somebody is only asked to attend"
        unchanged = setting.demanded or (setting.pending and template.kind == "event")
        fields, status = adapted(template, setting.status, setting.refused, unchanged)
        if setting.alleged and (status == "actual" or (status == "planned" and template.kind == "standing")):
            status = "alleged"
        result = self._make(template.kind, frame, fields, status, setting)
        return f"{template.kind}: {result}" if isinstance(result, str) else result

    def _make(
        self, kind: str, frame: Frame, fields: Fields, status: Status, setting: Setting
    ) -> list[kinds.Record] | str:  # fmt: skip
        """Return the records of one kind, or why there is none: the method named after the kind makes them."""
        result: kinds.Record | list[kinds.Record] | str = getattr(self, f"_{kind}")(frame, fields, status, setting)
        return result if isinstance(result, (str, list)) else [result]

    # Roles

    def _actors(self, frame: Frame, reference: str) -> tuple[Actor, ...]:
        """Return the actors of `$a $b` (all) or `$a|$b` (the first filled)."""
        found: list[Actor] = []
        for part in named_roles(reference):
            for name in part:
                mentions = [frame.place] if name == "place" and frame.place is not None else frame.actors.get(name)
                if mentions:
                    found += [self.wording.actor(m) for m in mentions]
                    break
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def _guessed(self, frame: Frame, side: str) -> tuple[Actor, ...]:
        """Return who is besides the side of an event that its clause leaves open."""
        return tuple(self.wording.actor(m) for m in frame.beside.get(side, ()))

    def _matter(self, frame: Frame, kind: str) -> Item | None:
        return next((frame.nouns[c] for c in MATTER.get(kind, ()) if c in frame.nouns), None)

    def _name(self, matter: Item | None) -> str:
        return self.wording.words(matter) if matter is not None else ""

    def _common(self, kind: str, setting: Setting, frame: Frame, key: str) -> dict[str, Any]:
        evidence = setting.evidence
        return {
            "id": kinds.record_id(setting.article, kind, evidence.start, evidence.end, key),
            "article": setting.article,
            "evidence": evidence,
            "said_by": setting.said_by,
            "date": setting.date,
            "rule": f"{frame.sense.rule} {frame.concept.name}",
            "confidence": setting.confidence,
        }

    def _place_of(self, place: Mention | None) -> Place | None:
        return Place(place.country, self.wording.actor(place).name) if place is not None else None

    # Kinds

    def _event(self, frame: Frame, fields: Fields, status: Status, setting: Setting) -> kinds.Record | str:
        actor = self._actors(frame, fields.get("actor", "$actor"))
        recipient = self._actors(frame, fields.get("recipient", "$recipient"))
        if lacking := self._lacking(frame, fields, actor, recipient):
            return lacking
        recipient = others(str(fields["type"]), actor, told_closer(recipient))
        actor = actor or understood(frame, str(fields.get("actor", "")))
        recipient = recipient or (understood(frame, str(fields.get("recipient", ""))) if frame.whom else ())
        told_of = (actor, of_land(recipient, frame.land))
        actor, recipient = (told or self._guessed(frame, s) for told, s in zip(told_of, SIDES, strict=True))
        sure = 1.0 if (actor, recipient) == told_of else GUESS
        if frame.concept.shape == "reciprocal":
            actor, recipient = tuple(dict.fromkeys((*actor, *recipient))), ()
        own = bool({a.country for a in actor} & {a.country for a in setting.said_by})
        refused = is_refusal(frame.predicate.tense, setting.unwilling, own, bool(setting.said_by) and not own)
        told = "CONCEDE" if frame.yields and fields["type"] == "AGREE" else fields["type"]
        event_type, status = told_as(self.inventory.types, told, setting.told(status), actor, refused)
        if frame.concept.shape == "reciprocal":
            acting = {m.code for m in frame.predicate.mentions("subj")} or {a.code for a in setting.said_by}
            actor, recipient = refusing(event_type, actor, frozenset(acting))
        mode = str(fields.get("mode", "")) if event_type == fields["type"] else ""
        cameo = self.inventory.cameo(fields["type"], event_type, str(fields.get("cameo", "")))
        key = f"{event_type}:{','.join(a.code for a in actor)}:{','.join(a.code for a in recipient)}"
        common = self._common("event", setting, frame, key)
        common["confidence"] *= sure
        return kinds.Event(
            **common, status=status, type=event_type, mode=mode, cameo=cameo,
            contexts=tuple(fields.get("contexts", ())),
            score=self.inventory.score(event_type, mode), goldstein=self.inventory.goldstein(cameo),
            actor=actor, recipient=recipient, place=self._place_of(frame.place),
        )  # fmt: skip

    def _lacking(
        self, frame: Frame, fields: Fields, actor: tuple[Actor, ...], recipient: tuple[Actor, ...]
    ) -> str:  # fmt: skip
        """Return what an event lacks to be made, empty where it has all."""
        said = {"$actor"} if frame.concept.speaker and frame.unnamed else set()
        asked = {role for key in ("when", "needs") if (role := fields.get(key))} - said
        needed = [role for role in sorted(asked) if not self._actors(frame, role)]
        if needed:
            return f"needs {' and '.join(needed)}"
        if frame.concept.speaker and set(actor) & set(recipient):
            return "said of the speaker"
        if frame.concept.speaker and recipient and all(a.sector in OUTLAWS for a in recipient):
            return "said of criminals"
        if len({a.code for a in actor}) < fields.get("min_actors", 0) and not frame.several:
            return f"expected {fields['min_actors']} actors, got {len(actor)}"
        told = frame.concept.bare in ANYBODY and fields["type"] not in BETWEEN
        somebody = actor or recipient or told or frame.unnamed
        if not somebody and not by_law(frame.predicate, fields):
            return "no actor and no recipient"
        return ""

    def _statement(self, frame: Frame, setting: Setting) -> kinds.Record | str:
        speaker = self._actors(frame, "$actor")
        if not speaker:
            return "statement: no speaker"
        if setting.status in UNSAID:
            return f"statement: {setting.status}"
        via = frame.nouns.get("statement")
        predicate = frame.predicate
        return kinds.Statement(
            **self._common("statement", setting, frame, f"{frame.concept.act}:{','.join(a.code for a in speaker)}"),
            speaker=speaker, act=frame.concept.act, to=self._actors(frame, "$recipient"),  # type: ignore[arg-type]
            via=via.role if via else "", quoted=predicate.quoted, content=self.wording.span(frame.content),
        )  # fmt: skip

    def _standing(self, frame: Frame, fields: Fields, status: Status, setting: Setting) -> list[kinds.Record] | str:
        alternatives = (self._actors(frame, reference) for reference in str(fields["subject"]).split("|"))
        done = fields["value"] if status in ("actual", "historical") else ""
        parties = ([actor for actor in found if is_party(actor, done)] for found in alternatives)
        subjects = next((found for found in parties if found), [])
        of = self._actors(frame, fields["of"])
        subjects = subjects or self._bodies(frame, fields, of)
        if not subjects or not of or not of[0].code.startswith("IGO:"):
            return "needs a state and an institution"
        if fields["value"] not in VALUES_OF[fields["aspect"]]:
            return f"{fields['value']} is no value of {fields['aspect']}"
        made = [self._standing_of(a, b, frame, fields, status, setting) for a in subjects for b in listed(frame, of)]
        return [msgspec.structs.replace(one, by=tuple(a for a in one.by if a not in subjects)) for one in made]

    def _bodies(self, frame: Frame, fields: Fields, of: tuple[Actor, ...]) -> list[Actor]:
        """Return the body that is itself a member of another one ("the African Union joined the G20"), as a list."""
        told = frame.predicate.pos != "noun" or bool(frame.predicate.mentions("subj"))
        if fields["value"] not in BODIES_ARE or not told or not of:
            return []
        named = self._actors(frame, str(fields["subject"]))
        return [a for a in named if a.code.startswith("IGO:") and not a.role and a.country != of[0].country]

    def _standing_of(
        self, subject: Actor, institution: str, frame: Frame, fields: Fields, status: Status, setting: Setting
    ) -> kinds.Standing:  # fmt: skip
        """Return the standing of one party: each member of a list has its own."""
        aspect, value = fields["aspect"], fields["value"]
        return kinds.Standing(
            **self._common("standing", setting, frame, f"{subject.country}:{institution}:{aspect}:{value}"),
            status=status, subject=subject, of=institution, axis=AXIS_OF[aspect], aspect=aspect, value=value,
            by=self._actors(frame, fields.get("by", "")),
        )  # fmt: skip

    def _commitment(self, frame: Frame, fields: Fields, status: Status, setting: Setting) -> kinds.Record | str:
        by, to = self._actors(frame, fields["by"]), self._actors(frame, fields["to"])
        if not by:
            return "nobody who promises"
        subject, _, usual = str(fields["subject"]).partition("|")
        if subject.startswith("$"):
            matter = self._matter(frame, "commitment")
            named = matter.role if matter is not None and matter.role in SUBJECTS else ""
            subject = named or frame.subject or promised_thing(frame) or usual or "other"
        subject = (promised_thing(frame) if subject == "aid" else "") or subject  # "pledged Chad air defence systems"
        states, said = {a.country for a in by}, {a.country for a in setting.said_by}
        to = owed(by, to)
        ways = {"$recipient": bool({a.country for a in to} - states), "$said": bool(states & said)}
        if (when := str(fields.get("when") or "")) and not any(ways[way] for way in when.split("|")):
            return "nobody to whom it is promised"
        act, status = promise_as_told(str(fields["act"]), status, setting.acts)
        common = self._common("commitment", setting, frame, f"{by[0].code}:{act}:{subject}")
        if setting.due is not None and setting.date is not None and setting.date.text == setting.due.text:
            common["date"] = None
        return kinds.Commitment(
            **common, status=status, by=by, to=to, subject=subject,  # type: ignore[arg-type]
            act=act, due=setting.due,  # type: ignore[arg-type]
        )  # fmt: skip

    def _agreement(self, frame: Frame, fields: Fields, status: Status, setting: Setting) -> kinds.Record | str:
        matter = self._matter(frame, "agreement")
        if not self._named(frame, str(fields.get("when", "")), matter):
            return "no treaty or deal is named"
        told = self._actors(frame, "$parties") or self._actors(frame, fields["parties"])
        parties = tuple(a for a in told if a.country not in frame.states("treaty"))
        if len(parties) < fields.get("min_parties", 0):
            return f"expected {fields['min_parties']} parties, got {len(parties)}"
        if not parties and matter is None and not frame.of("treaty"):
            return "neither parties nor a name"
        form = deal_form(frame, str(fields["form"]), matter)
        key = f"{form}:{fields['stage']}:{','.join(sorted(a.country for a in parties))}"
        return kinds.Agreement(
            **self._common("agreement", setting, frame, key), status=status, parties=parties,
            form=form, name=self._name(matter) or self._treaty(frame), stage=fields["stage"],
            ratified_by=self._actors(frame, fields.get("ratified_by", "")),
            mediator=self._mediator(frame, fields, parties), creates=created(frame, str(fields.get("creates", ""))),
        )  # fmt: skip

    def _named(self, frame: Frame, when: str, matter: Item | None) -> bool:
        """Return whether what an agreement asks for is there: its noun, a treaty, a go-between, what was agreed."""
        ways = {"": True, "$matter": matter is not None, "$act": frame.infinitive}
        return any(ways.get(way) or frame.of(way.removeprefix("$")) for way in when.split("|"))

    def _treaty(self, frame: Frame) -> str:
        """Return the name of the treaty that an agreement is, empty where none is named."""
        return next((self.wording.actor(m).name for m in frame.of("treaty")), "")

    def _mediator(self, frame: Frame, fields: Fields, parties: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Return who mediated: where "between A and B" names the parties, another one who acts did."""
        mediator = self._actors(frame, fields.get("mediator", ""))
        if mediator or not frame.of("parties") or frame.concept.shape != "reciprocal":
            return mediator
        sides, others = {a.country for a in parties}, self._actors(frame, "$actor")
        return tuple(a for a in others if a.country not in sides) if sides - {a.country for a in others} else ()

    def _meeting(self, frame: Frame, fields: Fields, status: Status, setting: Setting) -> kinds.Record | str:
        participants = self._actors(frame, fields.get("participants", ""))
        of = self._actors(frame, fields.get("of", ""))
        life = meeting_life(fields, status, frame.running)
        told = bool(frame.of("host")) and "$host" in str(fields.get("place", ""))
        matter, dated = self._matter(frame, "meeting"), setting.date is not None
        carried = frame.predicate.light >= 0 or frame.predicate.pos == "light"
        told = told or (frame.place is not None and told_there(fields, life, matter, dated, carried))
        if not participants and not of and not told:
            return "nobody meets"
        if not of and len(participants) == 1 and participants[0].code.startswith("IGO:"):
            of = participants
        if fields.get("needs_setting") and frame.place is None and not (of and setting.date):
            return "a meeting without a place"
        form = form_of(str(fields.get("form", "")), matter, frame.form or "talks")
        subject = frame.predicate.arguments.get("subj")
        sits = form == "talks" and frame.form in SITTINGS and subject is not None and "meeting" in subject.classes
        form = frame.form if sits else form
        key = f"{form}:{life}:{','.join(a.code for a in participants)}:{of[0].code if of else ''}"
        missing: dict[str, Attendance] = {m.code: "absent" for m in frame.of("missing") if m.country}
        return kinds.Meeting(
            **self._common("meeting", setting, frame, key), status=life, form=form,  # type: ignore[arg-type]
            of=of[0].country if of else "", participants=participants,
            attendance=attendance_of(str(fields.get("attendance", "")), life, participants, setting.acts) | missing,
            place=self._place_of(frame.place or receiving(frame, str(fields.get("place", "")))), within=frame.within,
        )  # fmt: skip

    def _stance(self, frame: Frame, fields: Fields, status: Status, setting: Setting) -> kinds.Record | str:
        holder = self._actors(frame, fields["holder"])
        if not holder or status in ("negated", "denied"):
            return "nobody holds it"
        matter = self._matter(frame, "stance")
        return kinds.Stance(
            **self._common("stance", setting, frame, f"{holder[0].code}:{fields['stance']}"), status=status,
            holder=holder, issue=self._name(matter), stance=fields["stance"],
        )  # fmt: skip

    def _relation(self, frame: Frame, fields: Fields, status: Status, setting: Setting) -> kinds.Record | str:
        between = self._actors(frame, fields["between"])
        if len({a.country for a in between}) < 2:
            return "expected two sides"
        key = f"{fields['trend']}:{','.join(sorted(a.country for a in between))}"
        return kinds.Relation(
            **self._common("relation", setting, frame, key), status=status, between=between,
            trend=fields["trend"], level=fields.get("level"),
        )  # fmt: skip
