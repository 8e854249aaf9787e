from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from adapters.discord import application_commands
from bot.catalogue.declared import CATALOGUE
from bot.effects import PostCard, SendDirect
from bot.events import FormSubmitted
from bot.views import Bilingual, Button, Card
from tests.wire.discord import answering
from tests.wire.discord.answering import STRICT, Bot
from tests.wire.discord.server import Channel, Guild, LoopbackDiscord, Member, Modal
from tests.wire.discord.server.world import Message

SETUP = ("setup-voice", "setup-team", "setup-person", "setup-channel", "setup-begin")


@dataclass
class Scene:
    server: LoopbackDiscord
    bot: Bot
    guild: Guild
    general: Channel
    ada: Member

    @property
    def owner(self) -> Member:
        return self.server.owner(self.guild)

    async def card(self, *buttons: Button) -> Message:
        card = Card(body=(Bilingual("Set me up.", ""),), buttons=buttons)
        place = answering.channel(self.guild, self.general)
        await self.bot.apply(PostCard(space=answering.space(self.guild), channel=place, card=card, locale="en"))
        return self.server.by_bot(self.general)[-1]

    def filled(self, modal: Modal) -> dict[str, Any]:
        """Something for every question."""
        role = next(one for one in self.guild.roles.values() if one.position)
        known: dict[int, Any] = {4: "some words", 5: [self.ada], 6: [role], 8: [self.general]}
        return {name: known.get(one["type"]) or [one["options"][0]["value"]] for name, one in modal.fields().items()}


@pytest.fixture
async def scene(pointed: LoopbackDiscord) -> AsyncIterator[Scene]:
    guild = pointed.add_guild("Tilleul")
    ada = pointed.add_member(guild, "ada")
    async with answering.bot(pointed) as bot:
        await application_commands.synchronise(bot.client, CATALOGUE, STRICT)
        yield Scene(pointed, bot, guild, pointed.channel(guild), ada)


async def opened(asked: Any) -> Modal:
    answer = await asked.answer()
    assert answer.kind == "modal"
    assert answer.modal is not None
    modal: Modal = answer.modal
    return modal


@pytest.mark.parametrize("name", [one.name.en for one in CATALOGUE.commands if one.form])
async def test_every_command_with_a_form_opens_it_and_the_form_arrives(scene: Scene, name: str) -> None:
    modal = await opened(scene.server.use_command(scene.owner, scene.general, name))
    sent = scene.server.submit(scene.owner, modal, scene.filled(modal))
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    form = CATALOGUE.form(event.form)
    assert form is not None
    assert [known for known, _ in event.values] == [question.id for question in form.form.questions]
    assert all(value for _, value in event.values)
    assert CATALOGUE.overlong(event) is None
    await scene.bot.answer(event)
    answer = await sent.answer()
    assert (answer.kind, answer.ephemeral) == ("reply", True)


@pytest.mark.parametrize("action", SETUP)
async def test_every_button_with_a_form_opens_it_and_the_form_arrives(scene: Scene, action: str) -> None:
    card = await scene.card(Button(id=action, label=Bilingual("Open", "")))
    modal = await opened(scene.server.press(scene.owner, card, action))
    sent = scene.server.submit(scene.owner, modal, scene.filled(modal))
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    assert event.form == action
    space = answering.space(scene.guild)
    assert all(value.startswith(space) for known, value in event.values if known in ("channel", "role", "account"))
    await scene.bot.answer(event)
    assert (await sent.answer()).ephemeral


async def test_a_form_of_a_button_begins_with_what_is_set(scene: Scene) -> None:
    place = answering.channel(scene.guild, scene.general)
    button = Button(
        id="setup-team",
        label=Bilingual("The team", ""),
        prefill=(("managers_channel", place), ("profile", "large"), ("outside_contact", "Zoé & co, 06?")),
    )
    card = await scene.card(button)
    pressed = card.components[0]["components"][0]["custom_id"]
    modal = await opened(scene.server.press(scene.owner, card, pressed))
    team = scene.server.channel(scene.guild)
    scene.server.submit(scene.owner, modal, {"managers_channel": [team], "profile": ["large"]})
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    assert dict(event.values) == {
        "managers_channel": place,
        "profile": "large",
        "outside_contact": "Zoé & co, 06?",
    }


