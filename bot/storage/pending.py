"""What waits in a whole database, for all communities at once: one look serves a process that holds many of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.commands import Command
from bot.ids import CommunityId, Platform
from bot.storage import inbox
from bot.storage.tables import outbox, partitions, timers


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """Communities of which something waits."""

    asked: Mapping[CommunityId, Sequence[Command]]
    """Commands from the shell."""
    due: frozenset[CommunityId]
    """A deadline has passed."""
    sendable: frozenset[CommunityId]
    """An effect may go to its platform."""


async def look(connection: AsyncConnection, platforms: Sequence[Platform], now: datetime) -> Pending:
    """Everything that waits at a moment."""
    overdue = select(timers.c.partition).where(timers.c.due_at <= now)
    could_go = outbox.c.not_before.is_(None) | (outbox.c.not_before <= now)
    pending = select(outbox.c.partition).where(outbox.c.state == "pending", outbox.c.platform.in_(platforms), could_go)
    named = select(partitions.c.community)
    return Pending(
        asked=await inbox.everywhere(connection),
        due=frozenset(await connection.scalars(named.where(partitions.c.id.in_(overdue)))),
        sendable=frozenset(await connection.scalars(named.where(partitions.c.id.in_(pending)))),
    )
