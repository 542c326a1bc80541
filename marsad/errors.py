"""The errors Marsad raises: one root, one class for each thing that can be wrong."""

from pathlib import Path


class MarsadError(Exception):
    """Anything Marsad itself reports; the message says what was expected, what came, and where."""


class DataError(MarsadError):
    """A table of languages, concepts, institutions or actors is wrong; reading stops.

    `where` is the file with the 1-based line where the fault stands, `file:line`.
    """

    def __init__(self, path: Path | str, line: int | None, reason: str) -> None:
        self.path, self.line, self.reason = Path(path), line, reason
        where = f"{path}:{line}" if line else str(path)
        super().__init__(f"{where}: {reason}")


class InputError(MarsadError):
    """An article, a row or a file given to be read can't be read; it is skipped, the rest goes on."""

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"{where}: {reason}")


class UsageError(MarsadError):
    """The command line or a call asks for something that does not exist."""


class StoreError(MarsadError):
    """The database can't be used as asked: locked, read-only, full, damaged, not ours, gone.

    `where` is the file, or the address without its password.
    """

    def __init__(self, where: str, reason: str) -> None:
        self.where, self.reason = where, reason
        super().__init__(f"{where}: {reason}")
