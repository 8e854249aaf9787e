"""How connections begin, break, go on and end."""

import asyncio
import contextlib
import hashlib
import hmac
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.adapter import SlackAdapter, look_over
from adapters.slack.options import Http, Socket
from bot.catalogue.declared import CATALOGUE
from bot.effects import React
from bot.errors import Complaints, Refused, Unavailable
from bot.events import Asked, CommandInvoked, Event
from bot.ids import ChannelId, EffectKey, MessageId, SpaceId, channel_id
from bot.ports import Chronicler
from tests.wire.slack.server import Channel, LoopbackSlack, User
from tests.wire.slack.server.delivery import Delivery
from tests.wire.slack.server.world import Json
from tests.wire.slack.wiring import Clock, Road, Safe, Turnstile, Wired, options, space, wired


def texts(there: Wired) -> list[str]:
    return there.road.texts()


def test_bolt_still_has_what_is_counted_on() -> None:
    """If this fails, look at `connection` before anything else."""
    assert {"process_before_response", "authorize", "ignoring_self_events_enabled"} <= set(
        AsyncApp.__init__.__annotations__
    )


async def test_messages_are_looked_at_first(server: LoopbackSlack) -> None:
    async with wired(server) as there:
        listeners = there.listening.connection.app._async_listeners
        body = {"type": "event_callback", "event": {"type": "message"}}
        assert await listeners[0].matchers[0].func(body)  # type: ignore[attr-defined]


