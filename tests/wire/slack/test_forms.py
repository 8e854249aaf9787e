import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from bot.catalogue.declared import CATALOGUE
from bot.catalogue.entries import FormEntry
from bot.commands import Level
from bot.effects import PostCard
from bot.errors import StorageUnavailable
from bot.events import Asked, FormSubmitted
from bot.views import Bilingual, Button, Card, Question
from tests.wire.slack import answering
from tests.wire.slack.answering import Bot, words_of
from tests.wire.slack.server import Channel, LoopbackSlack, User
from tests.wire.slack.server.faults import Fault
from tests.wire.slack.server.interactions import Asked as Shown
from tests.wire.slack.wiring import space


@dataclass
class Scene:
    """A channel with Ada, Bob, who reads French, and the bot in it."""

    server: LoopbackSlack
    bot: Bot
    channel: Channel
    ada: User
    bob: User

    async def pressed(self, button: Button, user: User | None = None) -> Shown:
        place = answering.channel_of(self.server, self.channel)
        card = Card(body=(Bilingual("Set up", ""),), buttons=(button,))
        await self.bot.apply(PostCard(space=space(self.server), channel=place, card=card, locale="en"))
        return self.server.press(user or self.ada, self.server.by_bot(self.channel)[-1], button.id)

    def value(self, question: Question) -> Any:
        match question.kind:
            case "account":
                return self.bob.id
            case "channel":
                return self.channel.id
            case "role":
                return "admin"
            case "choice":
                return question.choices[0][0]
            case _:
                return "some words"[: question.most]

    def given(self, question: Question) -> str:
        here = space(self.server)
        return (
            f"{here}/{self.value(question)}"
            if question.kind in ("account", "channel", "role")
            else self.value(question)
        )


@pytest.fixture
async def server() -> AsyncIterator[LoopbackSlack]:
    async with answering.as_asked_for() as running:
        yield running


@pytest.fixture
async def scene(server: LoopbackSlack) -> AsyncIterator[Scene]:
    ada, bob = server.add_user("ada"), server.add_user("bob", locale="fr-FR")
    channel = server.add_channel("help", ada, bob, server.owner())
    server.create_group(server.owner(), "mods", bob)
    async with answering.bot(server) as bot:
        yield Scene(server, bot, channel, ada, bob)


def opening(entry: FormEntry) -> str:
    """What opens a form: a button, a command, or an entry of a message's menu."""
    kinds = (("button", CATALOGUE.actions), ("command", CATALOGUE.commands), ("menu", CATALOGUE.menus))
    return next(f"{kind} {one.id}" for kind, entries in kinds for one in entries if one.form == entry.id)


@pytest.mark.parametrize("entry", CATALOGUE.forms, ids=[one.id for one in CATALOGUE.forms])
@pytest.mark.parametrize("who", ["ada", "bob"])
async def test_every_form_opens_and_is_sent(scene: Scene, entry: FormEntry, who: str) -> None:
    user: User = getattr(scene, who)
    kind, _, name = opening(entry).partition(" ")
    if kind == "button":
        asked = await scene.pressed(Button(id=f"{name}:x9", label=Bilingual("Open", "")), user)
    elif kind == "menu":
        asked = scene.server.shortcut(user, scene.server.post(scene.ada, scene.channel, "hello"), f"menu:{name}")
    else:
        asked = scene.server.slash(user, scene.channel, "/palabre", name)
    shown = await asked.answer()
    assert shown.kind == "modal", shown
    assert shown.view is not None
    values = {one.id: scene.value(one) for one in entry.form.questions}
    sent = scene.server.submit(user, shown.view, values)
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    assert (event.form, event.about) == (entry.id, "x9" if kind == "button" else "")
    assert dict(event.values) == {one.id: scene.given(one) for one in entry.form.questions}
    assert event.locale == ("fr" if who == "bob" else "en")
    await scene.bot.answer(event)
    await scene.server.wait_for(
        lambda: words_of(sent.answers[-1].blocks) in ("Fait.", "Done.") if sent.answers else False
    )
    assert sent.answers[-1].kind == "update"
    assert words_of(sent.answers[-1].blocks) == ("Fait." if who == "bob" else "Done.")


