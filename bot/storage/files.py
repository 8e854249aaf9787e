"""What stands about accounts, as those who handle cases read it."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.cases.sanctions import Sanction
from bot.facts import FileFact
from bot.ids import AccountId
from bot.storage import cases, tables

_MOST = 50
_LATELY = timedelta(days=90)
_HEAVY = ("timeout", "quarantine", "remove_from_channel", "role", "kick", "ban")


async def about(connection: AsyncConnection, partition: int, accounts: Collection[str]) -> dict[str, FileFact]:
    """By account its measures and cases, the latest first, at most fifty of each; those imposed upon others besides.

    What was lately, counts back from the latest event.
    """
    events = tables.events
    latest = await connection.scalar(select(func.max(events.c.at)).where(events.c.partition == partition))
    since = None if latest is None else latest - _LATELY
    parts = await cases.of_accounts(connection, partition, accounts, _MOST)
    incidents = await _incidents(connection, partition, accounts, since)
    upon = await _upon(connection, partition, accounts)
    imposed = await _imposed(connection, partition, accounts, since)
    return {
        account: FileFact(
            account=AccountId(account),
            sanctions=tuple(upon.get(account, ())),
            cases=parts[account],
            imposed=tuple(imposed.get(account, ())),
            incidents=incidents.get(account, 0),
        )
        for account in accounts
    }


async def _upon(connection: AsyncConnection, partition: int, accounts: Collection[str]) -> dict[str, list[Sanction]]:
    rows = tables.sanctions
    latest = func.row_number().over(partition_by=rows.c.account, order_by=(rows.c.at.desc(), rows.c.sanction))
    mine = (rows.c.partition == partition, rows.c.account.in_(accounts))
    ranked = select(rows.c.account, rows.c.data, latest.label("place")).where(*mine).subquery()
    found: dict[str, list[Sanction]] = {}
    asked = select(ranked).where(ranked.c.place <= _MOST).order_by(ranked.c.account, ranked.c.place)
    for row in await connection.execute(asked):
        found.setdefault(row.account, []).extend(codec.load_sanctions(row.data))
    return found


async def _imposed(
    connection: AsyncConnection, partition: int, accounts: Collection[str], since: datetime | None
) -> dict[str, list[tuple[datetime, str]]]:
    """One by one: a manager may have imposed thousands, of which an index finds the latest.

    What somebody has yet to be sure of, or to find a second person for, is imposed upon nobody.
    """
    rows, found = tables.sanctions, dict[str, list[tuple[datetime, str]]]()
    taken = (rows.c.partition == partition, rows.c.state != "proposed")
    heavy = select(rows.c.at, rows.c.name).where(*taken, rows.c.name.in_(_HEAVY))
    lately = heavy if since is None else heavy.where(rows.c.at >= since)
    for account in accounts:
        asked = lately.where(rows.c.by == account).order_by(rows.c.at.desc()).limit(_MOST)
        found[account] = [(at, name) for at, name in await connection.execute(asked)]
    return found


async def _incidents(
    connection: AsyncConnection, partition: int, accounts: Collection[str], since: datetime | None
) -> dict[str, int]:
    incidents = tables.incidents
    asked = select(incidents.c.account, func.count()).where(
        incidents.c.partition == partition,
        incidents.c.account.in_(accounts),
        incidents.c.origin == "policy",
        incidents.c.state != "undone",
    )
    lately = asked if since is None else asked.where(incidents.c.at >= since)
    return {row[0]: row[1] for row in await connection.execute(lately.group_by(incidents.c.account))}
