"""The Web API's frame: methods, tokens, scopes, arguments in every encoding, faults, rate limits, the log."""

import asyncio
import base64
import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from tests.wire.slack.server.changes import Changes
from tests.wire.slack.server.delivery import Outbox
from tests.wire.slack.server.errors import SlackError, lacking, missing_scope
from tests.wire.slack.server.faults import HTML, Fault, Faults
from tests.wire.slack.server.interactions import Desk
from tests.wire.slack.server.limits import Limits
from tests.wire.slack.server.socket import Sockets
from tests.wire.slack.server.world import FAMILIES, Channel, Installation, Json, Message, Team, Token, User, World

Handler = Callable[["Call"], Awaitable[Json]]
BOTH = frozenset({"bot", "user"})
POST_TYPES = frozenset({"application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"})


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the documentation; any one of its scopes will do, `{}` stands for the kind of conversation."""

    name: str
    section: str
    handler: Handler
    scopes: tuple[str, ...]
    tier: int | None
    tokens: frozenset[str]

    def needed(self) -> list[str]:
        """The scopes written out for every kind of conversation."""
        families = list(FAMILIES.values())
        return [each for one in self.scopes for each in ([one.format(f) for f in families] if "{}" in one else [one])]


METHODS: dict[str, Method] = {}


def method(
    name: str, *scopes: str, tier: int | None = 3, tokens: frozenset[str] = BOTH
) -> Callable[[Handler], Handler]:
    """Declares a handler for a method; no token at all is needed where `tokens` is empty."""

    def declare(handler: Handler) -> Handler:
        METHODS[name] = Method(name, f"Methods › {name}", handler, scopes, tier, tokens)
        return handler

    return declare


@dataclass(slots=True)
class Record:
    """One call as the log keeps it."""

    method: str
    args: Json
    token: str
    team_id: str
    at: float
    status: int = 0
    outcome: str = ""


@dataclass
class Server:
    """What handlers reach."""

    world: World
    outbox: Outbox
    changes: Changes
    desk: Desk
    sockets: Sockets
    base_url: str = ""
    codes: dict[str, Json] = field(default_factory=dict)
    truncates: bool = False


class Call:
    """What a handler is given: the state, the arguments, and who asks."""

    def __init__(self, server: Server, given: Method, args: Json, token: Token | None) -> None:
        self.server = server
        self.world = server.world
        self.changes = server.changes
        self.method = given
        self.args = args
        self._token = token

    @property
    def token(self) -> Token:
        """The caller's token."""
        if self._token is None:
            raise SlackError("not_authed")
        return self._token

    @property
    def team(self) -> Team:
        """The caller's workspace."""
        return self.world.teams[self.token.team_id]

    @property
    def user(self) -> User:
        """The account that the token acts as."""
        return self.world.users[self.token.user_id]

    @property
    def installation(self) -> Installation:
        """The app in the caller's workspace."""
        return self.world.installations[self.token.team_id]

    def text(self, name: str, default: str | None = None) -> str:
        """An argument as text; without a default it has to be there."""
        found = self.args.get(name)
        if found is None or found == "":
            if default is None:
                raise lacking(name)
            return default
        return found if isinstance(found, str) else json.dumps(found)

    def flag(self, name: str, *, default: bool = False) -> bool:
        """An argument that is true or false, however it is written."""
        found = self.args.get(name)
        if found is None or found == "":
            return default
        return str(found).lower() in {"1", "true"}

    def number(self, name: str, low: int, high: int, default: int) -> int:
        """A whole number; what is too much is cut down, as Slack does with limits."""
        text = str(self.args.get(name) or default)
        if not text.lstrip("-").isdigit() or int(text) < low:
            raise SlackError("invalid_limit" if name == "limit" else "invalid_arguments")
        return min(int(text), high)

    def structure(self, name: str, error: str) -> Any:
        """An argument that is JSON, or JSON written as text."""
        found = self.args.get(name)
        if not isinstance(found, str) or found == "":
            return None if found == "" else found
        try:
            return json.loads(found)
        except ValueError:
            raise SlackError(error) from None

    def ids(self, name: str) -> list[str]:
        """A list of ids, separated by commas or as JSON."""
        found = self.args.get(name) or ""
        if isinstance(found, str) and found.startswith("["):
            found = json.loads(found)
        return [one.strip() for one in found.split(",") if one.strip()] if isinstance(found, str) else list(found)

    def scope(self, *wanted: str) -> None:
        """Refuses where none of the scopes is granted."""
        if not self.token.scopes & set(wanted):
            raise missing_scope(wanted[0], self.token.scopes)

    def conversation(self, *, scopes: bool = True, member: bool = False, name: str = "channel") -> Channel:
        """The conversation in the arguments, if the caller may know of it and has the scope of its kind."""
        channel = self.world.channels.get(self.text(name))
        if channel is None or self.token.team_id not in channel.teams or not self.world.sees(self.user, channel):
            raise SlackError("channel_not_found")
        if scopes:
            wanted = [one.format(channel.family) for one in self.method.scopes if "{}" in one]
            others = [one for one in self.method.scopes if one.startswith(f"{channel.family}:")]
            if wanted or others:
                self.scope(*wanted, *others)
        if member and self.user.id not in channel.members:
            raise SlackError("not_in_channel")
        return channel

    def message(self, channel: Channel, name: str = "ts") -> Message:
        """The message in the arguments."""
        found = channel.messages.get(self.text(name))
        if found is None:
            raise SlackError("message_not_found")
        return found

    def person(self, given: str) -> User:
        """An account that the caller's workspace knows: its own, and whoever is in a channel shared with it."""
        found = self.world.users.get(given)
        if found is None:
            raise SlackError("user_not_found")
        if found.team_id != self.token.team_id and not any(
            found.id in one.members and self.token.team_id in one.teams for one in self.world.channels.values()
        ):
            raise SlackError("user_not_found")
        return found

    def permitted(self) -> None:
        """Refuses what a preference of the workspace forbids to everybody who is no admin."""
        if self.method.name in self.team.restricted and not self.user.manages:
            raise SlackError("restricted_action")

    def page(self, listed: list[Any], *, default: int = 100, most: int = 1000) -> tuple[list[Any], Json]:
        """Web API › Pagination: a part of a list, and the cursor of the next."""
        size = self.number("limit", 1, most, default) if self.args.get("limit") not in {None, "", 0, "0"} else default
        begin = 0
        if cursor := self.text("cursor", ""):
            try:
                begin = int(base64.b64decode(cursor.encode(), validate=True).decode().removeprefix("next:"))
            except ValueError:
                raise SlackError("invalid_cursor") from None
        more = begin + size < len(listed)
        following = base64.b64encode(f"next:{begin + size}".encode()).decode() if more else ""
        return listed[begin : begin + size], {"next_cursor": following}


