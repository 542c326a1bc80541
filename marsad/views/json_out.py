"""Readings as JSON: the whole reading, and the row that coding a file gives. The same reading gives the same bytes."""

from collections.abc import Iterable
from typing import Any

import msgspec

from marsad.membership import institutions
from marsad.model.article import Reading
from marsad.model.records import Event
from marsad.model.values import Actor

# What is asked of others or hangs on a condition has not been done by anyone: a record, but no event of a coded row.
NOT_CODED = ("demanded", "conditional")
# The kind of an institution that is a part of another one.
ORGAN = "body"


def reading_json(reading: Reading) -> dict[str, Any]:
    """Return {"article": {..., "chain": [...]}, "records": [...]} of plain JSON values."""
    article = msgspec.to_builtins(reading.article)
    extra = {"chain": msgspec.to_builtins(reading.chain), "notes": list(reading.notes)}
    if reading.relation:
        extra["relation"] = {"type": reading.relation}
    return {"article": {**article, **extra}, "records": msgspec.to_builtins(reading.records)}


def coded_row(reading: Reading) -> dict[str, Any]:
    """Return {"id", "events", "records", "chain"} and, for a row with a pair, its "relation" (null: none found)."""
    events = [r for r in reading.records if isinstance(r, Event) and r.status not in NOT_CODED]
    row: dict[str, Any] = {
        "id": reading.article.id,
        "events": [event_row(event) for event in events],
        "records": msgspec.to_builtins(reading.records),
        "chain": msgspec.to_builtins(reading.chain),
    }
    if reading.article.pair:
        row["relation"] = {"type": reading.relation or None}
    return row


def event_row(event: Event) -> dict[str, Any]:
    """Return an event with its actors as codes and its evidence as a span."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "cameo": event.cameo,
        "score": event.score,
        "goldstein": event.goldstein,
        "actor": with_parents(codes(event.actor)),
        "recipient": with_parents(codes(event.recipient)),
        "status": event.status,
        "place": event.place.country if event.place else None,
        "date": msgspec.to_builtins(event.date),
        "said_by": codes(event.said_by),
        "evidence": [event.evidence.start, event.evidence.end],
        "rule": event.rule,
    }


def codes(actors: Iterable[Actor]) -> list[str]:
    """Return the codes in their order, each once."""
    return list(dict.fromkeys(actor.code for actor in actors))


def with_parents(found: list[str]) -> list[str]:
    """Return codes, each organ followed by the institution it is an organ of: PLOVER and CAMEO know that one alone, so
    whoever compares coded events looks for `IGO:UN` where the record has the more precise `IGO:UNSC`.
    """
    parents = ((code, institutions().get(code.removeprefix("IGO:"))) for code in found)
    named = (
        [code, f"IGO:{known.parent}"] if known and known.kind == ORGAN and known.parent else [code]
        for code, known in parents
    )
    return list(dict.fromkeys(code for pair in named for code in pair))


def dump(value: Any) -> bytes:
    """Return the value as one line of JSON with sorted keys, without the line's end."""
    return msgspec.json.encode(value, order="sorted")


def dump_indented(value: Any) -> bytes:
    """Return the value as JSON to be read by people, keys sorted, without the last line's end."""
    return msgspec.json.format(dump(value), indent=2)
