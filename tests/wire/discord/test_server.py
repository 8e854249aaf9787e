"""The loopback Discord, spoken to by discord.py as it is installed."""

import asyncio
import contextlib
import io
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import aiohttp
import discord
import discord.http
import pytest
from discord import app_commands

from tests.wire.discord.conftest import point, point_at
from tests.wire.discord.server import ImpossibleError, LoopbackDiscord, Message, conformance
from tests.wire.discord.server import permissions as held

MESSAGES = "/channels/{channel}/messages"


class Bot(discord.Client):
    """A client that keeps what it hears."""

    def __init__(self, *, chunk: bool = False, heartbeat_timeout: float = 60.0) -> None:
        intents = discord.Intents.all()
        super().__init__(
            intents=intents,
            chunk_guilds_at_startup=chunk,
            guild_ready_timeout=0.1,
            heartbeat_timeout=heartbeat_timeout,
        )
        self.heard: list[tuple[str, object]] = []
        self.tree = app_commands.CommandTree(self)

    def dispatch(self, event: str, /, *arguments: object, **named: object) -> None:
        self.heard.append((event, arguments[0] if arguments else None))
        super().dispatch(event, *arguments, **named)

    async def hears(self, event: str, times: int = 1, *, within: float = 5.0) -> list[object]:
        for _ in range(int(within / 0.005)):
            if len(found := [what for name, what in self.heard if name == event]) >= times:
                return found
            await asyncio.sleep(0.005)
        raise AssertionError(f"{event} was not heard {times} times, only {sorted({name for name, _ in self.heard})}")


@contextlib.asynccontextmanager
async def running_with(client: discord.Client, token: str) -> AsyncIterator[None]:
    task = asyncio.create_task(client.start(token))
    try:
        for _ in range(2000):
            if client.is_ready() or task.done():
                break
            await asyncio.sleep(0.005)
        if task.done():
            task.result()
        yield
    finally:
        await client.close()
        await asyncio.gather(task, return_exceptions=True)


def running(client: discord.Client, server: LoopbackDiscord) -> contextlib.AbstractAsyncContextManager[None]:
    return running_with(client, server.token)


async def refused(asking: Awaitable[object]) -> discord.HTTPException:
    with pytest.raises(discord.HTTPException) as caught:
        await asking
    return caught.value


def channel_of(client: discord.Client, server: LoopbackDiscord) -> discord.TextChannel:
    guild = next(iter(server.world.guilds.values()))
    found = client.get_channel(server.channel(guild).id)
    assert isinstance(found, discord.TextChannel)
    return found


