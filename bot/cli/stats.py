"""`palabre stats`: first counts of a community, each with what it covers."""

from typing import TYPE_CHECKING

import typer

from bot.cli import community, options
from bot.cli.desk import Desk
from bot.cli.screen import clean

if TYPE_CHECKING:
    from rich.table import Table

    from bot.cli.answers import StatsAnswer
    from bot.storage.questions import Stats

_CHANNELS = 8


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("stats", help="help-stats")(stats)


def stats(context: typer.Context, *, named: community.Asked = None, as_json: options.Json = False) -> None:
    """Count."""
    desk = Desk.of(context)
    desk.run(_stats(desk, named, as_json=as_json))


async def _stats(desk: Desk, named: str | None, *, as_json: bool) -> None:
    from bot.app import shell  # noqa: PLC0415
    from bot.storage import questions  # noqa: PLC0415

    config = desk.config()
    async with shell.opened(config) as store:
        name, partition = community.choose(desk, await shell.communities(store), named)
        async with store.reading() as connection:
            counted = await questions.stats(connection, partition)
    if as_json:
        desk.answer(_answer(name, counted))
        return
    desk.tell("cli-stats-title", style="bold", community=name)
    desk.out.print(_table(desk, counted, shell.settings_of(config, name).time_zone))


def _answer(name: str, counted: "Stats") -> "StatsAnswer":
    from bot.cli.answers import Count, EffectCount, PolicyCount, StatsAnswer  # noqa: PLC0415

    return StatsAnswer(
        community=name,
        since=counted.since,
        until=counted.until,
        messages=counted.messages,
        by_bots=counted.by_bots,
        people=counted.people,
        reactions=counted.reactions,
        joins=counted.joins,
        channels=[
            Count(name=counted.names.get(one, one.rpartition("/")[2]), number=number)
            for one, number in counted.channels
        ],
        policies=[PolicyCount(policy=one, mode=mode, number=number) for one, mode, number in counted.hits],
        effects=[EffectCount(kind=kind, state=state, number=number) for kind, state, number in counted.effects],
    )


def _table(desk: Desk, counted: "Stats", zone: str) -> "Table":
    from rich.table import Table  # noqa: PLC0415

    single, ever = _window(desk, counted, zone), desk.say("cli-stats-ever")
    table = Table(desk.say("cli-stats-what"), desk.say("cli-stats-number"), desk.say("cli-stats-window"))
    table.columns[1].justify = "right"
    for key, number in (
        ("messages", counted.messages),
        ("people", counted.people),
        ("bots", counted.by_bots),
        ("reactions", counted.reactions),
        ("joins", counted.joins),
    ):
        table.add_row(desk.say(f"cli-stats-{key}"), _figure(desk, number), single)
    table.add_section()
    for channel, number in counted.channels[:_CHANNELS]:
        said = desk.say("cli-stats-channel", channel=counted.names.get(channel) or channel.rpartition("/")[2])
        table.add_row(said, _figure(desk, number), single)
    table.add_section()
    for policy, mode, number in counted.hits:
        table.add_row(f"{clean(policy)} ({mode_name(desk, mode)})", _figure(desk, number), ever)
    table.add_section()
    for kind, state, number in counted.effects:
        table.add_row(f"{effect_name(desk, kind)} ({state_name(desk, state)})", _figure(desk, number), ever)
    return table


def mode_name(desk: Desk, mode: str) -> str:
    """How far a policy went."""
    return desk.say("cli-mode", mode=mode)


def effect_name(desk: Desk, kind: str) -> str:
    """What was wanted of a platform."""
    return desk.say("cli-effect", kind=kind, plain=kind.replace("_", " "))


def state_name(desk: Desk, state: str) -> str:
    """What became of it."""
    return desk.say("cli-state", state=state)


def _window(desk: Desk, counted: "Stats", zone: str) -> str:
    from bot.locales import formats  # noqa: PLC0415

    if counted.since is None or counted.until is None:
        return "–"
    since, until = (formats.date(moment, desk.locale, zone) for moment in (counted.since, counted.until))
    return f"{since} – {until}"


def _figure(desk: Desk, number: int) -> str:
    from bot.locales import formats  # noqa: PLC0415

    return formats.number(number, desk.locale)
