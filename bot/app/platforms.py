"""The platforms that this process is on: an adapter for each key in the environment."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from adapters.discord.adapter import DiscordAdapter, look_over
from adapters.discord.options import Options, Shards
from bot.app import inviting
from bot.app.assembly import ALWAYS, Assembly, open_book
from bot.app.clock import SystemClock
from bot.catalogue.declared import CATALOGUE
from bot.config import Config
from bot.errors import Complaint, Complaints
from bot.ids import CommunityId, SpaceId, platform_of
from bot.ports import Adapter, Clock, Guide, Remark, Turnstile
from bot.settings import DOORS, plain_emoji

_SHIFT = 22
"""Discord spreads servers over connections by what their ids say above these bits (Gateway › Sharding › Formula)."""


def adapters(config: Config, guide: Guide, turnstile: Turnstile, clock: Clock) -> list[Adapter]:
    """One for each platform. Raises Complaints where there is none."""
    if config.secrets.discord_token is None:
        hint = "set it to your bot's token: palabre init discord says how to get one"
        raise Complaints([Complaint("PALABRE_DISCORD_TOKEN", "there is no platform to go to", hint)])
    return [DiscordAdapter(discord_options(config), CATALOGUE, guide, turnstile, clock)]


async def examined(config: Config) -> Sequence[Remark]:
    """What Discord lets the bot do, before it runs. Raises Unavailable, and Complaints where a pack is unsound."""
    wanted = {
        space: ALWAYS | open_book(config.policies, CommunityId(name), one).effects_used
        for name, one in config.settings.communities.items()
        for space in one.spaces
        if platform_of(space) == "discord"
    }
    own = config.settings.discord.servers == "own"
    elsewhere = inviting.wanted(config) if own else None
    return await look_over(discord_options(config), wanted, elsewhere, SystemClock())


def discord_options(config: Config) -> Options:
    """What the settings and the environment say of Discord; without a token it is empty."""
    said, token = config.settings.discord, config.secrets.discord_token
    emoji = [*DOORS, *(one for community in config.settings.communities.values() for one in community.reactions)]
    return Options(
        token=token.get_secret_value() if token else "",
        api_url=said.api_url,
        gateway_url=said.gateway_url or None,
        shards=Shards(said.shards.count, said.shards.ids) if said.shards.count else None,
        catch_up=timedelta(hours=said.catch_up_hours),
        doors=frozenset(map(plain_emoji, emoji)),
        quarantine_roles=said.quarantine_roles,
    )


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
