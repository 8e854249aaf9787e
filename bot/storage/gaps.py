"""What is known to be missing of channels and not yet read: marks that outlive the end of the program."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import ChannelId, SpaceId
from bot.storage.tables import gaps

_AT_ONCE = 500


async def known(connection: AsyncConnection, space: SpaceId) -> Mapping[ChannelId, str]:
    """After what something is missing, in each channel where it is."""
    asked = select(gaps.c.channel, gaps.c.after).where(gaps.c.space == space)
    return {ChannelId(channel): after for channel, after in await connection.execute(asked)}


async def note(connection: AsyncConnection, space: SpaceId, after: Mapping[ChannelId, str], now: datetime) -> None:
    """Mark these channels; a mark that stands already lies further back, and stays."""
    marked = await known(connection, space)
    rows = [
        {"space": space, "channel": channel, "after": latest, "noticed_at": now}
        for channel, latest in after.items()
        if channel not in marked
    ]
    if rows:
        await connection.execute(gaps.insert(), rows)


async def close(connection: AsyncConnection, space: SpaceId, channels: Iterable[ChannelId]) -> None:
    """Nothing is missing of these channels any more."""
    read = sorted(channels)
    for start in range(0, len(read), _AT_ONCE):
        these = gaps.c.channel.in_(read[start : start + _AT_ONCE])
        await connection.execute(delete(gaps).where(gaps.c.space == space, these))


async def prune(connection: AsyncConnection, before: datetime) -> None:
    """Give up what nobody could read for so long: its channel is gone, or closed to the bot."""
    await connection.execute(delete(gaps).where(gaps.c.noticed_at < before))
