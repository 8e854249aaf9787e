"""`palabre case`: one case as a file, and history from other books."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import community
from bot.cli.desk import Desk
from bot.cli.exits import Exit
from bot.cli.privacy import hand_over, tell_answer

if TYPE_CHECKING:
    from bot.app.importing import History
    from bot.ids import CommunityId, SpaceId
    from bot.storage.store import Store


def add(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True)
    group.command("export", help="help-case-export")(export)
    group.command("import", help="help-case-import")(take_in)
    app.add_typer(group, name="case", help="help-case")


def export(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="help-audit-case", metavar="NUMBER", show_default=False)],
    sealed: Annotated[bool, typer.Option("--sealed", help="help-case-sealed")] = False,  # noqa: FBT002
    output: Annotated[Path | None, typer.Option(help="help-privacy-output", metavar="FILE")] = None,
    named: community.Asked = None,
) -> None:
    """All of a case as JSON."""
    desk = Desk.of(context)
    if not desk.run(_export(desk, number, sealed, output, named)):
        desk.warn("audit-case-unknown", case=number)
        raise typer.Exit(Exit.ATTENTION)


async def _export(desk: Desk, number: str, sealed: bool, output: Path | None, named: str | None) -> bool:  # noqa: FBT001
    from bot.app import importing, shell  # noqa: PLC0415
    from bot.commands import ReadSealed  # noqa: PLC0415
    from bot.ids import CaseId  # noqa: PLC0415
    from bot.storage import case_files  # noqa: PLC0415

    config = desk.config()
    async with shell.opened(config) as store:
        name, partition = community.choose(desk, await shell.communities(store), named)
        if await shell.case(store, partition, number) is None:
            return False
        if sealed:
            wish = shell.command(lambda **shared: ReadSealed(case=CaseId(number), **shared), name)
            await tell_answer(desk, config, store, name, wish, to=desk.err)
        async with store.reading() as connection:
            found = await case_files.whole(connection, partition, number, sealed=sealed)
    said = {"schema": importing.SCHEMA, "community": name, "sealed": sealed, **(found or {})}
    hand_over(desk, json.dumps(said, ensure_ascii=False, indent=2, default=str), output)
    return True


def take_in(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="help-case-file", metavar="FILE", show_default=False)],
    space: Annotated[str | None, typer.Option(help="help-replay-space", metavar="ID")] = None,
    counts: Annotated[bool, typer.Option("--counts", help="help-case-counts")] = False,  # noqa: FBT002
    named: community.Asked = None,
) -> None:
    """Take history in from a file."""
    desk = Desk.of(context)
    if not desk.run(_take_in(desk, file, space, counts, named)):
        raise typer.Exit(Exit.ATTENTION)


async def _take_in(desk: Desk, file: Path, space: str | None, counts: bool, named: str | None) -> bool:  # noqa: FBT001
    from bot.app import importing, shell  # noqa: PLC0415
    from bot.app.clock import SystemClock  # noqa: PLC0415

    config = desk.config()
    async with shell.opened(config) as store:
        name, _ = community.choose(desk, await shell.communities(store), named)
        history = importing.read(file, await _space(desk, store, name, space), SystemClock().now())
        rulings = await importing.take(config, store, name, history, counts=counts)
    _tell(desk, history)
    if rulings is None:
        desk.tell("cli-asked-elsewhere")
        return True
    new, known = importing.numbers(rulings)
    desk.tell("history-taken", new=new, known=known)
    desk.tell("history-counts" if counts else "history-counts-not")
    return bool(history.sanctions)


async def _space(desk: Desk, store: "Store", name: "CommunityId", asked: str | None) -> "SpaceId":
    from bot.app import importing  # noqa: PLC0415

    known = await importing.spaces(store, name)
    wanted = [one for one in known if asked in (None, one, one.partition(":")[2])]
    if len(wanted) == 1:
        return wanted[0]
    desk.warn("history-which-space", names=", ".join(known) or "–")
    raise typer.Exit(Exit.USAGE)


def _tell(desk: Desk, history: "History") -> None:
    desk.tell("history-read", source=history.source, number=len(history.sanctions))
    for why, number in history.left_out.most_common():
        desk.tell("history-left-out", why=why, number=number)
