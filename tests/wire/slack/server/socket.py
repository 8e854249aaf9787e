"""Socket Mode: connections, envelopes, acknowledgements, and everything that goes wrong with them."""

import asyncio
import contextlib
import json
import secrets
import time
import uuid
from typing import Any

from aiohttp import WSMsgType, web

from tests.wire.slack.server.delivery import Delivery, Outbox
from tests.wire.slack.server.world import Json, World

MOST = 10
TICKET_SECONDS = 30.0
# Socket Mode, by section of the documentation.
SPOKEN = {
    "hello": "Using Socket Mode › Connect › hello",
    "disconnect: warning": "Using Socket Mode › Disconnecting › warning",
    "disconnect: refresh_requested": "Using Socket Mode › Disconnecting › refresh_requested",
    "disconnect: too_many_websockets": "Using Socket Mode › Multiple connections",
    "events_api": "Using Socket Mode › Receive events",
    "slash_commands": "Using Socket Mode › Receive events › Slash commands",
    "interactive": "Using Socket Mode › Receive events › Interactive features",
    "acknowledgement": "Using Socket Mode › Acknowledge events",
    "acknowledgement with payload": "Using Socket Mode › Acknowledge events › accepts_response_payload",
    "retry_attempt, retry_reason": "Using Socket Mode › Receive events",
}


