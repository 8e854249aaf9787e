"""`LoopbackSlack`: Slack's Web API, Socket Mode and HTTP deliveries on loopback, with the people on it."""

import asyncio
import contextlib
import json
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.wire.slack.server import events, http, interactions, methods, socket
from tests.wire.slack.server.api import Api, Record
from tests.wire.slack.server.asking import Asking
from tests.wire.slack.server.building import SCOPES, Building, application
from tests.wire.slack.server.calls import METHODS, Server
from tests.wire.slack.server.changes import Changes
from tests.wire.slack.server.control import control
from tests.wire.slack.server.delivery import DEADLINE, RETRIES, Delivery, Outbox
from tests.wire.slack.server.errors import ImpossibleError
from tests.wire.slack.server.http import Webhooks
from tests.wire.slack.server.installing import consent, revoke, uninstall
from tests.wire.slack.server.interactions import Answer, Desk
from tests.wire.slack.server.mentions import Ping
from tests.wire.slack.server.socket import Sockets
from tests.wire.slack.server.trouble import Trouble
from tests.wire.slack.server.views import Views
from tests.wire.slack.server.world import Channel, Installation, Message, Team, Token, User, World

__all__ = ["LoopbackSlack", "conformance", "methods"]


def conformance() -> list[tuple[str, str, str]]:
    """What the server speaks: kind, name and the section of Slack's documentation that it follows."""
    called = [("method", one.name, one.section) for one in METHODS.values()]
    told = [("event", name, one.section) for name, one in events.EVENTS.items()]
    said = [("message subtype", name, section) for name, section in events.SUBTYPES.items()]
    spoken = [("socket", socket.SPOKEN), ("http", http.SPOKEN), ("interaction", interactions.SPOKEN)]
    rest = [(kind, name, section) for kind, book in spoken for name, section in book.items()]
    return sorted(called) + sorted(told) + sorted(said) + rest


