import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.catalogue.catalogue import spellings
from bot.catalogue.declared import CATALOGUE
from bot.catalogue.entries import CommandEntry, Parameter
from bot.effects import PostCard, SendDirect
from bot.errors import StorageUnavailable
from bot.events import Asked, ButtonPressed, CommandInvoked, MenuChosen
from bot.views import Bilingual, Button, Card, Document
from tests.wire.slack import answering
from tests.wire.slack.answering import DONE, Bot, words_of
from tests.wire.slack.server import Channel, LoopbackSlack, Message, User
from tests.wire.slack.wiring import space

ASK = Card(
    body=(Bilingual("Was that right?", "Était-ce juste ?"),),
    buttons=(Button(id="incident-ask:i1", label=Bilingual("Ask a person", "Demander")),),
)


@dataclass
class Scene:
    """A channel with Ada, Bob, who reads French, and the bot in it."""

    server: LoopbackSlack
    bot: Bot
    channel: Channel
    ada: User
    bob: User

    def post(self, card: Card = ASK) -> PostCard:
        place = answering.channel_of(self.server, self.channel)
        return PostCard(space=space(self.server), channel=place, card=card, locale="en")

    def directly(self, user: User) -> list[str]:
        return [words_of(one.blocks) for one in self.server.by_bot(self.server.dm(user))]

    async def card(self) -> Message:
        await self.bot.apply(self.post())
        return self.server.by_bot(self.channel)[-1]


@pytest.fixture
async def server() -> AsyncIterator[LoopbackSlack]:
    async with answering.as_asked_for() as running:
        yield running


@pytest.fixture
async def scene(server: LoopbackSlack) -> AsyncIterator[Scene]:
    ada, bob = server.add_user("ada"), server.add_user("bob", locale="fr-FR")
    channel = server.add_channel("help", ada, bob, server.owner())
    async with answering.bot(server) as bot:
        yield Scene(server, bot, channel, ada, bob)


TYPED = [(entry, name) for entry in CATALOGUE.commands for name in spellings(entry)]
WORDS = {
    "account": "<@{ada}|ada>",
    "channel": "<#{channel}|help>",
    "text": "some words &amp; more",
    "policy": "no-scam",
}


def typed(entry: CommandEntry) -> list[Parameter]:
    """What can be told in one line: words go on to its end."""
    words = next((at for at, one in enumerate(entry.parameters, 1) if one.kind == "text"), None)
    return list(entry.parameters[:words])


def line(entry: CommandEntry, name: str, scene: Scene) -> str:
    if entry.id == "help":
        return f"{name} report"
    told = [one.choices[0][0] if one.choices else WORDS.get(one.kind, "word") for one in typed(entry)]
    return " ".join([name, *told]).format(ada=scene.ada.id, channel=scene.channel.id)


@pytest.mark.parametrize(("entry", "name"), TYPED, ids=[name for _, name in TYPED])
async def test_every_command_is_understood_in_both_languages_and_by_mention_in_threads(
    scene: Scene, entry: CommandEntry, name: str
) -> None:
    said = line(entry, name, scene)
    asked = scene.server.slash(scene.ada, scene.channel, "/palabre", said)
    if entry.form and not any(one.required for one in entry.parameters):
        assert (await asked.answer()).kind == "modal"
        return
    first = scene.server.post(scene.ada, scene.channel, "hello")
    scene.server.post(scene.ada, scene.channel, f"<@{scene.server.bot.id}> {said}", thread=first)
    scene.server.post(scene.ada, scene.server.dm(scene.ada), said)
    await scene.bot.heard(3)
    by_slash, *others = scene.bot.guide.asked_for
    assert isinstance(by_slash, CommandInvoked)
    assert by_slash.command == entry.id
    given = dict(by_slash.arguments)
    assert list(given) == [one.id for one in typed(entry)]
    assert given.get("account") in (None, answering.account(scene.server, scene.ada))
    assert given.get("reason", given.get("text")) in (None, "some words & more")
    assert {(one.command, one.arguments) for one in others if isinstance(one, CommandInvoked)} == {
        (entry.id, by_slash.arguments)
    }
    assert {one.channel for one in others} == {by_slash.channel, None}
    assert (by_slash.name, by_slash.locale, by_slash.roles) == ("Ada", "en", ())


