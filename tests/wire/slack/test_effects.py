import base64
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from adapters.slack.buttons import buttons_of
from adapters.slack.outbound import kinds
from bot.effects import (
    AddRole,
    BanMember,
    CreatePrivateThread,
    DeleteMessage,
    EditCard,
    Effect,
    Handle,
    HideReaction,
    JoinChannel,
    KickMember,
    LiftTimeout,
    LockChannel,
    PauseDirectMessages,
    PauseInvites,
    PostCard,
    QuarantineMember,
    React,
    ReleaseMember,
    RemoveFromChannel,
    RemoveRole,
    ReplyCard,
    ReplyPrivately,
    SendDirect,
    SetSlowmode,
    ShowHome,
    TimeOutMember,
    UnbanMember,
    UploadFile,
)
from bot.errors import Refused, Unavailable
from bot.ids import AccountId, ChannelId, EffectKey, EventId, MessageId, RoleId
from bot.views import Bilingual, Button, Card, Document, Instant, Passage, Person, Phrase, Place, Verbatim
from tests.wire.slack import answering
from tests.wire.slack.answering import STRICT, Bot, words_of
from tests.wire.slack.server import Channel, LoopbackSlack, Message, User
from tests.wire.slack.server.faults import Fault
from tests.wire.slack.wiring import options, space

HELLO = Card(title=Bilingual("Hello", "Bonjour"), body=(Bilingual("Be kind.", "Sois aimable."),))
ASK = replace(HELLO, buttons=(Button(id="incident-ask:i1", label=Bilingual("Ask", "Demander")),))
THEN = datetime(2027, 3, 3, 18, 5, tzinfo=UTC)


@dataclass
class Scene:
    """A channel with Ada and the bot in it."""

    server: LoopbackSlack
    bot: Bot
    channel: Channel
    ada: User

    @property
    def place(self) -> ChannelId:
        return answering.channel_of(self.server, self.channel)

    @property
    def who(self) -> AccountId:
        return answering.account(self.server, self.ada)

    def post(self, card: Card = HELLO, place: Channel | None = None) -> PostCard:
        where = answering.channel_of(self.server, place) if place else self.place
        return PostCard(space=space(self.server), channel=where, card=card, locale="en")

    def reply(self, message: Message, card: Card = HELLO) -> ReplyCard:
        return ReplyCard(space=space(self.server), channel=self.place, message=self.id(message), card=card, locale="en")

    def direct(self, who: User | None = None) -> SendDirect:
        account = answering.account(self.server, who) if who else self.who
        return SendDirect(space=space(self.server), account=account, card=ASK, locale="en")

    def id(self, message: Message) -> MessageId:
        return answering.message_of(self.server, message)

    def delete(self, message: Message) -> DeleteMessage:
        return DeleteMessage(space=space(self.server), channel=self.place, message=self.id(message))

    def react(self, message: Message, emoji: str) -> React:
        return React(space=space(self.server), channel=self.place, message=self.id(message), emoji=emoji)

    def remove(self, who: User, place: Channel | None = None) -> RemoveFromChannel:
        where = answering.channel_of(self.server, place or self.channel)
        return RemoveFromChannel(space=space(self.server), account=answering.account(self.server, who), channel=where)

    def together(self, *people: User, name: str = "About it") -> CreatePrivateThread:
        members = tuple(answering.account(self.server, one) for one in people)
        return CreatePrivateThread(space=space(self.server), channel=self.place, name=name, members=members)

    def upload(self, content: bytes = b"picture") -> UploadFile:
        return UploadFile(
            space=space(self.server),
            channel=self.place,
            name="week.png",
            media_type="image/png",
            content=base64.b64encode(content).decode(),
            alternative_text="A quiet week",
        )

    def sent(self) -> list[Message]:
        return [one for one in self.channel.messages.values() if one.user == self.server.bot.id and not one.subtype]

    def shared(self) -> list[Message]:
        return [one for one in self.channel.messages.values() if one.subtype == "file_share"]

    async def refusal(self, effect: Effect) -> Refused:
        with pytest.raises(Refused) as refused:
            await self.bot.apply(effect)
        assert refused.value.because is not None
        for locale in ("en", "fr"):
            assert STRICT.into(locale).plain(refused.value.because)
        return refused.value

    async def because(self, effect: Effect) -> str:
        because = (await self.refusal(effect)).because
        return because.key.removeprefix("slack-refused-") if because else ""


