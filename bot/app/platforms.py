"""The platforms that this process is on: an adapter for each key in the environment."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager

from adapters.discord import adapter as discord
from adapters.slack import adapter as slack
from bot.app import inviting, options, shell
from bot.app.assembly import ALWAYS, Assembly, open_book
from bot.app.clock import SystemClock
from bot.app.vault import StoredVault
from bot.catalogue.declared import CATALOGUE
from bot.config import Config
from bot.errors import Complaint, Complaints
from bot.ids import CommunityId, SpaceId, platform_of
from bot.ports import Adapter, Clock, Guide, Remark, Turnstile, Vault
from bot.storage.store import Store

_SHIFT = 22
"""Discord spreads servers over connections by what their ids say above these bits (Gateway › Sharding › Formula)."""


def adapters(config: Config, guide: Guide, turnstile: Turnstile, vault: Vault, clock: Clock) -> list[Adapter]:
    """One for each platform. Raises Complaints where there is none, or half of what one takes."""
    found: list[Adapter] = []
    if config.secrets.discord_token is not None:
        found.append(discord.DiscordAdapter(options.discord(config), CATALOGUE, guide, turnstile, clock))
    if config.secrets.open_slack:
        found.append(slack.SlackAdapter(options.slack(config), CATALOGUE, guide, turnstile, vault, clock))
    if not found:
        hint = "set PALABRE_DISCORD_TOKEN or PALABRE_SLACK_BOT_TOKEN: palabre init discord and init slack say how"
        raise Complaints([Complaint("the environment", "there is no platform to go to", hint)])
    return found


def vault(config: Config, store: Store, clock: Clock) -> Vault:
    """Where tokens are kept; where none are handed out while the bot runs, nothing can be put there.

    Raises Complaints where they are, and there is no key.
    """
    key = config.secrets.vault_key
    return StoredVault(store, key, clock) if key or options.installing(config) else options.NoVault()


@asynccontextmanager
async def opened_vault(config: Config, clock: Clock) -> AsyncIterator[Vault]:
    """The same beside a bot that may run; nothing is in it where there is no database yet."""
    file = shell.database_file(config)
    if not options.installing(config) or (file is not None and not file.is_file()):
        yield options.NoVault()
        return
    async with shell.opened(config) as store:
        yield vault(config, store, clock)


async def examined(config: Config, platform: str) -> Sequence[Remark]:
    """What a platform lets the bot do, before it runs.

    Raises Unavailable, and Complaints where a pack is unsound or half of what a platform takes is missing.
    """
    wanted, clock = _wanted(config, platform), SystemClock()
    if platform == "discord":
        elsewhere = inviting.wanted(config) if config.settings.discord.servers == "own" else None
        return await discord.look_over(options.discord(config), wanted, elsewhere, clock)
    elsewhere = inviting.wanted(config) if config.settings.slack.workspaces == "own" else None
    async with opened_vault(config, clock) as kept:
        return await slack.look_over(options.slack(config), wanted, elsewhere, kept, clock)


def _wanted(config: Config, platform: str) -> Mapping[SpaceId, frozenset[str]]:
    return {
        space: ALWAYS | open_book(config.policies, CommunityId(name), one).effects_used
        for name, one in config.settings.communities.items()
        for space in one.spaces
        if platform_of(space) == platform
    }


def ours(config: Config, assemblies: Sequence[Assembly]) -> Iterator[Assembly]:
    """The communities of this process: those whose servers are on its connections. Raises Complaints.

    A community has one writer, so all of its servers must be on connections of one process.
    """
    shards, place = config.settings.discord.shards, str(config.source or "config.toml")
    for one in assemblies:
        here = {_shard(space, shards.count) in shards.ids for space in one.settings.spaces} if shards.count else {True}
        if len(here) > 1:
            raise Complaints([_torn(place, one.community)])
        if here == {True}:
            yield one


def _shard(space: SpaceId, count: int) -> int:
    """Which connection a space is on; what is no server of Discord's goes with the first."""
    number = space.partition(":")[2]
    return (int(number) >> _SHIFT) % count if platform_of(space) == "discord" and number.isdecimal() else 0


def _torn(place: str, community: CommunityId) -> Complaint:
    problem = f"the servers of {community} are on connections of more than one process"
    return Complaint(place, problem, "give all of their shards to one process, or make them communities of their own")
