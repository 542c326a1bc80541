"""The lexicon of a language as reading asks for it: packaged, cached, or compiled when the tables are newer."""

import gc
import hashlib
import tomllib
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

from marsad.errors import MarsadError
from marsad.lexicon.profile import NAMES, language_folder
from marsad.lexicon.store import Lexicon, read_file, write

# How many new objects there may be before the garbage collector looks at them (Python: 700).
MADE_BEFORE_COLLECTION = 100_000
PACKAGE = Path(__file__).parent.parent
PACKAGED = PACKAGE / "_compiled"


@cache
def lexicon(code: str) -> Lexicon:
    """Return the lexicon of a language; raises UsageError for an unknown code, DataError for wrong data."""
    current = fingerprint(code)
    cached = _cache_folder()
    for folder in (PACKAGED, cached):
        found = read_file(folder / f"{code}.lexicon")
        if found and found.fingerprint == current:
            return _kept(found)
    return _kept(_compile(code, current, cached))


def _cache_folder() -> Path:
    """Return the folder of what this installation compiles: two with other tables would overwrite each other's."""
    return user_cache_path("marsad") / "lexicon" / hashlib.sha256(str(PACKAGE).encode()).hexdigest()[:12]


def _kept(lexicon: Lexicon) -> Lexicon:
    """Return the lexicon, which stays as long as the process: the garbage collector need not walk over it again.

    It also starts less often: what reading makes is freed without it, for hardly anything points in a circle.
    """
    gc.freeze()
    gc.set_threshold(MADE_BEFORE_COLLECTION, *gc.get_threshold()[1:])
    return lexicon


def fingerprint(code: str) -> str:
    """Return a hash over all that a lexicon is made from: the language, the one it borrows names from, the actors, the
    concepts and this package.
    """
    digest = hashlib.sha256()
    shared = [PACKAGE / name for name in ("actors", "concepts", "institutions")]
    for folder in (language_folder(code), *shared, Path(__file__).parent):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".tsv", ".toml", ".py") and path.parent.name != "cases":
                digest.update(path.name.encode() + b"\0" + path.read_bytes())
    if lender := tomllib.loads((language_folder(code) / "profile.toml").read_text(encoding="utf-8")).get("borrowed"):
        for table in NAMES:
            digest.update((language_folder(lender) / f"{table}.tsv").read_bytes())
    return digest.hexdigest()


def _compile(code: str, current: str, cached: Path) -> Lexicon:
    from marsad.lexicon.compiler import compile_language  # loads CLDR and the cities: only where the tables changed

    made = compile_language(code, current)
    try:
        write(made, cached)
    except OSError as error:
        raise MarsadError(f"{cached}: expected a folder for the compiled lexicon, got: {error}") from error
    return made
