import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from adapters.discord import application_commands
from bot.catalogue.declared import CATALOGUE
from bot.catalogue.entries import CommandEntry
from bot.effects import PostCard, SendDirect
from bot.errors import StorageUnavailable
from bot.events import Asked, ButtonPressed, CommandInvoked, MenuChosen, Named
from bot.ids import EventId
from bot.views import Bilingual, Button, Card
from tests.wire.discord import answering
from tests.wire.discord.answering import STRICT, Bot
from tests.wire.discord.conftest import point
from tests.wire.discord.server import Channel, Guild, LoopbackDiscord, Member, Message, permissions

ASK = Card(
    body=(Bilingual("I took it down.", ""),),
    buttons=(Button(id="incident-ask:i1", label=Bilingual("Ask a person", "")),),
)


@dataclass
class Scene:
    server: LoopbackDiscord
    bot: Bot
    guild: Guild
    general: Channel
    ada: Member


async def synchronised(server: LoopbackDiscord, bot: Bot) -> None:
    await application_commands.synchronise(bot.client, CATALOGUE, STRICT)


@pytest.fixture
async def scene(pointed: LoopbackDiscord) -> AsyncIterator[Scene]:
    guild = pointed.add_guild("Tilleul", channels=("general", "team"))
    ada = pointed.add_member(guild, "ada")
    async with answering.bot(pointed) as bot:
        await synchronised(pointed, bot)
        yield Scene(pointed, bot, guild, pointed.channel(guild), ada)


async def test_commands_are_changed_only_where_they_differ(pointed: LoopbackDiscord) -> None:
    pointed.add_guild()
    route = "/applications/{application}/commands"
    async with answering.bot(pointed) as bot:
        assert await application_commands.synchronise(bot.client, CATALOGUE, STRICT)
        assert not await application_commands.synchronise(bot.client, CATALOGUE, STRICT)
        assert len(pointed.made("PUT", route)) == 1
        next(iter(pointed.world.commands.values()))["description_localizations"]["fr"] = "autre chose"
        assert await application_commands.synchronise(bot.client, CATALOGUE, STRICT)


@pytest.mark.parametrize("entry", [one for one in CATALOGUE.commands if one.form is None], ids=lambda one: str(one.id))
async def test_every_command_without_a_form_arrives(scene: Scene, entry: CommandEntry) -> None:
    owner = scene.server.owner(scene.guild)
    values: dict[str, Any] = {
        one.id: one.choices[0][0] if one.choices else scene.ada if one.kind == "account" else "starter/one"
        for one in entry.parameters
    }
    asked = scene.server.use_command(owner, scene.general, entry.name.en, values)
    ada = answering.account(scene.guild, scene.ada)
    event = await scene.bot.heard()
    await scene.bot.answer(event)
    assert event == CommandInvoked(
        id=event.id,
        space=answering.space(scene.guild),
        at=event.at,
        account=answering.account(scene.guild, owner),
        channel=answering.channel(scene.guild, scene.general),
        name=event.name,
        roles=event.roles,
        locale="en",
        command=entry.id,
        arguments=tuple((name, ada if value is scene.ada else value) for name, value in values.items()),
        named=(Named(account=ada),) if scene.ada in values.values() else (),
    )
    answer = await asked.answer()
    assert (answer.kind, answer.ephemeral) == ("reply", True)
    assert answer.embeds[0]["description"] == "Done."


async def test_accounts_come_by_our_ids_and_nobody_needs_to_be_asked_about(scene: Scene) -> None:
    bob = scene.server.add_member(scene.guild, "bob")
    before = len(scene.server.requests)
    scene.server.use_command(scene.ada, scene.general, "report", {"account": bob, "reason": "He shouts"})
    event = await scene.bot.heard()
    assert isinstance(event, CommandInvoked)
    assert event.arguments == (("account", answering.account(scene.guild, bob)), ("reason", "He shouts"))
    assert len(scene.server.requests) == before


async def test_whoever_owns_or_manages_the_server_is_known_for_it(scene: Scene) -> None:
    here = answering.space(scene.guild)
    manager = scene.server.add_role(scene.guild, "managers", permissions.MANAGE_GUILD)
    await scene.bot.wired.settled()
    who = [scene.server.owner(scene.guild), scene.server.add_member(scene.guild, "bob", manager), scene.ada]
    for one in who:
        scene.server.use_command(one, scene.general, "help")
    await scene.bot.heard(3)
    roles = {event.account: set(event.roles or ()) for event in scene.bot.events}
    assert roles[answering.account(scene.guild, who[0])] == {f"{here}/owner", f"{here}/admin"}
    assert roles[answering.account(scene.guild, who[1])] == {f"{here}/{manager.id}", f"{here}/admin"}
    assert roles[answering.account(scene.guild, who[2])] == set()


