"""`palabre run`: the bot, live, until it is asked to end."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from bot.cli.desk import Desk
from bot.cli.errors import complain

if TYPE_CHECKING:
    from bot.app.running import Started
    from bot.config import Held
    from bot.ports import Remark


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("run", help="help-run")(run)


def run(
    context: typer.Context,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="help-run-strict")] = False,
) -> None:
    """Be on every platform that there is a key for."""
    from bot.app.running import Tell, until_stopped  # noqa: PLC0415

    desk = Desk.of(context)
    config = desk.config(fall_back=not strict)
    if config.held is not None:
        _held(desk, config.held)
    desk.live_logs(config.settings.logging.level, config.settings.logging.format)
    tell = Tell(lambda started: _started(desk, started), lambda remark: _in_the_way(desk, remark))
    desk.run(until_stopped(config, tell))
    desk.tell("cli-run-ended")


def _held(desk: Desk, held: "Held") -> None:
    complain(desk, held.mistakes)
    desk.warn("cli-run-held", style="bold yellow", since=f"{held.since:%Y-%m-%d %H:%M} UTC")


def _started(desk: Desk, started: "Started") -> None:
    desk.tell("cli-run-started", style="bold", platforms=", ".join(one.capitalize() for one in started.platforms))
    if started.communities:
        desk.tell("cli-run-communities", communities=", ".join(started.communities))
    desk.tell("cli-run-stop", database=started.database)


def _in_the_way(desk: Desk, remark: "Remark") -> None:
    desk.err.print(Text("! ", style="bold yellow").append(desk.word(remark.what)))
    if remark.step is not None:
        desk.err.print(Text(f"    → {desk.word(remark.step)}", style="green"))