@pytest.mark.parametrize("form", [one.form for one in CATALOGUE.commands if one.form and one.level == Level.MEMBER])
async def test_forms_for_everybody_stand_in_the_shortcuts_menu(scene: Scene, form: str) -> None:
    shown = await scene.server.global_shortcut(scene.ada, f"form:{form}").answer()
    assert shown.kind == "modal"
    entry = CATALOGUE.form(form)
    assert entry is not None
    assert shown.view is not None
    scene.server.submit(scene.ada, shown.view, {one.id: scene.value(one) for one in entry.form.questions})
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    assert event.channel is None


async def test_a_report_cites_the_message_whose_menu_it_came_from(scene: Scene) -> None:
    first = scene.server.post(scene.bob, scene.channel, "hello")
    said = scene.server.post(scene.bob, scene.channel, f"you &amp; <@{scene.ada.id}> go away", thread=first)
    shown = await scene.server.shortcut(scene.ada, said, "menu:report").answer()
    assert shown.view is not None
    scene.server.submit(scene.ada, shown.view, {"what": "hurt"})
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    assert event.cited is not None
    assert (event.cited.text, event.cited.author) == ("you & @Ada go away", answering.account(scene.server, scene.bob))
    assert dict(event.values) == {"what": "hurt", "account": "", "reason": "", "links": ""}


async def test_a_report_brings_what_was_written_around_once_it_is_sent(scene: Scene) -> None:
    said = [scene.server.post(scene.bob, scene.channel, f"word {number}") for number in range(5)]
    reply = scene.server.post(scene.bob, scene.channel, "in the thread", thread=said[1])
    for one, around in (
        (said[2], ["word 0", "word 1", "word 3", "word 4"]),
        (said[1], ["word 0", "word 2", "word 3", "word 4"]),
        (reply, ["word 1"]),
    ):
        shown = await scene.server.shortcut(scene.ada, one, "menu:report").answer()
        assert shown.view is not None
        assert not scene.server.made("conversations.history"), "only once it is sent"
        scene.bot.guide.asked_for.clear()
        scene.server.submit(scene.ada, shown.view, {"what": "hurt"})
        event = await scene.bot.heard()
        assert isinstance(event, FormSubmitted)
        assert event.cited is not None
        assert [near.text for near in event.cited.around] == around
        scene.server.calls.clear()


async def test_a_report_marks_the_file_of_its_message(scene: Scene) -> None:
    marks = []
    for number in (1, 2):
        said = scene.server.share_file(scene.bob, scene.channel, "a.png", b"png", "look")
        shown = await scene.server.shortcut(scene.ada, said, "menu:report").answer()
        assert shown.view is not None
        scene.server.submit(scene.ada, shown.view, {"what": "hurt"})
        event = await scene.bot.heard(number)
        assert isinstance(event, FormSubmitted)
        assert event.cited is not None
        ((name, mark),) = event.cited.files
        assert (name, len(mark)) == ("a.png", 32)
        marks.append(mark)
    assert marks[0] != marks[1], "another file of the same name"


async def test_a_report_is_noted_in_time_whatever_stands_around(scene: Scene) -> None:
    said = scene.server.post(scene.bob, scene.channel, "nasty")
    shown = await scene.server.shortcut(scene.ada, said, "menu:report").answer()
    assert shown.view is not None
    scene.server.slow("conversations.history", 6.0, times=4)
    asked = scene.server.submit(scene.ada, shown.view, {"what": "hurt"})
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    assert event.cited is not None
    assert (event.cited.text, event.cited.around) == ("nasty", ())
    await asked.answer()


async def test_after_a_restart_a_form_is_sent_with_what_it_is_about(server: LoopbackSlack) -> None:
    ada = server.add_user("ada")
    channel = server.add_channel("help", ada)
    first = server.post(ada, channel, "hello")
    replies = [server.post(ada, channel, f"{word} words", thread=first) for word in ("gone", "cited")]
    async with answering.bot(server):
        views = []
        for said in replies:
            shown = await server.shortcut(ada, said, "menu:report").answer()
            views.append(shown.view)
    server.delete(ada, replies[0])
    async with answering.bot(server) as bot:
        assert views[1] is not None
        server.submit(ada, views[1], {"what": "spam"})
        event = await bot.heard()
        assert isinstance(event, FormSubmitted)
        assert event.cited is not None
        assert (event.cited.text, event.cited.readable) == ("cited words", True)


