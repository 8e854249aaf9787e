import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.effects import DeleteMessage, PostCard
from bot.errors import Unavailable
from bot.views import Bilingual, Card
from tests.wire.discord import answering
from tests.wire.discord.server import LoopbackDiscord

DELETE = "/channels/{channel}/messages/{message}"
POST = "/channels/{channel}/messages"


def post(guild_space: str, place: str) -> PostCard:
    card = Card(body=(Bilingual("Hello", "Bonjour"),))
    return PostCard(space=guild_space, channel=place, card=card, locale="en")  # type: ignore[arg-type]


async def test_five_hundred_messages_are_each_taken_down_once(pointed: LoopbackDiscord) -> None:
    """Discord's own limit, much faster: discord.py waits by itself, and nothing of ours repeats it."""
    guild = pointed.add_guild()
    ada, general = pointed.add_member(guild, "ada"), pointed.channel(guild)
    async with answering.bot(pointed) as bot:
        posts = [pointed.post(ada, general, f"spam {number}") for number in range(500)]
        pointed.limits.enforced, pointed.limits.everything = True, 0
        pointed.limits.rules["DELETE", DELETE] = (50, 0.25)
        effects = [
            DeleteMessage(
                space=answering.space(guild),
                channel=answering.channel(guild, general),
                message=answering.message(guild, one),
            )
            for one in posts
        ]
        await asyncio.gather(*(bot.apply(effect) for effect in effects))
        asked = pointed.made("DELETE", DELETE)
        done = [one.path for one in asked if one.status == 204]
        assert len(done) == len(set(done)) == 500
        assert len([one for one in asked if one.status == 429]) <= 10
        assert not general.messages


async def test_a_limit_met_is_waited_out_by_discord_py_alone(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    place = answering.channel(guild, pointed.channel(guild))
    async with answering.bot(pointed) as bot:
        pointed.limit("POST", POST, 0.2)
        await bot.apply(post(answering.space(guild), place))
        assert [one.status for one in pointed.made("POST", POST)] == [429, 200]


async def test_an_error_of_discords_own_is_tried_again_by_discord_py_alone(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    general = pointed.channel(guild)
    async with answering.bot(pointed) as bot:
        pointed.fail("POST", POST, 500, after=True)
        await bot.apply(post(answering.space(guild), answering.channel(guild, general)))
        assert len(pointed.by_bot(general)) == 1


async def test_what_discord_py_does_not_try_again_is_for_later(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    place = answering.channel(guild, pointed.channel(guild))
    async with answering.bot(pointed) as bot:
        pointed.fail("POST", POST, 503, html=True)
        with pytest.raises(Unavailable) as later:
            await bot.apply(post(answering.space(guild), place))
        assert later.value.retry_after >= timedelta(seconds=5)
        assert len(pointed.made("POST", POST)) == 1
        pointed.drop("POST", POST)
        with pytest.raises(Unavailable):
            await bot.apply(post(answering.space(guild), place))


async def test_a_slow_answer_holds_nobody_else_up(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild(channels=("general", "other"))
    general, other = pointed.channel(guild), pointed.channel(guild, "other")
    async with answering.bot(pointed) as bot:
        effect = post(answering.space(guild), answering.channel(guild, general))
        pointed.slow("POST", POST, 0.5)
        slow = asyncio.ensure_future(bot.apply(effect))
        await asyncio.sleep(0.05)
        await bot.apply(replace(effect, channel=answering.channel(guild, other)))
        assert not slow.done()
        await slow
