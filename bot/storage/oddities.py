"""What a platform said that nobody could read: counted by kind and field, without a word of what it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import Platform
from bot.storage.tables import oddities


@dataclass(frozen=True, slots=True)
class Oddity:
    """One kind of them."""

    platform: Platform
    what: str
    number: int
    latest_at: datetime


async def add(connection: AsyncConnection, platform: Platform, counts: Mapping[str, int], now: datetime) -> None:
    """So many more of each."""
    here = oddities.c.platform == platform
    known = set(await connection.scalars(select(oddities.c.what).where(here)))
    for what, number in counts.items():
        if what in known:
            more = {"number": oddities.c.number + number, "latest_at": now}
            await connection.execute(update(oddities).where(here, oddities.c.what == what).values(more))
        else:
            first = {"platform": platform, "what": what, "number": number, "first_at": now, "latest_at": now}
            await connection.execute(oddities.insert().values(first))


async def known(connection: AsyncConnection) -> list[Oddity]:
    """All of them, the latest first."""
    asked = select(oddities.c.platform, oddities.c.what, oddities.c.number, oddities.c.latest_at)
    latest = asked.order_by(oddities.c.latest_at.desc(), oddities.c.platform, oddities.c.what)
    return [Oddity(Platform(one), what, number, at) for one, what, number, at in await connection.execute(latest)]
