"""The machine's clock."""

from datetime import UTC, datetime


class SystemClock:
    """The present, as the machine has it."""

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC)
