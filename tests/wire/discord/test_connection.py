"""How connections begin, break, go on and end."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import discord as discord_py
import pytest

from adapters.discord.session import Client
from bot.errors import Complaints, Unavailable
from bot.events import Event, MessagePosted, ReactionAdded, SpaceJoined
from tests.wire.discord.server import LoopbackDiscord
from tests.wire.discord.wiring import Road, Turnstile, error_of, wired

pytestmark = pytest.mark.usefixtures("untouched_addresses")


@dataclass
class Doubled(Road):
    """Notes what comes a second time."""

    doubles: list[Event] = field(default_factory=list)

    async def receive(self, events: Sequence[Event]) -> None:
        known = {event.id for event in self.events}
        self.doubles += [event for event in events if event.id in known]
        await super().receive(events)


@dataclass
class Slow(Road):
    """Takes nothing before it is opened."""

    open: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self, events: Sequence[Event]) -> None:
        await self.open.wait()
        await super().receive(events)


def test_discord_py_still_has_what_is_reached_below_its_surface() -> None:
    """If this fails, look at `session` and `guard` before anything else."""
    made = object.__new__(Client)
    assert issubclass(Client, discord_py.AutoShardedClient)
    assert callable(made._get_websocket)
    assert discord_py.http.Route.BASE.startswith("http")
    assert hasattr(discord_py.gateway.DiscordWebSocket, "DEFAULT_GATEWAY")
    assert discord_py.shard.DiscordWebSocket is discord_py.gateway.DiscordWebSocket
    assert callable(discord_py.AutoShardedClient.launch_shard)


async def test_every_parser_of_discord_py_is_guarded_and_both_names_mean_the_same_table() -> None:
    async with LoopbackDiscord() as discord:
        discord.add_guild()
        async with wired(discord) as there:
            client = there.listening.session.client
            parsers = client._connection.parsers
            assert len(parsers) > 60
            assert {parse.__module__ for parse in parsers.values()} == {"adapters.discord.guard"}
            socket = client._connection._get_websocket(next(iter(discord.world.guilds)))
            assert socket._discord_parsers is parsers
            assert (socket.session_id or "") in discord.gateway.sessions


async def test_no_more_is_asked_for_than_was_granted() -> None:
    for privileged, missing in ((0, {"members", "message_content"}), (1 << 15, {"members"}), (1 << 1 | 1 << 15, set())):
        async with LoopbackDiscord(privileged=privileged) as discord:
            discord.add_guild()
            async with wired(discord) as there:
                assert there.listening.session.missing == missing
                (identify,) = discord.gateway.identifies
                wanted = discord_py.Intents._from_value(identify["intents"])
                assert {name for name in ("members", "message_content") if not getattr(wanted, name)} == missing
                assert not {name for name, on in wanted if on} & {"presences", "typing", "dm_messages", "voice_states"}


async def test_what_was_missed_during_a_break_comes_once() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        async with wired(discord) as there:
            for number in range(3):
                discord.post(ada, general, f"avant {number}")
            await there.until(lambda: len(there.road.texts()) == 3)
            discord.gateway.cut()
            missed = discord.post(ada, general, "pendant")
            discord.react(ada, missed, "👍")
            await there.until(lambda: discord.gateway.resumes)
            discord.post(ada, general, "après")
            await there.until(lambda: "après" in there.road.texts())

        assert there.road.texts() == ["avant 0", "avant 1", "avant 2", "pendant", "après"]
        assert len(there.road.of(ReactionAdded)) == 1
        assert len(discord.gateway.identifies) == 1


async def test_a_replay_of_what_was_heard_already_doubles_nothing() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        road = Doubled()
        async with wired(discord, road) as there:
            message = discord.post(ada, general, "bonjour")
            discord.react(ada, message, "👍")
            await there.until(lambda: there.road.of(ReactionAdded))
            (session,) = discord.gateway.live()
            session.replay(1)
            discord.unreact(ada, message, "👍")
            discord.react(ada, message, "👍")
            await there.until(lambda: len(there.road.of(ReactionAdded)) == 2)

        assert len(there.road.of(MessagePosted)) == 1
        assert {event.kind for event in road.doubles} == {"space_joined", "message_posted", "reaction_added"}


async def test_discord_asks_for_a_new_connection() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        async with wired(discord) as there:
            discord.gateway.reconnect()
            await there.until(lambda: discord.gateway.resumes)
            discord.post(ada, general, "encore là")
            await there.until(there.road.texts)
        assert len(discord.gateway.identifies) == 1


@pytest.mark.parametrize("code", [1000, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009])
async def test_codes_after_which_the_connection_goes_on(code: int) -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        async with wired(discord) as there:
            discord.gateway.close(code)
            await there.until(lambda: discord.gateway.resumes)
            await discord.connected()
            await there.until(lambda: len(discord.gateway.live()) == 1)
            discord.post(ada, general, "encore là")
            await there.until(there.road.texts)


@pytest.mark.parametrize(
    ("code", "place"),
    [
        (4004, "PALABRE_DISCORD_TOKEN"),
        (4010, "discord.shards"),
        (4011, "discord.shards"),
        (4014, "discord.com/developers"),
    ],
)
async def test_codes_that_somebody_has_to_do_something_about(code: int, place: str) -> None:
    async with LoopbackDiscord() as discord:
        discord.add_guild()
        async with wired(discord) as there:
            discord.gateway.close(code)
            error = await there.ended()
            assert isinstance(error, Complaints)
            assert place in str(error)
            assert discord.token not in str(error)


@pytest.mark.parametrize("code", [4012, 4013])
async def test_codes_that_say_that_this_program_is_wrong_end_the_connection(code: int) -> None:
    async with LoopbackDiscord() as discord:
        discord.add_guild()
        async with wired(discord) as there:
            discord.gateway.close(code)
            error = await there.ended()
            assert isinstance(error, Unavailable)
            assert str(code) in str(error)


async def test_a_wrong_token_is_named_by_where_it_comes_from() -> None:
    async with LoopbackDiscord() as discord:
        error = await error_of(discord, token="wrong")
        assert isinstance(error, Complaints)
        assert str(error).startswith("PALABRE_DISCORD_TOKEN: ")
        assert not discord.gateway.identifies


async def test_where_no_starts_are_left_none_is_tried() -> None:
    async with LoopbackDiscord() as discord:
        body = {
            "url": discord.gateway_url,
            "shards": 1,
            "session_start_limit": {"total": 1000, "remaining": 0, "reset_after": 3_600_000, "max_concurrency": 1},
        }
        discord.fail("GET", "/gateway/bot", 200).body = body
        error = await error_of(discord)
        assert isinstance(error, Unavailable)
        assert error.retry_after.total_seconds() == 3600
        assert not discord.gateway.identifies


@pytest.mark.parametrize("route", ["/users/@me", "/oauth2/applications/@me", "/gateway/bot"])
async def test_where_discord_is_out_of_order_it_is_tried_again_later(route: str) -> None:
    async with LoopbackDiscord() as discord:
        discord.fail("GET", route, 503)
        assert isinstance(await error_of(discord), Unavailable)


async def test_a_connection_that_breaks_again_and_again_is_given_up_for_a_while() -> None:
    async with LoopbackDiscord() as discord:
        discord.add_guild()
        async with wired(discord) as there:

            async def break_it() -> None:
                while True:
                    discord.gateway.close(4000)
                    await asyncio.sleep(0.01)

            breaking = asyncio.ensure_future(break_it())
            error = await there.ended()
            breaking.cancel()
            assert isinstance(error, Unavailable)
            assert "again and again" in str(error)
            assert len(discord.gateway.resumes) <= 9


async def test_no_more_sessions_are_begun_than_discord_allows_in_a_day() -> None:
    async with LoopbackDiscord(identify_window=0.0, heartbeat_interval=0.05) as discord:
        discord.add_guild()
        discord.gateway.starts = 2
        async with wired(discord, silence=0.2) as there:
            for _ in range(2):
                await discord.connected()
                discord.gateway.invalidate(resumable=False)
                await there.settled(0.1)
            error = await there.ended(10)
            await there.settled(0.5)  # the connection that was not begun falls silent, and discord.py's thread ends
        assert "no more starts" in str(error)
        assert len(discord.gateway.identifies) == 2
        assert "no more starts" in str(await error_of(discord))


async def test_a_connection_that_only_seems_to_live_is_replaced() -> None:
    async with LoopbackDiscord(heartbeat_interval=0.1) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        async with wired(discord, silence=0.3) as there:
            discord.gateway.acknowledging = False
            await there.until(lambda: discord.gateway.resumes)
            discord.gateway.acknowledging = True
            discord.post(ada, general, "encore là")
            await there.until(there.road.texts)


async def test_at_the_end_what_was_heard_is_handed_over_and_the_farewell_is_proper() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        road = Slow()
        async with wired(discord, road, waits=False) as there:
            await discord.connected()
            discord.post(ada, general, "à la fin")
            await there.settled(0.1)
            asyncio.get_running_loop().call_later(0.2, road.open.set)
            begun = time.monotonic()
            there.running.cancel()
            await asyncio.gather(there.running, return_exceptions=True)
            assert 0.1 < time.monotonic() - begun < 2
        assert road.texts() == ["à la fin"]
        await discord.wait_for(lambda: bool(discord.gateway.closes))
        assert discord.gateway.closes[-1] == 1000
        assert not discord.gateway.sessions


async def test_the_first_word_of_discord_may_be_odd() -> None:
    async with LoopbackDiscord() as discord:
        discord.add_guild()
        async with wired(discord) as there:
            discord.dispatch(None, "READY", {"v": 10})
            error = await there.ended()
            assert isinstance(error, Unavailable)
            assert any(name.startswith("gateway: KeyError") for name in there.oddities.counts)


async def test_each_beginning_of_a_session_has_its_turn() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        discord.add_guild()
        turnstile = Turnstile()
        async with wired(discord, turnstile=turnstile) as there:
            discord.gateway.invalidate(resumable=False)
            await there.until(lambda: len(discord.gateway.identifies) == 2)
            await there.until(lambda: len(there.road.asked) == 2)
        assert len(there.road.of(SpaceJoined)) == 1, "an invitation is told once, however often we come back"
        assert turnstile.turns == [f"discord-identify:{discord.world.application.id}:0"] * 2


async def test_a_session_that_may_be_resumed_is_resumed() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        async with wired(discord) as there:
            discord.gateway.invalidate(resumable=True)
            await there.until(lambda: discord.gateway.resumes)
            discord.post(ada, general, "encore là")
            await there.until(there.road.texts)
        assert len(discord.gateway.identifies) == 1


@pytest.mark.parametrize("text", ["not JSON", "[]", '{"op": 0, "t": "MESSAGE_CREATE"}', '{"op": 99}', "{}"])
async def test_what_is_no_payload_at_all_ends_a_connection_at_most(text: str) -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        async with wired(discord) as there:
            (session,) = discord.gateway.live()
            assert session.wire is not None
            session.wire.put(text)
            discord.post(ada, general, "ensuite")
            await discord.wait_for(lambda: there.running.done() or bool(there.road.texts()))
            if there.running.done():
                assert isinstance(there.running.exception(), Unavailable)
                assert any(name.startswith("gateway: ") for name in there.oddities.counts)


async def test_a_gateway_that_cannot_be_reached_is_not_tried_for_ever() -> None:
    """Each attempt of discord.py takes five seconds: this asks what decides."""
    async with LoopbackDiscord() as discord, wired(discord, waits=False) as there:
        session = there.listening.session
        await discord.connected()
        session.launching(0)
        with pytest.raises(Unavailable):
            session.launching(0)
