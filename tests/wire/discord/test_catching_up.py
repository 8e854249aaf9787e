"""What was written while nobody listened."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from adapters.discord.history import History
from bot.errors import Complaints, Refused
from bot.events import Event, MessagePosted, SpaceJoined
from bot.ids import ChannelId, MessageId, SpaceId
from tests.wire.discord.server import Channel, LoopbackDiscord, Message
from tests.wire.discord.wiring import Clock, Road, options, wired

pytestmark = pytest.mark.usefixtures("untouched_addresses")


MESSAGES = "/channels/{channel}/messages"


def heard(guild: object, *pairs: tuple[Channel, Message]) -> Road:
    """A road that knows these messages as the latest ones of their channels."""
    space = SpaceId(f"discord:{guild.id}")  # type: ignore[attr-defined]
    known = {
        ChannelId(f"{space}/{channel.id}"): MessageId(f"{space}/{channel.id}/{message.id}")
        for channel, message in pairs
    }
    return Road(heard={space: known})


async def test_what_came_in_between_is_read_in_the_order_of_time() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild(channels=("general", "jardin", "calme"))
        ada = discord.add_member(guild, "ada")
        general, garden, calm = (discord.channel(guild, name) for name in ("general", "jardin", "calme"))
        road = heard(guild, *((one, discord.post(ada, one, "connu")) for one in (general, garden, calm)))
        for number, one in enumerate((general, garden, general, garden)):
            discord.post(ada, one, f"manqué {number}")
        async with wired(discord, road) as there:
            await there.until(lambda: len(there.road.texts()) == 4)
            await there.settled()

        assert there.road.texts() == [f"manqué {number}" for number in range(4)]
        assert len(discord.made("GET", MESSAGES)) == 2, "nothing is asked where nothing came"
        assert not there.oddities.counts


class Adopting(Road):
    """A road that takes nothing of a server before it has made itself at home there, which takes a while."""

    async def receive(self, events: Sequence[Event]) -> None:
        at_home = {event.space for event in self.of(SpaceJoined)}
        if any(isinstance(event, SpaceJoined) for event in events):
            await asyncio.sleep(0.2)
            at_home |= {event.space for event in events}
        await super().receive([event for event in events if event.space in at_home])


async def test_nothing_is_read_before_the_server_itself_is_known() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        road = Adopting(heard=heard(guild, (general, discord.post(ada, general, "connu"))).heard)
        discord.post(ada, general, "manqué")
        async with wired(discord, road) as there:
            await there.until(lambda: discord.made("GET", MESSAGES))
            await there.settled()
        assert road.texts() == ["manqué"]


async def test_a_message_that_was_read_is_the_one_that_would_have_been_heard() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        road = heard(guild, (general, discord.post(ada, general, "connu")))
        async with wired(discord, road) as there:
            first = discord.post(ada, general, f"salut <@{ada.id}>")
            await there.until(there.road.texts)
        later = heard(guild, (general, Message(first.id - 1, general.id, guild.id, ada.user)))
        async with wired(discord, later) as again:
            await again.until(again.road.texts)

        (live,), (read,) = there.road.of(MessagePosted), again.road.of(MessagePosted)
        assert (live.id, live.at, live.text, live.mentions) == (read.id, read.at, read.text, read.mentions)


async def test_a_new_bot_does_not_read_what_was_written_before_it_came() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        discord.post(ada, general, "vieux")
        other = discord.add_channel(guild, "ailleurs")
        discord.post(ada, other, "vieux")
        async with wired(discord) as there:
            await there.settled()
        assert not there.road.texts()
        assert not discord.made("GET", MESSAGES)
        async with wired(discord, heard(guild, (other, discord.post(ada, other, "connu")))) as there:
            await there.settled()
        assert not there.road.texts()
        assert not discord.made("GET", MESSAGES)


async def test_threads_that_began_in_between_are_read_from_their_first_word() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        forum = discord.add_forum(guild, "questions")
        old = discord.create_thread(ada, general, "vieux fil")
        discord.post(ada, old, "vieux")
        road = heard(guild, (general, discord.post(ada, general, "connu")))
        await asyncio.sleep(0.002)
        discord.forum_post(ada, forum, "Titre", "Arnaque")
        async with wired(discord, road) as there:
            await there.until(there.road.texts)
            await there.settled()
        assert there.road.texts() == ["Titre\nArnaque"]


async def test_after_an_invalid_session_what_was_missed_is_read() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        async with wired(discord) as there:
            discord.post(ada, general, "avant")
            await there.until(there.road.texts)
            discord.gateway.forget()
            for wire in list(discord.gateway.wires):
                wire.cut()
            discord.post(ada, general, "pendant")
            await there.until(lambda: "pendant" in there.road.texts())
            discord.post(ada, general, "après")
            await there.until(lambda: "après" in there.road.texts())
        assert there.road.texts() == ["avant", "pendant", "après"]
        assert len(discord.gateway.identifies) == 2


async def test_what_comes_meanwhile_hides_no_gap() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        road = heard(guild, (general, discord.post(ada, general, "connu")))
        discord.post(ada, general, "manqué")
        discord.slow("GET", MESSAGES, 0.2)
        async with wired(discord, road) as there:
            discord.post(ada, general, "entre-temps")
            await there.until(there.road.texts)
            assert there.road.texts() == ["entre-temps"]
            await there.until(lambda: len(there.road.texts()) == 2)
        assert there.road.texts() == ["entre-temps", "manqué"]


async def test_a_gap_that_was_being_read_outlives_the_end_of_the_bot() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild(channels=("general", "jardin"))
        ada = discord.add_member(guild, "ada")
        general, garden = discord.channel(guild), discord.channel(guild, "jardin")
        road = heard(guild, *((one, discord.post(ada, one, "connu")) for one in (general, garden)))
        missed = [f"manqué {number}" for number in range(250)]
        for number, text in enumerate(missed):
            discord.post(ada, (general, garden)[number % 2], text)
        discord.slow("GET", MESSAGES, 0.2)
        async with wired(discord, road) as there:
            for one in (general, garden):
                discord.post(ada, one, f"vivant dans {one.name}")
            await there.until(lambda: len(road.texts()) == 2)
            await there.until(lambda: len(discord.made("GET", MESSAGES)) == 1)
        assert not set(road.texts()) & set(missed), "it ended while it read"
        async with wired(discord, road) as again:
            await again.until(lambda: set(missed) <= set(road.texts()))
            await again.until(lambda: not any(road.marks.values()))
        assert sorted(road.texts()) == sorted([*missed, "vivant dans general", "vivant dans jardin"])
        asked = len(discord.made("GET", MESSAGES))
        async with wired(discord, road) as quiet:
            await quiet.settled()
        assert len(discord.made("GET", MESSAGES)) == asked, "nothing is read twice once it is read"


@pytest.mark.parametrize(("status", "stays"), [(403, False), (404, False), (503, True)])
async def test_a_gap_stays_marked_where_a_later_start_may_read_it(status: int, stays: bool) -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        road = heard(guild, (general, discord.post(ada, general, "connu")))
        discord.post(ada, general, "manqué")
        discord.fail("GET", MESSAGES, status, html=status == 503)
        async with wired(discord, road) as there:
            discord.post(ada, general, "vivant")
            await there.until(road.texts)
            await there.until(lambda: discord.made("GET", MESSAGES))
            await there.settled(0.1)
            assert any(road.marks.values()) == stays
            assert road.texts() == ["vivant"]
        async with wired(discord, road) as again:
            await again.settled(0.1)
            assert road.texts() == (["vivant", "manqué"] if stays else ["vivant"])
            assert not any(road.marks.values())


async def test_pages_follow_one_another_up_to_a_bound_and_no_further_back_than_wanted() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        road = heard(guild, (general, discord.post(ada, general, "connu")))
        for number in range(1_150):
            discord.post(ada, general, f"{number}")
        async with wired(discord, road) as there:
            await there.until(lambda: len(there.road.texts()) >= 1_000)
            await there.settled()
        assert there.road.texts() == [f"{number}" for number in range(1_000)]
        assert len(discord.made("GET", MESSAGES)) == 10

        old = Message(discord.world.snowflake(discord.world.now() - 86400), general.id, guild.id, ada.user)
        ages = heard(guild, (general, old))
        async with wired(discord, ages, catch_up=timedelta(0)) as there:
            await there.settled()
        assert not there.road.texts()


@pytest.mark.parametrize(("status", "html"), [(403, False), (404, False), (503, True), (200, True), (200, False)])
async def test_a_channel_that_cannot_be_read_keeps_nothing_else_unread(status: int, html: bool) -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild(channels=("general", "jardin"))
        ada = discord.add_member(guild, "ada")
        general, garden = discord.channel(guild), discord.channel(guild, "jardin")
        road = heard(guild, *((one, discord.post(ada, one, "connu")) for one in (general, garden)))
        for one in (general, garden):
            discord.post(ada, one, f"manqué dans {one.name}")
        discord.fail("GET", MESSAGES, status, html=html)
        async with wired(discord, road) as there:
            await there.until(there.road.texts)
        assert there.road.texts() == ["manqué dans jardin"]


async def test_rules_can_be_tried_on_the_past_without_the_gateway() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild(channels=("general", "jardin"))
        ada, since = discord.add_member(guild, "ada"), datetime.now(UTC)
        general, garden = discord.channel(guild), discord.channel(guild, "jardin")
        hidden = discord.add_channel(guild, "caché")
        discord.overwrite(hidden, discord.bot(guild), deny=1 << 10)
        for number in range(210):
            discord.post(ada, (general, garden)[number % 2], f"{number}")
        space = SpaceId(f"discord:{guild.id}")
        async with History(options(discord), space, Clock()) as history:
            channels = history.channels()
            assert history.name == guild.name
            assert list(channels) == ["general", "jardin"]
            until = datetime.now(UTC) + timedelta(minutes=1)
            read = [event async for event in history.read(tuple(channels.values()), since, until)]
            assert [event.text for event in read] == [f"{n}" for n in range(210)]
            with pytest.raises(Refused):
                async for _ in history.read([ChannelId(f"{space}/{hidden.id}")], since, until):
                    pass
            later = [event async for event in history.read(tuple(channels.values()), until, until)]
            assert later == []
        assert not discord.gateway.identifies


async def test_a_past_that_may_not_be_seen_is_refused() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        discord.add_guild()
        with pytest.raises(Refused):
            async with History(options(discord), SpaceId("discord:1"), Clock()):
                pass
        with pytest.raises(Complaints):
            async with History(options(discord, token="wrong"), SpaceId("discord:1"), Clock()):
                pass


async def test_nothing_is_read_before_the_space_itself_was_taken_in() -> None:
    class Slow(Road):
        async def receive(self, events: Sequence[Event]) -> None:
            if any(event.kind == "space_joined" for event in events):
                await asyncio.sleep(0.2)
            await super().receive(events)

    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        road = Slow(heard=heard(guild, (general, discord.post(ada, general, "connu"))).heard)
        discord.post(ada, general, "manqué")
        async with wired(discord, road) as there:
            await there.until(there.road.texts)
        kinds = [event.kind for event in there.road.events]
        assert kinds.index("space_joined") < kinds.index("message_posted")
