"""How much of what happened lately is kept."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Lookback:
    """How far something looks back: at what is not older, and at no more than so many."""

    horizon: timedelta = timedelta()
    capacity: int = 0

    def widest(self, other: "Lookback") -> "Lookback":
        """What serves both."""
        return Lookback(max(self.horizon, other.horizon), max(self.capacity, other.capacity))


_NO_LOOK = Lookback()


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """How much of what happened lately is kept: as much as the policies look back on."""

    activity: Lookback = _NO_LOOK
    """The author's own messages."""
    heard: Lookback = _NO_LOOK
    """Anybody's messages in the space."""
    entered: Lookback = _NO_LOOK
    """Those who joined the space."""
    sketches: bool = False
    """Whether nearly equal texts are to be recognised."""

    @property
    def windows(self) -> bool:
        """Whether anything is to be remembered that is not one account's."""
        return bool(self.heard.capacity or self.entered.capacity)

    def union(self, other: "Memory") -> "Memory":
        """What serves both."""
        return Memory(
            activity=self.activity.widest(other.activity),
            heard=self.heard.widest(other.heard),
            entered=self.entered.widest(other.entered),
            sketches=self.sketches or other.sketches,
        )


NO_MEMORY = Memory()
