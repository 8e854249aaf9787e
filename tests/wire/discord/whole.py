"""The whole bot on the loopback server: real discord.py, the shipped packs, a database, everything but the shell."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.app import databases, platforms
from bot.app.assembly import awaiting
from bot.app.clock import LapsingClock
from bot.app.guide import StoredGuide
from bot.app.live import Bot
from bot.app.options import NoVault
from bot.app.turnstile import StoredTurnstile
from bot.config import load
from bot.pipeline.moments import LiveMoments
from bot.storage.store import Store
from tests.wire.discord.server import LoopbackDiscord
from tests.wire.discord.server.world import Channel, Guild, Member, Message
from tests.wire.discord.wiring import only_what_is_documented

SCAM = "Free nitro for everyone, claim it here: https://free-nitro.example/claim"


@dataclass
class Place:
    """A server with a channel, the team's own, an owner, a moderator and a member."""

    server: LoopbackDiscord
    guild: Guild
    general: Channel
    team: Channel
    odile: Member
    kwame: Member
    basile: Member

    @classmethod
    def on(cls, server: LoopbackDiscord) -> "Place":
        guild = server.add_guild("The palaver tree")
        team = server.add_channel(guild, "team")
        moderator = server.add_role(guild, "moderator", 1 << 40 | 1 << 13 | 1 << 1 | 1 << 2, position=1)
        kwame, basile = server.add_member(guild, "Kwame", moderator), server.add_member(guild, "Basile")
        general = server.channel(guild, "general")
        return cls(server, guild, general, team, server.owner(guild), kwame, basile)

    def settings(self) -> str:
        """What stands in config.toml."""
        space, moderator = f"discord:{self.guild.id}", self.kwame.roles[0]
        return (
            f'[discord]\napi_url = "{self.server.api_url}"\ngateway_url = "{self.server.gateway_url}"\n'
            f'[communities.tree]\nspaces = ["{space}"]\nobservation_days = 0\n'
            f'managers_channel = {{ "{space}" = "{self.team.id}" }}\n'
            f'[communities.tree.levels]\n"{space}/{moderator}" = "moderator"\n'
        )

    def cards(self) -> list[Message]:
        """What the team has read so far."""
        return self.server.by_bot(self.team)

    def titles(self) -> list[str]:
        return [str(embed.get("title", "")) for one in self.cards() for embed in one.embeds]

    async def card(self, title: str) -> Message:
        """The team's card with this title, once it is there."""
        await self.server.wait_for(lambda: title in self.titles(), 10.0)
        return next(one for one in self.cards() if any(embed.get("title") == title for embed in one.embeds))

    async def gone(self, message: Message) -> None:
        await self.server.wait_for(
            lambda: message.id not in self.server.world.channels[message.channel_id].messages, 10.0
        )


@asynccontextmanager
async def running(
    place: Place, home: Path, *, grace: float = 5.0, later: timedelta = timedelta()
) -> AsyncIterator[Bot]:
    """A process of the bot, from its start to its end; `later` than the server takes it to be."""
    path = home / "config.toml"
    path.write_text(place.settings())
    config = load(path, {"PALABRE_DISCORD_TOKEN": place.server.token})
    await databases.upgrade(config)
    store, clock = await Store.open(config.database.get_secret_value()), LapsingClock(later)
    guide = StoredGuide(store, {})
    adapters = platforms.adapters(config, guide, StoredTurnstile(store, clock), NoVault(), clock)
    bot = Bot(config, store, awaiting(config, LiveMoments(clock)), adapters, clock)
    guide.homes = bot.homes
    before = len(place.server.gateway.identifies)
    task = asyncio.create_task(bot.run(grace_seconds=grace))
    try:
        await place.server.wait_for(lambda: len(place.server.gateway.identifies) > before, 10.0)
        await place.server.connected()
        yield bot
    finally:
        bot.end()
        await task
        await store.close()
    only_what_is_documented(place.server)
