"""Every error as a person reads it: where, what, and the next step; never a traceback unless asked for."""

import traceback

from rich.text import Text

from bot.cli.desk import Desk
from bot.cli.exits import Exit
from bot.cli.screen import clean, clean_lines
from bot.errors import Complaint, Complaints, ExportError, PalabreError, StorageError

_STEPS = {Exit.EXPORT: "cli-step-export", Exit.DATABASE: "cli-step-database", Exit.SETTINGS: "cli-step-settings"}


def report(desk: Desk, error: Exception) -> Exit:
    """Tell what went wrong on standard error; the number to end with."""
    code = _code(error)
    if desk.verbose:
        desk.err.print(Text(clean_lines("".join(traceback.format_exception(error)))))
    if isinstance(error, Complaints):
        complain(desk, error.complaints)
    elif isinstance(error, PalabreError):
        desk.err.print(Text(clean(str(error)), style="bold"))
    elif code is Exit.DATABASE:
        desk.warn("cli-no-driver", style="bold")
    else:
        desk.warn("cli-unexpected", style="bold", error=f"{type(error).__name__}: {error}".partition("\n")[0])
        desk.warn("cli-unexpected-step", program=desk.program)
    if code in _STEPS:
        desk.warn(_STEPS[code], program=desk.program_here)
    return code


def complain(desk: Desk, complaints: tuple[Complaint, ...]) -> None:
    """List mistakes, each with its place and the next step."""
    desk.warn("cli-mistakes", number=len(complaints))
    for one in complaints:
        line = Text("  ").append(clean(one.place), "bold").append(f": {clean(one.problem)}")
        desk.err.print(line, soft_wrap=True)
        if one.hint:
            desk.err.print(Text(f"    → {clean(one.hint)}", style="green"), soft_wrap=True)


def _code(error: Exception) -> Exit:
    if isinstance(error, Complaints):
        return Exit.SETTINGS
    if isinstance(error, ExportError):
        return Exit.EXPORT
    if isinstance(error, StorageError) or (isinstance(error, ModuleNotFoundError) and error.name == "asyncpg"):
        return Exit.DATABASE
    return Exit.ATTENTION
