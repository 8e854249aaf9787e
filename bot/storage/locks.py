"""One program for one part of the work: locks of PostgreSQL, which last as long as their connection does."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import URL, Function, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage import engine

_PALABRE = int.from_bytes(b"PALA")
_ALL = 0


@asynccontextmanager
async def alone(url: URL, parts: Iterable[int] | None) -> AsyncIterator[bool]:
    """Whether no other program has these parts, counted from 0; None: all of them. Raises StorageUnavailable.

    Where it has, that stays so until the end of the block.
    """
    holder = engine.holder(url)
    try:
        with engine.translated():
            connection = await holder.connect()
        try:
            yield await _taken(connection, parts)
        finally:
            await connection.close()
    finally:
        await holder.dispose()


async def _taken(connection: AsyncConnection, parts: Iterable[int] | None) -> bool:
    if parts is None:
        return await _locked(connection, func.pg_try_advisory_lock(_PALABRE, _ALL))
    wanted = [func.pg_try_advisory_lock(_PALABRE, part + 1) for part in sorted(parts)]
    return all([await _locked(connection, one) for one in (func.pg_try_advisory_lock_shared(_PALABRE, _ALL), *wanted)])


async def _locked(connection: AsyncConnection, attempt: Function[Any]) -> bool:
    return bool(await connection.scalar(select(attempt)))
