"""The connection to Discord, and every place where discord.py is reached below its public interface.

These are: where the API and the gateway are (`Route.BASE`, `DEFAULT_GATEWAY`), the table of parsers that each payload
goes through (`_connection.parsers`), and the session and number of what was just received (`_get_websocket`).
"""

import asyncio
import sys
import threading
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import discord
import structlog
import yarl
from discord.gateway import DiscordWebSocket, KeepAliveHandler
from discord.http import Route
from discord.voice_client import VoiceClient

from adapters.discord import guard
from adapters.discord.ending import PORTAL, ended, not_entered
from adapters.discord.frame import Frame
from adapters.discord.inbound import Inbound
from adapters.discord.options import Options
from adapters.discord.payloads import Json
from bot.errors import PalabreError, Unavailable
from bot.events import Event
from bot.ports import Clock, Turnstile

IDENTIFY_EVERY = timedelta(seconds=5.25)
"""Discord's own five seconds, and a little for clocks that differ."""
_LEISURELY = timedelta(seconds=1)
PRIVILEGED = ("members", "message_content")
_log = structlog.get_logger("adapters.discord")
_MOST_ENDS, _ENDS_WITHIN = 8, 60.0
_MOST_LAUNCHES = 2
_CLOSING_SECONDS = 10.0
_SESSION_DIGITS = 12


def intents(privileged: Iterable[str] = ()) -> discord.Intents:
    """The least that everything needs which is read here, and those of the privileged ones that were granted."""
    wanted = discord.Intents.none()
    plain = ("guilds", "moderation", "guild_messages", "guild_reactions", "guild_scheduled_events")
    for name in (*plain, "auto_moderation_execution", *privileged):
        setattr(wanted, name, True)
    return wanted


class Client(discord.AutoShardedClient):
    """discord.py's client; what it tells goes to the session that holds it."""

    def __init__(self, session: "Session", heartbeat_timeout: float) -> None:
        self._session = session
        self.wanted = intents()
        super().__init__(
            intents=self.wanted,
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            shard_connect_timeout=None,
            heartbeat_timeout=heartbeat_timeout,
        )

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Where it cannot connect, discord.py tries for ever, every five seconds: ours waits longer and longer."""
        self._session.launching(shard_id)
        await super().launch_shard(gateway, shard_id, initial=initial)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002
        """In the place of a pause that other processes know nothing of."""
        await self._session.turn(shard_id or 0)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """discord.py connects again at once, however often this happens."""
        await self._session.disconnected(shard_id)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Somebody asks for something."""
        await self._session.arrived(interaction)

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """What stumbled is counted, without anything that it was given."""
        error = sys.exception()
        if isinstance(error, Exception):
            self._session.stumbled(event_method, error)


@dataclass(slots=True)
class _Starts:
    """How many sessions may yet begin; whoever begins more has their token reset (Gateway › Session Start Limit)."""

    left: int
    total: int
    again: datetime

    def take(self, now: datetime) -> None:
        """One more. Raises Unavailable where none is left."""
        if now >= self.again:
            self.left, self.again = self.total, now + timedelta(days=1)
        if self.left <= 0:
            raise self.none_left(now)
        self.left -= 1

    def none_left(self, now: datetime) -> Unavailable:
        """Why, and when there will be more."""
        return Unavailable("Discord allows no more starts today", self.again - now)


