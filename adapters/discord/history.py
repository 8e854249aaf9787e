"""What was written in some channels, read from the API for whoever tries rules on it; nothing of it is kept."""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from datetime import datetime

import discord

from adapters.discord.catching_up import Gap, Reader, order
from adapters.discord.directory import ADMINISTRATOR, READABLE, Guild
from adapters.discord.ending import ended
from adapters.discord.guard import Oddities
from adapters.discord.inbound import Inbound
from adapters.discord.options import Options
from adapters.discord.payloads import Json, before, records, said, snowflake, snowflakes
from adapters.discord.session import Session, pages, pages_before
from adapters.discord.surroundings import FAILURES
from bot.errors import Refused
from bot.events import MessagePosted
from bot.ids import ChannelId, SpaceId, channel_id, native, space_id, space_of
from bot.ports import Clock, Turnstile
from bot.streams import merged

_READ = 1 << 10 | 1 << 16
"""To see a channel, and what was written in it."""


class History:
    """One server's past, without the gateway: `async with History(...) as history`."""

    def __init__(self, options: Options, space: SpaceId, clock: Clock, session: Session | None = None) -> None:
        """`session` is one that is open already, and stays so."""
        self.oddities = Oddities()
        self._inbound = Inbound()
        self._ours = session is None
        self._session = session or Session(options, self._inbound, self.oddities, clock)
        self._reader = Reader(self._inbound, pages(self._session.client), self.oddities)
        self._space = space
        self._guild = space.partition(":")[2]
        self._readable: list[str] = []

    async def __aenter__(self) -> "History":
        """Log in and look at the server. Raises Complaints, Refused and Unavailable."""
        try:
            if self._ours:
                await self._session.open()
            await self._look()
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(self, *_exception: object) -> None:
        await self._close()

    async def _close(self) -> None:
        if self._ours:
            await self._session.close()

    async def _look(self) -> None:
        client, number, here = self._session.client, int(self._guild), self._inbound.directory
        here.me = str(client.user.id) if client.user else ""
        try:
            described: Json = dict(await client.http.get_guild(number))
            me: Json = dict(await client.http.get_member(number, int(here.me)))
            channels = records({"channels": await client.http.get_all_guild_channels(number)}, "channels")
            threads: Json = dict(await client.http.get_active_threads(number))
        except (discord.Forbidden, discord.NotFound) as error:
            raise Refused(f"the bot is not in {self._space}") from error
        except FAILURES as error:
            raise ended(error) from error
        guild = here.describe(described)
        here.set_places(guild, channels)
        here.set_places(guild, records(threads, "threads"))
        worn = snowflakes(me, "roles")
        self._readable = [snowflake(one, "id") for one in channels if may_read(guild, one, here.me, worn)]
        self._open = {snowflake(one, "id") for one in channels if may_read(guild, one, "", ())}

    @property
    def name(self) -> str:
        """What the server is called."""
        return self._inbound.directory.guild(self._guild).name

    def channels(self) -> Mapping[str, ChannelId]:
        """The channels in which people write and the bot may read, by name."""
        places, found = self._inbound.directory.guild(self._guild).places, dict[str, ChannelId]()
        for native_id in self._readable:
            name = places[native_id].name
            found[name if name not in found else f"{name}-{native_id}"] = channel_id(self._space, native_id)
        return dict(sorted(found.items()))

    async def read(
        self, channels: Sequence[ChannelId], since: datetime, until: datetime
    ) -> AsyncIterator[MessagePosted]:
        """What was written in them, in the order of time. Raises Refused for what may not be read, and Unavailable."""
        streams = [self._stream(channel, since, until) for channel in channels if space_of(channel) == self._space]
        async for event in merged(streams, order):
            yield event

    async def back(self, since: datetime, until: datetime, turnstile: Turnstile) -> AsyncGenerator[MessagePosted, None]:
        """What was written where every member may read it, the youngest first, as far as the bot may read it too.

        Raises Refused where nobody may read what people write, and Unavailable.
        """
        if "message_content" in self._session.missing:
            raise Refused("what people write is not granted")
        before_ = pages_before(self._session.client, turnstile, f"discord-history:{self._guild}")
        reader = Reader(self._inbound, before_, self.oddities, backwards=True)
        places = [one for one in self.channels().values() if native(one) in self._open]
        streams = [self._back(reader, one, since, until) for one in places]
        async for event in merged(streams, order, backwards=True):
            yield event

    async def _back(
        self, reader: Reader, channel: ChannelId, since: datetime, until: datetime
    ) -> AsyncIterator[MessagePosted]:
        try:
            async for event in reader.read(self._guild, Gap(native(channel), str(int(before(until)) + 1))):
                if event.at < since:
                    return
                yield event
        except (discord.Forbidden, discord.NotFound):
            return
        except FAILURES as error:
            raise ended(error) from error

    async def _stream(self, channel: ChannelId, since: datetime, until: datetime) -> AsyncIterator[MessagePosted]:
        try:
            async for event in self._reader.read(self._guild, Gap(native(channel), before(since))):
                if event.at >= until:
                    return
                yield event
        except (discord.Forbidden, discord.NotFound) as error:
            raise Refused(f"{channel} may not be read") from error
        except FAILURES as error:
            raise ended(error) from error


async def servers(options: Options, clock: Clock) -> Mapping[SpaceId, str]:
    """The servers that the bot is in, with their names. Raises Complaints and Unavailable."""
    session = Session(options, Inbound(), Oddities(), clock)
    try:
        await session.open()
        found = session.client.fetch_guilds(limit=None, with_counts=False)
        return {space_id("discord", str(one.id)): one.name async for one in found}
    except FAILURES as error:
        raise ended(error) from error
    finally:
        await session.close()


def may_read(guild: Guild, channel: Json, me: str, worn: tuple[str, ...]) -> bool:
    """Whether people write in a channel and somebody may read what they wrote (Permissions › Permission Overwrites)."""
    if channel.get("type") not in READABLE:
        return False
    held = guild.held(worn)
    if held & ADMINISTRATOR or guild.owner == me:
        return True
    over = {snowflake(one, "id"): one for one in records(channel, "permission_overwrites")}
    for group in ((guild.native,), worn, (me,)):
        found = [over[one] for one in group if one in over]
        for one in found:
            held &= ~int(said(one, "deny") or 0)
        for one in found:
            held |= int(said(one, "allow") or 0)
    return held & _READ == _READ
