"""The exports: columns by name and order, required fields, and that other programs load them."""

import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import polars
import pytest
from reporting import report

from marsad.errors import UsageError
from marsad.model.article import Article
from marsad.model.report import Report
from marsad.model.values import Actor, Link, Place
from marsad.reading import read
from marsad.views.exports import FORMATS, export, gdelt, icews, plover
from marsad.views.exports.dyads import QUADS
from marsad.views.exports.rows import columns
from marsad.views.frames import frame, load_extra, records_frame, reports_of

TEXT = "Mali left ECOWAS on Wednesday. France condemned Mali.\nThe ministers of Ghana and Togo met in Accra."
ACTOR_FIELDS = {"code", "sector", "actor_text", "identifier_text", "office"}
FRANCE, MALI = Actor("FRA GOV", "France"), Actor("MLI", "Mali")


def event(kind: str, *actors: str, to: tuple[str, ...] = (), known: str = "2025-01-29", **fields: Any) -> Report:
    usual: dict[str, Any] = {"type": kind, "cameo": "112", "goldstein": -2.0}
    usual |= {"actor": tuple(map(Actor, actors)), "recipient": tuple(map(Actor, to))}
    return report("event", known, fields.pop("sentence", f"{actors} {kind} {to}"), **usual | fields)


@pytest.fixture(scope="module")
def read_reports() -> list[Report]:
    """Return the reports of a short article that has records of several kinds."""
    from datetime import date

    return reports_of(read(Article(id="a,1", text=TEXT, lang="en", date=date(2025, 1, 30), outlet="tass")))


def written(reports: list[Report], name: str) -> bytes:
    out = io.BytesIO()
    export(reports, name, out)
    return out.getvalue()


def table(reports: list[Report], name: str) -> polars.DataFrame:
    return polars.read_csv(written(reports, name), separator="," if name == "csv" else "\t", infer_schema=False)


# GDELT and ICEWS


def test_gdelt_has_its_61_columns() -> None:
    assert len(gdelt.COLUMNS) == len(set(gdelt.COLUMNS)) == 61
    assert gdelt.COLUMNS[:5] == ("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate")
    assert gdelt.COLUMNS[5:15] == (
        "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1EthnicCode",
        "Actor1Religion1Code", "Actor1Religion2Code", "Actor1Type1Code", "Actor1Type2Code", "Actor1Type3Code",
    )  # fmt: skip
    assert gdelt.COLUMNS[25:35] == (
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
        "NumSources", "NumArticles", "AvgTone",
    )  # fmt: skip
    assert gdelt.COLUMNS[51:] == (
        "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code", "ActionGeo_ADM2Code",
        "ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FeatureID", "DATEADDED", "SOURCEURL",
    )  # fmt: skip


def test_icews_has_its_20_columns() -> None:
    assert icews.COLUMNS == (
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
        "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
        "City", "District", "Province", "Country", "Latitude", "Longitude",
    )  # fmt: skip


def test_a_gdelt_row_tells_the_event() -> None:
    told = event(
        "ACCUSE", "FRA GOV", to=("IGO:ECOWAS",), date="2024-11-28", place=Place("MLI", "Bamako"), outlet="tass"
    )
    (row,) = gdelt.gdelt_rows([told])
    assert tuple(row) == gdelt.COLUMNS
    want = {
        "SQLDATE": 20241128, "MonthYear": 202411, "Year": 2024, "FractionDate": 2024.9808, "Actor1Code": "FRAGOV",
        "Actor1CountryCode": "FRA", "Actor1Type1Code": "GOV", "Actor2Code": "IGOECOWAS", "Actor2CountryCode": "",
        "Actor2KnownGroupCode": "ECOWAS", "Actor2Type1Code": "IGO", "IsRootEvent": 1, "EventCode": "112",
        "Actor1Name": "FRANCE", "Actor2Name": "ECOWAS",
        "EventBaseCode": "112", "EventRootCode": "11", "QuadClass": 3, "GoldsteinScale": -2.0, "NumMentions": 1,
        "NumSources": 1, "NumArticles": 1, "AvgTone": "", "ActionGeo_Type": 4, "ActionGeo_FullName": "Bamako",
        "ActionGeo_CountryCode": "ML", "DATEADDED": 20250129000000,
    }  # fmt: skip
    assert {name: row[name] for name in want} == want
    assert isinstance(row["GLOBALEVENTID"], int)
    assert 0 < row["GLOBALEVENTID"] < 2**63


def test_one_event_in_three_articles_is_one_gdelt_row_and_three_of_icews() -> None:
    told = [
        event("ACCUSE", "FRA", to=("MLI",), sentence=f"Telling {n}.", date="2025-01-28", outlet=o)
        for n, o in enumerate(("tass", "irna", "irna"))
    ]
    (row,) = gdelt.gdelt_rows(told)
    assert (row["NumMentions"], row["NumSources"], row["NumArticles"]) == (3, 2, 3)
    rows = list(icews.icews_rows(told))
    assert len({r["Event ID"] for r in rows}) == len({r["Story ID"] for r in rows}) == 3


