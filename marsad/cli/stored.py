"""The commands on the store and their options: `add`, `search`, `show`, `review`, `reread`, `doctor`."""

from typing import Annotated

import typer

from marsad.cli.guard import guarded
from marsad.cli.options import AsJson, Db, Jobs, Since, Until

app = typer.Typer(rich_markup_mode=None)

ADD = """Read articles into the store: files, folders, addresses, and rows of JSON (.jsonl) as `marsad code` takes them.

\b
Every article is kept in one transaction. What is there already is left alone, so the same command may be run again at
any time, also after it was killed; two may run at once. Another text under the same id, or at the same place, is a new
version of the article: the earlier one and its records stay.

\b
  marsad add news/ --jobs 2
  marsad add article.txt --date 2024-11-20 --outlet tass
  marsad add rows.jsonl --db postgresql://marsad@localhost/marsad"""
SEARCH = """Find articles by their words, newest first, in all languages.

\b
All words have to be there. Spellings are compared folded: hamza, vowel marks and capitals don't count, particles before
a word may be there or not. "Words in quotation marks" follow one another, a beginning ends with *.

\b
  marsad search dues refuse*
  marsad search '"collective security"' --about ARM --since 2024-01-01
  marsad search منظمة المعاهدة --json"""
SHOW = """Show one record or article with its whole provenance: words, chain, rule, engine, versions, reviews.

\b
  marsad show 4a41503a            an id, or the beginning of one
  marsad show 4a41503a --json"""
REVIEW = """Accept, reject or edit a record, with a reason; without an id, list records that nobody reviewed yet.

\b
A decision holds for every reading of the article, later ones too. The list is drawn by lot, but always the same, so
that the precision measured on it is that of all records.

\b
  marsad review --kind standing --limit 10
  marsad review 4a41503a --accept --reason "as the text says"
  marsad review 4a41503a --reject --reason "a football club, not a state"
  marsad review 4a41503a --edit '{"status": "planned"}' --reason "takes effect in March"
  marsad review 4a41503a --withdraw --reason "looked again"
  marsad review --stats           measured precision by rule and language"""
REREAD = """Read again what an older engine or older language data read; the new readings count, the old ones stay.

\b
  marsad reread --lang ar
  marsad reread --diff | less     every record that changed, before and after"""
DOCTOR = """Look whether the store is sound, and say what to do where it is not. Exit status 1 where something is wrong.

\b
  marsad doctor
  marsad doctor --repair          make index and look-ups again from what is kept"""

Only = Annotated[str, typer.Option("--lang", metavar="xx", help="Only this language.")]
Limit = Annotated[int, typer.Option(min=1, metavar="N", help="How many at most.")]
About = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME|CODE", help="With records of this state or institution; may be repeated."),
]


@app.command(help=ADD)
@guarded
def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATHS...", help="Files, folders, addresses.")],
    date: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="Day of publication of articles that don't say theirs.")
    ] = "",
    lang: Annotated[str, typer.Option(metavar="xx", help="Language of the articles; detected when left out.")] = "",
    outlet: Annotated[str, typer.Option(metavar="NAME", help="Outlet of articles that don't say theirs.")] = "",
    jobs: Jobs = 1,
    db: Db = "",
    as_json: AsJson = False,
) -> int:
    """Return the exit status after the articles were added and what happened was printed."""
    from marsad.cli import adding

    return adding.add(paths, adding.Given(date, lang, outlet), jobs, db, as_json=as_json)


@app.command(help=SEARCH)
@guarded
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    about: About = None,
    lang: Only = "",
    since: Since = "",
    until: Until = "",
    limit: Limit = 20,
    db: Db = "",
    as_json: AsJson = False,
) -> int:
    """Return 0 after what was found was printed."""
    from marsad.cli import asking

    where = asking.where(tuple(about or ()), lang, since, until)
    return asking.search(" ".join(words), where, limit, db, as_json=as_json)


@app.command(help=SHOW)
@guarded
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="Of a record or article, or its beginning.")],
    db: Db = "",
    as_json: AsJson = False,
) -> int:
    """Return 0 after the record or article was printed."""
    from marsad.cli import asking

    return asking.show(name, db, as_json=as_json)


@app.command(help=REVIEW)
@guarded
def review(
    name: Annotated[str | None, typer.Argument(metavar="[ID]", help="Of a record, or its beginning.")] = None,
    accept: Annotated[bool, typer.Option("--accept", help="It is right as it stands.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="The text does not say so.")] = False,
    edit: Annotated[str, typer.Option(metavar="JSON", help="The fields that are wrong, with their right values.")] = "",
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take the last decision back.")] = False,
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why.")] = "",
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides; the user's name when left out.")] = "",
    stats: Annotated[bool, typer.Option("--stats", help="Measured precision by rule and language.")] = False,
    kind: Annotated[str, typer.Option(metavar="KIND", help="List only this kind of record.")] = "",
    rule: Annotated[str, typer.Option(metavar="RULE", help="List only what this rule made, or its beginning.")] = "",
    lang: Only = "",
    limit: Limit = 20,
    db: Db = "",
    as_json: AsJson = False,
) -> int:
    """Return 0 after the decision was kept, or the list or the figures were printed."""
    from marsad.cli import reviewing

    if stats:
        return reviewing.print_precision(db, as_json=as_json)
    asked = {"accepted": accept, "rejected": reject, "edited": bool(edit), "withdrawn": withdraw}
    verdicts = [verdict for verdict, wanted in asked.items() if wanted]
    if name is None:
        return reviewing.print_list(verdicts, reviewing.Listed(kind, rule, lang, limit), db, as_json=as_json)
    return reviewing.decide(name, verdicts, reviewing.Words(reason, by, edit), db, as_json=as_json)


@app.command(help=REREAD)
@guarded
def reread(
    lang: Only = "",
    diff: Annotated[bool, typer.Option("--diff", help="Print every record that changed.")] = False,
    jobs: Jobs = 1,
    db: Db = "",
    as_json: AsJson = False,
) -> int:
    """Return the exit status after the articles were read again and what changed was printed."""
    from marsad.cli import rereading

    return rereading.reread(lang, jobs, db, diff=diff, as_json=as_json)


@app.command(help=DOCTOR)
@guarded
def doctor(
    repair: Annotated[bool, typer.Option("--repair", help="Make index and look-ups again.")] = False,
    db: Db = "",
    as_json: AsJson = False,
) -> int:
    """Return 1 when something is wrong with the store, else 0, after what was found was printed."""
    from marsad.cli import asking

    return asking.doctor(db, repair=repair, as_json=as_json)
