"""Events as PLOVER JSON, one object a line.

Fields are those of the chapter "JSON Data Fields" of the PLOVER manual (openeventdata/PLOVER, draft of 2021), of which
`id`, `date`, `source` and `event` are required. As the manual asks, an event without an actor is left out, actors who
act together are one list, and past, future, hypothetical and negated events say so in `context`. The text is not
passed on, only the words that carry the event (`event_text`), since most texts belong to others.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any

from marsad.lexicon.names import alpha3
from marsad.model.records import Event
from marsad.model.report import Report
from marsad.model.values import Actor, Place
from marsad.views.exports.dyads import UNKNOWN, event_day, quad

REQUIRED = ("id", "date", "source", "event")
# The manual's contexts for what our status says; an allegation is a comment, the manual has no word for it.
CONTEXTS = {
    "planned": "future", "historical": "historical", "possible": "hypothetical", "conditional": "hypothetical",
    "demanded": "hypothetical", "negated": "negation", "denied": "negation",
}  # fmt: skip
CODEBOOK = "plover-base-0.8"
Fields = dict[str, Any]


def plover_events(reports: Iterable[Report]) -> Iterator[Fields]:
    """Yield the events among the reports that name an actor."""
    return (_event(r, r.record) for r in reports if isinstance(r.record, Event) and r.record.actor)


def _event(report: Report, event: Event) -> Fields:
    source = report.source
    contexts = [*event.contexts, *([CONTEXTS[event.status]] if event.status in CONTEXTS else [])]
    fields = {
        "id": f"{source.article}/{source.version}/{event.id}",
        "has_event": True,
        "date": event_day(report).isoformat(),
        "enddate": event.date.end.isoformat() if event.date and event.date.end else "",
        "source": [_actor(actor) for actor in event.actor],
        "recipient": [_actor(actor) for actor in event.recipient],
        "event": [event.type],
        "event_loc": _place(event.place),
        "event_text": [event.evidence.text],
        "quad_code": quad(event),
        "event_scale": event.score,
        "mode": [event.mode] if event.mode else [],
        "context": contexts,
        "link": source.story,
        "text_info": {"sequence": event.evidence.sent, "start": event.evidence.start, "end": event.evidence.end},
        "cite_info": _filled(
            {"citation": source.article, "url": source.url, "title": source.title, "language": source.lang,
             "publication": source.outlet, "codebook": CODEBOOK}
        ),
        "coder": f"marsad {version('marsad')}",
        "comment": event.status if event.status == "alleged" else "",
        "cameo": event.cameo,
        "rule": event.rule,
    }  # fmt: skip
    return _filled(fields)


def _filled(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value not in ("", [], {})}


def _actor(actor: Actor) -> Fields:
    """Return an actor object: an institution has the code IGO and its short name as identifier."""
    body = actor.country.startswith("IGO:")
    return _filled({
        "code": "IGO" if body else "" if actor.country == UNKNOWN else actor.country,
        "sector": actor.sector,
        "actor_text": actor.name,
        "identifier_text": actor.country.removeprefix("IGO:") if body else actor.person,
        "office": actor.role,
    })  # fmt: skip


def _place(place: Place | None) -> Fields:
    if place is None:
        return {}
    alpha2 = next((code for code, iso3 in alpha3().items() if iso3 == place.country), "")
    return _filled({"name": place.name, "cc3": place.country, "country code": alpha2})
