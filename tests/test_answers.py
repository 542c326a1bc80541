"""Timelines and briefs: what they show, from reports made by hand and from a store."""

import datetime
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from reporting import actors, report, standing

from marsad.errors import UsageError
from marsad.model.article import Article
from marsad.model.report import Report
from marsad.store.store import Store
from marsad.stories import Counts
from marsad.views.dossier import MOST, dossier
from marsad.views.dossier_pages import markdown, page
from marsad.views.dossier_text import sections
from marsad.views.labels import label_languages, labels
from marsad.views.parties import find_party
from marsad.views.timeline import HALF, chart, chart_lines, directed, picture, timeline

ROOT = Path(__file__).parents[1]
WORDS = labels("en")


def event(known: str, kind: str, score: float, *, one: str = "ARM", other: str = "RUS", **fields: Any) -> Report:
    fields |= {"actor": actors(one), "recipient": actors(other), "type": kind, "score": score}
    return report("event", known, f"{one} {kind} {other} {known}", **fields)


def turn(known: str, trend: str) -> Report:
    return report("relation", known, f"Relations {trend}.", between=actors("ARM", "RUS"), trend=trend, outlet="tass")


TOLD = [
    event("2024-01-10", "ACCUSE", -2.0),
    event("2024-01-20", "SANCTION", -6.0),
    event("2024-02-10", "AID", 10.0, one="RUS", other="ARM"),
    event("2024-02-11", "AID", 10.0, one="FRA", other="ARM"),
    turn("2024-02-15", "worsened"),
]


def shown(told: list[Report], one: str = "ARM", other: str = "RUS") -> list[str]:
    return ["".join(p.text for p in line) for line in chart_lines(timeline(told, one, other), WORDS)]


# Timelines


def test_the_months_of_a_pair_are_those_of_both() -> None:
    found = timeline(TOLD, "ARM", "RUS")
    assert [(m.start.isoformat(), m.score) for m in found.months] == [("2024-01-01", -8.0), ("2024-02-01", 10.0)]
    assert [t.trend for t in found.turns] == ["worsened"]


def test_the_months_of_one_party_are_with_anybody() -> None:
    assert [m.score for m in timeline(TOLD, "ARM").months] == [-8.0, 20.0]
    assert [m.score for m in timeline(TOLD, "FRA").months] == [10.0]


@pytest.mark.parametrize(
    ("since", "until", "months", "turns"),
    [
        ("2024-02-01", None, ["2024-02-01"], 1),
        (None, "2024-01-31", ["2024-01-01"], 0),
        ("2024-02-16", None, ["2024-02-01"], 0),
    ],
)
def test_a_timeline_may_be_part_of_the_time(
    since: str | None, until: str | None, months: list[str], turns: int
) -> None:
    days = tuple(datetime.date.fromisoformat(d) if d else None for d in (since, until))
    found = timeline(TOLD, "ARM", "RUS", (days[0], days[1]))
    assert [m.start.isoformat() for m in found.months] == months
    assert len(found.turns) == turns


def test_conflict_stands_to_the_left_and_cooperation_to_the_right() -> None:
    lines = shown(TOLD)
    assert lines[0] == "Armenia – Russia"
    january, february = (line for line in lines if line.startswith("2024"))
    left, _, right = january.partition("│")
    assert (left.count("█"), right.count("█")) == (19, 0)
    left, _, right = february.partition("│")
    assert (left.count("█"), right.count("█")) == (0, HALF)
    assert january.index("│") == february.index("│")
    assert "-8.0  reports 2 · events 2 · independent origins 2" in january


def test_a_turn_is_told_with_its_words_and_source() -> None:
    assert shown(TOLD)[-1].strip() == "◆ February 15, 2024: worsened  “Relations worsened.” (tass)"


def test_nothing_told_is_a_chart_without_months() -> None:
    assert [line for line in shown([]) if line.startswith("2")] == []


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [s for v in value.values() for s in strings(v)]
    return (
        [s for v in value for s in strings(v)] if isinstance(value, list) else [value] if isinstance(value, str) else []
    )


@pytest.mark.parametrize("language", label_languages())
def test_words_from_right_to_left_stand_between_isolates_in_a_picture(language: str) -> None:
    words = labels(language)
    spec = chart(timeline(TOLD, "ARM", "RUS"), words)
    letters = re.compile(r"[\u0590-\u08ff]")
    bare = [s for s in strings(spec) if letters.search(s) and not (s.startswith("\u2067") and s.endswith("\u2069"))]
    assert bare == []
    assert directed("x", words) == ("\u2067x\u2069" if words.rtl else "x")


@pytest.mark.parametrize("language", label_languages())
def test_a_picture_is_drawn(language: str) -> None:
    found = timeline(TOLD, "ARM", "RUS")
    svg = picture(found, labels(language), "svg").decode()
    assert svg.startswith("<svg")
    assert labels(language).state("ARM") in svg


