"""The last weeks of a live server, read gently and kept nowhere, for whoever tries policies on them."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from adapters.discord.history import History, servers
from bot import documents
from bot.app.bygone import Asked
from bot.app.clock import SystemClock
from bot.app.platforms import discord_options
from bot.config import Config
from bot.errors import Complaint, Complaints
from bot.events import Event
from bot.ids import SpaceId, platform_of, space_id
from bot.ports import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookback:
    """What to read."""

    days: int = 30
    channels: tuple[str, ...] = ()
    """By name; none named: all that the bot can read."""
    community: str | None = None
    server: str | None = None


@asynccontextmanager
async def discord(config: Config, wanted: Lookback) -> AsyncIterator[Asked]:
    """A server's past. Raises Complaints, Refused and Unavailable, also while it is read."""
    if config.secrets.discord_token is None:
        hint = "set it to your bot's token: palabre init discord says how to get one"
        raise Complaints([Complaint("PALABRE_DISCORD_TOKEN", "Discord cannot be asked without a token", hint)])
    clock = SystemClock()
    space, until = await _server(config, wanted, clock), clock.now()
    since = until - timedelta(days=wanted.days)
    async with History(discord_options(config), space, clock) as history:
        known = history.channels()
        chosen = [known[name] for name in _chosen(wanted.channels, list(known))]
        named = {channel: name for name, channel in known.items()}

        def events() -> AsyncIterator[Event]:
            return history.read(chosen, since, until)

        yield Asked(space, history.name, named, events, oddities=history.oddities.counts)


async def _server(config: Config, wanted: Lookback, clock: Clock) -> SpaceId:
    """The one that was named, or the only one that can be meant."""
    if wanted.server is not None:
        return space_id("discord", wanted.server.removeprefix("discord:"))
    known = config.settings.communities
    asked = known.get(wanted.community) if wanted.community else None
    among = [asked] if asked else list(known.values())
    spaces = {space: space for one in among for space in one.spaces if platform_of(space) == "discord"}
    names: Mapping[SpaceId, str] = spaces or await servers(discord_options(config), clock)
    if len(names) == 1:
        return next(iter(names))
    if not names:
        hint = "palabre init discord prints the address at which it can be invited"
        raise Complaints([Complaint("--discord", "the bot is in no server yet", hint)])
    listed = ", ".join(f"{space.partition(':')[2]} ({name})" for space, name in names.items())
    raise Complaints([Complaint("--space", "it is not clear which server is meant", f"name one of {listed}")])


def _chosen(wanted: Sequence[str], known: Sequence[str]) -> Sequence[str]:
    names = [name.removeprefix("#") for name in wanted]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise Complaints(
            Complaint("--channel", f'there is no channel "{name}" that can be read', documents.nearest(name, known))
            for name in unknown
        )
    return names or known
