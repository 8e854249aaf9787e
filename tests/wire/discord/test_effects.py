import base64
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.effects import (
    AddRole,
    BanMember,
    CreatePrivateThread,
    DeleteMessage,
    EditCard,
    Effect,
    HideReaction,
    KickMember,
    LiftTimeout,
    LockChannel,
    PauseDirectMessages,
    PauseInvites,
    PostCard,
    QuarantineMember,
    React,
    ReleaseMember,
    RemoveRole,
    ReplyCard,
    ReplyPrivately,
    SendDirect,
    SetSlowmode,
    TimeOutMember,
    UnbanMember,
    UploadFile,
)
from bot.errors import Refused, Unavailable
from bot.ids import AccountId, ChannelId, EffectKey, EventId, MessageId, RoleId, SpaceId
from bot.ports import Receipt
from bot.views import Bilingual, Button, Card, Holders, Person, Place, Verbatim
from tests.wire.discord import answering
from tests.wire.discord.answering import Bot
from tests.wire.discord.server import Channel, Guild, LoopbackDiscord, Member, permissions
from tests.wire.discord.server.world import parsed

HELLO = Card(title=Bilingual("Hello", "Bonjour"), body=(Bilingual("Be kind.", "Sois aimable."),))
ASK = replace(HELLO, buttons=(Button(id="incident-ask:i1", label=Bilingual("Ask", "Demander")),))


@dataclass
class Scene:
    """A server with somebody in it, and the bot."""

    server: LoopbackDiscord
    bot: Bot
    guild: Guild
    general: Channel
    ada: Member

    @property
    def space(self) -> SpaceId:
        return answering.space(self.guild)

    @property
    def place(self) -> ChannelId:
        return answering.channel(self.guild, self.general)

    @property
    def who(self) -> AccountId:
        return answering.account(self.guild, self.ada)

    def role(self, number: int) -> RoleId:
        return RoleId(f"{self.space}/{number}")

    def post(self, card: Card = HELLO) -> PostCard:
        return PostCard(space=self.space, channel=self.place, card=card, locale="en")

    def said(self) -> MessageId:
        return answering.message(self.guild, self.server.post(self.ada, self.general, "hello"))

    def delete(self, message: MessageId) -> DeleteMessage:
        return DeleteMessage(space=self.space, channel=self.place, message=message)

    async def refusal(self, effect: Effect) -> Refused:
        with pytest.raises(Refused) as refused:
            await self.bot.apply(effect)
        assert refused.value.because is not None
        assert answering.STRICT.plain(refused.value.because)
        assert answering.STRICT.into("fr").plain(refused.value.because)
        return refused.value

    async def because(self, effect: Effect) -> str:
        because = (await self.refusal(effect)).because
        return because.key.removeprefix("discord-refused-") if because else ""


@pytest.fixture
async def scene(pointed: LoopbackDiscord) -> AsyncIterator[Scene]:
    guild = pointed.add_guild("Tilleul", channels=("general", "team"))
    pointed.set_bot_position(guild, 10)
    ada = pointed.add_member(guild, "ada")
    async with answering.bot(pointed) as bot:
        yield Scene(pointed, bot, guild, pointed.channel(guild), ada)


async def test_a_card_is_posted_and_pings_nobody(scene: Scene) -> None:
    card = Card(body=(Bilingual("@everyone", ""), Verbatim(f"<@{scene.ada.id}> @here"), Bilingual("", "")))
    receipt = await scene.bot.apply(scene.post(card))
    (sent,) = scene.server.by_bot(scene.general)
    assert receipt.made == answering.message(scene.guild, sent)
    assert scene.server.pings == []
    assert sent.mentions == []


async def test_a_card_pings_exactly_those_whom_it_should(scene: Scene) -> None:
    other = scene.server.add_member(scene.guild, "bob")
    card = Card(body=(Verbatim(f"<@{other.id}> @everyone"),))
    await scene.bot.apply(replace(scene.post(card), mentions=(scene.who,)))
    assert [(ping.kind, ping.target) for ping in scene.server.pings] == [("user", scene.ada.id)]


