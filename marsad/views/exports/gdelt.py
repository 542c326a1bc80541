"""Events in the 61 columns of GDELT 2.0, tab-separated.

Names and order are those of GDELT's own table `gdelt-bq.gdeltv2.events`; meanings are those of "The GDELT Event
Database Data Format Codebook V2.0" (2015). As there, a row is one event between two actors however many articles tell
of it, and NumMentions, NumSources and NumArticles say how many do. Columns for what Marsad does not measure (tone,
coordinates, ethnic and religious codes) stay empty.
"""

from collections.abc import Iterable, Iterator

from marsad.lexicon.names import country_in_english, fips
from marsad.model.report import Report
from marsad.model.values import Actor
from marsad.stories import Origins
from marsad.views.exports.dyads import UNKNOWN, Dyad, dyads, event_day, number_of, quad

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR), *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{side}Geo_{name}" for side in ("Actor1", "Actor2", "Action") for name in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
COUNTRY, CITY = 1, 4  # GDELT's types of a place: a country, a city outside the United States
Row = dict[str, str | int | float]
EMPTY: Row = dict.fromkeys(COLUMNS, "")


def gdelt_rows(reports: Iterable[Report]) -> Iterator[Row]:
    """Yield a row for each event between two actors, each with all columns in their order."""
    given = list(reports)
    origins = Origins(given)
    told: dict[tuple[str, str, str], list[Dyad]] = {}
    for dyad in dyads(given):
        sides = (_code(dyad.source), _code(dyad.target))
        told.setdefault((origins.happening(dyad.report), *sides), []).append(dyad)
    for key, found in told.items():
        first = min(found, key=lambda dyad: (dyad.report.source.known, dyad.report.source.article, dyad.event.id))
        yield EMPTY | _row("|".join(key), first, found)


def _row(key: str, dyad: Dyad, found: list[Dyad]) -> Row:
    day, event, source = event_day(dyad.report), dyad.event, dyad.report.source
    sources = [other.report.source for other in found]
    return {
        "GLOBALEVENTID": number_of(key),
        "SQLDATE": int(day.strftime("%Y%m%d")),
        "MonthYear": int(day.strftime("%Y%m")),
        "Year": day.year,
        "FractionDate": round(day.year + (day.month * 30 + day.day) / 365, 4),
        **_actor("Actor1", dyad.source),
        **_actor("Actor2", dyad.target),
        "IsRootEvent": int(event.evidence.line == 0),
        "EventCode": event.cameo,
        "EventBaseCode": event.cameo[:3],
        "EventRootCode": event.cameo[:2],
        "QuadClass": quad(event),
        "GoldsteinScale": event.goldstein,
        "NumMentions": len({(other.report.source.article, other.event.id) for other in found}),
        "NumSources": len({told.outlet or told.article for told in sources}),
        "NumArticles": len({told.article for told in sources}),
        **_place(dyad),
        "DATEADDED": int(source.known.strftime("%Y%m%d000000")),
        "SOURCEURL": source.url or source.article,
    }


def _code(actor: Actor | None) -> str:
    """Return country and sectors written together, as CAMEO does: `RUSGOV`, `IGONATO`; empty for nobody."""
    if actor is None:
        return ""
    country = "" if actor.country == UNKNOWN else actor.country.replace("IGO:", "IGO")
    return country + actor.sector


def _actor(side: str, actor: Actor | None) -> Row:
    if actor is None:
        return {}
    group = actor.country.removeprefix("IGO:") if actor.country.startswith("IGO:") else ""
    types = (["IGO"] if group else []) + actor.sector.split()
    country = "" if group or actor.country == UNKNOWN else actor.country
    return {
        f"{side}Code": _code(actor),
        f"{side}Name": (actor.person or actor.role.replace("-", " ") or group or country_in_english(country)).upper(),
        f"{side}CountryCode": country,
        f"{side}KnownGroupCode": group,
        **{f"{side}Type{n}Code": kind for n, kind in enumerate(types[:3], start=1)},
    }


def _place(dyad: Dyad) -> Row:
    """Return where it happened; GDELT writes countries by FIPS 10-4."""
    place = dyad.event.place
    if place is None:
        return {"ActionGeo_Type": 0}
    return {
        "ActionGeo_Type": CITY if place.name else COUNTRY,
        "ActionGeo_FullName": place.name or place.country,
        "ActionGeo_CountryCode": fips().get(place.country, ""),
    }
