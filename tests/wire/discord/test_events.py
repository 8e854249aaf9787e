"""Every kind of event, through real discord.py."""

import asyncio
import copy
from datetime import timedelta

import pytest

from bot.events import (
    ActionTaken,
    ChannelCreated,
    GatheringJoined,
    GatheringLeft,
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
    ThreadCreated,
)
from tests.unit.discord.dispatches import EVERY
from tests.wire.discord.server import LoopbackDiscord, shapes
from tests.wire.discord.server.faults import Fault
from tests.wire.discord.wiring import wired

pytestmark = pytest.mark.usefixtures("untouched_addresses")


ODD: tuple[object, ...] = (None, [], {}, 5, "x")


def space(guild: object) -> str:
    return f"discord:{guild.id}"  # type: ignore[attr-defined]


async def test_what_people_write_reword_and_take_down() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada, bob = discord.channel(guild), discord.add_member(guild, "ada"), discord.add_member(guild, "bob")
        async with wired(discord) as there:
            first = discord.post(ada, general, f"bonjour <@{bob.id}>, vois <#{general.id}>")
            discord.post(bob, general, "merci", reply_to=first)
            discord.edit(ada, first, "bonsoir")
            discord.delete(ada, first)
            await there.until(lambda: there.road.of(MessageDeleted))

        one, two = there.road.of(MessagePosted)
        assert one.text == "bonjour @bob, vois #general"
        assert one.mentions == (f"{space(guild)}/{bob.id}",)
        assert (one.name, one.roles, one.by_bot) == ("ada", (), False)
        assert two.reply_to == one.message
        (edited,) = there.road.of(MessageEdited)
        assert (edited.text, edited.message, edited.account) == ("bonsoir", one.message, one.account)
        (gone,) = there.road.of(MessageDeleted)
        assert gone.message == one.message
        assert not there.oddities.counts


async def test_reactions_and_edits_below_messages_that_nobody_remembers() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        owner = discord.owner(guild)
        lilac = discord.add_emoji(guild, "lilas")
        old = discord.post(ada, general, "ancien")
        thread = discord.create_thread(ada, general, "fil", message=old)
        inside = discord.post(ada, thread, "dedans")
        async with wired(discord) as there:
            discord.react(owner, old, "👍")
            discord.react(ada, inside, lilac, burst=True)
            discord.unreact(owner, old, "👍")
            discord.edit(ada, inside, "autrement")
            await there.until(lambda: there.road.of(MessageEdited) and there.road.of(ReactionRemoved))

        plain, burst = there.road.of(ReactionAdded)
        assert (plain.emoji, burst.emoji) == ("👍", ":lilas:")
        assert plain.roles == (f"{space(guild)}/owner", f"{space(guild)}/admin")
        assert burst.channel == f"{space(guild)}/{thread.id}"
        assert there.listening.inbound.emoji.emoji_of(burst.message, ":lilas:") == lilac
        assert there.road.of(MessageEdited)[0].channel == burst.channel
        assert not there.oddities.counts


async def test_threads_forums_polls_and_forwards() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        forum = discord.add_forum(guild, "questions")
        async with wired(discord) as there:
            first = discord.post(ada, general, "débat")
            thread = discord.create_thread(ada, general, "suite", message=first)
            discord.post(ada, thread, "dans le fil")
            discord.forum_post(ada, forum, "Comment faire ?", "Voilà.")
            discord.poll(ada, general, "Qui ?", ["Moi", "Toi"])
            discord.forward(ada, first, discord.add_channel(guild, "ailleurs"))
            await there.until(lambda: len(there.road.of(MessagePosted)) == 5)

        texts = there.road.texts()
        assert texts == ["débat", "dans le fil", "Comment faire ?\nVoilà.", "Qui ?\nMoi\nToi", "débat"]
        assert there.road.of(MessagePosted)[1].thread == there.road.of(MessagePosted)[0].message
        opened = there.road.of(ThreadCreated)
        assert [one.name for one in opened] == ["suite", "Comment faire ?"]
        assert opened[0].message == f"{space(guild)}/{general.id}/{first.id}"
        assert opened[1].message is None
        assert [one.name for one in there.road.of(ChannelCreated)] == ["ailleurs"]
        assert not there.oddities.counts