@pytest.mark.parametrize(("spoken", "locale"), [("fr", "fr"), ("en-GB", "en"), ("de", None)])
async def test_the_language_of_whoever_asks_is_told(scene: Scene, spoken: str, locale: str | None) -> None:
    scene.ada.user.locale = spoken
    scene.server.use_command(scene.ada, scene.general, "help")
    assert (await scene.bot.heard()).locale == locale


async def test_a_policy_is_completed_while_it_is_written(scene: Scene) -> None:
    scene.bot.guide.offers = lambda begun: [(f"starter/{begun}{n}", f"Rule {n} {'x' * 120}") for n in range(40)]
    asked = scene.server.autocomplete(scene.ada, scene.general, "policy show", "policy", "sc")
    choices = (await asked.answer()).choices
    assert len(choices) == 25
    assert choices[0]["value"] == "starter/sc0"


async def test_suggestions_that_fail_or_take_long_are_none(scene: Scene) -> None:
    def fails(_: str) -> list[tuple[str, str]]:
        raise StorageUnavailable("gone")

    scene.bot.guide.offers = fails
    asked = scene.server.autocomplete(scene.ada, scene.general, "policy show", "policy", "sc")
    assert (await asked.answer()).choices == []
    scene.bot.guide.pause, scene.bot.interactions.completing = 5.0, 0.05
    asked = scene.server.autocomplete(scene.ada, scene.general, "policy show", "policy", "sc")
    assert (await asked.answer()).choices == []


async def test_an_answer_that_takes_longer_than_discord_waits_comes_all_the_same(scene: Scene) -> None:
    async def slow(event: Asked) -> None:
        await asyncio.sleep(0.3)

    scene.bot.reacts, scene.bot.interactions.answers.patience = slow, 0.1
    asked = scene.server.use_command(scene.ada, scene.general, "help")
    assert await asked.acknowledged() == "defer"
    event = await scene.bot.heard()
    await asyncio.sleep(0.35)
    await scene.bot.answer(event)
    answer = await asked.answer()
    assert (answer.kind, answer.ephemeral) == ("reply", True)
    assert not asked.waiting
    await scene.bot.answer(event)
    assert (await asked.nth(2)).kind == "followup"
    assert (await asked.nth(2)).ephemeral


async def test_the_usual_patience_is_within_the_time_that_discord_grants(scene: Scene) -> None:
    async def slow(event: Asked) -> None:
        await asyncio.sleep(2.9)

    scene.bot.reacts = slow
    asked = scene.server.use_command(scene.ada, scene.general, "help")
    assert await asked.acknowledged() == "defer"
    assert scene.server.late == 0


async def test_several_answers_to_one_question_follow_each_other(scene: Scene) -> None:
    asked = scene.server.use_command(scene.ada, scene.general, "help")
    event = await scene.bot.heard()
    for _ in range(3):
        await scene.bot.answer(event)
    assert [(await asked.nth(number)).kind for number in (1, 2, 3)] == ["reply", "followup", "followup"]
    assert scene.server.by_bot(scene.server.dm(scene.ada)) == []


async def test_after_fifteen_minutes_the_answer_goes_by_direct_message(scene: Scene) -> None:
    scene.server.use_command(scene.ada, scene.general, "help")
    event = await scene.bot.heard()
    scene.bot.later = timedelta(minutes=16)
    scene.server.advance(16 * 60)
    await scene.bot.answer(event, ASK)
    (sent,) = scene.server.by_bot(scene.server.dm(scene.ada))
    assert sent.components[0]["components"][0]["custom_id"] == f"{scene.guild.id}~incident-ask:i1"


async def test_a_token_that_discord_forgot_earlier_ends_in_a_direct_message_too(scene: Scene) -> None:
    asked = scene.server.use_command(scene.ada, scene.general, "help")
    event = await scene.bot.heard()
    await scene.bot.answer(event)
    await asked.answer()
    scene.server.advance(16 * 60)
    await scene.bot.answer(event)
    assert len(scene.server.by_bot(scene.server.dm(scene.ada))) == 1


async def test_an_answer_too_late_for_discord_goes_by_direct_message(scene: Scene) -> None:
    scene.server.desk.deadline = 0.0
    scene.server.use_command(scene.ada, scene.general, "help")
    event = await scene.bot.heard()
    await asyncio.sleep(0.02)
    await scene.bot.answer(event)
    assert len(scene.server.by_bot(scene.server.dm(scene.ada))) == 1