async def test_an_answer_is_seen_by_whoever_asked_alone(scene: Scene) -> None:
    asked = scene.server.slash(scene.bob, scene.channel, "/palabre", "aide")
    await scene.bot.answer(await scene.bot.heard())
    answer = await asked.answer()
    assert (answer.kind, words_of(answer.blocks)) == ("ephemeral", "Fait.")
    assert not asked.late


async def test_an_answer_within_the_commit_and_one_long_after_it_arrive(scene: Scene) -> None:
    async def reacts(event: Asked) -> None:
        await scene.bot.answer(event)

    scene.bot.guide.reacts = reacts
    asked = scene.server.slash(scene.ada, scene.channel, "/palabre", "help")
    assert words_of((await asked.answer()).blocks) == "Done."
    await asked.acknowledged()
    scene.bot.later = timedelta(minutes=28)
    await scene.bot.answer(scene.bot.guide.asked_for[0])
    assert (await asked.nth(2)).kind == "ephemeral"
    scene.bot.later = timedelta(minutes=30)
    await scene.bot.answer(scene.bot.guide.asked_for[0])
    assert scene.directly(scene.ada) == ["Done."]


async def test_after_five_answers_the_next_comes_by_direct_message(scene: Scene) -> None:
    asked = scene.server.slash(scene.ada, scene.channel, "/palabre", "help")
    event = await scene.bot.heard()
    for _ in range(6):
        await scene.bot.answer(event)
    assert len([one for one in asked.answers if one.kind == "ephemeral"]) == 5
    assert scene.directly(scene.ada) == ["Done."]


async def test_in_a_thread_the_answer_stands_in_the_thread(scene: Scene) -> None:
    first = scene.server.post(scene.bob, scene.channel, "bonjour")
    scene.server.post(scene.bob, scene.channel, f"<@{scene.server.bot.id}> aide", thread=first)
    event = await scene.bot.heard()
    await scene.bot.answer(event, Card(body=(Bilingual("Use /report.", "Utilise /signaler."),)))
    (answer,) = scene.server.ephemeral(scene.bob, scene.channel)
    assert answer.thread_ts == first.ts
    assert words_of(answer.blocks) == "Utilise le raccourci «\u202fSignaler\u202f» du menu d'un message."


async def test_only_words_that_begin_with_its_name_are_for_the_bot(scene: Scene) -> None:
    scene.server.post(scene.ada, scene.channel, f"thanks, <@{scene.server.bot.id}> help")
    scene.server.post(scene.ada, scene.channel, "help")
    await scene.bot.wired.settled()
    assert scene.bot.guide.asked_for == []
    assert scene.server.ephemeral(scene.ada, scene.channel) == []


MISTAKES = (
    ("hlep", "I do not know “hlep”. Did you mean /palabre help?"),
    ("sgnaler", "I do not know “sgnaler”. Did you mean /signaler?"),
    ("privacy shwo", "I do not know “privacy shwo”. Did you mean /palabre privacy show?"),
    (
        "données",
        "“données” needs one more word: /palabre privacy show, /palabre privacy export, /palabre privacy forget.",
    ),
    ("xyzzy <!channel>", "I do not know “xyzzy @channel”. /palabre help lists everything."),
    ("policy show", "I still need to know: The rule. It is written like this: /palabre policy show [the rule]"),
    ("report @nobody x", "I find nobody called @nobody. Type @ and choose the person from the list that Slack shows."),
    ("language klingon", "“klingon” is none of these: en, fr, auto."),
    ("setup now", "That is more than I can use: now. It is written like this: /palabre setup"),
)