async def test_who_comes_goes_and_changes() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        owner, role = discord.owner(guild), discord.add_role(guild, "admin", 1 << 5)
        async with wired(discord) as there:
            newcomer = discord.join(guild, "newcomer", age_days=1)
            discord.nick(newcomer, "Nouvelle")
            discord.give_role(owner, newcomer, role)
            discord.leave(newcomer)
            await there.until(lambda: there.road.of(MemberLeft))

        (came,) = there.road.of(MemberJoined)
        assert came.account_created is not None
        assert timedelta(hours=20) < came.at - came.account_created < timedelta(hours=28)
        assert [one.name for one in there.road.of(MemberRenamed)] == ["Nouvelle"]
        (dressed,) = there.road.of(MemberRolesChanged)
        assert dressed.roles == (f"{space(guild)}/{role.id}", f"{space(guild)}/admin")
        assert not there.oddities.counts


async def test_whoever_wrote_is_not_taken_for_renamed_where_something_else_about_them_changes() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        owner, ada = discord.owner(guild), discord.add_member(guild, "ada")
        async with wired(discord) as there:
            discord.post(ada, discord.channel(guild), "hello")
            discord.time_out(owner, ada, 60)
            discord.time_out(owner, ada, None)
            discord.nick(ada, "Ada")
            await there.until(lambda: there.road.of(MemberRenamed))
        assert [one.name for one in there.road.of(MemberRenamed)] == ["Ada"]
        assert not there.road.of(MemberRolesChanged)


async def test_what_others_do_is_told_and_what_we_do_is_not() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild(bot_permissions=1 << 3)
        general, owner, bot = discord.channel(guild), discord.owner(guild), discord.bot(guild)
        ada, bob, eve = (discord.add_member(guild, name) for name in ("ada", "bob", "eve"))
        async with wired(discord) as there:
            spam = discord.post(ada, general, "spam")
            discord.delete(owner, spam, "pub")
            discord.time_out(owner, ada, 60, "calme")
            discord.time_out(owner, ada, None)
            discord.kick(owner, bob, "dehors")
            discord.ban(owner, eve, "jamais")
            discord.unban(owner, eve.user)
            discord.kick(bot, ada)
            await there.until(lambda: len(there.road.of(MemberLeft)) == 3)

        actions = there.road.of(ActionTaken)
        assert [one.action for one in actions] == ["remove", "timeout", "lift_timeout", "kick", "ban", "unban"]
        assert {one.by for one in actions} == {f"{space(guild)}/{owner.id}"}
        assert [one.reason for one in actions[:2]] == ["pub", "calme"]
        assert actions[1].until is not None


async def test_discords_own_rules_go_by_their_names() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild(bot_permissions=1 << 3)
        ada, rule = discord.add_member(guild, "ada"), discord.add_rule(guild, "Gros mots", keywords=("vilain",))
        async with wired(discord) as there:
            discord.automod(ada, discord.channel(guild), "vilain mot", rule, keyword="vilain", seconds=60)
            await there.until(lambda: len(there.road.of(ActionTaken)) == 2)

        first, second = sorted(there.road.of(ActionTaken), key=lambda one: one.action)
        assert (first.action, second.action) == ("remove", "timeout")
        assert (first.reason, first.text, first.by) == ("Gros mots", "vilain mot", None)
        assert second.reason == "Gros mots"
        assert len(discord.made("GET", "/guilds/{guild}/auto-moderation/rules")) == 1


async def test_gatherings() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        ada, event = discord.add_member(guild, "ada"), discord.add_event(guild, "Atelier")
        async with wired(discord) as there:
            discord.attend(ada, event)
            discord.attend(ada, event, coming=False)
            await there.until(lambda: there.road.of(GatheringLeft))
        assert [one.gathering for one in there.road.of(GatheringJoined)] == [event["id"]]


