"""The word index: FTS5 on SQLite, where only current versions stand in it; PostgreSQL keeps its own over `texts`."""

from sqlalchemy import Connection, select, text, update

from marsad.store.folding import indexed
from marsad.store.schema import texts, versions

ADD = text("INSERT INTO search (rowid, folded, bare) SELECT version, folded, bare FROM texts WHERE version = :version")
REMOVE = text(
    "INSERT INTO search (search, rowid, folded, bare) "
    "SELECT 'delete', version, folded, bare FROM texts WHERE version = :version"
)
REBUILD = text("INSERT INTO search (search) VALUES ('rebuild')")
# FTS5 keeps one row a text in this table of its own.
MISSING = text(
    "SELECT count(*) FROM versions LEFT JOIN search_docsize ON id = versions.key WHERE versions.current AND id IS NULL"
)
LEFT_OVER = text(
    "SELECT count(*) FROM search_docsize LEFT JOIN versions ON id = versions.key AND versions.current "
    "WHERE versions.key IS NULL"
)
FINDS = text("SELECT 1 FROM search WHERE search MATCH :word AND rowid = :version")
BATCH = 500
SAMPLE = 500  # texts whose first and last word are looked for


def add(connection: Connection, version: int) -> None:
    """Let a version be found."""
    if connection.dialect.name == "sqlite":
        connection.execute(ADD, {"version": version})


def remove(connection: Connection, version: int) -> None:
    """Let a version be found no longer."""
    if connection.dialect.name == "sqlite":
        connection.execute(REMOVE, {"version": version})


def rebuild(connection: Connection) -> None:
    """Fold all texts again and make the index of them new."""
    keys = list(connection.scalars(select(texts.c.version).order_by(texts.c.version)))
    for start in range(0, len(keys), BATCH):
        _fold(connection, keys[start : start + BATCH])
    if connection.dialect.name == "sqlite":
        connection.execute(REBUILD)


def _fold(connection: Connection, keys: list[int]) -> None:
    query = select(texts.c.version, texts.c.text, versions.c.title, versions.c.lang).join(versions)
    for row in connection.execute(query.where(texts.c.version.in_(keys))).all():
        words = indexed(f"{row.title}\n{row.text}", row.lang)
        values = {"folded": words.folded, "bare": words.bare}
        connection.execute(update(texts).where(texts.c.version == row.version).values(**values))


def out_of_step(connection: Connection) -> str:
    """Return what is wrong with the index of SQLite, empty where nothing is found."""
    missing, left_over = (connection.execute(query).scalar_one() for query in (MISSING, LEFT_OVER))
    if missing or left_over:
        return f"{missing:,} current versions are missing, {left_over:,} others stand in it"
    query = select(texts.c.version, texts.c.folded).join(versions).where(versions.c.current, texts.c.folded != "")
    sample = connection.execute(query.limit(SAMPLE)).all()
    lost = sum(not _finds(connection, row.version, row.folded.split(" ")) for row in sample)
    return f"{lost:,} of {len(sample):,} texts are not found by their words" if lost else ""


def _finds(connection: Connection, version: int, words: list[str]) -> bool:
    asked = ({"word": f'"{word}"', "version": version} for word in {words[0], words[-1]})
    return all(connection.execute(FINDS, values).first() is not None for values in asked)
