"""The story of the README: its commands are run, and what they print stands below them.

`python -m tests.story` writes what they print now into the README (part of `make docs`).
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
OPENING, CLOSING = "<!-- story -->\n", "<!-- /story -->\n"
# What a page has room for: longer lines and outputs are cut, and the cut is shown.
WIDTH, LINES = 116, 11


def commands(page: str) -> list[str]:
    """Return the commands of the story in a page, in order."""
    return [line.removeprefix("$ ") for line in _told(page).splitlines() if line.startswith("$ ")]


def rendered(page: str) -> str:
    """Return the page with the story told anew: every command run in one fresh store, its output below it."""
    with tempfile.TemporaryDirectory() as folder:
        blocks = "\n".join(f"$ {command}\n{_shown(_run(command, Path(folder)))}" for command in commands(page))
    return page.replace(_told(page), f"```console\n{blocks}```\n")


def _told(page: str) -> str:
    return page.split(OPENING)[1].split(CLOSING, maxsplit=1)[0]


def _run(command: str, folder: Path) -> str:
    """Return what a command prints; raises CalledProcessError where it fails."""
    code = "from marsad.cli import main; main()"
    environment = {**os.environ, "MARSAD_DB": str(folder / "story.db"), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    arguments = [argument.replace("story.csv", str(folder / "story.csv")) for argument in command.split()[1:]]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    return (done.stdout + done.stderr).decode().replace(f"{folder}/", "")


def _shown(output: str) -> str:
    return "".join(f"{line}\n" for line in _cut(output.splitlines()))


def _cut(lines: list[str]) -> Iterator[str]:
    for line in lines[:LINES]:
        plain = line.expandtabs(2).rstrip()
        yield plain if len(plain) <= WIDTH else f"{plain[: WIDTH - 1].rstrip()}…"
    if len(lines) > LINES:
        yield f"[… {len(lines) - LINES} more lines]"


if __name__ == "__main__":
    README.write_text(rendered(README.read_text(encoding="utf-8")), encoding="utf-8")
