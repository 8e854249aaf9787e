"""One run from its first event to its last: what is heard, looked up and read goes to the road."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any

import structlog
from starlette.routing import BaseRoute

from adapters.slack import http
from adapters.slack.catching_up import CatchingUp, Reader
from adapters.slack.connection import Connection, Requests
from adapters.slack.courier import Courier
from adapters.slack.directory import Directory
from adapters.slack.filling import Filling
from adapters.slack.guard import Oddities
from adapters.slack.hearing import Hearing
from adapters.slack.installations import Installation
from adapters.slack.installing import Installing
from adapters.slack.lookups import Lookups
from adapters.slack.options import Http, Options
from adapters.slack.outbound import kinds
from adapters.slack.renewing import Renewing
from adapters.slack.scopes import wanted_scopes
from adapters.slack.socket import Socket
from adapters.slack.workspaces import Workspaces
from bot.errors import PalabreError, StorageError, Unavailable
from bot.events import Event
from bot.ports import Clock, Guide, Receive, Turnstile, Vault

_log = structlog.get_logger("adapters.slack")


class Listening:
    """Made anew for each run: what it knows is what Slack told this one."""

    finishing = 5.0
    """Seconds that what was begun may take once nothing more is heard."""
    patience = 1.0
    """Seconds between two attempts to hand over what was read, while the database is away."""

    def __init__(
        self, options: Options, guide: Guide, turnstile: Turnstile, vault: Vault, clock: Clock, oddities: Oddities
    ) -> None:
        self.directory = Directory()
        self.workspaces = Workspaces(options, self.directory, vault)
        self.port = 0
        """Where Slack comes to, once it can."""
        self._options, self._vault, self._turnstile, self._clock = options, vault, turnstile, clock
        self._filling = Filling(oddities, clock)
        reader = Reader(options, self._filling, turnstile, oddities)
        self._behind = CatchingUp(reader, self.workspaces, guide, options, clock)
        self._begun: set[asyncio.Task[None]] = set()
        self.connection = Connection(options, self.workspaces, oddities, self._begin)
        self.socket: Socket | None = None
        if not isinstance(options.way, Http):
            token = options.way.app_token
            self.socket = Socket(token, self.workspaces.clients, self.connection.take, oddities)
        self._lookups = Lookups(options)
        self._hearing = Hearing(self.workspaces, self._filling, self._lookups, self._behind, self._begin)

    async def run(self, receive: Receive, requests: Requests | None = None) -> None:
        """Until cancelled: what was heard by then is still handed over. Raises PalabreError."""
        courier, hearing = Courier(receive, self._behind), self._hearing
        hearing.courier, self.connection.hearing = courier, hearing
        self.connection.requests = requests
        end: PalabreError | None = None
        async with asyncio.TaskGroup() as tasks:
            carrying = (courier.run(), self._behind.run(self._read), *self._renewing())
            beside = [tasks.create_task(one) for one in carrying]
            try:
                self._look_around()
                await self._listen()
            except PalabreError as error:
                end = error
            finally:
                await self._finish(courier)
                for task in beside:
                    task.cancel()
        if end is not None:
            raise end

    def _look_around(self) -> None:
        for workspace in self.workspaces.all():
            self._begin(self._hearing.enter(workspace))
        for installation in self.workspaces.lost:
            self._begin(self._hearing.lost(installation))

    @property
    def courier(self) -> Courier:
        """Who hands over."""
        return self._hearing.courier

    async def _listen(self) -> None:
        if self.socket is not None:
            self.socket.missed = self._hearing.missed
            await self.socket.run()
        elif isinstance(self._options.way, Http):
            way = self._options.way
            listening = http.listen(way)
            self.port = listening.getsockname()[1]
            await http.serve(http.application(way, self.connection.take, self._pages(way)), listening)

    def _pages(self, way: Http) -> Sequence[BaseRoute]:
        given = self._options.installing
        if given is None:
            return ()
        scopes = wanted_scopes(kinds(self._options))
        installing = Installing(given, self._options.api_url, way.path, scopes, self.workspaces.clients)
        installing.vault, installing.clock, installing.came = self._vault, self._clock, self._came
        return installing.routes()

    async def _came(self, installation: Installation) -> None:
        """Somebody installed the bot: it is there before they read so. Raises what prevented it."""
        await self.workspaces.installations.keep(installation)
        for workspace in await self.workspaces.add(installation):
            await self._hearing.enter(workspace)

    def _renewing(self) -> Sequence[Coroutine[Any, Any, None]]:
        given = self._options.installing
        return () if given is None else (Renewing(self.workspaces, given, self._turnstile, self._clock).run(),)

    async def _read(self, events: Sequence[Event]) -> None:
        """What was read is handed over like what is heard; while the database is away, it waits."""
        waiting = list(events)
        while waiting:
            handing = [self.courier.hand_over((event,)) for event in waiting]
            ended = await asyncio.gather(*handing, return_exceptions=True)
            away = [one for one, end in zip(waiting, ended, strict=True) if isinstance(end, StorageError | Unavailable)]
            if away:
                await asyncio.sleep(self.patience)
            waiting = away

    def _begin(self, doing: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.ensure_future(doing)
        self._begun.add(task)
        task.add_done_callback(self._over)
        return task

    def _over(self, task: asyncio.Task[None]) -> None:
        self._begun.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _log.warning("something begun did not end well", error=type(error).__name__)

    async def _finish(self, courier: Courier) -> None:
        """What was begun goes to its end, if that is soon."""
        ending = [*self._begun, asyncio.ensure_future(courier.finish())]
        await asyncio.wait(ending, timeout=self.finishing)
        if courier.waiting:
            _log.error("events are left behind", number=courier.waiting)
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)
        await self._filling.finish()
        await self._lookups.finish()

    async def open(self) -> None:
        """Find every workspace. Raises Complaints and Unavailable."""
        await self.workspaces.open()

    async def close(self) -> None:
        """Let go of all connections."""
        await self.workspaces.close()
