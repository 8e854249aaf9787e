"""What time takes away: activity becomes daily sums, evidence and texts go, but not those of an account under hold."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import delete, func, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.facts import AFTER_PARTING
from bot.storage import pseudonyms, purging, tables, windows
from bot.storage.privacy import not_held
from bot.storage.store import Store
from bot.storage.types import moment

_DAY = timedelta(days=1)
_DAYS_AT_ONCE = 28
_LONGEST_WINDOW = _DAY
"""No policy looks back further over what everybody did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """For how long each kind of row is kept."""

    activity: timedelta = timedelta(days=90)
    """Who wrote where and when, message by message; afterwards only sums by day."""
    outbox_text: timedelta = timedelta(days=30)
    """What was said or done to people, once it is settled."""
    quarantine: timedelta = timedelta(days=30)
    evidence: timedelta = timedelta(days=180)
    """Whom a ruling was about, and why."""


async def sweep(store: Store, partition: int, now: datetime, retention: Retention) -> None:
    """Bring a community's rows down to what may be kept at `now`; doing it twice changes nothing."""
    days = await _days_to_roll_up(store, partition, (now - retention.activity).astimezone(UTC).date())
    for first in range(0, len(days), _DAYS_AT_ONCE):
        async with store.writing() as connection:
            for day in days[first : first + _DAYS_AT_ONCE]:
                await _roll_up(connection, partition, day)
    async with store.writing() as connection:
        await _drop_evidence(connection, partition, now - retention.evidence)
        await _drop_texts(connection, partition, now - retention.outbox_text)
        await _drop_incident_texts(connection, partition, now - retention.evidence)
        await purging.left_over(connection, partition, now)
        await _drop_quotes(connection, partition, now - retention.evidence, now)
        await pseudonyms.drop(connection, partition, now)
        await _drop_electorates(connection, partition, now - retention.evidence)
        await _drop_parted(connection, partition, now - AFTER_PARTING)
        codes = tables.link_codes
        gone = (codes.c.partition == partition, codes.c.expires_at <= now, not_held(codes.c.account, partition))
        await connection.execute(delete(codes).where(*gone))
        await windows.prune(connection, partition, now - _LONGEST_WINDOW)
        held_back = tables.quarantine
        await connection.execute(
            delete(held_back).where(
                held_back.c.partition == partition,
                held_back.c.at < now - retention.quarantine,
                not_held(held_back.c.account, partition),
            )
        )


async def _drop_parted(connection: AsyncConnection, partition: int, before: datetime) -> None:
    """Whose account one was, and which were linked with others: only for as long as that can be a conflict."""
    for rows, column, key in (
        (tables.accounts, tables.accounts.c.was, tables.accounts.c.account),
        (tables.members, tables.members.c.former, tables.members.c.member),
    ):
        asked = select(key, column).where(rows.c.partition == partition, column != "[]")
        for name, parted in (await connection.execute(asked)).all():
            kept = [one for one in json.loads(parted) if moment(one[1]) > before]
            left = json.dumps(kept, separators=(",", ":"))
            if left != parted:
                await connection.execute(
                    update(rows).where(rows.c.partition == partition, key == name).values({column.name: left})
                )
    nobody = (tables.members.c.partition == partition, tables.members.c.accounts == "[]")
    await connection.execute(delete(tables.members).where(*nobody, tables.members.c.former == "[]"))


async def _days_to_roll_up(store: Store, partition: int, before: date) -> list[date]:
    events = tables.events
    end = datetime.combine(before, time(), UTC)
    asked = select(func.min(events.c.at), func.max(events.c.at)).where(
        events.c.partition == partition,
        events.c.at < end,
        events.c.account.is_not(None),
        not_held(events.c.account, partition),
    )
    async with store.reading() as connection:
        first, last = (await connection.execute(asked)).one()
    if first is None:
        return []
    days = (last.date() - first.date()).days
    return [first.date() + number * _DAY for number in range(days + 1)]


