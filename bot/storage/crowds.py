"""What is asked for together: a crowd, what holds somebody back, what nobody felt yet, and who did how much."""

import json
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.facts import CrowdFact, DoneFact, HoldsFact, UnfeltFact
from bot.ids import AccountId, IncidentId, incident_id
from bot.storage import tables

_MOST_PEOPLE, _MOST_HOLDING = 2_000, 20
_OVER = ("undone", "given_up")
_TO_TEAM = ("post_card", "edit_card")


async def came(connection: AsyncConnection, partition: int, key: str) -> CrowdFact:
    """Who joined a space from one moment to another, and what the team was told of people in that while."""
    space, *times = json.loads(key)
    since, until = map(datetime.fromisoformat, times)
    accounts, incidents = tables.accounts, tables.incidents
    joined = (
        select(accounts.c.account)
        .where(
            accounts.c.partition == partition,
            accounts.c.account.startswith(f"{space}/", autoescape=True),
            accounts.c.joined_at.between(since, until),
            accounts.c.left_at.is_(None),
            ~accounts.c.bot,
        )
        .order_by(accounts.c.joined_at, accounts.c.account)
        .limit(_MOST_PEOPLE)
    )
    told = (
        select(incidents.c.incident)
        .where(
            incidents.c.partition == partition,
            incidents.c.space == space,
            incidents.c.origin == "policy",
            incidents.c.message.is_(None),
            incidents.c.at.between(since, until),
            incidents.c.state.not_in(_OVER),
        )
        .order_by(incidents.c.at, incidents.c.incident)
        .limit(_MOST_PEOPLE)
    )
    return CrowdFact(
        accounts=tuple(map(AccountId, await connection.scalars(joined))),
        incidents=tuple(map(IncidentId, await connection.scalars(told))),
    )


async def holding(connection: AsyncConnection, partition: int, account: str) -> HoldsFact:
    """The latest incidents of policies about an account that nobody undid."""
    incidents = tables.incidents
    asked = (
        select(incidents.c.incident)
        .where(
            incidents.c.partition == partition,
            incidents.c.account == account,
            incidents.c.origin == "policy",
            incidents.c.state.not_in(_OVER),
        )
        .order_by(incidents.c.at.desc(), incidents.c.incident)
        .limit(_MOST_HOLDING)
    )
    return HoldsFact(account=AccountId(account), incidents=tuple(map(IncidentId, await connection.scalars(asked))))


async def unfelt(connection: AsyncConnection, partition: int, key: str) -> UnfeltFact:
    """The incidents of which everything but the team's card still waits, by the policies that alone wanted them."""
    outbox, hits, events, spaces = tables.outbox, tables.policy_hits, tables.events, tables.spaces
    acted = select(hits.c.seq).where(hits.c.partition == partition, hits.c.mode == "enforce")
    mine = [outbox.c.partition == partition, outbox.c.kind.not_in(_TO_TEAM), outbox.c.seq.in_(acted)]
    if policies := json.loads(key):
        mine.append(outbox.c.seq.not_in(acted.where(hits.c.policy.not_in(policies))))
    felt = select(outbox.c.seq).where(*mine, outbox.c.state.in_(("sending", "done", "unsure")))
    waits = select(outbox.c.seq).where(*mine, outbox.c.state == "pending", outbox.c.seq.not_in(felt))
    asked = (
        select(spaces.c.space, events.c.event_id)
        .join(spaces, spaces.c.id == events.c.space)
        .where(events.c.partition == partition, events.c.seq.in_(waits))
        .order_by(events.c.seq)
    )
    found = await connection.execute(asked)
    return UnfeltFact(incidents=tuple(incident_id(space, event) for space, event in found))


async def done(connection: AsyncConnection, partition: int, since: str) -> DoneFact:
    """The cases that came to their end since a moment, by who handled them last; those about the team apart."""
    cases = tables.cases
    asked = (
        select(cases.c.handler, func.count())
        .where(
            cases.c.partition == partition,
            cases.c.handler.is_not(None),
            cases.c.rank.is_(None),
            ~cases.c.private,
            cases.c.since >= datetime.fromisoformat(since),
        )
        .group_by(cases.c.handler)
        .order_by(cases.c.handler)
    )
    return DoneFact(done={AccountId(account): number for account, number in await connection.execute(asked)})
