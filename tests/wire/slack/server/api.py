"""The Web API's frame: tokens, scopes, bodies, faults, rate limits, the log, and refusals as JSON."""

import asyncio
import base64
import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import BodyPartReader, web

from tests.wire.slack.server.calls import METHODS, Call, Method, Server
from tests.wire.slack.server.errors import SlackError, missing_scope
from tests.wire.slack.server.faults import HTML, Fault, Faults
from tests.wire.slack.server.limits import Limits
from tests.wire.slack.server.world import Json, Token

POST_TYPES = frozenset({"application/json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain"})


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
            if token is not None and token.state is None:
                headers["X-OAuth-Scopes"] = ",".join(sorted(token.scopes))
                headers["X-Accepted-OAuth-Scopes"] = ",".join(found.needed())
            if found.tokens:
                self._admit(found, token)
            if token is not None:
                channel = str(record.args.get("channel", ""))
                small = self.server.world.app.commercial
                if wait := self.limits.take(record.method, found.tier, token.team_id, channel, small=small):
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
    if request.method != "POST" or not request.can_read_body:
        return found
    if not request.headers.get("Content-Type"):
        raise SlackError("missing_post_type")
    kind = request.content_type
    if kind not in POST_TYPES:
        raise SlackError("invalid_post_type")
    if kind == "application/json":
        return found | _object(await request.read())
    if kind == "multipart/form-data":
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name and part.filename is None:
                found[part.name] = (await part.read()).decode()
    elif kind == "application/x-www-form-urlencoded":
        found |= {key: str(value) for key, value in (await request.post()).items()}
    return found


def _object(raw: bytes) -> Json:
    try:
        given = json.loads(raw)
    except ValueError:
        raise SlackError("invalid_json") from None
    if not isinstance(given, dict):
        raise SlackError("json_not_object")
    return {key: value for key, value in given.items() if value is not None}
