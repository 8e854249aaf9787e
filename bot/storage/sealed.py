"""Secrets that adapters were given while they ran, as they are sealed: whoever reads them here reads nothing."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import sealed


async def keep(connection: AsyncConnection, name: str, secret: str, now: datetime, until: datetime | None) -> None:
    """In place of what was there; whatever is past its time goes."""
    await connection.execute(delete(sealed).where(sealed.c.until <= now))
    added = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(sealed)
    values = {"secret": secret, "at": now, "until": until}
    await connection.execute(
        added.values(name=name, **values).on_conflict_do_update(index_elements=["name"], set_=values)
    )


async def look(connection: AsyncConnection, name: str, now: datetime) -> str | None:
    """What is kept under a name."""
    secret: str | None = await connection.scalar(select(sealed.c.secret).where(sealed.c.name == name, _good(now)))
    return secret


async def take(connection: AsyncConnection, name: str, now: datetime) -> str | None:
    """The same, once: of several who ask at the same time, one gets it."""
    taken = delete(sealed).where(sealed.c.name == name, _good(now)).returning(sealed.c.secret)
    secret: str | None = await connection.scalar(taken)
    return secret


async def drop(connection: AsyncConnection, name: str) -> None:
    """Nothing is kept under this name any more."""
    await connection.execute(delete(sealed).where(sealed.c.name == name))


async def names(connection: AsyncConnection, beginning: str, now: datetime) -> Sequence[str]:
    """All names that begin so, in order."""
    asked = select(sealed.c.name).where(sealed.c.name.startswith(beginning, autoescape=True), _good(now))
    return sorted(await connection.scalars(asked))


def _good(now: datetime) -> ColumnElement[bool]:
    return sealed.c.until.is_(None) | (sealed.c.until > now)
