"""The command line: `marsad read`, `code`, `evaluate`, `explain`, `language check`."""

from marsad.cli.app import main

__all__ = ["main"]
