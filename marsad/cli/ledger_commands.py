"""The commands that ask the ledger. What they need is imported when they run."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from marsad.cli.guard import guarded

STANDING = """Show where a state stands: in law, in words, in conduct, in money, in its obligations.

Each value has since when, on whose word, how many reports, events and independent origins carry it, and the sentences.
What sources disagree on is shown as contested; what is planned, possible or denied is noted and changes nothing.

\b
  marsad standing ARM CSTO
  marsad standing Armenia CSTO --as-of 2024-03-01 --known 2024-12-01 --history
  marsad standing ARM --axis legal            in all institutions that reports name
  marsad standing ARM CSTO --json"""
COMMITMENTS = """Show promises and what became of them.

\b
  marsad commitments                          all
  marsad commitments RUS ARM                  what Russia promised Armenia
  marsad commitments --as-of 2024-03-01 --json"""
AGREEMENTS = """Show treaties and deals: the stage each has reached, the next one, and what blocks it.

\b
  marsad agreements
  marsad agreements ARM AZE"""
MEETINGS = """Show meetings from plan to end: when, where, who has confirmed, who stays away.

\b
  marsad meetings --upcoming
  marsad meetings CSTO --as-of 2024-11-20 --upcoming
  marsad meetings ARM --json"""
CHANGES = """Show what has changed in any standing since a day, and which sentence changed it.

\b
  marsad changes --since 2024-11-01
  marsad changes --since 2024-11-01 --known 2024-11-30 --state ARM --json"""

# What every question takes, by the name it has in Asking.
OPTIONS: dict[str, tuple[type, Any, Any]] = {
    "as_of": (str, typer.Option("--as-of", metavar="YYYY-MM-DD", help="The day asked about; today when left out."), ""),
    "known": (
        str,
        typer.Option("--known", metavar="YYYY-MM-DD", help="Only what was public by then; today when left out."),
        "",
    ),
    "db": (
        str,
        typer.Option("--db", metavar="FILE|URL", help="The store; MARSAD_DB or your data folder when left out."),
        "",
    ),
    "ui": (
        str,
        typer.Option("--ui", metavar="xx", help="Language of the answer; that of your terminal when left out."),
        "",
    ),
    "json": (bool, typer.Option("--json", help="Print JSON."), False),
}
State = Annotated[str, typer.Argument(metavar="STATE", help="A state, by code or name.")]
MaybeState = Annotated[str, typer.Argument(metavar="[STATE]", help="A state, by code or name.")]
MaybeOther = Annotated[str, typer.Argument(metavar="[STATE]", help="The other state.")]


def asks(command: Callable[..., int]) -> Callable[..., None]:
    """Return the command with the options of every question added; it gets them together, as `asking`."""

    @wraps(command)
    def run(**values: Any) -> int:
        from marsad.cli.ledger_answers import Asking

        return command(asking=Asking(**{name: values.pop(name) for name in OPTIONS}), **values)

    own = [p for p in inspect.signature(command).parameters.values() if p.name != "asking"]
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, option])
        for name, (kind, option, default) in OPTIONS.items()
    ]
    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own] + added
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return guarded(run)


@asks
def standing(
    state: State,
    institution: Annotated[
        str, typer.Argument(metavar="[INSTITUTION]", help="An institution or treaty; all when left out.")
    ] = "",
    axis: Annotated[
        str, typer.Option(metavar="AXIS", help="Only legal, declared, conduct, money or obligations.")
    ] = "",
    history: Annotated[bool, typer.Option("--history", help="Each turn, with the sentence that told it.")] = False,
    *,
    asking: Any,
) -> int:
    """Return the exit status after a standing was printed."""
    from marsad.cli import ledger_answers

    return ledger_answers.standing((state, institution), axis, asking, history=history)


@asks
def commitments(by: MaybeState = "", to: MaybeOther = "", *, asking: Any) -> int:
    """Return the exit status after promises were printed."""
    from marsad.cli import ledger_answers

    return ledger_answers.commitments(by, to, asking)


@asks
def agreements(party: MaybeState = "", other: MaybeOther = "", *, asking: Any) -> int:
    """Return the exit status after agreements were printed."""
    from marsad.cli import ledger_answers

    return ledger_answers.agreements(party, other, asking)


@asks
def meetings(
    party: Annotated[str, typer.Argument(metavar="[PARTY]", help="A state or an institution.")] = "",
    upcoming: Annotated[
        bool, typer.Option("--upcoming", help="Only those still to come on the day asked about.")
    ] = False,
    *,
    asking: Any,
) -> int:
    """Return the exit status after meetings were printed."""
    from marsad.cli import ledger_answers

    return ledger_answers.meetings(party, asking, upcoming=upcoming)


@asks
def changes(
    since: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The first day on which it became public.")],
    state: Annotated[str, typer.Option(metavar="STATE", help="Only those of one state.")] = "",
    *,
    asking: Any,
) -> int:
    """Return the exit status after changes were printed."""
    from marsad.cli import ledger_answers

    return ledger_answers.changes(since, state, asking)


def register(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    commands = (
        (standing, STANDING), (commitments, COMMITMENTS), (agreements, AGREEMENTS), (meetings, MEETINGS),
        (changes, CHANGES),
    )  # fmt: skip
    for command, text in commands:
        app.command(help=text)(command)
