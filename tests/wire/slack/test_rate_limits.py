import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.effects import Effect, PostCard, React, ReplyPrivately, SendDirect
from bot.errors import Refused, Unavailable
from bot.ids import EffectKey, EventId
from bot.views import Bilingual, Card
from tests.wire.slack import answering
from tests.wire.slack.answering import DONE, Bot
from tests.wire.slack.server import Channel, LoopbackSlack, User
from tests.wire.slack.server.faults import Fault
from tests.wire.slack.wiring import space

HELLO = Card(body=(Bilingual("Hello", "Bonjour"),))


@dataclass
class Scene:
    """A channel with Ada and the bot in it."""

    server: LoopbackSlack
    bot: Bot
    channel: Channel
    ada: User

    def post(self) -> PostCard:
        place = answering.channel_of(self.server, self.channel)
        return PostCard(space=space(self.server), channel=place, card=HELLO, locale="en")

    async def unavailable(self, effect: Effect, key: str = "key") -> Unavailable:
        with pytest.raises(Unavailable) as error:
            await self.bot.apply(effect, key)
        return error.value


@pytest.fixture
async def server() -> AsyncIterator[LoopbackSlack]:
    async with answering.as_asked_for() as running:
        yield running


@pytest.fixture
async def scene(server: LoopbackSlack) -> AsyncIterator[Scene]:
    ada = server.add_user("ada")
    channel = server.add_channel("help", ada)
    async with answering.bot(server) as bot:
        yield Scene(server, bot, channel, ada)


async def test_slacks_patience_is_waited_for_by_whoever_asked_and_not_multiplied(scene: Scene) -> None:
    scene.server.faults.add(Fault("chat.postMessage", times=5, error="ratelimited", status=429, retry_after=1))
    began = time.monotonic()
    error = await scene.unavailable(scene.post())
    assert error.retry_after == timedelta(seconds=1)
    assert len(scene.server.made("chat.postMessage")) <= 2
    assert time.monotonic() - began < 3.5
    scene.server.faults.clear()
    await scene.bot.apply(scene.post(), "key")
    assert len(scene.server.by_bot(scene.channel)) == 1
    assert scene.server.made("conversations.history") == []


@pytest.mark.parametrize("html", [True, False])
async def test_a_slack_in_trouble_is_asked_again_later(scene: Scene, html: bool) -> None:
    said = scene.server.post(scene.ada, scene.channel, "hello")
    react = React(
        space=space(scene.server),
        channel=answering.channel_of(scene.server, scene.channel),
        message=answering.message_of(scene.server, said),
        emoji="👍",
    )
    scene.server.faults.add(Fault("reactions.add", status=503, html=html))
    assert (await scene.unavailable(react)).retry_after >= timedelta(seconds=5)
    scene.server.faults.add(Fault("reactions.add", error="internal_error"))
    await scene.unavailable(react)
    scene.server.faults.add(Fault("reactions.add", drop=True))
    await scene.unavailable(react)
    await scene.bot.apply(react)
    assert list(said.reactions) == ["+1"]


@pytest.mark.parametrize("fault", [Fault("chat.postMessage", status=500, html=True, after=True), None])
async def test_a_message_that_came_through_all_the_same_is_not_sent_again(scene: Scene, fault: Fault | None) -> None:
    scene.server.faults.add(fault or Fault("chat.postMessage", error="fatal_error", after=True))
    await scene.unavailable(scene.post())
    await scene.bot.apply(scene.post(), "key")
    assert len(scene.server.by_bot(scene.channel)) == 1


async def test_where_nobody_can_tell_whether_it_came_through_a_person_looks(scene: Scene) -> None:
    scene.server.faults.add(Fault("chat.postMessage", drop=True))
    await scene.unavailable(scene.post())
    for number in range(201):
        scene.server.post(scene.ada, scene.channel, f"hello {number}")
    with pytest.raises(Refused) as refused:
        await scene.bot.apply(scene.post(), "key")
    assert refused.value.because is not None
    assert refused.value.because.key == "slack-refused-untold"


async def test_a_token_that_ended_and_a_scope_that_is_missing_are_told(scene: Scene) -> None:
    installation = scene.server.world.installations[scene.server.team.id]
    installation.token.scopes.discard("chat:write")
    with pytest.raises(Refused) as refused:
        await scene.bot.apply(scene.post())
    assert refused.value.because is not None
    assert dict(refused.value.because.arguments) == {"scope": "chat:write"}
    installation.token.scopes.add("chat:write")
    scene.server.calls.clear()
    scene.server.faults.add(Fault("chat.postMessage", error="account_inactive"))
    with pytest.raises(Refused) as refused:
        await scene.bot.apply(scene.post())
    assert refused.value.because is not None
    assert refused.value.because.key == "slack-refused-token"


async def test_in_a_channel_slack_takes_one_message_a_second_and_all_of_them_come(scene: Scene) -> None:
    scene.server.limits.enforced = True
    for number in range(3):
        await scene.bot.apply(scene.post(), f"key-{number}")
    assert len(scene.server.by_bot(scene.channel)) == 3


async def test_an_answer_that_is_lost_is_given_again(scene: Scene) -> None:
    scene.server.slash(scene.ada, scene.channel, "/palabre", "help")
    event = await scene.bot.heard()
    late = ReplyPrivately(space=event.space, to=EventId("gone"), account=event.account, card=DONE, locale="en")
    scene.server.faults.add(Fault("conversations.open", status=503))
    await scene.unavailable(late)
    await scene.bot.apply(late, "key")
    assert len(scene.server.by_bot(scene.server.dm(scene.ada))) == 1
    direct = SendDirect(space=event.space, account=event.account, card=DONE, locale="en")
    scene.server.faults.add(Fault("chat.postMessage", drop=True, after=True))
    await scene.unavailable(direct, "direct")
    await scene.bot.apply(direct, "direct")
    assert len(scene.server.by_bot(scene.server.dm(scene.ada))) == 2
    assert len(scene.server.made("conversations.open")) == 2


@pytest.mark.parametrize(("written", "told"), [(14, True), (15, False)])
async def test_where_slack_lets_it_read_little_it_reads_one_small_page(
    server: LoopbackSlack, written: int, told: bool
) -> None:
    ada = server.add_user("ada")
    channel = server.add_channel("help", ada)
    async with answering.bot(server, throttled=True, catch_up=timedelta()) as bot:
        scene = Scene(server, bot, channel, ada)
        await bot.apply(scene.post(), "key")
        for number in range(written):
            server.post(ada, channel, f"hello {number}")
        server.app.commercial = True
        if told:
            assert await bot.outbound.recall(scene.post(), EffectKey("key")) is not None
        else:
            with pytest.raises(Refused):
                await bot.outbound.recall(scene.post(), EffectKey("key"))