class Wire:
    """One open connection."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.request = request
        self.socket = socket
        self.waiting: asyncio.Queue[str | None] = asyncio.Queue()
        self.leaving = False
        self.opened = time.monotonic()

    @property
    def live(self) -> bool:
        """Whether envelopes may go this way."""
        return not self.leaving and not self.socket.closed

    def cut(self) -> None:
        """Breaks the connection without a word."""
        self.leaving = True
        if self.request.transport is not None:
            self.request.transport.abort()

    def tear(self, text: str) -> None:
        """Sends the first half of an envelope and breaks the connection."""
        raw = text.encode()
        if self.request.transport is not None:
            self.request.transport.write(b"\x81\x7e" + min(len(raw), 65535).to_bytes(2, "big") + raw[: len(raw) // 2])
        self.cut()

    async def write(self, sockets: "Sockets") -> None:
        """Sends what is waiting, in order; None closes."""
        while (text := await self.waiting.get()) is not None:
            if sockets.tearing and '"envelope_id"' in text:
                sockets.tearing -= 1
                self.tear(text)
                return
            with contextlib.suppress(ConnectionError):
                await self.socket.send_str(text)
        with contextlib.suppress(ConnectionError):
            await self.socket.close()


class Sockets:
    """Every connection of the app, and the envelopes that wait for an acknowledgement."""

    def __init__(self, world: World, outbox: Outbox) -> None:
        self.world = world
        self.outbox = outbox
        self.url = ""
        self.wires: list[Wire] = []
        self.tickets: dict[str, float] = {}
        self.violations: list[str] = []
        self.ignored: list[Any] = []
        self.tearing = 0
        self.refusing = 0
        self.muted = False
        self.pings = 0
        self.opened = 0
        self._turn = 0
        self._pending: dict[str, tuple[Delivery, asyncio.TimerHandle]] = {}
        self._known: dict[str, Delivery] = {}

    def ticket(self) -> str:
        """apps.connections.open: an address that is good for a short while."""
        key = secrets.token_urlsafe(12)
        self.tickets[key] = time.monotonic()
        return f"{self.url}?ticket={key}&app_id={self.world.app.id}"

    def live(self) -> list[Wire]:
        """The connections that envelopes may go through."""
        return [one for one in self.wires if one.live]

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection from its handshake to its end."""
        issued = self.tickets.get(request.query.get("ticket", ""))
        if issued is None or time.monotonic() - issued > TICKET_SECONDS:
            return web.Response(status=403, text="invalid ticket")
        if self.refusing:
            self.refusing -= 1
            return web.Response(status=503)
        socket = web.WebSocketResponse(autoping=False, max_msg_size=8 * 1024 * 1024)
        await socket.prepare(request)
        wire = Wire(request, socket)
        if len(self.live()) >= MOST:
            await socket.send_str(json.dumps(self._leaving("too_many_websockets")))
            await socket.close()
            return socket
        self.wires.append(wire)
        self.opened += 1
        writer = asyncio.create_task(wire.write(self))
        wire.waiting.put_nowait(json.dumps(self._hello()))
        self.outbox.changed()
        try:
            async for message in socket:
                await self._hear(wire, message.type, message.data)
        finally:
            wire.leaving = True
            self.wires.remove(wire)
            writer.cancel()
            self.outbox.changed()
        return socket

    async def _hear(self, wire: Wire, kind: WSMsgType, data: Any) -> None:
        if kind is WSMsgType.PING:
            self.pings += 1
            if not self.muted:
                await wire.socket.pong(bytes(data))
        elif kind is WSMsgType.TEXT:
            self._acknowledged(str(data))

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.live()),
            "debug_info": {"host": "applink-loopback", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self.world.app.id},
        }

    def _leaving(self, reason: str) -> Json:
        return {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-loopback"}}

    def send(self, delivery: Delivery) -> None:
        """Puts something into an envelope; with no connection open, the attempt has failed."""
        wires = self.live()
        if not wires:
            asyncio.get_running_loop().call_soon(self.outbox.fail, delivery, "no_connection")
            return
        self._turn += 1
        envelope: Json = {
            "envelope_id": str(uuid.uuid4()),
            "payload": delivery.payload,
            "type": delivery.kind,
            "accepts_response_payload": delivery.kind != "events_api",
        }
        if delivery.kind == "events_api":
            envelope |= {"retry_attempt": delivery.attempt, "retry_reason": delivery.reason}
        key = str(envelope["envelope_id"])
        timer = self.outbox.after(self.outbox.deadline, lambda: self._expired(key))
        self._pending[key] = (delivery, timer)
        self._known[key] = delivery
        wires[self._turn % len(wires)].waiting.put_nowait(json.dumps(envelope))

    def _expired(self, key: str) -> None:
        delivery, _ = self._pending.pop(key)
        self.outbox.fail(delivery, "timeout")

    def _acknowledged(self, text: str) -> None:
        try:
            found = json.loads(text)
            key = found["envelope_id"]
        except (ValueError, KeyError, TypeError):
            self.violations.append(f"no acknowledgement: {text[:200]}")
            return
        delivery = self._known.get(key)
        if delivery is None:
            self.violations.append(f"acknowledges an envelope that was never sent: {key}")
            return
        body = found.get("payload")
        if body and delivery.kind == "events_api":
            self.ignored.append(body)
        pending = self._pending.pop(key, None)
        if pending is not None:
            self.outbox.forget(pending[1])
        elif delivery.failure is None:
            self.violations.append(f"acknowledges twice: {key}")
        self.outbox.acknowledge(delivery, body)

    async def ping(self) -> None:
        """Asks every connection whether somebody is there, as Slack does every few seconds."""
        for wire in self.live():
            await wire.socket.ping(b"Ping from applink-loopback")

    # What goes wrong

    def warn(self) -> None:
        """Says that the connections will end soon."""
        self._tell("warning")

    def refresh(self) -> None:
        """Asks for new connections and closes the present ones."""
        self._tell("refresh_requested")
        for wire in self.live():
            wire.leaving = True
            self.outbox.after(0.2, lambda wire=wire: wire.waiting.put_nowait(None))  # type: ignore[misc]

    def _tell(self, reason: str) -> None:
        for wire in self.live():
            wire.waiting.put_nowait(json.dumps(self._leaving(reason)))

    def close(self) -> None:
        """Closes every connection properly, without having said why."""
        for wire in self.live():
            wire.leaving = True
            wire.waiting.put_nowait(None)

    def cut(self) -> None:
        """Breaks every connection."""
        for wire in list(self.wires):
            wire.cut()

    def raw(self, text: str) -> None:
        """Sends whatever a test wants, well formed or not."""
        for wire in self.live():
            wire.waiting.put_nowait(text)
