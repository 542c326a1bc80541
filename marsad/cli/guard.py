"""What happens to a command when something goes wrong: one line that says what, and the exit status."""

import functools
import os
import sys
from collections.abc import Callable
from typing import ParamSpec

import typer

from marsad.errors import MarsadError, UsageError

FAILED, USAGE, INTERRUPTED, BROKEN_PIPE = 1, 2, 130, 141
SHOWN = 120  # characters of an unforeseen error

Params = ParamSpec("Params")


def guarded(command: Callable[Params, int]) -> Callable[Params, None]:
    """Return the command with its errors reported on standard error; Ctrl-C and a closed pipe end it quietly."""

    @functools.wraps(command)
    def run(*args: Params.args, **kwargs: Params.kwargs) -> None:
        raise typer.Exit(_status(lambda: command(*args, **kwargs)))

    return run


def _status(command: Callable[[], int]) -> int:
    try:
        status = command()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whatever is still to be written at the end of the program goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except MarsadError as error:
        report(str(error))
        return USAGE if isinstance(error, UsageError) else FAILED
    return status


def unforeseen(error: Exception) -> str:
    """Return what to say of a fault of ours that a text brings to light."""
    return f"expected a reading, got {type(error).__name__}: {str(error)[:SHOWN]}; please report it"


def report(message: str) -> None:
    """Write one line on standard error."""
    typer.echo(f"marsad: {message}", err=True)
