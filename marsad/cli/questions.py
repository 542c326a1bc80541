"""The commands that ask the store: exports, timelines, briefs."""

from pathlib import Path
from typing import Annotated

import typer

from marsad.cli.guard import guarded
from marsad.cli.options import AsJson, Db, One, Other, Since, Ui, Until

EXPORT = """Write what the store holds for other programs.

\b
jsonl    every report, complete          plover   PLOVER JSON, an event a line
csv      one flat table of all kinds     gdelt    the 61 columns of GDELT 2.0, tab-separated
parquet  the same, typed                 icews    the 20 columns of ICEWS, tab-separated
jsonld   where each record comes from, as W3C PROV

\b
  marsad export records.parquet --format parquet
  marsad export - --format gdelt --state ARM | head
  marsad export events.jsonl --format plover --since 2024-01-01"""
TIMELINE = """Show what a state, or two with each other, did month by month.

Conflict to the left of zero, cooperation to the right, and the stated turns of relations.

\b
  marsad timeline ARM RUS --since 2024-01-01
  marsad timeline Armenia --ui ru
  marsad timeline ARM RUS --png chart.png --svg chart.svg --ui ar"""
BRIEF = """Write what the store knows of a state, or of a state and another party, on one to two pages.

Every line has its source, its quotation and three counts: reports, events, independent origins.

\b
  marsad brief ARM --since 2024-01-01
  marsad brief ARM CSTO --ui ru
  marsad brief Armenia Russia --format html --ui ar > brief.html"""


def export(  # noqa: PLR0913, PLR0917 -- a parameter an option
    out: Annotated[
        Path, typer.Argument(metavar="FILE", dir_okay=False, allow_dash=True, help="Or - for standard output.")
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="NAME", help="jsonl, csv, parquet, plover, gdelt, icews or jsonld.")
    ] = "jsonl",
    state: Annotated[str, typer.Option(metavar="A", help="Only what concerns this state or institution.")] = "",
    other: Annotated[str, typer.Option(metavar="B", help="And this one as well.")] = "",
    since: Since = "",
    until: Until = "",
    db: Db = "",
) -> int:
    """Return the exit status after the file was written."""
    from marsad.cli import answers

    asked = answers.Asked(db=db, one=state, other=other, since=since, until=until)
    return answers.write_export(form, out, asked)


def timeline(  # noqa: PLR0913, PLR0917 -- a parameter an option
    one: One,
    other: Other = "",
    since: Since = "",
    until: Until = "",
    png: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw it instead, as PNG.")] = None,
    svg: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw it instead, as SVG.")] = None,
    ui: Ui = "",
    db: Db = "",
    as_json: AsJson = False,
) -> int:
    """Return the exit status after the timeline was shown."""
    from marsad.cli import answers

    asked = answers.Asked(db=db, one=one, other=other, since=since, until=until, ui=ui)
    return answers.show_timeline(asked, {"png": png, "svg": svg}, as_json=as_json)


def brief(  # noqa: PLR0913, PLR0917 -- a parameter an option
    one: One,
    other: Other = "",
    since: Since = "",
    form: Annotated[str, typer.Option("--format", metavar="NAME", help="markdown or html.")] = "markdown",
    ui: Ui = "",
    db: Db = "",
    as_json: AsJson = False,
) -> int:
    """Return the exit status after the brief was printed."""
    from marsad.cli import answers

    asked = answers.Asked(db=db, one=one, other=other, since=since, ui=ui)
    return answers.show_brief(asked, form, as_json=as_json)


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    for command, text in ((export, EXPORT), (timeline, TIMELINE), (brief, BRIEF)):
        app.command(help=text)(guarded(command))