async def test_the_same_key_is_felt_once_and_answers_the_same(scene: Scene) -> None:
    first = await scene.bot.apply(scene.post(), "key")
    assert await scene.bot.apply(scene.post(), "key") == first
    assert len(scene.server.by_bot(scene.general)) == 1


async def test_a_connection_lost_after_sending_sends_nothing_twice(scene: Scene) -> None:
    scene.server.drop("POST", "/channels/{channel}/messages", after=True)
    with pytest.raises(Unavailable):
        await scene.bot.apply(scene.post(), "key")
    await scene.bot.apply(scene.post(), "key")
    assert len(scene.server.by_bot(scene.general)) == 1


async def test_a_reply_stands_below_its_message_and_pings_nobody(scene: Scene) -> None:
    said = scene.said()
    await scene.bot.apply(ReplyCard(space=scene.space, channel=scene.place, message=said, card=HELLO, locale="en"))
    (sent,) = scene.server.by_bot(scene.general)
    assert sent.reference is not None
    assert sent.reference["message_id"] == said.rpartition("/")[2]
    assert scene.server.pings == []


async def test_a_reply_goes_into_the_thread_of_its_message(scene: Scene) -> None:
    post = scene.server.post(scene.ada, scene.general, "hello")
    thread = scene.server.create_thread(scene.ada, scene.general, "about it", message=post)
    await scene.bot.wired.settled()
    effect = ReplyCard(
        space=scene.space, channel=scene.place, message=answering.message(scene.guild, post), card=HELLO, locale="en"
    )
    receipt = await scene.bot.apply(effect)
    (sent,) = scene.server.by_bot(thread)
    assert receipt.made == answering.message(scene.guild, sent)
    assert scene.server.by_bot(scene.general) == []


async def test_a_reply_opens_a_thread_where_it_names_one_and_writes_there(scene: Scene) -> None:
    said = scene.said()
    effect = ReplyCard(
        space=scene.space, channel=scene.place, message=said, card=HELLO, locale="en", thread="1 · No spoilers"
    )
    await scene.bot.apply(effect, "first")
    assert scene.server.by_bot(scene.general) == []
    (thread,) = scene.guild.threads.values()
    assert (thread.name, str(thread.id)) == ("1 · No spoilers", said.rpartition("/")[2])
    await scene.bot.apply(effect, "second")
    assert len([one for one in scene.server.by_bot(thread) if one.embeds]) == 2


async def test_a_reply_stays_below_its_message_where_the_bot_may_open_no_thread(scene: Scene) -> None:
    said = scene.said()
    everyone = scene.guild.roles[scene.guild.id]
    everyone.permissions &= ~permissions.CREATE_PUBLIC_THREADS
    effect = ReplyCard(space=scene.space, channel=scene.place, message=said, card=HELLO, locale="en", thread="1")
    await scene.bot.apply(effect)
    (sent,) = scene.server.by_bot(scene.general)
    assert sent.reference is not None
    assert scene.guild.threads == {}


async def test_a_reply_to_what_is_gone_is_said_all_the_same(scene: Scene) -> None:
    post = scene.server.post(scene.ada, scene.general, "hello")
    said = answering.message(scene.guild, post)
    scene.server.delete(scene.ada, post)
    await scene.bot.apply(ReplyCard(space=scene.space, channel=scene.place, message=said, card=HELLO, locale="en"))
    assert len(scene.server.by_bot(scene.general)) == 1


async def test_a_card_is_edited_as_a_whole(scene: Scene) -> None:
    receipt = await scene.bot.apply(scene.post(ASK))
    assert receipt.made is not None
    after = Card(body=(Bilingual("It was right.", ""),))
    edit = EditCard(space=scene.space, channel=scene.place, message=MessageId(receipt.made), card=after, locale="en")
    assert await scene.bot.apply(edit) == receipt
    (sent,) = scene.server.by_bot(scene.general)
    assert sent.embeds[0]["description"] == "It was right."
    assert "title" not in sent.embeds[0]
    assert sent.components == []


