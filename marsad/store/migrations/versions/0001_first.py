"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of articles, readings, records and look-ups, and the word index."""
    op.create_table(
        "articles",
        sa.Column("key", Key, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "engines",
        sa.Column("key", Key, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "outlets",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "addresses",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("article", Key, nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.key"],
        ),
        sa.PrimaryKeyConstraint("address"),
    )
    op.create_table(
        "reviews",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", Key, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.key"],
        ),
        sa.PrimaryKeyConstraint("record", "number"),
    )
    op.create_index(op.f("ix_reviews_article"), "reviews", ["article"], unique=False)
    op.create_table(
        "versions",
        sa.Column("key", Key, autoincrement=False, nullable=False),
        sa.Column("article", Key, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("known", sa.Date(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("pair", sa.Text(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("article", "digest"),
    )
    op.create_index(op.f("ix_versions_digest"), "versions", ["digest"], unique=False)
    op.create_table(
        "readings",
        sa.Column("key", Key, nullable=False),
        sa.Column("version", Key, nullable=False),
        sa.Column("engine", Key, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["engine"],
            ["engines.key"],
        ),
        sa.ForeignKeyConstraint(
            ["version"],
            ["versions.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("version", "engine"),
    )
    op.create_table(
        "texts",
        sa.Column("version", Key, autoincrement=False, nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("bare", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"],
            ["versions.key"],
        ),
        sa.PrimaryKeyConstraint("version"),
    )
    op.create_table(
        "links",
        sa.Column("reading", Key, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("hop", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["outlet"],
            ["outlets.id"],
        ),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("reading", "position"),
    )
    op.create_index(op.f("ix_links_outlet"), "links", ["outlet"], unique=False)
    op.create_table(
        "people",
        sa.Column("reading", Key, autoincrement=False, nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.key"],
        ),
        sa.PrimaryKeyConstraint("reading", "person", "code", "role"),
    )
    op.create_index("people_by_name", "people", ["person"], unique=False)
    op.create_table(
        "records",
        sa.Column("key", Key, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", Key, nullable=False),
        sa.Column("reading", Key, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("carried", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("original", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.key"],
        ),
        sa.ForeignKeyConstraint(
            ["version"],
            ["versions.key"],
        ),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("reading", "position"),
    )
    op.create_index(op.f("ix_records_id"), "records", ["id"], unique=False)
    op.create_index("records_by_kind", "records", ["kind", "live", "version", "position"], unique=False)
    op.create_index("records_in_order", "records", ["live", "version", "position"], unique=False)
    op.create_table(
        "dyads",
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("second", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("record", Key, autoincrement=False, nullable=False),
        sa.Column("version", Key, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record"],
            ["records.key"],
        ),
        sa.PrimaryKeyConstraint("first", "second", "kind", "day", "record"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_dyads_record"), "dyads", ["record"], unique=False)
    op.create_table(
        "parties",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", Key, autoincrement=False, nullable=False),
        sa.Column("record", Key, autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record"],
            ["records.key"],
        ),
        sa.PrimaryKeyConstraint("code", "kind", "version", "record", "role"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_parties_record"), "parties", ["record"], unique=False)
    for statement in SEARCH_SQLITE if op.get_bind().dialect.name == "sqlite" else SEARCH_POSTGRES:
        op.execute(statement)


# Words are folded already; order and position of words are looked at in Python, so the index need not hold them.
SEARCH_SQLITE = (
    """
CREATE VIEW searchable AS
SELECT texts.version, texts.folded, texts.bare
FROM texts JOIN versions ON versions.key = texts.version WHERE versions.current
""",
    """
CREATE VIRTUAL TABLE search USING fts5(
    folded, bare, content='searchable', content_rowid='version', detail=none,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
)
""",
)
SEARCH_POSTGRES = (
    """
CREATE INDEX texts_words ON texts USING gin (
    array_to_tsvector(array_remove(string_to_array(folded || ' ' || bare, ' '), ''))
)
""",
)
