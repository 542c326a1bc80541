"""Building a wheel compiles the language tables, so that an installed Marsad opens its lexicon instead of making it.

An editable install skips this: there the tables change, and the first reading after a change compiles them into the
user's cache.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileLexicon(BuildHookInterface):  # type: ignore[type-arg]
    """Puts one compiled file a language into the wheel, as `marsad/_compiled/<code>.lexicon`."""

    folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a folder of its own, which keeps the source tree clean, and name the files to hatchling."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from marsad.lexicon.compiler import compile_all

        self.folder = Path(tempfile.mkdtemp(prefix="marsad-compiled-"))
        for path in compile_all(self.folder):
            build_data["force_include"][str(path)] = f"marsad/_compiled/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the folder once the wheel holds its files."""
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)
