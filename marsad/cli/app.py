"""The commands and their options. What they need is imported when they run, so that `--help` stays quick."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from marsad.cli import ledger_commands, questions, stored
from marsad.cli.guard import guarded
from marsad.cli.options import AsJson, Jobs, Lang, Source

app = typer.Typer(
    help="""Reads news about international affairs and returns sourced records.

\b
  marsad read article.txt                 a brief of one article
  marsad code articles.jsonl out.jsonl    the records of many

Exit status: 0 all read, 1 some rows failed, 2 wrong usage.""",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
language_app = typer.Typer(help="The tables of the languages.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(language_app, name="language")
app.add_typer(stored.app)

READ = """Read one article: a brief, or JSON.

\b
  marsad read article.txt --date 2024-11-28
  marsad read https://example.org/news/1 --json
  curl -s https://example.org/news/1 | marsad read -"""
CODE = """Read many articles: rows of JSON in and out.

\b
A row in:  {"id": "a1", "text": "...", "date": "2024-11-28", "lang": "xx", "pair": {"source": "...", "target": "..."}}
           all but "text" may be left out
A row out: {"id", "events", "records", "chain"} and, for a row with a pair, "relation"

Rows stay in their order. One that can't be read is reported with its number and left out; the rest goes on.

\b
  marsad code articles.jsonl coded.jsonl --jobs 4"""
EVALUATE = """Score what is read on gold sets.

Precision, recall and F1 by set, by language and by type.

\b
  marsad evaluate gold/*.jsonl --jobs 2
  marsad evaluate gold/ntrex.jsonl --misses | less
  marsad evaluate gold/ntrex.jsonl --agreement --misses
  marsad evaluate gold/*.jsonl gold/check/*.jsonl --report accuracy.md --floors floors.toml"""
EXPLAIN = """Show how an article is understood.

What was found in each sentence and which rules fired, or why none did.

\b
  marsad explain article.txt --line 3"""
CHECK = """Check the tables of all languages, or of one: what is unknown, doubled or can't be reached.

Of one language also: which concepts it can't say yet, which rows are never chosen, and its scores on gold sets.

\b
  marsad language check
  marsad language check xx --gold gold/ntrex.jsonl"""
NEW = """Make the folder of a new language from the commented template.

\b
  marsad language new xx
  marsad language new xx --into ~/languages"""


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"marsad {version('marsad')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Return nothing: holds the options that stand before a command."""


@app.command(help=READ)
@guarded
def read(
    source: Source,
    date: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="Day of publication; without it, 'yesterday' has no date.")
    ] = "",
    lang: Lang = "",
    as_json: AsJson = False,
    ui: Annotated[
        str, typer.Option(metavar="xx", help="Language of the brief; that of your terminal when left out.")
    ] = "",
) -> int:
    """Return the exit status after one article was printed."""
    from marsad.cli import single

    article = single.article(source, date=date, lang=lang)
    with single.reading_of(source):
        return single.print_json(article) if as_json else single.print_reading(article, ui)


@app.command(help=CODE)
@guarded
def code(
    rows: Annotated[
        Path,
        typer.Argument(metavar="IN.jsonl", dir_okay=False, allow_dash=True, help="Rows, or - for standard input."),
    ],
    out: Annotated[
        Path,
        typer.Argument(
            metavar="OUT.jsonl", dir_okay=False, allow_dash=True, help="Where to write, or - for standard output."
        ),
    ],
    jobs: Jobs = 1,
) -> int:
    """Return the exit status after all rows were read."""
    from marsad.cli import many

    return many.code_file(rows, out, jobs)


@app.command(help=EVALUATE)
@guarded
def evaluate(  # noqa: PLR0913, PLR0917 -- a parameter an option
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD.jsonl...", exists=True, dir_okay=False, help="Gold sets.")
    ],
    as_json: AsJson = False,
    misses: Annotated[
        bool, typer.Option("--misses", help="List what was not found, with what was, the nearest rule and why.")
    ] = False,
    false: Annotated[
        bool, typer.Option("--false", help="List what was found wrongly, with the rule that fired.")
    ] = False,
    agreement: Annotated[
        bool, typer.Option("--agreement", help="How far translations of one text (ids a1:xx, a1:yy) read the same.")
    ] = False,
    page: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Write all figures as a page of Markdown.")
    ] = None,
    floors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what the figures must not fall below, raising it.")
    ] = None,
    lower: Annotated[bool, typer.Option("--allow-regression", help="Let --floors lower a floor as well.")] = False,
    jobs: Jobs = 1,
) -> int:
    """Return the exit status after the scores were printed."""
    from marsad.cli import scoring

    lists = tuple(name for name, wanted in (("missed", misses), ("false", false)) if wanted)
    wanted = scoring.Wanted(lists, as_json, agreement, page, floors, lower, jobs)
    return scoring.evaluate_files(gold, wanted)


@app.command(help=EXPLAIN)
@guarded
def explain(
    source: Source,
    line: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Only this line of the text, counted from 0.")
    ] = None,
    lang: Lang = "",
) -> int:
    """Return the exit status after the explanation was printed."""
    from marsad.cli import single

    article = single.article(source, lang=lang)
    with single.reading_of(source):
        return single.print_explanation(article, line)


questions.register(app)
ledger_commands.register(app)


@language_app.command(help=CHECK)
@guarded
def check(
    code: Annotated[str | None, typer.Argument(metavar="[xx]", help="One language; all when left out.")] = None,
    gold: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", exists=True, dir_okay=False, help="A gold set to score it on.")
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Return 1 when there are problems, which are printed, else 0."""
    from marsad.cli import tables

    return tables.check_languages(code, gold or [], json=as_json)


@language_app.command(help=NEW)
@guarded
def new(
    code: Annotated[str, typer.Argument(metavar="xx", help="Its ISO 639 code.")],
    into: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", exists=True, file_okay=False, help="Where to make it instead of the package."),
    ] = None,
) -> int:
    """Return the exit status after the folder was made."""
    from marsad.cli import tables

    return tables.make_language(code, into)


def main() -> None:
    """Run the command line; leaves with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="marsad")