async def test_whoever_asked_an_earlier_process_is_answered_by_direct_message(scene: Scene) -> None:
    event = CommandInvoked(
        id=EventId("interaction:1"),
        space=answering.space(scene.guild),
        at=scene.bot.now(),
        account=answering.account(scene.guild, scene.ada),
        channel=None,
        command="help",
    )
    await scene.bot.answer(event)
    assert len(scene.server.by_bot(scene.server.dm(scene.ada))) == 1


async def test_what_could_not_be_noted_is_said_in_their_language(scene: Scene) -> None:
    async def fails(event: Asked) -> None:
        raise StorageUnavailable("the disk is full")

    scene.bot.reacts = fails
    scene.ada.user.locale = "fr"
    asked = scene.server.use_command(scene.ada, scene.general, "help")
    answer = await asked.answer()
    assert answer.ephemeral
    assert answer.embeds[0]["description"].endswith("C'est à refaire dans un instant.")


async def test_a_command_without_an_answer_leaves_nobody_waiting(scene: Scene) -> None:
    answers = scene.bot.interactions.answers
    answers.patience, answers.silence = 0.05, 0.2
    asked = scene.server.use_command(scene.ada, scene.general, "help")
    assert await asked.acknowledged() == "defer"
    await scene.bot.wired.until(lambda: asked.original and asked.original.id not in scene.general.messages)
    await scene.bot.answer(await scene.bot.heard())
    assert (await asked.answer()).ephemeral


async def test_a_message_is_cited_with_its_words_though_the_bot_may_not_read_messages(
    untouched_addresses: None,
) -> None:
    async with LoopbackDiscord(identify_window=0.0, privileged=0) as server:
        point(server)
        guild = server.add_guild()
        bob, ada = server.add_member(guild, "bob"), server.add_member(guild, "ada")
        post = server.post(bob, server.channel(guild), f"hello <@{ada.id}>")
        async with answering.bot(server) as bot:
            await synchronised(server, bot)
            server.use_menu(ada, post, "Explain this decision")
            event = await bot.heard()
            assert isinstance(event, MenuChosen)
            assert event.menu == "explain"
            assert event.cited.text == "hello @ada"
            assert event.cited.author == answering.account(guild, bob)
            assert event.cited.message == answering.message(guild, post)


async def test_a_forwarded_message_is_cited_with_what_it_forwards(scene: Scene) -> None:
    post = scene.server.post(scene.ada, scene.general, "the first words")
    forwarded = scene.server.forward(scene.ada, post, scene.server.channel(scene.guild, "team"))
    scene.server.use_menu(scene.ada, forwarded, "Explain this decision")
    event = await scene.bot.heard()
    assert isinstance(event, MenuChosen)
    assert "the first words" in event.cited.text


async def test_a_card_of_the_bots_own_is_cited_with_its_buttons(scene: Scene) -> None:
    await scene.bot.apply(
        PostCard(
            space=answering.space(scene.guild),
            channel=answering.channel(scene.guild, scene.general),
            card=ASK,
            locale="en",
        )
    )
    (card,) = scene.server.by_bot(scene.general)
    scene.server.use_menu(scene.ada, card, "Explain this decision")
    event = await scene.bot.heard()
    assert isinstance(event, MenuChosen)
    assert event.cited.buttons == ("incident-ask:i1",)
    assert event.cited.text == "I took it down."


