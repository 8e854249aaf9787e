"""One gateway session: what it asked for, what it was sent, and the socket that it is read from at the moment."""

import asyncio
import importlib
import importlib.util
import json
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

REPLAYED = 50_000


def encode(data: object) -> str:
    """JSON without blanks, as it goes over the wire."""
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False)


def compressions() -> frozenset[str]:
    """Transport compressions that can be spoken here; zstd only where it is installed."""
    return frozenset({"zlib-stream"} | ({"zstd-stream"} if _zstandard() is not None else set()))


def _zstandard() -> Any:
    return importlib.import_module("zstandard") if importlib.util.find_spec("zstandard") else None


def packer(compress: str | None) -> Callable[[bytes], bytes] | None:
    """What turns payloads into one compressed stream, flushed after each of them."""
    if compress == "zlib-stream":
        deflate = zlib.compressobj(1)
        return lambda raw: deflate.compress(raw) + deflate.flush(zlib.Z_SYNC_FLUSH)
    if compress == "zstd-stream" and (zstandard := _zstandard()) is not None:
        stream: Any = zstandard.ZstdCompressor(level=1).compressobj()
        return lambda raw: bytes(stream.compress(raw) + stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK))
    return None


class Wire:
    """One websocket, with the transport compression that its address asked for; writes in order, from one task."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse, compress: str | None) -> None:
        self.socket = socket
        self._request = request
        self._pack = packer(compress)
        self._waiting: deque[str | int] = deque()
        self._more = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self.closed = False

    def put(self, text: str) -> None:
        """Queues one payload."""
        if not self.closed:
            self._waiting.append(text)
            self._idle.clear()
            self._more.set()

    def send(self, op: int, data: object) -> None:
        """Queues a payload that is no dispatch."""
        self.put(encode({"op": op, "d": data, "s": None, "t": None}))

    def close(self, code: int) -> None:
        """Closes after everything that was queued before."""
        if not self.closed:
            self._waiting.append(code)
            self.closed = True
            self._more.set()

    def cut(self) -> None:
        """Drops the connection without a closing handshake."""
        self.closed = True
        if self._request.transport is not None:
            self._request.transport.abort()

    async def write(self) -> None:
        """Writes until the socket is closed."""
        try:
            while await self._more.wait():
                self._more.clear()
                while self._waiting:
                    one = self._waiting.popleft()
                    if isinstance(one, int):
                        await self.socket.close(code=one, message=b"", drain=True)
                        return
                    await self._send(one)
                self._idle.set()
        except (ConnectionError, RuntimeError):
            self.closed = True
        finally:
            self._idle.set()

    async def _send(self, text: str) -> None:
        if self._pack is None:
            await self.socket.send_str(text)
        else:
            await self.socket.send_bytes(self._pack(text.encode()))

    async def drained(self) -> None:
        """Waits until nothing is queued any more."""
        await self._idle.wait()


@dataclass(slots=True, eq=False)
class Session:
    """What outlives a socket: shard, intents, the sequence, and the latest dispatches for a replay."""

    id: str
    shard: int
    shards: int
    intents: int
    wire: Wire | None = None
    seq: int = 0
    sent: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=REPLAYED))
    resumes: int = 0

    def dispatch(self, event: str, encoded: str) -> None:
        """Numbers an event, keeps it for a replay and sends it."""
        self.seq += 1
        text = f'{{"t":"{event}","s":{self.seq},"op":0,"d":{encoded}}}'
        self.sent.append((self.seq, text))
        if self.wire is not None:
            self.wire.put(text)

    def covers(self, guild_id: int | None) -> bool:
        """Whether a guild belongs to this shard; everything without a guild goes to shard 0."""
        return self.shard == (0 if guild_id is None else (guild_id >> 22) % self.shards)

    def remembers(self, seq: int) -> bool:
        """Whether everything after a sequence number can still be replayed."""
        oldest = self.sent[0][0] if self.sent else self.seq + 1
        return oldest - 1 <= seq <= self.seq

    def replay(self, seq: int) -> None:
        """Sends what came after a sequence number once more."""
        if self.wire is None:
            return
        for number, text in self.sent:
            if number > seq:
                self.wire.put(text)
