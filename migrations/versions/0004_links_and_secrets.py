"""Codes that join the accounts of one person, and secrets that platforms hand out while the bot runs."""

import sqlalchemy as sa
from alembic import op

from bot.storage import types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_EARLIER = {"requested": "taken", "withdrawn": "closed"}
"""What earlier versions call the states that came with this one."""


def upgrade() -> None:
    op.create_table(
        "link_codes",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(64), nullable=False, comment="its hash"),
        sa.Column("account", types.PlainText(), nullable=False, comment="who asked for it"),
        sa.Column("expires_at", types.UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("partition", "code", name=op.f("pk_link_codes")),
    )
    op.create_table(
        "sealed",
        sa.Column("name", types.PlainText(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False, comment="sealed with a key that only the environment holds"),
        sa.Column("at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("until", types.UtcTime(timezone=True), comment="gone from then on"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sealed")),
    )


def downgrade() -> None:
    op.drop_table("sealed")
    op.drop_table("link_codes")
    incidents = sa.table("incidents", sa.column("state", sa.String(16)))
    for state, earlier in _EARLIER.items():
        op.execute(incidents.update().where(incidents.c.state == state).values(state=earlier))