async def test_editing_what_is_gone_is_refused(scene: Scene) -> None:
    edit = EditCard(
        space=scene.space, channel=scene.place, message=MessageId(f"{scene.place}/1234"), card=HELLO, locale="en"
    )
    assert await scene.because(edit) == "gone"


async def test_a_direct_message_says_which_server_its_buttons_are_about(scene: Scene) -> None:
    send = SendDirect(space=scene.space, account=scene.who, card=ASK, locale="fr")
    await scene.bot.apply(send)
    await scene.bot.apply(send)
    direct = scene.server.dm(scene.ada)
    first, second = scene.server.by_bot(direct)
    assert first.embeds[0]["title"] == "Bonjour"
    assert first.components[0]["components"][0]["custom_id"] == f"{scene.guild.id}~incident-ask:i1"
    assert second is not first
    assert len(scene.server.made("POST", "/users/@me/channels")) == 1


async def test_closed_direct_messages_are_told_with_the_name(scene: Scene) -> None:
    scene.ada.user.dms_open = False
    refusal = await scene.refusal(SendDirect(space=scene.space, account=scene.who, card=HELLO, locale="en"))
    assert refusal.reason == "direct messages are closed"
    assert refusal.because is not None
    assert refusal.because.arguments == (("person", Person(scene.who)),)


async def test_a_message_is_taken_down_with_a_reason_and_once(scene: Scene) -> None:
    said = scene.said()
    effect = replace(scene.delete(said), note="starter/scam-links")
    await scene.bot.apply(effect)
    assert said.rpartition("/")[2] not in map(str, scene.general.messages)
    assert scene.guild.audit[-1]["reason"] == "Palabre: starter/scam-links"
    assert (await scene.bot.apply(effect)).made is None


async def test_deleting_asks_nothing_else(scene: Scene) -> None:
    said, before = scene.said(), len(scene.server.requests)
    await scene.bot.apply(scene.delete(said))
    assert [one.method for one in scene.server.requests[before:]] == ["DELETE"]


async def test_a_reaction_is_put_and_taken(scene: Scene) -> None:
    post = scene.server.post(scene.ada, scene.general, "hello")
    said = answering.message(scene.guild, post)
    scene.server.add_emoji(scene.guild, "tilleul")
    await scene.bot.wired.settled()
    for emoji in ("👀", ":tilleul:"):
        await scene.bot.apply(React(space=scene.space, channel=scene.place, message=said, emoji=emoji))
    scene.server.react(scene.ada, post, "👎")
    hide = HideReaction(space=scene.space, channel=scene.place, message=said, account=scene.who, emoji="👎")
    await scene.bot.apply(hide)
    await scene.bot.apply(hide)
    assert len(post.reactions) == 2
    unknown = React(space=scene.space, channel=scene.place, message=said, emoji=":nowhere:")
    assert await scene.because(unknown) == "emoji"
    scene.server.delete(scene.ada, post)
    assert await scene.because(replace(unknown, emoji="👀")) == "gone"
    await scene.bot.apply(hide)


async def test_somebody_is_kept_from_writing_and_let_write_again(scene: Scene) -> None:
    until = scene.bot.now() + timedelta(hours=1)
    await scene.bot.apply(TimeOutMember(space=scene.space, account=scene.who, until=until, note="why"))
    assert scene.ada.timeout_until == pytest.approx(until.timestamp(), abs=1)
    await scene.bot.apply(LiftTimeout(space=scene.space, account=scene.who))
    assert scene.ada.timeout_until is None


async def test_a_timeout_that_is_over_is_not_asked_for(scene: Scene) -> None:
    before = len(scene.server.requests)
    await scene.bot.apply(TimeOutMember(space=scene.space, account=scene.who, until=scene.bot.now()))
    assert len(scene.server.requests) == before


async def test_more_than_discord_can_do_is_refused_with_the_limit(scene: Scene) -> None:
    now = scene.bot.now()
    long = TimeOutMember(space=scene.space, account=scene.who, until=now + timedelta(days=29))
    assert await scene.because(long) == "too-long"
    assert await scene.because(PauseInvites(space=scene.space, until=now + timedelta(days=2))) == "pause-too-long"
    assert await scene.because(SetSlowmode(space=scene.space, channel=scene.place, seconds=99999)) == "too-slow"


