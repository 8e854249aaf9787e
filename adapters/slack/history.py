"""What was written in some channels, read from the API for whoever tries rules on it; nothing of it is kept."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from datetime import datetime, timedelta

from adapters.slack.catching_up import Reader, order
from adapters.slack.directory import Directory
from adapters.slack.ending import ended
from adapters.slack.filling import FAILURES, Filling
from adapters.slack.guard import Oddities
from adapters.slack.options import Options
from adapters.slack.payloads import Json, stamp, stamped
from adapters.slack.refusals import code
from adapters.slack.workspaces import Workspace, Workspaces
from bot.errors import Refused
from bot.events import MessagePosted
from bot.ids import ChannelId, MessageId, SpaceId, channel_id, native, space_of
from bot.ports import Clock, Turnstile, Vault
from bot.streams import merged

_WINDOW = timedelta(days=1)
"""Slack tells the youngest first, so that a channel is read a day at a time."""
_CLOSED = frozenset({"not_in_channel", "channel_not_found", "missing_scope", "access_denied", "no_permission"})


class Steady:
    """A turnstile for one process: the pace is kept, and nobody else is asked."""

    def __init__(self) -> None:
        self._free: dict[str, float] = {}

    async def turn(self, gate: str, every: timedelta) -> None:
        """Wait until nobody has gone through for so long; then go through."""
        loop = asyncio.get_running_loop()
        begin = max(loop.time(), self._free.get(gate, 0.0))
        self._free[gate] = begin + every.total_seconds()
        await asyncio.sleep(begin - loop.time())


class History:
    """One workspace's past, without being heard of there: `async with History(...) as history`."""

    def __init__(
        self,
        options: Options,
        space: SpaceId,
        clock: Clock,
        vault: Vault,
        beside: tuple[Workspaces, Turnstile] | None = None,
    ) -> None:
        """`beside` a bot that runs: the workspaces that it is in, which stay as they are, and its pace."""
        self.oddities = Oddities()
        self._space = space
        self._ours = beside is None
        self._workspaces, turnstile = beside or (Workspaces(options, Directory(), vault), Steady())
        self._filling = Filling(self.oddities, clock)
        self._reader = Reader(options, self._filling, turnstile, self.oddities)
        self._workspace: Workspace

    async def __aenter__(self) -> "History":
        """Come in and look at the workspace. Raises Complaints, Refused and Unavailable."""
        try:
            if self._ours:
                await self._workspaces.open()
            self._workspace = await self._found()
            await self._look()
        except BaseException:
            await self._close()
            raise
        return self

    async def _found(self) -> Workspace:
        found = await self._workspaces.find(self._space.partition(":")[2])
        if found is None:
            raise Refused(f"the bot is not in {self._space}")
        return found

    async def _look(self) -> None:
        """A bot that has just come may not know all channels yet."""
        if self._ours:
            await self._filling.fill(self._workspace)
            return
        try:
            await self._filling.places(self._workspace)
        except FAILURES as error:
            raise ended(error) from error

    async def __aexit__(self, *_exception: object) -> None:
        await self._filling.finish()
        await self._close()

    async def _close(self) -> None:
        if self._ours:
            await self._workspaces.close()

    @property
    def name(self) -> str:
        """What the workspace is called."""
        return self._workspace.team.name

    def channels(self) -> Mapping[str, ChannelId]:
        """The channels that the bot is in, by name."""
        found: dict[str, ChannelId] = {}
        for channel, place in self._workspace.team.places.items():
            if place.inside:
                name = place.name if place.name and place.name not in found else f"{place.name}-{channel}"
                found[name] = channel_id(self._space, channel)
        return dict(sorted(found.items()))

    async def read(
        self, channels: Sequence[ChannelId], since: datetime, until: datetime
    ) -> AsyncIterator[MessagePosted]:
        """What was written in them, in the order of time. Raises Refused for what may not be read, and Unavailable.

        Answers in a thread are read where the message that it hangs from was written within that time too.
        """
        streams = [self._stream(channel, since, until) for channel in channels if space_of(channel) == self._space]
        async for event in merged(streams, order):
            yield event

    async def back(self, since: datetime, until: datetime) -> AsyncGenerator[MessagePosted, None]:
        """What was written where every member may read it, the youngest first, in the channels that the bot is in.

        Answers in a thread come with the message that it hangs from. Raises Unavailable.
        """
        places = self._workspace.team.places
        here = [name for one in self.channels().values() if not places[name := native(one)].private]
        streams = [self._back(one, since, until) for one in here]
        async for event in merged(streams, order, backwards=True):
            yield event

    async def _back(self, channel: str, since: datetime, until: datetime) -> AsyncIterator[MessagePosted]:
        workspace, after = self._workspace, stamped(since - timedelta(microseconds=1))
        try:
            async for entry in self._reader.latest(workspace, channel, after, stamped(until)):
                found = [entry]
                if entry.get("latest_reply"):
                    replies = self._reader.replies(workspace, channel, stamp(entry, "ts"), after)
                    found += [one async for one in replies]
                for event in reversed(await self._reader.events(workspace, channel, found)):
                    if event.at < until:
                        yield event
        except FAILURES as error:
            if code(error) not in _CLOSED:
                raise ended(error) from error

    async def _stream(self, channel: ChannelId, since: datetime, until: datetime) -> AsyncIterator[MessagePosted]:
        try:
            later: dict[MessageId, MessagePosted] = {}
            begin = since
            while begin < until:
                end = min(begin + _WINDOW, until)
                later |= {event.message: event for event in await self._window(native(channel), begin, end)}
                for event in sorted((one for one in later.values() if one.at < end), key=order):
                    del later[event.message]
                    yield event
                begin = end
        except FAILURES as error:
            if code(error) in _CLOSED:
                raise Refused(f"{channel} may not be read") from error
            raise ended(error) from error

    async def _window(self, channel: str, begin: datetime, end: datetime) -> Sequence[MessagePosted]:
        """What was written within a day, and all the answers to it."""
        workspace, after = self._workspace, stamped(begin - timedelta(microseconds=1))
        found: list[Json] = []
        async for entry in self._reader.latest(workspace, channel, after, stamped(end)):
            found.append(entry)
            if entry.get("latest_reply"):
                replies = self._reader.replies(workspace, channel, stamp(entry, "ts"), after)
                found += [one async for one in replies]
        return await self._reader.events(workspace, channel, found)


async def workspaces(options: Options, vault: Vault) -> Mapping[SpaceId, str]:
    """The workspaces that the bot is in, with their names. Raises Complaints and Unavailable."""
    found = Workspaces(options, Directory(), vault)
    try:
        return {one.team.space: one.team.name for one in await found.open()}
    finally:
        await found.close()
