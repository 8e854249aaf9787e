"""What one socket says to the gateway, from its first payload on, and the members that it asks for."""

import asyncio
import json
import time
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType

from tests.wire.discord.server import intents, shapes
from tests.wire.discord.server.opcodes import (
    ACK,
    ALREADY_AUTHENTICATED,
    AUTHENTICATION_FAILED,
    DECODE_ERROR,
    DISALLOWED_INTENTS,
    HEARTBEAT,
    IDENTIFY,
    INVALID_SESSION,
    MEMBERS,
    NOT_AUTHENTICATED,
    PRESENCE,
    RATE_LIMITED,
    RESUME,
    SESSION_TIMED_OUT,
    SOUNDBOARD,
    UNKNOWN_OPCODE,
    VOICE,
)
from tests.wire.discord.server.session import Session, Wire, encode
from tests.wire.discord.server.world import Guild, Json

if TYPE_CHECKING:
    from tests.wire.discord.server.gateway import Gateway


class Connection:
    """What one socket says, from its first payload on."""

    def __init__(self, gateway: "Gateway", wire: Wire) -> None:
        self.gateway = gateway
        self.wire = wire
        self.session: Session | None = None
        self._received: deque[float] = deque()
        self._tasks: set[asyncio.Task[None]] = set()

    async def read(self) -> None:
        """Reads until the client or the server has enough; a client that stops beating is dropped."""
        patience = self.gateway.heartbeat_interval * 2
        while not self.wire.socket.closed:
            try:
                incoming = await self.wire.socket.receive(timeout=patience)
            except TimeoutError:
                self.wire.close(SESSION_TIMED_OUT)
                return
            if incoming.type is not WSMsgType.TEXT:
                return
            self._take(str(incoming.data))

    def ended(self, code: int | None) -> None:
        """A client that closes with 1000 or 1001 gives up its session; every other end can be resumed."""
        self.gateway.closes.append(code or 1006)
        if self.session is None or self.session.wire is not self.wire:
            return
        self.session.wire = None
        if code in {1000, 1001}:
            self.gateway.sessions.pop(self.session.id, None)

    def _take(self, text: str) -> None:
        now = time.monotonic()
        self._received.append(now)
        while self._received and now - self._received[0] > 60:
            self._received.popleft()
        if len(self._received) > 120:
            self.wire.close(RATE_LIMITED)
            return
        try:
            payload = json.loads(text)
            op, data = payload["op"], payload.get("d")
        except (ValueError, KeyError, TypeError):
            self.wire.close(DECODE_ERROR)
            return
        self._obey(op, data)

    def _obey(self, op: object, data: Any) -> None:
        if op == HEARTBEAT:
            if self.gateway.acknowledging:
                self.wire.send(ACK, None)
        elif op == IDENTIFY:
            self._identify(data)
        elif op == RESUME:
            self._resume(data)
        elif op not in {PRESENCE, VOICE, MEMBERS, SOUNDBOARD}:
            self.wire.close(UNKNOWN_OPCODE)
        elif self.session is None:
            self.wire.close(NOT_AUTHENTICATED)
        elif op == PRESENCE:
            self.gateway.presences.append(data)
        elif op == MEMBERS:
            self._members(data)

    def _identify(self, data: Json) -> None:
        gateway = self.gateway
        if self.session is not None:
            self.wire.close(ALREADY_AUTHENTICATED)
            return
        gateway.identifies.append({key: value for key, value in data.items() if key != "token"})
        code = gateway.identify_refused(data)
        if code is not None:
            self.wire.close(code)
        elif gateway.too_soon(data.get("shard", [0, 1])[0]):
            self.wire.send(INVALID_SESSION, False)
        else:
            self.session = gateway.begin(data, self.wire)

    def _resume(self, data: Json) -> None:
        gateway = self.gateway
        gateway.resumes.append({key: value for key, value in data.items() if key != "token"})
        if data.get("token") != gateway.world.application.token:
            self.wire.close(AUTHENTICATION_FAILED)
            return
        session = gateway.sessions.get(str(data.get("session_id")))
        seq = data.get("seq")
        if session is None or not isinstance(seq, int) or not session.remembers(seq):
            self.wire.send(INVALID_SESSION, False)
            return
        self.session, session.wire = session, self.wire
        session.resumes += 1
        session.replay(seq)
        session.dispatch("RESUMED", encode({"_trace": []}))

    def _members(self, data: Json) -> None:
        gateway, session = self.gateway, self.session
        gateway.member_requests.append(data)
        guild = gateway.world.guilds.get(int(data.get("guild_id", 0)))
        if guild is None or session is None or not session.covers(guild.id):
            return
        everybody = data.get("query") == "" and not data.get("limit") and "user_ids" not in data
        if everybody and not session.intents & intents.GUILD_MEMBERS:
            self.wire.close(DISALLOWED_INTENTS)
            return
        task = asyncio.create_task(self._send_chunks(session, guild, data))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send_chunks(self, session: Session, guild: Guild, data: Json) -> None:
        for chunk in chunks(guild, data):
            session.dispatch("GUILD_MEMBERS_CHUNK", encode(chunk))
            await asyncio.sleep(0)


def chunks(guild: Guild, data: Json) -> Iterator[Json]:
    """Gateway Events › Guild Members Chunk: a thousand members each, with the nonce of the request."""
    missing: list[str] = []
    if "user_ids" in data:
        wanted = data["user_ids"] if isinstance(data["user_ids"], list) else [data["user_ids"]]
        found = [guild.members[int(one)] for one in wanted if int(one) in guild.members][:100]
        missing = [str(one) for one in wanted if int(one) not in guild.members]
    else:
        query, limit = str(data.get("query", "")).lower(), int(data.get("limit") or 0)
        found = list(guild.members.values())
        if query:
            found = [one for one in found if (one.nick or one.user.name).lower().startswith(query)]
        if limit:
            found = found[:limit]
    count = max(1, -(-len(found) // 1000))
    for index in range(count):
        chunk: Json = {
            "guild_id": str(guild.id),
            "members": [shapes.member(one) for one in found[index * 1000 : index * 1000 + 1000]],
            "chunk_index": index,
            "chunk_count": count,
            "not_found": missing if index == 0 else [],
        }
        if "nonce" in data:
            chunk["nonce"] = data["nonce"]
        yield chunk
