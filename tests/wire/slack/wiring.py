"""A `Listening` on the loopback Slack, and a road that remembers what was handed over."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from adapters.slack.connection import Requests
from adapters.slack.guard import Oddities
from adapters.slack.listening import Listening
from adapters.slack.options import Http, Options, Socket
from bot.errors import StorageUnavailable
from bot.events import Event
from bot.ids import ChannelId, MessageId, SpaceId
from bot.sightings import Day, Sighting
from bot.views import Locale
from tests.wire.slack.server import Channel, LoopbackSlack, Message, Team

Kind = TypeVar("Kind", bound=Event)


class Clock:
    """The machine's own."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class Turnstile:
    """Remembers who went through, and lets everybody through at once."""

    turns: list[tuple[str, timedelta]] = field(default_factory=list)

    async def turn(self, gate: str, every: timedelta) -> None:
        self.turns.append((gate, every))


@dataclass
class Safe:
    """A vault in memory."""

    kept: dict[str, str] = field(default_factory=dict)
    until: dict[str, datetime | None] = field(default_factory=dict)

    async def keep(self, name: str, secret: str, until: datetime | None = None) -> None:
        self.kept[name], self.until[name] = secret, until

    async def open(self, name: str) -> str | None:
        end = self.until.get(name)
        return None if end is not None and end < datetime.now(UTC) else self.kept.get(name)

    async def take(self, name: str) -> str | None:
        found = await self.open(name)
        self.kept.pop(name, None)
        return found

    async def drop(self, name: str) -> None:
        self.kept.pop(name, None)

    async def names(self, beginning: str) -> Sequence[str]:
        return sorted(name for name in self.kept if name.startswith(beginning))


@dataclass
class Road:
    """Takes what is handed over, and knows what it heard of last in each channel."""

    events: list[Event] = field(default_factory=list)
    times: dict[str, int] = field(default_factory=dict)
    batches: list[int] = field(default_factory=list)
    heard: dict[SpaceId, dict[ChannelId, MessageId]] = field(default_factory=dict)
    asked: list[SpaceId] = field(default_factory=list)
    marks: dict[SpaceId, dict[ChannelId, str]] = field(default_factory=dict)
    failures: list[Exception] = field(default_factory=list)
    """What the next calls end with."""
    away: bool = False
    """The database cannot be reached."""

    async def receive(self, events: Sequence[Event]) -> None:
        await asyncio.sleep(0)
        if self.away:
            raise StorageUnavailable("away")
        if self.failures:
            raise self.failures.pop(0)
        self.batches.append(len(events))
        for event in events:
            key = f"{event.space} {event.id}"
            self.times[key] = self.times.get(key, 0) + 1
            if self.times[key] == 1:
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
    """One run under way."""

    slack: LoopbackSlack
    listening: Listening
    road: Road
    oddities: Oddities
    safe: Safe
    turnstile: Turnstile
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

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listening.port}/slack"


def options(slack: LoopbackSlack, *, over_http: bool = False, **over: object) -> Options:
    way = Http(slack.app.signing_secret, port=0) if over_http else Socket(slack.app_token)
    places = {"api_url": slack.api_url, "files_url": slack.base_url}
    given: dict[str, object] = {"way": way, "bot_token": slack.token, **places, **over}
    return Options(**given)  # type: ignore[arg-type]


async def connection(listening: Listening, road: Road, requests: Requests | None) -> None:
    """What the adapter does, without what answers people."""
    try:
        await listening.open()
        await listening.run(road.receive, requests)
    finally:
        await listening.close()


@asynccontextmanager
async def wired(
    slack: LoopbackSlack,
    road: Road | None = None,
    *,
    over_http: bool = False,
    requests: Requests | None = None,
    safe: Safe | None = None,
    waits: bool = True,
    **over: object,
) -> AsyncIterator[Wired]:
    """Connected, until the end of the block; it `waits` until every workspace was entered."""
    road, oddities, safe, turnstile = road or Road(), Oddities(), safe or Safe(), Turnstile()
    given = options(slack, over_http=over_http, **over)
    listening = Listening(given, road, turnstile, safe, Clock(), oddities)
    if listening.socket is not None:
        listening.socket.pauses = (0.0, 0.0, 0.02, 0.05)
    running = asyncio.ensure_future(connection(listening, road, requests))
    there = Wired(slack, listening, road, oddities, safe, turnstile, running)
    try:
        if over_http and waits:
            await there.until(lambda: listening.port)
            slack.point(there.url)
        elif waits:
            await slack.connected()
        if waits and given.bot_token:
            await there.until(lambda: any(event.kind == "space_joined" for event in road.events))
            slack.changes.events.silent = False
        yield there
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def space(slack: LoopbackSlack, team: Team | None = None) -> SpaceId:
    return SpaceId(f"slack:{(team or slack.team).id}")


def knowing(slack: LoopbackSlack, *pairs: tuple[Channel, Message]) -> Road:
    """A road that knows these messages as the latest ones of their channels."""
    here = space(slack)
    known = {
        ChannelId(f"{here}/{channel.id}"): MessageId(f"{here}/{channel.id}/{message.ts}") for channel, message in pairs
    }
    return Road(heard={here: known})
