"""Triggers that refuse UPDATE and DELETE; Alembic's batch mode drops them, so protect a recreated table again."""

from alembic import op


def protect(table: str) -> None:
    """Refuse every change to rows of this table but adding new ones."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$ LANGUAGE plpgsql"
    )
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def release(table: str) -> None:
    """Drop the triggers, before the table itself changes or goes."""
    names = ("no_update", "no_delete") if op.get_bind().dialect.name == "sqlite" else ("append_only", "no_truncate")
    on = "" if op.get_bind().dialect.name == "sqlite" else f" ON {table}"
    for name in names:
        op.execute(f"DROP TRIGGER IF EXISTS {table}_{name}{on}")