async def test_somebody_leaves_is_banned_and_let_in_again(scene: Scene) -> None:
    bob = scene.server.add_member(scene.guild, "bob")
    kick = KickMember(space=scene.space, account=answering.account(scene.guild, bob), note="why")
    await scene.bot.apply(kick)
    assert bob.id not in scene.guild.members
    await scene.bot.apply(kick)
    await scene.bot.apply(BanMember(space=scene.space, account=scene.who, delete_seconds=99 * 86400))
    assert scene.ada.id in scene.guild.bans
    (request,) = scene.server.made("PUT", "/guilds/{guild}/bans/{user}")
    assert request.query == {"delete_message_seconds": "604800"}
    unban = UnbanMember(space=scene.space, account=scene.who)
    await scene.bot.apply(unban)
    await scene.bot.apply(unban)
    assert scene.ada.id not in scene.guild.bans


async def test_owners_administrators_and_whoever_stands_above_are_out_of_reach(scene: Scene) -> None:
    now = scene.bot.now() + timedelta(hours=1)
    owner = answering.account(scene.guild, scene.server.owner(scene.guild))
    admin_role = scene.server.add_role(scene.guild, "admins", permissions.ADMINISTRATOR, position=2)
    above_role = scene.server.add_role(scene.guild, "above", position=12)
    admin = answering.account(scene.guild, scene.server.add_member(scene.guild, "admin", admin_role))
    above = answering.account(scene.guild, scene.server.add_member(scene.guild, "boss", above_role))
    await scene.bot.wired.settled()
    before = len(scene.server.requests)
    assert await scene.because(KickMember(space=scene.space, account=owner)) == "owner"
    me = answering.account(scene.guild, scene.server.bot(scene.guild))
    assert await scene.because(BanMember(space=scene.space, account=me)) == "self"
    assert len(scene.server.requests) == before
    assert await scene.because(TimeOutMember(space=scene.space, account=admin, until=now)) == "administrator"
    refusal = await scene.refusal(KickMember(space=scene.space, account=above))
    assert refusal.because is not None
    assert refusal.because.key == "discord-refused-above-role"
    assert refusal.because.arguments == (("person", Person(above)), ("role", Holders(scene.role(above_role.id))))


async def test_a_missing_permission_is_named_with_its_place(scene: Scene) -> None:
    said = scene.said()
    mine = scene.guild.roles[scene.server.bot(scene.guild).roles[0]]
    scene.server.overwrite(scene.general, mine, deny=permissions.MANAGE_MESSAGES)
    await scene.bot.wired.settled()
    refusal = await scene.refusal(scene.delete(said))
    assert refusal.because is not None
    assert refusal.because.arguments == (("permission", "manage_messages"), ("place", Place(scene.place)))
    scene.server.set_bot_permissions(scene.guild, permissions.BOT & ~permissions.KICK_MEMBERS)
    await scene.bot.wired.settled()
    refusal = await scene.refusal(KickMember(space=scene.space, account=scene.who))
    assert refusal.because is not None
    assert refusal.because.arguments == (("permission", "kick_members"),)


async def test_unknown_channels_members_and_roles_are_told_apart(scene: Scene) -> None:
    nowhere = ChannelId(f"{scene.space}/1234")
    assert await scene.because(replace(scene.post(), channel=nowhere)) == "channel"
    nobody = AccountId(f"{scene.space}/1234")
    until = scene.bot.now() + timedelta(hours=1)
    assert await scene.because(TimeOutMember(space=scene.space, account=nobody, until=until)) == "member-person"
    assert await scene.because(AddRole(space=scene.space, account=scene.who, role=scene.role(1234))) == "role"
    elsewhere = AccountId("slack:T1/U1")
    assert await scene.because(KickMember(space=scene.space, account=elsewhere)) == "unknown"
    somewhere = KickMember(space=SpaceId("discord:1234"), account=nobody)
    with pytest.raises(Unavailable):
        await scene.bot.apply(somewhere)
    await scene.bot.client.wait_until_ready()
    assert await scene.because(somewhere) == "server"


