"""One look a second for all communities of a process: what the shell asked, what is due, what may go out.

Nothing is held here: what is not taken now waits in the database, and is found at the next look. Once a minute it is
written down that a bot is at work, so that the time without one can be told from the rest (`outage`).
"""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.commands import NoteOutage
from bot.errors import StorageError
from bot.events import Ticked
from bot.ids import CommunityId, EventId, Platform, own_space
from bot.ports import Arrival, Clock
from bot.storage import heartbeats, pending
from bot.storage.store import Store

LONGEST_GAP = timedelta(minutes=5)
"""A longer one between two beats is an outage: clocks stood still."""
_log = structlog.get_logger("bot")


def outage(community: CommunityId, since: datetime, until: datetime) -> NoteOutage:
    """What a community's road is told of a time without a bot; telling it twice is telling it once."""
    named = EventId(f"outage:{since.isoformat()}")
    return NoteOutage(id=named, space=own_space(community), at=until, caller=None, since=since, until=until)


class Home(Protocol):
    """A community at work."""

    def put(self, arrivals: Sequence[Arrival]) -> Awaitable[None]:
        """On its road."""
        ...

    def wake(self) -> None:
        """Something may go out."""
        ...

    @property
    def begun(self) -> bool:
        """Whether it has heard how long no bot was at work: until then it must not be forgotten."""
        ...


class Pulse:
    """Looks into the database for everybody, and stirs those alone that something waits for."""

    seconds = 1.0
    beat_seconds = 60.0
    """How often it is written down that a bot is at work."""

    def __init__(
        self, store: Store, clock: Clock, platforms: Sequence[Platform], homes: Mapping[CommunityId, Home]
    ) -> None:
        self._store = store
        self._clock = clock
        self._platforms = platforms
        self._homes = homes
        self._under_way: set[tuple[CommunityId, str]] = set()
        self._beats: dict[CommunityId, tuple[float, datetime]] = {}
        """The latest of each that was written down, as the loop and as the clock had it."""

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                await self._look(tasks)
                await asyncio.sleep(self.seconds)

    async def _look(self, tasks: asyncio.TaskGroup) -> None:
        now = self._clock.now()
        try:
            await self._beat(tasks, now)
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

    async def _beat(self, tasks: asyncio.TaskGroup, now: datetime) -> None:
        """Where the database was away for long, clocks stood still too: nobody could be heard or answered."""
        moment = asyncio.get_running_loop().time()
        tired = moment - self.beat_seconds
        waiting = {
            community: home
            for community, home in self._homes.items()
            if home.begun and self._beats.get(community, (tired, now))[0] <= tired
        }
        if not waiting:
            return
        async with self._store.writing() as connection:
            await heartbeats.beat(connection, waiting, now)
        for community, home in waiting.items():
            before, since = self._beats.get(community, (moment, now))
            self._beats[community] = moment, now
            if moment - before > LONGEST_GAP.total_seconds():
                self._put(tasks, community, "outage", home, [outage(community, since, now)])

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
