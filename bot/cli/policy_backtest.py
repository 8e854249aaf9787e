"""`palabre policy backtest`: an export, or messages that people labelled, past the policies; a dry run."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import community, options
from bot.cli.desk import Desk
from bot.cli.exits import Exit
from bot.cli.progress import bar

if TYPE_CHECKING:
    from bot.app.trying import Choice

Html = Annotated[Path | None, typer.Option("--html", help="help-backtest-html", metavar="FILE")]
On = Annotated[bool, typer.Option("--on", help="help-backtest-on")]
Labels = Annotated[str | None, typer.Option("--labels", help="help-backtest-labels", metavar="LABEL,...")]
Errors = Annotated[int, typer.Option("--errors", help="help-backtest-errors", min=0, metavar="N")]


def backtest(  # noqa: PLR0913 - each is an option of its own
    context: typer.Context,
    export: options.Export,
    *,
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
    choice = Choice(folder=policies, only=tuple(map(PolicyId, only or ())), on=on)
    if labels is not None or export.suffix.lower() in (".jsonl", ".ndjson"):
        if html is not None:
            desk.warn("tool-backtest-no-report")
            raise typer.Exit(Exit.USAGE)
        _score(desk, export, choice, labels, errors, as_json=as_json)
    else:
        _backtest(desk, _Wanted(export, choice, named, space, samples), html, as_json=as_json)


class _Wanted:
    def __init__(self, export: Path, choice: "Choice", named: str | None, space: str | None, samples: int) -> None:
        self.export, self.choice, self.named, self.space, self.samples = export, choice, named, space, samples


def _backtest(desk: Desk, wanted: _Wanted, html: Path | None, *, as_json: bool) -> None:
    from bot.app import backtest as backtesting  # noqa: PLC0415
    from bot.app import packs, trying  # noqa: PLC0415
    from bot.cli import backtested, report  # noqa: PLC0415

    config = desk.config()
    with bar(desk) as progress:
        asked = backtesting.Backtest(
            export=wanted.export,
            choice=wanted.choice,
            community=wanted.named,
            space=wanted.space,
            samples=wanted.samples,
            progress=progress,
        )
        done = desk.run(backtesting.backtest(config, asked))
    folders = trying.adjusted(config, wanted.choice)[0].policies
    answer = backtested.answer(done, backtested.titles(packs.load(folders, done.replayed.settings.packs)))
    if html is not None:
        report.write(desk, answer, html)
        desk.warn("tool-report-written", style="bold", path=str(html))
    if as_json:
        desk.answer(answer)
    else:
        backtested.tell(desk, answer)


def _score(desk: Desk, file: Path, choice: "Choice", labels: str | None, errors: int, *, as_json: bool) -> None:
    from bot.app import labelled  # noqa: PLC0415
    from bot.cli import scored  # noqa: PLC0415

    wanted = frozenset(label.strip() for label in (labels or "").split(",") if label.strip())
    answer = scored.answer(file, labelled.score(desk.config(), file, choice, wanted), errors)
    if as_json:
        desk.answer(answer)
    else:
        scored.tell(desk, answer)
