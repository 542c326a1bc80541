"""A new language folder from the commented template, its profile filled in as far as CLDR knows the language."""

from importlib import resources
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from marsad.errors import UsageError

DIRECTIONS = {"left-to-right": "ltr", "right-to-left": "rtl"}


def template() -> Path:
    """Return the folder of the template: one commented file of each kind that a language has."""
    return Path(str(resources.files("marsad.lexicon") / "template"))


def new_language(code: str, parent: Path) -> Path:
    """Return the folder made for a language inside `parent`.

    Raises UsageError for a code that CLDR does not know, a folder that is there already or can't be written.
    """
    facts = _facts(code)
    folder = parent / code
    if folder.exists():
        raise UsageError(f"{folder}: expected no such folder yet, got one")
    try:
        for source in sorted(path for path in template().rglob("*") if path.is_file()):
            _write(source, folder / source.relative_to(template()), facts)
    except OSError as error:
        raise UsageError(f"{folder}: expected a place to write to, got: {error.strerror or error}") from error
    return folder


def _facts(code: str) -> dict[str, str]:
    """Return what CLDR knows of a language, by the marks of the template."""
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError) as error:
        raise UsageError(f"language: expected a code that CLDR knows (ISO 639), got {code!r}") from error
    likely = dict(enumerate(get_global("likely_subtags").get(code, code).split("_")))
    return {
        "{name}": locale.english_name or code,
        "{autonym}": locale.display_name or code,
        "{script}": likely.get(1, ""),
        "{direction}": DIRECTIONS[locale.character_order],
    }


def _write(source: Path, target: Path, facts: dict[str, str]) -> None:
    text = source.read_text(encoding="utf-8")
    if source.suffix in (".toml", ".md"):
        for mark, fact in facts.items():
            text = text.replace(mark, fact)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