@pytest.fixture
async def server() -> AsyncIterator[LoopbackSlack]:
    async with answering.as_asked_for() as running:
        yield running


@pytest.fixture
async def scene(server: LoopbackSlack, ada: User, channel: Channel) -> AsyncIterator[Scene]:
    async with answering.bot(server) as bot:
        yield Scene(server, bot, channel, ada)


async def test_a_card_is_posted_and_pings_nobody(scene: Scene) -> None:
    card = Card(
        title=Verbatim("<!channel> *all*"),
        body=(
            Verbatim(f"<@{scene.ada.id}> <!here> @here <http://x|y>", ((0, 5),)),
            Phrase("moderation-talk-about", (("passage", f"<@{scene.ada.id}> <!everyone>"),)),
            Bilingual(f"<@{scene.ada.id}>", ""),
        ),
    )
    receipt = await scene.bot.apply(scene.post(card))
    (sent,) = scene.sent()
    assert receipt.made == scene.id(sent)
    assert scene.server.pings == []
    assert "<" not in sent.text


async def test_people_are_shown_by_name_and_places_and_moments_as_slack_writes_them(scene: Scene) -> None:
    about = scene.server.post(scene.ada, scene.channel, "hello")
    stranger = AccountId(f"{space(scene.server)}/U0NOBODY")
    things = (
        Person(scene.who),
        Place(scene.place),
        Passage(scene.place, scene.id(about)),
        Instant(THEN),
        Person(stranger),
    )
    card = Card(body=tuple(Phrase("moderation-talk-about", (("passage", one),)) for one in things))
    await scene.bot.apply(scene.post(card))
    (sent,) = scene.sent()
    read = words_of(sent.blocks)
    assert "@Ada" in read
    assert "a member (U0NOBODY)" in read
    assert f"'channel_id': '{scene.channel.id}'" in str(sent.blocks)
    assert f"/archives/{scene.channel.id}/p{about.ts.replace('.', '')}" in str(sent.blocks)
    assert f"'timestamp': {int(THEN.timestamp())}" in str(sent.blocks)
    assert scene.server.pings == []


async def test_a_card_pings_exactly_those_whom_it_should(scene: Scene) -> None:
    bob = scene.server.add_user("bob")
    scene.server.join(bob, scene.channel)
    card = Card(body=(Phrase("slack-refused-nobody-person", (("person", Person(scene.who)),)),))
    await scene.bot.apply(replace(scene.post(card), mentions=(scene.who,)))
    await scene.bot.apply(replace(scene.post(HELLO), mentions=(answering.account(scene.server, bob),)))
    assert [ping.target for ping in scene.server.pings] == [scene.ada.id, bob.id]


async def test_a_reply_stands_in_the_thread_also_where_its_message_is_itself_a_reply(scene: Scene) -> None:
    first = scene.server.post(scene.ada, scene.channel, "hello")
    second = scene.server.post(scene.ada, scene.channel, "me again", thread=first)
    for about in (first, second):
        await scene.bot.apply(scene.reply(about))
    assert [one.thread_ts for one in scene.sent()] == [first.ts, first.ts]
    scene.server.delete(scene.ada, second)
    await scene.bot.apply(scene.reply(second))
    assert scene.sent()[-1].thread_ts is None


async def test_nobody_in_a_thread_is_sent_to_a_slash_command(scene: Scene) -> None:
    said = scene.server.post(scene.ada, scene.channel, "hello")
    await scene.bot.apply(scene.reply(said, Card(body=(Bilingual("Use /report or /policy list.", ""),))))
    await scene.bot.apply(scene.post(Card(body=(Bilingual("Use /report or /policy list.", ""),))))
    threaded, plain = (words_of(one.blocks) for one in scene.sent())
    assert threaded == "Use the shortcut “Report” in a message's menu or @Palabre policy list."
    assert plain == "Use /report or /palabre policy list."


async def test_a_card_is_sent_directly_and_its_button_says_its_workspace(scene: Scene) -> None:
    receipt = await scene.bot.apply(scene.direct())
    (sent,) = scene.server.by_bot(scene.server.dm(scene.ada))
    assert receipt.made == scene.id(sent)
    (button,) = sent.blocks[-1]["elements"]
    assert button["value"] == f"{scene.server.team.id}~incident-ask:i1"
    assert list(buttons_of(sent.blocks)) == ["incident-ask:i1"]


