"""What single days brought: how much was said, and how much of it policies acted on."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, String, case, func, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.sightings import Day
from bot.storage import tables

_DAY = timedelta(days=1)


async def days(connection: AsyncConnection, partition: int, since: date, until: date) -> list[Day]:
    """Every day from one to another, both included; single events while they are kept, then the daily sums."""
    said = await _said(connection, partition, since, until)
    acted, noticed = await _matched(connection, partition, since, until)
    every = (since + number * _DAY for number in range((until - since).days + 1))
    return [
        Day(day=one, messages=said.get(one, 0), acted=acted.get(one, 0), noticed=noticed.get(one, 0)) for one in every
    ]


async def _said(connection: AsyncConnection, partition: int, since: date, until: date) -> Mapping[date, int]:
    events, daily, accounts = tables.events, tables.activity_daily, tables.accounts
    bots = select(accounts.c.account).where(accounts.c.partition == partition, accounts.c.bot)
    day = _day_of(connection)
    single = select(day, func.count()).where(
        *_within(partition, since, until),
        events.c.kind == "message_posted",
        events.c.account.is_not(None),
        events.c.account.not_in(bots),
    )
    summed = select(daily.c.day, func.sum(daily.c.count)).where(
        daily.c.partition == partition,
        daily.c.kind == "message_posted",
        daily.c.day.between(since, until),
        daily.c.account.not_in(bots),
    )
    found = {date.fromisoformat(one): number for one, number in await connection.execute(single.group_by(day))}
    for one, number in await connection.execute(summed.group_by(daily.c.day)):
        found[one] = found.get(one, 0) + int(number)
    return found


async def _matched(
    connection: AsyncConnection, partition: int, since: date, until: date
) -> tuple[Mapping[date, int], Mapping[date, int]]:
    """What policies acted on, and what they only noticed."""
    events, hits = tables.events, tables.policy_hits
    acted = func.max(case((hits.c.mode == "enforce", 1), else_=0)).label("acted")
    day = _day_of(connection)
    each = (
        select(day.label("day"), acted)
        .join(hits, (hits.c.partition == events.c.partition) & (hits.c.seq == events.c.seq))
        .where(*_within(partition, since, until))
        .group_by(events.c.seq, day)
        .subquery()
    )
    counted = select(each.c.day, each.c.acted, func.count()).group_by(each.c.day, each.c.acted)
    found: tuple[dict[date, int], dict[date, int]] = ({}, {})
    for one, did, number in await connection.execute(counted):
        found[0 if did else 1][date.fromisoformat(one)] = number
    return found


def _within(partition: int, since: date, until: date) -> tuple[ColumnElement[bool], ...]:
    events = tables.events
    first, last = (datetime.combine(one, time(), UTC) for one in (since, until + _DAY))
    return events.c.partition == partition, events.c.at >= first, events.c.at < last


def _day_of(connection: AsyncConnection) -> ColumnElement[Any]:
    """The day of an event, as `2026-03-02`."""
    at = tables.events.c.at
    if connection.dialect.name == "sqlite":
        return func.substr(type_coerce(at, String), 1, 10)
    return func.to_char(func.timezone("UTC", at), "YYYY-MM-DD")
