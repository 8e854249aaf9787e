"""The last weeks of a live server, read gently and kept nowhere, for whoever tries policies on them."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from adapters.discord import history as discord_history
from adapters.slack import history as slack_history
from bot import documents
from bot.app import options
from bot.app.bygone import Asked
from bot.app.clock import SystemClock
from bot.app.platforms import opened_vault
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
    clock, how = SystemClock(), options.discord(config)
    space = _named(config, wanted, "discord") or _only(await discord_history.servers(how, clock), "discord")
    async with discord_history.History(how, space, clock) as history:
        yield _asked(history, space, wanted, clock)


@asynccontextmanager
async def slack(config: Config, wanted: Lookback) -> AsyncIterator[Asked]:
    """A workspace's past. Raises Complaints, Refused and Unavailable, also while it is read."""
    clock, how = SystemClock(), options.slack(config)
    async with opened_vault(config, clock) as kept:
        space = _named(config, wanted, "slack") or _only(await slack_history.workspaces(how, kept), "slack")
        async with slack_history.History(how, space, clock, kept) as history:
            yield _asked(history, space, wanted, clock)


def _asked(
    history: discord_history.History | slack_history.History, space: SpaceId, wanted: Lookback, clock: Clock
) -> Asked:
    until = clock.now()
    since = until - timedelta(days=wanted.days)
    known = history.channels()
    chosen = [known[name] for name in _chosen(wanted.channels, list(known))]
    named = {channel: name for name, channel in known.items()}

    def events() -> AsyncIterator[Event]:
        return history.read(chosen, since, until)

    return Asked(space, history.name, named, events, oddities=history.oddities.counts)


def _named(config: Config, wanted: Lookback, platform: str) -> SpaceId | None:
    """The space that was named, or the only one that the settings can mean."""
    if wanted.server is not None:
        return space_id(platform, wanted.server.removeprefix(f"{platform}:"))
    known = config.settings.communities
    asked = known.get(wanted.community) if wanted.community else None
    among = [asked] if asked else list(known.values())
    spaces = {space: space for one in among for space in one.spaces if platform_of(space) == platform}
    return _only(spaces, platform) if spaces else None


def _only(names: Mapping[SpaceId, str], platform: str) -> SpaceId:
    """The only one there is. Raises Complaints."""
    if len(names) == 1:
        return next(iter(names))
    if not names:
        hint = f"palabre init {platform} says how it can be invited"
        raise Complaints([Complaint(f"--{platform}", "the bot is nowhere there yet", hint)])
    listed = ", ".join(f"{space.partition(':')[2]} ({name})" for space, name in names.items())
    raise Complaints([Complaint("--space", "it is not clear which one is meant", f"name one of {listed}")])


def _chosen(wanted: Sequence[str], known: Sequence[str]) -> Sequence[str]:
    names = [name.removeprefix("#") for name in wanted]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise Complaints(
            Complaint("--channel", f'there is no channel "{name}" that can be read', documents.nearest(name, known))
            for name in unknown
        )
    return names or known
