"""One look a second for all communities of a process: what the shell asked, what is due, what may go out.

Nothing is held here: what is not taken now waits in the database, and is found at the next look.
"""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from typing import Protocol

import structlog

from bot.errors import StorageError
from bot.events import Ticked
from bot.ids import CommunityId, EventId, Platform, own_space
from bot.ports import Arrival, Clock
from bot.storage import pending
from bot.storage.store import Store

_log = structlog.get_logger("bot")


class Home(Protocol):
    """A community at work."""

    def put(self, arrivals: Sequence[Arrival]) -> Awaitable[None]:
        """On its road."""
        ...

    def wake(self) -> None:
        """Something may go out."""
        ...


class Pulse:
    """Looks into the database for everybody, and stirs those alone that something waits for."""

    seconds = 1.0

    def __init__(
        self, store: Store, clock: Clock, platforms: Sequence[Platform], homes: Mapping[CommunityId, Home]
    ) -> None:
        self._store = store
        self._clock = clock
        self._platforms = platforms
        self._homes = homes
        self._under_way: set[tuple[CommunityId, str]] = set()

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                await self._look(tasks)
                await asyncio.sleep(self.seconds)

    async def _look(self, tasks: asyncio.TaskGroup) -> None:
        now = self._clock.now()
        try:
            async with self._store.reading() as connection:
                found = await pending.look(connection, self._platforms, now)
        except StorageError as error:
            _log.warning("nobody can be asked what waits", error=str(error))
            return
        for community, home in self._homes.items():
            if commands := found.asked.get(community):
                self._put(tasks, community, "inbox", home, commands)
            if community in found.due:
                tick = Ticked(id=EventId(f"tick:{now.isoformat()}"), space=own_space(community), at=now)
                self._put(tasks, community, "tick", home, [tick])
            if community in found.sendable:
                home.wake()

    def _put(
        self, tasks: asyncio.TaskGroup, community: CommunityId, what: str, home: Home, arrivals: Sequence[Arrival]
    ) -> None:
        """A road that takes long holds up no other, and is not told the same twice meanwhile."""
        if (community, what) not in self._under_way:
            self._under_way.add((community, what))
            tasks.create_task(self._wait(community, what, home.put(arrivals)))

    async def _wait(self, community: CommunityId, what: str, taken: Awaitable[None]) -> None:
        try:
            await taken
        except StorageError as error:
            _log.info("not taken", what=what, community=community, error=str(error))
        finally:
            self._under_way.discard((community, what))
