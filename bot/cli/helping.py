"""The words of `--help`, in the language of the shell, read without the library that reads the other messages.

They stand in `bot/locales/*/help.ftl`, one line each and with nothing to fill in, so that a split will do: loading that
library, or rich's panels, would take as long as all the rest of `palabre --help`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from typer import Context
from typer.core import TyperCommand, TyperGroup

from bot.cli.exits import Exit
from bot.views import Locale

_LOCALES = Path(__file__).parents[1] / "locales"
_HEADINGS = {"Options": "help-panel-options", "Arguments": "help-panel-arguments", "Commands": "help-panel-commands"}
_AS_IT_STANDS = "\b\n"
"""Keeps the lines of a paragraph apart."""


def words(locale: Locale) -> dict[str, str]:
    """Every line by its key."""
    text = (_LOCALES / locale / "help.ftl").read_text(encoding="utf-8")
    lines = (line.partition(" = ") for line in text.splitlines() if not line.startswith("#"))
    return {key: said for key, _, said in lines if said}


def translate(program: TyperGroup, locale: Locale) -> None:
    """Put words wherever a command or one of its settings holds a key."""
    known = words(locale)
    codes = [f"  {code.value:>3}  {known[f'help-exit-{code.name.lower()}']}" for code in Exit]
    program.epilog = "\n\n".join((_AS_IT_STANDS + "\n".join((known["help-exits"], *codes)), known["help-more"]))
    context = _context({english: known[key] for english, key in _HEADINGS.items()}, known["help-usage"])
    for command in _commands(program):
        command.context_class = context
        command.help = known[str(command.help)]
        command.short_help = command.help.partition(". ")[0].rstrip(".")
        command.options_metavar = known["help-options-metavar"]
        if isinstance(command, TyperGroup):
            command.subcommand_metavar = known["help-commands-metavar"]
        _translate_settings(command, known)


def _translate_settings(command: TyperCommand | TyperGroup, known: Mapping[str, str]) -> None:
    help_itself = command.get_help_option(Context(command))
    if help_itself is not None:
        help_itself.help = known["help-help"]
    for param in command.params:
        param.help = known[str(param.help)]  # type: ignore[attr-defined]


def _commands(command: TyperCommand | TyperGroup) -> Iterator[TyperCommand | TyperGroup]:
    yield command
    if isinstance(command, TyperGroup):
        for inner in command.commands.values():
            if isinstance(inner, TyperCommand | TyperGroup):
                yield from _commands(inner)


def _context(headings: Mapping[str, str], usage: str) -> type[Context]:
    """A context whose help has these headings."""

    base: Any = Context.formatter_class

    class Formatter(base):  # type: ignore[misc]
        def write_heading(self, heading: str) -> None:
            self.write(f"{'':>{self.current_indent}}{headings.get(heading, heading)}\n")

        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or usage + " ")

    class Translated(Context):
        formatter_class = Formatter

    return Translated
