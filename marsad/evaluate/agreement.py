"""Whether one report read in several languages gives one and the same record.

Rows are translations of one another where their ids are the same before the last colon (`a1:xx`, `a1:yy`). Two records
are the same where they are of one kind and all main fields of that kind are equal: actors by their codes, sector
included and in any order, dates by their days, places by their country. What is told in words (names of treaties,
issues, conditions) and where the record stands are not compared.

The share of a pair of languages is that of two multisets, counted text by text: twice the number of records that both
have, divided by the number of records of the one plus that of the other. 1 is perfect; a text that gives nothing in
both languages counts for nothing. `events` compares the events alone, `records` all kinds together. The figure of a
file is the mean over its pairs of languages, each weighing the same. Beside it stand two looser ones that tell where
agreement is lost: `by country`, actors without their sectors, and `by type`, type and status of events alone.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import Any

import msgspec

from marsad.views.explain import record_line

# The main fields of each kind that can be the same in two languages (DESIGN.md: what a record says).
MAIN: dict[str, tuple[str, ...]] = {
    "event": ("type", "actor", "recipient", "status"),
    "statement": ("speaker", "act", "to", "via", "status"),
    "standing": ("subject", "of", "axis", "aspect", "value", "by", "status"),
    "commitment": ("by", "to", "subject", "act", "due", "status"),
    "agreement": ("parties", "form", "stage", "ratified_by", "mediator", "creates", "status"),
    "meeting": ("form", "of", "participants", "attendance", "place", "date", "status"),
    "stance": ("holder", "stance", "status"),
    "relation": ("between", "trend", "level", "status"),
    "warning": ("about", "status"),
}
Key = tuple[Any, ...]
Record = dict[str, Any]
EVENTS, ALL = "events", "records"


class Version(msgspec.Struct, frozen=True):
    """One text in one language: `story` is what its id shares with its translations."""

    story: str
    lang: str
    text: str
    records: tuple[Record, ...]


class Share(msgspec.Struct):
    """How many records two languages have in common, and how many they have, one plus the other."""

    common: int = 0
    total: int = 0

    def add(self, one: Counter[Key], other: Counter[Key]) -> None:
        """Add the records of one text in both languages."""
        self.common += (one & other).total()
        self.total += one.total() + other.total()

    @property
    def value(self) -> float | None:
        """Twice what is common by what there is; None where there is nothing."""
        return 2 * self.common / self.total if self.total else None


class Agreement(msgspec.Struct):
    """The shares by pair of languages and by kind (`events`, `records` for all kinds, then each kind by its name)."""

    pairs: dict[tuple[str, str], dict[str, Share]]
    stories: list[dict[str, Version]]

    def mean(self, kind: str) -> float | None:
        """Return the mean of a kind's share over the pairs that have any, None where none has."""
        values = [v for shares in self.pairs.values() if (s := shares.get(kind)) and (v := s.value) is not None]
        return sum(values) / len(values) if values else None


def agreement(versions: Iterable[Version], same_by: Callable[[Record], Key] | None = None) -> Agreement:
    """Return how far translations of the same texts give the same records, by their main fields or by another key."""
    stories: defaultdict[str, dict[str, Version]] = defaultdict(dict)
    for version in versions:
        stories[version.story][version.lang] = version
    pairs: defaultdict[tuple[str, str], dict[str, Share]] = defaultdict(dict)
    for story in stories.values():
        keys = {lang: _by_kind(version, same_by or main_fields) for lang, version in story.items()}
        for one, other in combinations(sorted(story), 2):
            for kind in sorted({*keys[one], *keys[other], EVENTS, ALL}):
                pairs[one, other].setdefault(kind, Share()).add(keys[one][kind], keys[other][kind])
    return Agreement(dict(sorted(pairs.items())), list(stories.values()))


def _by_kind(version: Version, same_by: Callable[[Record], Key]) -> defaultdict[str, Counter[Key]]:
    found: defaultdict[str, Counter[Key]] = defaultdict(Counter)
    for record in version.records:
        key = same_by(record)
        for kind in (record["kind"], ALL, *([EVENTS] if record["kind"] == "event" else [])):
            found[kind][key] += 1
    return found


def main_fields(record: Record) -> Key:
    """Return the kind and main fields of a record in a form in which two languages can be compared."""
    kind = record["kind"]
    return (kind, *(_comparable(record.get(field)) for field in MAIN[kind]))


