"""Frames become records: the templates of a concept filled with what its roles hold."""

from collections.abc import Callable
from typing import Any

import msgspec

from marsad.inventory import Inventory, Template
from marsad.mentions.items import Item, Mention
from marsad.model import records as kinds
from marsad.model.values import AXIS_OF, VALUES_OF, Actor, CommitmentSubject, Evidence, Interval, Place, Status, choices
from marsad.records.roles import Frame

# Which class of noun gives `$matter` in which kind of record.
MATTER = {
    "agreement": ("agreement",),
    "meeting": ("meeting",),
    "commitment": ("subject",),
    "stance": ("proposal", "offer", "decision", "agreement", "policy", "invitation", "request", "accusation"),
}
# A deal about one of these is named after it.
OFFICIAL = frozenset({"", "GOV", "MIL", "LEG", "JUD"})
GENERIC_FORMS = frozenset({"agreement", "deal", "accord", "plan"})
REFINED = {"border": "border agreement", "prisoners": "prisoner exchange"}
SUBJECTS = frozenset(choices(CommitmentSubject))


class Setting(msgspec.Struct, frozen=True):
    """What all records of one clause share."""

    article: str
    evidence: Evidence
    said_by: tuple[Actor, ...]
    date: Interval | None
    status: Status
    confidence: float


