"""Runs uvicorn as a part of somebody else's program: no signal handlers, no exit of the process, a quick end."""

import asyncio
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from adapters.web.limits import WINDOWS


class Server(uvicorn.Server):
    """A server that leaves signals to the program around it, and says when it can be visited."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start listening."""
        await super().startup(sockets)
        self._ready()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Capture none."""
        yield


async def serve(app: ASGIApp, listening: socket.socket, ready: Callable[[], None], closing: Callable[[], None]) -> None:
    """Serve until cancelled; `closing` lets go of whatever keeps connections open."""
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
        limit_concurrency=2 * WINDOWS + 200,
        h11_max_incomplete_event_size=64 * 1024,
    )
    server = Server(config, ready)
    running = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        await asyncio.shield(running)
    finally:
        closing()
        server.should_exit = True
        await running