async def test_a_card_is_edited(scene: Scene) -> None:
    made = (await scene.bot.apply(scene.post(ASK))).made
    edit = EditCard(
        space=space(scene.server), channel=scene.place, message=MessageId(made or ""), card=HELLO, locale="fr"
    )
    assert (await scene.bot.apply(edit)).made == made
    (sent,) = scene.sent()
    assert "Sois aimable." in words_of(sent.blocks)
    assert list(buttons_of(sent.blocks)) == []


async def test_files_hang_below_their_card(scene: Scene) -> None:
    card = replace(HELLO, files=(Document(name="a/b.txt", media_type="text/plain", content="one"),))
    await scene.bot.apply(scene.post(card))
    (sent,), (below,) = scene.sent(), scene.shared()
    assert below.thread_ts == sent.ts
    (file,) = scene.server.world.files.values()
    assert (file.name, file.content) == ("a-b.txt", b"one")


async def test_what_is_too_long_comes_in_full_as_a_file(scene: Scene) -> None:
    await scene.bot.apply(scene.post(Card(body=(Verbatim("word " * 5000),))))
    (file,) = scene.server.world.files.values()
    assert file.name == "in-full.txt"
    assert file.content == b"word " * 5000 + b"\n"


async def test_a_file_is_shared_with_words_for_whoever_does_not_see_it(scene: Scene) -> None:
    await scene.bot.apply(scene.upload())
    (file,) = scene.server.world.files.values()
    assert (file.name, file.content) == ("week.png", b"picture")
    assert scene.server.made("files.getUploadURLExternal")[0].args["alt_txt"] == "A quiet week"
    assert [one.files for one in scene.shared()] == [[file.id]]


async def test_an_answer_nobody_waits_for_any_more_goes_by_direct_message(scene: Scene) -> None:
    answer = ReplyPrivately(
        space=space(scene.server), to=EventId("interaction:1"), account=scene.who, card=HELLO, locale="en"
    )
    receipt = await scene.bot.apply(answer)
    (sent,) = scene.server.by_bot(scene.server.dm(scene.ada))
    assert receipt.made == scene.id(sent)


async def test_a_page_is_shown_and_shown_anew(scene: Scene) -> None:
    effect = ShowHome(space=space(scene.server), account=scene.who, card=ASK, locale="en")
    await scene.bot.apply(effect)
    await scene.bot.apply(replace(effect, locale="fr"))
    home = scene.server.views.homes[scene.ada.id]
    assert "Sois aimable." in words_of(home.blocks)
    assert list(buttons_of(home.blocks)) == ["incident-ask:i1"]


async def test_an_emoji_is_put_below_a_message_once(scene: Scene) -> None:
    said = scene.server.post(scene.ada, scene.channel, "hello")
    await scene.bot.apply(scene.react(said, "👍"))
    await scene.bot.apply(scene.react(said, "👍"))
    assert said.reactions == {"+1": [scene.server.bot.id]}
    assert await scene.because(scene.react(said, ":nothing-like-it:")) == "emoji"


async def test_whoever_put_a_reaction_there_is_asked_to_take_it_back(scene: Scene) -> None:
    said = scene.server.post(scene.ada, scene.channel, "hello")
    scene.server.react(scene.ada, said, "x")
    effect = HideReaction(
        space=space(scene.server), channel=scene.place, message=scene.id(said), account=scene.who, emoji="❌"
    )
    await scene.bot.apply(effect)
    (asked,) = scene.server.ephemeral(scene.ada, scene.channel)
    assert "take your reaction back" in words_of(asked.blocks)
    assert "hide_reaction" not in kinds(options(scene.server))
    scene.server.leave(scene.ada, scene.channel)
    await scene.bot.apply(effect)


async def test_the_bot_takes_down_only_what_it_wrote_itself(scene: Scene) -> None:
    await scene.bot.apply(scene.post())
    await scene.bot.apply(scene.delete(ours := scene.sent()[0]))
    await scene.bot.apply(scene.delete(ours))
    assert scene.sent() == []
    assert await scene.because(scene.delete(scene.server.post(scene.ada, scene.channel, "hello"))) == "delete"
    assert "delete_message" not in kinds(options(scene.server))


