"""From the gateway to the road: one line, handed over in batches, that waits while the database is away."""

import asyncio
from collections import deque
from collections.abc import Iterable, Sequence
from typing import Protocol

import structlog

from bot.errors import StorageError, Unavailable
from bot.events import Event, SpaceJoined
from bot.ids import SpaceId
from bot.ports import Receive

_log = structlog.get_logger("adapters.discord")
_AT_ONCE = 1_000
_LOOKING = 4


class Lookups(Protocol):
    """What an event does not say by itself and Discord has to be asked for."""

    def wanted(self, event: Event) -> bool:
        """Whether something is missing."""
        ...

    async def completed(self, event: Event) -> Event:
        """The event with it, or as it is where it cannot be had."""
        ...


class Behind(Protocol):
    """Finds out what was missed in a space."""

    async def notice(self, space: SpaceId, *, lost: bool = False) -> None:
        """Remember what was heard of last; `lost`: something was let go just now."""
        ...

    def follow(self) -> None:
        """Have the rest read of what was noticed: whoever takes it knows those spaces by now."""
        ...


class Courier:
    """Keeps the order of what arrives, but for events that something has to be looked up for."""

    patience = 1.0
    """Seconds between two attempts while the database is away."""
    most = 100_000
    """Events that may wait; beyond, they are counted and let go, and channels are read again afterwards."""

    def __init__(self, lookups: Lookups, behind: Behind) -> None:
        """`behind` is told of each space that comes into sight before anything later of it is handed over."""
        self._lookups = lookups
        self._behind = behind
        self._waiting: deque[Event] = deque()
        self._looked_up: asyncio.Queue[Event] = asyncio.Queue()
        self._more = asyncio.Event()
        self._idle = asyncio.Event()
        self._missed: dict[SpaceId, None] = {}
        self._closed = False
        self.dropped = 0

    @property
    def waiting(self) -> int:
        """How many were taken and not yet handed over."""
        return len(self._waiting) + self._looked_up.qsize()

    def put(self, events: Iterable[Event]) -> None:
        """Take events at once, in order."""
        for event in events:
            if self._closed:
                return
            if self._missed or self.waiting >= self.most:
                self._drop(event)
            elif self._lookups.wanted(event):
                self._looked_up.put_nowait(event)
            else:
                self._waiting.append(event)
        self._idle.clear()
        self._more.set()

    def _drop(self, event: Event) -> None:
        if not self._missed:
            _log.error("too many events wait", number=len(self._waiting))
        self._missed[event.space] = None
        self.dropped += 1

    async def run(self, receive: Receive) -> None:
        """Hand over until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            for _ in range(_LOOKING):
                tasks.create_task(self._look_up())
            await self._carry(receive)

    async def finish(self) -> None:
        """Take nothing more, and wait until all that was taken is handed over."""
        self._closed = True
        await self._looked_up.join()
        self._more.set()
        self._idle.clear()
        await self._idle.wait()

    async def _look_up(self) -> None:
        while True:
            event = await self._looked_up.get()
            self._waiting.append(await self._lookups.completed(event))
            self._looked_up.task_done()
            self._more.set()

    async def _carry(self, receive: Receive) -> None:
        while True:
            await self._more.wait()
            self._more.clear()
            while self._waiting:
                batch = [self._waiting.popleft() for _ in range(min(_AT_ONCE, len(self._waiting)))]
                for event in batch:
                    if isinstance(event, SpaceJoined):
                        await self._noticed(event.space, lost=False)
                await self.hand_over(receive, batch)
                self._behind.follow()
            await self._make_good()
            self._idle.set()

    async def _make_good(self) -> None:
        """Events are let go until every space that misses some is noted: what comes later follows upon that."""
        noted: set[SpaceId] = set()
        while rest := self._missed.keys() - noted:
            for space in sorted(rest):
                await self._noticed(space, lost=True)
            noted |= rest
        self._missed.clear()
        self._behind.follow()

    async def _noticed(self, space: SpaceId, *, lost: bool) -> None:
        while True:
            try:
                await self._behind.notice(space, lost=lost)
            except (StorageError, Unavailable) as error:
                _log.warning("a space waits", space=space, error=str(error))
                await asyncio.sleep(self.patience)
            else:
                return

    async def hand_over(self, receive: Receive, events: Sequence[Event]) -> None:
        """While the database is away, they wait. One that can never be taken must not stop all that come after it."""
        while True:
            try:
                await receive(events)
            except (StorageError, Unavailable) as error:
                _log.warning("events wait", number=len(events), error=str(error))
                await asyncio.sleep(self.patience)
            except Exception as error:  # noqa: BLE001 - whatever it is, it stands in the log
                await self._one_by_one(receive, events, error)
                return
            else:
                return

    async def _one_by_one(self, receive: Receive, events: Sequence[Event], error: Exception) -> None:
        if len(events) == 1:
            _log.error("an event is given up", event_id=events[0].id, error=type(error).__name__)
            return
        for one in events:
            await self.hand_over(receive, (one,))
