from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.effects import ShowHome
from bot.events import ButtonPressed, FormSubmitted, HomeOpened
from bot.views import Bilingual, Button, Card
from tests.wire.slack import answering
from tests.wire.slack.answering import Bot, words_of
from tests.wire.slack.server import LoopbackSlack, User
from tests.wire.slack.server.views import View
from tests.wire.slack.wiring import space

PAGE = Card(
    title=Bilingual("Your page", "Ta page"),
    body=(Bilingual("What I keep: /privacy show.", "Ce que je garde : /données voir."),),
    buttons=(
        Button(id="setup-begin", label=Bilingual("Begin", "Commencer")),
        Button(id="incident-ask:i1", label=Bilingual("Ask a person", "Demander")),
    ),
)


@dataclass
class Scene:
    """Ada, who looks at her page."""

    server: LoopbackSlack
    bot: Bot
    ada: User

    async def home(self) -> View:
        self.server.open_home(self.ada)
        await self.bot.wired.until(lambda: self.bot.guide.of(HomeOpened))
        opened = self.bot.guide.of(HomeOpened)[0]
        await self.bot.apply(ShowHome(space=opened.space, account=opened.account, card=PAGE, locale="en"))
        return self.server.views.homes[self.ada.id]


@pytest.fixture
async def server() -> AsyncIterator[LoopbackSlack]:
    async with answering.as_asked_for() as running:
        yield running


@pytest.fixture
async def scene(server: LoopbackSlack) -> AsyncIterator[Scene]:
    ada = server.add_user("ada")
    async with answering.bot(server) as bot:
        yield Scene(server, bot, ada)


async def test_somebody_finds_their_page(scene: Scene) -> None:
    home = await scene.home()
    assert "What I keep: /palabre privacy show." in words_of(home.blocks)
    assert home.given["type"] == "home"


async def test_a_button_of_the_page_opens_its_form(scene: Scene) -> None:
    home = await scene.home()
    shown = await scene.server.press(scene.ada, home, "setup-begin").answer()
    assert shown.kind == "modal"
    assert shown.view is not None
    scene.server.submit(scene.ada, shown.view, {"stage": "observing"})
    event = await scene.bot.heard()
    assert isinstance(event, FormSubmitted)
    assert (event.form, event.channel, event.space) == ("setup-begin", None, space(scene.server))


async def test_a_press_on_the_page_is_answered_in_a_dialog(scene: Scene) -> None:
    home = await scene.home()
    asked = scene.server.press(scene.ada, home, "incident-ask:i1")
    event = await scene.bot.heard()
    assert isinstance(event, ButtonPressed)
    assert (event.button, event.message, event.channel) == ("incident-ask:i1", None, None)
    await scene.bot.answer(event)
    answer = await asked.answer()
    assert (answer.kind, words_of(answer.blocks)) == ("modal", "Done.")


async def test_a_second_answer_to_a_press_on_the_page_comes_by_direct_message(scene: Scene) -> None:
    home = await scene.home()
    scene.server.press(scene.ada, home, "incident-ask:i1")
    event = await scene.bot.heard()
    await scene.bot.answer(event)
    await scene.bot.answer(event)
    assert [words_of(one.blocks) for one in scene.server.by_bot(scene.server.dm(scene.ada))] == ["Done."]
