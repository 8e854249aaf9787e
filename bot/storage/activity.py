"""Who was heard last, and where: read back so that what happened meanwhile can be looked up."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import ChannelId, MessageId, SpaceId
from bot.storage.tables import events, spaces


async def newest(connection: AsyncConnection, space: SpaceId) -> Mapping[ChannelId, MessageId]:
    """The latest message of each channel, while single messages are kept."""
    known = select(spaces.c.partition, spaces.c.id).where(spaces.c.space == space).subquery()
    last = (
        select(events.c.partition, func.max(events.c.seq).label("seq"))
        .join(known, (events.c.partition == known.c.partition) & (events.c.space == known.c.id))
        .where(events.c.kind == "message_posted", events.c.channel.is_not(None), events.c.message.is_not(None))
        .group_by(events.c.partition, events.c.channel)
        .subquery()
    )
    asked = select(events.c.channel, events.c.message).join(
        last, (events.c.partition == last.c.partition) & (events.c.seq == last.c.seq)
    )
    return {ChannelId(channel): MessageId(message) for channel, message in await connection.execute(asked)}