def test_a_picture_has_every_month_from_the_first_to_the_last() -> None:
    told = [event("2023-11-10", "ACCUSE", -2.0), event("2024-02-10", "ACCUSE", -2.0)]
    spec = chart(timeline(told, "ARM", "RUS"), WORDS)
    months = spec["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert months == ["2023-11", "2023-12", "2024-01", "2024-02"]


# Parties


@pytest.mark.parametrize(
    ("text", "code"),
    [("ARM", "ARM"), ("arm", "ARM"), ("Armenia", "ARM"), ("أرمينيا", "ARM"), ("CSTO", "IGO:CSTO"),
     ("IGO:csto", "IGO:CSTO"), ("European Union", "IGO:EU"), ("Côte d’Ivoire", "CIV"), ("cote d'ivoire", "CIV")],
)  # fmt: skip
def test_a_party_is_found_by_code_or_name(text: str, code: str) -> None:
    assert find_party(text, WORDS) == code


def test_an_unknown_party_is_told_with_the_nearest_names() -> None:
    with pytest.raises(UsageError, match=r"'Armenai': expected a state or an institution.*ARM \(Armenia\)"):
        find_party("Armenai", WORDS)
    with pytest.raises(UsageError, match="أرمينيا"):
        find_party("Armenai", labels("ar"))
    with pytest.raises(UsageError, match=r"got neither$"):
        find_party("xqzzy", WORDS)


# Briefs


def full() -> list[Report]:
    sides: dict[str, Any] = {"by": actors("RUS"), "to": actors("ARM")}
    promise = report("commitment", "2024-03-01", "Russia promised aid.", subject="aid", act="made", **sides)
    deal = report(
        "agreement", "2024-03-02", "They signed.", parties=actors("ARM", "RUS"), form="treaty", stage="signed"
    )
    talks = report("meeting", "2024-03-03", "They met.", participants=actors("ARM", "RUS"), form="talks", status="held")
    frozen = standing("2024-02-23", "participation suspended", said_by="ARM GOV", outlet="tass")
    denied = standing("2024-02-24", "participation resumed", said_by="IGO:CSTO", outlet="ria")
    return [*TOLD, promise, deal, talks, frozen, denied]


def test_a_dossier_has_a_section_for_each_kind() -> None:
    titles = [s.title for s in sections(dossier(full(), "ARM"), WORDS)]
    kinds = ("standing", "commitment", "agreement", "meeting", "relation", "event")
    assert titles == [WORDS(f"plural.{kind}") for kind in kinds]


def test_every_line_has_a_quotation_or_a_source() -> None:
    lines = [line for s in sections(dossier(full(), "ARM"), WORDS) for line in s.lines]
    assert lines
    assert [line.head for line in lines if line.word is None and not line.source] == []


def test_what_changed_is_told_since_a_day() -> None:
    found = dossier(full(), "ARM", since=datetime.date(2024, 2, 1))
    assert [(c.value, c.of) for c in found.changes] == [("suspended", "IGO:CSTO")]
    assert all(r.source.known >= datetime.date(2024, 2, 1) for r in found.events)


def test_a_pair_leaves_out_what_concerns_one_alone() -> None:
    found = dossier(full(), "ARM", "RUS")
    assert found.standings == ()
    assert {a.country for r in found.events for a in (*r.record.actor, *r.record.recipient)} == {"ARM", "RUS"}  # type: ignore[union-attr]


def test_a_dossier_stays_short_and_says_what_it_leaves_out() -> None:
    told = [
        report("agreement", "2024-03-02", f"Deal {n}.", parties=actors("ARM", code), form="treaty", stage="signed")
        for n, code in enumerate(("FRA", "DEU", "ITA", "ESP", "GRC", "CYP", "IND", "IRN"))
    ]
    found = dossier(told, "ARM")
    assert (len(found.agreements), found.left_out) == (MOST, {"agreements": 2})
    assert "- and more: 2" in markdown(found, WORDS)


def test_an_event_told_twice_is_one_line_with_its_counts() -> None:
    told = [event("2024-01-10", "ACCUSE", -2.0, date="2024-01-09", outlet=o, article=o) for o in ("tass", "ria")]
    found = dossier(told, "ARM")
    assert len(found.events) == 1
    assert found.event_counts == (Counts(2, 1, 1),)


@pytest.mark.parametrize("language", label_languages())
@pytest.mark.parametrize("make", [markdown, page])
def test_a_brief_is_in_the_readers_language(language: str, make: Any) -> None:
    words = labels(language)
    text = make(dossier(full(), "ARM"), words)
    assert words.state("ARM") in text
    assert words("plural.standing") in text
    assert ('dir="rtl"' in text) is words.rtl
    assert re.search(r"\b(plural|brief|field|state|value|axis)\.[a-z]", text) is None


class Balance(HTMLParser):
    """Collects the tags that are opened and not closed, or closed and not opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_html_is_whole_and_what_the_text_holds_stays_text() -> None:
    nasty = report(
        "relation", "2024-01-01", "<script>alert(1)</script> & co", between=actors("ARM", "RUS"), trend="tense"
    )
    text = page(dossier([nasty], "ARM", "RUS"), WORDS)
    balance = Balance()
    balance.feed(text)
    assert (balance.open, balance.wrong) == ([], [])
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_markdown_keeps_its_marks_out_of_the_text() -> None:
    starred = report("relation", "2024-01-01", "*bold* [link](x)", between=actors("ARM", "RUS"), trend="tense")
    assert r"\*bold\* \[link\](x)" in markdown(dossier([starred], "ARM", "RUS"), WORDS)


def test_nothing_known_is_said() -> None:
    assert WORDS("brief.nothing") in markdown(dossier([], "ARM"), WORDS)
    assert WORDS("brief.nothing") in page(dossier([], "ARM"), WORDS)


def test_numbers_and_dates_are_those_of_the_reader() -> None:
    from babel import Locale

    for language in label_languages():
        words = labels(language)
        native = Locale.parse(language).default_numbering_system != "latn"
        day = words.date(full()[0].record.date or timeline(TOLD, "ARM", "RUS").turns[0].since)
        assert bool(re.search("[0-9]", day)) is not native
        assert bool(re.search("[0-9]", words.number(1234))) is not native


# From a store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "marsad.db"
    texts = ["Mali left ECOWAS on Wednesday.", "France condemned Mali.", "Relations between France and Mali worsened."]
    with Store(path) as kept:
        for n, text in enumerate(texts):
            kept.add(Article(id=f"a{n}", text=text, lang="en", date=datetime.date(2025, 1, 30), outlet="tass"))
    return path


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from marsad.cli import main; main()", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("form", ["jsonl", "csv", "plover", "gdelt", "icews", "jsonld", "parquet"])
def test_a_store_is_exported(form: str, store: Path, tmp_path: Path) -> None:
    path = tmp_path / "out"
    result = run("export", path, "--format", form, "--db", store)
    assert result.returncode == 0, result.stderr
    assert path.stat().st_size > 100
    if form != "parquet":
        assert run("export", "-", "--format", form, "--db", store).stdout == path.read_text(encoding="utf-8")


def test_an_export_may_be_of_one_party(store: Path) -> None:
    lines = run("export", "-", "--db", store, "--state", "Mali", "--other", "ECOWAS").stdout.splitlines()
    assert {json.loads(line)["record"]["kind"] for line in lines} == {"standing", "event"}


def test_a_timeline_and_a_brief_are_printed_plain(store: Path) -> None:
    told = run("timeline", "France", "MLI", "--db", store)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("France – Mali\n")
    assert "\x1b" not in told.stdout
    assert "Mali" in run("brief", "Mali", "--db", store).stdout.splitlines()[0]


def test_both_come_as_json(store: Path) -> None:
    assert json.loads(run("timeline", "FRA", "MLI", "--db", store, "--json").stdout)["months"][0]["score"] == -2.0
    told = json.loads(run("brief", "MLI", "--db", store, "--json").stdout)
    assert told["standings"][0]["of"] == "IGO:ECOWAS"


def test_a_chart_is_written(store: Path, tmp_path: Path) -> None:
    png, svg = tmp_path / "a.png", tmp_path / "a.svg"
    result = run("timeline", "FRA", "MLI", "--db", store, "--png", png, "--svg", svg, "--ui", "ar")
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
    assert png.read_bytes().startswith(b"\x89PNG")
    assert svg.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("timeline", "Malee"), "MLI (Mali)"),
        (("timeline", "MLI", "Mali"), "expected two parties, got MLI twice"),
        (("timeline", "MLI", "--since", "2025-02-01", "--until", "2025-01-01"), "--until: expected a day not before"),
        (("brief", "MLI", "--since", "yesterday"), "--since: expected a date"),
        (("brief", "MLI", "--format", "pdf"), "--format: expected one of markdown, html"),
        (("brief", "MLI", "--ui", "xx"), "expected one of"),
        (("export", "-", "--format", "xls"), "--format: expected one of jsonl"),
    ],
)
def test_wrong_questions_are_told(arguments: tuple[str, ...], said: str, store: Path) -> None:
    result = run(*arguments, "--db", store)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("brief", "MLI", "--db", tmp_path / "none.db")
    assert result.returncode in (1, 2)
    assert "none.db" in result.stderr
    assert not (tmp_path / "none.db").exists()
