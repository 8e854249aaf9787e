"""The adapter as a whole: events in, effects out, people answered, and an end that loses nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from adapters.discord.adapter import DiscordAdapter
from bot.catalogue.declared import CATALOGUE
from bot.effects import DeleteMessage
from bot.errors import Complaints, Refused, Unavailable
from bot.events import CommandInvoked
from bot.ids import ChannelId, EffectKey, MessageId, SpaceId
from bot.ports import Chronicler
from tests.wire.discord.server import Channel, LoopbackDiscord, Message
from tests.wire.discord.wiring import Clock, Road, Turnstile, only_what_is_documented, options

pytestmark = pytest.mark.usefixtures("untouched_addresses")


MESSAGE = "/channels/{channel}/messages/{message}"


@dataclass
class Running:
    adapter: DiscordAdapter
    road: Road
    task: asyncio.Task[None]
    turnstile: Turnstile


@asynccontextmanager
async def running(discord: LoopbackDiscord, **over: object) -> AsyncIterator[Running]:
    road, turnstile = Road(), Turnstile()
    adapter = DiscordAdapter(options(discord, **over), CATALOGUE, road, turnstile, Clock())
    task = asyncio.ensure_future(adapter.run(road.receive))
    try:
        await discord.wait_for(lambda: task.done() or bool(road.events))
        yield Running(adapter, road, task, turnstile)
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


async def test_the_past_is_told_the_youngest_first_beside_what_is_heard() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild(channels=("general", "jardin"))
        ada, since = discord.add_member(guild, "ada"), datetime.now(UTC) - timedelta(seconds=1)
        general, garden = discord.channel(guild), discord.channel(guild, "jardin")
        hidden = discord.add_channel(guild, "caché")
        discord.overwrite(hidden, discord.bot(guild), deny=1 << 10)
        discord.post(ada, hidden, "nobody reads this")
        closed = discord.add_channel(guild, "équipe")
        discord.overwrite(closed, guild.roles[guild.id], deny=1 << 10)
        for one in (discord.bot(guild), ada):
            discord.overwrite(closed, one, allow=1 << 10)
        discord.post(ada, closed, "not everybody reads this")
        for number in range(210):
            discord.post(ada, (general, garden)[number % 2], f"{number}")
        until = datetime.now(UTC) + timedelta(minutes=1)
        space = SpaceId(f"discord:{guild.id}")
        async with running(discord) as there:
            assert isinstance(there.adapter, Chronicler)
            discord.requests.clear()
            told = [one.text async for one in there.adapter.past(space, since, until)]
            assert told == [f"{number}" for number in reversed(range(210))]
            pages = [one for one in discord.requests if one.route == "/channels/{channel}/messages"]
            assert len(pages) == len([one for one in there.turnstile.turns if one.startswith("discord-history")]) == 4
            async with aclosing(there.adapter.past(space, since, until)) as telling:
                assert [(await anext(telling)).text for _ in range(3)] == ["209", "208", "207"]
            assert [one async for one in there.adapter.past(space, until, until)] == []
            with pytest.raises(Refused):
                await anext(there.adapter.past(SpaceId("discord:1"), since, until))
            spam = discord.post(ada, general, "still heard")
            await discord.wait_for(lambda: "still heard" in there.road.texts())
            await there.adapter.apply(taking_down(general, spam), key=EffectKey("k"))
        assert len(discord.gateway.identifies) == 1
        with pytest.raises(Unavailable):
            await anext(there.adapter.past(space, since, until))
        only_what_is_documented(discord)


async def test_a_channel_that_closes_meanwhile_keeps_nothing_else_from_being_told() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild(channels=("general", "jardin"))
        ada, since = discord.add_member(guild, "ada"), datetime.now(UTC) - timedelta(seconds=1)
        for name in ("general", "jardin"):
            discord.post(ada, discord.channel(guild, name), name)
        async with running(discord) as there:
            discord.fail("GET", "/channels/{channel}/messages", 403)
            until = datetime.now(UTC) + timedelta(minutes=1)
            told = [one.text async for one in there.adapter.past(SpaceId(f"discord:{guild.id}"), since, until)]
        assert told == ["jardin"]


async def test_what_people_write_is_not_guessed_where_it_is_not_granted() -> None:
    async with LoopbackDiscord(privileged=1 << 1) as discord:
        guild = discord.add_guild()
        now = datetime.now(UTC)
        async with running(discord) as there:
            with pytest.raises(Refused, match="not granted"):
                await anext(there.adapter.past(SpaceId(f"discord:{guild.id}"), now - timedelta(days=1), now))