async def test_with_an_administrators_token_others_messages_go_too(
    server: LoopbackSlack, ada: User, channel: Channel
) -> None:
    token = server.user_token(server.owner(), "chat:write").value
    private = server.add_channel("team", ada, private=True)
    async with answering.bot(server, user_token=token) as bot:
        scene = Scene(server, bot, channel, ada)
        said = server.post(ada, channel, "buy now")
        await bot.apply(scene.delete(said))
        await bot.apply(scene.delete(said))
        assert said.ts not in channel.messages or channel.messages[said.ts].subtype == "tombstone"
        scene = Scene(server, bot, private, ada)
        await bot.apply(scene.post())
        await bot.apply(scene.delete(scene.sent()[0]))
        assert await scene.because(scene.delete(server.post(ada, private, "hello"))) == "delete"
        assert "delete_message" in kinds(options(server, user_token=token))


async def test_somebody_is_taken_out_of_a_channel_where_the_workspace_lets_the_bot(scene: Scene) -> None:
    private = scene.server.add_channel("team", scene.ada, scene.server.owner(), private=True)
    await scene.bot.apply(scene.remove(scene.ada, private))
    await scene.bot.apply(scene.remove(scene.ada, private))
    assert scene.ada.id not in private.members
    assert await scene.because(scene.remove(scene.ada)) == "restricted"
    scene.server.team.public_removal = "everyone"
    await scene.bot.apply(scene.remove(scene.ada))
    assert scene.ada.id not in scene.channel.members


async def test_nobody_is_taken_out_of_where_the_bot_is_not_or_where_everybody_is(scene: Scene) -> None:
    outside = scene.server.add_channel("outside", scene.ada, bot=False)
    assert await scene.because(scene.remove(scene.ada, outside)) == "not-in"
    scene.server.join(scene.server.bot, scene.server.general())
    assert await scene.because(scene.remove(scene.ada, scene.server.general())) == "general"


async def test_the_same_people_have_one_conversation(scene: Scene) -> None:
    bob = scene.server.add_user("bob")
    first = await scene.bot.apply(scene.together(scene.ada, bob))
    assert await scene.bot.apply(scene.together(bob, scene.ada, scene.ada)) == first
    made = scene.server.world.channels[(first.made or "").rpartition("/")[2]]
    assert set(made.members) == {scene.ada.id, bob.id, scene.server.bot.id}
    assert made.kind == "mpim"
    await scene.bot.apply(replace(scene.post(), channel=ChannelId(first.made or "")))
    assert len(scene.server.by_bot(made)) == 1


async def test_many_people_get_a_private_channel(scene: Scene) -> None:
    people = [scene.server.add_user(f"p{number}") for number in range(9)]
    receipt = await scene.bot.apply(scene.together(*people, name="Élan & co"))
    made = scene.server.world.channels[(receipt.made or "").rpartition("/")[2]]
    assert (made.kind, made.name) == ("private", "élan-co")
    assert set(made.members) == {one.id for one in people} | {scene.server.bot.id}


async def test_the_bot_joins_public_channels_and_private_ones_only_by_invitation(scene: Scene) -> None:
    public = scene.server.add_channel("outside", scene.ada, bot=False)
    private = scene.server.add_channel("hidden", scene.ada, private=True, bot=False)
    join = JoinChannel(space=space(scene.server), channel=answering.channel_of(scene.server, public))
    await scene.bot.apply(join)
    await scene.bot.apply(join)
    assert scene.server.bot.id in public.members
    assert await scene.because(replace(join, channel=answering.channel_of(scene.server, private))) == "private"


async def test_where_the_bot_is_not_it_says_how_it_is_invited(scene: Scene) -> None:
    outside = scene.server.add_channel("outside", scene.ada, bot=False)
    refusal = await scene.refusal(scene.post(place=outside))
    assert refusal.reason == "not_in_channel"
    assert refusal.because is not None
    assert "/invite @Palabre" in STRICT.plain(refusal.because)
    archived = scene.server.add_channel("old", scene.ada)
    scene.server.archive(scene.server.owner(), archived)
    assert await scene.because(scene.post(place=archived)) == "archived"
    readonly = scene.server.add_channel("news", scene.ada)
    readonly.read_only = True
    assert await scene.because(scene.post(place=readonly)) == "read-only"
    nowhere = replace(scene.post(), channel=ChannelId(f"{space(scene.server)}/C0NOWHERE"))
    assert await scene.because(nowhere) == "not-in"


