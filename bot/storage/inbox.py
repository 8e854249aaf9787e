"""The inbox: commands from the shell wait here for whichever process rules for the community."""

from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import codec
from bot.commands import Command
from bot.ids import CommunityId
from bot.storage.tables import inbox
from bot.storage.unit import inbox_event_id


async def ask(connection: AsyncConnection, community: CommunityId, command: Command, now: datetime) -> int:
    """Leave a command; its number in the inbox."""
    row = {"community": community, "payload": codec.dump_arrival(command), "asked_at": now, "done_at": None}
    made = await connection.execute(insert(inbox).returning(inbox.c.id), row)
    number: int = made.scalar_one()
    return number


async def waiting(connection: AsyncConnection, community: CommunityId) -> list[Command]:
    """Commands that nobody has ruled on, oldest first, each under the id that makes a second delivery harmless."""
    asked = select(inbox).where(inbox.c.community == community, inbox.c.done_at.is_(None)).order_by(inbox.c.id)
    return [_command(row) for row in await connection.execute(asked)]


async def everywhere(connection: AsyncConnection) -> dict[CommunityId, list[Command]]:
    """The same for every community of which any waits."""
    asked = select(inbox).where(inbox.c.done_at.is_(None)).order_by(inbox.c.id)
    found: dict[CommunityId, list[Command]] = {}
    for row in await connection.execute(asked):
        found.setdefault(CommunityId(row.community), []).append(_command(row))
    return found


def _command(row: Any) -> Command:
    command = cast("Command", codec.load_arrival(row.payload))
    return replace(command, id=inbox_event_id(row.id))