def test_who_acts_together_makes_a_row_with_each_recipient() -> None:
    rows = list(icews.icews_rows([event("ACCUSE", "FRA", "DEU", to=("MLI", "NER"))]))
    pairs = [(r["Source Country"], r["Target Country"]) for r in rows]
    assert pairs == [("France", "Mali"), ("France", "Niger"), ("Germany", "Mali"), ("Germany", "Niger")]


@pytest.mark.parametrize(
    ("rule", "pairs"),
    [
        ("triggers/x.tsv:1 meet", [("France", "Germany"), ("Germany", "France")]),
        ("triggers/x.tsv:1 visit", [("France", ""), ("Germany", "")]),
        ("", [("France", ""), ("Germany", "")]),
    ],
)
def test_only_what_is_mutual_goes_both_ways(rule: str, pairs: list[tuple[str, str]]) -> None:
    rows = icews.icews_rows([event("CONSULT", "FRA", "DEU", rule=rule)])
    assert [(r["Source Country"], r["Target Country"]) for r in rows] == pairs


@pytest.mark.parametrize("status", ["negated", "denied", "possible", "conditional", "demanded", "historical"])
def test_what_did_not_happen_is_no_row(status: str) -> None:
    told = [event("ACCUSE", "FRA", to=("MLI",), status=status)]
    assert list(gdelt.gdelt_rows(told)) == list(icews.icews_rows(told)) == []


def test_an_icews_row_tells_the_event() -> None:
    (row,) = icews.icews_rows([event("ACCUSE", "IGO:EU", to=("--- REB",), date="2024-11-28", outlet="tass")])
    want = {
        "Event Date": "2024-11-28", "Source Name": "EU", "Source Sectors": "International Government Organization",
        "Source Country": "", "Event Text": "Accuse", "CAMEO Code": "112", "Intensity": -2.0, "Target Sectors": "Rebel",
        "Target Country": "", "Sentence Number": 1, "Publisher": "tass",
    }  # fmt: skip
    assert {name: row[name] for name in want} == want


@pytest.mark.parametrize(
    ("actor", "name"),
    [(Actor("ARM"), "Armenia"), (Actor("ARM GOV"), "Government (Armenia)"), (Actor("IGO:CSTO"), "CSTO"),
     (Actor("ARM GOV", role="foreign-minister"), "Foreign Minister (Armenia)"), (Actor("--- REB"), "Rebel"),
     (Actor("ARM GOV", "written", "president", "A. Person"), "A. Person")],
)  # fmt: skip
def test_icews_names_are_english_whatever_the_text(actor: Actor, name: str) -> None:
    told = event("ACCUSE", to=("MLI",))
    told = msgspec.structs.replace(told, record=msgspec.structs.replace(told.record, actor=(actor,)))
    (row,) = icews.icews_rows([told])
    assert row["Source Name"] == name


# PLOVER


def test_plover_events_have_what_the_manual_requires(read_reports: list[Report]) -> None:
    found = [json.loads(line) for line in written(read_reports, "plover").splitlines()]
    assert found
    for fields in found:
        assert [name for name in plover.REQUIRED if not fields.get(name)] == []
        assert all(
            set(actor) <= {"code", "sector", "actor_text", "identifier_text", "office"} for actor in fields["source"]
        )
        assert all(len(actor["code"]) == 3 for actor in fields["source"] if "code" in actor)
        assert fields["quad_code"] in QUADS.values()
    assert len({fields["id"] for fields in found}) == len(found)


@pytest.mark.parametrize(
    ("status", "context"),
    [("actual", []), ("planned", ["future"]), ("possible", ["hypothetical"]), ("negated", ["negation"]),
     ("historical", ["historical"])],
)  # fmt: skip
def test_plover_tells_the_status_as_a_context(status: str, context: list[str]) -> None:
    (fields,) = plover.plover_events([event("ACCUSE", "FRA", status=status)])
    assert fields.get("context", []) == context


def test_plover_leaves_out_events_without_an_actor() -> None:
    assert list(plover.plover_events([event("ASSAULT", to=("FRA CVL",))])) == []


def test_plover_says_where_and_of_which_institution() -> None:
    (fields,) = plover.plover_events([event("CONSULT", "IGO:UN", to=("MLI GOV",), place=Place("MLI", "Bamako"))])
    assert fields["source"] == [{"code": "IGO", "identifier_text": "UN"}]
    assert fields["recipient"] == [{"code": "MLI", "sector": "GOV"}]
    assert fields["event_loc"] == {"name": "Bamako", "cc3": "MLI", "country code": "ML"}


# Tables


