"""`palabre quarantine`: events that a rule stumbled over, tried again."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import community
from bot.cli.desk import Desk
from bot.cli.privacy import tell_answer

if TYPE_CHECKING:
    from bot.commands import Command


def add(app: typer.Typer) -> None:
    """Add the command."""
    group = typer.Typer(no_args_is_help=True)
    group.callback()(_group)
    group.command("retry", help="help-quarantine-retry")(retry)
    app.add_typer(group, name="quarantine", help="help-quarantine")


def _group() -> None:
    """Without this, a group of one command would be that command."""


def retry(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help="help-quarantine-number", metavar="NUMBER", show_default=False)],
    named: community.Asked = None,
) -> None:
    """Rule once more on an event that was set aside."""
    from bot.commands import RetryQuarantined  # noqa: PLC0415

    desk = Desk.of(context)
    desk.run(_retry(desk, lambda **shared: RetryQuarantined(entry=number, **shared), named))


async def _retry(desk: Desk, make: Callable[..., "Command"], named: str | None) -> None:
    from bot.app import shell  # noqa: PLC0415

    config = desk.config()
    async with shell.opened(config) as store:
        name, _ = community.choose(desk, await shell.communities(store), named)
        await tell_answer(desk, config, store, name, shell.command(make, name))
