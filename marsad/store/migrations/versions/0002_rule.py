"""The rule of a record beside it, so that records can be listed by the row of the language data that made them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column and fill it from the records."""
    op.add_column("records", sa.Column("rule", sa.Text(), nullable=False, server_default=""))
    sqlite = op.get_bind().dialect.name == "sqlite"
    rule = "json_extract(coalesce(original, body), '$.rule')" if sqlite else "coalesce(original, body)::json ->> 'rule'"
    op.execute(f"UPDATE records SET rule = {rule}")
