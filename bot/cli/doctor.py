"""`palabre doctor` and `palabre health`: is all well, at length and in one line."""

import os
from typing import TYPE_CHECKING

import typer
from rich.text import Text

from bot.cli import options
from bot.cli.desk import Desk
from bot.cli.errors import complain
from bot.cli.exits import Exit
from bot.cli.screen import clean
from bot.views import Phrase

if TYPE_CHECKING:
    from bot.cli.answers import DoctorAnswer


def add(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("doctor", help="help-doctor")(doctor)
    app.command("health", help="help-health")(health)


def doctor(context: typer.Context, *, as_json: options.Json = False) -> None:
    """Look at everything, and say what to do about what is not well."""
    desk = Desk.of(context)
    desk.logs()
    if as_json:
        told = desk.run(_answer(desk))
        desk.answer(told)
        raise typer.Exit(Exit.FINE if told.well else Exit.ATTENTION)
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
            step = _step(desk, finding.step)
            desk.out.print(Text(f"    → {step}", style="green"))
        if finding.complaints:
            complain(desk, finding.complaints)
        troubled += not finding.ok
    return troubled


async def _answer(desk: Desk) -> "DoctorAnswer":
    from bot.app import doctor as examination  # noqa: PLC0415
    from bot.cli.answers import DoctorAnswer, FindingLine, Mistake  # noqa: PLC0415

    lines = [
        FindingLine(
            ok=finding.ok,
            key=finding.what.key,
            what=desk.word(finding.what),
            step=_step(desk, finding.step) if finding.step else None,
            mistakes=[Mistake(place=one.place, problem=one.problem, hint=one.hint) for one in finding.complaints],
        )
        async for finding in examination.examine(desk.config_path, os.environ)
    ]
    return DoctorAnswer(well=all(line.ok for line in lines), findings=lines)


def _step(desk: Desk, step: Phrase) -> str:
    return desk.word(step).replace("palabre ", f"{desk.program_here} ", 1)


def health(context: typer.Context) -> None:
    """Yes or no: does the database answer, and is it the right one."""
    from bot.app import databases  # noqa: PLC0415
    from bot.errors import PalabreError  # noqa: PLC0415

    desk = Desk.of(context)
    try:
        desk.run(databases.answer(desk.config(fall_back=True)))
    except PalabreError as error:
        problem = str(error).partition("\n")[0]
        desk.out.print(Text(clean(desk.say("cli-health-bad", problem=problem))), soft_wrap=True)
        raise typer.Exit(Exit.ATTENTION) from None
    desk.tell("cli-health-good")
