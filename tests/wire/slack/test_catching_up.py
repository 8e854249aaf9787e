"""What was written while nobody listened."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.slack.history import History, workspaces
from bot.errors import Complaints, Refused, StorageUnavailable
from bot.events import MessagePosted
from bot.ids import ChannelId, SpaceId, channel_id
from tests.wire.slack.server import Channel, LoopbackSlack, User
from tests.wire.slack.wiring import Clock, Safe, Turnstile, knowing, options, space, wired

HISTORY, REPLIES = "conversations.history", "conversations.replies"


@pytest.fixture(autouse=True)
def unheard(server: LoopbackSlack) -> None:
    """What happens before anybody listens is told to nobody."""
    server.changes.events.silent = True


@pytest.fixture
def garden(server: LoopbackSlack, ada: User) -> Channel:
    """A second channel."""
    return server.add_channel("jardin", ada, server.owner())


async def test_what_came_in_between_is_read_in_the_order_of_time(
    server: LoopbackSlack, ada: User, channel: Channel, garden: Channel
) -> None:
    road = knowing(server, *((one, server.post(ada, one, "connu")) for one in (channel, garden)))
    for number, one in enumerate((channel, garden, channel, garden)):
        server.post(ada, one, f"manqué {number}")
    async with wired(server, road) as there:
        await there.until(lambda: "manqué 3" in road.texts())
        assert [text for text in road.texts() if text != "connu"] == [f"manqué {number}" for number in range(4)]
        assert not there.oddities.counts
        assert {gate for gate, _ in there.turnstile.turns} == {f"slack-history:{server.team.id}"}
        assert {every for _, every in there.turnstile.turns} == {timedelta(seconds=1.2)}


async def test_a_message_that_was_read_is_the_one_that_would_have_been_heard(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    first = server.post(ada, channel, "connu")
    async with wired(server) as there:
        said = server.post(ada, channel, f"salut <@{ada.id}> <!here> &amp;")
        server.post(ada, channel, "réponse", thread=said)
        server.post(ada, channel, "pour tous", thread=said, broadcast=True)
        server.share_file(ada, channel, "a.txt", b"abc", "un fichier")
        server.post_webhook(channel, "RSS", "nouvelles")
        server.post(ada, channel, "danse", me=True)
        await there.until(lambda: len(there.road.texts()) == 6)
    live = {event.id: event for event in there.road.of(MessagePosted)}
    async with wired(server, knowing(server, (channel, first))) as again:
        await again.until(lambda: len(again.road.texts()) == 7)
    read = {event.id: event for event in again.road.of(MessagePosted) if event.text != "connu"}
    assert read == live


async def test_a_new_bot_does_not_read_what_was_written_before_it_came(
    server: LoopbackSlack, ada: User, channel: Channel, garden: Channel
) -> None:
    server.post(ada, channel, "vieux")
    async with wired(server) as there:
        await there.settled()
        assert not there.road.texts()
        assert not server.made(HISTORY)
    server.changes.events.silent = True
    server.advance(5)
    async with wired(server, knowing(server, (garden, server.post(ada, garden, "connu")))) as there:
        await there.until(lambda: server.made(HISTORY))
        await there.settled()
        assert there.road.texts() == ["connu"]
        assert {record.args["channel"] for record in server.made(HISTORY)} == {garden.id}


async def test_channels_that_began_in_between_are_read_from_their_first_word(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    road = knowing(server, (channel, server.post(ada, channel, "connu")))
    server.advance(5)
    made = server.add_channel("nouveau", ada)
    server.post(ada, made, "premier mot")
    async with wired(server, road) as there:
        await there.until(lambda: "premier mot" in road.texts())
        assert not there.oddities.counts


async def test_answers_are_read_also_where_their_thread_is_older(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    old = server.post(ada, channel, "vieux fil")
    server.post(ada, channel, "vieille réponse", thread=old)
    server.advance(3600)
    known = server.post(ada, channel, "connu")
    new = server.post(ada, channel, "nouveau fil")
    server.post(ada, channel, "réponse au vieux", thread=old)
    server.post(ada, channel, "réponse au nouveau", thread=new)
    road = knowing(server, (channel, known))
    async with wired(server, road) as there:
        await there.until(lambda: "réponse au nouveau" in road.texts())
        await there.settled()
    assert road.texts() == ["connu", "nouveau fil", "réponse au vieux", "réponse au nouveau"]
    assert {event.thread for event in road.of(MessagePosted) if event.text == "réponse au vieux"} == {
        f"{space(server)}/{channel.id}/{old.ts}"
    }


async def test_nothing_older_than_was_asked_for_is_read(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    server.world.shift = -7200
    road = knowing(server, (channel, server.post(ada, channel, "connu")))
    server.post(ada, channel, "trop vieux")
    server.world.shift = 0
    server.post(ada, channel, "assez neuf")
    async with wired(server, road, catch_up=timedelta(hours=1)) as there:
        await there.until(road.texts)
        await there.settled()
    assert road.texts() == ["assez neuf"]


async def test_nothing_is_read_where_nobody_wants_it(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    road = knowing(server, (channel, server.post(ada, channel, "connu")))
    server.post(ada, channel, "manqué")
    async with wired(server, road, catch_up=timedelta(0)) as there:
        await there.settled()
    assert not road.texts()
    assert not server.made(HISTORY)


async def test_what_comes_meanwhile_hides_no_gap(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    road = knowing(server, (channel, server.post(ada, channel, "connu")))
    server.post(ada, channel, "manqué")
    server.slow("users.list", 0.1)
    server.slow(HISTORY, 0.1)
    async with wired(server, road, waits=False) as there:
        await server.connected()
        server.changes.events.silent = False
        server.post(ada, channel, "vivant")
        await there.until(lambda: "vivant" in road.texts())
        assert "manqué" not in road.texts()
        await there.until(lambda: "manqué" in road.texts())


async def test_a_gap_that_was_being_read_outlives_the_end_of_the_bot(
    server: LoopbackSlack, ada: User, channel: Channel, garden: Channel
) -> None:
    server.world.shift = -3600
    road = knowing(server, *((one, server.post(ada, one, "connu")) for one in (channel, garden)))
    missed = [f"manqué {number}" for number in range(30)]
    for number, text in enumerate(missed):
        server.post(ada, (channel, garden)[number % 2], text)
    server.world.shift = 0
    server.slow(HISTORY, 0.3)
    async with wired(server, road) as there:
        live = [f"vivant dans {one.name}" for one in (channel, garden)]
        for one, text in zip((channel, garden), live, strict=True):
            server.post(ada, one, text)
        await there.until(lambda: set(live) <= set(road.texts()))
        await there.until(lambda: server.made(HISTORY))
    assert not set(road.texts()) & set(missed), "it ended while it read"
    server.changes.events.silent = True
    async with wired(server, road) as again:
        await again.until(lambda: set(missed) <= set(road.texts()))
        await again.until(lambda: not any(road.marks.values()))
    assert sorted(text for text in road.texts() if text != "connu") == sorted([*missed, *live])


async def test_more_than_a_page_is_read_page_after_page(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    road = knowing(server, (channel, server.post(ada, channel, "connu")))
    for number in range(450):
        server.post(ada, channel, f"{number}")
    async with wired(server, road):
        await server.wait_for(lambda: len(road.texts()) == 451)
    assert road.texts() == ["connu", *(f"{number}" for number in range(450))]
    assert len(server.made(HISTORY)) == 3


async def test_slack_asks_for_patience_and_gets_it(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    road = knowing(server, (channel, server.post(ada, channel, "connu")))
    server.post(ada, channel, "manqué")
    server.limit(HISTORY, 0, times=3)
    async with wired(server, road) as there:
        await there.until(lambda: "manqué" in road.texts(), 10)
        assert len(server.made(HISTORY)) == 4


async def test_whoever_may_read_little_reads_slowly(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    server.app.commercial = True
    server.limits.minute = 0.0
    road = knowing(server, (channel, server.post(ada, channel, "connu")))
    for number in range(20):
        server.post(ada, channel, f"{number}")
    async with wired(server, road, throttled=True) as there:
        await there.until(lambda: "19" in road.texts())
        assert {every for _, every in there.turnstile.turns} == {timedelta(minutes=1)}
        assert {record.args["limit"] for record in server.made(HISTORY)} == {"15"}
        assert len(server.made(HISTORY)) == 2
        assert road.texts()[-20:] == [f"{number}" for number in range(20)]


async def test_a_channel_that_cannot_be_read_stops_no_other(
    server: LoopbackSlack, ada: User, channel: Channel, garden: Channel
) -> None:
    road = knowing(server, *((one, server.post(ada, one, "connu")) for one in (channel, garden)))
    server.post(ada, garden, "manqué")
    server.fail(HISTORY, "channel_not_found")
    async with wired(server, road) as there:
        await there.until(lambda: "manqué" in road.texts())


async def test_one_message_that_cannot_be_understood_stops_no_other(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    road = knowing(server, (channel, server.post(ada, channel, "connu")))
    server.post(ada, channel, "étrange").more = {"files": "?"}
    server.post(ada, channel, "manqué")
    async with wired(server, road) as there:
        await there.until(lambda: "manqué" in road.texts())
        assert dict(there.oddities.counts) == {"conversations_history: field files": 1}
        assert "étrange" not in road.texts()


async def test_while_the_database_is_away_what_was_read_waits(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    road = knowing(server, (channel, server.post(ada, channel, "connu")))
    server.post(ada, channel, "manqué")
    async with wired(server, road) as there:
        there.listening.patience = 0.01
        road.failures = [StorageUnavailable("away")] * 3
        await there.until(lambda: "manqué" in road.texts())


async def test_what_slack_gives_up_while_the_database_is_away_is_read_afterwards(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    server.outbox.deadline = 0.1
    async with wired(server) as there:
        server.post(ada, channel, "avant")
        await there.until(there.road.texts)
        there.road.away = True
        server.post(ada, channel, "perdu")
        await server.wait_for(lambda: bool(server.outbox.dropped))
        there.road.away = False
        assert there.road.texts() == ["avant"]
        server.post(ada, channel, "après")
        await there.until(lambda: "perdu" in there.road.texts())


# What may be read for whoever tries rules


def opened(server: LoopbackSlack) -> History:
    return History(options(server), space(server), Clock(), Safe())


async def test_the_past_is_read_in_the_order_of_time_without_being_heard(
    server: LoopbackSlack, ada: User, channel: Channel, garden: Channel
) -> None:
    server.world.shift = -3 * 86400
    thread = server.post(ada, channel, "0")
    server.world.shift = -2 * 86400
    server.post(ada, garden, "1")
    server.world.shift = -86400
    server.post(ada, channel, "2", thread=thread)
    server.post(ada, garden, "3")
    server.world.shift = 0
    server.post(ada, channel, "4")
    server.post(ada, channel, "5", thread=thread, broadcast=True)
    now = datetime.now(UTC)
    async with opened(server) as history:
        assert history.name == "Loopback"
        channels = history.channels()
        assert {name: one for name, one in channels.items() if name != "general"} == {
            "help": channel_id(space(server), channel.id),
            "jardin": channel_id(space(server), garden.id),
        }
        wanted = list(channels.values())
        history._reader._turnstile = Turnstile()
        read = [event async for event in history.read(wanted, now - timedelta(days=7), now + timedelta(minutes=1))]
        assert [event.text for event in read] == ["0", "1", "2", "3", "4", "5"]
        assert len({event.id for event in read}) == 6
        some = [event.text async for event in history.read(wanted, now - timedelta(days=2.5), now - timedelta(hours=1))]
        assert some == ["1", "3"]
    assert not server.sockets.opened


async def test_what_may_not_be_read_is_refused(server: LoopbackSlack, channel: Channel) -> None:
    now = datetime.now(UTC)
    async with opened(server) as history:
        with pytest.raises(Refused, match="C404"):
            async for _ in history.read([ChannelId(f"{space(server)}/C404")], now - timedelta(hours=1), now):
                pass


async def test_a_workspace_that_the_bot_is_not_in_is_refused(server: LoopbackSlack) -> None:
    with pytest.raises(Refused):
        async with History(options(server), SpaceId("slack:T404"), Clock(), Safe()):
            pass
    with pytest.raises(Complaints):
        async with History(options(server, bot_token="xoxb-wrong"), space(server), Clock(), Safe()):
            pass


async def test_the_workspaces_are_told_by_name(server: LoopbackSlack) -> None:
    assert await workspaces(options(server), Safe()) == {space(server): "Loopback"}
