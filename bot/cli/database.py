"""`palabre db`: bring the database up to date, and copy it."""

import typer

from bot.cli.desk import Desk


def add(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True)
    group.command("upgrade", help="help-db-upgrade")(upgrade)
    group.command("backup", help="help-db-backup")(backup)
    app.add_typer(group, name="db", help="help-db")


def upgrade(context: typer.Context) -> None:
    """Bring the tables to what this version expects, after a copy where there is something to lose."""
    from bot.app import databases  # noqa: PLC0415

    desk = Desk.of(context)
    done = desk.run(databases.upgrade(desk.config()))
    if done.copy is not None:
        desk.tell("cli-db-copied", path=str(done.copy))
    if done.before == done.after:
        desk.tell("cli-db-current", place=done.place, revision=done.after)
    elif done.before is None:
        desk.tell("cli-db-made", place=done.place, revision=done.after)
    else:
        desk.tell("cli-db-upgraded", place=done.place, before=done.before, after=done.after)


def backup(context: typer.Context) -> None:
    """Copy a SQLite database beside itself."""
    from bot.app import databases  # noqa: PLC0415

    desk = Desk.of(context)
    desk.tell("cli-db-backup", path=str(databases.backup(desk.config())))
