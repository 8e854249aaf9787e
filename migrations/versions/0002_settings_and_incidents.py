"""What managers set in chat, what was done without a person, and the language that people chose."""

import sqlalchemy as sa
from alembic import op

from bot.storage import types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accounts", sa.Column("locale", sa.String(8), comment="the language that the person chose"))
    op.create_table(
        "settings",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("key", types.PlainText(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("author", types.PlainText(), comment="who set it in chat; null for the program and its operator"),
        sa.Column("at", types.UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("partition", "key", name=op.f("pk_settings")),
    )
    op.create_table(
        "incidents",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("incident", sa.String(64), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False, comment="policy or report"),
        sa.Column("at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("space", types.PlainText(), nullable=False),
        sa.Column("account", types.PlainText(), comment="whom it is about"),
        sa.Column("channel", types.PlainText()),
        sa.Column("message", types.PlainText()),
        sa.Column("reporter", types.PlainText(), comment="sealed: no card shows it"),
        sa.Column("text", types.PlainText(), nullable=False, comment="what was written; emptied after a while"),
        sa.Column("reason", types.PlainText(), nullable=False, comment="the reporter's words; emptied after a while"),
        sa.Column("details", sa.Text(), nullable=False, comment="JSON: policies, why, measures and what they moved"),
        sa.Column(
            "state",
            sa.String(16),
            nullable=False,
            comment="standing, confirmed, undone, talking, asked or closed",
        ),
        sa.Column("moved_by", types.PlainText()),
        sa.Column("moved_at", types.UtcTime(timezone=True)),
        sa.PrimaryKeyConstraint("partition", "incident", name=op.f("pk_incidents")),
    )
    op.create_index("ix_incidents_partition_account", "incidents", ["partition", "account"])
    _go_on_acting()


def _go_on_acting() -> None:
    """Communities in which policies were live before there were first days are not suddenly only looked at."""
    op.execute(
        """
        INSERT INTO settings (partition, key, value, author, at)
        SELECT partitions.id, 'stage', 'acting', NULL, MIN(policy_activations.at)
        FROM partitions JOIN policy_activations ON policy_activations.community = partitions.community
        GROUP BY partitions.id
        """
    )


def downgrade() -> None:
    op.drop_table("incidents")
    op.drop_table("settings")
    op.drop_column("accounts", "locale")
