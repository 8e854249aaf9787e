"""The adapter as a whole: events in, effects out, people answered, and an end that loses nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from adapters.discord.adapter import DiscordAdapter
from bot.catalogue.declared import CATALOGUE
from bot.effects import DeleteMessage
from bot.errors import Complaints, Unavailable
from bot.events import CommandInvoked
from bot.ids import ChannelId, EffectKey, MessageId, SpaceId
from tests.wire.discord.server import Channel, LoopbackDiscord, Message
from tests.wire.discord.wiring import Clock, Road, Turnstile, options

pytestmark = pytest.mark.usefixtures("untouched_addresses")


MESSAGE = "/channels/{channel}/messages/{message}"


@dataclass
class Running:
    adapter: DiscordAdapter
    road: Road
    task: asyncio.Task[None]


@asynccontextmanager
async def running(discord: LoopbackDiscord, **over: object) -> AsyncIterator[Running]:
    road = Road()
    adapter = DiscordAdapter(options(discord, **over), CATALOGUE, road, Turnstile(), Clock())
    task = asyncio.ensure_future(adapter.run(road.receive))
    try:
        await discord.wait_for(lambda: task.done() or bool(road.events))
        yield Running(adapter, road, task)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def taking_down(channel: Channel, message: Message) -> DeleteMessage:
    space = SpaceId(f"discord:{channel.guild_id}")
    place = ChannelId(f"{space}/{channel.id}")
    return DeleteMessage(space=space, channel=place, message=MessageId(f"{place}/{message.id}"))


async def test_events_come_in_effects_go_out_and_commands_are_offered() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        async with running(discord) as there:
            spam = discord.post(ada, general, "spam")
            await discord.wait_for(lambda: bool(there.road.texts()))
            await there.adapter.apply(taking_down(general, spam), key=EffectKey("k"))
            assert spam.id not in general.messages

            await discord.wait_for(lambda: bool(discord.world.commands))
            discord.use_command(ada, general, "help")
            await discord.wait_for(lambda: bool(there.road.of(CommandInvoked)))
        assert there.road.of(CommandInvoked)[0].account == f"discord:{guild.id}/{ada.id}"
        assert not there.adapter.oddities
        assert not discord.unknown


async def test_before_and_after_a_connection_effects_wait() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        effect = taking_down(general, discord.post(ada, general, "spam"))
        adapter = DiscordAdapter(options(discord), CATALOGUE, Road(), Turnstile(), Clock())
        with pytest.raises(Unavailable):
            await adapter.apply(effect, key=EffectKey("k"))
        async with running(discord) as there:
            pass
        with pytest.raises(Unavailable):
            await there.adapter.apply(effect, key=EffectKey("k"))


async def test_what_is_on_its_way_at_the_end_arrives() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        spam = discord.post(ada, general, "spam")
        async with running(discord) as there:
            discord.slow("DELETE", MESSAGE, 0.2)
            applying = asyncio.ensure_future(there.adapter.apply(taking_down(general, spam), key=EffectKey("k")))
            await asyncio.sleep(0.05)
            there.task.cancel()
            await applying
        assert spam.id not in general.messages
        await discord.wait_for(lambda: discord.gateway.closes == [1000])


async def test_a_second_connection_works_like_the_first() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        async with running(discord) as first:
            discord.gateway.close(4012)
            with pytest.raises(Unavailable):
                await first.task
            again = asyncio.ensure_future(first.adapter.run(first.road.receive))
            await discord.connected()
            spam = discord.post(ada, general, "spam")
            await discord.wait_for(lambda: bool(first.road.texts()))
            await first.adapter.apply(taking_down(general, spam), key=EffectKey("k"))
            again.cancel()
            await asyncio.gather(again, return_exceptions=True)


async def test_a_wrong_token_is_told_plainly_and_looked_into_without_a_connection() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        async with running(discord, token="wrong") as there:
            with pytest.raises(Complaints, match="PALABRE_DISCORD_TOKEN"):
                await there.task
        adapter = DiscordAdapter(options(discord), CATALOGUE, Road(), Turnstile(), Clock())
        remarks = await adapter.examine({SpaceId(f"discord:{guild.id}"): frozenset({"delete_message"})})
        assert remarks
        assert all(remark.ok for remark in remarks if remark.space is None)
