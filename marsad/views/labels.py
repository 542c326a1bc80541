"""The words of a view in the language of its reader: from the language folder, states and dates from CLDR."""

import datetime
from functools import cache
from typing import Any

import msgspec
from babel import Locale
from babel.dates import format_date, format_skeleton

from marsad.errors import UsageError
from marsad.lexicon.names import alpha3
from marsad.lexicon.profile import languages_folder
from marsad.lexicon.tables import read_table
from marsad.model.values import Actor, Interval


class Labels(msgspec.Struct, frozen=True):
    """The labels of one language; a key without a label shows its last part."""

    table: dict[str, str]
    locale: Any

    def __call__(self, *keys: str) -> str:
        """Return the label of the first key that has one; else the last part of the last key."""
        known = (self.table[key] for key in keys if self.table.get(key))
        return next(known, keys[-1].partition(".")[2].replace("-", " "))

    def value(self, field: str, value: str) -> str:
        """Return the label of a value from a closed list; any other text as it is."""
        return self.table.get(f"{field}.{value}") or self.table.get(f"value.{value}") or value

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return bool(self.locale.character_order == "right-to-left")

    def state(self, country: str) -> str:
        """Return the name of a state; of an institution, a group or what CLDR does not know, label or short name."""
        if country in (alpha2 := _alpha2()):
            return str(self.locale.territories.get(alpha2[country], country))
        return self(f"actor.{country.removeprefix('IGO:')}")

    def actor(self, actor: Actor) -> str:
        """Return what an actor is and, in brackets, how the text calls it."""
        known = "" if actor.country == "---" else self.state(actor.country)
        sector = self(f"sector.{actor.sector}") if actor.sector else ""
        label = " ".join(part for part in (known, sector) if part)
        written = actor.person or actor.name
        if not label or not written or written == known:
            return label or written or actor.code
        return f"{label} ({written})"

    def date(self, interval: Interval) -> str:
        """Return an interval no finer than its words are: a day, a month, a year, or from and to."""
        start, end = interval.start, interval.end
        if start is None or end is None:
            return " ".join(part for part in (self._day(start), "–", self._day(end)) if part)
        if interval.precision == "month" and (start.year, start.month) == (end.year, end.month):
            return str(format_skeleton("yMMMM", start, locale=self.locale))
        if interval.precision == "year" and start.year == end.year:
            return str(start.year)
        return self._day(start) if start == end else f"{self._day(start)} – {self._day(end)}"

    def _day(self, day: datetime.date | None) -> str:
        return str(format_date(day, "long", locale=self.locale)) if day else ""


def label_languages() -> tuple[str, ...]:
    """Return the codes of the languages that a view can be shown in: those with labels."""
    return tuple(sorted({path.parent.name for path in languages_folder().glob("*/labels.tsv")}))


@cache
def labels(language: str) -> Labels:
    """Return the labels of a language; raises UsageError naming those that have some."""
    known = label_languages()
    if language not in known:
        raise UsageError(f"language of the brief: expected one of {', '.join(known)}, got {language!r}")
    table = {row["key"]: row["label"] for row in read_table(languages_folder() / language, "labels")}
    return Labels(table, Locale.parse(language))


@cache
def _alpha2() -> dict[str, str]:
    return {iso3: code for code, iso3 in alpha3().items()}
