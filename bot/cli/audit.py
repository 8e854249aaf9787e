"""`palabre audit`: whether anything was changed behind the bot's back, and whether a circle was drawn fairly."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from bot.cli import community
from bot.cli.desk import Desk
from bot.cli.exits import Exit
from bot.cli.screen import clean

if TYPE_CHECKING:
    from bot.cases.case import Case, Circle
    from bot.ids import CommunityId
    from bot.storage.audit import Flaw
    from bot.storage.store import Store

_MOST = 50
"""So many flaws are told one by one."""


def add(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True)
    group.command("verify", help="help-audit-verify")(verify)
    group.command("draw", help="help-audit-draw")(draw)
    app.add_typer(group, name="audit", help="help-audit")


def verify(context: typer.Context, named: community.Asked = None) -> None:
    """Look through everything that is chained, in one community or in all of them."""
    desk = Desk.of(context)
    if desk.run(_verify(desk, named)):
        desk.tell("audit-broken-step", style="green")
        raise typer.Exit(Exit.ATTENTION)


async def _verify(desk: Desk, named: str | None) -> int:
    from bot.app import shell  # noqa: PLC0415

    async with shell.opened(desk.config()) as store:
        known = await shell.communities(store)
        wanted = known if named is None and known else dict([community.choose(desk, known, named)])
        return sum([await _look(desk, store, name, number) for name, number in wanted.items()])


async def _look(desk: Desk, store: "Store", name: "CommunityId", partition: int) -> int:
    from bot.storage import audit  # noqa: PLC0415

    seen, found = audit.Seen(), 0
    async with store.reading() as connection:
        async for flaw in audit.flaws(connection, partition, seen):
            found += 1
            if found <= _MOST:
                desk.out.print(Text(f"! {name}: {_words(desk, flaw)}", style="bold yellow"), soft_wrap=True)
    if found > _MOST:
        desk.tell("audit-more", community=name, number=found - _MOST)
    if not found:
        desk.tell("audit-whole", community=name, rulings=seen.rulings, cases=seen.cases, lines=seen.lines)
        desk.tell("audit-head", hash=seen.head)
    return found


def _words(desk: Desk, flaw: "Flaw") -> str:
    return desk.say("audit-flaw", what=flaw.what, number=flaw.number, case=flaw.case)


def draw(
    context: typer.Context,
    case: Annotated[str, typer.Option(help="help-audit-case", metavar="NUMBER")],
    named: community.Asked = None,
) -> None:
    """Show how the circles of a case were drawn, and draw them again."""
    desk = Desk.of(context)
    if not desk.run(_draw(desk, case, named)):
        raise typer.Exit(Exit.ATTENTION)


async def _draw(desk: Desk, number: str, named: str | None) -> bool:
    from bot.app import shell  # noqa: PLC0415

    async with shell.opened(desk.config()) as store:
        _, partition = community.choose(desk, await shell.communities(store), named)
        case = await shell.case(store, partition, number)
    if case is None:
        desk.warn("audit-case-unknown", case=number)
        return False
    if case.live:
        desk.warn("audit-draw-live", case=number)
        return False
    if not case.circles:
        desk.tell("audit-draw-archived" if case.state == "archived" else "audit-draw-none", case=number)
        return True
    same = [_told(desk, case, circle) for circle in case.circles]
    return all(same)


def _told(desk: Desk, case: "Case", circle: "Circle") -> bool:
    from bot.disputes.circle import drawn_again  # noqa: PLC0415
    from bot.ids import is_forgotten  # noqa: PLC0415

    known = replace(
        circle,
        electorate=tuple(one for one in circle.electorate if not is_forgotten(one)),
        drawn=tuple(one for one in circle.drawn if not is_forgotten(one)),
    )
    same = drawn_again(known)
    desk.tell(
        "audit-draw-circle",
        case=case.id,
        circle=case.circles.index(circle) + 1,
        seed=str(circle.seed),
        electorate=len(circle.electorate),
        forgotten=len(circle.electorate) - len(known.electorate),
        size=circle.size,
    )
    for place, account in enumerate(circle.drawn, 1):
        desk.out.print(Text(f"  {place}. {clean(account)}{_mark(desk, circle, account)}"), soft_wrap=True)
    desk.tell("audit-draw-same" if same else "audit-draw-other", style="green" if same else "bold yellow")
    return same


def _mark(desk: Desk, circle: "Circle", account: str) -> str:
    challenged = {juror for _, juror in circle.challenged}
    said = "seated" if account in circle.seated else "declined" if account in circle.declined else ""
    said = "challenged" if account in challenged else said
    return f" · {desk.say('audit-draw-place', place=said)}" if said else ""
