"""The tables, one schema for SQLite and PostgreSQL; docs/store.md explains them.

Keys are numbers for joins inside one database and never shown; ids are made from content. `parties` and `dyads` are
look-ups over the records that count now: those of the current reading of the current version, not rejected.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

VERSION_TABLE = "marsad_version"
HEAD = "0002"  # the newest revision in migrations/versions; a test holds it to that

Key = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData()

articles = Table(
    "articles", metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
)  # fmt: skip
addresses = Table(
    "addresses", metadata,
    Column("address", Text, primary_key=True),
    Column("article", Key, ForeignKey("articles.key"), nullable=False),
)  # fmt: skip
# A version's key holds the day it became known in its upper bits (see keys.py), so keys are in order of that day.
versions = Table(
    "versions", metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("article", Key, ForeignKey("articles.key"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("digest", Text, nullable=False, index=True),
    Column("current", Boolean, nullable=False),
    Column("lang", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("published", Date),
    Column("known", Date, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("pair", Text, nullable=False),
    Column("added", Text, nullable=False),
    UniqueConstraint("article", "digest"),
)  # fmt: skip
texts = Table(
    "texts", metadata,
    Column("version", Key, ForeignKey("versions.key"), primary_key=True, autoincrement=False),
    Column("folded", Text, nullable=False),
    Column("bare", Text, nullable=False),
    Column("text", Text, nullable=False),
)  # fmt: skip
engines = Table(
    "engines", metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("version", Text, nullable=False),
    Column("lang", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
)  # fmt: skip
readings = Table(
    "readings", metadata,
    Column("key", Key, primary_key=True),
    Column("version", Key, ForeignKey("versions.key"), nullable=False),
    Column("engine", Key, ForeignKey("engines.key"), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("made", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("chain", Text, nullable=False),
    UniqueConstraint("version", "engine"),
)  # fmt: skip
outlets = Table(
    "outlets", metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("lang", Text, nullable=False),
    Column("domain", Text, nullable=False),
)  # fmt: skip
links = Table(
    "links", metadata,
    Column("reading", Key, ForeignKey("readings.key"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("outlet", Text, ForeignKey("outlets.id"), nullable=False, index=True),
    Column("hop", Text, nullable=False),
)  # fmt: skip
people = Table(
    "people", metadata,
    Column("reading", Key, ForeignKey("readings.key"), primary_key=True, autoincrement=False),
    Column("person", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Index("people_by_name", "person"),
)  # fmt: skip
records = Table(
    "records", metadata,
    Column("key", Key, primary_key=True),
    Column("id", Text, nullable=False, index=True),
    Column("version", Key, ForeignKey("versions.key"), nullable=False),
    Column("reading", Key, ForeignKey("readings.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("live", Boolean, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("carried", Boolean, nullable=False),
    Column("day", Date, nullable=False),
    Column("rule", Text, nullable=False, server_default=""),
    Column("body", Text, nullable=False),
    Column("original", Text),
    UniqueConstraint("reading", "position"),
    Index("records_in_order", "live", "version", "position"),
    Index("records_by_kind", "kind", "live", "version", "position"),
)  # fmt: skip
parties = Table(
    "parties", metadata,
    Column("code", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("version", Key, primary_key=True, autoincrement=False),
    Column("record", Key, ForeignKey("records.key"), primary_key=True, autoincrement=False, index=True),
    Column("role", Text, primary_key=True),
    Column("day", Date, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
dyads = Table(
    "dyads", metadata,
    Column("first", Text, primary_key=True),
    Column("second", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("day", Date, primary_key=True),
    Column("record", Key, ForeignKey("records.key"), primary_key=True, autoincrement=False, index=True),
    Column("version", Key, nullable=False),
    Column("value", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
reviews = Table(
    "reviews", metadata,
    Column("record", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("article", Key, ForeignKey("articles.key"), nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("made", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("lang", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("body", Text, nullable=False),
)  # fmt: skip