async def test_what_was_typed_and_what_holds_already_stands_in_the_form(scene: Scene) -> None:
    typed = scene.server.slash(scene.ada, scene.channel, "/palabre", f"report <@{scene.bob.id}|bob>")
    shown = await typed.answer()
    assert shown.buttons()["account"]["initial_user"] == scene.bob.id
    prefill = (("managers_channel", answering.channel_of(scene.server, scene.channel)), ("profile", "large"))
    asked = await scene.pressed(Button(id="setup-team", label=Bilingual("Team", ""), prefill=prefill))
    shown = await asked.answer()
    assert shown.buttons()["managers_channel"]["initial_conversation"] == scene.channel.id
    assert shown.buttons()["profile"]["initial_option"]["value"] == "large"


async def test_roles_are_chosen_from_user_groups_and_what_slack_calls_people(scene: Scene) -> None:
    await scene.bot.wired.until(lambda: scene.bot.wired.listening.directory.team(scene.server.team.id).handles)
    asked = await scene.pressed(Button(id="setup-person", label=Bilingual("Who", "")))
    shown = await asked.answer()
    names = [one["text"]["text"] for one in shown.buttons()["role"]["options"]]
    assert names == ["the owners of the workspace", "the administrators of the workspace", "@mods"]


async def test_what_begins_too_long_to_be_kept_does_not_open_empty(scene: Scene) -> None:
    prefill = (("outside_contact", "é" * 1900),)
    asked = await scene.pressed(Button(id="setup-team", label=Bilingual("Team", ""), prefill=prefill))
    shown = await asked.answer()
    assert shown.kind == "ephemeral"
    assert "Please start again" in words_of(shown.blocks)


async def test_a_form_that_cannot_open_by_itself_stands_behind_a_button(scene: Scene) -> None:
    first = scene.server.post(scene.ada, scene.channel, "hello")
    scene.server.post(scene.ada, scene.channel, f"<@{scene.server.bot.id}> report <@{scene.bob.id}>", thread=first)
    await scene.server.wait_for(lambda: bool(scene.server.ephemeral(scene.ada, scene.channel)))
    (offer,) = scene.server.ephemeral(scene.ada, scene.channel)
    shown = await scene.server.press(scene.ada, offer, "open-form:report").answer()
    assert shown.kind == "modal"
    assert shown.buttons()["account"]["initial_user"] == scene.bob.id


async def test_a_mistake_is_told_in_its_place(scene: Scene) -> None:
    shown = await (await scene.pressed(Button(id="setup-team", label=Bilingual("Team", "")))).answer()
    assert shown.view is not None
    values = {"managers_channel": scene.channel.id, "profile": "small", "outside_contact": "x"}
    shown.view.blocks[-1]["element"]["max_length"] = 3000
    sent = scene.server.submit(scene.ada, shown.view, values | {"outside_contact": "x" * 201})
    answer = await sent.answer()
    assert answer.errors == {"outside_contact": "At most 200 characters, please; these are 201."}
    assert scene.bot.guide.asked_for == []


async def test_a_form_that_was_not_noted_stays_as_it_was_filled_in(scene: Scene) -> None:
    shown = await scene.server.global_shortcut(scene.bob, "form:report").answer()
    assert shown.view is not None

    async def fails(event: Asked) -> None:
        raise StorageUnavailable("full")

    scene.bot.guide.reacts = fails
    sent = scene.server.submit(scene.bob, shown.view, {"what": "hurt"})
    answer = await sent.answer(20)
    if answer.kind == "errors":
        assert "n'a pas été noté" in answer.errors["what"]
    else:
        assert "n'a pas été noté" in words_of((await sent.nth(2, 20)).blocks)


