"""Nothing is acknowledged before it is kept, and whatever was not is delivered again."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.errors import StorageUnavailable, Unavailable
from bot.events import Event, MemberRenamed, MessagePosted
from tests.wire.slack.server import Channel, LoopbackSlack, User
from tests.wire.slack.server.delivery import Delivery
from tests.wire.slack.wiring import Road, wired

MODES = pytest.mark.parametrize("over_http", [False, True], ids=["socket", "http"])


@dataclass
class Slow(Road):
    """Takes nothing more once it is shut."""

    open: asyncio.Event = field(default_factory=asyncio.Event)
    waiting: int = 0

    def __post_init__(self) -> None:
        self.open.set()

    async def receive(self, events: Sequence[Event]) -> None:
        self.waiting += 1
        await self.open.wait()
        self.waiting -= 1
        await super().receive(events)


@dataclass
class Choosy(Road):
    """Cannot take what says `poison`."""

    async def receive(self, events: Sequence[Event]) -> None:
        if any(isinstance(event, MessagePosted) and event.text == "poison" for event in events):
            raise ValueError
        await super().receive(events)


@MODES
async def test_nothing_is_acknowledged_before_it_is_kept(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool
) -> None:
    road = Slow()
    async with wired(server, road, over_http=over_http) as there:
        road.open.clear()
        server.post(ada, channel, "attends")
        await there.until(lambda: road.waiting)
        await there.settled(0.1)
        (delivery,) = server.deliveries("message")
        assert delivery.latency is None
        road.open.set()
        await there.until(lambda: delivery.acknowledged)
        assert road.texts() == ["attends"]


@MODES
@pytest.mark.parametrize("error", [StorageUnavailable("away"), Unavailable("later", timedelta(0)), ValueError()])
async def test_what_could_not_be_kept_is_delivered_again(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool, error: Exception
) -> None:
    server.outbox.deadline = 0.2
    async with wired(server, over_http=over_http) as there:
        there.road.failures = [error, error]
        server.post(ada, channel, "trois fois")
        await there.until(there.road.texts)
        await server.settled()
        assert [one.attempt for one in server.deliveries("message")] == [0, 1, 2]
        assert [one.acknowledged for one in server.deliveries("message")] == [False, False, True]


@MODES
async def test_a_change_that_could_not_be_kept_is_still_one_when_it_is_delivered_again(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool
) -> None:
    server.outbox.deadline = 0.2
    async with wired(server, over_http=over_http) as there:
        there.road.failures = [StorageUnavailable("away")]
        server.rename_user(ada, display_name="Adèle")
        await there.until(lambda: there.road.of(MemberRenamed))
        assert [one.name for one in there.road.of(MemberRenamed)] == ["Adèle"]


@MODES
async def test_one_that_cannot_be_taken_stops_none_that_come_with_it(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool
) -> None:
    server.outbox.deadline = 0.2
    road = Choosy()
    async with wired(server, road, over_http=over_http):
        for text in ("un", "poison", "deux"):
            server.post(ada, channel, text)
        await server.wait_for(lambda: bool(server.outbox.dropped))
        assert sorted(road.texts()) == ["deux", "un"]
        assert len(server.outbox.dropped) == 1


@MODES
async def test_what_comes_at_once_goes_together(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool
) -> None:
    road = Slow()
    async with wired(server, road, over_http=over_http) as there:
        road.open.clear()
        server.post(ada, channel, "premier")
        await there.until(lambda: road.waiting)
        for number in range(90):
            server.post(ada, channel, f"{number}")
        await there.until(lambda: there.listening.courier.waiting == 90)
        road.open.set()
        await there.until(lambda: len(road.texts()) == 91)
        await server.settled()
        assert road.batches == [1, 1, 90]
        assert not server.unacknowledged


@MODES
async def test_a_thousand_times_at_once_is_once(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool
) -> None:
    async with wired(server, over_http=over_http) as there:
        message = server.post(ada, channel, "une fois")
        server.react(ada, message, "eyes")
        await there.until(lambda: len(there.road.events) == 3)
        before = list(there.road.events)
        server.redeliver(times=500)
        await server.settled(20)
        assert there.road.events == before
        assert sum(there.road.times.values()) == 1 + 2 * 501
        assert not server.unacknowledged


async def test_what_is_heard_while_the_workspace_is_looked_at_waits(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    server.slow("users.list", 0.2)
    async with wired(server, waits=False) as there:
        await server.connected()
        server.post(ada, channel, "déjà là")
        await there.until(there.road.texts)
        assert [event.kind for event in there.road.events] == ["space_joined", "message_posted"]
        assert there.road.of(MessagePosted)[0].name == "Ada"


@MODES
async def test_what_was_received_is_finished_before_the_end(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool
) -> None:
    road = Slow()
    async with wired(server, road, over_http=over_http) as there:
        road.open.clear()
        for number in range(10):
            server.post(ada, channel, f"{number}")
        await there.until(lambda: road.waiting and len(server.deliveries("message")) == 10)
        await there.settled()
        there.running.cancel()
        await there.settled()
        road.open.set()
        await asyncio.wait({there.running})
    await server.settled()
    assert len(road.texts()) == 10
    assert all(one.acknowledged for one in server.deliveries("message"))


async def test_whoever_is_killed_in_the_middle_hears_it_again(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    server.outbox.deadline = 0.1
    road = Slow()
    async with wired(server, road) as there:
        there.listening.finishing = 0.0
        assert there.listening.socket
        there.listening.socket.finishing = 0.0
        road.open.clear()
        server.post(ada, channel, "au milieu")
        await there.until(lambda: road.waiting)
        there.running.cancel()
        await asyncio.wait({there.running})
        assert not road.texts()
    server.outbox.retries = (0.0, 0.3, 0.3)
    road.open.set()
    async with wired(server, road) as again:
        await again.until(road.texts)
        await server.settled()
    assert road.texts() == ["au milieu"]
    assert server.deliveries("message")[-1].acknowledged


async def test_the_order_of_one_connection_is_kept(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    async with wired(server) as there:
        await server.flood(channel, ((ada, f"{number}") for number in range(500)))
        await there.until(lambda: len(there.road.texts()) == 500)
        assert there.road.texts() == [f"{number}" for number in range(500)]


async def test_an_event_of_a_workspace_that_is_not_ours_is_acknowledged_and_left(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    async with wired(server) as there:
        server.post(ada, channel, "à nous")
        await there.until(there.road.texts)
        payload = {**server.deliveries("message")[0].payload, "team_id": "T0STRANGE", "event_id": "Ev2"}
        payload["authorizations"] = [{"team_id": "T0STRANGE", "user_id": "U1", "is_enterprise_install": False}]
        payload["event"] = {**payload["event"], "ts": "1577836800.000001"}
        delivery = server.outbox.post(Delivery("events_api", payload))
        await there.until(lambda: delivery.acknowledged)
        assert there.road.texts() == ["à nous"]
