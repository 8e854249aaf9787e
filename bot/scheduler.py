"""What is done once a day; what is due otherwise is a row, not a job, and found by whoever looks."""

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler


class Scheduler:
    """The daily tidying."""

    def __init__(self, tidy: Callable[[], Awaitable[None]]) -> None:
        """`tidy` runs once a day, at four in the morning, UTC."""
        self._jobs = AsyncIOScheduler(timezone="UTC")
        self._jobs.add_job(tidy, "cron", hour=4, coalesce=True, max_instances=1, misfire_grace_time=None)

    def start(self) -> None:
        """From now on, until `stop`."""
        self._jobs.start()

    def stop(self) -> None:
        """Let go at once; nothing is lost, since nothing is held here."""
        self._jobs.shutdown(wait=False)
