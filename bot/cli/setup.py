"""`palabre init`: a file of settings to begin with, or the way into a platform."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.desk import Desk
from bot.cli.exits import Exit

_DISCORD, _SLACK = Path("discord"), Path("slack")
_MANIFEST = Path("slack-manifest.json")


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init", help="help-init")(init)


def init(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="help-init-path", show_default=True)] = Path("config.toml"),
    application: Annotated[int | None, typer.Option(help="help-init-application", min=1, metavar="ID")] = None,
) -> None:
    """Write the commented settings, never over a file that is there; or say how to come to a platform."""
    desk = Desk.of(context)
    if path == _DISCORD:
        _discord(desk, application)
    elif path == _SLACK:
        _slack(desk)
    else:
        _settings(desk, path)


def _settings(desk: Desk, path: Path) -> None:
    from bot.app import starting  # noqa: PLC0415

    written = starting.write_settings(path)
    if written is None:
        desk.warn("cli-init-exists", path=str(path / "config.toml" if path.is_dir() else path))
        raise typer.Exit(Exit.ATTENTION)
    usual = written == Path("config.toml")
    program = desk.program if usual else f"{desk.program} --config {written}"
    desk.tell("cli-init-written", style="bold", path=str(written))
    desk.tell("cli-init-next", program=program)


def _discord(desk: Desk, application: int | None) -> None:
    from bot.app import inviting  # noqa: PLC0415

    address = inviting.discord(desk.config(), application)
    desk.tell("cli-discord-invite")
    if address is None:
        desk.out.print()
        desk.warn("cli-discord-no-application", style="bold", program=desk.program_here)
        raise typer.Exit(Exit.ATTENTION)
    desk.out.print(f"\n{address}\n", style="bold", soft_wrap=True, highlight=False)
    desk.tell("cli-discord-invite-next", program=desk.program_here)


def _slack(desk: Desk) -> None:
    from bot.app import inviting, starting  # noqa: PLC0415

    config = desk.config()
    starting.write_anew(_MANIFEST, inviting.slack(config, desk.locale))
    desk.tell("cli-slack-written", style="bold", path=str(_MANIFEST))
    page = inviting.slack_page(config)
    desk.tell("cli-slack-create", path=str(_MANIFEST))
    if page is None:
        desk.tell("cli-slack-install")
    else:
        desk.tell("cli-slack-install-by-others", page=page)
    desk.tell("cli-slack-key-http" if config.settings.slack.mode == "http" else "cli-slack-key-socket")
    desk.tell("cli-slack-next", program=desk.program_here)