async def test_an_answer_within_the_commit_takes_the_forms_place_at_once(scene: Scene) -> None:
    async def reacts(event: Asked) -> None:
        await scene.bot.answer(event)

    scene.bot.guide.reacts = reacts
    shown = await scene.server.global_shortcut(scene.ada, "form:report").answer()
    assert shown.view is not None
    sent = scene.server.submit(scene.ada, shown.view, {"what": "hurt"})
    assert words_of((await sent.answer()).blocks) == "Done."
    assert scene.server.made("views.update") == []


async def test_a_slow_commit_leaves_a_word_in_the_forms_place(scene: Scene) -> None:
    async def reacts(event: Asked) -> None:
        await asyncio.sleep(3.1)

    scene.bot.guide.reacts = reacts
    shown = await scene.server.global_shortcut(scene.ada, "form:report").answer()
    assert shown.view is not None
    sent = scene.server.submit(scene.ada, shown.view, {"what": "hurt"})
    assert words_of((await sent.answer()).blocks) == "One moment…"
    assert not sent.late
    await scene.bot.answer(await scene.bot.heard())
    assert words_of((await sent.nth(2)).blocks) == "Done."


async def test_whoever_closed_the_form_finds_the_answer_where_they_opened_it(scene: Scene) -> None:
    said = scene.server.post(scene.bob, scene.channel, "hello")
    for place in ("here", "nowhere"):
        asked = (
            scene.server.shortcut(scene.ada, said, "menu:report")
            if place == "here"
            else scene.server.global_shortcut(scene.ada, "form:report")
        )
        shown = await asked.answer()
        assert shown.view is not None
        sent = scene.server.submit(scene.ada, shown.view, {"what": "hurt"})
        await sent.acknowledged()
        event = await scene.bot.heard(1 if place == "here" else 2)
        scene.server.close(scene.ada, shown.view)
        await scene.bot.answer(event)
    (below,) = scene.server.ephemeral(scene.ada, scene.channel)
    assert words_of(below.blocks) == "Done."
    assert [words_of(one.blocks) for one in scene.server.by_bot(scene.server.dm(scene.ada))] == ["Done."]


async def test_where_slack_lets_no_form_open_any_more_somebody_is_told(scene: Scene) -> None:
    scene.server.faults.add(Fault("views.open", error="expired_trigger_id"))
    asked = scene.server.slash(scene.bob, scene.channel, "/palabre", "signaler")
    answer = await asked.answer()
    assert (answer.kind, "Réessaie" in words_of(answer.blocks)) == ("ephemeral", True)


async def test_a_form_opens_in_time_also_for_somebody_of_whom_slack_is_slow_to_tell(scene: Scene) -> None:
    newcomer = scene.server.add_user("new", locale="fr-FR")
    scene.server.channel("help").members[newcomer.id] = 0.0
    scene.server.faults.add(Fault("users.info", times=2, delay=2.0))
    asked = scene.server.slash(newcomer, scene.channel, "/palabre", "report")
    shown = await asked.answer()
    assert shown.kind == "modal"
    assert not asked.late
    assert shown.view is not None
    sent = scene.server.submit(newcomer, shown.view, {"what": "hurt"})
    event = await scene.bot.heard()
    assert (event.name, event.locale) == (None, None)
    assert await sent.acknowledged() < 3


async def test_a_form_this_bot_does_not_have_any_more_says_so(scene: Scene) -> None:
    shown = await scene.server.global_shortcut(scene.ada, "form:report").answer()
    assert shown.view is not None
    shown.view.given["private_metadata"] = "{}"
    sent = scene.server.submit(scene.ada, shown.view, {"what": "hurt"})
    assert "I do not know this any more" in words_of((await sent.answer()).blocks)


async def test_a_long_answer_is_read_in_a_dialog_too(scene: Scene) -> None:
    shown = await scene.server.global_shortcut(scene.ada, "form:report").answer()
    assert shown.view is not None
    sent = scene.server.submit(scene.ada, shown.view, {"what": "hurt"})
    await sent.acknowledged()
    buttons = tuple(Button(id=f"resume:{number}", label=Bilingual("Go on", "")) for number in range(30))
    long = Card(title=Bilingual("A title " * 30, ""), body=(Bilingual("words " * 3000, ""),) * 3, buttons=buttons)
    await scene.bot.answer(await scene.bot.heard(), long)
    assert (await sent.nth(2)).kind == "update"
    assert not sent.late
