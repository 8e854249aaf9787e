"""Web API › Rate limits: tiers by method, workspace and app; one message a second in a channel."""

import math
import time
from dataclasses import dataclass, field

TIERS = {1: 1, 2: 20, 3: 50, 4: 100}
SMALL_HISTORY = 15


@dataclass(slots=True)
class Bucket:
    """So many calls in so many seconds; a new window begins with the first call after the old one."""

    limit: int
    seconds: float
    left: int = 0
    ends: float = 0.0

    def take(self, now: float) -> float:
        """Takes one call; returns how long to wait if there is none left."""
        if now >= self.ends:
            self.left, self.ends = self.limit, now + self.seconds
        if self.left <= 0:
            return self.ends - now
        self.left -= 1
        return 0.0


@dataclass
class Limits:
    """Counts tiers where `enforced`; apps that are sold outside the Marketplace get little history in any case."""

    enforced: bool = False
    minute: float = 60.0
    posting: tuple[int, float] = (1, 1.0)
    violations: int = 0
    _buckets: dict[tuple[str, ...], Bucket] = field(default_factory=dict)

    def take(self, method: str, tier: int | None, team_id: str, channel: str, *, small: bool = False) -> int:
        """Counts one call; returns the whole seconds of `Retry-After` if it is too many."""
        now = time.monotonic()
        wait = 0.0
        if small and method in {"conversations.history", "conversations.replies"}:
            wait = self._take((method, team_id, "small"), 1, self.minute, now)
        elif self.enforced and method == "chat.postMessage":
            wait = self._take((method, team_id, channel), *self.posting, now)
        elif self.enforced and tier is not None:
            wait = self._take((method, team_id), TIERS[tier], self.minute, now)
        if wait:
            self.violations += 1
        return math.ceil(wait)

    def _take(self, key: tuple[str, ...], limit: int, seconds: float, now: float) -> float:
        return self._buckets.setdefault(key, Bucket(limit, seconds)).take(now)
