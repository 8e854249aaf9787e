"""Which community a command is about, where the database holds more than one."""

from collections.abc import Mapping
from typing import Annotated

import typer

from bot.cli.desk import Desk
from bot.cli.exits import Exit
from bot.ids import CommunityId

Asked = Annotated[str | None, typer.Option("--community", help="help-community", metavar="NAME")]


def choose(desk: Desk, known: Mapping[CommunityId, int], asked: str | None) -> tuple[CommunityId, int]:
    """The community and its number; where there is nothing to choose from, or too much, says so and ends."""
    if not known:
        desk.warn("cli-community-none", program=desk.program_here)
        raise typer.Exit(Exit.ATTENTION)
    wanted = [CommunityId(asked)] if asked else list(known)
    if len(wanted) == 1 and wanted[0] in known:
        return wanted[0], known[wanted[0]]
    names = ", ".join(known)
    if asked:
        desk.warn("cli-community-unknown", name=asked, names=names)
    else:
        desk.warn("cli-community-which", names=names)
    raise typer.Exit(Exit.USAGE)
