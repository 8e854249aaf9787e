"""Whose turn it is where processes share a platform's patience, and what a platform said that nobody could read."""

import sqlalchemy as sa
from alembic import op

from bot.storage import types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "turns",
        sa.Column("gate", types.PlainText(), nullable=False),
        sa.Column("free_at", types.UtcTime(timezone=True), nullable=False, comment="when the next one may go through"),
        sa.PrimaryKeyConstraint("gate", name=op.f("pk_turns")),
    )
    op.create_table(
        "oddities",
        sa.Column("platform", sa.String(32), nullable=False),
        sa.Column("what", types.PlainText(), nullable=False, comment="kind and field; never a value"),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("first_at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("latest_at", types.UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("platform", "what", name=op.f("pk_oddities")),
    )


def downgrade() -> None:
    op.drop_table("oddities")
    op.drop_table("turns")
