"""Three days without a bot: no clock ran meanwhile, and nothing old is punished."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot import codec
from bot.app.assembly import assemble
from bot.app.live import Bot
from bot.app.pulse import LONGEST_GAP, Pulse
from bot.config.load import load
from bot.config.model import Community
from bot.effects import DeleteMessage, SendDirect, TimeOutMember
from bot.errors import StorageUnavailable
from bot.events import Event, Ticked
from bot.hours import Outage
from bot.ids import CommunityId, Platform, own_space
from bot.pipeline.moments import LiveMoments
from bot.ports import Capabilities, Receive
from bot.storage import heartbeats, overlay, tables
from bot.storage.store import Store
from tests.builders import MONDAY, SPACE, message
from tests.fakes import FakeAdapter, FakeClock
from tests.flow.governed import MODERATOR, TEAM, Asking
from tests.flow.quarrels import quarrel
from tests.flow.test_dispatch import until
from tests.flow.test_pulse import Home

pytestmark = pytest.mark.story

LIME = CommunityId("lime")
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
ADA = Asking("ada")
MOD = Asking("mod", MODERATOR)
INSULT = "you are a stupid idiot and everybody hates you"


class Quiet(FakeAdapter):
    """A platform on which only the test says something."""

    def __init__(self) -> None:
        super().__init__()
        self.capabilities = Capabilities(
            effects=frozenset(
                {"send_direct", "delete_message", "time_out_member", "post_card", "reply_card", "edit_card"}
                | {"reply_privately", "lift_timeout", "set_slowmode", "quarantine_member", "react"}
            )
        )
        self.receive: Receive | None = None

    async def run(self, receive: Receive) -> None:
        self.receive = receive
        await asyncio.Event().wait()

    async def hear(self, events: Sequence[Event]) -> None:
        await until(lambda: self.receive is not None)
        assert self.receive is not None
        await self.receive(events)


@asynccontextmanager
async def running(store: Store, clock: FakeClock) -> AsyncIterator[tuple[Bot, Quiet]]:
    """The whole bot, until the block ends."""
    adapter = Quiet()
    settings = Community(
        spaces=(SPACE,), observation_days=0, managers_channel={SPACE: TEAM}, levels={MODERATOR: "moderator"}
    )
    config = load(None, {})
    bot = Bot(config, store, [assemble(config, LIME, settings, LiveMoments(clock))], [adapter], clock)
    task = asyncio.create_task(bot.run())
    try:
        await bot.started.wait()
        await until(lambda: all(home.begun for home in bot._running.values()))
        yield bot, adapter
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def beaten(store: Store, at: datetime) -> None:
    """Wait until it is written down that a bot is at work."""
    async with asyncio.timeout(10):
        while True:
            async with store.reading() as connection:
                if await heartbeats.last(connection, LIME) == at:
                    return
            await asyncio.sleep(0.02)


async def outages(store: Store) -> list[Outage]:
    async with store.reading() as connection:
        fact = await overlay.load(connection, 1)
    said = json.loads(fact.values["outages"].value) if "outages" in fact.values else []
    return [Outage(datetime.fromisoformat(since), datetime.fromisoformat(until)) for since, until in said]


async def case(store: Store) -> tuple[str, datetime | None]:
    async with store.reading() as connection:
        row = (await connection.execute(select(tables.cases.c.state, tables.cases.c.due_at))).one()
    return row.state, row.due_at


async def moves(store: Store) -> list[str]:
    async with store.reading() as connection:
        asked = select(tables.case_details.c.line).order_by(tables.case_details.c.number)
        return [codec.load_line(one).move for one in await connection.scalars(asked)]


async def opened(bot: Bot, adapter: Quiet) -> None:
    await adapter.hear([message("hello", number=1), message("hello", number=2, by="bob")])
    report = ADA.send(3, "report", what="hurt", reason="It hurts")
    await adapter.hear([replace(report, cited=quarrel())])


async def test_no_clock_ran_while_no_bot_was_there(store: Store) -> None:
    clock = FakeClock()
    async with running(store, clock) as (bot, adapter):
        await beaten(store, MONDAY)
        await opened(bot, adapter)
        assert await case(store) == ("open", MONDAY + DAY)
    clock.move(3 * DAY)
    async with running(store, clock) as (bot, adapter):
        await bot.tick()
        assert await outages(store) == [Outage(MONDAY, MONDAY + 3 * DAY)]
        assert await case(store) == ("open", MONDAY + 4 * DAY), "what came due meanwhile comes later"
        clock.move(23 * HOUR)
        await bot.tick()
        assert (await case(store))[0] == "open"
        clock.move(2 * HOUR)
        await bot.tick()
        assert (await case(store))[0] == "escalated"


async def test_nobody_is_told_of_a_deadline_that_an_outage_has_moved(store: Store) -> None:
    clock = FakeClock()
    async with running(store, clock) as (bot, adapter):
        await beaten(store, MONDAY)
        await opened(bot, adapter)
    clock.move(3 * DAY)
    async with running(store, clock) as (bot, adapter):
        await bot.tick()
        assert await moves(store) == ["open", "lapse"]
        clock.move(19 * HOUR)
        await bot.tick()
        assert await moves(store) == ["open", "lapse", "remind"], "once, and ahead of the deadline as it is now"


async def test_a_pause_of_minutes_is_no_outage(store: Store) -> None:
    clock = FakeClock()
    async with running(store, clock):
        await beaten(store, MONDAY)
    clock.move(LONGEST_GAP)
    async with running(store, clock):
        await beaten(store, MONDAY + LONGEST_GAP)
    assert await outages(store) == []


async def test_the_first_start_is_no_outage(store: Store) -> None:
    async with running(store, FakeClock()):
        await beaten(store, MONDAY)
    assert await outages(store) == []


async def test_an_outage_is_noted_however_often_the_start_is_cut_off(store: Store) -> None:
    clock = FakeClock()
    async with running(store, clock):
        await beaten(store, MONDAY)
    clock.move(DAY)
    for _ in range(2):
        async with running(store, clock):
            pass
    assert await outages(store) == [Outage(MONDAY, MONDAY + DAY)]


async def test_nothing_old_is_punished(store: Store) -> None:
    clock = FakeClock()
    async with running(store, clock):
        await beaten(store, MONDAY)
    clock.move(3 * DAY)
    async with running(store, clock) as (_, adapter):
        await adapter.hear([message(f"{INSULT} {number}", number=number, by="bob") for number in range(1, 8)])
        await adapter.hear([message("still here", number=20, by="ada", after=(3 * DAY).total_seconds())])
        await asyncio.sleep(0.3)
    hard = DeleteMessage | TimeOutMember
    assert not [effect for _, effect in adapter.felt if isinstance(effect, hard)]
    assert not [effect for _, effect in adapter.felt if isinstance(effect, SendDirect)]


class Sulking:
    """A store that lets nobody write for a while."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.away = False

    def reading(self) -> object:
        return self.store.reading()

    def writing(self) -> object:
        if self.away:
            raise StorageUnavailable("the disk is full")
        return self.store.writing()