class LoopbackSlack(Building, Asking, Trouble):
    """One Slack, one app, and a first workspace in which it is installed; an async context manager."""

    def __init__(
        self,
        *,
        port: int = 0,
        deadline: float = DEADLINE,
        retries: tuple[float, ...] = RETRIES,
        scopes: Iterable[str] = SCOPES,
        subscribed: Iterable[str] = events.EVENTS,
        commands: Iterable[str] = ("/palabre",),
    ) -> None:
        self.world = World()
        self.app = application(self.world, scopes=scopes, subscribed=subscribed, commands=commands)
        self.outbox = Outbox(deadline, retries)
        self.outbox.app = self.app
        self.sockets = Sockets(self.world, self.outbox)
        self.webhooks = Webhooks(self.world, self.outbox)
        self.outbox.sockets, self.outbox.webhooks = self.sockets, self.webhooks
        self.changes = Changes(self.world, self.outbox)
        self.views = Views(self.world)
        self.desk = Desk(self.world, self.outbox, self.changes, self.views)
        self.state = Server(self.world, self.outbox, self.changes, self.desk, self.sockets)
        self.changed = asyncio.Event()
        self.outbox.changed = self.changed.set
        self.api = Api(self.state, self.changed.set)
        self.faults, self.limits = self.api.faults, self.api.limits
        self.consenting: tuple[Team, User] | None = None
        self.team = self.add_team("Loopback", installed=True)
        self.fetched: list[tuple[str, str]] = []
        """Files that were asked for, each with the token."""
        self.astray: dict[str, str] = {}
        """Files in whose place an address somewhere else is answered."""
        self.stalling: set[str] = set()
        """Files that never end."""
        self._port = port
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        """Opens the port."""
        application = web.Application(client_max_size=64 * 1024 * 1024)
        application.router.add_route("*", "/api/{method}", self.api.serve)
        application.router.add_get("/link", self.sockets.serve)
        application.router.add_post("/commands/{team}/{key}", self._respond)
        application.router.add_post("/actions/{team}/{key}", self._respond)
        application.router.add_post("/upload/{file}", self._upload)
        application.router.add_get("/files-pri/{file}/download/{name}", self._download)
        application.router.add_get("/oauth/v2/authorize", self._consent_page)
        application.router.add_post("/_control/{name}", self._control)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self.state.base_url = self.desk.base_url = self.world.files_url = self.base_url
        self.sockets.url = f"ws://127.0.0.1:{self._port}/link"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Cuts every connection and closes the port."""
        self.outbox.close()
        self.sockets.cut()
        await self.webhooks.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def base_url(self) -> str:
        """Where everything is."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def api_url(self) -> str:
        """What `AsyncWebClient(base_url=…)` is to be."""
        return f"{self.base_url}/api/"

    @property
    def token(self) -> str:
        """The bot token in the first workspace."""
        return self.world.installations[self.team.id].token.value

    @property
    def app_token(self) -> str:
        """The app-level token of Socket Mode."""
        return self.app.app_token

    @property
    def bot(self) -> User:
        """The bot's account in the first workspace."""
        return self.world.bot(self.team.id)

    async def _respond(self, request: web.Request) -> web.Response:
        try:
            body = json.loads(await request.read())
        except ValueError:
            body = None
        wrong = self.desk.respond(request.match_info["key"], body)
        self.changed.set()
        if wrong in {"expired_url", "used_url"}:
            return web.json_response({"ok": False, "error": wrong}, status=404)
        if wrong is not None:
            return web.json_response({"ok": False, "error": wrong}, status=400)
        return web.Response(text="ok")

    async def _upload(self, request: web.Request) -> web.Response:
        file = self.world.files.get(request.match_info["file"])
        if file is None or file.complete:
            return web.Response(status=404)
        if request.content_type == "multipart/form-data":
            form = await request.post()
            first = next((one for one in form.values() if isinstance(one, web.FileField)), None)
            content = b"" if first is None else first.file.read()
        else:
            content = await request.read()
        if len(content) != file.length:
            return web.Response(status=400, text="length mismatch")
        file.content = content
        return web.Response(text=f"OK - {len(content)}")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """Working with files › Downloading: with a token of that scope who sees it; anybody else is led to a page."""
        token = self.world.tokens.get(request.headers.get("Authorization", "").removeprefix("Bearer "))
        file = self.world.files.get(request.match_info["file"].partition("-")[2])
        self.fetched.append((file.id if file else "", token.value if token else ""))
        if file is None or file.content is None:
            return web.Response(status=404)
        there = [
            one
            for one in file.shares
            if token and self.world.sees(self.world.users[token.user_id], self.world.channels[one])
        ]
        if token is None or "files:read" not in token.scopes or not there:
            domain = self.world.teams[file.team_id].domain
            return web.Response(status=302, headers={"Location": f"https://{domain}.slack.com/?redir={request.path}"})
        if file.id in self.astray:
            return web.Response(status=302, headers={"Location": self.astray[file.id]})
        if file.id not in self.stalling:
            return web.Response(body=file.content)
        begun = web.StreamResponse(headers={"Content-Length": str(len(file.content) + 1)})
        await begun.prepare(request)
        await begun.write(file.content)
        await asyncio.sleep(5)
        return begun

    async def _consent_page(self, request: web.Request) -> web.Response:
        given = request.query
        if given.get("client_id") != self.app.client_id:
            return web.Response(status=400, text="invalid_client_id")
        team, user = self.consenting or (self.team, self.owner())
        try:
            address = self.allow(
                team,
                user,
                given.get("redirect_uri", ""),
                state=given.get("state", ""),
                scopes=set(filter(None, given.get("scope", "").split(","))),
                user_scopes=set(filter(None, given.get("user_scope", "").split(","))),
            )
        except ImpossibleError as error:
            return web.Response(status=400, text=str(error))
        raise web.HTTPFound(address)

    async def _control(self, request: web.Request) -> web.Response:
        return await control(self, request)

    # The app comes and goes

    def allow(
        self,
        team: Team,
        user: User,
        redirect_uri: str,
        *,
        state: str = "",
        scopes: set[str] | None = None,
        user_scopes: set[str] | None = None,
    ) -> str:
        """Somebody presses Allow; returns the address that their browser is sent to."""
        if redirect_uri and self.app.redirect_urls and redirect_uri not in self.app.redirect_urls:
            raise ImpossibleError("redirect_uri did not match any configured URIs")
        code = consent(self.state, team, user, redirect_uri, scopes or set(self.app.scopes), user_scopes or set())
        return f"{redirect_uri}?code={code}&state={state}"

    def install(self, team: Team, scopes: Iterable[str] | None = None) -> Installation:
        """The app comes into a workspace without the detour over OAuth."""
        return self.installed(team, scopes)

    def uninstall(self, team: Team | None = None) -> None:
        """The app is removed from a workspace."""
        uninstall(self.state, self.world.installations[(team or self.team).id])

    def revoke(self, token: Token | None = None) -> None:
        """A token ends, the bot's unless another is given."""
        revoke(self.state, token or self.world.installations[self.team.id].token)

    # What was seen

    @property
    def calls(self) -> list[Record]:
        """Every call of the Web API so far."""
        return self.api.calls

    @property
    def unknown(self) -> list[Record]:
        """Calls of methods that the server does not know."""
        return self.api.unknown

    @property
    def crashes(self) -> list[str]:
        """Calls that a handler stumbled over."""
        return self.api.crashes

    @property
    def unacknowledged(self) -> list[Delivery]:
        """Everything that the app did not acknowledge in time."""
        return self.outbox.unacknowledged

    @property
    def violations(self) -> list[str]:
        """What the app did in Socket Mode that the protocol does not know."""
        return self.sockets.violations

    @property
    def pings(self) -> list[Ping]:
        """Every notification that a message caused."""
        return self.changes.pings

    @property
    def late(self) -> int:
        """How many interactions ended in operation_timeout."""
        return sum(one.late for one in self.desk.asked)

    def deliveries(self, event: str = "") -> list[Delivery]:
        """What was sent to the app: everything, or events of one type."""
        if not event:
            return self.outbox.sent
        return [one for one in self.outbox.sent if (one.payload.get("event") or {}).get("type") == event]

    def made(self, method: str) -> list[Record]:
        """The calls of one method."""
        return [one for one in self.calls if one.method == method]

    def by_bot(self, channel: Channel) -> list[Message]:
        """What the app has written in a conversation."""
        return [one for one in channel.messages.values() if one.app_id == self.app.id]

    def ephemeral(self, user: User, channel: Channel) -> list[Message]:
        """What somebody alone sees in a conversation."""
        return [one for one in channel.ephemeral if one.seen_by == user.id]

    def modal(self, user: User) -> Any:
        """The modal that somebody has before them, or none."""
        return self.views.top(user)

    async def wait_for(self, predicate: Callable[[], bool], timeout: float = 20.0) -> None:  # noqa: ASYNC109
        """Waits until something holds; looked at after every call and every few milliseconds."""
        async with asyncio.timeout(timeout):
            while not predicate():
                self.changed.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self.changed.wait(), 0.005)

    async def expect(self, method: str, timeout: float = 20.0, *, after: int = 0) -> Record:  # noqa: ASYNC109
        """The first answered call of a method, after so many earlier ones of it."""

        def answered() -> list[Record]:
            return [one for one in self.made(method) if one.outcome]

        await self.wait_for(lambda: len(answered()) > after, timeout)
        return answered()[after]

    async def connected(self, sockets: int = 1, timeout: float = 10.0) -> None:  # noqa: ASYNC109
        """Waits until so many sockets are open."""
        await self.wait_for(lambda: len(self.sockets.live()) >= sockets, timeout)

    async def settled(self, timeout: float = 20.0) -> None:  # noqa: ASYNC109
        """Waits until everything sent so far was acknowledged or given up."""
        await self.wait_for(lambda: all(one.latency is not None or one.failure for one in self.outbox.sent), timeout)

    def answers(self) -> list[tuple[str, float | None, bool, list[Answer]]]:
        """Every interaction so far: kind, latency, lateness, and what the person saw."""
        return [(one.kind, one.latency, one.late, one.answers) for one in self.desk.asked]

    def conformance(self) -> list[tuple[str, str, str]]:
        """The same as the function of this name."""
        return conformance()
