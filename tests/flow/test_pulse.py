"""One look serves all communities of a process: each gets what waits for it, and nobody else is stirred."""

import asyncio
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from datetime import timedelta

from sqlalchemy import func, insert, select

from bot.app.pulse import Pulse
from bot.commands import ForgetAccount
from bot.events import Ticked
from bot.ids import CommunityId, EventId, Platform, own_space
from bot.pipeline.batch import Rules
from bot.pipeline.gate import Gate
from bot.pipeline.moments import LiveMoments
from bot.ports import Arrival
from bot.settings import Overlay, Written
from bot.storage import inbox, tables
from bot.storage.batch import Ruled
from bot.storage.store import Store
from tests.builders import MONDAY, message, someone
from tests.fakes import FakeClock
from tests.flow.roads import COMMUNITY, members, road
from tests.flow.test_dispatch import until

LIME, LEMON = CommunityId("lime"), CommunityId("lemon")


class Home:
    """Takes what it is given once it may."""

    def __init__(self) -> None:
        self.arrived: list[Arrival] = []
        self.woken = 0
        self.begun = True
        self.open = asyncio.Event()
        self.open.set()

    def put(self, arrivals: Sequence[Arrival]) -> Awaitable[None]:
        self.arrived += arrivals
        return asyncio.ensure_future(self._taken())

    async def _taken(self) -> None:
        await self.open.wait()

    def wake(self) -> None:
        self.woken += 1


async def _communities(store: Store) -> None:
    async with store.writing() as connection:
        for number, community in enumerate((LIME, LEMON), 1):
            row = {"id": number, "community": community, "epoch": 0, "seq": 0, "ruling": 0, "chain": "0" * 64}
            await connection.execute(insert(tables.partitions), row)
        for number, due in ((1, MONDAY), (2, MONDAY + timedelta(days=1))):
            timer = {"partition": number, "timer": "t", "generation": 1, "due_at": due}
            await connection.execute(insert(tables.timers), timer)
        wish = ForgetAccount(
            id=EventId("asked"), space=own_space(LEMON), at=MONDAY, caller=None, account=someone("ada")
        )
        await inbox.ask(connection, LEMON, wish, MONDAY)
        effect = {
            "partition": 2,
            "seq": 1,
            "key": "k",
            "platform": "fake",
            "lane": "l",
            "kind": "react",
            "payload": "",
            "idempotent": True,
            "uses": "[]",
            "state": "pending",
            "attempts": 0,
            "simulated": False,
            "reported": False,
        }
        await connection.execute(insert(tables.outbox), effect)
        later = {**effect, "partition": 1, "key": "later", "not_before": MONDAY + timedelta(hours=1)}
        await connection.execute(insert(tables.outbox), later)


async def test_each_community_gets_what_waits_for_it(store: Store) -> None:
    await _communities(store)
    lime, lemon = Home(), Home()
    lemon.open.clear()
    pulse = Pulse(store, FakeClock(MONDAY), [Platform("fake")], {LIME: lime, LEMON: lemon})
    pulse.seconds = 0.01
    running = asyncio.create_task(pulse.run())
    await until(lambda: len(lime.arrived) >= 3)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    assert {type(one) for one in lime.arrived} == {Ticked}
    assert lime.woken == 0
    assert [type(one) for one in lemon.arrived] == [ForgetAccount], "what is under way is not put there twice"
    assert lemon.woken > 1


async def test_much_that_is_due_at_once_comes_bit_by_bit_and_whoever_writes_waits_for_little(store: Store) -> None:
    clock = FakeClock(MONDAY + timedelta(days=3))
    rules = Rules(rooms=(members(),), moments=LiveMoments(clock), gate=Gate(Overlay(Written())))
    batches: list[list[Ruled]] = []
    async with store.writing() as connection:
        home = {"id": 1, "community": COMMUNITY, "epoch": 0, "seq": 0, "ruling": 0, "chain": "0" * 64}
        await connection.execute(insert(tables.partitions), home)
        due = [
            {"partition": 1, "timer": f"t{number}", "generation": 1, "due_at": MONDAY + timedelta(seconds=number)}
            for number in range(180)
        ]
        await connection.execute(insert(tables.timers), due)
    async with road(store, rules, watch=lambda batch: batches.append(list(batch))) as queue:
        await queue.put([message("hello?")])
        for number in range(5):
            await queue.put([Ticked(id=EventId(f"tick:{number}"), space=own_space(COMMUNITY), at=clock.now())])
    kinds = [[one.arrival.kind for one in batch] for batch in batches]
    assert kinds == [["due"] * 50 + ["message_posted"], ["due"] * 50, ["due"] * 50, ["due"] * 30]
    came = [one.moment.now for batch in batches for one in batch if one.arrival.kind == "due"]
    assert came == sorted(came), "the earliest first"
    async with store.reading() as connection:
        assert await connection.scalar(select(func.count(tables.timers.c.due_at))) == 0
