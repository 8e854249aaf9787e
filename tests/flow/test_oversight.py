"""What shows only while the bot runs: managers are told what is in the way, and what nobody could read is counted."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from bot.app.assembly import assemble
from bot.app.live import Bot
from bot.app.oversight import Oversight
from bot.app.turnstile import StoredTurnstile
from bot.config.load import load
from bot.config.model import Community
from bot.effects import PostCard
from bot.errors import Unavailable
from bot.events import Event
from bot.ids import ChannelId, CommunityId, Platform, SpaceId
from bot.pipeline.moments import LiveMoments
from bot.ports import Capabilities, Receive, Remark
from bot.storage import activity, oddities
from bot.storage.store import Store
from bot.views import Phrase
from tests.builders import CHANNEL, MONDAY, SPACE, message
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.test_dispatch import until

pytestmark = pytest.mark.story

TEAM = ChannelId(f"{SPACE}/team")
MISSING = Remark(ok=False, what=Phrase("discord-missing"), step=Phrase("discord-missing-step"), space=SPACE)


class Watched(FakeAdapter):
    """A platform that can be looked over, and says odd things."""

    def __init__(self, remarks: Sequence[Remark] | Exception = (), script: Sequence[Sequence[Event]] = ()) -> None:
        super().__init__()
        self.capabilities = Capabilities(
            effects=frozenset({"send_direct", "delete_message", "time_out_member", "post_card", "reply_card"})
        )
        self.remarks = remarks
        self.script = script
        self.asked: list[Mapping[SpaceId, frozenset[str]]] = []
        self.oddities: dict[str, int] = {}

    async def run(self, receive: Receive) -> None:
        for events in self.script:
            await receive(events)
        await asyncio.Event().wait()

    async def examine(self, wanted: Mapping[SpaceId, frozenset[str]]) -> Sequence[Remark]:
        self.asked.append(wanted)
        if isinstance(self.remarks, Exception):
            raise self.remarks
        return self.remarks


@asynccontextmanager
async def overseen(store: Store, adapter: Watched, tell: Callable[[Remark], Any]) -> Any:
    clock, config = FakeClock(), load(None, {})
    settings = Community(spaces=(SPACE,), observation_days=0, managers_channel={SPACE: TEAM})
    bot = Bot(config, store, [assemble(config, CommunityId("lime"), settings, LiveMoments(clock))], [adapter], clock)
    adapter.asked.clear()
    running = asyncio.create_task(bot.run())
    watching = asyncio.create_task(Oversight(bot, adapter, store, clock, tell).run())
    await until(lambda: bool(adapter.asked))
    yield bot
    assert not watching.done(), watching
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    bot.end()
    await running


def _unexpected(remark: Remark) -> None:
    pytest.fail(f"nothing was in the way, but for {remark}")


async def test_managers_and_the_operator_are_told_what_is_in_the_way_and_not_every_time(store: Store) -> None:
    adapter, told = Watched([MISSING, Remark(ok=True, what=Phrase("discord-fine"))]), list[Remark]()
    for _ in range(2):
        async with overseen(store, adapter, told.append):
            await until(lambda: bool(adapter.felt))
    assert told == [MISSING, MISSING]
    (card,) = [effect for _, effect in adapter.felt]
    assert isinstance(card, PostCard)
    assert card.channel == TEAM
    assert card.card.body[1:] == (MISSING.what, MISSING.step)
    assert {"delete_message", "send_direct", "post_card"} <= adapter.asked[0][SPACE]


async def test_a_platform_that_cannot_be_looked_over_now_stops_nothing(store: Store) -> None:
    adapter = Watched(Unavailable("it is down", timedelta(seconds=5)), [[message("hello")]])
    async with overseen(store, adapter, _unexpected):
        pass


async def test_what_cannot_be_looked_over_at_all_does_not_end_the_bot(store: Store) -> None:
    adapter = Watched(TypeError("the answer is no JSON"))
    async with overseen(store, adapter, _unexpected):
        await asyncio.sleep(0.1)
        adapter.oddities = {"MESSAGE_CREATE author": 1}
    async with store.reading() as connection:
        assert len(await oddities.known(connection)) == 1


async def test_what_nobody_could_read_is_counted_once(store: Store) -> None:
    adapter = Watched()
    async with overseen(store, adapter, _unexpected):
        adapter.oddities = {"MESSAGE_CREATE author": 2}
    async with overseen(store, adapter, _unexpected):
        adapter.oddities = {"MESSAGE_CREATE author": 3, "GUILD_CREATE id": 1}
    async with store.reading() as connection:
        known = {one.what: one.number for one in await oddities.known(connection)}
    assert known == {"MESSAGE_CREATE author": 5, "GUILD_CREATE id": 1}


async def test_many_who_want_through_one_gate_go_one_by_one(store: Store) -> None:
    gate, every = "discord-identify:0", timedelta(seconds=0.4)
    loop = asyncio.get_running_loop()
    clock = _Ticking(loop.time())
    through: list[float] = []

    async def go() -> None:
        await StoredTurnstile(store, clock).turn(gate, every)
        through.append(loop.time())

    await asyncio.gather(*(go() for _ in range(4)))
    assert len(through) == 4, "a turn begins once it is written down, which a busy disk makes late"
    assert all(later - earlier >= 0.25 for earlier, later in pairwise(through))


async def test_another_gate_is_nobodys_business(store: Store) -> None:
    turnstile = StoredTurnstile(store, _Ticking(asyncio.get_running_loop().time()))
    async with asyncio.timeout(5):
        for number in range(4):
            await turnstile.turn(f"discord-identify:{number}", timedelta(hours=1))


async def test_a_clock_that_was_years_ahead_once_keeps_nobody_waiting(store: Store) -> None:
    clock, every = FakeClock(MONDAY + timedelta(days=1000)), timedelta(seconds=5)
    await StoredTurnstile(store, clock).turn("gate", every)
    clock.move(timedelta(days=-1000))
    async with asyncio.timeout(2):
        await StoredTurnstile(store, clock).turn("gate", every)


class _Ticking(FakeClock):
    """A clock that goes with the loop's."""

    def __init__(self, began: float) -> None:
        super().__init__()
        self._began = began

    def now(self) -> Any:
        return MONDAY + timedelta(seconds=asyncio.get_running_loop().time() - self._began)


async def test_the_newest_message_of_each_channel_is_known(store: Store) -> None:
    adapter = Watched(script=[[message("one", number=1), message("two", number=2)]])
    async with overseen(store, adapter, _unexpected):
        async with asyncio.timeout(5):
            while not (known := await _newest(store)):  # noqa: ASYNC110 - it is only in the database
                await asyncio.sleep(0.02)
    assert known == {CHANNEL: message("two", number=2).message}
    assert Platform("fake") == adapter.platform


async def _newest(store: Store) -> Mapping[ChannelId, str]:
    async with store.reading() as connection:
        return await activity.newest(connection, SPACE)
