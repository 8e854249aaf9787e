"""Questions about a community as a whole: counts, each with the window that it covers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import ChannelId, CommunityId, PolicyId, SpaceId
from bot.storage import chain, facts, tables
from bot.storage.batch import FIRST_LINK


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """First counts of a community; bots count in `by_bots` alone."""

    since: datetime | None
    until: datetime | None
    messages: int
    by_bots: int
    people: int
    """Accounts that wrote at least once and are no bots."""
    reactions: int
    joins: int
    channels: tuple[tuple[ChannelId, int], ...]
    """Messages by channel, busiest first."""
    names: Mapping[ChannelId, str]
    """What those channels are called, where that is known."""
    hits: tuple[tuple[PolicyId, str, int], ...]
    """How often each policy matched, by mode."""
    effects: tuple[tuple[str, str, int], ...]
    """What was wanted of platforms, by kind and state."""


async def communities(connection: AsyncConnection) -> list[tuple[CommunityId, int]]:
    """Every community in the database, with the number of its partition."""
    asked = select(tables.partitions.c.community, tables.partitions.c.id).order_by(tables.partitions.c.community)
    return [(CommunityId(name), number) for name, number in await connection.execute(asked)]


async def owners(connection: AsyncConnection) -> dict[SpaceId, CommunityId]:
    """Whose each space is that was ever heard of."""
    spaces, partitions = tables.spaces, tables.partitions
    asked = select(spaces.c.space, partitions.c.community).join(partitions, partitions.c.id == spaces.c.partition)
    return {SpaceId(space): CommunityId(community) for space, community in await connection.execute(asked)}


async def partition(connection: AsyncConnection, community: CommunityId) -> int | None:
    """The number of a community's partition; None where nothing of it was ever stored."""
    asked = select(tables.partitions.c.id).where(tables.partitions.c.community == community)
    number: int | None = await connection.scalar(asked)
    return number


async def stats(connection: AsyncConnection, partition: int) -> Stats:
    """First counts, over everything that is kept: single events and, behind them, daily sums."""
    events, accounts, hits, outbox = tables.events, tables.accounts, tables.policy_hits, tables.outbox
    spoken = _counted(partition, "message_posted")
    bots = select(accounts.c.account).where(accounts.c.partition == partition, accounts.c.bot)
    human = spoken.c.account.not_in(bots)
    messages = await connection.scalar(select(func.sum(spoken.c.n)).where(human))
    by_bots = await connection.scalar(select(func.sum(spoken.c.n)).where(spoken.c.account.in_(bots)))
    people = await connection.scalar(select(func.count(func.distinct(spoken.c.account))).where(human))
    by_channel = select(spoken.c.channel, func.sum(spoken.c.n).label("n")).where(human).group_by(spoken.c.channel)
    channels = await connection.execute(by_channel.order_by(func.sum(spoken.c.n).desc(), spoken.c.channel))
    called = select(tables.channels.c.channel, tables.channels.c.name).where(tables.channels.c.partition == partition)
    names = {ChannelId(channel): name for channel, name in await connection.execute(called)}
    window = select(func.min(events.c.at), func.max(events.c.at)).where(
        events.c.partition == partition, events.c.kind == "message_posted"
    )
    since, until = (await connection.execute(window)).one()
    by_policy = (
        select(hits.c.policy, hits.c.mode, func.count())
        .where(hits.c.partition == partition)
        .group_by(hits.c.policy, hits.c.mode)
        .order_by(hits.c.policy, hits.c.mode)
    )
    wanted = (
        select(outbox.c.kind, outbox.c.state, func.count())
        .where(outbox.c.partition == partition)
        .group_by(outbox.c.kind, outbox.c.state)
        .order_by(outbox.c.kind, outbox.c.state)
    )
    return Stats(
        since=since,
        until=until,
        messages=int(messages or 0),
        by_bots=int(by_bots or 0),
        people=people or 0,
        reactions=await _total(connection, partition, "reaction_added"),
        joins=await _total(connection, partition, "member_joined"),
        channels=tuple((ChannelId(channel), int(n)) for channel, n in channels),
        names=names,
        hits=tuple((PolicyId(policy), mode, n) for policy, mode, n in await connection.execute(by_policy)),
        effects=tuple((kind, state, n) for kind, state, n in await connection.execute(wanted)),
    )


