"""Everything that happens on Slack and means something, heard in both modes."""

import json

import pytest

from bot.events import (
    ChannelCreated,
    HomeOpened,
    MemberJoined,
    MemberLeft,
    MemberRenamed,
    MemberRolesChanged,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
    SpaceJoined,
    SpaceLeft,
)
from tests.wire.slack.server import Channel, LoopbackSlack, User
from tests.wire.slack.server.delivery import Delivery
from tests.wire.slack.server.world import Json
from tests.wire.slack.wiring import space, wired

MODES = pytest.mark.parametrize("over_http", [False, True], ids=["socket", "http"])


def happen(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    """One of everything."""
    owner = server.owner()
    first = server.post(ada, channel, f"salut <@{owner.id}> et <!here> &amp; <https://a.example|lien>")
    server.post(owner, channel, "dans le fil", thread=first)
    server.post(owner, channel, "pour tous", thread=first, broadcast=True)
    server.post(ada, channel, "danse", me=True)
    server.share_file(ada, channel, "a.txt", b"abc", "un fichier")
    server.post_webhook(channel, "RSS", "nouvelles")
    reworded = server.post(ada, channel, "avent")
    server.edit(ada, reworded, "avant")
    server.unfurl(reworded)
    server.delete(ada, server.post(ada, channel, "en trop"))
    server.delete(ada, first)
    server.react(ada, reworded, "scales")
    server.unreact(ada, reworded, "scales")
    bob = server.joined(server.add_user("bob"))
    server.join(bob, channel)
    server.leave(bob, channel)
    server.rename_user(bob, display_name="Bobby")
    server.make_admin(bob)
    group = server.create_group(owner, "equipe", ada)
    server.add_to_group(group, bob)
    server.deactivate(bob)
    made = server.create_channel(ada, "nouveau")
    server.rename_channel(ada, made, "ancien")
    server.archive(ada, made)
    server.archive(ada, made, archived=False)
    server.set_topic(ada, channel, "thé")
    server.pin(ada, reworded)
    server.open_home(ada)


@MODES
async def test_everything_that_happens_is_heard(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool
) -> None:
    async with wired(server, over_http=over_http) as there:
        happen(server, ada, channel)
        await server.settled()
        assert not server.unacknowledged
        assert not there.oddities.counts
        road, here = there.road, space(server)

    texts = ["dans le fil", "pour tous", "danse", "un fichier", "nouvelles", "avent", "en trop"]
    owner = server.owner()
    first, *others = road.of(MessagePosted)
    assert first.text == "salut @Loopback-Owner et @here & lien (https://a.example)"
    assert (first.mentions, first.mentions_everyone) == ((f"{here}/{owner.id}",), True)
    assert sorted(one.text for one in others) == sorted(texts)
    by_text = {one.text: one for one in others}
    assert by_text["dans le fil"].thread == by_text["pour tous"].thread == first.message
    assert by_text["dans le fil"].roles == (f"{here}/owner", f"{here}/admin")
    assert [one.name for one in by_text["un fichier"].attachments] == ["a.txt"]
    assert [one.text for one in others if one.by_bot] == ["nouvelles"]
    assert [one.text for one in road.of(MessageEdited)] == ["avant"]
    assert {one.message for one in road.of(MessageDeleted)} == {by_text["en trop"].message, first.message}
    assert [one.emoji for one in road.of(ReactionAdded)] == [one.emoji for one in road.of(ReactionRemoved)] == ["⚖️"]
    assert {one.channel is None for one in road.of(MemberJoined)} == {True, False}
    assert {one.channel is None for one in road.of(MemberLeft)} == {True, False}
    assert "Bobby" in [one.name for one in road.of(MemberRenamed)]
    worn = {role.rpartition("/")[2] for one in road.of(MemberRolesChanged) for role in one.roles}
    assert "admin" in worn
    assert any(role.startswith("S") for role in worn)
    assert [(one.name, one.watched) for one in road.of(ChannelCreated)][:2] == [("nouveau", False), ("ancien", False)]
    assert len(road.of(ChannelCreated)) == 3
    assert [one.account for one in road.of(HomeOpened)] == [f"{here}/{ada.id}"]
    assert len(road.of(SpaceJoined)) == 1


@MODES
async def test_however_often_and_in_whatever_order_it_comes_it_is_the_same(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool
) -> None:
    async with wired(server, over_http=over_http) as there:
        happen(server, ada, channel)
        await server.settled()
        before = list(there.road.events)
        for seed in (1, 2):
            server.redeliver(seed=seed, times=2)
            await server.settled()
        assert there.road.events == before
        assert max(there.road.times.values()) > 2
        assert not server.unacknowledged


async def test_the_bot_does_not_hear_itself(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    async with wired(server) as there:
        client = there.listening.workspaces.client(space(server))
        made = await client.chat_postMessage(channel=channel.id, text="moi")
        await client.chat_update(channel=channel.id, ts=str(made["ts"]), text="encore moi")
        await client.reactions_add(channel=channel.id, timestamp=str(made["ts"]), name="eyes")
        await client.chat_delete(channel=channel.id, ts=str(made["ts"]))
        server.post(ada, channel, "pas moi")
        await there.until(there.road.texts)
        await server.settled()
    assert [event.kind for event in there.road.events] == ["space_joined", "message_posted"]


async def test_words_to_the_bot_alone_are_no_messages(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    async with wired(server) as there:
        server.edit(ada, server.post(ada, server.dm(ada), "entre nous"), "rien")
        server.post(ada, channel, "pour tous")
        await server.settled()
    assert there.road.texts() == ["pour tous"]
    assert not there.road.of(MessageEdited)


async def test_somebody_new_is_asked_for_once(server: LoopbackSlack, channel: Channel) -> None:
    async with wired(server) as there:
        zoe = server.add_user("zoe", locale="fr-FR")
        channel.members[zoe.id] = 0
        asked = len(server.made("users.info"))
        for number in range(5):
            server.post(zoe, channel, f"{number} <@{zoe.id}>")
        await there.until(lambda: len(there.road.texts()) == 5)
        assert {(one.name, one.locale) for one in there.road.of(MessagePosted)} == {("Zoe", "fr")}
        assert sorted(there.road.texts()) == [f"{number} @Zoe" for number in range(5)]
        assert len(server.made("users.info")) == asked + 1


async def test_whoever_cannot_be_asked_for_holds_nothing_up_for_long(server: LoopbackSlack, channel: Channel) -> None:
    async with wired(server) as there:
        there.listening._filling.patience = 0.05
        zoe = server.add_user("zoe")
        channel.members[zoe.id] = 0
        server.slow("users.info", 0.5)
        server.post(zoe, channel, "vite")
        await there.until(there.road.texts)
        (heard,) = there.road.of(MessagePosted)
        assert (heard.name, heard.roles) == (None, None)
        assert not server.unacknowledged


async def test_people_from_elsewhere_have_a_name_and_no_roles(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    other = server.add_team("Elsewhere")
    eve = server.add_user("eve", team=other, role="admin")
    server.share(channel, other, eve)
    async with wired(server) as there:
        server.post(eve, channel, "bonjour d’ailleurs")
        await there.until(there.road.texts)
        (heard,) = there.road.of(MessagePosted)
        assert (heard.space, heard.account) == (space(server), f"{space(server)}/{eve.id}")
        assert (heard.name, heard.roles) == ("Eve", ())


async def test_a_door_brings_the_message_with_it(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    async with wired(server, doors=frozenset({"⚖"})) as there:
        first = server.post(ada, channel, "un mot de <!here>")
        reply = server.post(ada, channel, "une réponse", thread=first)
        server.react(ada, first, "scales")
        server.react(ada, reply, "scales")
        server.react(ada, first, "eyes")
        await there.until(lambda: len(there.road.of(ReactionAdded)) == 3)
        found = {(one.emoji, one.message): one.cited for one in there.road.of(ReactionAdded)}
    one, other = (f"{space(server)}/{channel.id}/{message.ts}" for message in (first, reply))
    cited = {message: found["⚖️", message] for message in (one, other)}  # type: ignore[index]
    assert {message: one.text if one else "" for message, one in cited.items()} == {
        one: "un mot de @here",
        other: "une réponse",
    }
    assert found["👀", one] is None  # type: ignore[index]
    assert [record.method for record in server.calls if record.method.startswith("conversations.h")]


async def test_a_door_on_a_card_of_ours_brings_its_buttons(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    button = {"type": "button", "text": {"type": "plain_text", "text": "Voir"}, "value": "T1~case:7", "action_id": "a"}
    async with wired(server, doors=frozenset({"✅"})) as there:
        client = there.listening.workspaces.client(space(server))
        blocks = [{"type": "actions", "elements": [button]}]
        made = await client.chat_postMessage(channel=channel.id, text="carte", blocks=blocks)
        server.react(ada, channel.messages[str(made["ts"])], "white_check_mark")
        await there.until(lambda: there.road.of(ReactionAdded))
    (reaction,) = there.road.of(ReactionAdded)
    assert reaction.cited is not None
    assert reaction.cited.buttons == ("case:7",)
    assert reaction.cited.author == f"{space(server)}/{server.bot.id}"


async def test_a_door_that_opens_something_brings_what_was_written_around(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    said = [server.post(ada, channel, f"mot {number}") for number in range(25)]
    first = said[4]
    replies = [server.post(ada, channel, f"réponse {number}", thread=first) for number in range(4)]
    async with wired(server, doors=frozenset({"⚖", "👀"}), openers=frozenset({"⚖"})) as there:
        server.react(ada, said[12], "scales")
        server.react(ada, replies[2], "scales")
        server.react(ada, said[20], "eyes")
        await there.until(lambda: len(there.road.of(ReactionAdded)) == 3)
    around = {one.message.rpartition("/")[2]: one.cited.around for one in there.road.of(ReactionAdded) if one.cited}
    numbers = [*range(2, 12), *range(13, 23)]
    assert [one.text for one in around[said[12].ts]] == [f"mot {number}" for number in numbers]
    assert [one.text for one in around[replies[2].ts]] == ["mot 4", "réponse 0", "réponse 1", "réponse 3"]
    assert around[said[20].ts] == ()
    one = around[said[12].ts][0]
    assert (one.author, one.message) == (f"{space(server)}/{ada.id}", f"{space(server)}/{channel.id}/{said[2].ts}")


async def test_what_stands_around_is_left_out_where_it_takes_too_long(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    said = [server.post(ada, channel, f"mot {number}") for number in range(3)]
    async with wired(server, doors=frozenset({"⚖"}), openers=frozenset({"⚖"})) as there:
        server.slow("conversations.history", 0.0, times=1)
        server.slow("conversations.history", 5.0, times=2)
        server.react(ada, said[1], "scales")
        await there.until(lambda: there.road.of(ReactionAdded))
    (found,) = there.road.of(ReactionAdded)
    assert found.cited is not None
    assert (found.cited.text, found.cited.around) == ("mot 1", ())


async def test_a_door_whose_message_is_gone_is_still_a_reaction(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    async with wired(server, doors=frozenset({"⚖"})) as there:
        message = server.post(ada, channel, "un mot")
        server.react(ada, message, "scales")
        del channel.messages[message.ts]
        await there.until(lambda: there.road.of(ReactionAdded))
        assert there.road.of(ReactionAdded)[0].cited is None
        assert not server.unacknowledged


async def test_doors_hold_nothing_else_up(server: LoopbackSlack, ada: User, channel: Channel) -> None:
    async with wired(server, doors=frozenset({"⚖"})) as there:
        message = server.post(ada, channel, "un mot")
        await there.until(there.road.texts)
        server.slow("conversations.history", 0.2, times=10)
        server.react(ada, message, "scales")
        for number in range(20):
            server.post(ada, channel, f"{number}")
        await there.until(lambda: len(there.road.texts()) == 21)
        assert not there.road.of(ReactionAdded)
        await there.until(lambda: there.road.of(ReactionAdded))


@MODES
async def test_we_are_taken_out(server: LoopbackSlack, ada: User, channel: Channel, over_http: bool) -> None:
    async with wired(server, over_http=over_http) as there:
        server.uninstall()
        await there.until(lambda: there.road.of(SpaceLeft))
        await server.settled()
        assert len(there.road.of(SpaceLeft)) == 1
        assert not there.listening.workspaces.all()


async def test_a_crowd_below_one_message_is_one_question(server: LoopbackSlack, channel: Channel) -> None:
    crowd = server.crowd(50, channel=channel)
    async with wired(server, doors=frozenset({"⚖"})) as there:
        message = server.post(crowd[0], channel, "un mot")
        await there.until(there.road.texts)
        for one in crowd:
            server.react(one, message, "scales")
        await there.until(lambda: len(there.road.of(ReactionAdded)) == 50)
        assert len(server.made("conversations.history")) == 1
        assert {one.cited.text for one in there.road.of(ReactionAdded) if one.cited} == {"un mot"}
        assert all(one.cited for one in there.road.of(ReactionAdded))


def paths(value: object, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    inside = value.items() if isinstance(value, dict) else ()
    return [found for key, item in inside for found in ((*path, key), *paths(item, (*path, key)))]


def without(payload: Json, path: tuple[str, ...]) -> Json:
    made = json.loads(json.dumps(payload))
    holder = made
    for key in path[:-1]:
        holder = holder[key]
    del holder[path[-1]]
    found: Json = made
    return found


def payloads(server: LoopbackSlack) -> list[Json]:
    return [one.payload for one in server.outbox.sent if one.kind == "events_api"]


@MODES
async def test_whatever_is_missing_ends_nothing(
    server: LoopbackSlack, ada: User, channel: Channel, over_http: bool
) -> None:
    async with wired(server, over_http=over_http) as there:
        happen(server, ada, channel)
        await server.settled()
        chosen = {(one["event"]["type"], one["event"].get("subtype")): one for one in payloads(server)}
        cut = [without(one, path) for one in chosen.values() for path in paths(one)]
        for payload in cut:
            server.outbox.post(Delivery("events_api", payload))
        await server.settled(20)
        server.post(ada, channel, "encore là")
        await there.until(lambda: "encore là" in there.road.texts())
        assert there.oddities.counts
        assert not [name for name in there.oddities.counts if "salut" in name]
        assert len(cut) > 300