async def test_a_form_is_not_opened_empty_where_what_it_began_with_is_forgotten(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    owner, general = pointed.owner(guild), pointed.channel(guild)
    button = Button(id="setup-team", label=Bilingual("The team", ""), prefill=(("outside_contact", "a" * 190),))
    card = Card(body=(Bilingual("Set me up.", ""),), buttons=(button,))
    place = answering.channel(guild, general)
    async with answering.bot(pointed) as bot:
        await bot.apply(PostCard(space=answering.space(guild), channel=place, card=card, locale="en"))
        (sent,) = pointed.by_bot(general)
        pressed = sent.components[0]["components"][0]["custom_id"]
        modal = await opened(pointed.press(owner, sent, pressed))
        assert modal.fields()["outside_contact"]["value"] == "a" * 190
    async with answering.bot(pointed) as bot:
        answer = await pointed.press(owner, sent, pressed).answer()
        assert "start again from the command" in answer.embeds[0]["description"]


async def test_a_report_from_a_message_cites_it_as_it_stood(scene: Scene) -> None:
    bob = scene.server.add_member(scene.guild, "bob")
    post = scene.server.post(bob, scene.general, "something nasty")
    modal = await opened(scene.server.use_menu(scene.ada, post, "Report"))
    scene.server.edit(bob, post, "nothing at all")
    scene.server.submit(scene.ada, modal, {"what": ["hurt"], "reason": "It hurts"})
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    assert event.cited is not None
    assert (event.cited.text, event.cited.author) == ("something nasty", answering.account(scene.guild, bob))
    assert event.cited.message == answering.message(scene.guild, post)
    assert dict(event.values) == {"what": "hurt", "account": "", "reason": "It hurts", "links": ""}


async def test_a_report_brings_what_was_written_around_once_it_is_sent(scene: Scene) -> None:
    bob = scene.server.add_member(scene.guild, "bob")
    said = [scene.server.post(bob, scene.general, f"word {number}") for number in range(5)]
    modal = await opened(scene.server.use_menu(scene.ada, said[2], "Report"))
    scene.server.post(bob, scene.general, "word 5")
    scene.server.submit(scene.ada, modal, {"what": ["hurt"]})
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    assert event.cited is not None
    assert [one.text for one in event.cited.around] == ["word 0", "word 1", "word 3", "word 4", "word 5"]


async def test_a_report_is_noted_in_time_whatever_stands_around(scene: Scene) -> None:
    bob = scene.server.add_member(scene.guild, "bob")
    said = scene.server.post(bob, scene.general, "nasty")
    modal = await opened(scene.server.use_menu(scene.ada, said, "Report"))
    scene.server.slow("GET", "/channels/{channel}/messages", 6.0)
    scene.server.submit(scene.ada, modal, {"what": ["hurt"]})
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    assert event.cited is not None
    assert (event.cited.text, event.cited.around) == ("nasty", ())


@pytest.mark.parametrize("gone", [False, True])
async def test_a_form_that_was_open_during_a_restart_still_cites_its_message(
    pointed: LoopbackDiscord, gone: bool
) -> None:
    guild = pointed.add_guild()
    ada, general = pointed.add_member(guild, "ada"), pointed.channel(guild)
    post = pointed.post(ada, general, "something nasty")
    async with answering.bot(pointed) as bot:
        await application_commands.synchronise(bot.client, CATALOGUE, STRICT)
        modal = await opened(pointed.use_menu(ada, post, "Report"))
    if gone:
        pointed.delete(ada, post)
    async with answering.bot(pointed) as bot:
        pointed.submit(ada, modal, {"what": ["hurt"]})
        event = await bot.heard()
        assert isinstance(event, FormSubmitted)
        assert event.cited is not None
        assert event.cited.message == answering.message(guild, post)
        assert (event.cited.text, event.cited.readable) == (("", False) if gone else ("something nasty", True))


async def test_a_person_is_reported_from_their_own_menu(scene: Scene) -> None:
    bob = scene.server.add_member(scene.guild, "bob")
    modal = await opened(scene.server.use_menu(scene.ada, bob, "Report", channel=scene.general))
    (default,) = modal.fields()["account"]["default_values"]
    assert str(default["id"]) == str(bob.id)
    scene.server.submit(scene.ada, modal, {"what": ["spam"], "account": [bob]})
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    assert dict(event.values)["account"] == answering.account(scene.guild, bob)
    assert event.cited is None


async def test_a_command_with_all_that_it_needs_opens_no_form(scene: Scene) -> None:
    bob = scene.server.add_member(scene.guild, "bob")
    modal = await opened(scene.server.use_command(scene.ada, scene.general, "report", {"account": bob}))
    assert str(modal.fields()["account"]["default_values"][0]["id"]) == str(bob.id)
    scene.server.use_command(scene.ada, scene.general, "report", {"account": bob, "reason": "He shouts"})
    assert (await scene.bot.heard()).kind == "command_invoked"


async def test_a_form_speaks_the_language_of_whoever_opens_it(scene: Scene) -> None:
    scene.ada.user.locale = "fr"
    modal = await opened(scene.server.use_command(scene.ada, scene.general, "report"))
    assert modal.title == "Le dire à l'équipe"


async def test_a_form_opened_in_private_is_about_its_server(pointed: LoopbackDiscord) -> None:
    guild, other = pointed.add_guild("Tilleul"), pointed.add_guild("Chêne")
    owner = pointed.owner(guild)
    assert other is not guild
    card = Card(body=(Bilingual("Hello", ""),), buttons=(Button(id="setup-voice", label=Bilingual("Voice", "")),))
    async with answering.bot(pointed) as bot:
        who = answering.account(guild, owner)
        await bot.apply(SendDirect(space=answering.space(guild), account=who, card=card, locale="en"))
        (sent,) = pointed.by_bot(pointed.dm(owner))
        modal = await opened(pointed.press(owner, sent, f"{guild.id}~setup-voice"))
        asked = pointed.submit(owner, modal, {"locale": ["fr"], "address": ["vous"]})
        event = await bot.heard()
        assert isinstance(event, FormSubmitted)
        assert (event.space, event.channel) == (answering.space(guild), None)
        assert dict(event.values) == {"locale": "fr", "address": "vous"}
        await bot.answer(event)
        await asked.answer()


async def test_no_form_is_kept_by_discord_py(scene: Scene) -> None:
    await opened(scene.server.use_command(scene.ada, scene.general, "report"))
    assert scene.bot.client._connection._view_store._modals == {}
