"""The queue between adapters and pipeline within one process."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Sequence

from bot.ports import Arrival


class _Ticket:
    """What one caller of `put` waits for."""

    __slots__ = ("_error", "_left", "future")

    def __init__(self, count: int) -> None:
        self.future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._left = count
        self._error: Exception | None = None
        if count == 0:
            self.future.set_result(None)

    def settle(self, error: Exception | None = None) -> None:
        """One more of its arrivals is through, or lost."""
        self._left -= 1
        self._error = self._error or error
        if self._left or self.future.done():
            return
        if self._error is None:
            self.future.set_result(None)
        else:
            self.future.set_exception(self._error)


class _Delivery:
    __slots__ = ("_ticket", "arrival")

    def __init__(self, arrival: Arrival, ticket: _Ticket) -> None:
        self.arrival = arrival
        self._ticket = ticket

    def done(self) -> None:
        self._ticket.settle()

    def fail(self, error: Exception) -> None:
        self._ticket.settle(error)


class LocalQueue:
    """First come, first served, in memory: what is lost with the process was never acknowledged."""

    def __init__(self) -> None:
        self._waiting: deque[_Delivery] = deque()
        self._filled = asyncio.Event()
        self._closed: Exception | None = None

    def put(self, arrivals: Sequence[Arrival]) -> Awaitable[None]:
        """See `bot.ports.Queue`."""
        ticket = _Ticket(len(arrivals))
        deliveries = [_Delivery(arrival, ticket) for arrival in arrivals]
        if self._closed is not None:
            for delivery in deliveries:
                delivery.fail(self._closed)
        else:
            self._waiting.extend(deliveries)
            self._filled.set()
        return ticket.future

    async def take(self, limit: int) -> Sequence[_Delivery]:
        """See `bot.ports.Queue`."""
        while not self._waiting:
            self._filled.clear()
            await self._filled.wait()
        return [self._waiting.popleft() for _ in range(min(limit, len(self._waiting)))]

    def close(self, error: Exception) -> None:
        """See `bot.ports.Queue`."""
        self._closed = error
        while self._waiting:
            self._waiting.popleft().fail(error)
