"""Stories: which tellings tell the same news, and which of them only pass on what another told."""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from marsad.stories.groups import Groups
from marsad.stories.likeness import Signature, copies, signatures, told_alike
from marsad.stories.tellings import Telling, origin

COPY_DAYS, NEWS_DAYS = 7, 2  # how far apart copies, and tellings of the same news, may be


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The same news in several outlets and languages.

    `id` is made from its earliest telling. `articles` are in the order of time; `origins` gives each of them the
    outlet, ministry or interview that it goes back to: tellings with the same origin are no independent sources.
    """

    id: str
    articles: tuple[str, ...]
    origins: dict[str, str]


def stories(tellings: Iterable[Telling]) -> tuple[Story, ...]:
    """Return the stories that tellings belong to, the earliest first; the order they come in changes nothing.

    Versions of one article are one story. Two articles are, where one repeats the words of the other (within a
    language), where they report the same (by the records, in any language), or where both go back to one origin and
    share a record.
    """
    ordered = sorted({t.key: t for t in tellings}.values(), key=lambda telling: (telling.source.known, telling.key))
    passed_on, same_news = Groups(range(len(ordered))), Groups(range(len(ordered)))
    for one, other in _copies(ordered):
        passed_on.join(one, other)
        same_news.join(one, other)
    for one, other in _alike(ordered):
        same_news.join(one, other)
    heads = _heads(ordered, passed_on)
    return tuple(_story([ordered[k] for k in group], heads) for group in same_news.sets())


def _copies(ordered: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    yield from copies(ordered, COPY_DAYS)
    first: dict[str, int] = {}
    for k, telling in enumerate(ordered):
        yield first.setdefault(telling.source.article, k), k


def _alike(ordered: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that report the same within days, found by the signatures they share."""
    told = [signatures(telling) for telling in ordered]
    recent: defaultdict[Signature, list[int]] = defaultdict(list)
    for k, found in enumerate(told):
        for j in sorted({j for signature in found for j in recent[signature]}):
            if _apart(ordered[k], ordered[j]) <= NEWS_DAYS and _same(ordered, told, j, k):
                yield j, k
        for signature in found:
            recent[signature] = [j for j in recent[signature] if _apart(ordered[k], ordered[j]) <= NEWS_DAYS] + [k]


def _same(ordered: Sequence[Telling], told: Sequence[frozenset[Signature]], j: int, k: int) -> bool:
    return told_alike(told[j], told[k]) or _meet(ordered[j], ordered[k])


def _meet(one: Telling, other: Telling) -> bool:
    """Return whether a chain leads from one telling to the other, or from both to the same origin."""
    passed = [{link.id for link in t.source.chain} | {t.source.outlet} - {""} for t in (one, other)]
    return origin(one.source) in passed[1] or origin(other.source) in passed[0]


def _apart(one: Telling, other: Telling) -> int:
    return abs(one.source.known - other.source.known) // datetime.timedelta(days=1)


def _heads(ordered: Sequence[Telling], passed_on: Groups[int]) -> dict[tuple[str, int], Telling]:
    """Return for each telling the earliest one whose words it repeats: itself where there is none."""
    return {ordered[k].key: ordered[group[0]] for group in passed_on.sets() for k in group}


def _story(members: list[Telling], heads: dict[tuple[str, int], Telling]) -> Story:
    named = {member.source.article: _named(member, heads[member.key]) for member in members}
    passed_by = {t.source.outlet: origin(t.source) for t in reversed(members) if t.source.outlet and t.source.chain}
    first = members[0].source
    return Story(
        id=story_id(first.article),
        articles=tuple(named),
        origins={article: _followed(name, passed_by) for article, name in named.items()},
    )


def _named(telling: Telling, head: Telling) -> str:
    """Return the origin that a telling names itself, else that of the telling whose words it repeats."""
    return origin(telling.source if telling.source.chain else head.source)


def _followed(name: str, passed_by: dict[str, str]) -> str:
    """Return the origin behind an origin: an outlet of the story that took it from somebody itself."""
    seen = {name}
    while (behind := passed_by.get(name, name)) not in seen:
        seen.add(behind)
        name = behind
    return name


def story_id(article: str) -> str:
    """Return the id of the story whose earliest article this is."""
    return hashlib.sha256(f"story\x1f{article}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
