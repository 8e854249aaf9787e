"""`LoopbackDiscord`: Discord's gateway and REST API on loopback, with the people on it."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.wire.discord.server import intents, opcodes, routes, shapes
from tests.wire.discord.server.asking import Asking
from tests.wire.discord.server.building import Building
from tests.wire.discord.server.changes import messages
from tests.wire.discord.server.control import control
from tests.wire.discord.server.faults import Fault
from tests.wire.discord.server.hub import Hub, Ping
from tests.wire.discord.server.interactions import Desk
from tests.wire.discord.server.people import People
from tests.wire.discord.server.rest import ROUTES, Request, Rest
from tests.wire.discord.server.session import encode
from tests.wire.discord.server.world import Channel, Guild, Json, Member, Message, World

TOKEN = "loopback.token.of-nobody"
__all__ = ["TOKEN", "Flood", "LoopbackDiscord", "conformance", "routes"]


def conformance() -> list[tuple[str, str, str]]:
    """What the server speaks: kind, name and the section of Discord's documentation that it follows."""
    rest = [("route", f"{one.method} {one.path}", one.section) for one in ROUTES]
    events = [("event", name, section) for name, (_, _, section) in intents.EVENTS.items()]
    spoken = [("gateway", name, section) for name, section in opcodes.SPOKEN.items()]
    return sorted(rest) + sorted(events) + spoken


@dataclass
class Flood:
    """Messages that are made and encoded in advance, to be sent as fast as the socket takes them."""

    hub: Hub
    guild: Guild
    encoded: list[str] = field(default_factory=list)
    event: str = "MESSAGE_CREATE"

    async def send(self, *, rate: float | None = None, every: int = 64) -> float:
        """Sends everything, at so many a second if a rate is given; returns the seconds that it took."""
        begun = time.perf_counter()
        for number, one in enumerate(self.encoded, start=1):
            for session in self.hub.gateway.sessions.values():
                if session.covers(self.guild.id):
                    session.dispatch(self.event, one)
            if number % every == 0:
                ahead = 0.0 if rate is None else number / rate - (time.perf_counter() - begun)
                await asyncio.sleep(max(0.0, ahead))
        await self.hub.gateway.drained()
        return time.perf_counter() - begun


