import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

from adapters.discord.courier import Courier
from bot.errors import StorageUnavailable
from bot.events import Event, MessagePosted, SpaceJoined
from bot.ids import EventId, SpaceId
from bot.ports import Receive
from tests.builders import MONDAY, SPACE, message


class Behind:
    """Notes which spaces were announced, and how many events had been handed over by then."""

    def __init__(self, road: "Road") -> None:
        self.road = road
        self.noticed: list[tuple[SpaceId, bool, int]] = []
        self.followed: list[int] = []
        self.fails = 0

    async def notice(self, space: SpaceId, *, lost: bool = False) -> None:
        await asyncio.sleep(0)
        if self.fails:
            self.fails -= 1
            raise StorageUnavailable("away")
        self.noticed.append((space, lost, len(self.road.taken)))

    def follow(self) -> None:
        self.followed.append(len(self.road.taken))


class Lookups:
    """Finds something out about every message that says `door`, once it may."""

    def __init__(self) -> None:
        self.open = asyncio.Event()

    def wanted(self, event: Event) -> bool:
        return isinstance(event, MessagePosted) and event.text == "door"

    async def completed(self, event: Event) -> Event:
        await self.open.wait()
        assert isinstance(event, MessagePosted)
        return replace(event, text="opened")


class Road:
    """Takes events, unless the database is away or one of them cannot be taken."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.batches: list[int] = []
        self.away = 0
        self.poison = "poison"

    async def receive(self, events: Sequence[Event]) -> None:
        await asyncio.sleep(0)
        if self.away:
            self.away -= 1
            raise StorageUnavailable("away")
        if any(getattr(event, "text", "") == self.poison for event in events):
            raise ValueError("cannot be taken")
        self.taken += [getattr(event, "text", event.kind) for event in events]
        self.batches.append(len(events))


@asynccontextmanager
async def carrying(courier: Courier, receive: Receive) -> AsyncIterator[None]:
    task = asyncio.ensure_future(courier.run(receive))
    try:
        yield
        await asyncio.wait_for(courier.finish(), 5)
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def eventually(holds: Callable[[], bool]) -> None:
    for _ in range(1_000):
        if holds():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("it never came to hold")


def told(*texts: str) -> list[Event]:
    return [message(text, number=number) for number, text in enumerate(texts)]


def made() -> tuple[Courier, Road, Behind, Lookups]:
    road = Road()
    behind, lookups = Behind(road), Lookups()
    courier = Courier(lookups, behind)
    courier.patience = 0.01
    return courier, road, behind, lookups


async def test_what_waits_goes_together_and_in_order() -> None:
    courier, road, _, _ = made()
    async with carrying(courier, road.receive):
        courier.put(told("a", "b", "c"))
    assert road.taken == ["a", "b", "c"]
    assert road.batches == [3]


async def test_while_the_database_is_away_events_wait() -> None:
    courier, road, _, _ = made()
    road.away = 3
    async with carrying(courier, road.receive):
        courier.put(told("a", "b"))
    assert road.taken == ["a", "b"]


async def test_one_that_can_never_be_taken_holds_up_nobody() -> None:
    courier, road, _, _ = made()
    async with carrying(courier, road.receive):
        courier.put(told("a", "poison", "b"))
    assert road.taken == ["a", "b"]


async def test_what_must_be_looked_up_holds_up_nobody_and_is_not_lost_at_the_end() -> None:
    courier, road, _, lookups = made()
    async with carrying(courier, road.receive):
        courier.put(told("door", "a"))
        await eventually(lambda: road.taken == ["a"])
        lookups.open.set()
    assert road.taken == ["a", "opened"]


async def test_a_space_is_announced_before_anything_later_is_handed_over() -> None:
    courier, road, behind, _ = made()
    behind.fails = 1
    there = SpaceJoined(id=EventId("x"), space=SPACE, at=MONDAY, name="S")
    async with carrying(courier, road.receive):
        courier.put(told("before"))
        await asyncio.sleep(0.01)
        courier.put([there, *told("after")])
    assert behind.noticed == [(SPACE, False, 1)]
    assert sorted(set(behind.followed)) == [1, 3], "what was missed there is read once the space itself is there"
    assert road.taken == ["before", "space_joined", "after"]


async def test_too_many_are_let_go_counted_and_read_again() -> None:
    courier, road, behind, _ = made()
    courier.most = 10
    async with carrying(courier, road.receive):
        courier.put(told(*"abcdefghijklmno"))
        courier.put(told("late"))
        await eventually(lambda: bool(behind.noticed))
        await asyncio.sleep(0)
        courier.put(told("again"))
    assert courier.dropped == 6
    assert behind.noticed == [(SPACE, True, 10)]
    assert road.taken == [*"abcdefghij", "again"]


async def test_after_the_end_nothing_is_taken() -> None:
    courier, road, _, _ = made()
    async with carrying(courier, road.receive):
        courier.put(told("a"))
    courier.put(told("b"))
    assert road.taken == ["a"]
