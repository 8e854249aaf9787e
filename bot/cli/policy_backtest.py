"""`palabre policy backtest`: an export, or messages that people labelled, past the policies; a dry run."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from bot.cli import community, options
from bot.cli.desk import Desk
from bot.cli.exits import Exit
from bot.cli.progress import bar

if TYPE_CHECKING:
    from bot.app.backtest import Backtested
    from bot.app.trying import Choice
    from bot.config import Config

Past = Annotated[Path | None, typer.Argument(help="help-replay-export", metavar="[EXPORT]", show_default=False)]
Discord = Annotated[bool, typer.Option("--discord", help="help-backtest-discord")]
Slack = Annotated[bool, typer.Option("--slack", help="help-backtest-slack")]
Days = Annotated[int, typer.Option("--days", help="help-backtest-days", min=1, max=365, metavar="N")]
Channels = Annotated[list[str] | None, typer.Option("--channel", help="help-backtest-channel", metavar="NAME")]
Html = Annotated[Path | None, typer.Option("--html", help="help-backtest-html", metavar="FILE")]
On = Annotated[bool, typer.Option("--on", help="help-backtest-on")]
Labels = Annotated[str | None, typer.Option("--labels", help="help-backtest-labels", metavar="LABEL,...")]
Errors = Annotated[int, typer.Option("--errors", help="help-backtest-errors", min=0, metavar="N")]


def backtest(  # noqa: PLR0913 - each is an option of its own
    context: typer.Context,
    export: Past = None,
    *,
    discord: Discord = False,
    slack: Slack = False,
    days: Days = 30,
    channel: Channels = None,
    only: options.Only = None,
    policies: options.Policies = None,
    named: community.Asked = None,
    space: options.Space = None,
    on: On = False,
    samples: options.Samples = 3,
    html: Html = None,
    labels: Labels = None,
    errors: Errors = 20,
    as_json: options.Json = False,
) -> None:
    """Count, show, and write the one report that was asked for."""
    from bot.app.trying import Choice  # noqa: PLC0415
    from bot.ids import PolicyId  # noqa: PLC0415

    desk = Desk.of(context)
    if [export is not None, discord, slack].count(True) != 1:
        desk.warn("tool-backtest-which-past")
        raise typer.Exit(Exit.USAGE)
    choice = Choice(folder=policies, only=tuple(map(PolicyId, only or ())), on=on)
    if export is not None and (labels is not None or export.suffix.lower() in (".jsonl", ".ndjson")):
        if html is not None:
            desk.warn("tool-backtest-no-report")
            raise typer.Exit(Exit.USAGE)
        _score(desk, export, choice, labels, errors, as_json=as_json)
    else:
        wanted = _Wanted(choice, named, space, samples, days, tuple(channel or ()), "slack" if slack else "discord")
        _backtest(desk, export, wanted, html, as_json=as_json)


class _Wanted(NamedTuple):
    choice: "Choice"
    named: str | None
    space: str | None
    samples: int
    days: int
    channels: tuple[str, ...]
    platform: str


def _backtest(desk: Desk, export: Path | None, wanted: _Wanted, html: Path | None, *, as_json: bool) -> None:
    from bot.app import packs, trying  # noqa: PLC0415
    from bot.cli import backtested, report  # noqa: PLC0415

    config = desk.config()
    with bar(desk) as progress:
        done = desk.run(_done(config, export, wanted, progress))
    folders = trying.adjusted(config, wanted.choice)[0].policies
    answer = backtested.answer(done, backtested.titles(packs.load(folders, done.replayed.settings.packs)))
    if html is not None:
        report.write(desk, answer, html)
        desk.warn("tool-report-written", style="bold", path=str(html))
    if as_json:
        desk.answer(answer)
    else:
        backtested.tell(desk, answer)


async def _done(
    config: "Config", export: Path | None, wanted: _Wanted, progress: Callable[[int, int], None]
) -> "Backtested":
    from bot.app import backtest, lookback  # noqa: PLC0415

    asked = backtest.Backtest(
        export=export or Path(),
        choice=wanted.choice,
        community=wanted.named,
        space=wanted.space,
        samples=wanted.samples,
        progress=progress,
    )
    if export is not None:
        return await backtest.backtest(config, asked)
    past = lookback.Lookback(days=wanted.days, channels=wanted.channels, community=wanted.named, server=wanted.space)
    read = lookback.slack if wanted.platform == "slack" else lookback.discord
    async with read(config, past) as bygone:
        return await backtest.backtest(config, replace(asked, export=bygone))


def _score(desk: Desk, file: Path, choice: "Choice", labels: str | None, errors: int, *, as_json: bool) -> None:
    from bot.app import labelled  # noqa: PLC0415
    from bot.cli import scored  # noqa: PLC0415

    wanted = frozenset(label.strip() for label in (labels or "").split(",") if label.strip())
    answer = scored.answer(file, labelled.score(desk.config(), file, choice, wanted), errors)
    if as_json:
        desk.answer(answer)
    else:
        scored.tell(desk, answer)