class LoopbackDiscord(Building, People, Asking):
    """One Discord of one application; an async context manager."""

    def __init__(
        self,
        *,
        port: int = 0,
        token: str = TOKEN,
        privileged: int = intents.PRIVILEGED,
        shards: int = 1,
        max_concurrency: int = 1,
        identify_window: float = 5.0,
        heartbeat_interval: float = 41.25,
    ) -> None:
        self.world = World(token, privileged=privileged)
        self.hub = Hub(self.world)
        self.desk = self.hub.desk = Desk(self.hub)
        self.gateway = self.hub.gateway
        self.gateway.recommended_shards = shards
        self.gateway.max_concurrency = max_concurrency
        self.gateway.identify_window = identify_window
        self.gateway.heartbeat_interval = heartbeat_interval
        self.rest = Rest(self.hub)
        self.faults, self.limits = self.rest.faults, self.rest.limits
        self.token = token
        self.fetched: list[tuple[str, dict[str, str]]] = []
        """Files that were asked for, with the headers."""
        self.astray: dict[str, str] = {}
        """Files in whose place an address somewhere else is answered."""
        self.stalling: set[str] = set()
        """Files that never end."""
        self._port = port
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        """Opens the port."""
        application = web.Application(client_max_size=64 * 1024 * 1024)
        application.router.add_get("/gateway", self.gateway.serve)
        application.router.add_get("/gateway/", self.gateway.serve)
        application.router.add_get("/attachments/{path:.*}", self._file)
        application.router.add_post("/_control/{name}", self._control)
        application.router.add_route("*", "/{path:.*}", self.rest.serve)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self.hub.base_url = f"http://127.0.0.1:{self._port}"
        self.gateway.url = self.gateway_url
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Cuts every connection and closes the port."""
        for wire in list(self.gateway.wires):
            wire.cut()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """What `discord.http.Route.BASE` is to be."""
        return f"http://127.0.0.1:{self._port}/api/v10"

    @property
    def gateway_url(self) -> str:
        """What `DiscordWebSocket.DEFAULT_GATEWAY` is to be."""
        return f"ws://127.0.0.1:{self._port}/gateway"

    async def _file(self, request: web.Request) -> web.StreamResponse:
        path = request.rel_url.raw_path
        self.fetched.append((path, dict(request.headers)))
        if path in self.astray:
            return web.Response(status=302, headers={"Location": self.astray[path]})
        found = self.hub.files.get(path)
        if found is None:
            return web.Response(status=404, text="This content is no longer available.")
        if path not in self.stalling:
            return web.Response(body=found)
        begun = web.StreamResponse(headers={"Content-Length": str(len(found) + 1)})
        await begun.prepare(request)
        await begun.write(found)
        await asyncio.sleep(5)
        return begun

    async def _control(self, request: web.Request) -> web.Response:
        return await control(self, request)

    # What was seen

    @property
    def requests(self) -> list[Request]:
        """Every request so far, in the order of arrival."""
        return self.rest.requests

    @property
    def unknown(self) -> list[Request]:
        """Requests to routes that the server does not know."""
        return self.rest.unknown

    @property
    def pings(self) -> list[Ping]:
        """Every notification that a message caused."""
        return self.hub.pings

    @property
    def crashes(self) -> list[str]:
        """Requests that a handler stumbled over: malformed in a way that nobody foresaw."""
        return self.rest.crashes

    @property
    def late(self) -> int:
        """How many interactions were answered too late."""
        return self.desk.late

    def made(self, method: str, route: str) -> list[Request]:
        """The requests of one route."""
        return [one for one in self.requests if one.method == method and one.route == route]

    async def wait_for(self, predicate: Callable[[], bool], timeout: float = 20.0) -> None:  # noqa: ASYNC109
        """Waits until something holds; looked at after every request and every few milliseconds."""
        async with asyncio.timeout(timeout):
            while not predicate():
                self.rest.changed.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self.rest.changed.wait(), 0.005)

    async def expect(self, method: str, route: str, timeout: float = 20.0, *, after: int = 0) -> Request:  # noqa: ASYNC109
        """The first answered request of a route, after so many earlier ones of it."""

        def answered() -> list[Request]:
            return [one for one in self.made(method, route) if one.status]

        await self.wait_for(lambda: len(answered()) > after, timeout)
        return answered()[after]

    async def connected(self, sessions: int = 1, timeout: float = 10.0) -> None:  # noqa: ASYNC109
        """Waits until so many sessions are there."""
        await self.wait_for(lambda: len(self.gateway.live()) >= sessions, timeout)

    def by_bot(self, channel: Channel) -> list[Message]:
        """What the bot has written in a channel."""
        return [one for one in channel.messages.values() if one.author is self.world.application.user]

    # What goes wrong, and time

    def fail(
        self, method: str, route: str, status: int = 500, *, times: int = 1, html: bool = False, after: bool = False
    ) -> Fault:
        """The next requests of a route fail; `after` does what was asked and only then answers with the error."""
        return self.faults.add(Fault(method, route, times, status=status, html=html, after=after))

    def drop(self, method: str, route: str, *, times: int = 1, after: bool = False) -> Fault:
        """The next requests of a route lose their connection; with `after`, once they are done."""
        return self.faults.add(Fault(method, route, times, drop=True, after=after))

    def slow(self, method: str, route: str, seconds: float, *, times: int = 1) -> Fault:
        """The next requests of a route take their time."""
        return self.faults.add(Fault(method, route, times, delay=seconds))

    def limit(self, method: str, route: str, retry_after: float, *, times: int = 1, everywhere: bool = False) -> Fault:
        """The next requests of a route are too many."""
        fault = Fault(method, route, times, status=429, retry_after=retry_after, everywhere=everywhere)
        return self.faults.add(fault)

    def advance(self, seconds: float) -> None:
        """Moves the server's clock on: timeouts end, tokens run out."""
        self.world.shift += seconds

    def dispatch(self, guild: Guild | None, event: str, data: object) -> None:
        """Sends whatever a test wants, well formed or not."""
        self.gateway.raw(event, data, guild)

    # Many at once

    def flood(self, channel: Channel, posts: Iterable[tuple[Member, str]], *, keep: bool = True) -> Flood:
        """Messages made and encoded in advance."""
        guild = self.world.guilds[channel.guild_id or 0]
        made = Flood(self.hub, guild)
        for member, text in posts:
            message = messages.draft(self.hub, channel, member.user, {"content": text}, [])
            if keep:
                channel.messages[message.id] = message
            made.encoded.append(encode(shapes.message_event(self.world, message)))
        return made

    def joins(self, guild: Guild, count: int, name: str = "newcomer") -> Flood:
        """Newcomers made and encoded in advance; they are in the guild at once."""
        made = Flood(self.hub, guild, event="GUILD_MEMBER_ADD")
        for number in range(count):
            user = self.world.user(f"{name}-{number}", age_days=1.0)
            member = Member(user, guild.id, self.world.now())
            guild.members[user.id] = member
            made.encoded.append(encode({**shapes.member(member), "guild_id": str(guild.id)}))
        return made

    def conformance(self) -> list[tuple[str, str, str]]:
        """The same as the function of this name."""
        return conformance()

    def answers(self) -> list[Json]:
        """How every interaction so far was answered: type, callback, latency, lateness."""
        return [
            {"type": one.type, "callback": one.callback, "latency": one.latency, "late": one.late}
            for one in self.desk.asked.values()
        ]
