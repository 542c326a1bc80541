"""Where each record comes from, as W3C PROV in JSON-LD: a record, the article, the chain behind it, speakers, reader.

Terms are those of PROV-O (https://www.w3.org/TR/prov-o/). The page that was read was derived from what it translates or
relays and so on to the origin; a quotation is `prov:wasQuotedFrom`, the last link `prov:hadPrimarySource`.
"""

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from marsad.model.records import to_json
from marsad.model.report import Report, Source
from marsad.model.values import Actor, Link

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "marsad": "urn:marsad:",
}
READER = "marsad:reader"
Node = dict[str, Any]


def provenance_nodes(reports: Iterable[Report]) -> Iterator[Node]:
    """Yield the nodes of the graph, each once: reader, articles with their chains, speakers, records."""
    seen: set[str] = set()
    for node in _nodes(reports):
        if node["@id"] not in seen:
            seen.add(node["@id"])
            yield node


def _nodes(reports: Iterable[Report]) -> Iterator[Node]:
    yield {"@id": READER, "@type": "prov:SoftwareAgent", "schema:softwareVersion": version("marsad")}
    for report in reports:
        yield from _article(report.source)
        yield from (_speaker(actor) for actor in report.record.said_by)
        yield _record(report)


def _record(report: Report) -> Node:
    record = report.record
    fields = {n: v for n, v in to_json(record).items() if n not in ("id", "article", "evidence", "said_by", "rule")}
    return {
        "@id": _id("record", record.id, _version(report.source)),
        "@type": ["prov:Entity", f"marsad:{fields.pop('kind')}"],
        "prov:wasDerivedFrom": {"@id": _article_id(report.source)},
        "prov:wasAttributedTo": [{"@id": READER}, *({"@id": _speaker(a)["@id"]} for a in record.said_by)],
        "prov:value": record.evidence.text,
        "marsad:start": record.evidence.start,
        "marsad:end": record.evidence.end,
        "marsad:rule": record.rule,
        **{f"marsad:{name}": value for name, value in fields.items() if value not in ("", None, (), {})},
    }


def _article(source: Source) -> Iterator[Node]:
    """Yield the article, who published it, and what each link of its chain took from the next."""
    first: Node = {"@id": _article_id(source), "@type": "prov:Entity", "schema:inLanguage": source.lang}
    if source.title:
        first["schema:name"] = source.title
    if source.url:
        first["schema:url"] = source.url
    if source.published:
        first["prov:generatedAtTime"] = {"@value": source.published.isoformat(), "@type": "xsd:date"}
    if source.outlet:
        first["prov:wasAttributedTo"] = {"@id": _id("outlet", source.outlet)}
        yield _outlet(source.outlet, source.outlet)
    links = [link for link in source.chain if link.id != source.outlet]
    yield first | _taken(source, links, 0)
    for number, link in enumerate(links):
        yield _outlet(link.id, link.name)
        told: Node = {"@id": _telling_id(source, number), "@type": "prov:Entity"}
        yield told | {"prov:wasAttributedTo": {"@id": _id("outlet", link.id)}} | _taken(source, links, number + 1)


def _taken(source: Source, links: list[Link], number: int) -> Node:
    """Return what a telling took from the next link; that of the page itself is told by the first link."""
    if number >= len(links):
        return {}
    hops = [source.chain[0].hop, *(link.hop for link in links)]
    term = "prov:wasQuotedFrom" if hops[number] == "quotes" else "prov:wasDerivedFrom"
    taken = {"@id": _telling_id(source, number)}
    return {term: taken, "prov:hadPrimarySource": taken} if number == len(links) - 1 else {term: taken}


def _outlet(slug: str, name: str) -> Node:
    return {"@id": _id("outlet", slug), "@type": "prov:Organization", "schema:name": name or slug}


def _speaker(actor: Actor) -> Node:
    name = actor.person or actor.role or actor.name
    node: Node = {"@id": _id("speaker", actor.code, name), "@type": "prov:Agent", "marsad:code": actor.code}
    return node | {f"marsad:{k}": v for k, v in (("role", actor.role), ("person", actor.person)) if v}


def _article_id(source: Source) -> str:
    return _id("article", source.article, _version(source))


def _telling_id(source: Source, number: int) -> str:
    return _id("article", source.article, _version(source), f"link{number}")


def _version(source: Source) -> str:
    return f"v{source.version}"


def _id(*parts: str) -> str:
    return "marsad:" + ":".join(quote(part, safe="") for part in parts)