async def test_a_role_is_given_and_taken_below_the_bots_own(scene: Scene) -> None:
    low = scene.server.add_role(scene.guild, "helpers", position=2)
    high = scene.server.add_role(scene.guild, "above", position=12)
    await scene.bot.wired.settled()
    await scene.bot.apply(AddRole(space=scene.space, account=scene.who, role=scene.role(low.id)))
    assert list(scene.ada.roles) == [low.id]
    await scene.bot.apply(RemoveRole(space=scene.space, account=scene.who, role=scene.role(low.id)))
    assert not scene.ada.roles
    assert await scene.because(AddRole(space=scene.space, account=scene.who, role=scene.role(high.id))) == "role-above"
    own = scene.server.bot(scene.guild).roles[0]
    assert await scene.because(AddRole(space=scene.space, account=scene.who, role=scene.role(own))) == "managed"


async def test_without_a_role_for_it_nobody_is_set_apart(scene: Scene) -> None:
    assert await scene.because(QuarantineMember(space=scene.space, account=scene.who)) == "no-quarantine"


async def test_somebody_is_set_apart_and_let_back(pointed: LoopbackDiscord) -> None:
    guild = pointed.add_guild()
    pointed.set_bot_position(guild, 10)
    apart = pointed.add_role(guild, "apart", position=2)
    ada, here = pointed.add_member(guild, "ada"), answering.space(guild)
    admins = pointed.add_role(guild, "admins", permissions.ADMINISTRATOR, position=3)
    boss = pointed.add_member(guild, "boss", admins)
    async with answering.bot(pointed, quarantine_roles={str(guild.id): str(apart.id)}) as bot:
        who = answering.account(guild, ada)
        await bot.apply(QuarantineMember(space=here, account=who))
        assert list(ada.roles) == [apart.id]
        await bot.apply(ReleaseMember(space=here, account=who))
        assert not ada.roles
        with pytest.raises(Refused) as refused:
            await bot.apply(QuarantineMember(space=here, account=answering.account(guild, boss)))
        assert refused.value.because is not None
        assert refused.value.because.key == "discord-refused-administrator"
        assert boss.roles == (admins.id,)


async def test_a_channel_is_slowed_down(scene: Scene) -> None:
    await scene.bot.apply(SetSlowmode(space=scene.space, channel=scene.place, seconds=30, note="why"))
    assert scene.general.slowmode == 30
    await scene.bot.apply(SetSlowmode(space=scene.space, channel=scene.place, seconds=0))
    assert scene.general.slowmode == 0


async def test_a_channel_is_closed_and_opened_and_keeps_its_other_rules(scene: Scene) -> None:
    everybody = scene.guild.roles[scene.guild.id]
    scene.server.overwrite(scene.general, everybody, allow=permissions.ADD_REACTIONS)
    await scene.bot.wired.settled()
    await scene.bot.apply(LockChannel(space=scene.space, channel=scene.place))
    closed = permissions.SEND_MESSAGES | permissions.SEND_MESSAGES_IN_THREADS
    held = scene.general.overwrites[everybody.id]
    assert (held.allow, held.deny) == (permissions.ADD_REACTIONS, closed)
    await scene.bot.wired.settled()
    await scene.bot.apply(LockChannel(space=scene.space, channel=scene.place, locked=False))
    held = scene.general.overwrites[everybody.id]
    assert (held.allow, held.deny) == (permissions.ADD_REACTIONS, 0)


async def test_a_thread_is_closed_without_putting_it_to_sleep(scene: Scene) -> None:
    thread = scene.server.create_thread(scene.ada, scene.general, "long")
    await scene.bot.wired.settled()
    place = answering.channel(scene.guild, thread)
    await scene.bot.apply(LockChannel(space=scene.space, channel=place))
    assert thread.thread is not None
    assert (thread.thread.locked, thread.thread.archived) == (True, False)
    await scene.bot.apply(LockChannel(space=scene.space, channel=place, locked=False))
    assert not thread.thread.locked