async def _roll_up(connection: AsyncConnection, partition: int, day: date) -> None:
    events, daily = tables.events, tables.activity_daily
    start = datetime.combine(day, time(), UTC)
    mine = (
        events.c.partition == partition,
        events.c.at >= start,
        events.c.at < start + _DAY,
        events.c.account.is_not(None),
        not_held(events.c.account, partition),
    )
    channel = func.coalesce(events.c.channel, "")
    sums = (
        select(literal(partition), literal(day), events.c.kind, channel, events.c.account, func.count())
        .where(*mine)
        .group_by(events.c.kind, channel, events.c.account)
    )
    added = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(daily)
    columns = ["partition", "day", "kind", "channel", "account", "count"]
    await connection.execute(
        added.from_select(columns, sums).on_conflict_do_update(
            index_elements=columns[:-1], set_={"count": daily.c.count + added.excluded.count}
        )
    )
    await connection.execute(update(events).where(*mine).values(account=None, channel=None, message=None))


async def _drop_evidence(connection: AsyncConnection, partition: int, before: datetime) -> None:
    details, events = tables.ruling_details, tables.events
    old = select(events.c.seq).where(events.c.partition == partition, events.c.ruled_at < before)
    await connection.execute(
        delete(details).where(
            details.c.partition == partition, details.c.seq.in_(old), not_held(details.c.account, partition)
        )
    )


async def _drop_incident_texts(connection: AsyncConnection, partition: int, before: datetime) -> None:
    incidents = tables.incidents
    people = (incidents.c.account, incidents.c.reporter)
    free = (not_held(one, partition) for one in people)
    old = (incidents.c.partition == partition, incidents.c.at < before, *free)
    await connection.execute(
        update(incidents)
        .where(*old)
        .values(text="", reason="", account=None, reporter=None, moved_by=None, message=None)
    )


async def _drop_texts(connection: AsyncConnection, partition: int, before: datetime) -> None:
    outbox, inbox = tables.outbox, tables.inbox
    await connection.execute(
        update(outbox)
        .where(
            outbox.c.partition == partition,
            outbox.c.settled_at < before,
            outbox.c.payload != "",
            outbox.c.reported,
            not_held(outbox.c.account, partition),
        )
        .values(payload="", account=None, lane="", made=None)
    )
    await connection.execute(delete(inbox).where(inbox.c.done_at < before))


async def _drop_quotes(connection: AsyncConnection, partition: int, before: datetime, now: datetime) -> None:
    """What people wrote that a measure was about, also where another bot's books said so."""
    rows = tables.sanctions
    nothing = rows.c.data.contains('"quote":""', autoescape=True) & rows.c.data.contains('"message":null')
    mine = (rows.c.partition == partition, rows.c.at < before, not_held(rows.c.account, partition), ~nothing)
    found = (await connection.execute(select(rows.c.sanction, rows.c.account, rows.c.data).where(*mine))).all()
    for row in found:
        left = replace(codec.load_sanctions(row.data)[0], quote="", message=None)
        here = (rows.c.partition == partition, rows.c.sanction == row.sanction)
        await connection.execute(update(rows).where(*here).values(data=codec.dump_sanctions((left,))))
    accounts = {row.account for row in found if row.account}
    await purging.empty_standings(connection, partition, accounts, now, lambda one: one.at < before)


async def _drop_electorates(connection: AsyncConnection, partition: int, before: datetime) -> None:
    """Who could have voted, and how, on what was decided long ago."""
    rows = tables.proposals
    asked = select(rows.c.proposal, rows.c.data).where(rows.c.partition == partition, rows.c.since < before)
    for row in (await connection.execute(asked)).all():
        one = codec.load_proposal(row.data)
        if one.live or not (one.electorate or one.votes):
            continue
        left = codec.dump_proposal(replace(one, electorate=(), votes=()))
        here = (rows.c.partition == partition, rows.c.proposal == row.proposal)
        await connection.execute(update(rows).where(*here).values(data=left))
