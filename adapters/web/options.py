"""What may be chosen about the sandbox, and the clock that it may turn."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.ids import AccountId, ChannelId
from bot.views import Locale


def ignore(address: str) -> None:
    """Nobody waits for the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where the site is served, and what it opens with."""

    host: str = "127.0.0.1"
    port: int = 8420
    """0: any that is free."""
    zone: str = "Europe/Paris"
    title: str = "Tilleul"
    """What the community is called."""
    locale: Locale | None = None
    """The language of windows that ask for none; None: the browser's."""
    person: AccountId | None = None
    channel: ChannelId | None = None
    """Who and where one is at first; None: whoever is a plain member, and the first channel."""
    doors: frozenset[str] = frozenset()
    """The emoji that mean something where a manager puts them below a message."""
    on_ready: Callable[[str], None] = ignore
    """Told the address once the site can be visited."""


class TimeMachine(Protocol):
    """Whoever can move the clock of this world on."""

    @property
    def moved(self) -> timedelta:
        """How far ahead it stands, all in all."""
        ...

    async def move(self, by: timedelta) -> None:
        """Let so much time pass; returns when what was due by then has come up."""
        ...

    async def next_deadline(self) -> datetime | None:
        """When something is due next; None where nothing is."""
        ...