def countries_only(record: Record) -> Key:
    """Return the main fields with actors by country alone: what is lost to sectors shows beside `main_fields`."""
    kind = record["kind"]
    return (kind, *(_country(_comparable(record.get(field))) for field in MAIN[kind]))


def _country(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(sorted({str(_country(v)) for v in value}))
    return value.partition(" ")[0] if isinstance(value, str) else value


def type_and_status(record: Record) -> Key:
    """Return kind, type and status alone: what is lost to actors shows beside `countries_only`."""
    return (record["kind"], record.get("type"), record.get("status"))


def _comparable(value: Any) -> Any:
    """Return codes for actors, in order and each once, days for dates, the country for a place."""
    if isinstance(value, list | tuple):
        return tuple(sorted({_comparable(v) for v in value}))
    if not isinstance(value, dict):
        return value or ""
    if "start" in value:
        return (value["start"], value["end"])
    return value.get("code") or value.get("country") or tuple(sorted(value.items()))


def agreement_json(found: Agreement) -> dict[str, Any]:
    """Return the means over the pairs, those of each kind, and the shares of each pair."""
    versions = [version for story in found.stories for version in story.values()]
    by_country, by_type = agreement(versions, countries_only), agreement(versions, type_and_status)
    kinds = sorted({kind for shares in found.pairs.values() for kind in shares} - {EVENTS, ALL, "event"})
    return {
        "stories": len(found.stories),
        EVENTS: _rounded(found.mean(EVENTS)),
        ALL: _rounded(found.mean(ALL)),
        "by_country": {EVENTS: _rounded(by_country.mean(EVENTS)), ALL: _rounded(by_country.mean(ALL))},
        "by_type": {EVENTS: _rounded(by_type.mean(EVENTS))},
        "kinds": {kind: _rounded(found.mean(kind)) for kind in kinds},
        "pairs": {f"{a}-{b}": _pair_json(shares) for (a, b), shares in found.pairs.items()},
    }


def _pair_json(shares: dict[str, Share]) -> dict[str, float | None]:
    return {kind: _rounded(share.value) for kind, share in shares.items() if kind != "event"}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def agreement_table(name: str, found: Agreement) -> str:
    """Return the shares as a table: a line a pair, a column a kind."""
    figures = agreement_json(found)
    columns = [EVENTS, ALL, *figures["kinds"]]
    mean = {EVENTS: figures[EVENTS], ALL: figures[ALL], **figures["kinds"]}
    lines = [f"{name}: {figures['stories']} texts", _line(["", *columns])]
    looser = [("by country", figures["by_country"]), ("by type", figures["by_type"])]
    for pair, shares in [("mean", mean), *looser, *figures["pairs"].items()]:
        lines.append(_line([pair, *("" if (v := shares.get(c)) is None else f"{v:.3f}" for c in columns)]))
    return "\n".join([*lines, ""])


def _line(cells: list[str]) -> str:
    return (f"  {cells[0]:12}" + "".join(f"{cell:>12}" for cell in cells[1:])).rstrip()


def disagreements(found: Agreement) -> str:
    """Return every text whose languages differ: its versions, and each record that some of them lack.

    `ar en, not fa`: read in Arabic and in English, not in Persian; the record shown is that of the first of them.
    """
    return "\n".join(line for story in found.stories if len(story) > 1 for line in _differences(story))


def _differences(story: dict[str, Version]) -> Iterator[str]:
    counts = {lang: Counter(map(main_fields, version.records)) for lang, version in sorted(story.items())}
    shared = {key for c in counts.values() for key in c if len({other[key] for other in counts.values()}) > 1}
    if not shared:
        return
    yield next(iter(story.values())).story
    yield from (f"  {lang}: {story[lang].text}" for lang in counts)
    for key in sorted(shared, key=repr):
        have = [lang for lang in counts if counts[lang][key]]
        lack = [lang for lang in counts if counts[lang][key] < max(c[key] for c in counts.values())]
        record = next(r for r in story[have[0]].records if main_fields(r) == key)
        fewer = "fewer in" if set(lack) & set(have) else "not"
        yield f"    {' '.join(have)}, {fewer} {' '.join(lack)}: {record_line(record)}"
