"""The words of a view in the language of its reader: from the language folder, states and dates from CLDR."""

import datetime
import re
from functools import cache
from typing import Any

import msgspec
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from marsad.errors import UsageError
from marsad.lexicon.names import alpha3
from marsad.lexicon.profile import languages_folder, read_profile
from marsad.lexicon.tables import read_table
from marsad.model.values import Actor, Interval
from marsad.stories import Counts
from marsad.views.names import institutions, names, offices, written

UNKNOWN = "---"
# The zero of each numbering system that CLDR makes the default of some language.
ZEROS = {
    "arab": "\u0660", "arabext": "\u06f0", "beng": "\u09e6", "cakm": "\U00011136", "deva": "\u0966", "mymr": "\u1040",
    "tibt": "\u0f20",
}  # fmt: skip
SHORTEST_TELLING = 3  # letters of a word that tells something beside a date: "last", but not "in"


class Labels(msgspec.Struct, frozen=True):
    """The labels of one language; a key without a label shows its last part."""

    table: dict[str, str]
    locale: Any

    def __call__(self, *keys: str) -> str:
        """Return the label of the first key that has one; else the last part of the last key."""
        known = (self.table[key] for key in keys if self.table.get(key))
        return next(known, keys[-1].partition(".")[2].replace("-", " "))

    def value(self, *fields_and_value: str) -> str:
        """Return the label of a value (last) in the first of these fields that has one; any other text as it is."""
        *fields, value = fields_and_value
        keys = (f"{field}.{value}" for field in (*fields, "value"))
        return next((self.table[key] for key in keys if self.table.get(key)), value)

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return bool(self.locale.character_order == "right-to-left")

    @property
    def language(self) -> str:
        """The code of the language."""
        return str(self.locale.language)

    @property
    def digits(self) -> dict[int, str]:
        """The digits of the language (CLDR's default), as a table for `str.translate`."""
        return _digits(self.language)

    def number(self, number: float) -> str:
        """Return a number as the language writes it."""
        return str(format_decimal(number, locale=self.locale, numbering_system="default")).translate(self.digits)

    def counts(self, counts: Counts) -> str:
        """Return the three counts: reports, events, independent origins."""
        told = (("reports", counts.reports), ("events", counts.events), ("origins", counts.origins))
        return " · ".join(f"{self(f'brief.{name}')} {self.number(count)}" for name, count in told)

    def state(self, country: str) -> str:
        """Return the name of a state; of an institution or group its label, name in the tables, or short name."""
        if country in (alpha2 := _alpha2()):
            return str(self.locale.territories.get(alpha2[country], country))
        short = country.removeprefix("IGO:")
        full = institutions(self.language).get(short, "") if self.rtl else ""  # a short name is Latin letters
        return self.table.get(f"actor.{short}") or full or short

    def actor(self, actor: Actor) -> str:
        """Return what an actor is and, in brackets, which office or person of it; of unknown country, as written."""
        known = "" if actor.country == UNKNOWN else self.state(actor.country)
        label = self._sector(known, actor.sector)
        detail = self._detail(actor)
        if not label:
            return detail or actor.code
        return f"{label} ({detail})" if detail and detail.casefold() not in label.casefold() else label

    def _sector(self, known: str, sector: str) -> str:
        if not sector:
            return known
        name = self(f"sector.{sector}")
        pattern = self.table.get("brief.sector-of") or "{state} {sector}"
        return pattern.format(state=known, sector=name) if known else name

    def _detail(self, actor: Actor) -> str:
        role = self._role(actor.role)
        if actor.person:
            person, pattern = self._person(actor), self.table.get("brief.person") or "{role} {person}"
            return pattern.format(role=role, person=person) if role else person
        return actor.name if actor.country == UNKNOWN else role

    def _role(self, role: str) -> str:
        return offices(self.language).get(role, "")

    def _person(self, actor: Actor) -> str:
        """Return a person or outlet as the tables call it, else as the text does."""
        if known := names(self.language).get(actor.person):
            return known
        return written(actor.person, actor.name) or _name(actor.person)

    def date(self, interval: Interval) -> str:
        """Return an interval no finer than its words are: a day, a month, a year, from and to, since or until."""
        return self._date(interval).translate(self.digits)

    def _date(self, interval: Interval) -> str:
        start, end = interval.start, interval.end
        if start is None or end is None:
            day, side = (start, "since") if start else (end, "until")
            return f"{self(f'brief.{side}')} {self._as_fine_as(day, interval.text)}" if day else ""
        if interval.precision == "month" and (start.year, start.month) == (end.year, end.month):
            return str(format_skeleton("yMMMM", start, locale=self.locale))
        if interval.precision == "year" and start.year == end.year:
            return str(start.year)
        return self._day(start) if start == end else f"{self._day(start)} – {self._day(end)}"

    def dated(self, interval: Interval) -> tuple[str, str]:
        """Return an interval and the words it came from, these only where they say something beside it."""
        date = self.date(interval)
        said = set(re.findall(r"\w+", date.casefold()))
        words = (word for word in re.findall(r"\w+", interval.text.casefold()) if word not in said)
        telling = any(len(word) >= SHORTEST_TELLING for word in words)
        return date, interval.text if telling else ""

    def _as_fine_as(self, day: datetime.date, words: str) -> str:
        """Return the day, or but its month or year where the words name no more ("since 2020")."""
        numbers = [int(number) for number in re.findall(r"\d+", words)]
        if not words or day.day in numbers or not {day.year} & set(numbers):
            return self._day(day)
        if re.fullmatch(r"\D{0,12}\d{4}\D{0,3}", words) and (day.month, day.day) in ((1, 1), (12, 31)):
            return str(day.year)
        return str(format_skeleton("yMMMM", day, locale=self.locale))

    def _day(self, day: datetime.date) -> str:
        return str(format_date(day, "long", locale=self.locale))


def label_languages() -> tuple[str, ...]:
    """Return the codes of the languages that a view can be shown in: those with labels."""
    return tuple(sorted({path.parent.name for path in languages_folder().glob("*/labels.tsv")}))


@cache
def fallback_languages() -> tuple[str, ...]:
    """Return the codes of the languages with labels that answers come in for readers of other languages."""
    return tuple(code for code in label_languages() if read_profile(languages_folder() / code).fallback)


@cache
def labels(language: str) -> Labels:
    """Return the labels of a language; raises UsageError naming those that have some."""
    known = label_languages()
    if language not in known:
        raise UsageError(f"language of the brief: expected one of {', '.join(known)}, got {language!r}")
    table = {row["key"]: row["label"] for row in read_table(languages_folder() / language, "labels")}
    return Labels(table, Locale.parse(language))


@cache
def _digits(language: str) -> dict[int, str]:
    """Return the digits of a language by those of ASCII; Babel takes over CLDR's signs for numbers, not its digits."""
    zero = ZEROS.get(Locale.parse(language).default_numbering_system, "0")
    return {ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)}


@cache
def _alpha2() -> dict[str, str]:
    return {iso3: code for code, iso3 in alpha3().items()}


def _name(person: str) -> str:
    """Return a name with its capitals: what is not in the tables may be known by its small letters only."""
    return person if person != person.lower() else person.replace("-", " ").title()