class Api:
    """Answers calls, and keeps a log of them."""

    def __init__(self, server: Server, changed: Callable[[], None]) -> None:
        self.server = server
        self.faults = Faults()
        self.limits = Limits()
        self.calls: list[Record] = []
        self.unknown: list[Record] = []
        self.crashes: list[str] = []
        self._changed = changed

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One call from its first byte to its answer."""
        name = request.match_info["method"]
        record = Record(name, {}, "", "", time.time())
        self.calls.append(record)
        try:
            record.args = await _arguments(request)
        except SlackError as error:
            return self._done(record, error.body())
        token = self._token(request, record)
        fault = self.faults.take(name)
        if fault is not None and fault.delay:
            await asyncio.sleep(fault.delay)
        if fault is not None and fault.breaks and not fault.after:
            return self._broken(request, record, fault)
        body, headers, status = await self._answer(record, token)
        if fault is not None and fault.breaks:
            return self._broken(request, record, fault)
        return self._done(record, body, headers, status)

    def _token(self, request: web.Request, record: Record) -> Token | None:
        given = request.headers.get("Authorization", "")
        value = given.removeprefix("Bearer ") if given.startswith("Bearer ") else record.args.get("token", "")
        if request.query.get("token"):
            value = ""
        record.args = {key: one for key, one in record.args.items() if key != "token"}
        if given.startswith("Basic "):
            decoded = base64.b64decode(given.removeprefix("Basic ")).decode().partition(":")
            record.args |= {"client_id": decoded[0], "client_secret": decoded[2]}
            return None
        if not value:
            return None
        found = self.server.world.tokens.get(value)
        if found is None:
            return Token(str(value), "bot", "", "", set(), state="invalid_auth")
        record.token, record.team_id = found.kind, found.team_id
        return found

    async def _answer(self, record: Record, token: Token | None) -> tuple[Json, dict[str, str], int]:
        found = METHODS.get(record.method)
        if found is None:
            self.unknown.append(record)
            return {"ok": False, "error": "unknown_method", "req_method": record.method}, {}, 200
        headers: dict[str, str] = {}
        try:
            if found.tokens:
                self._admit(found, token)
            if token is not None:
                headers["X-OAuth-Scopes"] = ",".join(sorted(token.scopes))
                headers["X-Accepted-OAuth-Scopes"] = ",".join(found.needed())
                channel = str(record.args.get("channel", ""))
                if wait := self.limits.take(record.method, found.tier, token.team_id, channel):
                    return {"ok": False, "error": "ratelimited"}, headers | {"Retry-After": str(wait)}, 429
            call = Call(self.server, found, record.args, token if found.tokens or token is not None else None)
            return {"ok": True, **await found.handler(call)}, headers, 200
        except SlackError as error:
            return error.body(), headers, 200
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            # Arguments that no handler foresaw: Slack would refuse them, and a test should know that we did not.
            self.crashes.append(f"{record.method} {record.args}: {error!r}")
            return {"ok": False, "error": "fatal_error"}, headers, 200

    def _admit(self, found: Method, token: Token | None) -> None:
        if token is None:
            raise SlackError("not_authed")
        if token.state is not None:
            raise SlackError(token.state)
        if token.kind not in found.tokens:
            raise SlackError("not_allowed_token_type")
        needed = found.needed()
        if needed and not token.scopes & set(needed):
            raise missing_scope(",".join(needed) if "{}" in "".join(found.scopes) else needed[0], token.scopes)

    def _broken(self, request: web.Request, record: Record, fault: Fault) -> web.StreamResponse:
        if fault.drop:
            record.outcome = "dropped"
            self._changed()
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=500)
        if fault.html:
            record.status, record.outcome = fault.status, "html"
            self._changed()
            return web.Response(status=fault.status, text=HTML, content_type="text/html")
        headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
        body = fault.body or {"ok": False, "error": fault.error or "internal_error"}
        return self._done(record, body, headers, fault.status)

    def _done(
        self, record: Record, body: Json, headers: dict[str, str] | None = None, status: int = 200
    ) -> web.StreamResponse:
        record.status = status
        record.outcome = "ok" if body.get("ok") else str(body.get("error"))
        self._changed()
        return web.json_response(body, status=status, headers=headers)


async def _arguments(request: web.Request) -> Json:
    """Arguments of the query and of the body, whichever of its types it has."""
    found: Json = dict(request.query)
    raw_type = request.headers.get("Content-Type", "")
    kind = request.content_type
    if request.method != "POST" or not request.can_read_body:
        return found
    if not raw_type:
        raise SlackError("missing_post_type")
    if kind not in POST_TYPES:
        raise SlackError("invalid_post_type")
    if kind == "application/json":
        try:
            given = json.loads(await request.read())
        except ValueError:
            raise SlackError("invalid_json") from None
        if not isinstance(given, dict):
            raise SlackError("json_not_object")
        return found | {key: value for key, value in given.items() if value is not None}
    if kind == "multipart/form-data":
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name and part.filename is None:
                found[part.name] = (await part.read()).decode()
        return found
    if kind == "application/x-www-form-urlencoded":
        form = await request.post()
        return found | {key: str(value) for key, value in form.items()}
    return found
