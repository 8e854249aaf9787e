"""`palabre init`: a file of settings to begin with."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.desk import Desk
from bot.cli.exits import Exit


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init", help="help-init")(init)


def init(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="help-init-path", show_default=True)] = Path("config.toml"),
) -> None:
    """Write the commented settings, never over a file that is there."""
    from bot.app import starting  # noqa: PLC0415

    desk = Desk.of(context)
    written = starting.write_settings(path)
    if written is None:
        desk.warn("cli-init-exists", path=str(path / "config.toml" if path.is_dir() else path))
        raise typer.Exit(Exit.ATTENTION)
    usual = written == Path("config.toml")
    program = desk.program if usual else f"{desk.program} --config {written}"
    desk.tell("cli-init-written", style="bold", path=str(written))
    desk.tell("cli-init-next", program=program)
