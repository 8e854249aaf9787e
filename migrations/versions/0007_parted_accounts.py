"""Which accounts were one person's before they were parted: conflicts of interest outlive a link."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NONE = sa.text("'[]'")


def upgrade() -> None:
    op.add_column(
        "accounts",
        sa.Column("was", sa.Text(), nullable=False, server_default=_NONE, comment="JSON list: members, and until when"),
    )
    op.add_column(
        "members",
        sa.Column(
            "former", sa.Text(), nullable=False, server_default=_NONE, comment="JSON list: accounts, and until when"
        ),
    )


def downgrade() -> None:
    op.drop_column("members", "former")
    op.drop_column("accounts", "was")
