"""`palabre replay`: an export of a real community through today's policies, and what would have come of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import community
from bot.cli.desk import Desk
from bot.cli.exits import Exit

if TYPE_CHECKING:
    from bot.config import Config


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("replay", help="help-replay")(replay_export)


def replay_export(
    context: typer.Context,
    export: Annotated[Path, typer.Argument(help="help-replay-export", metavar="EXPORT", show_default=False)],
    named: community.Asked = None,
    space: Annotated[str | None, typer.Option(help="help-replay-space", metavar="ID")] = None,
    policies: Annotated[Path | None, typer.Option(help="help-replay-policies", metavar="DIR")] = None,
) -> None:
    """Replay, with a bar on standard error and the summary on standard output."""
    from bot.app import replay as replaying  # noqa: PLC0415
    from bot.app.decisions import Samples  # noqa: PLC0415
    from bot.cli import summary  # noqa: PLC0415

    desk = Desk.of(context)
    config = desk.config()
    packs: tuple[str, ...] = ()
    if policies is not None:
        config, packs = _with_policies(config, policies)
    samples = Samples()
    try:
        with _bar(desk) as progress:
            wanted = replaying.Replay(
                export=export,
                community=named,
                space=space,
                packs=packs,
                progress=progress,
                watch=samples.watch,
            )
            done = desk.run(replaying.replay(config, wanted))
    except KeyboardInterrupt:
        desk.warn("cli-replay-stopped", style="bold")
        raise typer.Exit(Exit.INTERRUPTED) from None
    desk.run(summary.tell(desk, config, done, samples))


def _with_policies(config: "Config", folder: Path) -> tuple["Config", tuple[str, ...]]:
    """The settings, with this folder of packs before all others, and its packs; a pack stands for itself alone."""
    from bot.errors import Complaint, Complaints  # noqa: PLC0415

    home = folder.absolute()
    packs = tuple(sorted(path.parent.name for path in home.glob("*/pack.toml")))
    if (home / "pack.toml").is_file():
        home, packs = home.parent, (home.name,)
    if not packs:
        hint = "name a folder that holds a folder with pack.toml"
        raise Complaints([Complaint(str(folder), "there is no pack here", hint)])
    return replace(config, policies=(home, *config.policies)), packs


@contextmanager
def _bar(desk: Desk) -> Iterator[Callable[[int, int], None]]:
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=desk.err, transient=True, disable=not desk.err.is_terminal) as progress:
        task = progress.add_task(desk.say("cli-replay-reading"), total=None)

        def tell(read: int, size: int) -> None:
            progress.update(task, completed=read, total=size)

        yield tell
