"""Where and as what a payload arrived: what its own words do not say."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from adapters.discord.directory import Directory, Guild
from adapters.discord.emoji import Emoji
from bot.ids import EventId


@dataclass(frozen=True, slots=True)
class Frame:
    """One delivery by the gateway. A replay after a RESUME bears the same session and number."""

    at: datetime
    session: str
    number: int

    def named(self, kind: str, part: int = 0) -> EventId:
        """The id of what Discord gives none to; `part` tells apart what one delivery says at once."""
        return EventId(f"{kind}:{self.session}.{self.number}" + (f".{part}" if part else ""))


@dataclass(frozen=True, slots=True)
class Here:
    """All that a payload is read with."""

    guild: Guild
    directory: Directory
    emoji: Emoji
    framed: Callable[[str], Frame]
    """Asked only where it is needed: most messages say themselves when they were written."""

    @property
    def frame(self) -> Frame:
        """The delivery."""
        return self.framed(self.guild.native)
