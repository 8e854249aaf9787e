"""`palabre replay`: an export of a real community through today's policies, and what would have come of it."""

import typer

from bot.cli import community, options
from bot.cli.desk import Desk
from bot.cli.exits import Exit
from bot.cli.progress import bar


def add(app: typer.Typer) -> None:
    """Add the command."""
    app.command("replay", help="help-replay")(replay_export)


def replay_export(
    context: typer.Context,
    export: options.Export,
    *,
    named: community.Asked = None,
    space: options.Space = None,
    policies: options.Policies = None,
    as_json: options.Json = False,
) -> None:
    """Replay, with a bar on standard error and the summary on standard output."""
    from bot.app import replay as replaying  # noqa: PLC0415
    from bot.app import trying  # noqa: PLC0415
    from bot.app.decisions import Samples  # noqa: PLC0415
    from bot.cli import summary  # noqa: PLC0415

    desk = Desk.of(context)
    config = desk.config()
    packs: tuple[str, ...] = ()
    if policies is not None:
        config, packs = trying.with_folder(config, policies)
    samples = Samples()
    try:
        with bar(desk) as progress:
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
    if as_json:
        desk.answer(summary.answer(done, samples))
    else:
        desk.run(summary.tell(desk, config, done, samples))
