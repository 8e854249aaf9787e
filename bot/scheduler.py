"""The clock's hand on the road: it only says that time has passed; what is due is a row, not a job.

Firing twice, late or after a restart has the effect of firing once, because a tick carries nothing.
"""

from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.errors import StorageError
from bot.events import Ticked
from bot.ids import CommunityId, EventId, own_space
from bot.ports import Clock, Queue

_log = structlog.get_logger("road")


class Scheduler:
    """Ticks for every community, and the daily tidying."""

    def __init__(self, clock: Clock, tidy: Callable[[], Awaitable[None]]) -> None:
        """`tidy` runs once a day, at four in the morning, UTC."""
        self._clock = clock
        self._jobs = AsyncIOScheduler(timezone="UTC")
        self._jobs.add_job(tidy, "cron", hour=4, coalesce=True, max_instances=1, misfire_grace_time=None)

    def add(self, community: CommunityId, queue: Queue, seconds: float = 1.0) -> None:
        """Let a community notice every so many seconds what is due."""

        async def tick() -> None:
            now = self._clock.now()
            try:
                await queue.put([Ticked(id=EventId(f"tick:{now.isoformat()}"), space=own_space(community), at=now)])
            except StorageError as error:
                _log.info("tick not taken", community=community, error=str(error))

        self._jobs.add_job(tick, "interval", seconds=seconds, coalesce=True, max_instances=1)

    def start(self) -> None:
        """From now on, until `stop`."""
        self._jobs.start()

    def stop(self) -> None:
        """Let go at once; nothing is lost, since nothing is held here."""
        self._jobs.shutdown(wait=False)
