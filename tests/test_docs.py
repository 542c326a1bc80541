"""The pages say what the program does: pages are fresh, commands explained, links lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import story
from typer.main import get_command

from marsad.cli.app import app
from marsad.model import records, values
from marsad.views import record_kinds

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md"), *(ROOT / "examples").glob("*.md")])
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


def commands() -> Iterator[tuple[str, Any]]:
    """Yield every command of the command line with its name as typed: `marsad language check`."""
    yield from _walk("marsad", get_command(app))


def _walk(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", None)
    if not inner:
        yield name, command
        return
    for part, child in inner.items():
        yield from _walk(f"{name} {part}", child)


def test_the_page_of_record_kinds_is_up_to_date() -> None:
    assert record_kinds.check_page(record_kinds.PAGE) == 0


def test_a_stale_page_is_noticed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "records.md"
    page.write_text("an older page\n", encoding="utf-8")
    assert record_kinds.check_page(page) == 1
    assert "make docs" in capsys.readouterr().err


@pytest.mark.parametrize("kind", sorted(records.KINDS))
def test_the_page_names_every_kind_and_field(kind: str) -> None:
    section = record_kinds.make_page().split(f"### `{kind}`")[1].split("###")[0]
    own = set(records.KINDS[kind].__struct_fields__) - set(records.Base.__struct_fields__)
    assert [field for field in own if f"`{field}`" not in section] == []


def test_the_page_names_every_closed_value() -> None:
    page = record_kinds.make_page()
    assert [v for v in values.choices(values.StandingValue) if f"`{v}`" not in page] == []


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name, _ in commands() if name not in readme] == []


def test_the_story_of_the_readme_is_what_the_program_prints() -> None:
    readme = story.README.read_text(encoding="utf-8")
    assert len(story.commands(readme)) == 5
    assert story.rendered(readme) == readme


def test_every_command_has_help() -> None:
    assert [name for name, command in commands() if not (command.help or "").strip()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