async def test_a_message_goes_both_ways(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada = pointed.add_member(guild, "ada")
    bot = Bot()
    async with running(bot, pointed):
        pointed.post(ada, pointed.channel(guild), "hello")
        (heard,) = await bot.hears("message")
        assert isinstance(heard, discord.Message)
        assert (heard.content, heard.author.name) == ("hello", "ada")
        answer = await heard.reply("hello yourself", file=discord.File(io.BytesIO(b"text"), "a.txt"))
        assert answer.reference is not None
        assert await answer.attachments[0].read() == b"text"
        await answer.add_reaction("👍")
        pointed.react(ada, pointed.by_bot(pointed.channel(guild))[0], "👍")
        await bot.hears("raw_reaction_add", 2)
        history = [one.content async for one in channel_of(bot, pointed).history()]
        assert history == ["hello yourself", "hello"]


async def test_an_embed_of_6001_characters_is_refused_with_its_place(pointed: LoopbackDiscord) -> None:
    pointed.add_guild()
    bot = Bot()
    async with running(bot, pointed):
        channel = channel_of(bot, pointed)
        embed = discord.Embed(description="x" * 4096).set_footer(text="y" * 1905)
        error = await refused(channel.send(embed=embed))
        assert (error.status, error.code) == (400, 50035)
        assert "6000" in error.text
        embed.set_footer(text="y" * 1904)
        await channel.send(embed=embed)
        for wrong in (discord.Embed(title="x" * 257), discord.Embed(description="x" * 4097)):
            assert (await refused(channel.send(embed=wrong))).code == 50035
        assert (await refused(channel.send("x" * 2001))).code == 50035
        assert (await refused(channel.send("  "))).code == 50006


async def test_components_that_discord_does_not_take_are_refused(pointed: LoopbackDiscord) -> None:
    pointed.add_guild()
    bot = Bot()
    async with running(bot, pointed):
        channel = channel_of(bot, pointed)
        twins = discord.ui.View()
        twins.add_item(discord.ui.Button(label="a", custom_id="same"))
        twins.add_item(discord.ui.Button(label="b", custom_id="same"))
        error = await refused(channel.send("twins", view=twins))
        assert error.code == 50035
        assert "duplicated" in error.text
        wide = discord.ui.View()
        wide.add_item(discord.ui.Button(label="x" * 81, custom_id="wide"))
        assert (await refused(channel.send("wide", view=wide))).code == 50035


async def test_what_does_not_exist_is_said_not_to(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    bot = Bot()
    async with running(bot, pointed):
        channel = channel_of(bot, pointed)
        assert (await refused(bot.fetch_channel(123456789012345678))).code == 10003
        assert (await refused(channel.fetch_message(123456789012345678))).code == 10008
        assert (await refused(channel.guild.fetch_member(123456789012345678))).code == 10013
        assert (await refused(channel.guild.fetch_ban(discord.Object(guild.owner_id)))).code == 10026
        message = await channel.send("here")
        assert (await refused(message.add_reaction("not an emoji"))).code == 10014


async def test_nobody_acts_on_a_higher_role_an_owner_or_an_administrator(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    high = pointed.add_role(guild, "high", position=5)
    ruler = pointed.add_role(guild, "ruler", held.ADMINISTRATOR, position=2)
    above = pointed.add_member(guild, "above", high)
    admin = pointed.add_member(guild, "admin", ruler)
    low = pointed.add_member(guild, "low")
    pointed.set_bot_position(guild, 3)
    bot = Bot()
    async with running(bot, pointed):
        home = bot.get_guild(guild.id)
        assert home is not None
        for target in (above.id, guild.owner_id):
            member = await home.fetch_member(target)
            for deed in (member.kick(), member.ban(), member.timeout(timedelta(hours=1))):
                assert (await refused(deed)).code == 50013
        assert (await refused((await home.fetch_member(admin.id)).timeout(timedelta(hours=1)))).code == 50013
        humble = await home.fetch_member(low.id)
        assert (await refused(humble.add_roles(discord.Object(high.id)))).code == 50013
        assert (await refused(humble.timeout(timedelta(days=29)))).code == 50035
        await humble.timeout(timedelta(hours=1), reason="sé bien, être calme")
        assert guild.audit[-1]["reason"] == "sé bien, être calme"
        with pytest.raises(Exception, match="50013"):
            pointed.post(low, pointed.channel(guild), "I may not")
        pointed.advance(3700)
        pointed.post(low, pointed.channel(guild), "again")


async def test_permissions_are_asked_for(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild(bot_permissions=0)
    ada = pointed.add_member(guild, "ada")
    hidden = pointed.add_channel(guild, "hidden")
    pointed.overwrite(hidden, guild.roles[guild.id], deny=held.VIEW_CHANNEL)
    bot = Bot()
    async with running(bot, pointed):
        channel = channel_of(bot, pointed)
        message = pointed.post(ada, pointed.channel(guild), "seen")
        assert (await refused(channel.get_partial_message(message.id).delete())).code == 50013
        unseen = bot.get_channel(hidden.id)
        assert isinstance(unseen, discord.TextChannel)
        assert (await refused(unseen.send("x"))).code == 50001
        assert (await refused(channel.guild.ban(discord.Object(ada.id)))).code == 50013
        assert (await refused(channel.edit(slowmode_delay=5))).code == 50013


async def test_mentions_ping_only_whom_they_may(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada = pointed.add_member(guild, "ada")
    role = pointed.add_role(guild, "team", mentionable=True)
    bot = Bot()
    async with running(bot, pointed):
        channel = channel_of(bot, pointed)
        text = f"@everyone <@{ada.id}> <@&{role.id}>"
        await channel.send(text, allowed_mentions=discord.AllowedMentions.none())
        assert not pointed.pings
        await channel.send(embed=discord.Embed(description=text))
        assert not pointed.pings
        await channel.send(text)
        assert [one.kind for one in pointed.pings] == ["user", "role", "everyone"]
        both = {"content": "x", "allowed_mentions": {"parse": ["users"], "users": [str(ada.id)]}}
        route = discord.http.Route("POST", MESSAGES.format(channel=channel.id))
        assert (await refused(bot.http.request(route, json=both))).code == 50035


async def test_a_message_sent_twice_with_one_nonce_is_there_once(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    bot = Bot()
    async with running(bot, pointed):
        channel = channel_of(bot, pointed)
        first = await channel.send("once", nonce="n-1")
        again = await channel.send("once", nonce="n-1")
        assert first.id == again.id
        assert len(pointed.by_bot(pointed.channel(guild))) == 1


async def test_direct_messages_fail_where_they_are_closed(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada, bob = pointed.add_member(guild, "ada"), pointed.add_user("bob")
    bot = Bot()
    async with running(bot, pointed):
        person = await bot.fetch_user(ada.id)
        await person.send("hello")
        pointed.post(ada, pointed.dm(ada), "hello yourself")
        heard = (await bot.hears("message", 2))[1]
        assert isinstance(heard, discord.Message)
        assert heard.guild is None
        ada.user.dms_open = False
        assert (await refused(person.send("still there?"))).code == 50007
        assert (await refused((await bot.fetch_user(bob.id)).send("do we know each other?"))).code == 50007


async def test_old_messages_are_not_deleted_in_bulk(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada = pointed.add_member(guild, "ada")
    bot = Bot()
    async with running(bot, pointed):
        channel = channel_of(bot, pointed)
        made = [pointed.post(ada, pointed.channel(guild), str(number)) for number in range(3)]
        await channel.delete_messages([discord.Object(one.id) for one in made[:2]])
        await bot.hears("raw_bulk_message_delete")
        pointed.advance(15 * 86400)
        fresh = pointed.post(ada, pointed.channel(guild), "fresh")
        assert (
            await refused(channel.delete_messages([discord.Object(made[2].id), discord.Object(fresh.id)]))
        ).code == 50034
        await channel.get_partial_message(made[2].id).delete()
        assert guild.audit[-1]["action_type"] == 72


async def test_threads_forums_and_their_locks(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada = pointed.add_member(guild, "ada")
    forum = pointed.add_forum(guild, "questions", ("answered",))
    bot = Bot()
    async with running(bot, pointed):
        channel = channel_of(bot, pointed)
        private = await channel.create_thread(name="quiet", type=discord.ChannelType.private_thread)
        await private.add_user(discord.Object(ada.id))
        await private.send("only us")
        await private.edit(archived=True, locked=True)
        with pytest.raises(Exception, match="160005"):
            pointed.post(ada, pointed.channel(guild, "quiet"), "let me in")
        assert (await refused(channel.create_thread(name="x" * 101))).code == 50035
        thread, _ = pointed.forum_post(ada, forum, "how?", "like this")
        await bot.hears("thread_create", 2)
        assert bot.get_channel(thread.id) is not None
        shown = bot.get_channel(forum.id)
        assert isinstance(shown, discord.ForumChannel)
        made = await shown.create_thread(name="welcome", content="read me", applied_tags=shown.available_tags)
        assert made.message.content == "read me"


async def test_rate_limits_are_honoured_and_too_many_waits(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    pointed.limits.enforced = True
    pointed.limits.rules["POST", MESSAGES] = (5, 0.3)
    bot = Bot()
    async with running(bot, pointed):
        channel = channel_of(bot, pointed)
        await asyncio.gather(*(channel.send(str(number)) for number in range(12)))
        assert len(pointed.by_bot(pointed.channel(guild))) == 12
        assert pointed.limits.violations <= 5
        pointed.limit("POST", MESSAGES, 0.1, times=2)
        await channel.send("patience")
        assert [one.status for one in pointed.made("POST", MESSAGES)[-3:]] == [429, 429, 200]


async def test_answers_get_lost_and_pages_of_html_come_back(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    bot = Bot()
    async with running(bot, pointed):
        channel = channel_of(bot, pointed)
        pointed.drop("POST", MESSAGES, after=True)
        with pytest.raises(aiohttp.ClientError):
            await channel.send("done, but nobody says so")
        assert len(pointed.by_bot(pointed.channel(guild))) == 1
        pointed.fail("POST", MESSAGES, 503, html=True)
        error = await refused(channel.send("x"))
        assert error.status == 503
        pointed.slow("POST", MESSAGES, 0.1)
        await channel.send("late")


async def test_a_cut_connection_is_resumed_with_what_was_missed(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada = pointed.add_member(guild, "ada")
    bot = Bot()
    async with running(bot, pointed):
        for number in range(5):
            pointed.post(ada, pointed.channel(guild), str(number))
        await bot.hears("message", 5)
        pointed.gateway.cut()
        for number in range(5, 10):
            pointed.post(ada, pointed.channel(guild), str(number))
        heard = await bot.hears("message", 10)
        assert [one.content for one in heard if isinstance(one, discord.Message)] == [str(one) for one in range(10)]
        await bot.hears("resumed")
        pointed.gateway.reconnect()
        await bot.hears("resumed", 2)
        assert len(pointed.gateway.identifies) == 1


async def test_privileged_intents_need_leave(untouched_addresses: None) -> None:
    async with LoopbackDiscord(privileged=0) as server:
        point(server)
        with pytest.raises(discord.PrivilegedIntentsRequired):
            async with running(Bot(), server):
                pass


async def test_shards_see_their_own_guilds(untouched_addresses: None) -> None:
    async with LoopbackDiscord(shards=2, max_concurrency=2) as server:
        point(server)
        guilds = [server.add_guild(f"guild-{number}") for number in range(4)]

        class Sharded(discord.AutoShardedClient):
            async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
                """Two may identify at once here."""

        client = Sharded(intents=discord.Intents.all(), chunk_guilds_at_startup=False, guild_ready_timeout=0.1)
        async with running(client, server):
            assert {one.id for one in client.guilds} == {one.id for one in guilds}
            assert {one["shard"][0] for one in server.gateway.identifies} == {0, 1}
            assert {client.get_guild(one.id).shard_id for one in guilds} == {0, 1}  # type: ignore[union-attr]


async def test_a_big_guild_is_chunked(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    pointed.crowd(guild, 5000)
    bot = Bot(chunk=True)
    async with running(bot, pointed):
        home = bot.get_guild(guild.id)
        assert home is not None
        assert len(home.members) == 5002
        (found,) = await home.query_members("member-4999")
        assert found.name == "member-4999"


async def test_without_the_intent_messages_come_without_content(untouched_addresses: None) -> None:
    async with LoopbackDiscord() as server:
        point(server)
        guild = server.add_guild()
        ada = server.add_member(guild, "ada")
        bot = Bot()
        bot._connection._intents.message_content = False
        async with running(bot, server):
            server.post(ada, server.channel(guild), "secret")
            server.post(ada, server.channel(guild), f"<@{server.world.application.user.id}> hey")
            heard = [one for one in await bot.hears("message", 2) if isinstance(one, discord.Message)]
            assert [bool(one.content) for one in heard] == [False, True]


def interactive(bot: Bot, does: Callable[[discord.Interaction], Awaitable[object]]) -> None:
    """Registers `/policy show <name>`, a menu and what they do."""
    group = app_commands.Group(name="policy", description="Policies")

    @group.command(name="show", description="Shows one")
    async def show(interaction: discord.Interaction, name: str) -> None:
        await does(interaction)

    @bot.tree.context_menu(name="Report")
    async def report(interaction: discord.Interaction, message: discord.Message) -> None:
        await does(interaction)

    bot.tree.add_command(group)


async def test_a_command_a_form_and_a_button(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada = pointed.add_member(guild, "ada")
    channel = pointed.channel(guild)
    bot = Bot()

    class Form(discord.ui.Modal, title="A form"):
        words: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
            label="Words", custom_id="words", max_length=5
        )

        async def on_submit(self, interaction: discord.Interaction) -> None:
            view = discord.ui.View(timeout=None)
            button: discord.ui.Button[discord.ui.View] = discord.ui.Button(label="Undo", custom_id="undo")

            async def pressed(interaction: discord.Interaction) -> None:
                await interaction.response.edit_message(content="undone", view=None)

            button.callback = pressed  # type: ignore[method-assign]
            view.add_item(button)
            await interaction.response.send_message(f"got {self.words.value}", view=view, ephemeral=True)

    interactive(bot, lambda interaction: interaction.response.send_modal(Form()))
    async with running(bot, pointed):
        await bot.tree.sync()
        with pytest.raises(ImpossibleError, match="needs"):
            pointed.use_command(ada, channel, "policy show")
        asked = pointed.use_command(ada, channel, "policy show", {"name": "x"})
        form = (await asked.answer()).modal
        assert form is not None
        with pytest.raises(ImpossibleError, match="characters"):
            pointed.submit(ada, form, {"words": "too long"})
        answer = await pointed.submit(ada, form, {"words": "short"}).answer()
        assert (answer.ephemeral, answer.content) == (True, "got short")
        message = answer.message
        assert isinstance(message, Message)
        with pytest.raises(ImpossibleError, match="only the person"):
            pointed.press(pointed.owner(guild), message, "undo")
        assert (await pointed.press(ada, message, "undo").answer()).content == "undone"
        with pytest.raises(ImpossibleError, match="no component"):
            pointed.press(ada, message, "undo")


async def test_a_deferred_answer_stays_as_private_as_it_began(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada = pointed.add_member(guild, "ada")
    bot = Bot()

    async def slowly(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("first", ephemeral=False)
        await interaction.followup.send("second")

    interactive(bot, slowly)
    async with running(bot, pointed):
        await bot.tree.sync(guild=None)
        message = pointed.post(ada, pointed.channel(guild), "bad words")
        asked = pointed.use_menu(ada, message, "Report")
        assert await asked.acknowledged() == "defer"
        assert ((await asked.answer()).ephemeral, (await asked.nth(2)).ephemeral) == (True, False)
        token = pointed.desk.by_token[asked.token]
        pointed.advance(16 * 60)
        with pytest.raises(Exception, match="50027"):
            pointed.desk.for_webhook(pointed.world.application.id, token.token)


async def test_a_second_answer_and_a_late_one_are_refused(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada = pointed.add_member(guild, "ada")
    bot, codes = Bot(), []
    pointed.desk.deadline = 0.2

    async def twice(interaction: discord.Interaction) -> None:
        late = interaction.namespace.name == "late"
        if late:
            await asyncio.sleep(0.3)
        try:
            await interaction.response.send_message("once")
            interaction.response._response_type = None
            await interaction.response.send_message("twice")
        except discord.HTTPException as error:
            codes.append(error.code)

    interactive(bot, twice)
    async with running(bot, pointed):
        await bot.tree.sync()
        await pointed.use_command(ada, pointed.channel(guild), "policy show", {"name": "now"}).answer()
        pointed.use_command(ada, pointed.channel(guild), "policy show", {"name": "late"})
        await pointed.wait_for(lambda: len(codes) == 2)
        assert codes == [40060, 10062]
        assert pointed.late == 1


async def test_commands_with_wrong_names_are_refused(pointed: LoopbackDiscord) -> None:
    pointed.add_guild()
    bot = Bot()
    async with running(bot, pointed):
        http, application = bot.http, pointed.world.application.id
        for wrong in (
            {"name": "Upper", "description": "x"},
            {"name": "two words", "description": "x"},
            {"name": "fine", "description": ""},
            {"name": "fine", "description": "x", "name_localizations": {"xx": "fine"}},
            {"name": "Menu", "type": 3, "description": "x"},
        ):
            error = await refused(http.upsert_global_command(application, wrong))  # type: ignore[arg-type]
            assert error.code == 50035, wrong
        many = [{"name": f"c-{number}", "description": "x"} for number in range(101)]
        assert (await refused(http.bulk_upsert_global_commands(application, many))).code == 30032


async def test_ten_thousand_messages_and_joins_are_heard(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    people = [pointed.add_member(guild, f"p-{number}") for number in range(20)]
    bot = Bot()
    async with running(bot, pointed):
        posts = ((people[number % 20], f"word {number}") for number in range(2000))
        await pointed.flood(pointed.channel(guild), posts, keep=False).send()
        await pointed.joins(guild, 500).send()
        await bot.hears("message", 2000, within=15)
        await bot.hears("member_join", 500, within=15)


async def test_events_that_people_and_moderators_cause(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada, bob = pointed.add_member(guild, "ada"), pointed.add_member(guild, "bob")
    channel, owner = pointed.channel(guild), pointed.owner(guild)
    bot = Bot(chunk=True)
    async with running(bot, pointed):
        message = pointed.post(ada, channel, "hello")
        pointed.react(bob, message, "🎉", burst=True)
        pointed.unreact(bob, message, "🎉")
        pointed.edit(ada, message, "hello all")
        pointed.forward(bob, message, channel)
        ballot = pointed.poll(ada, channel, "Tea?", ["yes", "no"])
        pointed.vote(bob, ballot, 1)
        pointed.create_thread(ada, channel, "aside", message=message)
        pointed.delete(owner, message, "off topic")
        pointed.time_out(owner, bob, 60, "calm down")
        rule = pointed.add_rule(guild, "words", keywords=("spam",))
        pointed.automod(ada, channel, "spam", rule, keyword="spam")
        pointed.attend(ada, pointed.add_event(guild, "picnic"))
        pointed.ban(owner, bob, "enough")
        pointed.join(guild, "eve")
        for event in [
            "raw_reaction_add",
            "raw_reaction_remove",
            "message_edit",
            "raw_poll_vote_add",
            "thread_create",
            "raw_message_delete",
            "member_update",
            "automod_action",
            "audit_log_entry_create",
            "member_ban",
            "raw_member_remove",
            "member_join",
            "scheduled_event_create",
        ]:
            await bot.hears(event)
        pointed.outage(guild)
        await bot.hears("guild_unavailable")
        pointed.recover(guild)
        await bot.hears("guild_available", 2)


async def test_a_wrong_token_is_turned_away(pointed: LoopbackDiscord) -> None:
    async with Bot() as bot:
        with pytest.raises(discord.LoginFailure):
            await bot.login("someone.else")


async def test_a_server_that_does_not_answer_heartbeats_is_left_and_come_back_to(pointed: LoopbackDiscord) -> None:
    pointed.add_guild()
    pointed.gateway.heartbeat_interval = 0.1
    bot = Bot(heartbeat_timeout=0.3)
    async with running(bot, pointed):
        pointed.gateway.acknowledging = False
        await pointed.wait_for(lambda: len(pointed.gateway.resumes) > 0)
        pointed.gateway.acknowledging = True
        await bot.hears("resumed")


async def test_an_invalid_session_begins_anew(pointed: LoopbackDiscord) -> None:
    pointed.add_guild()
    bot = Bot()

    async def at_once(shard_id: int | None, *, initial: bool = False) -> None:
        """Identifies without the five seconds of grace."""

    bot.before_identify_hook = at_once  # type: ignore[method-assign]
    async with running(bot, pointed):
        pointed.gateway.invalidate(resumable=True)
        await bot.hears("resumed")
        pointed.gateway.close(4009)
        await bot.hears("ready", 2)
        assert len(pointed.gateway.identifies) == 2


async def test_identifying_too_soon_is_refused(pointed: LoopbackDiscord) -> None:
    pointed.gateway.identify_window = 5.0
    assert not pointed.gateway.too_soon(0)
    assert pointed.gateway.too_soon(0)
    assert pointed.gateway.identify_refused({"token": "other", "intents": 1}) == 4004
    assert pointed.gateway.identify_refused({"token": pointed.token, "intents": 1 << 30}) == 4013
    pointed.gateway.requires_sharding = True
    assert pointed.gateway.identify_refused({"token": pointed.token, "intents": 1}) == 4011


async def test_forms_with_labels_and_messages_of_the_second_kind(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada = pointed.add_member(guild, "ada")
    bot = Bot()

    class Form(discord.ui.Modal, title="Appeal"):
        note: discord.ui.TextDisplay[Any] = discord.ui.TextDisplay("Tell us")
        words: discord.ui.Label[discord.ui.Modal] = discord.ui.Label(
            text="Words", component=discord.ui.TextInput(custom_id="words")
        )
        who: discord.ui.Label[discord.ui.Modal] = discord.ui.Label(
            text="Who", component=discord.ui.UserSelect(custom_id="who")
        )

        async def on_submit(self, interaction: discord.Interaction) -> None:
            view = discord.ui.LayoutView()
            assert isinstance(self.words.component, discord.ui.TextInput)
            view.add_item(discord.ui.Container(discord.ui.TextDisplay(self.words.component.value)))
            await interaction.response.send_message(view=view)

    interactive(bot, lambda interaction: interaction.response.send_modal(Form()))
    async with running(bot, pointed):
        await bot.tree.sync()
        asked = pointed.use_command(ada, pointed.channel(guild), "policy show", {"name": "x"})
        form = (await asked.answer()).modal
        assert form is not None
        answer = await pointed.submit(ada, form, {"words": "why?", "who": [ada]}).answer()
        assert answer.components[0]["components"][0]["content"] == "why?"


async def test_options_complete_themselves(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada = pointed.add_member(guild, "ada")
    bot = Bot()

    async def complete(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=current + str(number), value=str(number)) for number in range(3)]

    @bot.tree.command(name="rule", description="A rule")
    @app_commands.autocomplete(name=complete)
    @app_commands.default_permissions(moderate_members=True)
    async def rule(interaction: discord.Interaction, name: str) -> None:
        await interaction.response.send_message(name)

    async with running(bot, pointed):
        await bot.tree.sync()
        with pytest.raises(ImpossibleError, match="hidden"):
            pointed.autocomplete(ada, pointed.channel(guild), "rule", "name", "no")
        asked = pointed.autocomplete(pointed.owner(guild), pointed.channel(guild), "rule", "name", "no")
        assert [one["name"] for one in (await asked.answer()).choices] == ["no0", "no1", "no2"]


async def test_requests_in_a_conversation_are_answered_there(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada = pointed.add_member(guild, "ada", locale="fr")
    bot = Bot()
    interactive(bot, lambda interaction: interaction.response.send_message(f"{interaction.locale} {interaction.guild}"))
    async with running(bot, pointed):
        await bot.tree.sync()
        answer = await pointed.use_command(ada, pointed.dm(ada), "policy show", {"name": "x"}).answer()
        assert answer.content == "fr None"


def test_every_route_names_its_section() -> None:
    rows = conformance()
    assert all(section for _, _, section in rows)
    assert len({name for kind, name, _ in rows if kind == "route"}) > 90


async def test_another_process_serves_and_is_steered(untouched_addresses: None) -> None:
    command = [sys.executable, "-m", "tests.wire.discord.server", "--members", "1000"]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    told = json.loads(await process.stdout.readline())
    point_at(told["api_url"], told["gateway_url"])
    bot = Bot()
    try:
        async with aiohttp.ClientSession() as session:

            async def do(name: str, **arguments: object) -> Any:
                async with session.post(f"{told['control_url']}/{name}", json=arguments) as answer:
                    found = await answer.json()
                    assert answer.status == 200, found
                    return found["result"]

            async with running_with(bot, told["token"]):
                general = told["guilds"][0]["channels"]["general"]
                ada = await do("join", guild={"guild": told["guilds"][0]["id"]}, who="ada")
                sent = await do("post", who={"member": ada["user"]["id"]}, channel={"channel": general}, text="hello")
                (heard,) = await bot.hears("message")
                assert isinstance(heard, discord.Message)
                assert str(heard.id) == sent["id"]
                await heard.reply("hi")
                assert [one["content"] for one in await do("messages", channel=general)] == ["hello", "hi"]
                assert (await do("state"))["guilds"][0]["members"] == 1003
                assert any(one["route"] == MESSAGES for one in await do("log"))
    finally:
        process.terminate()
        await process.wait()


async def test_what_discord_itself_writes_is_told_by_its_type(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada, owner, channel = pointed.add_member(guild, "ada"), pointed.owner(guild), pointed.channel(guild)
    guild.settings["system_channel_id"] = str(channel.id)
    bot = Bot()
    async with running(bot, pointed):
        pointed.pin(owner, pointed.post(ada, channel, "keep this"))
        pointed.create_thread(ada, channel, "aside")
        pointed.join(guild, "eve")
        pointed.post_webhook(channel, "news", "from outside")
        pointed.unfurl(pointed.post(ada, channel, "https://example.org"))
        changed = (await bot.hears("raw_message_edit", 2))[1]
        assert isinstance(changed, discord.RawMessageUpdateEvent)
        assert changed.data["edited_timestamp"] is None
        heard = [one for one in await bot.hears("message", 4) if isinstance(one, discord.Message)]
        kinds = discord.MessageType
        assert [one.type for one in heard[:4]] == [
            kinds.default,
            kinds.pins_add,
            kinds.thread_created,
            kinds.new_member,
        ]


async def test_a_socket_that_says_too_much_is_closed(server: LoopbackDiscord) -> None:
    async with aiohttp.ClientSession() as session:
        for said, code in (([{"op": 1, "d": 0}] * 121, 4008), ([{"op": 99}], 4001), ([{"op": 3, "d": {}}], 4003)):
            async with session.ws_connect(f"{server.gateway_url}?v=10&encoding=json") as socket:
                for one in said:
                    await socket.send_json(one)
                while not socket.closed:
                    await socket.receive()
                assert socket.close_code == code
        async with session.ws_connect(f"{server.gateway_url}?v=6&encoding=json") as socket:
            await socket.receive()
            assert socket.close_code == 4012


async def test_a_route_that_nobody_knows_is_remembered(pointed: LoopbackDiscord) -> None:
    async with Bot() as bot:
        await bot.login(pointed.token)
        assert (await refused(bot.http.request(discord.http.Route("GET", "/no/such/thing")))).status == 404
        assert [one.path for one in pointed.unknown] == ["/no/such/thing"]
        pointed.unknown.clear()
