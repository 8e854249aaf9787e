"""What was written while nobody listened: read from the API, said as the gateway would have said it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import discord
import structlog

from adapters.discord.directory import READABLE, THREADS, Guild
from adapters.discord.guard import Oddities
from adapters.discord.inbound import Inbound
from adapters.discord.payloads import Json, before, snowflake
from adapters.discord.surroundings import FAILURES
from bot.errors import StorageError
from bot.events import Event, MessagePosted
from bot.ids import ChannelId, MessageId, SpaceId, channel_id, native
from bot.ports import Clock, Guide

Pages = Callable[[str, str], Awaitable[Sequence[Json]]]
"""At most a hundred messages of a channel that come right after an id, or right before it, in any order."""
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

    def __init__(self, inbound: Inbound, pages: Pages, oddities: Oddities, *, backwards: bool = False) -> None:
        """`backwards`: these pages come before an id, so that the youngest is first."""
        self._inbound = inbound
        self._pages = pages
        self._oddities = oddities
        self._backwards = backwards

    async def read(self, guild: str, gap: Gap) -> AsyncIterator[MessagePosted]:
        """One page at a time, to the end. Raises what prevents an answer."""
        after = gap.after
        while True:
            page = sorted(await self._pages(gap.channel, after), key=_number, reverse=self._backwards)
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
        self._unread: Counter[str] = Counter()
        """How many readings of a channel are still to come: its mark goes with the last one."""
        self._marking = asyncio.Lock()

    async def notice(self, space: SpaceId, *, lost: bool = False) -> None:
        """Find the gaps of a space before anything later is heard there. Raises StorageError."""
        guild = self._inbound.directory.guilds.get(space.partition(":")[2])
        if guild is None or not self._span:
            return
        now = self._clock.now()
        async with self._marking:
            newest, marked = await self._guide.newest(space), await self._guide.gaps(space)
            if found := gaps(guild, newest, marked, int(before(now - self._span)), lost=lost):
                await self._guide.note_gaps(space, {channel_id(space, one.channel): one.after for one in found}, now)
                self._unread.update(one.channel for one in found)
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
            read, done = await self._read(guild.native, found)
            events = sorted(read, key=order)
            _log.info("caught up", space=guild.space, channels=len(found), number=len(events))
            for start in range(0, len(events), _AT_ONCE):
                await hand_over(events[start : start + _AT_ONCE])
            self._unread.subtract(one.channel for one in found)
            await self._close(guild.space, done)

    async def _read(self, guild: str, found: Sequence[Gap]) -> tuple[list[MessagePosted], list[str]]:
        """What is missing, and the channels of which nothing more can be read."""
        events: list[MessagePosted] = []
        done: list[str] = []
        for gap in found:
            begun = len(events)
            try:
                async for event in self._reader.read(guild, gap):
                    events.append(event)
                    if len(events) - begun >= _MOST_OF_A_CHANNEL:
                        _log.warning("the rest of a channel is left unread", channel=gap.channel)
                        break
                done.append(gap.channel)
            except FAILURES as error:
                _log.warning("a channel cannot be read", channel=gap.channel, error=type(error).__name__)
                if isinstance(error, discord.Forbidden | discord.NotFound):
                    done.append(gap.channel)
            if len(events) >= _MOST_OF_A_SPACE:
                _log.warning("the rest of a space is left unread", guild=guild)
                break
        return events, done

    async def _close(self, space: SpaceId, channels: Sequence[str]) -> None:
        """A mark that stays by mistake has its channel read once more, which does nothing."""
        try:
            async with self._marking:
                read = [channel_id(space, one) for one in channels if self._unread[one] <= 0]
                await self._guide.close_gaps(space, read)
        except StorageError as error:
            _log.warning("what was read stays marked", space=space, error=str(error))


def order(event: MessagePosted) -> tuple[int]:
    """Discord numbers messages in the order of time, also within a millisecond."""
    return (int(native(event.message)),)


def gaps(
    guild: Guild,
    newest: Mapping[ChannelId, MessageId],
    marked: Mapping[ChannelId, str],
    earliest: int,
    *,
    lost: bool,
) -> tuple[Gap, ...]:
    """Where something is missing; what is younger than all that was ever heard of is missing from its first word on.

    What is `marked` is missing from there on, whatever was heard of since.
    Channels that nobody ever heard of are left alone: a bot that is new does not read what was written before it came.
    """
    heard = {native(channel): int(native(message)) for channel, message in newest.items()}
    youngest = max(heard.values(), default=None)
    if youngest is None:
        return ()
    heard |= {native(channel): int(after) for channel, after in marked.items()}
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
