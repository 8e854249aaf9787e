"""One connection from its first event to its last: what is heard, looked up and read goes to the road."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from functools import partial
from typing import Any

import structlog

from adapters.discord.catching_up import CatchingUp, Reader
from adapters.discord.courier import Courier
from adapters.discord.guard import Oddities
from adapters.discord.inbound import Inbound
from adapters.discord.lookups import Lookups
from adapters.discord.options import Options
from adapters.discord.session import Session, pages
from bot.errors import PalabreError
from bot.ports import Clock, Guide, Receive, Turnstile

_log = structlog.get_logger("adapters.discord")


class Listening:
    """Made anew for each connection: what it knows is what this connection was told."""

    finishing = timedelta(seconds=10)
    """How long what was heard may take to be handed over once nothing more is."""

    def __init__(
        self, options: Options, guide: Guide, clock: Clock, oddities: Oddities, *, silence: float = 60.0
    ) -> None:
        """`silence`: seconds after which a connection is taken to be dead."""
        self.inbound = Inbound()
        self.session = Session(options, self.inbound, oddities, clock, silence=silence)
        reader = Reader(self.inbound, pages(self.session.client), oddities)
        self._behind = CatchingUp(reader, self.inbound, guide, options.catch_up, clock)
        self.beside: Callable[[], Coroutine[Any, Any, None]] = _nothing
        """What is done once, while the connection is made."""
        self.courier = Courier(Lookups(options, self.inbound, self.session, clock), self._behind)

    async def run(self, receive: Receive, turnstile: Turnstile) -> None:
        """Until cancelled or the connection ends: what was heard by then is still handed over. Raises PalabreError."""
        end: PalabreError | None = None
        async with asyncio.TaskGroup() as tasks:
            carrying = tasks.create_task(self.courier.run(receive))
            reading = tasks.create_task(self._behind.run(partial(self.courier.hand_over, receive)))
            offering = tasks.create_task(self.beside())
            try:
                await self.session.run(self.courier.put, turnstile)
            except PalabreError as error:
                end = error
            finally:
                reading.cancel()
                offering.cancel()
                await self._finish()
                carrying.cancel()
        if end is not None:
            raise end

    async def _finish(self) -> None:
        finishing = asyncio.ensure_future(self.courier.finish())
        done, _ = await asyncio.wait({finishing}, timeout=self.finishing.total_seconds())
        if not done:
            finishing.cancel()
            _log.error("events are left behind", number=self.courier.waiting)


async def _nothing() -> None:
    """Nothing."""
