"""Which engine reads: the version of Marsad with a fingerprint of its code, and that of a language's data."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec

from marsad.lexicon.loading import fingerprint
from marsad.store.keys import engine_id

PACKAGE = Path(__file__).parent.parent
# What takes part in reading besides the lexicon, which `fingerprint` covers.
STAGES = ("reading.py", "inventory.py", "membership.py", "text", "mentions", "clauses", "records", "model")


class Engine(msgspec.Struct, frozen=True):
    """What made a reading: the same engine makes the same records of the same text."""

    id: str
    version: str
    lang: str
    fingerprint: str


@cache
def engine(lang: str) -> Engine:
    """Return the engine that reads a language now; raises UsageError for a language without a folder."""
    made, data = f"{version('marsad')}+{_code_fingerprint()}", fingerprint(lang)[:16]
    return Engine(engine_id(made, lang, data), made, lang, data)


@cache
def _code_fingerprint() -> str:
    digest = hashlib.sha256()
    for part in STAGES:
        place = PACKAGE / part
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]
