"""Gaps that are still to be read, and an index by which the latest message of each channel is found."""

import sqlalchemy as sa
from alembic import op

from bot.storage import types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_HEARD = sa.text("kind = 'message_posted' AND channel IS NOT NULL AND message IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "gaps",
        sa.Column("space", types.PlainText(), nullable=False),
        sa.Column("channel", types.PlainText(), nullable=False),
        sa.Column("after", types.PlainText(), nullable=False, comment="as its platform counts messages"),
        sa.Column("noticed_at", types.UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("space", "channel", name=op.f("pk_gaps")),
    )
    op.create_index(
        op.f("ix_events_heard"), "events", ["space", "channel", "seq"], sqlite_where=_HEARD, postgresql_where=_HEARD
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_events_heard"), table_name="events")
    op.drop_table("gaps")
