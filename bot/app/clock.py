"""The machine's clock, and one that can be moved on."""

from datetime import UTC, datetime, timedelta


class SystemClock:
    """The present, as the machine has it."""

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC)


class LapsingClock:
    """The machine's clock, ahead by as much as it was moved."""

    def __init__(self, moved: timedelta = timedelta()) -> None:
        self._clock = SystemClock()
        self.moved = moved

    def now(self) -> datetime:
        """Aware, UTC."""
        return self._clock.now() + self.moved
