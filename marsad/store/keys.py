"""Digests and keys made from content, so that they do not depend on when or in which order articles came."""

import datetime
import hashlib

from marsad.intake.options import text_id
from marsad.model.article import Article

# A version's key: the day it became known, then this many bits of its digest. 20 bits hold the days to the year 2871;
# together they fit a signed 64-bit number.
BITS = 43
LAST_DAY = (1 << 20) - 1
LAST_KEY = (1 << 63) - 1


def version_digest(article: Article) -> str:
    """Return what tells one version of an article from another: 32 hexadecimal digits of SHA-256 of all it holds."""
    parts = (article.text, article.lang, article.title, str(article.date or ""), article.outlet, *(article.pair or ()))
    return _hash(*parts)[:32]


def version_key(article: str, digest: str, known: datetime.date) -> int:
    """Return the key of a version: keys are ordered by the day it became known."""
    return first_key(known) + (int(_hash(article, digest), 16) & ((1 << BITS) - 1))


def first_key(known: datetime.date) -> int:
    """Return the least key that a version which became known on that day can have."""
    return min(known.toordinal(), LAST_DAY) << BITS


def key_after(known: datetime.date) -> int:
    """Return the least key that is greater than all of versions which became known by that day."""
    return min(known.toordinal() + 1, LAST_DAY) << BITS


def engine_id(version: str, lang: str, fingerprint: str) -> str:
    """Return the id of an engine: 16 hexadecimal digits over its version, language and language data."""
    return _hash(version, lang, fingerprint)[:16]


def has_own_id(article: Article) -> bool:
    """Return whether an article came with an id of its own, not one made from its text."""
    return article.id != text_id(article.text, article.date)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
