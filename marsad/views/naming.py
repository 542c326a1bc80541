"""States and institutions as a person names them: by code, or by name in any of our languages."""

import difflib
import os
from collections.abc import Iterator
from functools import cache

from marsad.errors import UsageError
from marsad.lexicon.names import alpha3, country_names
from marsad.lexicon.profile import language_codes, languages_folder
from marsad.lexicon.tables import read_table
from marsad.membership import institutions
from marsad.store.folding import searcher, tokens

OFFERED = 3
LEAST_LIKE = 0.5
KINDS = ("full", "short")


def party_code(name: str, ui: str = "") -> str:
    """Return the code of a state (`ARM`) or institution (`IGO:CSTO`); names are compared without case and marks.

    Raises UsageError with the nearest names in the user's language (`ui`, that of the terminal when left out).
    """
    short = name.strip().upper().removeprefix("IGO:")
    if not name.strip().upper().startswith("IGO:") and short in _states():
        return short
    if short in _institutions():
        return f"IGO:{_institutions()[short]}"
    if found := _by_name().get(_folded(name)):
        return found
    offered = ", ".join(nearest(name, ui or user_language()))
    raise UsageError(
        f"expected a state or institution by name or code (ARM, IGO:CSTO), got {name!r}"
        + (f"; did you mean {offered}?" if offered else "")
    )


def nearest(name: str, ui: str) -> list[str]:
    """Return the names and codes most like a name that nobody has, the likest first: `Armenia (ARM)`."""
    likeness = {
        code: max(_likeness(name, spelled) for spelled in spellings) for code, spellings in _spellings_by_code().items()
    }
    best = sorted(likeness, key=lambda code: (-likeness[code], code))[:OFFERED]
    names = _names_in(ui)
    return [f"{names.get(code, code)} ({code})" for code in best if likeness[code] >= LEAST_LIKE]


def user_language() -> str:
    """Return the language of the terminal, `en` where it is none of ours."""
    setting = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    code = setting.partition("_")[0]
    return code if code in language_codes() else "en"


def _likeness(name: str, spelled: str) -> float:
    return difflib.SequenceMatcher(None, _folded(name), spelled).ratio()


@cache
def _states() -> frozenset[str]:
    return frozenset(alpha3().values())


@cache
def _institutions() -> dict[str, str]:
    """Return the codes of institutions by their spelling in capitals."""
    return {code.upper(): code for code in institutions()}


def _names(lang: str) -> Iterator[tuple[str, str]]:
    """Yield codes with their names in one language, the usual name first."""
    yield from country_names(lang)
    rows = read_table(languages_folder() / lang, "institutions")
    for kind in KINDS:
        yield from (("IGO:" + row["code"].removeprefix("IGO:"), row["form"]) for row in rows if row["kind"] == kind)


@cache
def _by_name() -> dict[str, str]:
    pairs = [(code, _folded(name)) for lang in language_codes() for code, name in _names(lang)]
    return {name: code for code, name in reversed(pairs)}


@cache
def _spellings_by_code() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, code in _by_name().items():
        found.setdefault(code, {code.removeprefix("IGO:").casefold()}).add(name)
    return found


@cache
def _names_in(lang: str) -> dict[str, str]:
    return dict(reversed(list(_names(lang))))


@cache
def _folded(name: str) -> str:
    """Return a name as names are compared: the folding of every language, one after the other."""
    for lang in language_codes():
        name = " ".join(tokens(name, searcher(lang)))
    return name
