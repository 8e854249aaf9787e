"""Those of a space who could be asked to decide, with what speaks for and against asking them."""

import json
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts import Elector, ElectorateFact, Manager, TeamFact
from bot.ids import AccountId, MemberId, RoleId
from bot.storage import tables
from bot.storage.types import moment

_LARGEST_TEAM = 1_000
"""Where everybody holds a role of the team's by mistake, no more of them are looked at."""


async def of(connection: AsyncConnection, partition: int, space: str) -> ElectorateFact:
    """Everybody who is no bot and did not leave, in order of their ids."""
    accounts, activity, cases, sanctions = tables.accounts, tables.activity, tables.cases, tables.sanctions
    live = (cases.c.partition == partition, cases.c.rank.is_not(None))
    parties = {
        one
        for column in (cases.c.opener, cases.c.respondent)
        for one in await connection.scalars(select(column).where(*live))
    }
    latest = select(sanctions.c.account, func.max(sanctions.c.at)).where(
        sanctions.c.partition == partition, sanctions.c.state.not_in(("overturned", "failed"))
    )
    rows = await connection.execute(latest.group_by(sanctions.c.account))
    sanctioned = {row[0]: row[1] for row in rows}
    held = select(tables.standings).where(tables.standings.c.partition == partition)
    restrained = {row.account for row in await connection.execute(held) if json.loads(row.sanctions)}
    asked = (
        select(accounts, activity.c.messages, activity.c.recent)
        .outerjoin(
            activity, (activity.c.partition == accounts.c.partition) & (activity.c.account == accounts.c.account)
        )
        .where(
            accounts.c.partition == partition,
            accounts.c.account.startswith(f"{space}/", autoescape=True),
            ~accounts.c.bot,
            accounts.c.left_at.is_(None),
        )
        .order_by(accounts.c.account)
    )
    electors = (
        Elector(
            account=AccountId(row.account),
            member=MemberId(row.member),
            member_since=row.joined_at or row.met_at,
            messages=row.messages or 0,
            willing=row.willing,
            party=row.account in parties,
            sanctioned_at=sanctioned.get(row.account),
            wrote_at=_latest(row.recent),
            restrained=row.account in restrained,
        )
        for row in await connection.execute(asked)
    )
    return ElectorateFact(electors=tuple(electors))


def _latest(recent: str | None) -> datetime | None:
    """When somebody wrote last: the end of what is kept of what they wrote."""
    said = json.loads(recent) if recent else ()
    return moment(said[-1][0]) if said else None


async def team(connection: AsyncConnection, partition: int, key: str) -> TeamFact:
    """Everybody who holds one of the roles of a key, or is named in it."""
    roles, named = json.loads(key)
    accounts, held = tables.accounts, tables.account_roles
    holders = select(held.c.account).where(held.c.partition == partition, held.c.role.in_(roles))
    found_here = {*named, *await connection.scalars(holders.limit(_LARGEST_TEAM))}
    asked = select(accounts).where(
        accounts.c.partition == partition,
        accounts.c.account.in_(sorted(found_here)),
        ~accounts.c.bot,
        accounts.c.left_at.is_(None),
    )
    found = (
        Manager(
            account=AccountId(row.account),
            member=MemberId(row.member),
            roles=tuple(RoleId(role) for role in json.loads(row.roles)),
            locale=row.locale,
        )
        for row in await connection.execute(asked.order_by(accounts.c.account))
    )
    return TeamFact(managers=tuple(found))
