"""Cases with their logs, measures upon people, proposals, circles, who holds which role, and when a bot was last there."""

import json

import sqlalchemy as sa
from alembic import op

from bot.storage import types
from migrations.append_only import protect, release

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "accounts",
        sa.Column(
            "willing",
            sa.Boolean(),
            nullable=False,
            server_default=sa.text("false"),
            comment="to be drawn for circles",
        ),
    )
    op.add_column(
        "partitions",
        sa.Column(
            "live",
            sa.Integer(),
            nullable=False,
            server_default=sa.text("0"),
            comment="how many cases somebody has to act in",
        ),
    )
    op.add_column(
        "rulings",
        sa.Column("log", sa.String(64), comment="a hash of the lines that its arrival added to the logs of cases"),
    )
    op.create_table(
        "keys",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("key", sa.String(64), nullable=False, comment="random; made where the environment has none"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_keys")),
    )
    _roles()
    _cases()
    _sanctions()
    op.create_table(
        "proposals",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("proposal", sa.String(32), nullable=False, comment="its number"),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("author", types.PlainText(), comment="until forgotten"),
        sa.Column("opened_at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("since", types.UtcTime(timezone=True), nullable=False),
        sa.Column("due_at", types.UtcTime(timezone=True)),
        sa.Column("data", sa.Text(), nullable=False, comment="JSON"),
        sa.PrimaryKeyConstraint("partition", "proposal", name=op.f("pk_proposals")),
    )
    op.create_table(
        "heartbeats",
        sa.Column("community", types.PlainText(), nullable=False),
        sa.Column("at", types.UtcTime(timezone=True), nullable=False, comment="when a bot was last at work for it"),
        sa.PrimaryKeyConstraint("community", name=op.f("pk_heartbeats")),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("case", sa.String(32), nullable=False, comment="its number"),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("space", types.PlainText(), nullable=False),
        sa.Column(
            "channel",
            types.PlainText(),
            comment="like message, incident and people: until it is archived or forgotten",
        ),
        sa.Column("message", types.PlainText()),
        sa.Column("incident", sa.String(64)),
        sa.Column("opener", types.PlainText()),
        sa.Column("respondent", types.PlainText()),
        sa.Column("reporter", types.PlainText(), comment="sealed: no card shows it"),
        sa.Column("handler", types.PlainText()),
        sa.Column(
            "rank",
            sa.Integer(),
            comment="0 where somebody may be in danger, 1 otherwise; null once nobody has to act",
        ),
        sa.Column("private", sa.Boolean(), nullable=False, comment="about one of the team"),
        sa.Column("people", sa.Text(), nullable=False, comment="JSON list: everybody who had a part in it"),
        sa.Column("opened_at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("since", types.UtcTime(timezone=True), nullable=False),
        sa.Column("due_at", types.UtcTime(timezone=True), comment="null once archived"),
        sa.Column(
            "presses_at",
            types.UtcTime(timezone=True),
            comment="the deadline, some hours earlier where many told of it: for lists alone",
        ),
        sa.Column("outcome", sa.String(32)),
        sa.Column("data", sa.Text(), nullable=False, comment="JSON: the case as its log folds into"),
        sa.PrimaryKeyConstraint("partition", "case", name=op.f("pk_cases")),
    )
    op.create_index("ix_cases_partition_rank_presses_at_number", "cases", ["partition", "rank", "presses_at", "number"])
    for column in ("respondent", "opener", "reporter", "message", "incident"):
        known = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_cases_partition_{column}",
            "cases",
            ["partition", column],
            sqlite_where=known,
            postgresql_where=known,
        )
    op.create_table(
        "case_log",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("case", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False, comment="counted from 1 in each case"),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("move", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False, comment="where the case stands afterwards"),
        sa.Column("due_at", types.UtcTime(timezone=True)),
        sa.Column("details_hash", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("partition", "case", "number", name=op.f("pk_case_log")),
    )
    op.create_table(
        "case_details",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("case", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("salt", sa.String(32), nullable=False),
        sa.Column(
            "line", sa.Text(), nullable=False, comment="JSON: who, whom, words; erased when the case is archived"
        ),
        sa.PrimaryKeyConstraint("partition", "case", "number", name=op.f("pk_case_details")),
    )
    op.create_table(
        "case_redactions",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("case", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column(
            "seq", sa.BigInteger(), nullable=False, autoincrement=False, comment="of the arrival that asked for it"
        ),
        sa.Column(
            "details_hash",
            sa.String(64),
            nullable=False,
            comment="of what is left without whoever was forgotten",
        ),
        sa.PrimaryKeyConstraint("partition", "case", "number", "seq", name=op.f("pk_case_redactions")),
    )
    protect("case_log")
    protect("case_redactions")


def _roles() -> None:
    table = op.create_table(
        "account_roles",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("role", types.PlainText(), nullable=False),
        sa.Column("account", types.PlainText(), nullable=False),
        sa.PrimaryKeyConstraint("partition", "role", "account", name=op.f("pk_account_roles")),
    )
    op.create_index("ix_account_roles_partition_account", "account_roles", ["partition", "account"])
    asked = sa.text("SELECT partition, account, roles FROM accounts WHERE roles <> '[]'")
    for some in op.get_bind().execute(asked).partitions(1000):
        rows = [
            {"partition": row.partition, "role": role, "account": row.account}
            for row in some
            for role in dict.fromkeys(json.loads(row.roles))
        ]
        if rows:
            op.bulk_insert(table, rows)


def _sanctions() -> None:
    op.create_table(
        "sanctions",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column("sanction", sa.String(64), nullable=False),
        sa.Column("account", types.PlainText(), comment="until it is over and forgotten"),
        sa.Column("case", sa.String(32)),
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("by", types.PlainText()),
        sa.Column("at", types.UtcTime(timezone=True), nullable=False),
        sa.Column("until", types.UtcTime(timezone=True), comment="when it ends by itself"),
        sa.Column("on_file_until", types.UtcTime(timezone=True), comment="until when ladders remember it"),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("ended_at", types.UtcTime(timezone=True)),
        sa.Column("data", sa.Text(), nullable=False, comment="JSON"),
        sa.PrimaryKeyConstraint("partition", "sanction", name=op.f("pk_sanctions")),
    )
    for columns in (["account"], ["by", "at"], ["case"]):
        op.create_index("_".join(("ix_sanctions_partition", *columns)), "sanctions", ["partition", *columns])
    op.create_table(
        "standings",
        sa.Column("partition", sa.Integer(), nullable=False),
        sa.Column(
            "account",
            types.PlainText(),
            nullable=False,
            comment="once forgotten, a keyed hash, until the last measure ends",
        ),
        sa.Column("sanctions", sa.Text(), nullable=False, comment="JSON: what holds them back now"),
        sa.PrimaryKeyConstraint("partition", "account", name=op.f("pk_standings")),
    )


def downgrade() -> None:
    for table in ("case_log", "case_redactions"):
        release(table)
    for table in (
        "heartbeats",
        "proposals",
        "standings",
        "sanctions",
        "case_redactions",
        "case_details",
        "case_log",
        "cases",
        "account_roles",
        "keys",
    ):
        op.drop_table(table)
    op.drop_column("partitions", "live")
    op.drop_column("rulings", "log")
    op.drop_column("accounts", "willing")