class Builder:
    """Makes the records of frames; `named` gives the actor of a mention, `words` the text of an item."""

    def __init__(
        self, inventory: Inventory, named: Callable[[Mention], Actor], words: Callable[[Item], str]
    ) -> None:  # fmt: skip
        self.inventory, self.named, self.words = inventory, named, words

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
                    result = getattr(self, f"_{template.kind}")(frame, fields, status, setting)
                    made += [] if isinstance(result, str) else [result]
        return made

    def _one(self, frame: Frame, setting: Setting, template: Template) -> list[kinds.Record] | str:
        fields, status = dict(template.fields), setting.status
        if template.kind == "standing":
            status = fields.pop("status", status)
        if template.only and setting.status not in template.only:
            return f"{template.kind}: only where {' or '.join(template.only)}"
        if status == "possible" and template.on_possible:
            fields |= template.on_possible
            status = fields.pop("status", status) if template.kind == "standing" else status
        if status == "negated" and template.on_refused and frame.predicate.tense == "future":
            fields |= template.on_refused
            status = fields.pop("status", status) if template.kind != "meeting" else status
        elif status in ("negated", "denied") and template.on_negated:
            fields |= template.on_negated
            status = fields.pop("status", status)
        elif status in ("planned", "conditional") and template.on_planned:
            fields |= template.on_planned
            status = fields.pop("status", status) if template.kind == "standing" else status
        make = getattr(self, f"_{template.kind}")
        result: kinds.Record | list[kinds.Record] | str = make(frame, fields, status, setting)
        if isinstance(result, str):
            return f"{template.kind}: {result}"
        return result if isinstance(result, list) else [result]

    # Roles

    def _actors(self, frame: Frame, reference: str) -> tuple[Actor, ...]:
        """Return the actors of `$a $b` (all) or `$a|$b` (the first filled)."""
        found: list[Actor] = []
        for part in reference.split():
            for name in part.split("|"):
                mentions = frame.actors.get(name.removeprefix("$"), [])
                if name == "$place" and frame.place is not None:
                    mentions = [frame.place]
                if mentions:
                    found.extend(self.named(m) for m in mentions)
                    break
        return tuple(dict.fromkeys(found))

    def _matter(self, frame: Frame, kind: str) -> Item | None:
        return next((frame.nouns[c] for c in MATTER.get(kind, ()) if c in frame.nouns), None)

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

    def _place_of(self, frame: Frame) -> Place | None:
        if frame.place is None:
            return None
        return Place(frame.place.country, self.named(frame.place).name)

    # Kinds

    def _event(self, frame: Frame, fields: dict[str, Any], status: Status, setting: Setting) -> kinds.Record | str:
        event_type = str(fields["type"])
        actor = self._actors(frame, fields.get("actor", "$actor"))
        recipient = self._actors(frame, fields.get("recipient", "$recipient"))
        needed = fields.get("when") or fields.get("needs")
        if needed and not self._actors(frame, needed):
            return f"needs {needed}"
        if len({a.code for a in actor}) < fields.get("min_actors", 0):
            return f"expected {fields['min_actors']} actors, got {len(actor)}"
        if not actor and not recipient and frame.concept.bare != "always" and not frame.unnamed:
            return "no actor and no recipient"
        if status == "planned":
            event_type = self.inventory.types[event_type].planned
        if frame.concept.shape == "reciprocal":
            actor, recipient = tuple(dict.fromkeys((*actor, *recipient))), ()
        official = self.inventory.types[event_type].official
        if official and actor and all(a.sector in OFFICIAL and a.country != "---" for a in actor):
            event_type = official
        mode = str(fields.get("mode", "")) if event_type == fields["type"] else ""
        key = f"{event_type}:{','.join(a.code for a in actor)}:{','.join(a.code for a in recipient)}"
        return kinds.Event(
            **self._common("event", setting, frame, key), status=status, type=event_type, mode=mode,
            contexts=tuple(fields.get("contexts", ())), cameo=str(fields.get("cameo", "")),
            score=self.inventory.score(event_type, mode), actor=actor, recipient=recipient,
            place=self._place_of(frame),
        )  # fmt: skip

    def _statement(self, frame: Frame, setting: Setting) -> kinds.Record | str:
        speaker = self._actors(frame, "$actor")
        if not speaker:
            return "statement: no speaker"
        if setting.status in ("negated", "planned", "conditional", "demanded"):
            return f"statement: {setting.status}"
        via = frame.nouns.get("statement")
        predicate = frame.predicate
        return kinds.Statement(
            **self._common("statement", setting, frame, f"{frame.concept.act}:{','.join(a.code for a in speaker)}"),
            speaker=speaker, act=frame.concept.act, to=self._actors(frame, "$recipient"),  # type: ignore[arg-type]
            via=via.role if via else "", quoted=predicate.quoted,
        )  # fmt: skip

    def _standing(
        self, frame: Frame, fields: dict[str, Any], status: Status, setting: Setting
    ) -> list[kinds.Record] | str:
        subjects = [a for a in self._actors(frame, fields["subject"]) if not a.code.startswith(("IGO:", "---"))]
        of = self._actors(frame, fields["of"])
        if not subjects or not of or not of[0].code.startswith("IGO:"):
            return "needs a state and an institution"
        aspect, value = fields["aspect"], fields["value"]
        if value not in VALUES_OF[aspect]:
            return f"{value} is no value of {aspect}"
        institution = of[0].country
        return [self._standing_of(subject, institution, frame, fields, status, setting) for subject in subjects]

    def _standing_of(  # noqa: PLR0913 -- one member of a list, all else shared
        self, subject: Actor, institution: str, frame: Frame, fields: dict[str, Any], status: Status, setting: Setting
    ) -> kinds.Record:  # fmt: skip
        """Return the standing of one party: each member of a list has its own."""
        aspect, value = fields["aspect"], fields["value"]
        return kinds.Standing(
            **self._common("standing", setting, frame, f"{subject.country}:{institution}:{aspect}:{value}"),
            status=status, subject=subject, of=institution, axis=AXIS_OF[aspect], aspect=aspect, value=value,
            by=tuple(a for a in self._actors(frame, fields.get("by", "")) if a != subject),
        )  # fmt: skip

    def _commitment(self, frame: Frame, fields: dict[str, Any], status: Status, setting: Setting) -> kinds.Record | str:
        by, to = self._actors(frame, fields["by"]), self._actors(frame, fields["to"])
        if not by:
            return "nobody who promises"
        subject = str(fields["subject"])
        if subject.startswith("$"):
            matter = self._matter(frame, "commitment")
            named = matter.role if matter is not None and matter.role in SUBJECTS else ""
            subject = named or frame.subject or "other"
        to = tuple(a for a in to if a not in by)
        key = f"{by[0].code}:{fields['act']}:{subject}"
        return kinds.Commitment(
            **self._common("commitment", setting, frame, key), status=status, by=by, to=to, subject=subject,  # type: ignore[arg-type]
            act=fields["act"],
        )  # fmt: skip

    def _agreement(self, frame: Frame, fields: dict[str, Any], status: Status, setting: Setting) -> kinds.Record | str:
        matter = self._matter(frame, "agreement")
        if fields.get("when") and matter is None:
            return "no treaty or deal is named"
        parties = self._actors(frame, "$parties") or self._actors(frame, fields["parties"])
        mediator = self._actors(frame, fields.get("mediator", ""))
        if frame.actors.get("parties") and frame.concept.shape == "reciprocal" and not mediator:
            others = self._actors(frame, "$actor")
            mediator = tuple(a for a in others if a not in parties) if set(parties) - set(others) else ()
        if len(parties) < fields.get("min_parties", 0):
            return f"expected {fields['min_parties']} parties, got {len(parties)}"
        if not parties and matter is None:
            return "neither parties nor a name"
        form = str(fields["form"])
        if form.startswith("$"):
            form = matter.role if matter is not None else "agreement"
        if form in GENERIC_FORMS:
            form = next((refined for noun, refined in REFINED.items() if noun in frame.nouns), form)
        return kinds.Agreement(
            **self._common("agreement", setting, frame, f"{form}:{fields['stage']}"), status=status, parties=parties,
            form=form, name=self.words(matter) if matter is not None else "", stage=fields["stage"],
            ratified_by=self._actors(frame, fields.get("ratified_by", "")),
            mediator=mediator,
        )  # fmt: skip

    def _meeting(self, frame: Frame, fields: dict[str, Any], status: Status, setting: Setting) -> kinds.Record | str:
        participants = self._actors(frame, fields.get("participants", ""))
        of = self._actors(frame, fields.get("of", ""))
        if not participants and not of:
            return "nobody meets"
        if not of and len(participants) == 1 and participants[0].code.startswith("IGO:"):
            of = participants
        if fields.get("needs_setting") and frame.place is None:
            return "neither a place"
        matter = self._matter(frame, "meeting")
        form = str(fields.get("form", ""))
        if form.startswith("$"):
            form = matter.role if matter is not None else "talks"
        attendance = str(fields.get("attendance", ""))
        life = str(fields.get("status") or meeting_status(status))
        if life == "planned" and not attendance:
            attendance = "expected"
        key = f"{form}:{life}:{','.join(a.code for a in participants)}:{of[0].code if of else ''}"
        return kinds.Meeting(
            **self._common("meeting", setting, frame, key), status=life, form=form,  # type: ignore[arg-type]
            of=of[0].country if of else "", participants=participants,
            attendance={a.code: attendance for a in participants if not a.code.startswith("IGO:")} if attendance else {},  # type: ignore[misc]
            place=self._place_of(frame) or self._visited(frame, str(fields.get("place", ""))),
        )  # fmt: skip

    def _visited(self, frame: Frame, reference: str) -> Place | None:
        """Return the state that receives, where the template lets it be the place of the meeting."""
        hosts = [m for m in frame.actors.get("recipient", []) if m.country and not m.country.startswith("IGO:")]
        if "$recipient" not in reference or not hosts:
            return None
        return Place(hosts[0].country, self.named(hosts[0]).name)

    def _stance(self, frame: Frame, fields: dict[str, Any], status: Status, setting: Setting) -> kinds.Record | str:
        holder = self._actors(frame, fields["holder"])
        if not holder:
            return "nobody holds it"
        matter = self._matter(frame, "stance")
        return kinds.Stance(
            **self._common("stance", setting, frame, f"{holder[0].code}:{fields['stance']}"), status=status,
            holder=holder, issue=self.words(matter) if matter is not None else "", stance=fields["stance"],
        )  # fmt: skip

    def _relation(self, frame: Frame, fields: dict[str, Any], status: Status, setting: Setting) -> kinds.Record | str:
        between = self._actors(frame, fields["between"])
        if len({a.country for a in between}) < 2:
            return "expected two sides"
        key = f"{fields['trend']}:{','.join(sorted(a.country for a in between))}"
        return kinds.Relation(
            **self._common("relation", setting, frame, key), status=status, between=between,
            trend=fields["trend"], level=fields.get("level"),
        )  # fmt: skip


def meeting_status(status: Status) -> str:
    """Return the life cycle of a meeting that a clause of this status reports."""
    return {"actual": "held", "historical": "held", "alleged": "held", "demanded": "possible"}.get(status, status)
