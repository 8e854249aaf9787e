"""`palabre transparency`: how a community was looked after, in numbers that may be published as they stand."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import community, options
from bot.cli.desk import Desk
from bot.cli.exits import Exit

if TYPE_CHECKING:
    from rich.table import Table

    from bot.cli.answers import TransparencyAnswer
    from bot.insights.periods import Period
    from bot.insights.transparency import Report

Written = Annotated[str | None, typer.Option("--period", help="help-transparency-period", metavar="2026-Q3")]


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("transparency", help="help-transparency")(transparency)


def transparency(
    context: typer.Context,
    *,
    named: community.Asked = None,
    period: Written = None,
    as_json: options.Json = False,
) -> None:
    """Count, and tell nothing by which anybody could be recognised."""
    desk = Desk.of(context)
    desk.run(_transparency(desk, named, period, as_json=as_json))


async def _transparency(desk: Desk, named: str | None, written: str | None, *, as_json: bool) -> None:
    from bot.app import shell, transparency  # noqa: PLC0415

    config = desk.config()
    async with shell.opened(config) as store:
        name, _ = community.choose(desk, await shell.communities(store), named)
        try:
            made = await transparency.made(config, store, name, written)
        except ValueError:
            desk.warn("transparency-wrong-period", period=written or "")
            raise typer.Exit(Exit.USAGE) from None
    if as_json:
        desk.answer(_answer(desk, name, made))
        return
    title = desk.say("transparency-title", period=made.period.name)
    desk.tell("transparency-community", style="bold", community=name, title=title)
    desk.tell("transparency-intro")
    desk.out.print(_table(desk, made))


def _answer(desk: Desk, name: str, made: "Report") -> "TransparencyAnswer":
    from bot.cli.answers import Figure, TransparencyAnswer  # noqa: PLC0415

    period: Period = made.period
    return TransparencyAnswer(
        community=name,
        period=period.name,
        since=period.since,
        until=period.until,
        figures=[
            Figure(section=section.name, name=row.name, value=desk.word(row.value))
            for section in made.sections
            for row in section.rows
        ],
    )


def _table(desk: Desk, made: "Report") -> "Table":
    from rich.table import Table  # noqa: PLC0415

    table = Table(desk.say("transparency-column-what"), desk.say("transparency-column-number"))
    for section in made.sections:
        table.add_section()
        for row in section.rows:
            table.add_row(desk.word(row.label), desk.word(row.value))
    return table
