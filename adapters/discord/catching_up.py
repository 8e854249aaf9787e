"""What was written while nobody listened: read from the API, said as the gateway would have said it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog

from adapters.discord.directory import READABLE, THREADS, Guild
from adapters.discord.guard import Oddities
from adapters.discord.inbound import Inbound
from adapters.discord.lookups import FAILURES
from adapters.discord.payloads import Json, before, snowflake
from bot.events import Event, MessagePosted
from bot.ids import ChannelId, MessageId, SpaceId, native
from bot.ports import Clock, Guide

Pages = Callable[[str, str], Awaitable[Sequence[Json]]]
"""At most a hundred messages of a channel that come right after an id, in any order."""
PAGE = 100
_MOST_OF_A_CHANNEL = 1_000
_MOST_OF_A_SPACE = 10_000
_AT_ONCE = 100
_log = structlog.get_logger("adapters.discord")


@dataclass(frozen=True, slots=True)
class Gap:
    """A channel of which something is missing."""

    channel: str
    after: str
    """The latest message that was heard of, or the moment from which on anything counts."""


class Reader:
    """Reads messages of one server, oldest first; those that cannot be understood are counted."""

    def __init__(self, inbound: Inbound, pages: Pages, oddities: Oddities) -> None:
        self._inbound = inbound
        self._pages = pages
        self._oddities = oddities

    async def read(self, guild: str, gap: Gap) -> AsyncIterator[MessagePosted]:
        """One page at a time, to the end. Raises what prevents an answer."""
        after = gap.after
        while True:
            page = sorted(await self._pages(gap.channel, after), key=_number)
            for data in page:
                if event := self._event(guild, data):
                    yield event
            if len(page) < PAGE:
                return
            after = str(_number(page[-1]))

    def _event(self, guild: str, data: Json) -> MessagePosted | None:
        try:
            return self._inbound.message(guild, data)
        except Exception as error:  # noqa: BLE001 - counted; the next message is another one
            self._oddities.note("GET messages", error)
            return None


def _number(data: Json) -> int:
    return int(snowflake(data, "id"))


class CatchingUp:
    """Compares what was heard of last with what there is, and reads what lies between, one request at a time."""

    def __init__(self, reader: Reader, inbound: Inbound, guide: Guide, span: timedelta, clock: Clock) -> None:
        """Nothing older than `span` is read, and nothing at all where it is zero."""
        self._reader = reader
        self._inbound = inbound
        self._guide = guide
        self._span = span
        self._clock = clock
        self._noticed: list[tuple[Guild, Sequence[Gap]]] = []
        self._waiting: asyncio.Queue[tuple[Guild, Sequence[Gap]]] = asyncio.Queue()

    async def notice(self, space: SpaceId, *, lost: bool = False) -> None:
        """Find the gaps of a space before anything later is heard there. Raises StorageError."""
        guild = self._inbound.directory.guilds.get(space.partition(":")[2])
        if guild is None or not self._span:
            return
        earliest = before(self._clock.now() - self._span)
        if found := gaps(guild, await self._guide.newest(space), int(earliest), lost=lost):
            self._noticed.append((guild, found))

    def follow(self) -> None:
        """From now on what was noticed may be read: a space that is new to the bot has its place there now."""
        for one in self._noticed:
            self._waiting.put_nowait(one)
        self._noticed.clear()

    async def run(self, hand_over: Callable[[Sequence[Event]], Awaitable[None]]) -> None:
        """Read what is missing until cancelled."""
        while True:
            guild, found = await self._waiting.get()
            events = sorted(await self._read(guild.native, found), key=order)
            _log.info("caught up", space=guild.space, channels=len(found), number=len(events))
            for start in range(0, len(events), _AT_ONCE):
                await hand_over(events[start : start + _AT_ONCE])

    async def _read(self, guild: str, found: Sequence[Gap]) -> list[MessagePosted]:
        events: list[MessagePosted] = []
        for gap in found:
            begun = len(events)
            try:
                async for event in self._reader.read(guild, gap):
                    events.append(event)
                    if len(events) - begun >= _MOST_OF_A_CHANNEL:
                        _log.warning("the rest of a channel is left unread", channel=gap.channel)
                        break
            except FAILURES as error:
                _log.warning("a channel cannot be read", channel=gap.channel, error=type(error).__name__)
            if len(events) >= _MOST_OF_A_SPACE:
                _log.warning("the rest of a space is left unread", guild=guild)
                break
        return events


def order(event: MessagePosted) -> int:
    """Discord numbers messages in the order of time, also within a millisecond."""
    return int(native(event.message))


def gaps(guild: Guild, newest: Mapping[ChannelId, MessageId], earliest: int, *, lost: bool) -> tuple[Gap, ...]:
    """Where something is missing; what is younger than all that was ever heard of is missing from its first word on.

    Channels that nobody ever heard of are left alone: a bot that is new does not read what was written before it came.
    """
    heard = {native(channel): int(native(message)) for channel, message in newest.items()}
    youngest = max(heard.values(), default=None)
    if youngest is None:
        return ()
    found = []
    for channel, place in guild.places.items():
        if place.kind not in READABLE | THREADS:
            continue
        after = heard.get(channel)
        if after is None and int(channel) > youngest:
            after = int(channel) - 1
        if after is not None and (lost or int(place.last or 0) > max(after, earliest)):
            found.append(Gap(channel, str(max(after, earliest))))
    return tuple(found)