async def test_an_outage_is_no_farewell_and_an_invitation_is_a_welcome() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild("Tilleul")
        async with wired(discord) as there:
            discord.outage(guild)
            discord.recover(guild)
            other = discord.add_guild("Lilas")
            await there.until(lambda: len(there.road.asked) == 3)
            await there.until(lambda: len(there.road.of(SpaceJoined)) == 2)
            assert not there.road.of(SpaceLeft)
            discord.dispatch(other, "GUILD_DELETE", {"id": str(other.id)})
            await there.until(lambda: there.road.of(SpaceLeft))
        assert [one.name for one in there.road.of(SpaceJoined)] == ["Tilleul", "Lilas"]


async def test_payloads_of_every_kind_without_any_of_their_fields_are_counted_and_survived() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada = discord.channel(guild), discord.add_member(guild, "ada")
        async with wired(discord) as there:
            for kind, data in EVERY.items():
                for field in data:
                    broken = copy.deepcopy(data) | {"guild_id": str(guild.id)}
                    broken.pop(field)
                    if kind not in ("GUILD_CREATE", "GUILD_DELETE"):
                        discord.dispatch(guild, kind, broken)
                for odd in ODD:
                    discord.dispatch(guild, kind, odd)
            discord.post(ada, general, "toujours là")
            await there.until(lambda: "toujours là" in there.road.texts())

        counted = there.oddities.counts
        assert any(name.startswith("discord.py, ") for name in counted)
        assert {name.partition(":")[0].removeprefix("discord.py, ") for name in counted} == set(EVERY)
        assert len(discord.gateway.identifies) == 1


async def test_a_door_brings_the_message_with_it_and_holds_up_nobody() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada, owner = discord.channel(guild), discord.add_member(guild, "ada"), discord.owner(guild)
        old = discord.post(ada, general, "insulte")
        discord.slow("GET", "/channels/{channel}/messages/{message}", 0.2)
        async with wired(discord, doors=frozenset({"⚖️"})) as there:
            discord.react(owner, old, "⚖️")
            discord.post(ada, general, "entre-temps")
            await there.until(lambda: there.road.of(MessagePosted))
            assert not there.road.of(ReactionAdded)
            await there.until(lambda: there.road.of(ReactionAdded))
            discord.delete(ada, old)
            discord.dispatch(guild, "MESSAGE_REACTION_ADD", EVERY["MESSAGE_REACTION_ADD"] | {
                "guild_id": str(guild.id), "channel_id": str(general.id), "emoji": {"id": None, "name": "⚖️"},
            })  # fmt: skip
            await there.until(lambda: len(there.road.of(ReactionAdded)) == 2)

        found, gone = there.road.of(ReactionAdded)
        assert found.cited is not None
        assert (found.cited.text, found.cited.readable) == ("insulte", True)
        assert found.cited.author == f"{space(guild)}/{ada.id}"
        assert gone.cited is None


async def test_a_door_that_opens_something_brings_what_was_written_around() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, ada, owner = discord.channel(guild), discord.add_member(guild, "ada"), discord.owner(guild)
        said = [discord.post(ada, general, f"mot {number}") for number in range(25)]
        async with wired(discord, doors=frozenset({"⚖️", "👀"}), openers=frozenset({"⚖️"})) as there:
            discord.react(owner, said[12], "⚖️")
            await there.until(lambda: len(there.road.of(ReactionAdded)) == 1)
            discord.react(owner, said[20], "👀")
            await there.until(lambda: len(there.road.of(ReactionAdded)) == 2)
            discord.fail("GET", "/channels/{channel}/messages", 403)
            discord.react(owner, said[2], "⚖️")
            await there.until(lambda: len(there.road.of(ReactionAdded)) == 3)

        found, plain, unread = (one.cited for one in there.road.of(ReactionAdded))
        assert found is not None
        assert plain is not None
        assert unread is not None
        numbers = [*range(2, 12), *range(13, 23)]
        assert [one.text for one in found.around] == [f"mot {number}" for number in numbers]
        assert found.around[0].author == f"{space(guild)}/{ada.id}"
        assert (plain.around, unread.text, unread.around) == ((), "mot 2", ())


