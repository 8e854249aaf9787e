"""Many servers, many shards, many people."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from bot.events import MemberRenamed, MemberRolesChanged, ReactionAdded
from tests.wire.discord.server import LoopbackDiscord
from tests.wire.discord.wiring import Turnstile, shards, wired

pytestmark = pytest.mark.usefixtures("untouched_addresses")


async def test_shards_of_two_processes_begin_one_after_the_other() -> None:
    async with LoopbackDiscord(shards=4, max_concurrency=2, identify_window=0.15) as discord:
        guilds = [discord.add_guild(f"Guild {number}") for number in range(8)]
        turnstile = Turnstile(every=0.16)
        async with AsyncExitStack() as stack:
            one, two = [
                await stack.enter_async_context(
                    wired(discord, turnstile=turnstile, waits=False, shards=shards(4, *ids))
                )
                for ids in ((0, 2), (1, 3))
            ]
            await discord.connected(4)
            await one.until(lambda: len({event.space for event in (*one.road.events, *two.road.events)}) == 8)

        assert sorted(tuple(identify["shard"]) for identify in discord.gateway.identifies) == [
            (0, 4),
            (1, 4),
            (2, 4),
            (3, 4),
        ], "nobody was turned away"
        assert sorted(turnstile.turns) == sorted(
            f"discord-identify:{discord.world.application.id}:{key}" for key in (0, 0, 1, 1)
        )
        for there, keys in ((one, {0, 2}), (two, {1, 3})):
            assert {event.space for event in there.road.events} == {
                f"discord:{guild.id}" for guild in guilds if (guild.id >> 22) % 4 in keys
            }


async def test_as_many_shards_as_discord_recommends_each_with_numbers_of_its_own() -> None:
    async with LoopbackDiscord(shards=2, max_concurrency=2, identify_window=0.0) as discord:
        guilds = [discord.add_guild(f"Guild {number}") for number in range(4)]
        async with wired(discord) as there:
            for guild in guilds:
                ada = discord.add_member(guild, f"ada-{guild.id}")
                discord.react(ada, discord.post(ada, discord.channel(guild), "salut"), "👍")
            await there.until(lambda: len(there.road.of(ReactionAdded)) == 4)
            sessions = {session.id[:12] for session in discord.gateway.live()}
        assert {event.id.partition(":")[2].partition(".")[0] for event in there.road.of(ReactionAdded)} == sessions
        assert len(sessions) == 2


async def test_one_shard_breaks_and_the_others_go_on() -> None:
    async with LoopbackDiscord(shards=2, max_concurrency=2, identify_window=0.0) as discord:
        guilds = [discord.add_guild(f"Guild {number}") for number in range(2)]
        async with wired(discord) as there:
            discord.gateway.cut(shard=0)
            for guild in guilds:
                discord.post(discord.owner(guild), discord.channel(guild), "encore là")
            await there.until(lambda: len(there.road.texts()) == 2)
        assert len(discord.gateway.resumes) == 1


async def test_a_server_of_a_hundred_thousand_is_entered_at_once_and_not_listed() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        discord.crowd(guild, 100_000)
        async with wired(discord) as there:
            client = there.listening.session.client
            assert len(client.guilds[0].members) < 500, "discord.py keeps nobody but us"
            assert not discord.gateway.member_requests

            ada = discord.add_member(guild, "ada")
            discord.nick(ada, "Ada")
            await there.until(lambda: there.road.of(MemberRenamed))
            discord.give_role(discord.owner(guild), ada, discord.add_role(guild, "amie"))
            await there.until(lambda: len(there.road.of(MemberRolesChanged)) == 2)


async def test_many_messages_at_once_come_in_order() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        ada = discord.add_member(guild, "ada")
        flood = discord.flood(discord.channel(guild), ((ada, f"{number}") for number in range(5_000)))
        async with wired(discord) as there:
            await asyncio.gather(flood.send(), there.until(lambda: len(there.road.texts()) == 5_000, 20))
        assert there.road.texts() == [f"{number}" for number in range(5_000)]
