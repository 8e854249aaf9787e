"""The first tables: arrivals, facts, rulings, outbox, inbox and quarantine."""

import sqlalchemy as sa
from alembic import op

from bot.storage import types
from migrations.append_only import protect, release

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPEND_ONLY = ("rulings", "policy_hits", "policy_revisions", "policy_activations")


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("account", types.PlainText(), nullable=False),
        sa.Column("member", types.PlainText(), nullable=False),
        sa.Column("name", types.PlainText(), nullable=True),
        sa.Column("bot", sa.Boolean(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False, comment="JSON list"),
        sa.Column("met_at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("joined_at", types.UtcTime(timezone=True), nullable=True),
        sa.Column("left_at", types.UtcTime(timezone=True), nullable=True),
        sa.Column("held", sa.Boolean(), nullable=False, comment="under legal hold"),
        sa.Column("created_at", types.UtcTime(timezone=True), nullable=True, comment="when the platform made it"),
        sa.PrimaryKeyConstraint("partition", "account", name=op.f("pk_accounts")),
    )
    op.create_table(
        "activity",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("account", types.PlainText(), nullable=False),
        sa.Column("messages", sa.BigInteger(), nullable=False),
        sa.Column(
            "recent", sa.Text(), nullable=False, comment="JSON list of [microseconds, channel, fingerprint, sketch]"
        ),
        sa.PrimaryKeyConstraint("partition", "account", name=op.f("pk_activity")),
    )
    op.create_table(
        "activity_daily",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False, comment="in UTC"),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("channel", types.PlainText(), nullable=False, comment="empty where there was none"),
        sa.Column("account", types.PlainText(), nullable=False, comment="empty where there was none"),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("partition", "day", "kind", "channel", "account", name=op.f("pk_activity_daily")),
    )
    op.create_table(
        "channels",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("channel", types.PlainText(), nullable=False),
        sa.Column("name", types.PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("partition", "channel", name=op.f("pk_channels")),
    )
    op.create_table(
        "counters",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("key", types.PlainText(), nullable=False, comment="counter|of"),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("moved_at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("recent", sa.Text(), nullable=False, comment="JSON list of [microseconds, about, by]"),
        sa.PrimaryKeyConstraint("partition", "key", name=op.f("pk_counters")),
    )
    op.create_table(
        "events",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("space", sa.Integer(), nullable=False),
        sa.Column("event_id", types.PlainText(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("at", types.UtcTime(timezone=True), nullable=False, comment="the platform's time"),
        sa.Column("ruled_at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column(
            "account",
            types.PlainText(),
            nullable=True,
            comment="until it is rolled up or forgotten, like channel and message",
        ),
        sa.Column("channel", types.PlainText(), nullable=True),
        sa.Column("message", types.PlainText(), nullable=True),
        sa.PrimaryKeyConstraint("partition", "seq", name=op.f("pk_events")),
        sa.UniqueConstraint("space", "event_id", name=op.f("uq_events_space_event_id")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_events_partition_at"), "events", ["partition", "at"], unique=False)
    op.create_table(
        "handles",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("handle", types.PlainText(), nullable=False),
        sa.Column("made", types.PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("partition", "handle", name=op.f("pk_handles")),
    )
    op.create_table(
        "inbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", types.PlainText(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False, comment="JSON; emptied once done"),
        sa.Column("asked_at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("done_at", types.UtcTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "members",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("member", types.PlainText(), nullable=False),
        sa.Column("accounts", sa.Text(), nullable=False, comment="JSON list"),
        sa.PrimaryKeyConstraint("partition", "member", name=op.f("pk_members")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False, comment="the effect's idempotency key"),
        sa.Column("platform", sa.String(length=32), nullable=False),
        sa.Column("lane", types.PlainText(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("account", types.PlainText(), nullable=True, comment="whom it is about, until forgotten"),
        sa.Column("payload", sa.Text(), nullable=False, comment="JSON; emptied after a while"),
        sa.Column("idempotent", sa.Boolean(), nullable=False),
        sa.Column("binds", types.PlainText(), nullable=True),
        sa.Column("uses", sa.Text(), nullable=False, comment="JSON list of handles"),
        sa.Column("state", sa.String(length=8), nullable=False, comment="pending, sending, done, refused or unsure"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", types.UtcTime(timezone=True), nullable=True),
        sa.Column("expires_at", types.UtcTime(timezone=True), nullable=True),
        sa.Column("made", types.PlainText(), nullable=True),
        sa.Column("simulated", sa.Boolean(), nullable=False),
        sa.Column("reason", types.PlainText(), nullable=True),
        sa.Column("settled_at", types.UtcTime(timezone=True), nullable=True),
        sa.Column("reported", sa.Boolean(), nullable=False, comment="its outcome came back to the road"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_outbox_state_id"), "outbox", ["state", "id"], unique=False)
    op.create_index(
        "ix_outbox_unsettled_lane",
        "outbox",
        ["partition", "lane", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('pending', 'sending')"),
        postgresql_where=sa.text("state IN ('pending', 'sending')"),
    )
    op.create_table(
        "partitions",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("community", types.PlainText(), nullable=False),
        sa.Column(
            "epoch", sa.BigInteger(), nullable=False, comment="moved on by every batch: the fence between writers"
        ),
        sa.Column("seq", sa.BigInteger(), nullable=False, comment="the last arrival's number"),
        sa.Column("ruling", sa.BigInteger(), nullable=False, comment="the last ruling's number"),
        sa.Column("chain", sa.String(length=64), nullable=False, comment="the last ruling's hash"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partitions")),
        sa.UniqueConstraint("community", name=op.f("uq_partitions_community")),
    )
    op.create_table(
        "policy_activations",
        sa.Column("community", types.PlainText(), nullable=False),
        sa.Column("policy", types.PlainText(), nullable=False),
        sa.Column(
            "number", sa.Integer(), autoincrement=False, nullable=False, comment="counted from 1 for each policy"
        ),
        sa.Column("revision", sa.String(length=64), nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=False, comment="off, shadow or enforce"),
        sa.Column("at", types.UtcTime(timezone=True), nullable=False),
        sa.Column(
            "author", types.PlainText(), nullable=False, comment="who set it: file, or a reference to an account"
        ),
        sa.PrimaryKeyConstraint("community", "policy", "number", name=op.f("pk_policy_activations")),
    )
    op.create_table(
        "policy_hits",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("policy", types.PlainText(), nullable=False),
        sa.Column("revision", sa.String(length=64), nullable=False),
        sa.Column("mode", sa.String(length=16), nullable=False),
        sa.Column("actions", sa.Text(), nullable=False, comment="JSON list"),
        sa.Column("spans", sa.Text(), nullable=False, comment="JSON list of [start, end]"),
        sa.PrimaryKeyConstraint("partition", "seq", "policy", name=op.f("pk_policy_hits")),
    )
    op.create_table(
        "policy_revisions",
        sa.Column("revision", sa.String(length=64), nullable=False),
        sa.Column("policy", types.PlainText(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False, comment="canonical JSON"),
        sa.Column("first_used_at", types.UtcTime(timezone=True), nullable=False),
        sa.Column(
            "parent",
            sa.String(length=64),
            nullable=True,
            comment="the wording that it followed where it was first used; null for the first",
        ),
        sa.Column(
            "author", types.PlainText(), nullable=False, comment="who brought it: file, or a reference to an account"
        ),
        sa.PrimaryKeyConstraint("revision", name=op.f("pk_policy_revisions")),
    )
    op.create_table(
        "quarantine",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("space", types.PlainText(), nullable=False),
        sa.Column("event_id", types.PlainText(), nullable=False),
        sa.Column("account", types.PlainText(), nullable=True),
        sa.Column(
            "room", sa.String(length=64), nullable=False, comment="the room that stumbled; * for the whole event"
        ),
        sa.Column("payload", sa.Text(), nullable=False, comment="the event as ASCII JSON"),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("error", types.PlainText(), nullable=False),
        sa.Column("at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("released_at", types.UtcTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "ruling_details",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("account", types.PlainText(), nullable=True),
        sa.Column("channel", types.PlainText(), nullable=True),
        sa.Column("message", types.PlainText(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False, comment="JSON"),
        sa.Column("evidence", sa.Text(), nullable=False, comment="JSON list"),
        sa.PrimaryKeyConstraint("partition", "number", name=op.f("pk_ruling_details")),
    )
    op.create_index(
        op.f("ix_ruling_details_partition_account"), "ruling_details", ["partition", "account"], unique=False
    )
    op.create_table(
        "rulings",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("room", sa.String(length=64), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("details_hash", sa.String(length=64), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("partition", "number", name=op.f("pk_rulings")),
    )
    op.create_index(op.f("ix_rulings_partition_seq"), "rulings", ["partition", "seq"], unique=False)
    op.create_table(
        "spaces",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("space", types.PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spaces")),
        sa.UniqueConstraint("space", name=op.f("uq_spaces_space")),
    )
    op.create_table(
        "timers",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("timer", types.PlainText(), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.Column("due_at", types.UtcTime(timezone=True), nullable=True, comment="null once fired or cancelled"),
        sa.PrimaryKeyConstraint("partition", "timer", name=op.f("pk_timers")),
    )
    op.create_index(op.f("ix_timers_partition_due_at"), "timers", ["partition", "due_at"], unique=False)
    op.create_table(
        "windows",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("space", types.PlainText(), nullable=False),
        sa.Column(
            "heard",
            sa.Text(),
            nullable=False,
            comment="JSON list of [microseconds, account, channel, fingerprint, sketch]",
        ),
        sa.Column("entered", sa.Text(), nullable=False, comment="JSON list of [microseconds, account]"),
        sa.PrimaryKeyConstraint("partition", "space", name=op.f("pk_windows")),
    )

    for table in _APPEND_ONLY:
        protect(table)


def downgrade() -> None:
    for table in _APPEND_ONLY:
        release(table)
    op.drop_table("windows")
    op.drop_index(op.f("ix_timers_partition_due_at"), table_name="timers")
    op.drop_table("timers")
    op.drop_table("spaces")
    op.drop_index(op.f("ix_rulings_partition_seq"), table_name="rulings")
    op.drop_table("rulings")
    op.drop_index(op.f("ix_ruling_details_partition_account"), table_name="ruling_details")
    op.drop_table("ruling_details")
    op.drop_table("quarantine")
    op.drop_table("policy_revisions")
    op.drop_table("policy_hits")
    op.drop_table("policy_activations")
    op.drop_table("partitions")
    op.drop_index(
        "ix_outbox_unsettled_lane",
        table_name="outbox",
        sqlite_where=sa.text("state IN ('pending', 'sending')"),
        postgresql_where=sa.text("state IN ('pending', 'sending')"),
    )
    op.drop_index(op.f("ix_outbox_state_id"), table_name="outbox")
    op.drop_table("outbox")
    op.drop_table("members")
    op.drop_table("inbox")
    op.drop_table("handles")
    op.drop_index(op.f("ix_events_partition_at"), table_name="events")
    op.drop_table("events")
    op.drop_table("counters")
    op.drop_table("channels")
    op.drop_table("activity_daily")
    op.drop_table("activity")
    op.drop_table("accounts")
