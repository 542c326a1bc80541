"""Parties by whatever a reader calls them: a code, or a name in any language that the tables know."""

import difflib
import unicodedata
from functools import cache

from marsad.errors import UsageError
from marsad.lexicon.names import alpha3, country_names
from marsad.lexicon.profile import language_codes, languages_folder
from marsad.lexicon.tables import read_table
from marsad.membership import institutions
from marsad.views.labels import Labels

NAMES = ("name", "short")  # kinds of rows in states.tsv that name a state itself
NEAREST = 3


def find_party(text: str, words: Labels) -> str:
    """Return the code of a state (`ARM`) or institution (`IGO:CSTO`) that a code or a name stands for.

    Raises UsageError for one that is not known, with the nearest names in the reader's language.

    >>> from marsad.views.labels import labels
    >>> [find_party(name, labels("en")) for name in ("ARM", "csto", "Armenia", "أرمينيا")]
    ['ARM', 'IGO:CSTO', 'ARM', 'ARM']
    """
    wanted = _plain(text)
    if code := _codes().get(wanted) or _names().get(wanted):
        return code
    near = difflib.get_close_matches(wanted, [*_names(), *_codes()], NEAREST, 0.6)
    codes = dict.fromkeys(_names().get(name) or _codes()[name] for name in near)
    hint = f"; did you mean {', '.join(f'{code} ({words.state(code)})' for code in codes)}?" if codes else ""
    raise UsageError(f"{text!r}: expected a state or an institution, by code or name, got neither{hint}")


@cache
def _codes() -> dict[str, str]:
    """Return the codes of states and institutions by what is typed for them."""
    states = {code.casefold(): code for code in alpha3().values()}
    bodies = {short: f"IGO:{short}" for short in institutions()}
    typed = {_plain(short): code for short, code in bodies.items()} | {_plain(c): c for c in bodies.values()}
    return typed | states


@cache
def _names() -> dict[str, str]:
    """Return the codes of states and institutions by their names in all languages."""
    found: dict[str, str] = {}
    for language in language_codes():
        folder = languages_folder() / language
        rows = [(row["form"], row["code"]) for row in read_table(folder, "states") if row["kind"] in NAMES]
        bodies = [(r["form"], r["code"]) for r in read_table(folder, "institutions") if r["kind"] != "body-head"]
        for form, code in (*rows, *((name, code) for code, name in country_names(language)), *bodies):
            found.setdefault(_plain(form), code)
    return found


def _plain(text: str) -> str:
    """Return a name without capitals, accents and vowel marks."""
    parts = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))
