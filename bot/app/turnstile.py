"""A gate that all processes of one database go through one by one."""

import asyncio
from datetime import timedelta

import structlog

from bot.errors import StorageError
from bot.ports import Clock
from bot.storage import turns
from bot.storage.store import Store

_PAUSE_SECONDS = 0.2
_log = structlog.get_logger("bot")


class StoredTurnstile:
    """Turns are rows: whoever asks next waits for the turn after."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def turn(self, gate: str, every: timedelta) -> None:
        """See `bot.ports.Turnstile`; while the database is away, nobody goes through."""
        while True:
            try:
                async with self._store.claiming() as connection:
                    now = self._clock.now()  # whoever waited for the database has not gone through meanwhile
                    turn = await turns.take(connection, gate, now, every)
            except StorageError as error:
                _log.debug("turn not taken", gate=gate, error=str(error))
                await asyncio.sleep(_PAUSE_SECONDS)
            else:
                await asyncio.sleep((turn - self._clock.now()).total_seconds())
                return