async def test_who_cannot_be_written_to_is_named(scene: Scene) -> None:
    nobody = replace(scene.direct(), account=AccountId(f"{space(scene.server)}/U0NOBODY"))
    assert await scene.because(nobody) == "nobody-person"
    scene.server.app.messages_tab = False
    assert await scene.because(scene.direct()) == "messages-tab-person"
    scene.server.app.home_tab = False
    assert (
        await scene.because(ShowHome(space=space(scene.server), account=scene.who, card=HELLO, locale="en")) == "home"
    )


async def test_a_message_that_is_gone_cannot_be_reworded(scene: Scene) -> None:
    said = scene.server.post(scene.ada, scene.channel, "hello")
    edit = EditCard(space=space(scene.server), channel=scene.place, message=scene.id(said), card=HELLO, locale="en")
    assert await scene.because(edit) == "update"
    missing = replace(edit, message=MessageId(f"{scene.place}/1.000001"))
    assert await scene.because(missing) == "gone"
    assert await scene.because(replace(edit, message=Handle("later"))) == "unknown"


IMPOSSIBLE: tuple[tuple[Any, dict[str, Any]], ...] = (
    (TimeOutMember, {"until": THEN}),
    (LiftTimeout, {}),
    (KickMember, {}),
    (BanMember, {}),
    (UnbanMember, {}),
    (AddRole, {"role": RoleId("slack:T/S1")}),
    (RemoveRole, {"role": RoleId("slack:T/S1")}),
    (QuarantineMember, {}),
    (ReleaseMember, {}),
    (SetSlowmode, {"seconds": 5}),
    (LockChannel, {}),
    (PauseInvites, {"until": THEN}),
    (PauseDirectMessages, {"until": THEN}),
)


@pytest.mark.parametrize(("kind", "given"), IMPOSSIBLE)
async def test_what_slack_lets_no_app_do_is_refused_with_what_can_be_done_instead(
    scene: Scene, kind: Any, given: dict[str, Any]
) -> None:
    aimed = (
        {}
        if kind in (PauseInvites, PauseDirectMessages)
        else {"channel": scene.place}
        if kind in (SetSlowmode, LockChannel)
        else {"account": scene.who}
    )
    effect = kind(space=space(scene.server), **aimed, **given)
    refusal = await scene.refusal(effect)
    assert refusal.because is not None
    assert STRICT.plain(refusal.because) != "Slack lets no app do this."
    assert effect.kind not in kinds(options(scene.server, user_token="xoxp"))
    assert len(scene.server.made("chat.postMessage")) == 0


async def test_after_a_crash_a_message_is_found_by_its_mark(scene: Scene) -> None:
    said = scene.server.post(scene.ada, scene.channel, "hello")
    for effect in (scene.post(), scene.reply(said), scene.direct()):
        key = EffectKey(f"key-{effect.kind}")
        assert await scene.bot.outbound.recall(effect, key) is None
        made = await scene.bot.apply(effect, key)
        assert await scene.bot.outbound.recall(effect, key) == made
        assert await scene.bot.outbound.recall(effect, EffectKey("another")) is None


async def test_what_cannot_be_told_after_a_crash_waits_for_a_person(scene: Scene) -> None:
    assert await scene.bot.outbound.recall(scene.upload(), EffectKey("k")) is None
    await scene.bot.apply(scene.upload())
    for effect in (
        scene.upload(),
        ReplyPrivately(space=space(scene.server), to=EventId("x"), account=scene.who, card=HELLO, locale="en"),
        scene.together(*(scene.server.add_user(f"p{number}") for number in range(9))),
    ):
        with pytest.raises(Refused):
            await scene.bot.outbound.recall(effect, EffectKey("k"))
    assert await scene.bot.outbound.recall(scene.together(scene.ada), EffectKey("k")) is None


@pytest.mark.parametrize("after", [True, False])
async def test_a_connection_lost_while_sending_sends_nothing_twice(scene: Scene, after: bool) -> None:
    scene.server.faults.add(Fault("chat.postMessage", drop=True, after=after))
    with pytest.raises(Unavailable):
        await scene.bot.apply(scene.post(), "key")
    made = await scene.bot.apply(scene.post(), "key")
    (sent,) = scene.sent()
    assert made.made == scene.id(sent)
