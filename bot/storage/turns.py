"""Turns at a gate that several processes go through: each takes the next one that is free."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import turns

_MOST_IN_LINE = 1_000
"""As many as may begin in a day: a turn that lies beyond was given by a clock that went wrong."""


async def take(connection: AsyncConnection, gate: str, now: datetime, every: timedelta) -> datetime:
    """When it is one's turn; the next one comes `every` later. Raises Fenced where another was faster: ask again."""
    asked = select(turns.c.free_at).where(turns.c.gate == gate).with_for_update()
    free_at: datetime | None = await connection.scalar(asked)
    turn = now if free_at is None or free_at - now > _MOST_IN_LINE * every else max(now, free_at)
    values = {"gate": gate, "free_at": turn + every}
    await connection.execute(
        turns.insert().values(values) if free_at is None else update(turns).where(turns.c.gate == gate).values(values)
    )
    return turn
