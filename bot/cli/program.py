"""The program: all commands in one tree, their words in the operator's language, and one way out for errors."""

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bot.cli import (
    audit,
    case,
    database,
    demo,
    doctor,
    errors,
    helping,
    policy,
    privacy,
    quarantine,
    replay,
    run,
    setup,
    stats,
    transparency,
)
from bot.cli.desk import Desk
from bot.cli.exits import Exit
from bot.locales import default_locale
from bot.views import Locale

_THE_LIBRARYS_OWN = (typer.Exit, typer.Abort, typer.TyperException, BrokenPipeError)


def main() -> None:
    """Run the command that the arguments name, and end with its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    program(default_locale(os.environ))(prog_name="palabre")


def program(locale: Locale) -> TyperGroup:
    """The whole program in one language."""
    app = typer.Typer(
        cls=_Program,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )

    @app.callback(help="help-program")
    def begin(
        context: typer.Context,
        config: Annotated[Path | None, typer.Option(help="help-config", metavar="PATH")] = None,
        verbose: Annotated[bool, typer.Option("--verbose", help="help-verbose")] = False,  # noqa: FBT002
        version: Annotated[  # noqa: ARG001, FBT002
            bool, typer.Option("--version", help="help-version", is_eager=True, callback=_version)
        ] = False,
    ) -> None:
        context.obj.config_path, context.obj.verbose = config, verbose

    looking = (case, audit, stats, transparency)
    for subject in (demo, run, replay, policy, setup, doctor, database, privacy, quarantine, *looking):
        subject.add(app)
    made = typer.main.get_command(app)
    assert isinstance(made, _Program)  # noqa: S101 - named above
    made.locale = locale
    helping.translate(made, locale)
    return made


class _Program(TyperGroup):
    """Turns whatever goes wrong in a command into words and a number."""

    locale: Locale = "en"

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        desk = ctx.obj = Desk(self.locale)
        try:
            return super().invoke(ctx)
        except _THE_LIBRARYS_OWN:
            raise
        except KeyboardInterrupt:
            desk.warn("cli-interrupted")
            raise typer.Exit(Exit.INTERRUPTED) from None
        except Exception as error:  # noqa: BLE001 - the last stop before a traceback
            raise typer.Exit(errors.report(desk, error)) from None


def _version(*, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415

        typer.echo(f"palabre {version('palabre')}")
        raise typer.Exit
