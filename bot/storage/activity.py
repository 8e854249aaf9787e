"""Who was heard last, and where: read back so that what happened meanwhile can be looked up."""

from collections.abc import Mapping

from sqlalchemy import ColumnClause, Select, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import ChannelId, MessageId, SpaceId
from bot.storage.tables import events, spaces

_POSTED: ColumnClause[str] = literal_column("'message_posted'")
"""Written out, so that the databases see that `ix_events_heard` answers."""
_HEARD = (events.c.kind == _POSTED, events.c.channel.is_not(None), events.c.message.is_not(None))


def asked(number: int) -> Select[str, str]:
    """From channel to channel along an index, and to the end of each: however many messages there are."""
    here = (events.c.space == number, *_HEARD)
    found = select(func.min(events.c.channel).label("channel")).where(*here).cte("found", recursive=True)
    following = select(func.min(events.c.channel)).where(*here, events.c.channel > found.c.channel).scalar_subquery()
    found = found.union_all(select(following).where(found.c.channel.is_not(None)))
    latest = (
        select(events.c.message)
        .where(*here, events.c.channel == found.c.channel)
        .order_by(events.c.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    return select(found.c.channel, latest.label("message")).where(found.c.channel.is_not(None))


async def newest(connection: AsyncConnection, space: SpaceId) -> Mapping[ChannelId, MessageId]:
    """The latest message of each channel, while single messages are kept."""
    number = await connection.scalar(select(spaces.c.id).where(spaces.c.space == space))
    if number is None:
        return {}
    return {ChannelId(channel): MessageId(message) for channel, message in await connection.execute(asked(number))}