async def test_who_we_are_is_asked_once(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    async with wired(server) as there:
        for number in range(20):
            server.post(ada, channel, f"{number}")
        await there.until(lambda: len(texts(there)) == 20)
        assert len(server.made("auth.test")) == 1


async def test_after_a_break_all_goes_on(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    async with wired(server) as there:
        for number in range(3):
            server.sockets.cut()
            await server.wait_for(lambda: not server.sockets.wires)
            await server.connected()
            server.post(ada, channel, f"{number}")
            await there.until(lambda number=number: len(texts(there)) == number + 1)  # type: ignore[misc]
        assert server.sockets.opened == 4


async def test_what_is_sent_while_there_is_no_connection_comes_afterwards(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    async with wired(server) as there:
        server.sockets.cut()
        server.post(ada, channel, "entre deux")
        await there.until(lambda: texts(there))
        await server.settled()


async def test_a_connection_that_breaks_in_the_middle_of_an_envelope(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    server.outbox.deadline = 0.1
    async with wired(server) as there:
        server.sockets.tearing = 1
        server.post(ada, channel, "déchiré")
        await there.until(lambda: texts(there))
        server.post(ada, channel, "entier")
        await there.until(lambda: len(texts(there)) == 2)
        assert not there.oddities.counts
        assert server.sockets.opened == 2


async def test_the_next_connection_is_open_before_the_old_one_closes(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    async with wired(server) as there:
        (old,) = server.sockets.live()
        server.sockets.refresh()
        await server.wait_for(lambda: server.sockets.opened == 2)
        assert not old.socket.closed
        for number in range(20):
            server.post(ada, channel, f"{number}")
            await asyncio.sleep(0.02)
        await there.until(lambda: len(texts(there)) == 20)
        await server.wait_for(lambda: old.socket.closed)
        await there.settled(0.1)
        assert server.sockets.opened == 2
        assert not server.unacknowledged


async def test_a_warning_brings_the_next_connection_and_the_old_one_is_let_go(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    async with wired(server) as there:
        assert there.listening.socket
        there.listening.socket.retiring = 0.1
        (old,) = server.sockets.live()
        server.sockets.warn()
        server.sockets.warn()
        await server.connected(2)
        await server.wait_for(lambda: len(server.sockets.wires) == 1)
        assert old not in server.sockets.wires
        server.post(ada, channel, "encore là")
        await there.until(lambda: texts(there))
        assert server.sockets.opened == 2


async def test_an_acknowledgement_finds_another_way_where_its_own_is_gone(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    class Slow(Road):
        async def receive(self, events: Sequence[Event]) -> None:
            await asyncio.sleep(0.4 if self.batches else 0.0)
            await super().receive(events)

    async with wired(server, Slow()):
        server.post(ada, channel, "lent")
        await asyncio.sleep(0.05)
        server.sockets.refresh()
        await server.settled()
        (delivery,) = server.deliveries("message")
        assert delivery.acknowledged


async def test_a_connection_that_is_refused_is_tried_again(server: LoopbackSlack) -> None:
    server.sockets.refusing = 3
    server.fail("apps.connections.open", "internal_error", times=2)
    async with wired(server) as there:
        assert not there.running.done()
        assert len(server.made("apps.connections.open")) == 6


async def test_attempts_come_slower_and_slower(server: LoopbackSlack) -> None:
    server.sockets.refusing = 100
    async with wired(server, waits=False) as there:
        assert there.listening.socket
        there.listening.socket.pauses = (0.0, 0.05, 10.0)
        await server.wait_for(lambda: len(server.made("apps.connections.open")) == 2)
        await there.settled(0.2)
        assert len(server.made("apps.connections.open")) == 2


async def test_a_connection_that_says_nothing_is_left(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    async with wired(server, waits=False) as there:
        assert there.listening.socket
        there.listening.socket.silence = 0.2
        await server.connected()
        server.sockets.muted = True
        await server.wait_for(lambda: server.sockets.opened == 2)
        server.sockets.muted = False
        server.post(ada, channel, "encore là")
        await there.until(lambda: texts(there))


async def test_a_long_gap_is_read_afterwards(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    async with wired(server) as there:
        assert there.listening.socket
        there.listening.socket.gap = 0.05
        server.post(ada, channel, "avant")
        await there.until(lambda: texts(there))
        server.sockets.refusing = 4
        server.sockets.cut()
        server.changes.events.silent = True
        server.post(ada, channel, "jamais délivré")
        server.changes.events.silent = False
        await server.wait_for(lambda: server.sockets.opened == 2)
        server.post(ada, channel, "après")
        await there.until(lambda: len(texts(there)) == 3)
        assert texts(there) == ["avant", "après", "jamais délivré"]


async def test_a_gap_that_begins_with_a_connection_of_ours_given_up_is_read(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    async with wired(server) as there:
        assert there.listening.socket
        there.listening.socket.gap, there.listening.socket.retiring = 0.05, 0.02
        server.post(ada, channel, "avant")
        await there.until(lambda: texts(there))
        trouble = server.fail("apps.connections.open", "internal_error", status=503, times=1_000)
        server.sockets.warn()
        await server.wait_for(lambda: not server.sockets.live())
        server.changes.events.silent = True
        server.post(ada, channel, "jamais délivré")
        server.changes.events.silent = False
        await there.settled(0.1)
        server.faults.waiting.remove(trouble)
        await server.wait_for(lambda: server.sockets.opened == 2)
        server.post(ada, channel, "après")
        await there.until(lambda: "jamais délivré" in texts(there))


async def test_what_slack_left_out_is_read_afterwards(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    async with wired(server) as there:
        server.post(ada, channel, "avant")
        await there.until(lambda: texts(there))
        server.changes.events.silent = True
        server.post(ada, channel, "trop")
        server.changes.events.silent = False
        limited = {"type": "app_rate_limited", "team_id": server.team.id, "minute_rate_limited": 1518467820}
        delivery = server.outbox.post(Delivery("events_api", limited))
        await there.until(lambda: delivery.acknowledged)
        server.post(ada, channel, "après")
        await there.until(lambda: "trop" in texts(there))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"type": 5}', '{"type": "events_api"}', '{"type": "hello"}', "\x00", "5"]
)
async def test_whatever_comes_through_a_socket_ends_nothing(
    server: LoopbackSlack, ada: User, channel: Channel, text: str
) -> None:
    async with wired(server) as there:
        server.sockets.raw(text)
        server.post(ada, channel, "encore là")
        await there.until(lambda: texts(there))
        assert server.sockets.opened == 1


@pytest.mark.parametrize(
    ("over", "place"),
    [("bot_token", "PALABRE_SLACK_BOT_TOKEN"), ("way", "PALABRE_SLACK_APP_TOKEN")],
)
async def test_a_wrong_token_is_told_with_the_next_step(server: LoopbackSlack, over: str, place: str) -> None:
    given: Any = {"bot_token": "xoxb-wrong"} if over == "bot_token" else {"way": Socket("xapp-wrong")}
    async with wired(server, waits=False, **given) as there:
        error = await there.ended()
    assert isinstance(error, Complaints)
    assert [one.place for one in error.complaints] == [place]
    assert "wrong" not in str(error)


async def test_a_slack_that_is_away_is_told_so(server: LoopbackSlack) -> None:
    server.fail("auth.test", status=503, html=True, times=5)
    async with wired(server, waits=False) as there:
        assert isinstance(await there.ended(), Unavailable)


async def test_what_only_asks_is_asked_again_and_what_acts_is_not(server: LoopbackSlack, channel: Channel) -> None:
    async with wired(server) as there:
        client = there.listening.workspaces.client(space(server))
        server.drop("users.info")
        assert (await client.users_info(user=server.bot.id))["ok"]
        server.drop("chat.postMessage", after=True)
        with pytest.raises(aiohttp.ClientError):
            await client.chat_postMessage(channel=channel.id, text="une fois")
        assert len(server.made("users.info")) == 2
        assert len(server.made("chat.postMessage")) == len(server.by_bot(channel)) == 1


async def test_slack_asks_for_patience_and_is_asked_again(server: LoopbackSlack) -> None:
    async with wired(server) as there:
        server.limit("users.info", 0)
        client = there.listening.workspaces.client(space(server))
        assert (await client.users_info(user=server.bot.id))["ok"]


# HTTP


def signed(server: LoopbackSlack, body: str, at: float | None = None, secret: str = "") -> dict[str, str]:
    stamp = str(int(time.time() if at is None else at))
    key = (secret or server.app.signing_secret).encode()
    digest = hmac.new(key, f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": f"v0={digest}",
    }


async def test_the_handshake_brings_the_challenge_back(server: LoopbackSlack) -> None:
    async with wired(server, over_http=True):
        assert await server.webhooks.verify()


@pytest.mark.parametrize("signature", ["bad", "old", "none"])
async def test_what_is_not_signed_as_it_should_be_is_not_heard(
    server: LoopbackSlack, ada: User, channel: Channel, signature: str, capfd: pytest.CaptureFixture[str]
) -> None:
    async with wired(server, over_http=True) as there:
        server.webhooks.signature = signature  # type: ignore[assignment]
        server.post(ada, channel, "un secret")
        await server.wait_for(lambda: bool(server.outbox.dropped))
        assert not texts(there)
        assert set(server.webhooks.statuses) == {401}
    assert "secret" not in "".join(capfd.readouterr())


@pytest.mark.parametrize(("at", "by"), [("x", "v0=1"), ("9" * 5_000, "v0=1"), ("-1", "v0=1"), ("1", "v0=é"), ("", "")])
async def test_what_can_be_no_signature_is_nothing_to_wonder_at(server: LoopbackSlack, at: str, by: str) -> None:
    headers = {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": by, "Content-Type": "application/json"}
    async with wired(server, over_http=True) as there, aiohttp.ClientSession() as stranger:
        async with stranger.post(there.url, data=b'{"type": "event_callback"}', headers=headers) as answer:
            assert answer.status == 401
        assert not there.oddities.counts


async def test_others_find_out_that_it_is_well_and_nothing_else(server: LoopbackSlack) -> None:
    async with wired(server, over_http=True) as there, aiohttp.ClientSession() as visitor:
        async with visitor.get(there.url) as answer:
            assert (answer.status, await answer.text()) == (200, "ok")
        for method, path, status in (("GET", "/", 404), ("PUT", "/slack", 405), ("GET", "/slack/install", 404)):
            async with visitor.request(method, there.url.removesuffix("/slack") + path) as answer:
                assert answer.status == status


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "payload=%7B", "payload=5", '{"authorizations": 5}'])
async def test_whatever_is_sent_by_anybody_ends_nothing(
    server: LoopbackSlack, ada: User, channel: Channel, body: str
) -> None:
    async with wired(server, over_http=True) as there, aiohttp.ClientSession() as visitor:
        for headers in ({}, signed(server, body)):
            async with visitor.post(there.url, data=body.encode(), headers=headers) as answer:
                assert answer.status in (200, 400, 401, 404)
        async with visitor.post(there.url, data=b"\xff\xfe", headers={"Content-Type": "application/json"}) as answer:
            assert answer.status == 400
        server.post(ada, channel, "encore là")
        await there.until(lambda: texts(there))


async def test_what_is_too_much_is_not_read_to_its_end(server: LoopbackSlack) -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 65536
            await asyncio.sleep(0)

    async with wired(server, over_http=True) as there, aiohttp.ClientSession() as visitor:
        with contextlib.suppress(aiohttp.ClientError):
            async with visitor.post(there.url, data=endless()) as answer:
                assert answer.status == 413
        async with visitor.get(there.url) as answer:
            assert answer.status == 200


async def test_an_address_that_is_taken_is_told_with_the_next_step(server: LoopbackSlack) -> None:
    async with wired(server, over_http=True) as there:
        way = Http(server.app.signing_secret, port=there.listening.port)
        async with wired(server, way=way, over_http=True, waits=False) as other:
            error = await other.ended()
    assert isinstance(error, Complaints)
    assert error.complaints[0].place == "config.toml, slack.http"


# What people ask for


class Desk:
    """Answers people in some way."""

    def __init__(self, slow: float = 0.0) -> None:
        self.slow = slow
        self.taken: list[Json] = []
        self.ended = 0

    def spoken(self, event: Json) -> bool:
        return event.get("type") == "app_mention"

    async def arrived(
        self,
        kind: str,
        body: Json,
        ack: Callable[..., Awaitable[Any]],
        client: AsyncWebClient,
        hand_over: Callable[[Asked], Awaitable[None]],
    ) -> None:
        self.taken.append(body)
        if kind == "view_submission":
            await ack(response_action="clear")
        else:
            await ack()
        await asyncio.sleep(self.slow)
        self.ended += 1


MODES = pytest.mark.parametrize("over_http", [False, True], ids=["socket", "http"])


@MODES
async def test_requests_are_acknowledged_at_once_and_go_on_by_themselves(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool
) -> None:
    desk = Desk(slow=0.3)
    async with wired(server, over_http=over_http, requests=desk) as there:
        server.slash(ada, channel, "/palabre", "help")
        await there.until(lambda: desk.taken)
        await server.settled(0.2)
        assert desk.ended == 0
        await there.until(lambda: desk.ended == 1)
        assert not server.unacknowledged


@MODES
async def test_words_to_the_bot_are_a_message_and_a_request(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool
) -> None:
    desk = Desk()
    async with wired(server, over_http=over_http, requests=desk) as there:
        server.post(ada, channel, f"<@{server.bot.id}> help")
        await there.until(lambda: desk.taken and texts(there))
        await server.settled()
        assert [body["event"]["type"] for body in desk.taken] == ["app_mention"]
        assert texts(there) == ["@Palabre help"]


async def test_what_is_begun_is_finished_before_the_end(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    desk = Desk(slow=0.2)
    async with wired(server, requests=desk) as there:
        server.slash(ada, channel, "/palabre", "help")
        await there.until(lambda: desk.taken)
    assert desk.ended == 1


# The whole adapter


def whole(server: LoopbackSlack, road: Road, **over: Any) -> SlackAdapter:
    return SlackAdapter(options(server, **over), CATALOGUE, road, Turnstile(), Safe(), Clock())


@pytest.fixture
async def running(server: LoopbackSlack) -> AsyncIterator[tuple[SlackAdapter, Road]]:
    """The adapter as the program runs it, in Socket Mode."""
    road = Road()
    adapter = whole(server, road)
    task = asyncio.ensure_future(adapter.run(road.receive))
    await server.connected()
    await server.wait_for(lambda: bool(road.events))
    yield adapter, road
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_it_hears_is_asked_and_acts(
    server: LoopbackSlack, ada: User, channel: Channel, running: tuple[SlackAdapter, Road]
) -> None:
    adapter, road = running
    assert (adapter.platform, adapter.oddities) == ("slack", {})
    message = server.post(ada, channel, f"<@{server.bot.id}> help")
    server.slash(ada, channel, "/palabre", "help")
    await server.wait_for(lambda: len(road.of(CommandInvoked)) == 2)
    await server.settled()
    assert {one.command for one in road.of(CommandInvoked)} == {"help"}
    assert road.texts() == ["@Palabre help"]
    place = channel_id(space(server), channel.id)
    where = MessageId(f"{place}/{message.ts}")
    await adapter.apply(React(space=space(server), channel=place, message=where, emoji="👀"), key=EffectKey("1"))
    assert message.reactions == {"eyes": [server.bot.id]}


async def test_it_looks_over_what_it_may_do(server: LoopbackSlack, running: tuple[SlackAdapter, Road]) -> None:
    adapter, _ = running
    wanted = {space(server): frozenset({"react"})}
    assert await adapter.examine(wanted) == await look_over(options(server), wanted, None, Safe(), Clock())


@pytest.fixture
def garden(server: LoopbackSlack, ada: User) -> Channel:
    """A second channel."""
    return server.add_channel("jardin", ada, server.owner())


async def test_the_past_is_told_the_youngest_first_with_what_hangs_from_it(
    server: LoopbackSlack, ada: User, channel: Channel, garden: Channel, running: tuple[SlackAdapter, Road]
) -> None:
    adapter, road = running
    assert isinstance(adapter, Chronicler)
    server.world.shift = -40 * 86400
    server.post(ada, garden, "too old")
    server.world.shift = -3 * 86400
    thread = server.post(ada, channel, "0")
    server.world.shift = -2 * 86400
    server.post(ada, garden, "1")
    server.post(ada, channel, "2", thread=thread)
    server.world.shift = -86400
    server.post(ada, garden, "3")
    server.post(ada, server.add_channel("équipe", ada, private=True), "not everybody reads this")
    server.world.shift = 0
    now, heard = datetime.now(UTC), len(road.texts())
    server.post(ada, channel, "not asked for")
    await server.wait_for(lambda: len(road.texts()) > heard)
    told = [one async for one in adapter.past(space(server), now - timedelta(days=30), now)]
    assert [one.text for one in told] == ["3", "2", "1", "0"]
    server.fail("conversations.history", "channel_not_found")
    assert len([one async for one in adapter.past(space(server), now - timedelta(days=30), now)]) == 2
    with pytest.raises(Refused):
        await anext(adapter.past(SpaceId("slack:T404"), now - timedelta(days=30), now))


async def test_the_past_is_whole_though_the_bot_has_only_just_come(
    server: LoopbackSlack, ada: User, channel: Channel, garden: Channel
) -> None:
    server.world.shift = -86400
    server.post(ada, channel, "0")
    server.post(ada, garden, "1")
    server.world.shift = 0
    trouble = server.fail("conversations.list", "internal_error", status=503, times=1_000)
    adapter, now = whole(server, road := Road(), catch_up=timedelta(0)), datetime.now(UTC)
    task = asyncio.ensure_future(adapter.run(road.receive))
    try:
        await server.connected()
        await server.wait_for(lambda: bool(road.events))
        await server.settled()
        with pytest.raises(Unavailable):
            await anext(adapter.past(space(server), now - timedelta(days=30), now))
        server.faults.waiting.remove(trouble)
        told = [one async for one in adapter.past(space(server), now - timedelta(days=30), now)]
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert {one.text for one in told} == {"0", "1"}


async def test_without_a_connection_nothing_is_done(server: LoopbackSlack) -> None:
    adapter = whole(server, Road())
    wish = React(space=space(server), channel=ChannelId("a/b"), message=MessageId("a/b/1.0"), emoji="👀")
    with pytest.raises(Unavailable):
        await adapter.apply(wish, key=EffectKey("1"))
    assert "delete_message" not in adapter.capabilities.effects
    assert "delete_message" in whole(server, Road(), user_token="xoxp-1").capabilities.effects


async def test_a_second_run_begins_anew(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    road = Road()
    adapter = whole(server, road)
    for text in ("un", "deux"):
        task = asyncio.ensure_future(adapter.run(road.receive))
        await server.connected()
        server.post(ada, channel, text)
        await server.wait_for(lambda text=text: text in road.texts())  # type: ignore[misc]
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await server.wait_for(lambda: not server.sockets.wires)
    assert road.texts() == ["un", "deux"]