@pytest.mark.parametrize(("typed", "said"), MISTAKES)
async def test_whoever_mistypes_reads_what_to_type_instead(scene: Scene, typed: str, said: str) -> None:
    asked = scene.server.slash(scene.ada, scene.channel, "/palabre", typed)
    answer = await asked.answer()
    assert words_of(answer.blocks) == said
    assert scene.bot.guide.asked_for == []
    assert scene.server.pings == []


async def hinted(scene: Scene, number: int) -> None:
    await scene.server.wait_for(lambda: len(scene.server.ephemeral(scene.bob, scene.channel)) == number)


async def test_in_a_thread_a_hint_names_the_mention(scene: Scene) -> None:
    first = scene.server.post(scene.bob, scene.channel, "bonjour")
    for number, typed in enumerate(("règles voir", "regles vior"), 1):
        scene.server.post(scene.bob, scene.channel, f"<@{scene.server.bot.id}>, {typed}", thread=first)
        await hinted(scene, number)
    hints = scene.server.ephemeral(scene.bob, scene.channel)
    assert {one.thread_ts for one in hints} == {first.ts}
    said = [words_of(one.blocks) for one in hints]
    assert "@Palabre règles voir [la règle]" in said[0]
    assert "@Palabre règles voir\u202f?" in said[1]
    assert not any("/" in one for one in said)


@pytest.mark.parametrize("place", ["thread", "direct"])
async def test_whoever_turns_to_the_bot_as_to_a_person_reads_how_people_are_reached(scene: Scene, place: str) -> None:
    said = "Quelqu'un me harcèle, je ne sais pas quoi faire"
    if place == "thread":
        first = scene.server.post(scene.bob, scene.channel, "bonjour")
        scene.server.post(scene.bob, scene.channel, f"<@{scene.server.bot.id}> {said}", thread=first)
        await scene.server.wait_for(lambda: bool(scene.server.ephemeral(scene.bob, scene.channel)))
        (answer,) = scene.server.ephemeral(scene.bob, scene.channel)
    else:
        conversation = scene.server.dm(scene.bob)
        scene.server.post(scene.bob, conversation, said)
        await scene.server.wait_for(lambda: bool(scene.server.by_bot(conversation)))
        (answer,) = scene.server.by_bot(conversation)
    assert "Je suis un programme" in words_of(answer.blocks)
    assert ("@Palabre aide" if place == "thread" else "/palabre aide") in words_of(answer.blocks)
    shown = await scene.server.press(scene.bob, answer, "open-form:report").answer()
    assert shown.kind == "modal"


async def test_names_of_policies_are_suggested(scene: Scene) -> None:
    scene.bot.guide.offers = [("no-scam", "No scams"), ("kindness", "Kindness")]
    asked = scene.server.slash(scene.ada, scene.channel, "/palabre", "policy show")
    assert "For example: no-scam, kindness." in words_of((await asked.answer()).blocks)


async def test_whoever_is_known_by_name_need_not_be_chosen_from_the_list(scene: Scene) -> None:
    scene.server.slash(scene.ada, scene.channel, "/report", "@bob he was rude")
    event = await scene.bot.heard()
    assert isinstance(event, CommandInvoked)
    assert event.arguments == (("account", answering.account(scene.server, scene.bob)), ("reason", "he was rude"))


async def test_the_explain_shortcut_cites_the_message_as_it_stands(scene: Scene) -> None:
    card = await scene.card()
    asked = scene.server.shortcut(scene.ada, card, "menu:explain")
    event = await scene.bot.heard()
    assert isinstance(event, MenuChosen)
    assert event.cited.buttons == ("incident-ask:i1",)
    assert event.cited.message == answering.message_of(scene.server, card)
    await scene.bot.answer(event)
    assert (await asked.answer()).kind == "ephemeral"


async def test_a_press_is_answered_and_the_card_stays_as_it_is(scene: Scene) -> None:
    card = await scene.card()
    before = list(card.blocks)
    asked = scene.server.press(scene.bob, card, "incident-ask:i1")
    event = await scene.bot.heard()
    assert isinstance(event, ButtonPressed)
    assert (event.button, event.message) == ("incident-ask:i1", answering.message_of(scene.server, card))
    await scene.bot.answer(event)
    answer = await asked.answer()
    assert (answer.kind, words_of(answer.blocks)) == ("ephemeral", "Fait.")
    assert card.blocks == before