class Session:
    """One connection from logging in to its end; a new one is made for each."""

    def __init__(
        self, options: Options, inbound: Inbound, oddities: guard.Oddities, clock: Clock, *, silence: float = 60.0
    ) -> None:
        """`silence`: seconds after which a connection is taken to be dead."""
        Route.BASE = options.api_url
        VoiceClient.warn_nacl = VoiceClient.warn_dave = False  # nothing here speaks: that the libraries lack is no news
        self.client = Client(self, silence)
        self.missing: frozenset[str] = frozenset()
        """The privileged intents that are not granted."""
        self.arrived: Callable[[discord.Interaction], Awaitable[None]] = _nobody
        self._options = options
        self._inbound = inbound
        self._oddities = oddities
        self._clock = clock
        self._turnstile: Turnstile | None = None
        self._told: Callable[[Iterable[Event]], None] = _unheard
        self._max_concurrency = 1
        self._starts = _Starts(0, 0, clock.now())
        self._launches: dict[int, int] = {}
        self._ends: dict[int, deque[float]] = {}
        self._end: PalabreError | None = None

    async def open(self) -> None:
        """Log in, without the gateway. Raises Complaints where the token is wrong, and Unavailable."""
        try:
            await self.client.login(self._options.token)
        except Exception as error:
            raise not_entered(error) from error
        application = self.client.application
        flags = application.flags if application else discord.ApplicationFlags()
        granted = {
            "members": flags.gateway_guild_members or flags.gateway_guild_members_limited,
            "message_content": flags.gateway_message_content or flags.gateway_message_content_limited,
        }
        self.missing = frozenset(name for name in PRIVILEGED if not granted[name])
        for name in PRIVILEGED:
            setattr(self.client.wanted, name, granted[name])
        if self.missing:
            _log.warning("not granted", intents=sorted(self.missing), where=PORTAL)

    async def run(self, told: Callable[[Iterable[Event]], None], turnstile: Turnstile) -> None:
        """Stay connected and tell what happens; never ends but by an error. Raises Complaints and Unavailable."""
        self._told, self._turnstile = told, turnstile
        parsers = self.client._connection.parsers
        guard.watch(parsers, self._hear, self._oddities)
        try:
            await self._find_gateway()
            await self.client.connect()
        except PalabreError:
            raise
        except Exception as error:
            if not isinstance(error, (discord.DiscordException, OSError)):
                self._oddities.note("gateway", error)
            raise ended(error) from error
        raise self._end or Unavailable("Discord ended the connection", timedelta(seconds=5))

    async def close(self) -> None:
        """Leave the gateway properly (1000) and let go of the API."""
        closing = asyncio.ensure_future(self.client.close())
        done, _ = await asyncio.wait({closing}, timeout=_CLOSING_SECONDS)
        if not done:
            closing.cancel()
        elif error := closing.exception():
            _log.warning("closed badly", error=type(error).__name__)
        self._stop_heartbeats()

    def _stop_heartbeats(self) -> None:
        """A connection that was cut off before it had begun leaves its heart beating, in a thread of its own."""
        for thread in threading.enumerate():
            if isinstance(thread, KeepAliveHandler) and thread.ws._connection is self.client._connection:
                thread.stop()

    async def _find_gateway(self) -> None:
        """Shards that start without a start left would have the token reset: it is waited instead."""
        count, address, limits = await self.client.http.get_bot_gateway()
        shards = self._options.shards
        self.client.shard_count = shards.count if shards else count
        self.client.shard_ids = list(shards.ids if shards else range(count))
        self._max_concurrency = max(1, limits["max_concurrency"])
        now = self._clock.now()
        again = now + timedelta(milliseconds=limits["reset_after"])
        self._starts = _Starts(limits["remaining"], limits["total"], again)
        if limits["remaining"] < len(self.client.shard_ids):
            raise self._starts.none_left(now)
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self._options.gateway_url or address)

    def _hear(self, kind: str, data: Json) -> None:
        if events := self._inbound.events(kind, data, self._framed):
            self._told(events)

    def _framed(self, guild: str) -> Frame:
        socket = self.client._connection._get_websocket(int(guild))
        return Frame(self._clock.now(), (socket.session_id or "")[:_SESSION_DIGITS], socket.sequence or 0)

    async def turn(self, shard: int) -> None:
        """Wait until this shard may begin a session, whichever process holds the others. Raises Unavailable."""
        self._starts.take(self._clock.now())
        if self._turnstile is not None:
            gate = f"discord-identify:{self.client.application_id}:{shard % self._max_concurrency}"
            await self._turnstile.turn(gate, IDENTIFY_EVERY)

    def launching(self, shard: int) -> None:
        """Count attempts at a first connection. Raises Unavailable where there were enough."""
        self._launches[shard] = self._launches.get(shard, 0) + 1
        if self._launches[shard] > _MOST_LAUNCHES:
            raise Unavailable("Discord's gateway cannot be reached", timedelta(seconds=5))

    def stumbled(self, where: str, error: Exception) -> None:
        """Count what went wrong in answering discord.py."""
        self._oddities.note(where, error)

    async def disconnected(self, shard: int) -> None:
        """Count ends of connections; too many within a minute end this session, and whoever runs it waits."""
        now, ends = asyncio.get_running_loop().time(), self._ends.setdefault(shard, deque(maxlen=_MOST_ENDS))
        ends.append(now)
        if len(ends) == _MOST_ENDS and now - ends[0] < _ENDS_WITHIN and self._end is None:
            self._end = Unavailable("Discord ends the connection again and again", timedelta(minutes=1))
            await self.close()


def pages(client: discord.Client) -> Callable[[str, str], Awaitable[Sequence[Json]]]:
    """Reads a channel a hundred messages at a time, waiting as Discord asks."""

    async def page(channel: str, after: str) -> Sequence[Json]:
        return [dict(one) for one in await client.http.logs_from(int(channel), 100, after=int(after))]

    return page


def pages_before(
    client: discord.Client, turnstile: Turnstile, gate: str
) -> Callable[[str, str], Awaitable[Sequence[Json]]]:
    """The same, from an id backwards, and no faster than one reads who has time."""

    async def page(channel: str, before: str) -> Sequence[Json]:
        await turnstile.turn(gate, _LEISURELY)
        return [dict(one) for one in await client.http.logs_from(int(channel), 100, before=int(before))]

    return page


async def _nobody(_interaction: discord.Interaction) -> None:
    """Nobody answers yet."""


def _unheard(_events: Iterable[Event]) -> None:
    """Nobody listens yet."""
