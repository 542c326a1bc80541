"""Events in the 20 columns of the ICEWS coded event data, tab-separated.

Names and order are those of the files on Harvard's Dataverse (Boschee, Lautenschlager, O'Brien, Shellman, Starz, Ward,
"ICEWS Coded Event Data", doi:10.7910/DVN/28075). A row is one event between two actors as one article tells it.
Intensity is the Goldstein score of the CAMEO code. Districts, provinces and coordinates stay empty.
"""

from collections.abc import Iterable, Iterator

from marsad.inventory import inventory
from marsad.lexicon.names import country_in_english
from marsad.model.report import Report
from marsad.model.values import Actor
from marsad.views.exports.dyads import UNKNOWN, Dyad, dyads, event_day, number_of

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
# PLOVER's sectors in the words of ICEWS.
SECTORS = {
    "GOV": "Government", "MIL": "Military", "COP": "Police", "JUD": "Judicial", "LEG": "Legislative / Parliamentary",
    "PTY": "Parties", "OPP": "Opposition Major Party / Out of Government", "REB": "Rebel", "PRM": "Paramilitary",
    "SPY": "State-Owned Intelligence", "UAF": "Unidentified Forces", "ELI": "Elite",
    "CVL": "General Population / Civilian / Social", "BUS": "Business", "LAB": "Labor", "MED": "Medical / Health",
    "JRN": "News", "EDU": "Education", "REL": "Religious", "REF": "Refugees / Displaced", "CRM": "Criminals / Gangs",
    "AGR": "Agriculture", "SOC": "Social", "PRE": "Government", "NGO": "Nongovernmental Organization",
    "IGO": "International Government Organization",
}  # fmt: skip
Row = dict[str, str | int | float]
EMPTY: Row = dict.fromkeys(COLUMNS, "")


def icews_rows(reports: Iterable[Report]) -> Iterator[Row]:
    """Yield a row for each event between two actors and article, each with all columns in their order."""
    for dyad in dyads(reports):
        yield EMPTY | _row(dyad)


def _row(dyad: Dyad) -> Row:
    report, event = dyad.report, dyad.event
    place = event.place
    return {
        "Event ID": number_of(f"{event.id}|{report.source.article}|{dyad.number}"),
        "Event Date": event_day(report).isoformat(),
        **_side("Source", dyad.source),
        "Event Text": inventory().cameo_name(event.cameo),
        "CAMEO Code": event.cameo,
        "Intensity": event.goldstein,
        **_side("Target", dyad.target),
        "Story ID": number_of(report.source.story or report.source.article),
        "Sentence Number": event.evidence.sent + 1,
        "Publisher": report.source.outlet,
        "City": place.name if place else "",
        "Country": country_in_english(place.country) if place else "",
    }


def _named(actor: Actor, country: str) -> str:
    """Return what an actor is called in English whatever the text: `Foreign Minister (Armenia)`, `Military (Mali)`."""
    kind = actor.role.replace("-", " ").title() or SECTORS.get(actor.sector.partition(" ")[0], "")
    whole = country or actor.country.removeprefix("IGO:").replace(UNKNOWN, "")
    return f"{kind} ({whole})" if kind and whole else kind or whole


def _side(side: str, actor: Actor | None) -> Row:
    if actor is None:
        return {}
    body = actor.country.startswith("IGO:")
    country = "" if body or actor.country == UNKNOWN else country_in_english(actor.country)
    sectors = (["IGO"] if body else []) + actor.sector.split()
    return {
        f"{side} Name": actor.person or _named(actor, country),
        f"{side} Sectors": ",".join(dict.fromkeys(SECTORS.get(sector, sector) for sector in sectors)),
        f"{side} Country": country,
    }