async def last_moment(connection: AsyncConnection, partition: int) -> datetime | None:
    """The platform's time of the latest event."""
    asked = select(func.max(tables.events.c.at)).where(tables.events.c.partition == partition)
    moment: datetime | None = await connection.scalar(asked)
    return moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What waits for a person: see `palabre doctor`."""

    quarantined: tuple[tuple[int, str, str, datetime], ...]
    """Number, room, error and time of what is set aside."""
    unsure: int
    """Effects that may or may not have been felt."""
    waiting: int
    """Effects on their way."""
    chain: tuple[str, ...]
    """What is wrong with the chain of rulings."""


async def trouble(connection: AsyncConnection, partition: int) -> Trouble:
    """Everything that a person should look at."""
    set_aside, outbox = tables.quarantine, tables.outbox
    asked = (
        select(set_aside.c.id, set_aside.c.room, set_aside.c.error, set_aside.c.at)
        .where(set_aside.c.partition == partition, set_aside.c.released_at.is_(None))
        .order_by(set_aside.c.id)
    )
    states = select(outbox.c.state, func.count()).where(outbox.c.partition == partition).group_by(outbox.c.state)
    by_state = dict[str, int]((await connection.execute(states)).all())
    return Trouble(
        quarantined=tuple((number, room, error, at) for number, room, error, at in await connection.execute(asked)),
        unsure=by_state.get("unsure", 0),
        waiting=by_state.get("pending", 0) + by_state.get("sending", 0),
        chain=tuple(await broken_chain(connection, partition)),
    )


async def broken_chain(connection: AsyncConnection, partition: int) -> list[str]:
    """What does not fit in the chain of rulings; empty where it is whole."""
    head = await connection.scalar(select(tables.partitions.c.chain).where(tables.partitions.c.id == partition))
    rows = await connection.execute(chained(partition))
    return chain.problems(map(linked, rows), FIRST_LINK, head or FIRST_LINK)


def chained(partition: int) -> Select[Any]:
    """The chain of rulings, link by link, with what is left of the details of each."""
    rulings, details = tables.rulings, tables.ruling_details
    both = rulings.outerjoin(
        details, (details.c.partition == rulings.c.partition) & (details.c.number == rulings.c.number)
    )
    return (
        select(
            *(rulings.c[name] for name in chain.Link._fields),
            *(details.c[name].label(f"detail_{name}") for name in chain.Details._fields),
        )
        .select_from(both)
        .where(rulings.c.partition == partition)
        .order_by(rulings.c.number)
    )


def linked(row: Any) -> tuple[chain.Link, chain.Details | None]:
    """A row of it."""
    width = len(chain.Link._fields)
    erased = row.detail_salt is None
    return chain.Link(*row[:width]), None if erased else chain.Details(*row[width:])


def _counted(partition: int, kind: str) -> Any:
    """Rows of (account, channel, n): single events as ones, and the daily sums behind them."""
    events, daily = tables.events, tables.activity_daily
    single: Select[Any] = select(events.c.account, events.c.channel, func.count().label("n")).where(
        events.c.partition == partition, events.c.kind == kind, events.c.account.is_not(None)
    )
    summed: Select[Any] = select(daily.c.account, daily.c.channel, func.sum(daily.c.count).label("n")).where(
        daily.c.partition == partition, daily.c.kind == kind
    )
    return union_all(
        single.group_by(events.c.account, events.c.channel), summed.group_by(daily.c.account, daily.c.channel)
    ).subquery()


async def _total(connection: AsyncConnection, partition: int, kind: str) -> int:
    events = tables.events
    asked = select(func.count()).where(events.c.partition == partition, events.c.kind == kind)
    return await connection.scalar(asked) or 0


async def next_due(connection: AsyncConnection, partition: int) -> datetime | None:
    """When something is due next."""
    return await facts.next_due(connection, partition)


async def rulings(connection: AsyncConnection, partition: int) -> int:
    """How many rulings the chain holds."""
    return await connection.scalar(select(tables.partitions.c.ruling).where(tables.partitions.c.id == partition)) or 0
