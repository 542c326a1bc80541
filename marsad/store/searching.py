"""Full text search: newest first, the same answers on SQLite and PostgreSQL.

The word index gives candidates; the order of words in a phrase is looked at here, over the folded text.
"""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, select, text

from marsad.errors import UsageError
from marsad.store.folding import searcher, stems, variants
from marsad.store.keys import LAST_KEY, first_key, key_after
from marsad.store.schema import articles, parties, records, texts, versions
from marsad.store.snippets import Snippet, snippet

TERM = re.compile(r'"([^"]*)"?|(\S+)')
FIRST_BATCH, GROWTH, LARGEST_BATCH = 50, 4, 5000

MATCH_SQLITE = text(
    "SELECT rowid AS version FROM search WHERE search MATCH :words AND rowid >= :low AND rowid < :high "
    "ORDER BY rowid DESC LIMIT :limit"
)
# The expression has to be that of the index in migrations/versions/0001_first.py.
MATCH_POSTGRES = text(
    "SELECT version FROM texts WHERE array_to_tsvector(array_remove(string_to_array(folded || ' ' || bare, ' '), '')) "
    "@@ CAST(:words AS tsquery) AND version >= :low AND version < :high ORDER BY version DESC LIMIT :limit"
)


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """Which articles are searched: published within some days, in one language, with records of all these parties."""

    since: datetime.date | None = None
    until: datetime.date | None = None
    lang: str = ""
    about: tuple[str, ...] = ()


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One article that was found: the current version, the words around what was found, how many records it has."""

    article: str
    version: int
    known: datetime.date
    lang: str
    outlet: str
    url: str
    title: str
    records: int
    snippet: Snippet


class Term(msgspec.Struct, frozen=True):
    """One word, or the words of a phrase: for each, the spellings under which it may stand in the index."""

    words: tuple[frozenset[str], ...]
    prefix: bool = False
    phrase: bool = False


def terms(words: str) -> tuple[Term, ...]:
    """Return what is searched for: words, "phrases in quotation marks", and beginnings*; raises UsageError for none."""
    found = []
    for quoted, plain in TERM.findall(words):
        spellings = tuple(frozenset(spelled) for spelled in variants(quoted or plain))
        if spellings:
            found.append(Term(spellings, plain.endswith("*"), len(spellings) > 1))
    if not found:
        raise UsageError(f"expected words to search for, got {words!r}")
    return tuple(found)


def search(connection: Connection, words: str, where: Where, limit: int) -> list[Hit]:
    """Return the articles that have all the words, newest first, at most `limit`; raises UsageError."""
    wanted = terms(words)
    found: list[Row[Any]] = []
    for row in _candidates(connection, wanted, where):
        if all(_has_phrase(row, term) for term in wanted if term.phrase):
            found.append(row)
        if len(found) == limit:
            break
    counts = _record_counts(connection, [row.key for row in found])
    return [_hit(row, wanted, counts.get(row.key, 0)) for row in found]


def _candidates(connection: Connection, wanted: tuple[Term, ...], where: Where) -> Iterator[Row[Any]]:
    """Yield the current versions that have all the words, in any order, newest first."""
    low = first_key(where.since) if where.since else 0
    high = key_after(where.until) if where.until else LAST_KEY
    sqlite = connection.dialect.name == "sqlite"
    match, size = MATCH_SQLITE if sqlite else MATCH_POSTGRES, FIRST_BATCH
    expression = _expression(wanted, sqlite=sqlite)
    while True:
        asked = {"words": expression, "low": low, "high": high, "limit": size}
        keys = list(connection.scalars(match, asked))
        yield from connection.execute(_versions(keys, where))
        if len(keys) < size:
            return
        high, size = keys[-1], min(size * GROWTH, LARGEST_BATCH)


def _expression(wanted: tuple[Term, ...], *, sqlite: bool) -> str:
    """Return the question in the words of the index; words are letters and digits only, so quoting is enough."""
    either, both = (" OR ", " AND ") if sqlite else (" | ", " & ")
    mark, start = ('"', "*") if sqlite else ("'", ":*")
    groups = []
    for term in wanted:
        for place, spelled in enumerate(term.words):
            end = start if term.prefix and place == len(term.words) - 1 else ""
            groups.append("(" + either.join(f"{mark}{word}{mark}{end}" for word in sorted(spelled)) + ")")
    return both.join(groups)


def _versions(keys: list[int], where: Where) -> Any:
    columns = (
        versions.c.key, versions.c.number, versions.c.known, versions.c.lang, versions.c.outlet, versions.c.url,
        versions.c.title, articles.c.id, texts.c.folded, texts.c.text,
    )  # fmt: skip
    query = select(*columns).select_from(versions).join(articles).join(texts, texts.c.version == versions.c.key)
    query = query.where(versions.c.key.in_(keys), versions.c.current).order_by(versions.c.key.desc())
    if where.lang:
        query = query.where(versions.c.lang == where.lang)
    for code in where.about:
        about = select(parties.c.version).where(parties.c.code == code, parties.c.version.in_(keys))
        query = query.where(versions.c.key.in_(about))
    return query


def _has_phrase(row: Row[Any], term: Term) -> bool:
    """Return whether the words of a phrase follow one another in a text, with or without particles before them."""
    particles = searcher(row.lang).proclitics
    words = row.folded.split(" ")
    forms = {word: {word, *stems(word, particles)} for word in set(words)}
    length = len(term.words)
    starts = (k for k in range(len(words) - length + 1) if forms[words[k]] & term.words[0])
    return any(all(forms[words[k + n]] & term.words[n] for n in range(1, length)) for k in starts)


def _record_counts(connection: Connection, keys: list[int]) -> dict[int, int]:
    query = select(records.c.version, func.count().label("number")).where(records.c.live, records.c.version.in_(keys))
    return {row.version: row.number for row in connection.execute(query.group_by(records.c.version))}


def _hit(row: Row[Any], wanted: tuple[Term, ...], count: int) -> Hit:
    groups = [spelled for term in wanted for spelled in term.words]
    open_ended = {spelled for term in wanted if term.prefix for spelled in term.words[-1]}
    return Hit(
        article=row.id, version=row.number, known=row.known, lang=row.lang, outlet=row.outlet, url=row.url,
        title=row.title, records=count, snippet=snippet(row.text, row.lang, groups, tuple(open_ended)),
    )  # fmt: skip
