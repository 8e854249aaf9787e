"""A `Listening` on the loopback Discord, and a road that remembers what was handed over."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from adapters.discord.guard import Oddities
from adapters.discord.listening import Listening
from adapters.discord.options import Options, Shards
from bot.errors import PalabreError
from bot.events import Event
from bot.ids import ChannelId, MessageId, SpaceId
from bot.sightings import Day, Sighting
from bot.views import Locale
from tests.wire.discord.conformance import USED
from tests.wire.discord.server import LoopbackDiscord

Kind = TypeVar("Kind", bound=Event)


class Clock:
    """The machine's own."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class Turnstile:
    """Several processes' worth of patience, as the database would keep it; it turns as fast as a test says."""

    every: float = 0.0
    turns: list[str] = field(default_factory=list)
    _gates: dict[str, asyncio.Lock] = field(default_factory=dict)

    async def turn(self, gate: str, every: timedelta) -> None:
        assert every >= timedelta(seconds=5 if gate.startswith("discord-identify") else 1)
        async with self._gates.setdefault(gate, asyncio.Lock()):
            self.turns.append(gate)
            await asyncio.sleep(self.every)


@dataclass
class Road:
    """Takes what is handed over, and knows what it heard of last in each channel."""

    events: list[Event] = field(default_factory=list)
    heard: dict[SpaceId, dict[ChannelId, MessageId]] = field(default_factory=dict)
    asked: list[SpaceId] = field(default_factory=list)
    marks: dict[SpaceId, dict[ChannelId, str]] = field(default_factory=dict)

    async def receive(self, events: Sequence[Event]) -> None:
        await asyncio.sleep(0)
        known = {event.id for event in self.events}
        for event in events:
            if event.id not in known:
                self.events.append(event)
            if event.kind == "message_posted":
                self.heard.setdefault(event.space, {})[event.channel] = event.message

    async def newest(self, space: SpaceId) -> Mapping[ChannelId, MessageId]:
        self.asked.append(space)
        return dict(self.heard.get(space, {}))

    async def gaps(self, space: SpaceId) -> Mapping[ChannelId, str]:
        return dict(self.marks.get(space, {}))

    async def note_gaps(self, space: SpaceId, after: Mapping[ChannelId, str], now: datetime) -> None:
        self.marks[space] = {**after, **self.marks.get(space, {})}

    async def close_gaps(self, space: SpaceId, channels: Collection[ChannelId]) -> None:
        self.marks[space] = {one: after for one, after in self.marks.get(space, {}).items() if one not in channels}

    async def suggest(self, space: SpaceId, kind: str, begun: str, locale: Locale) -> Sequence[tuple[str, str]]:
        return []

    async def sightings(self, space: SpaceId, most: int) -> Sequence[Sighting]:
        return []

    async def days(self, space: SpaceId, since: date, until: date) -> Sequence[Day]:
        return []

    def of(self, kind: type[Kind]) -> list[Kind]:
        return [event for event in self.events if isinstance(event, kind)]

    def texts(self) -> list[str]:
        return [event.text for event in self.events if event.kind == "message_posted"]


@dataclass
class Wired:
    """One connection under way."""

    discord: LoopbackDiscord
    listening: Listening
    road: Road
    oddities: Oddities
    running: asyncio.Task[None]

    async def until(self, holds: Callable[[], object], seconds: float = 20.0) -> None:
        async with asyncio.timeout(seconds):
            while not holds():
                assert not self.running.done(), self.running.exception()
                await asyncio.sleep(0.002)

    async def settled(self, seconds: float = 0.05) -> None:
        """Long enough for what should not come to have come."""
        await asyncio.sleep(seconds)

    async def ended(self, seconds: float = 20.0) -> BaseException:
        done, _ = await asyncio.wait({self.running}, timeout=seconds)
        assert done, "it goes on"
        error = self.running.exception()
        assert error is not None
        return error


def options(discord: LoopbackDiscord, **over: object) -> Options:
    places = {"api_url": discord.api_url, "file_urls": (discord.hub.base_url,)}
    given: dict[str, object] = {"token": discord.token, **places, **over}
    return Options(**given)  # type: ignore[arg-type]


def shards(count: int, *ids: int) -> Shards:
    return Shards(count, ids)


async def connection(listening: Listening, road: Road, turnstile: Turnstile) -> None:
    """What the adapter does, without what answers people."""
    try:
        await listening.session.open()
        await listening.run(road.receive, turnstile)
    finally:
        await listening.session.close()


@asynccontextmanager
async def wired(
    discord: LoopbackDiscord,
    road: Road | None = None,
    turnstile: Turnstile | None = None,
    *,
    waits: bool = True,
    silence: float = 60.0,
    **over: object,
) -> AsyncIterator[Wired]:
    """Connected, until the end of the block; it `waits` until every server is there."""
    road, oddities = road or Road(), Oddities()
    listening = Listening(options(discord, **over), road, Clock(), oddities, silence=silence)
    running = asyncio.ensure_future(connection(listening, road, turnstile or Turnstile()))
    there = Wired(discord, listening, road, oddities, running)
    try:
        if waits:
            guilds = {f"discord:{one.id}" for one in discord.world.guilds.values() if not one.unavailable}
            await there.until(lambda: guilds <= {event.space for event in there.road.events})
        yield there
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    only_what_is_documented(discord)


def only_what_is_documented(discord: LoopbackDiscord) -> None:
    """The bot asked for nothing that docs/discord.md does not name."""
    asked = {f"{one.method} {one.route}" for one in discord.requests}
    assert asked <= USED, f"not in docs/discord.md: {sorted(asked - USED)}"


async def error_of(discord: LoopbackDiscord, token: str | None = None) -> PalabreError:
    """Why a connection ends by itself."""
    async with wired(discord, waits=False, token=token or discord.token) as there:
        error = await there.ended(10)
        assert isinstance(error, PalabreError), repr(error)
        return error
