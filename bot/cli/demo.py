"""`palabre demo`: a small community's three weeks, told."""

from typing import Annotated

import typer

from bot.cli.desk import Desk


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo", help="help-demo")(demo)


def demo(
    context: typer.Context,
    story: Annotated[bool, typer.Option("--story", help="help-demo-story")] = False,  # noqa: ARG001, FBT002
) -> None:
    """Live through the sample, then tell it."""
    from bot.app import demo as sample  # noqa: PLC0415
    from bot.cli import story as storytelling  # noqa: PLC0415

    desk = Desk.of(context)
    desk.logs()
    storytelling.tell(desk, desk.run(sample.live_through(desk.locale)))
