"""Options and arguments that several commands share."""

from typing import Annotated

import typer

Source = Annotated[
    str, typer.Argument(metavar="FILE|URL|-", help="A text file or HTML page, its address, or - for standard input.")
]
Lang = Annotated[str, typer.Option(metavar="xx", help="Its language; detected when left out.")]
Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="How many processes read side by side.")]
Db = Annotated[
    str, typer.Option("--db", metavar="FILE|URL", help="The store; MARSAD_DB, or the file in your data folder.")
]
Since = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Nothing from before this day.")]
Until = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Nothing from after this day.")]
Ui = Annotated[str, typer.Option(metavar="xx", help="Language of the answer; that of your terminal when left out.")]
One = Annotated[str, typer.Argument(metavar="A", help="A state or institution: a code, or a name in any language.")]
Other = Annotated[str, typer.Argument(metavar="[B]", help="Another one: only what concerns both.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
