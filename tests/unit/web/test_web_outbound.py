import base64
import hashlib
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest

from adapters.web import inbound
from adapters.web.adapter import EVERY_KIND, WebAdapter
from adapters.web.options import Options
from adapters.web.site.deeds import Cannot, Uploaded
from bot.catalogue.declared import CATALOGUE
from bot.effects import (
    AddRole,
    BanMember,
    CreatePrivateThread,
    DeleteMessage,
    EditCard,
    Effect,
    HashFiles,
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
from bot.errors import Refused
from bot.events import FilesHashed, Fingerprint
from bot.ids import CaseId, ChannelId, EffectKey, EventId, MessageId, account_id, role_id
from tests.fakes import FakeClock
from tests.unit.web.worlds import (
    ADA,
    BOB,
    GENERAL,
    KEY,
    MO,
    OLA,
    SPACE,
    TEAM,
    THEN,
    FakeGuide,
    as_,
    card,
    clock,
    last,
    sited,
    written,
)

LATER = THEN + timedelta(hours=1)
NOBODY = account_id(SPACE, "nobody")


class Scene:
    """A site, and an adapter that makes changes in its world."""

    def __init__(self, folder: Path) -> None:
        self.site = sited(folder)
        self.state = self.site.state
        self.adapter = WebAdapter(self.site.world, CATALOGUE, FakeGuide(), FakeClock(THEN), Options())
        self.message = written(self.site, "hello")
        self._keys = 0

    def perform(self, effect: Effect) -> str | None:
        self._keys += 1
        return self.adapter.perform(effect, EffectKey(f"key-{self._keys}"), clock(self.site).now()).made


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def test_every_kind_of_effect_is_among_the_capabilities(scene: Scene) -> None:
    kinds = {str(f.default) for one in get_args(Effect) for f in fields(one) if f.name == "kind"}
    elsewhere = {"remove_from_channel", "join_channel", "show_home"}
    assert scene.adapter.capabilities.effects == kinds - elsewhere == EVERY_KIND
    assert scene.adapter.capabilities.reads_back


def test_a_card_stands_in_its_channel_as_the_bot_s(scene: Scene) -> None:
    made = scene.perform(PostCard(space=SPACE, channel=GENERAL, card=card(), locale="fr"))
    message = scene.state.messages[last(scene.site)]
    assert (message.id, message.author) == (made, scene.state.bot)


def test_an_answer_joins_the_thread_of_what_it_answers(scene: Scene) -> None:
    as_(scene.site, BOB, thread=scene.message).post("in the thread")
    reply = last(scene.site)
    made = scene.perform(ReplyCard(space=SPACE, channel=GENERAL, message=reply, card=card(), locale="en"))
    message = scene.state.messages[MessageId(str(made))]
    assert (message.thread, message.reply_to) == (scene.message, reply)


def test_a_private_answer_stands_where_the_question_was_asked_for_one_person_alone(scene: Scene) -> None:
    as_(scene.site, ADA).command("help", ())
    asked = next(iter(scene.state.asked))
    scene.perform(ReplyPrivately(space=SPACE, to=asked, account=ADA, card=card(), locale="en"))
    message = scene.state.messages[last(scene.site)]
    assert (message.channel, message.only_for) == (GENERAL, ADA)


def test_a_private_answer_to_something_unknown_goes_directly(scene: Scene) -> None:
    scene.perform(ReplyPrivately(space=SPACE, to=EventId("x"), account=ADA, card=card(), locale="en"))
    assert scene.state.lines[scene.state.direct(ADA)][-1].only_for is None


def test_direct_messages_arrive_unless_they_are_closed(scene: Scene) -> None:
    direct = SendDirect(space=SPACE, account=ADA, card=card(), locale="en")
    assert str(scene.perform(direct)).startswith(f"{SPACE}/direct-ada/")
    as_(scene.site, ADA).direct_messages(open_=False)
    with pytest.raises(Refused, match="direct messages are closed"):
        scene.perform(direct)
    as_(scene.site, ADA).direct_messages(open_=True)
    scene.perform(direct)


def test_whoever_is_not_here_any_more_cannot_be_written_to(scene: Scene) -> None:
    as_(scene.site, ADA).leave()
    with pytest.raises(Refused, match="direct messages are closed"):
        scene.perform(SendDirect(space=SPACE, account=ADA, card=card(), locale="en"))


def test_a_card_can_be_reworded_and_another_s_message_cannot(scene: Scene) -> None:
    made = MessageId(str(scene.perform(PostCard(space=SPACE, channel=GENERAL, card=card(), locale="en"))))
    scene.perform(EditCard(space=SPACE, channel=GENERAL, message=made, card=card("Bye"), locale="fr"))
    shown = scene.state.messages[made].shown
    assert shown is not None
    assert (shown.card, shown.locale) == (card("Bye"), "fr")
    with pytest.raises(Refused, match="only the bot's own"):
        scene.perform(EditCard(space=SPACE, channel=GENERAL, message=scene.message, card=card(), locale="en"))


def test_a_message_is_taken_down_once(scene: Scene) -> None:
    gone = DeleteMessage(space=SPACE, channel=GENERAL, message=scene.message)
    scene.perform(gone)
    assert scene.state.messages[scene.message].deleted
    with pytest.raises(Refused, match="gone already"):
        scene.perform(gone)


def test_reactions_come_and_go(scene: Scene) -> None:
    scene.perform(React(space=SPACE, channel=GENERAL, message=scene.message, emoji="👀"))
    as_(scene.site, BOB).react(scene.message, "👎")
    hide = HideReaction(space=SPACE, channel=GENERAL, message=scene.message, account=BOB, emoji="👎")
    scene.perform(hide)
    assert scene.state.messages[scene.message].reactions == {"👀": [scene.state.bot]}
    with pytest.raises(Refused, match="gone already"):
        scene.perform(hide)


def test_a_message_carries_only_so_many_different_reactions(scene: Scene) -> None:
    for n in range(20):
        as_(scene.site, BOB).react(scene.message, f"{n}")
    with pytest.raises(Refused, match="at most 20"):
        scene.perform(React(space=SPACE, channel=GENERAL, message=scene.message, emoji="👀"))


def test_whoever_is_timed_out_reads_along_until_they_may_write_again(scene: Scene) -> None:
    scene.perform(TimeOutMember(space=SPACE, account=ADA, until=LATER))
    with pytest.raises(Cannot, match="timed-out"):
        as_(scene.site, ADA).post("hello?")
    as_(scene.site, ADA, scene.state.direct(ADA)).post("to the bot I may")
    scene.perform(LiftTimeout(space=SPACE, account=ADA))
    as_(scene.site, ADA).post("back")


def test_a_timeout_ends_by_itself(scene: Scene) -> None:
    scene.perform(TimeOutMember(space=SPACE, account=ADA, until=LATER))
    clock(scene.site).move(timedelta(hours=2))
    as_(scene.site, ADA).post("back")


def test_in_quarantine_only_the_bot_is_left_to_talk_to(scene: Scene) -> None:
    scene.perform(QuarantineMember(space=SPACE, account=ADA))
    with pytest.raises(Cannot, match="see"):
        as_(scene.site, ADA).post("hello?")
    as_(scene.site, ADA, scene.state.direct(ADA)).post("help")
    scene.perform(ReleaseMember(space=SPACE, account=ADA))
    as_(scene.site, ADA).post("back")


def test_whoever_is_removed_may_come_back_and_whoever_is_banned_may_not(scene: Scene) -> None:
    scene.perform(KickMember(space=SPACE, account=ADA))
    assert [event.kind for event in scene.state.waiting.values()][-1] == "member_left"
    as_(scene.site, ADA).come_back()
    scene.perform(BanMember(space=SPACE, account=ADA, delete_seconds=3600))
    assert scene.state.messages[scene.message].deleted
    with pytest.raises(Cannot, match="banned"):
        as_(scene.site, ADA).come_back()
    scene.perform(UnbanMember(space=SPACE, account=ADA))
    as_(scene.site, ADA).come_back()
    assert not scene.state.people[ADA].gone


@pytest.mark.parametrize(
    ("effect", "reason"),
    [
        (TimeOutMember(space=SPACE, account=OLA, until=LATER), "an owner cannot be timed out"),
        (KickMember(space=SPACE, account=OLA), "an owner cannot be kicked"),
        (BanMember(space=SPACE, account=OLA), "an owner cannot be banned"),
        (QuarantineMember(space=SPACE, account=OLA), "an owner cannot be quarantined"),
        (KickMember(space=SPACE, account=account_id(SPACE, "palabre")), "the bot cannot be kicked"),
        (SendDirect(space=SPACE, account=NOBODY, card=card(), locale="en"), "nobody here is"),
        (PostCard(space=SPACE, channel=ChannelId("web:x/y"), card=card(), locale="en"), "there is no channel"),
        (DeleteMessage(space=SPACE, channel=GENERAL, message=MessageId("x")), "there is no such message"),
        (UnbanMember(space=SPACE, account=ADA), "Ada is not banned"),
        (CreatePrivateThread(space=SPACE, channel=GENERAL, name="x", members=(NOBODY,)), "nobody here is"),
    ],
)
def test_what_cannot_be_is_refused_with_a_plain_reason(scene: Scene, effect: Effect, reason: str) -> None:
    before = scene.state.numbers
    with pytest.raises(Refused, match=reason):
        scene.perform(effect)
    assert scene.state.numbers == before


def test_roles_are_given_and_taken_and_the_core_is_told(scene: Scene) -> None:
    helper = role_id(SPACE, "helper")
    scene.perform(AddRole(space=SPACE, account=ADA, role=helper))
    assert scene.state.people[ADA].roles == (helper,)
    scene.perform(AddRole(space=SPACE, account=ADA, role=helper))
    scene.perform(RemoveRole(space=SPACE, account=ADA, role=helper))
    told = [event.kind for event in scene.state.waiting.values()]
    assert told.count("member_roles_changed") == 2


def test_channels_slow_down_close_and_open(scene: Scene) -> None:
    scene.perform(SetSlowmode(space=SPACE, channel=GENERAL, seconds=30))
    with pytest.raises(Cannot, match="slow"):
        as_(scene.site, ADA).post("again")
    as_(scene.site, MO).post("moderators")
    as_(scene.site, MO).post("do not wait")
    scene.perform(SetSlowmode(space=SPACE, channel=GENERAL, seconds=0))
    scene.perform(LockChannel(space=SPACE, channel=GENERAL))
    with pytest.raises(Cannot, match="locked"):
        as_(scene.site, ADA).post("again")
    scene.perform(LockChannel(space=SPACE, channel=GENERAL, locked=False))
    as_(scene.site, ADA).post("again")


def test_while_invitations_are_paused_nobody_new_comes_in(scene: Scene) -> None:
    scene.perform(PauseInvites(space=SPACE, until=LATER))
    scene.perform(PauseDirectMessages(space=SPACE, until=LATER))
    with pytest.raises(Cannot, match="invites"):
        as_(scene.site, ADA).newcomer("Zoe", new=True)
    scene.perform(PauseInvites(space=SPACE, until=None))
    as_(scene.site, ADA).newcomer("Zoe", new=True)


def test_a_private_conversation_is_seen_by_its_people_alone(scene: Scene) -> None:
    private = CreatePrivateThread(space=SPACE, channel=TEAM, name="talk", members=(ADA, MO))
    channel = ChannelId(str(scene.perform(private)))
    again = ChannelId(str(scene.perform(private)))
    assert channel != again
    as_(scene.site, ADA, channel).post("hello")
    with pytest.raises(Cannot, match="see"):
        as_(scene.site, BOB, channel).post("may I?")


def test_a_file_of_the_bot_s_can_be_fetched(scene: Scene) -> None:
    content = base64.b64encode(b"a,b\n").decode()
    effect = UploadFile(
        space=SPACE, channel=GENERAL, name="x.csv", media_type="text/csv", content=content, alternative_text="figures"
    )
    scene.perform(effect)
    (upload,) = scene.state.messages[last(scene.site)].files
    assert scene.site.world.journal.kept(upload.sha256) == b"a,b\n"


def test_what_is_in_a_file_is_told_as_long_as_its_message_stands(scene: Scene) -> None:
    as_(scene.site, BOB).post("look", [Uploaded("note.txt", b"see you at five")])
    message = last(scene.site)
    (mark,) = (mark for _, mark in inbound.cited(scene.state, scene.state.messages[message]).files)
    effect = HashFiles(space=SPACE, channel=GENERAL, message=message, case=CaseId("1"), marks=(mark, "another"))
    (told,) = scene.adapter.perform(effect, KEY, THEN).tells
    assert isinstance(told, FilesHashed)
    assert (told.id, told.case) == (f"hashed:{KEY}", "1")
    assert told.prints == (
        Fingerprint(mark=mark, size=15, sha256=hashlib.sha256(b"see you at five").hexdigest()),
        Fingerprint(mark="another"),
    )
    scene.perform(DeleteMessage(space=SPACE, channel=GENERAL, message=message))
    (told,) = scene.adapter.perform(effect, EffectKey("later"), THEN).tells
    assert isinstance(told, FilesHashed)
    assert [one.sha256 for one in told.prints] == ["", ""]


async def test_an_effect_is_felt_once_however_often_it_is_asked_for(scene: Scene) -> None:
    post = PostCard(space=SPACE, channel=GENERAL, card=card(), locale="en")
    assert await scene.adapter.recall(post, key=KEY) is None
    first = await scene.adapter.apply(post, key=KEY)
    again = await scene.adapter.apply(post, key=KEY)
    assert first == again == await scene.adapter.recall(post, key=KEY)
    assert len(scene.state.lines[GENERAL]) == 2


def test_an_effect_of_the_past_stands_in_the_past(scene: Scene) -> None:
    post = PostCard(space=SPACE, channel=GENERAL, card=card(), locale="en")
    scene.adapter.perform(post, KEY, THEN - timedelta(days=1))
    assert scene.state.lines[GENERAL][0].author == scene.state.bot


def test_a_refused_effect_can_be_tried_again_under_its_key(scene: Scene) -> None:
    direct = SendDirect(space=SPACE, account=ADA, card=card(), locale="en")
    as_(scene.site, ADA).direct_messages(open_=False)
    with pytest.raises(Refused):
        scene.adapter.perform(direct, KEY, THEN)
    as_(scene.site, ADA).direct_messages(open_=True)
    assert scene.adapter.perform(direct, KEY, THEN).made