async def test_a_button_works_after_a_restart_and_stops_spinning(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    ada, general = pointed.add_member(guild, "ada"), pointed.channel(guild)
    effect = PostCard(space=answering.space(guild), channel=answering.channel(guild, general), card=ASK, locale="en")
    async with answering.bot(pointed) as bot:
        await bot.apply(effect)
    (card,) = pointed.by_bot(general)
    async with answering.bot(pointed) as bot:
        asked = pointed.press(ada, card, "incident-ask:i1")
        event = await bot.heard()
        assert isinstance(event, ButtonPressed)
        assert (event.action, event.subject) == ("incident-ask", "i1")
        assert event.message == answering.message(guild, card)
        assert await asked.acknowledged() == "defer_update"
        await bot.answer(event)
        answer = await asked.answer()
        assert (answer.kind, answer.ephemeral) == ("followup", True)


async def test_a_button_in_a_direct_message_is_about_its_server(pointed: LoopbackDiscord) -> None:
    guild, other = pointed.add_guild("Tilleul"), pointed.add_guild("Chêne")
    ada = pointed.add_member(guild, "ada")
    send = SendDirect(space=answering.space(guild), account=answering.account(guild, ada), card=ASK, locale="en")
    assert other.id != guild.id
    async with answering.bot(pointed) as bot:
        await bot.apply(send)
        (card,) = pointed.by_bot(pointed.dm(ada))
        asked = pointed.press(ada, card, f"{guild.id}~incident-ask:i1")
        event = await bot.heard()
        assert isinstance(event, ButtonPressed)
        assert (event.space, event.channel, event.roles) == (answering.space(guild), None, None)
        assert event.button == "incident-ask:i1"
        await bot.answer(event, ASK)
        answer = await asked.answer()
        assert list(answer.buttons()) == [f"{guild.id}~incident-ask:i1"]


async def test_a_button_of_a_server_that_the_bot_has_left_is_answered_all_the_same(pointed: LoopbackDiscord) -> None:
    guild, other = pointed.add_guild("Tilleul"), pointed.add_guild("Chêne")
    ada = pointed.add_member(guild, "ada")
    send = SendDirect(space=answering.space(guild), account=answering.account(guild, ada), card=ASK, locale="en")
    async with answering.bot(pointed) as bot:
        await bot.apply(send)
        (card,) = pointed.by_bot(pointed.dm(ada))
        pointed.kick(pointed.owner(guild), pointed.bot(guild))
        await bot.wired.until(lambda: [one.id for one in bot.client.guilds] == [other.id])
        asked = pointed.press(ada, card, f"{guild.id}~incident-ask:i1")
        assert "ask me in the server" in (await asked.answer()).embeds[0]["description"]
        assert bot.events == []


async def test_a_command_in_a_direct_message_is_about_the_only_server(scene: Scene) -> None:
    asked = scene.server.use_command(scene.ada, scene.server.dm(scene.ada), "help")
    event = await scene.bot.heard()
    assert (event.space, event.channel) == (answering.space(scene.guild), None)
    await scene.bot.answer(event)
    assert (await asked.answer()).embeds[0]["description"] == "Done."


async def test_where_several_servers_could_be_meant_the_person_is_told_to_ask_there(scene: Scene) -> None:
    scene.server.join(scene.server.add_guild("Chêne"), scene.ada.user)
    await scene.bot.wired.until(lambda: len(scene.bot.client.guilds) == 2)
    asked = scene.server.use_command(scene.ada, scene.server.dm(scene.ada), "privacy show")
    answer = await asked.answer()
    assert "ask me in the server" in answer.embeds[0]["description"]
    assert scene.bot.events == []


async def test_of_several_servers_the_one_that_somebody_is_in_is_meant(scene: Scene) -> None:
    scene.server.add_guild("Chêne")
    await scene.bot.wired.until(lambda: len(scene.bot.client.guilds) == 2)
    scene.server.use_command(scene.ada, scene.server.dm(scene.ada), "privacy show")
    assert (await scene.bot.heard()).space == answering.space(scene.guild)


async def test_where_discord_does_not_say_who_is_where_the_person_is_told_to_ask_there(scene: Scene) -> None:
    scene.server.add_guild("Chêne")
    await scene.bot.wired.until(lambda: len(scene.bot.client.guilds) == 2)
    scene.bot.interactions.finding = 0.05
    scene.server.slow("GET", "/guilds/{guild}/members/{user}", 0.5, times=2)
    asked = scene.server.use_command(scene.ada, scene.server.dm(scene.ada), "privacy show")
    assert "ask me in the server" in (await asked.answer()).embeds[0]["description"]


async def test_a_command_that_the_catalogue_no_longer_has_is_told(scene: Scene) -> None:
    scene.server.command(scene.general, "help")["name"] = "helpp"
    asked = scene.server.use_command(scene.ada, scene.general, "helpp")
    assert "I was changed or restarted since" in (await asked.answer()).embeds[0]["description"]


async def test_an_answer_that_discord_has_had_already_goes_as_another(scene: Scene) -> None:
    scene.server.fail("POST", "/interactions/{interaction}/{token}/callback", 500, after=True)
    asked = scene.server.use_command(scene.ada, scene.general, "help")
    event = await scene.bot.heard()
    await scene.bot.answer(event)
    assert (await asked.answer()).kind == "reply"
    assert scene.server.by_bot(scene.server.dm(scene.ada)) == []


async def test_a_button_of_a_private_answer_names_no_message_since_nobody_can_reword_it(scene: Scene) -> None:
    asked = scene.server.use_command(scene.ada, scene.general, "help")
    await scene.bot.answer(await scene.bot.heard(), ASK)
    shown = (await asked.answer()).message
    assert isinstance(shown, Message)
    scene.server.press(scene.ada, shown, "incident-ask:i1")
    event = await scene.bot.heard(2)
    assert isinstance(event, ButtonPressed)
    assert (event.button, event.message) == ("incident-ask:i1", None)
    await scene.bot.answer(event)
