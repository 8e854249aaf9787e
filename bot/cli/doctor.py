"""`palabre doctor` and `palabre health`: is all well, at length and in one line."""

import os

import typer
from rich.text import Text

from bot.cli.desk import Desk
from bot.cli.errors import complain
from bot.cli.exits import Exit
from bot.cli.screen import clean


def add(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("doctor", help="help-doctor")(doctor)
    app.command("health", help="help-health")(health)


def doctor(context: typer.Context) -> None:
    """Look at everything, and say what to do about what is not well."""
    desk = Desk.of(context)
    desk.logs()
    troubled = desk.run(_examine(desk))
    desk.out.print()
    if troubled:
        desk.tell("cli-doctor-attention", style="bold yellow", number=troubled)
        raise typer.Exit(Exit.ATTENTION)
    desk.tell("cli-doctor-well", style="bold green")


async def _examine(desk: Desk) -> int:
    from bot.app import doctor as examination  # noqa: PLC0415

    troubled = 0
    async for finding in examination.examine(desk.config_path, os.environ):
        mark, style = ("✓", "green") if finding.ok else ("!", "bold yellow")
        desk.out.print(Text(f"{mark} ", style=style).append(desk.word(finding.what), "" if finding.ok else "bold"))
        if finding.step is not None:
            step = desk.word(finding.step).replace("palabre ", f"{desk.program_here} ", 1)
            desk.out.print(Text(f"    → {step}", style="green"))
        if finding.complaints:
            complain(desk, finding.complaints)
        troubled += not finding.ok
    return troubled


def health(context: typer.Context) -> None:
    """Yes or no: does the database answer, and is it the right one."""
    from bot.app import databases  # noqa: PLC0415
    from bot.errors import PalabreError  # noqa: PLC0415

    desk = Desk.of(context)
    try:
        desk.run(databases.answer(desk.config()))
    except PalabreError as error:
        problem = str(error).partition("\n")[0]
        desk.out.print(Text(clean(desk.say("cli-health-bad", problem=problem))), soft_wrap=True)
        raise typer.Exit(Exit.ATTENTION) from None
    desk.tell("cli-health-good")