async def test_where_the_database_was_away_for_long_clocks_stood_still_too(store: Store) -> None:
    home, clock = Home(), FakeClock()
    sulking = Sulking(store)
    pulse = Pulse(sulking, clock, [Platform("fake")], {LIME: home})  # type: ignore[arg-type]
    pulse.seconds, pulse.beat_seconds = 0.01, 0.02
    task = asyncio.create_task(pulse.run())
    await until(lambda: LIME in pulse._beats)
    sulking.away = True
    before, since = pulse._beats[LIME]
    pulse._beats[LIME] = before - LONGEST_GAP.total_seconds() - 1, since
    clock.move(6 * MINUTE)
    await asyncio.sleep(0.1)
    assert home.arrived == []
    sulking.away = False
    await until(lambda: bool(home.arrived))
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    (note,) = home.arrived
    assert (note.since, note.until) == (MONDAY, MONDAY + 6 * MINUTE)  # type: ignore[union-attr]
    assert note.space == own_space(LIME)
    assert not isinstance(note, Ticked)


async def test_all_communities_of_a_process_beat_in_one_statement(store: Store) -> None:
    homes = {CommunityId(f"c{number}"): Home() for number in range(500)}
    async with store.writing() as connection:
        await heartbeats.beat(connection, homes, MONDAY)
        await heartbeats.beat(connection, homes, MONDAY + MINUTE)
    async with store.reading() as connection:
        rows = await connection.execute(select(tables.heartbeats.c.at).distinct())
        assert [row.at for row in rows] == [MONDAY + MINUTE]
        assert await heartbeats.last(connection, CommunityId("nobody")) is None


async def test_who_has_not_begun_yet_does_not_beat(store: Store) -> None:
    home = Home()
    home.begun = False
    pulse = Pulse(store, FakeClock(), [Platform("fake")], {LIME: home})
    pulse.seconds = 0.01
    task = asyncio.create_task(pulse.run())
    await asyncio.sleep(0.1)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    async with store.reading() as connection:
        assert await heartbeats.last(connection, LIME) is None
