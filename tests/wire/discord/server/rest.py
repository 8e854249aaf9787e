"""The REST API's frame: routes, authorization, bodies, faults, rate limits, the log, and errors as JSON."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from aiohttp import BodyPartReader, web

from tests.wire.discord.server import permissions
from tests.wire.discord.server.errors import ApiError, misfit
from tests.wire.discord.server.faults import CLOUDFLARE, Fault, Faults, Limits, too_many
from tests.wire.discord.server.hub import Hub
from tests.wire.discord.server.limits import REASON
from tests.wire.discord.server.world import Channel, Guild, Json, Member, Message

Answer = Json | list[Json] | None
Handler = Callable[["Call"], Awaitable[Answer]]
PREFIXES = ("/api/v10", "/api/v9", "/api")


@dataclass(frozen=True, slots=True)
class Route:
    """One route of the documentation, and the section that describes it."""

    method: str
    path: str
    section: str
    handler: Handler
    public: bool = False

    @property
    def parts(self) -> list[str]:
        """The path in pieces; pieces in braces stand for anything."""
        return self.path.strip("/").split("/")

    def match(self, parts: list[str]) -> dict[str, str] | None:
        """What the pieces in braces stand for, if the path is this one."""
        if len(parts) != len(self.parts):
            return None
        found: dict[str, str] = {}
        for wanted, part in zip(self.parts, parts, strict=True):
            if wanted[0] == "{":
                found[wanted[1:-1]] = part
            elif wanted != part:
                return None
        return found


ROUTES: list[Route] = []


def route(method: str, path: str, section: str, *, public: bool = False) -> Callable[[Handler], Handler]:
    """Declares a handler for a route; `public` ones carry their own token in the path."""

    def declare(handler: Handler) -> Handler:
        ROUTES.append(Route(method, path, section, handler, public))
        return handler

    return declare


@dataclass(slots=True)
class Upload:
    """A file that came with a form."""

    name: str
    content: bytes
    content_type: str


@dataclass(slots=True)
class Request:
    """One request as the log keeps it."""

    method: str
    route: str
    path: str
    query: dict[str, str]
    json: Any
    reason: str | None
    at: float
    status: int = 0
    files: list[str] = field(default_factory=list)


class Call:
    """What a handler is given: the state, the pieces of the path, the body, and who asks."""

    def __init__(self, hub: Hub, path: dict[str, str], request: Request, files: list[Upload]) -> None:
        self.hub = hub
        self.world = hub.world
        self.path = path
        self.query = request.query
        self.request = request
        self.files = files
        self.reason = request.reason
        self.status = 200

    @property
    def json(self) -> Json:
        """The body, which is an object on most routes."""
        return self.request.json if isinstance(self.request.json, dict) else {}

    def id(self, name: str) -> int:
        """An id in the path."""
        text = self.path[name]
        if not text.isdigit():
            raise misfit(name, "NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')
        return int(text)

    def guild(self) -> Guild:
        """The guild in the path; one that the bot is not in does not exist for it."""
        guild = self.world.guilds.get(self.id("guild"))
        if guild is None or self.hub.me not in guild.members:
            raise ApiError(10004)
        return guild

    def me(self, guild: Guild) -> Member:
        """The bot in a guild."""
        return guild.members[self.hub.me]

    def needs(self, guild: Guild, wanted: int) -> Member:
        """The bot in a guild, if it has a permission there."""
        me = self.me(guild)
        permissions.need(permissions.in_guild(self.world, guild, me), wanted)
        return me

    def member(self, guild: Guild) -> Member:
        """The member in the path."""
        user = self.id("user")
        if user not in guild.members:
            raise ApiError(10007 if user in self.world.users else 10013)
        return guild.members[user]

    def channel(self, wanted: int = 0) -> tuple[Channel, Guild | None, int]:
        """The channel in the path, its guild, and what the bot may do there; refuses where a permission is missing."""
        channel = self.world.channels.get(self.id("channel"))
        if channel is None:
            raise ApiError(10003)
        if channel.guild_id is None:
            return channel, None, permissions.EVERYBODY
        guild = self.world.guilds[channel.guild_id]
        if self.hub.me not in guild.members:
            raise ApiError(50001)
        held = permissions.need_view(self.world, guild, channel, self.me(guild))
        permissions.need(held, wanted)
        return channel, guild, held

    def message(self, channel: Channel) -> Message:
        """The message in the path; what one person alone was shown is not there for others."""
        message = channel.messages.get(self.id("message"))
        if message is None or message.ephemeral:
            raise ApiError(10008)
        return message

    def number(self, name: str, low: int, high: int, default: int) -> int:
        """A number in the query, within its limits."""
        text = self.query.get(name, str(default))
        if not text.isdigit() or not low <= int(text) <= high:
            raise misfit(name, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {high}.")
        return int(text)


class Rest:
    """Answers requests, and keeps a log of them."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.faults = Faults()
        self.limits = Limits()
        self.requests: list[Request] = []
        self.unknown: list[Request] = []
        self.crashes: list[str] = []
        self.invalid = 0
        self.changed = asyncio.Event()
        by_shape: dict[tuple[str, int], list[Route]] = {}
        for one in ROUTES:
            by_shape.setdefault((one.method, len(one.parts)), []).append(one)
        for listed in by_shape.values():
            listed.sort(key=lambda one: one.path.count("{"))
        self._routes = by_shape

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One request from its first byte to its answer."""
        path = request.rel_url.raw_path
        prefix = next((one for one in PREFIXES if path.startswith(one + "/")), "")
        parts = [unquote(one) for one in path[len(prefix) :].strip("/").split("/")]
        found, variables = self._find(request.method, parts)
        body, files = await _body(request)
        reason = request.headers.get("X-Audit-Log-Reason")
        shown = found.path if found else "/" + "/".join(parts)
        log = Request(
            request.method,
            shown,
            "/" + "/".join(parts),
            dict(request.query),
            body,
            unquote(reason) if reason else None,
            time.time(),
            files=[one.name for one in files],
        )
        self.requests.append(log)
        response = await self._answer(request, found, Call(self.hub, variables, log, files))
        log.status = response.status
        self.invalid += response.status in {401, 403, 429}
        self.changed.set()
        return response

    def _find(self, method: str, parts: list[str]) -> tuple[Route | None, dict[str, str]]:
        for one in self._routes.get((method, len(parts)), []):
            variables = one.match(parts)
            if variables is not None:
                return one, variables
        return None, {}

    async def _answer(self, request: web.Request, found: Route | None, call: Call) -> web.StreamResponse:
        log = call.request
        if found is None:
            self.unknown.append(log)
            return _json(404, {"message": "404: Not Found", "code": 0})
        fault = self.faults.take(log.method, log.route)
        if fault is not None:
            if fault.delay:
                await asyncio.sleep(fault.delay)
            if not fault.after and (fault.drop or fault.status):
                return _broken(request, fault)
        major = ":".join(call.path.get(name, "") for name in ("channel", "guild", "application", "token"))
        headers, wait, everywhere = self.limits.headers(log.method, log.route, major)
        if wait:
            more, body = too_many(wait, everywhere=everywhere)
            return _json(429, body, headers | more)
        response = await self._handle(request, found, call, headers)
        if fault is not None and fault.after and (fault.drop or fault.status):
            return _broken(request, fault)
        return response

    async def _handle(self, request: web.Request, found: Route, call: Call, headers: dict[str, str]) -> web.Response:
        try:
            self._admit(request, found, call)
            answer = await found.handler(call)
        except ApiError as error:
            return _json(error.status, error.body(), headers)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            # A form that no handler foresaw: Discord would refuse it, and a test should know that we did not.
            self.crashes.append(f"{call.request.method} {call.request.path}: {error!r}")
            return _json(400, {"message": "Bad Request", "code": 50035}, headers)
        if answer is None:
            return web.Response(status=204, headers=headers)
        return _json(call.status, answer, headers)

    def _admit(self, request: web.Request, found: Route, call: Call) -> None:
        """Refuses what no handler should see: a wrong token, a broken body, a reason that is too long."""
        if not found.public and request.headers.get("Authorization") != f"Bot {self.hub.world.application.token}":
            raise ApiError(0)
        if call.request.json is _BROKEN:
            raise ApiError(50109)
        if call.reason and len(call.reason) > REASON:
            raise misfit("reason", "BASE_TYPE_MAX_LENGTH", "Must be 512 or fewer in length.")


# Stands for a body that is no JSON; the log keeps it as it is.
_BROKEN = {"broken": True}


def _json(status: int, body: object, headers: dict[str, str] | None = None) -> web.Response:
    # A charset in the content type would make discord.py take the answer for text.
    encoded = json.dumps(body, separators=(",", ":")).encode()
    return web.Response(status=status, body=encoded, headers={"Content-Type": "application/json", **(headers or {})})


def _broken(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.drop:
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)
    status = fault.status or 500
    if status == 429:
        headers, body = too_many(fault.retry_after, everywhere=fault.everywhere, scope="shared")
        return _json(429, fault.body or body, headers)
    if fault.html:
        return web.Response(status=status, text=CLOUDFLARE, content_type="text/html")
    return _json(status, fault.body or {"message": f"{status}: Server Error", "code": 0})


async def _body(request: web.Request) -> tuple[Any, list[Upload]]:
    """The JSON of a request, whether it stands alone or in a form beside files."""
    files: list[Upload] = []
    if request.content_type.startswith("multipart/"):
        found: Any = None
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader):
                continue
            content = await part.read()
            if part.name == "payload_json":
                found = _parsed(content)
            elif part.filename is not None:
                kind = part.headers.get("Content-Type", "application/octet-stream")
                files.append(Upload(part.filename, bytes(content), kind))
        return found, files
    raw = await request.read()
    if not raw:
        return None, files
    return _parsed(raw), files


def _parsed(raw: bytes | bytearray) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        return _BROKEN
