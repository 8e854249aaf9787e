"""When a bot was last at work for each community: from this it is known, at the next start, how long none was."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import CommunityId
from bot.storage.tables import heartbeats


async def beat(connection: AsyncConnection, communities: Iterable[CommunityId], now: datetime) -> None:
    """A bot is at work for all of these; one statement."""
    rows = [{"community": community, "at": now} for community in communities]
    if not rows:
        return
    insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(heartbeats)
    again = insert.on_conflict_do_update(index_elements=["community"], set_={"at": insert.excluded.at})
    await connection.execute(again, rows)


async def last(connection: AsyncConnection, community: CommunityId) -> datetime | None:
    """When a bot was last at work for it; None where none ever was."""
    found: datetime | None = await connection.scalar(select(heartbeats.c.at).where(heartbeats.c.community == community))
    return found