def queried(question: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Return the columns and rows that DuckDB answers with."""
    found = duckdb.sql(question)
    assert found is not None
    return tuple(found.columns), found.fetchall()


@pytest.mark.parametrize("name", ["csv", "gdelt", "icews"])
def test_a_table_loads_in_polars_and_duckdb(name: str, read_reports: list[Report], tmp_path: Path) -> None:
    want = {"csv": columns(), "gdelt": gdelt.COLUMNS, "icews": icews.COLUMNS}[name]
    path = tmp_path / "table.csv"
    path.write_bytes(written(read_reports, name))
    assert tuple(table(read_reports, name).columns) == want
    names, rows = queried(f"select * from read_csv('{path}', header = true)")
    assert names == want
    assert len(rows) == table(read_reports, name).height > 0


def test_a_cell_may_hold_marks_quotes_and_ends_of_lines() -> None:
    sentence = 'He said: "a, b;\tc"\nand left.'
    told = [event("ACCUSE", "FRA", to=("MLI",), sentence=sentence)]
    assert table(told, "csv")["sentence"].to_list() == [sentence]


def test_parquet_loads_in_polars_and_duckdb(read_reports: list[Report], tmp_path: Path) -> None:
    path = tmp_path / "records.parquet"
    path.write_bytes(written(read_reports, "parquet"))
    loaded = polars.read_parquet(path)
    assert tuple(loaded.columns) == columns()
    assert loaded.height == len(read_reports)
    _, standings = queried(f"select subject, \"of\", value from '{path}' where kind = 'standing'")
    assert ("MLI", "IGO:ECOWAS", "left") in standings


def test_parquet_of_no_reports_has_the_same_columns_and_types(tmp_path: Path) -> None:
    assert records_frame([]).schema == records_frame([event("ACCUSE", "FRA", date="2024-11-28")]).schema


def test_jsonl_holds_everything(read_reports: list[Report]) -> None:
    lines = written(read_reports, "jsonl").splitlines()
    assert [msgspec.json.decode(line, type=Report) for line in lines] == read_reports


# Provenance


def graph(reports: list[Report]) -> dict[str, dict[str, Any]]:
    document = json.loads(written(reports, "jsonld"))
    assert document["@context"]["prov"] == "http://www.w3.org/ns/prov#"
    return {node["@id"]: node for node in document["@graph"]}


def test_a_chain_is_a_line_of_derivations_to_its_primary_source() -> None:
    told = event("ACCUSE", "FRA", to=("MLI",), outlet="site")
    chain = (
        Link("site", "Site", hop="translates"),
        Link("tasnim", "Tasnim", hop="quotes"),
        Link("izvestia", "Izvestia"),
    )
    import msgspec

    told = msgspec.structs.replace(told, source=msgspec.structs.replace(told.source, chain=chain))
    nodes = graph([told])
    record = next(node for node in nodes.values() if "marsad:event" in node["@type"])
    page = nodes[record["prov:wasDerivedFrom"]["@id"]]
    assert page["prov:wasAttributedTo"]["@id"] == "marsad:outlet:site"
    relay = nodes[page["prov:wasDerivedFrom"]["@id"]]
    assert relay["prov:wasAttributedTo"]["@id"] == "marsad:outlet:tasnim"
    assert relay["prov:wasQuotedFrom"] == relay["prov:hadPrimarySource"]
    origin = nodes[relay["prov:wasQuotedFrom"]["@id"]]
    assert origin["prov:wasAttributedTo"]["@id"] == "marsad:outlet:izvestia"
    assert not {"prov:wasDerivedFrom", "prov:wasQuotedFrom"} & set(origin)


def references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["@id"]] if set(value) == {"@id"} else []
        return own + [r for v in value.values() for r in references(v)]
    return [r for v in value for r in references(v)] if isinstance(value, list) else []


def test_every_reference_leads_to_a_node_and_every_node_stands_once(read_reports: list[Report]) -> None:
    document = json.loads(written(read_reports * 2, "jsonld"))
    counts = Counter(node["@id"] for node in document["@graph"])
    assert set(counts.values()) == {1}
    assert set(references(document["@graph"])) - set(counts) == set()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_reports_make_a_file_that_can_be_read(name: str) -> None:
    data = written([], name)
    if name == "jsonld":
        assert len(json.loads(data)["@graph"]) == 1
    if name in ("csv", "gdelt", "icews"):
        assert table([], name).height == 0


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"parquet"}))
def test_the_same_reports_give_the_same_bytes(name: str, read_reports: list[Report]) -> None:
    assert written(read_reports, name) == written(read_reports, name)


# Frames


def test_frames_come_from_polars_or_pandas(read_reports: list[Report]) -> None:
    assert records_frame(read_reports, "pandas").shape == records_frame(read_reports).shape


def test_a_frame_of_typed_results_has_a_column_a_field() -> None:
    found = frame([FRANCE, MALI])
    assert found.columns == ["code", "name", "role", "person"]
    assert found["code"].to_list() == ["FRA GOV", "MLI"]


def test_a_library_that_is_not_there_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="expected one of polars, pandas"):
        records_frame([], "excel")
    with pytest.raises(UsageError, match=r"pip install 'marsad\[frames\]'"):
        load_extra("no_such_module", "frames")
