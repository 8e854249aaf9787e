"""HTTP mode: Slack comes to the bot, at one address; whoever else comes finds out that it is well, or nothing."""

import asyncio
import re
import socket
from collections.abc import Awaitable, Callable, Generator, Sequence
from contextlib import contextmanager

import uvicorn
from slack_bolt.adapter.starlette.async_handler import to_async_bolt_request, to_starlette_response
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from adapters.slack.options import Http
from bot.errors import Complaint, Complaints

LONGEST = 2 * 1024 * 1024
"""Bytes of a request; what people put into forms is far less."""
_GRACE = 5
_MOMENT = re.compile("[0-9]{1,12}")
_BACKLOG = 2048

Take = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


class Server(uvicorn.Server):
    """A server that leaves signals to the program around it."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Capture none."""
        yield


def application(way: Http, take: Take, others: Sequence[BaseRoute] = ()) -> Starlette:
    """Everything that can be visited."""

    async def slack(request: Request) -> Response:
        if not _signed(request):
            return PlainTextResponse("not signed", 401)
        body = await _body(request)
        if body is None:
            return PlainTextResponse("too much", 413)
        try:
            given = to_async_bolt_request(request, body)
        except Exception:  # noqa: BLE001 - not signed yet, so anybody's: no reason to say or count anything
            return PlainTextResponse("not understood", 400)
        return to_starlette_response(await take(given))

    async def well(_request: Request) -> Response:
        return PlainTextResponse("ok")

    return Starlette(routes=[Route(way.path, well), Route(way.path, slack, methods=["POST"]), *others])


def _signed(request: Request) -> bool:
    """Whether what stands in place of a signature can be one at all; that it is one, Bolt finds out."""
    at, by = (request.headers.get(f"x-slack-{name}", "0") for name in ("request-timestamp", "signature"))
    return _MOMENT.fullmatch(at) is not None and by.isascii()


async def _body(request: Request) -> bytes | None:
    """What was sent; None where it is too much."""
    found = bytearray()
    try:
        async for chunk in request.stream():
            found += chunk
            if len(found) > LONGEST:
                return None
    except ClientDisconnect:
        return None
    return bytes(found)


def listen(way: Http) -> socket.socket:
    """Take the address. Raises Complaints where it cannot be had."""
    try:
        family = socket.AF_INET6 if ":" in way.host else socket.AF_INET
        return socket.create_server((way.host, way.port), family=family, backlog=_BACKLOG)
    except OSError as error:
        hint = "stop what listens there, or name another host or port"
        problem = f"{way.host}:{way.port} cannot be listened at: {error.strerror or error}"
        raise Complaints([Complaint("config.toml, slack.http", problem, hint)]) from error


async def serve(app: Starlette, listening: socket.socket) -> None:
    """Serve until cancelled; what was received by then is finished."""
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
        h11_max_incomplete_event_size=64 * 1024,
    )
    server = Server(config)
    running = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        await asyncio.shield(running)
    finally:
        server.should_exit = True
        await running