async def test_invitations_and_direct_messages_are_paused_apart(scene: Scene) -> None:
    until = scene.bot.now() + timedelta(hours=5)
    await scene.bot.apply(PauseInvites(space=scene.space, until=until))
    await scene.bot.apply(PauseDirectMessages(space=scene.space, until=until))
    assert scene.guild.incidents is not None
    assert parsed(scene.guild.incidents["invites_disabled_until"]) == pytest.approx(until.timestamp(), abs=1)
    assert scene.guild.incidents["dms_disabled_until"]
    await scene.bot.apply(PauseInvites(space=scene.space, until=None))
    assert scene.guild.incidents["invites_disabled_until"] is None
    assert scene.guild.incidents["dms_disabled_until"]


async def test_a_private_conversation_holds_those_who_can_be_added(scene: Scene) -> None:
    nobody = AccountId(f"{scene.space}/1234")
    team = scene.server.channel(scene.guild, "team")
    effect = CreatePrivateThread(
        space=scene.space,
        channel=answering.channel(scene.guild, team),
        name="A word with the team",
        members=(scene.who, nobody, AccountId("slack:T1/U1"), scene.who),
    )
    receipt = await scene.bot.apply(effect)
    thread = scene.server.channel(scene.guild, "A word with the team")
    assert receipt.made == answering.channel(scene.guild, thread)
    assert thread.thread is not None
    assert set(thread.thread.members) == {scene.ada.id, scene.server.bot(scene.guild).id}
    await scene.bot.apply(replace(scene.post(), channel=ChannelId(receipt.made or "")))
    assert len(scene.server.by_bot(thread)) == 1


async def test_a_word_about_what_stands_in_a_thread_is_had_beside_it(scene: Scene) -> None:
    server, posted = scene.server, scene.server.post(scene.ada, scene.general, "hello")
    thread = server.create_thread(scene.ada, scene.general, "Pigeons", message=posted)
    await scene.bot.wired.settled()
    place = answering.channel(scene.guild, thread)
    effect = CreatePrivateThread(space=scene.space, channel=place, name="A word", members=(scene.who,))
    made = (await scene.bot.apply(effect)).made
    (opened,) = [one for one in scene.guild.threads.values() if one.name == "A word"]
    assert (made, opened.parent_id) == (answering.channel(scene.guild, opened), scene.general.id)
    assert await scene.bot.outbound.recall(effect, EffectKey("again")) == Receipt(made=made)


async def test_a_word_about_what_stands_in_a_forum_is_had_where_everybody_may_be(scene: Scene) -> None:
    server, guild = scene.server, scene.guild
    forum = server.add_forum(guild, "questions")
    server.overwrite(scene.general, guild.roles[guild.id], deny=permissions.VIEW_CHANNEL)
    post, _ = server.forum_post(scene.ada, forum, "Pigeons", "hello")
    await scene.bot.wired.settled()
    place = answering.channel(guild, post)
    effect = CreatePrivateThread(space=scene.space, channel=place, name="A word", members=(scene.who,))
    made = (await scene.bot.apply(effect)).made
    (opened,) = [one for one in guild.threads.values() if one.name == "A word"]
    assert (made, opened.parent_id) == (answering.channel(guild, opened), server.channel(guild, "team").id)
    assert await scene.bot.outbound.recall(effect, EffectKey("again")) == Receipt(made=made)


async def test_a_file_is_shared_with_words_for_whoever_cannot_see_it(scene: Scene) -> None:
    effect = UploadFile(
        space=scene.space,
        channel=scene.place,
        name="week.png",
        media_type="image/png",
        content=base64.b64encode(b"png").decode(),
        alternative_text="Forty messages a day",
    )
    receipt = await scene.bot.apply(effect)
    (sent,) = scene.server.by_bot(scene.general)
    assert receipt.made == answering.message(scene.guild, sent)
    assert sent.attachments[0]["filename"] == "week.png"
    assert sent.attachments[0]["description"] == "Forty messages a day"
    big = base64.b64encode(b"x" * (11 * 1024 * 1024)).decode()
    assert await scene.because(replace(effect, content=big)) == "file"


