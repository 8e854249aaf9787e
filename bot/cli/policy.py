"""`palabre policy`: packs read, and their own cases run."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from bot.cli.desk import Desk
from bot.cli.errors import complain
from bot.cli.exits import Exit
from bot.cli.screen import marked, quoted

if TYPE_CHECKING:
    from bot.policy.cases import CaseResult


def add(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True)
    group.callback()(_group)
    group.command("check", help="help-policy-check")(check)
    app.add_typer(group, name="policy", help="help-policy")


def _group() -> None:
    """Without this, a group of one command would be that command."""


def check(
    context: typer.Context,
    folders: Annotated[
        list[Path] | None, typer.Argument(help="help-policy-folders", metavar="[DIR]...", show_default=False)
    ] = None,
) -> None:
    """Say what is wrong with packs, and which of their cases fail."""
    from bot.app import checking  # noqa: PLC0415

    desk = Desk.of(context)
    checked = checking.check(desk.config() if not folders else None, folders or ())
    for one in checked.packs:
        failed = [result for result in one.results if not result.passed]
        policies, cases = len(one.pack.policies), len(one.results)
        desk.tell("cli-policy-pack", pack=one.pack.id, place=one.place, policies=policies, cases=cases)
        for result in failed:
            _tell_failure(desk, one.place, result)
    if checked.complaints:
        complain(desk, checked.complaints)
    if not checked.packs and not checked.complaints:
        desk.warn("cli-policy-none")
        raise typer.Exit(Exit.ATTENTION)
    if not checked.sound:
        raise typer.Exit(Exit.ATTENTION)
    desk.tell("cli-policy-sound", style="green")


def _tell_failure(desk: Desk, place: str, result: "CaseResult") -> None:
    desk.warn("cli-policy-case", style="bold", place=f"{place}/cases.toml", number=result.number)
    desk.err.print(Text("    ").append_text(marked(quoted(result.case.text, most=120), desk.locale)))
    if result.missing:
        desk.warn("cli-policy-missing", policies=", ".join(result.missing))
    if result.unexpected:
        desk.warn("cli-policy-unexpected", policies=", ".join(result.unexpected))