@pytest.mark.parametrize("said", ["help me I am scared", "Help me!", "aide-moi", "aide moi, j'ai peur"])
async def test_whoever_asks_for_help_in_their_own_words_finds_people(scene: Scene, said: str) -> None:
    scene.server.post(scene.ada, scene.server.dm(scene.ada), said)
    await scene.server.wait_for(lambda: bool(scene.directly(scene.ada)))
    assert "To reach people, press the button" in scene.directly(scene.ada)[0]
    assert not scene.bot.guide.asked_for


@pytest.mark.parametrize("said", ["help", "aide !", "help report", "aide Regles voir"])
async def test_whoever_asks_what_there_is_is_told(scene: Scene, said: str) -> None:
    scene.server.post(scene.ada, scene.server.dm(scene.ada), said)
    assert (await scene.bot.heard()).kind == "command_invoked"


async def test_buttons_work_after_a_restart_also_in_direct_messages(server: LoopbackSlack) -> None:
    ada = server.add_user("ada")
    async with answering.bot(server) as bot:
        account = answering.account(server, ada)
        await bot.apply(SendDirect(space=space(server), account=account, card=ASK, locale="en"))
    (card,) = server.by_bot(server.dm(ada))
    async with answering.bot(server) as bot:
        asked = server.press(ada, card, "incident-ask:i1")
        event = await bot.heard()
        assert isinstance(event, ButtonPressed)
        assert (event.button, event.channel) == ("incident-ask:i1", None)
        await bot.answer(event)
        assert (await asked.answer()).kind == "ephemeral"


async def test_an_answer_to_a_request_of_before_the_restart_comes_directly(server: LoopbackSlack) -> None:
    ada = server.add_user("ada")
    channel = server.add_channel("help", ada)
    async with answering.bot(server) as bot:
        server.slash(ada, channel, "/palabre", "help")
        event = await bot.heard()
        await server.settled()
    async with answering.bot(server) as bot:
        await bot.answer(event)
    assert [words_of(one.blocks) for one in server.by_bot(server.dm(ada))] == ["Done."]


async def test_a_slow_commit_keeps_nobody_waiting_in_vain(scene: Scene) -> None:
    async def reacts(event: Asked) -> None:
        await asyncio.sleep(3.2)

    scene.bot.guide.reacts = reacts
    asked = scene.server.slash(scene.ada, scene.channel, "/palabre", "help")
    assert await asked.acknowledged() < 3
    await scene.bot.answer(await scene.bot.heard())
    assert [one.kind for one in asked.answers] == ["ephemeral"]


async def test_whoever_asked_in_vain_is_told_in_their_language(scene: Scene) -> None:
    scene.bot.guide.failures = [StorageUnavailable("full")] * 50
    asked = scene.server.slash(scene.bob, scene.channel, "/palabre", "aide")
    answer = await asked.answer(20)
    assert "n'a pas été noté" in words_of(answer.blocks)
    assert not asked.late


async def test_an_unknown_button_and_an_unknown_shortcut_go_nowhere(scene: Scene) -> None:
    said = scene.server.post(scene.ada, scene.channel, "hello")
    asked = scene.server.shortcut(scene.ada, said, "menu:gone")
    assert "I do not know this any more" in words_of((await asked.answer()).blocks)
    assert scene.bot.guide.asked_for == []


async def test_a_card_with_files_comes_as_an_answer_and_a_file_in_the_direct_conversation(scene: Scene) -> None:
    asked = scene.server.slash(scene.ada, scene.channel, "/palabre", "privacy export")
    file = Document(name="about-you.json", media_type="application/json", content="{}")
    await scene.bot.answer(await scene.bot.heard(), replace(DONE, files=(file,)))
    assert "The file is in our direct conversation" in words_of((await asked.answer()).blocks)
    (shared,) = scene.server.dm(scene.ada).messages.values()
    assert len(shared.files) == 1