async def test_nothing_that_discord_py_would_keep_is_kept(scene: Scene) -> None:
    for _ in range(3):
        await scene.bot.apply(scene.post(ASK))
    assert list(scene.bot.client.persistent_views) == []
    assert len(scene.bot.client._connection._view_store._views) == 0


async def test_without_a_connection_everything_is_for_later(scene: Scene) -> None:
    await scene.bot.client.close()
    with pytest.raises(Unavailable):
        await scene.bot.apply(scene.post())


async def test_after_a_crash_what_was_felt_is_found_again(scene: Scene) -> None:
    effect, key = scene.post(ASK), EffectKey("key")
    assert await scene.bot.outbound.recall(effect, key) is None
    receipt = await scene.bot.apply(effect, "key")
    assert await scene.bot.outbound.recall(effect, key) in (receipt, None)
    assert await scene.bot.apply(effect, "key") == receipt
    for one in scene.general.messages.values():
        one.nonce = None
    scene.bot.later = timedelta(hours=1)
    assert await scene.bot.outbound.recall(effect, key) == receipt


async def test_after_a_crash_nobody_pretends_to_know(scene: Scene) -> None:
    effect = scene.post()
    for key in ("one", "two"):
        await scene.bot.apply(effect, key)
    for one in scene.general.messages.values():
        one.nonce = None
    scene.bot.later = timedelta(hours=1)
    with pytest.raises(Refused) as refused:
        await scene.bot.outbound.recall(effect, EffectKey("three"))
    assert refused.value.because is not None
    assert refused.value.because.key == "discord-refused-untold"
    other = scene.post(Card(body=(Bilingual("Something else", ""),)))
    assert await scene.bot.outbound.recall(other, EffectKey("three")) is None


async def test_after_a_crash_a_thread_is_known_by_its_name(scene: Scene) -> None:
    effect = CreatePrivateThread(space=scene.space, channel=scene.place, name="A word", members=(scene.who,))
    assert await scene.bot.outbound.recall(effect, EffectKey("k")) is None
    receipt = await scene.bot.apply(effect)
    await scene.bot.wired.settled()
    assert await scene.bot.outbound.recall(effect, EffectKey("k")) == receipt


async def test_after_a_crash_a_direct_message_is_found_where_it_went(scene: Scene) -> None:
    effect = SendDirect(space=scene.space, account=scene.who, card=ASK, locale="en")
    receipt = await scene.bot.apply(effect, "key")
    for one in scene.server.dm(scene.ada).messages.values():
        one.nonce = None
    scene.bot.later = timedelta(hours=1)
    assert await scene.bot.outbound.recall(effect, EffectKey("key")) == receipt


async def test_after_a_crash_a_channel_that_is_too_busy_tells_nothing(scene: Scene) -> None:
    for number in range(100):
        scene.server.post(scene.ada, scene.general, f"message {number}")
    with pytest.raises(Refused) as refused:
        await scene.bot.outbound.recall(scene.post(), EffectKey("key"))
    assert refused.value.because is not None
    assert refused.value.because.key == "discord-refused-untold"
    scene.bot.later = timedelta(days=2)
    assert await scene.bot.outbound.recall(scene.post(), EffectKey("key")) is None


async def test_what_only_one_person_saw_cannot_be_read_back(scene: Scene) -> None:
    answer = ReplyPrivately(space=scene.space, to=EventId("interaction:1"), account=scene.who, card=ASK, locale="en")
    with pytest.raises(Refused):
        await scene.bot.outbound.recall(answer, EffectKey("key"))


async def test_without_its_own_permission_a_private_conversation_is_refused(scene: Scene) -> None:
    mine = scene.guild.roles[scene.server.bot(scene.guild).roles[0]]
    scene.server.overwrite(scene.general, mine, deny=permissions.CREATE_PRIVATE_THREADS)
    await scene.bot.wired.settled()
    effect = CreatePrivateThread(space=scene.space, channel=scene.place, name="A word", members=(scene.who,))
    refusal = await scene.refusal(effect)
    assert refusal.because is not None
    assert refusal.because.arguments[0] == ("permission", "create_private_threads")
    assert await scene.because(replace(effect, channel=ChannelId(f"{scene.space}/1234"))) == "channel"
