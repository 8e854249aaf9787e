"""Socket Mode: the bot goes to Slack, and stays there.

Slack ends every connection after some hours and says so before; the next one is open by then, so that nothing is
missed. slack_sdk's own client closes the old one first, and answers on whichever is the newest.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

import aiohttp
import structlog
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.slack.clients import Clients
from adapters.slack.ending import PORTAL, no_socket
from adapters.slack.filling import FAILURES
from adapters.slack.guard import Oddities
from adapters.slack.payloads import Json, record, string
from bot.errors import Complaints

_log = structlog.get_logger("adapters.slack")
_LONGEST = 16 * 1024 * 1024
_MOST_AT_ONCE = 5_000
_KINDS = frozenset({"events_api", "interactive", "slash_commands"})

Take = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


class Wire:
    """One open connection."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.begun = asyncio.get_running_loop().time()
        self.leaving = False
        """Slack will close it, and the next one is on its way."""


class Socket:
    """At least one connection at any time; envelopes are taken from all of them."""

    pauses: Sequence[float] = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
    """Seconds before attempts that follow upon failures and upon connections that did not last."""
    lasting = 5.0
    """Seconds after which a connection is taken to have been a good one."""
    silence = 30.0
    """Seconds after which a connection is taken to be dead, where not even a ping is answered."""
    retiring = 15.0
    """Seconds after which a connection that Slack wanted to close is closed by us."""
    gap = 60.0
    """Seconds without any connection after which Slack may have given something up."""
    finishing = 5.0
    """Seconds in which what was received may be finished."""

    def __init__(self, app_token: str, clients: Clients, take: Take, oddities: Oddities) -> None:
        self._app_token = app_token
        self._clients = clients
        self._take = take
        self._oddities = oddities
        self._wires: dict[Wire, asyncio.Task[None]] = {}
        self._under_way: set[asyncio.Task[object]] = set()
        self._room = asyncio.Semaphore(_MOST_AT_ONCE)
        self._wanted = asyncio.Event()
        self._attempts = 0
        self._down: float | None = None
        self.missed: Callable[[], None] = _nothing
        """Called where something may have been given up."""

    async def run(self) -> None:
        """Stay connected until cancelled; what was received by then is finished. Raises Complaints."""
        self._wanted.set()
        try:
            while True:
                await self._wanted.wait()
                self._wanted.clear()
                wire = Wire(await self._connected())
                self._back()
                self._wires[wire] = asyncio.ensure_future(self._listen(wire))
        finally:
            await self._finish()

    async def _connected(self) -> aiohttp.ClientWebSocketResponse:
        """A connection, after as many attempts as it takes. Raises Complaints where Slack will never open one."""
        while True:
            await asyncio.sleep(self.pauses[min(self._attempts, len(self.pauses) - 1)])
            self._attempts += 1
            try:
                return await self._opened()
            except FAILURES as error:
                why = no_socket(error)
                if isinstance(why, Complaints):
                    raise why from error
                _log.warning("no socket", why=str(why))

    async def _opened(self) -> aiohttp.ClientWebSocketResponse:
        answer = await self._clients.client().apps_connections_open(app_token=self._app_token)
        address = string(record({"answer": answer.data}, "answer"), "url")
        return await self._clients.session.ws_connect(address, heartbeat=self.silence, max_msg_size=_LONGEST)

    def _back(self) -> None:
        if self._down is not None and asyncio.get_running_loop().time() - self._down > self.gap:
            self.missed()
        self._down = None

    async def _listen(self, wire: Wire) -> None:
        try:
            async for message in wire.socket:
                if message.type is aiohttp.WSMsgType.TEXT:
                    await self._room.acquire()
                    self._hear(wire, message.data)
        except Exception as error:  # noqa: BLE001 - counted; the next connection is another one
            self._oddities.note("socket", error)
        await wire.socket.close()
        self._over(wire)

    def _over(self, wire: Wire) -> None:
        now = asyncio.get_running_loop().time()
        self._wires.pop(wire, None)
        if now - wire.begun > self.lasting:
            self._attempts = 0
        self._alone()
        if not wire.leaving:
            self._wanted.set()

    def _alone(self) -> None:
        """From now on, where there is no other connection, nothing is heard."""
        if not self._wires and self._down is None:
            self._down = asyncio.get_running_loop().time()

    def _hear(self, wire: Wire, text: str) -> None:
        self._begin(self._envelope(wire, text)).add_done_callback(lambda _: self._room.release())

    def _begin(self, doing: Coroutine[Any, Any, object]) -> asyncio.Task[object]:
        task = asyncio.ensure_future(doing)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return task

    async def _envelope(self, wire: Wire, text: str) -> None:
        kind = "envelope"
        try:
            envelope = record({"envelope": json.loads(text)}, "envelope")
            kind = string(envelope, "type")
            if kind in _KINDS:
                await self._delivered(wire, envelope)
            else:
                self._told(wire, kind, envelope)
        except Exception as error:  # noqa: BLE001 - counted; the next envelope is another one
            self._oddities.note(kind if kind in _KINDS else "envelope", error)

    def _told(self, wire: Wire, kind: str, envelope: Json) -> None:
        """What Slack says of the connection itself."""
        if kind != "disconnect" or wire.leaving:
            return
        if envelope.get("reason") == "link_disabled":
            _log.error("Socket Mode was switched off", where=PORTAL)
        wire.leaving = True
        loop = asyncio.get_running_loop()
        if loop.time() - wire.begun > self.lasting:
            self._attempts = 0
        loop.call_later(self.retiring, self._retire, wire)
        self._wanted.set()

    def _retire(self, wire: Wire) -> None:
        """Slack closes what it wanted to close; where it does not, we do."""
        if listening := self._wires.pop(wire, None):
            listening.cancel()
            self._begin(wire.socket.close())
            self._alone()

    async def _delivered(self, wire: Wire, envelope: Json) -> None:
        said: Json = {"envelope_id": string(envelope, "envelope_id")}
        answer = await self._answer(record(envelope, "payload"))
        if answer.status != 200:
            return
        if answer.body and envelope.get("accepts_response_payload") is True:
            said["payload"] = _payload(answer)
        await self._send(wire, json.dumps(said))

    async def _answer(self, payload: Json) -> BoltResponse:
        """What Bolt cannot even look into would be no better if it was delivered again."""
        try:
            request = AsyncBoltRequest(mode="socket_mode", body=payload)
        except Exception as error:  # noqa: BLE001 - counted
            self._oddities.note("envelope", error)
            return BoltResponse(status=200)
        return await self._take(request)

    async def _send(self, wire: Wire, text: str) -> None:
        """An acknowledgement is good on any connection; where there is none, Slack delivers again."""
        for one in (wire, *self._wires):
            if not one.socket.closed:
                try:
                    await one.socket.send_str(text)
                except (ConnectionError, aiohttp.ClientError):
                    continue
                return

    async def _finish(self) -> None:
        """Nothing more is heard; what was heard is finished, and acknowledged."""
        for listening in self._wires.values():
            listening.cancel()
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=self.finishing)
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*(wire.socket.close() for wire in tuple(self._wires)), return_exceptions=True)


def _payload(answer: BoltResponse) -> object:
    """What goes with an acknowledgement: JSON, or words."""
    kind = answer.first_headers().get("content-type", "")
    return json.loads(answer.body) if kind.startswith("application/json") else {"text": answer.body}


def _nothing() -> None:
    """Nobody wants to know."""
