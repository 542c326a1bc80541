"""What Alembic runs: the migrations, on the connection it is given and inside its transaction."""

from alembic import context

from marsad.store.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