async def test_an_answer_of_another_shape_holds_up_nothing() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, owner = discord.channel(guild), discord.owner(guild)
        old = discord.post(owner, general, "ancien")
        discord.fail("GET", "/channels/{channel}/messages/{message}", 200, html=True)
        async with wired(discord, doors=frozenset({"👀"})) as there:
            discord.react(owner, old, "👀")
            await there.until(lambda: there.road.of(ReactionAdded))
            discord.post(owner, general, "ensuite")
            await there.until(there.road.texts)
        assert there.road.of(ReactionAdded)[0].cited is None


async def test_a_door_below_a_card_of_ours_names_its_buttons() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        general, owner = discord.channel(guild), discord.owner(guild)
        card = discord.post(discord.bot(guild), general, "carte")
        others = discord.post(owner, general, "autre")
        for one in (card, others):
            shown = shapes.message_event(discord.world, one)
            row = {"type": 1, "components": [{"type": 2, "custom_id": "claim:7?a=b"}, {"type": 2, "url": "https://x"}]}
            section = {"type": 9, "components": [], "accessory": {"type": 2, "custom_id": f"{guild.id}~settle:7"}}
            shown |= {"components": [row, {"type": 17, "components": [section]}]}
            discord.faults.add(Fault("GET", "/channels/{channel}/messages/{message}", status=200, body=shown))
        async with wired(discord, doors=frozenset({"👀"})) as there:
            discord.react(owner, card, "👀")
            await there.until(lambda: len(there.road.of(ReactionAdded)) == 1)
            discord.react(owner, others, "👀")
            await there.until(lambda: len(there.road.of(ReactionAdded)) == 2)

        ours, theirs = (one.cited for one in there.road.of(ReactionAdded))
        assert ours is not None
        assert theirs is not None
        assert ours.buttons == ("claim:7", "settle:7")
        assert theirs.buttons == ()


async def test_what_may_not_be_read_is_said_to_be_unreadable() -> None:
    async with LoopbackDiscord(privileged=0) as discord:
        guild = discord.add_guild()
        general, ada, owner = discord.channel(guild), discord.add_member(guild, "ada"), discord.owner(guild)
        old = discord.post(ada, general, "insulte")
        withheld = shapes.without_content(shapes.message_event(discord.world, old))
        discord.faults.add(Fault("GET", "/channels/{channel}/messages/{message}", status=200, body=withheld))
        async with wired(discord, doors=frozenset({"⚖️"})) as there:
            discord.react(owner, old, "⚖️")
            await there.until(lambda: there.road.of(ReactionAdded))
        (found,) = there.road.of(ReactionAdded)
        assert there.listening.session.missing == {"members", "message_content"}
        assert found.cited is not None
        assert (found.cited.text, found.cited.readable) == ("", False)


async def test_ten_thousand_come_at_once() -> None:
    async with LoopbackDiscord() as discord:
        guild = discord.add_guild()
        flood = discord.joins(guild, 10_000)
        async with wired(discord) as there:
            await asyncio.gather(flood.send(), there.until(lambda: len(there.road.of(MemberJoined)) == 10_000, 20))
        assert not there.oddities.counts


async def test_a_crowd_below_one_message_is_looked_up_for_once_and_keeps_nobody_waiting() -> None:
    async with LoopbackDiscord(identify_window=0.0) as discord:
        guild = discord.add_guild("Tilleul")
        general, owner = discord.channel(guild), discord.owner(guild)
        crowd = [discord.add_member(guild, f"one-{number}") for number in range(60)]
        loud, other = (discord.post(owner, general, words) for words in ("come all", "an insult"))
        discord.slow("GET", "/channels/{channel}/messages/{message}", 0.05, times=100)
        async with wired(discord, doors=frozenset({"🚨"})) as there:
            for member in crowd:
                discord.react(member, loud, "🚨")
            discord.react(owner, other, "🚨")
            await there.until(lambda: len(there.road.of(ReactionAdded)) == len(crowd) + 1)
            assert {event.cited.text for event in there.road.of(ReactionAdded) if event.cited} == {
                "come all",
                "an insult",
            }
            assert len(discord.made("GET", "/channels/{channel}/messages/{message}")) <= 5, "one for each who looks"
