"""`palabre privacy`: what is kept of a person, shown, erased, or held because the law asks for it."""

import json
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from bot.cli import community
from bot.cli.desk import Desk
from bot.cli.exits import Exit
from bot.cli.screen import clean, clean_lines
from bot.ids import AccountId, CommunityId

if TYPE_CHECKING:
    from rich.console import Console

    from bot.commands import Command
    from bot.config import Config
    from bot.storage.store import Store

Account = Annotated[str, typer.Argument(help="help-privacy-account", metavar="ACCOUNT", show_default=False)]


def add(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True)
    group.command("export", help="help-privacy-export")(export)
    group.command("forget", help="help-privacy-forget")(forget)
    group.command("hold", help="help-privacy-hold")(hold)
    group.command("release", help="help-privacy-release")(release)
    app.add_typer(group, name="privacy", help="help-privacy")


@dataclass(frozen=True, slots=True)
class _Person:
    """An account that was found, and where."""

    config: "Config"
    store: "Store"
    community: CommunityId
    partition: int
    account: AccountId
    name: str | None


def export(
    context: typer.Context,
    account: Account,
    output: Annotated[Path | None, typer.Option(help="help-privacy-output", metavar="FILE")] = None,
    named: community.Asked = None,
) -> None:
    """Everything that is kept of an account, as JSON."""
    from bot.storage import privacy  # noqa: PLC0415

    desk = Desk.of(context)

    async def work(person: _Person) -> None:
        async with person.store.reading() as connection:
            found = await privacy.export(connection, person.partition, person.account)
        hand_over(desk, json.dumps(found, ensure_ascii=False, indent=2, default=str), output)

    desk.run(_about(desk, account, named, work))


def forget(
    context: typer.Context,
    account: Account,
    yes: Annotated[bool, typer.Option("--yes", help="help-privacy-yes")] = False,  # noqa: FBT002
    named: community.Asked = None,
) -> None:
    """Erase what is kept of an account."""
    from bot.commands import ForgetAccount  # noqa: PLC0415

    desk = Desk.of(context)

    async def work(person: _Person) -> None:
        who = f"{person.name} ({person.account})" if person.name else person.account
        if not yes and not typer.confirm(desk.say("cli-privacy-sure", who=who)):
            desk.tell("cli-privacy-kept")
            raise typer.Exit(Exit.ATTENTION)
        await _ask(desk, person, lambda **shared: ForgetAccount(account=person.account, **shared))

    desk.run(_about(desk, account, named, work))


def hold(
    context: typer.Context,
    account: Account,
    reason: Annotated[str, typer.Option(help="help-privacy-reason", metavar="WORDS")],
    named: community.Asked = None,
) -> None:
    """Keep an account from being erased."""
    from bot.commands import HoldAccount  # noqa: PLC0415

    desk = Desk.of(context)

    async def work(person: _Person) -> None:
        await _ask(desk, person, lambda **shared: HoldAccount(account=person.account, reason=reason, **shared))

    desk.run(_about(desk, account, named, work))


def release(context: typer.Context, account: Account, named: community.Asked = None) -> None:
    """Let an account be erased again."""
    from bot.commands import ReleaseAccount  # noqa: PLC0415

    desk = Desk.of(context)

    async def work(person: _Person) -> None:
        await _ask(desk, person, lambda **shared: ReleaseAccount(account=person.account, **shared))

    desk.run(_about(desk, account, named, work))


async def _about(desk: Desk, wanted: str, named: str | None, work: Callable[[_Person], Awaitable[None]]) -> None:
    from bot.app import shell  # noqa: PLC0415

    config = desk.config()
    async with shell.opened(config) as store:
        name, partition = community.choose(desk, await shell.communities(store), named)
        account, called = _only(desk, wanted, await shell.accounts(store, partition, wanted))
        await work(_Person(config, store, name, partition, account, called))


def _only(desk: Desk, wanted: str, found: Sequence[tuple[AccountId, str | None]]) -> tuple[AccountId, str | None]:
    if len(found) == 1:
        return found[0]
    if not found:
        desk.warn("cli-privacy-nobody", wanted=wanted)
        raise typer.Exit(Exit.ATTENTION)
    desk.warn("cli-privacy-several", wanted=wanted)
    for account, name in found:
        desk.err.print(Text(f"  {clean(account)}  {clean(name or '')}"), soft_wrap=True)
    raise typer.Exit(Exit.USAGE)


async def _ask(desk: Desk, person: _Person, make: Callable[..., "Command"]) -> None:
    from bot.app import shell  # noqa: PLC0415

    command = shell.command(make, person.community)
    await tell_answer(desk, person.config, person.store, person.community, command)


async def tell_answer(
    desk: Desk,
    config: "Config",
    store: "Store",
    community: CommunityId,
    command: "Command",
    to: "Console | None" = None,
) -> None:
    """Send a command through the inbox, and print what was ruled on it."""
    from bot.app import shell  # noqa: PLC0415

    rulings = await shell.obey(config, store, community, command)
    if rulings is None:
        desk.tell("cli-asked-elsewhere")
        return
    for ruling in rulings:
        for text in ruling.why:
            (to or desk.out).print(Text(desk.word(text)))
    if any(getattr(text, "key", None) in shell.NOT_DONE for ruling in rulings for text in ruling.why):
        raise typer.Exit(Exit.ATTENTION)


def hand_over(desk: Desk, said: str, output: Path | None) -> None:
    """Print what somebody asked for, or write it to a file."""
    if output is None:
        typer.echo(clean_lines(said) if sys.stdout.isatty() else said)
        return
    try:
        output.write_text(said + "\n", encoding="utf-8")
    except OSError as error:
        desk.warn("cli-unwritable", path=str(output), reason=str(error.strerror))
        raise typer.Exit(Exit.ATTENTION) from None
    desk.tell("cli-privacy-exported", path=str(output))
