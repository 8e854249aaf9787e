"""From Slack to the road: what arrives at the same moment goes together, and whoever waits hears whether it is kept."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import structlog

from bot.errors import StorageError, Unavailable
from bot.events import Event
from bot.ids import SpaceId
from bot.ports import Receive

_log = structlog.get_logger("adapters.slack")
_AT_ONCE = 1_000


class Behind(Protocol):
    """Finds out what was missed in a space."""

    async def notice(self, space: SpaceId) -> None:
        """Remember what was heard of last."""
        ...

    def follow(self) -> None:
        """Have the rest read of what was noticed."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class _Parcel:
    events: Sequence[Event]
    kept: asyncio.Future[None]


class Courier:
    """Hands over in the order of arrival, as many as are waiting at once; nothing is acknowledged before it is kept."""

    def __init__(self, receive: Receive, behind: Behind) -> None:
        """`behind` is told of spaces that miss something before anything later of them is handed over."""
        self._receive = receive
        self._behind = behind
        self._waiting: deque[_Parcel] = deque()
        self._more = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._missed: dict[SpaceId, None] = {}

    @property
    def waiting(self) -> int:
        """How many deliveries were taken and not yet handed over."""
        return len(self._waiting)

    async def hand_over(self, events: Sequence[Event]) -> None:
        """Return once these are committed. Raises what prevented it: Slack delivers again what is not acknowledged."""
        if not events:
            return
        parcel = _Parcel(events, asyncio.get_running_loop().create_future())
        self._waiting.append(parcel)
        self._idle.clear()
        self._more.set()
        await parcel.kept

    def miss(self, space: SpaceId) -> None:
        """Something of this space was not told: it is read before anything later is handed over."""
        self._missed[space] = None

    async def run(self) -> None:
        """Hand over until cancelled."""
        try:
            while True:
                await self._more.wait()
                self._more.clear()
                while self._waiting:
                    await self._carry([self._waiting.popleft() for _ in range(min(_AT_ONCE, len(self._waiting)))])
                self._idle.set()
        finally:
            self._end()

    async def finish(self) -> None:
        """Wait until all that was taken is handed over."""
        await self._idle.wait()

    async def _carry(self, parcels: Sequence[_Parcel]) -> None:
        try:
            await self._make_good(parcels)
            await self._receive([event for one in parcels for event in one.events])
        except Exception as error:  # noqa: BLE001 - each who waits hears of it
            await self._failed(parcels, error)
        except BaseException:
            self._waiting.extendleft(reversed(parcels))
            raise
        else:
            self._behind.follow()
            for one in parcels:
                _settle(one)

    async def _make_good(self, parcels: Sequence[_Parcel]) -> None:
        """A gap is noted first: afterwards nobody could tell where it began."""
        if not self._missed:
            return
        for space in {event.space for one in parcels for event in one.events} & self._missed.keys():
            await self._behind.notice(space)
            del self._missed[space]

    async def _failed(self, parcels: Sequence[_Parcel], error: Exception) -> None:
        """One that can never be taken must not stop those that came with it."""
        away = isinstance(error, StorageError | Unavailable)
        if len(parcels) > 1 and not away:
            for one in parcels:
                await self._carry((one,))
            return
        for one in parcels:
            if away:
                self._missed.update(dict.fromkeys(event.space for event in one.events))
            _settle(one, error)
        why = str(error) if away else type(error).__name__
        _log.warning("not acknowledged", number=len(parcels), error=why)

    def _end(self) -> None:
        for one in self._waiting:
            one.kept.cancel()
        self._waiting.clear()
        self._idle.set()


def _settle(parcel: _Parcel, error: Exception | None = None) -> None:
    if parcel.kept.done():
        return
    if error is None:
        parcel.kept.set_result(None)
    else:
        parcel.kept.set_exception(error)
