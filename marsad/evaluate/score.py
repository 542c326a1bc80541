"""What was read, held against the gold rows, counted by set, language and type.

Types are matched as multisets, text by text; of all ways to pair events the one with most pairs counts. Events that are
`optional`, and in the figures that ask for actors those marked `ctx`, count neither way: they are not missed, and a
record of their type that nothing else matches is not wrong.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from marsad.evaluate.codes import side_fits
from marsad.evaluate.gold import NO_EVENT, Gold, GoldEvent
from marsad.evaluate.matching import match
from marsad.evaluate.records import meets

Answer = dict[str, Any]
LEVELS = ("type", "who", "full")
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


class Counts(msgspec.Struct):
    """How many were asked for, how many came, and how many of them match."""

    gold: int = 0
    predicted: int = 0
    matched: int = 0

    def add(self, gold: int, predicted: int, matched: int) -> None:
        """Add the counts of one text."""
        self.gold, self.predicted, self.matched = self.gold + gold, self.predicted + predicted, self.matched + matched

    @property
    def precision(self) -> float:
        """The share of what came that is right; 0.0 when nothing came."""
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what was asked for that came; 0.0 when nothing was asked for."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.gold + self.predicted
        return 2 * self.matched / both if both else 0.0


class SetScore(msgspec.Struct):
    """The counts of one set by group (all, lang, type), its member and measure; `lone`: extra records are not wrong."""

    rows: Counter[str] = msgspec.field(default_factory=Counter)
    predictions: Counter[str] = msgspec.field(default_factory=Counter)
    distinct: Counter[str] = msgspec.field(default_factory=Counter)
    counts: defaultdict[tuple[str, str, str], Counts] = msgspec.field(default_factory=lambda: defaultdict(Counts))
    lone: bool = False


class Finding(msgspec.Struct, frozen=True):
    """A text where something was missed or said wrongly: `what` is `missed` or `false`, at which measure.

    `kind` is the type of event or the kind of record, `expected` the gold event or row on one line, `row` the row of a
    records set.
    """

    what: str
    measure: str
    kind: str
    gold: Gold
    expected: str
    answer: Answer
    row: dict[str, Any] = {}


class Report(msgspec.Struct):
    """The scores by set, and the texts that cost them."""

    sets: defaultdict[str, SetScore] = msgspec.field(default_factory=lambda: defaultdict(SetScore))
    findings: list[Finding] = msgspec.field(default_factory=list)


def score(rows: Iterable[tuple[Gold, Answer]]) -> Report:
    """Return the figures for gold rows and what was read: `{"events", "records", "chain", "relation"?}` for each."""
    report = Report()
    for gold, answer in rows:
        _Row(gold, answer, report).score()
    return report


class _Row:
    """One text on its way into the report."""

    def __init__(self, gold: Gold, answer: Answer, report: Report) -> None:
        self.gold, self.answer, self.report = gold, answer, report
        self.set = report.sets[gold.set]
        self.events = [event for event in answer.get("events", []) if event.get("status") not in NO_EVENT]

    def score(self) -> None:
        self.set.rows["all"] += 1
        self.set.rows[self.gold.lang] += 1
        if "type" in self.gold.scored:
            self._events()
        for asked in self.gold.scored:
            if asked.startswith("detection:"):
                self._detection(asked.partition(":")[2])
        if "relation" in self.gold.scored:
            self._relation()
        for row in self.gold.expected:
            self._record(row)

    def _count(self, measure: str, key: str, counts: tuple[int, int, int]) -> None:
        """Add counts for all, for the language, and for a type or kind."""
        for group, name in (("all", ""), ("lang", self.gold.lang), ("type", key)):
            self.set.counts[group, name, measure].add(*counts)

    def _find(self, what: str, measure: str, kind: str, expected: str = "", row: dict[str, Any] | None = None) -> None:
        found = Finding(what, measure, kind, self.gold, expected or kind, self.answer, row or {})
        self.report.findings.append(found)

    def _events(self) -> None:
        self.set.lone |= "only_event" in self.gold.scored
        for name in ("all", self.gold.lang):
            self.set.predictions[name] += len(self.events)
            self.set.distinct[name] += len({event["type"] for event in self.events})
        levels = LEVELS if "source" in self.gold.scored or "target" in self.gold.scored else LEVELS[:1]
        for kind in sorted({e.type for e in self.gold.asked} | {e["type"] for e in self.events}):
            asked = [e for e in self.gold.asked if e.type == kind]
            found = [e for e in self.events if e["type"] == kind]
            for level in levels:
                self._level(level, kind, asked, found)
            if "status" in self.gold.scored:
                self._status(kind, [e for e in asked if not e.optional], found)

    def _level(self, level: str, kind: str, asked: list[GoldEvent], found: list[Answer]) -> None:
        needed = [e for e in asked if not e.optional and not (e.ctx and level != "type")]
        pairs = match(needed, found, _fits(level))
        absorbed = min(len(asked) - len(needed), len(found) - len(pairs))
        self._count(level, kind, (len(needed), len(found) - absorbed, len(pairs)))
        met = {i for i, _ in pairs}
        for event in (e for i, e in enumerate(needed) if i not in met):
            self._find("missed", level, kind, show_gold(event))
        if "only_event" not in self.gold.scored and len(found) - absorbed > len(pairs):
            self._find("false", level, kind)

    def _status(self, kind: str, needed: list[GoldEvent], found: list[Answer]) -> None:
        """Count how many of the events matched by type have the status asked for, as many as any pairing gives."""
        matched = len(match(needed, found, _fits("type")))
        right = len(match(needed, found, lambda g, e: g.status == e.get("status")))
        self._count("status", kind, (matched, matched, right))

    def _detection(self, kind: str) -> None:
        there = any(e.type == kind for e in self.gold.asked)
        found = any(e["type"] == kind for e in self.events)
        self._count("detection", kind, (int(there), int(found), int(there and found)))
        if there != found:
            self._find("missed" if there else "false", "detection", kind)

    def _relation(self) -> None:
        """Count a class once as asked for and once as given."""
        asked = self.gold.events[0].type
        given = relation_class(self.answer)
        self._count("relation", asked, (1, int(given == asked), int(given == asked)))
        if given != asked:
            if given:
                self._count("relation", given, (0, 1, 0))
            self._find("missed", "relation", asked)
            self._find("false", "relation", given or "nothing")

    def _record(self, row: dict[str, Any]) -> None:
        records = [*self.answer.get("records", []), {"kind": "chain", "links": self.answer.get("chain") or []}]
        met = any(meets(row, record) for record in records)
        self._count("found" if row["must"] else "false", row["kind"], (1, 1, int(met)))
        if met != row["must"]:
            self._find("missed" if row["must"] else "false", "record", row["kind"], show_row(row), row)


def _fits(level: str) -> Callable[[GoldEvent, Answer], bool]:
    """Return the test of one level; the type is the same already."""
    if level == "type":
        return lambda gold, event: True

    def fits(gold: GoldEvent, event: Answer) -> bool:
        sides = ((gold.source, event.get("actor") or []), (gold.target, event.get("recipient") or []))
        return all(side_fits(asked, ours, sectors=level == "full") for asked, ours in sides)

    return fits


def relation_class(answer: Answer) -> str:
    """Return the relation an answer gives, CONCEDE and RETREAT as the one class YIELD; empty for none."""
    given = (answer.get("relation") or {}).get("type") or ""
    return YIELD.get(given, given)


def show_gold(event: GoldEvent) -> str:
    """Return a gold event on one line."""
    sides = f"{', '.join(event.source) or '?'} > {', '.join(event.target) or '?'}"
    return f"{event.type} {sides} ({event.status})"


def show_row(row: dict[str, Any]) -> str:
    """Return a row of a records set on one line."""
    return " ".join([row["kind"], *(f"{k}={v}" for k, v in row.items() if k not in ("kind", "must", "note"))])
