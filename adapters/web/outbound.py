"""An effect as changes of this world: pure, and refused with a plain reason where the world will not have it."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, assert_never

from adapters.web import changes, inbound
from adapters.web.changes import AnyChange
from adapters.web.limits import REACTIONS
from adapters.web.state import Message, Person, Room, State
from adapters.web.world import World
from bot.commands import Level
from bot.effects import (
    AddRole,
    BanMember,
    CreatePrivateThread,
    DeleteMessage,
    EditCard,
    Effect,
    Handle,
    HashFiles,
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
    TellOutside,
    TimeOutMember,
    UnbanMember,
    UploadFile,
)
from bot.errors import Refused
from bot.events import Fingerprint
from bot.ids import AccountId, ChannelId, MessageId, channel_id
from bot.views import Address, Card, Locale

CLOSED = "direct messages are closed"
GONE = "the message is gone already"
Measure = TimeOutMember | KickMember | BanMember | QuarantineMember
Ease = LiftTimeout | UnbanMember | ReleaseMember
Setting = SetSlowmode | LockChannel | PauseInvites | PauseDirectMessages
Changing = DeleteMessage | React | HideReaction | Measure | Ease | AddRole | RemoveRole | Setting


@dataclass(frozen=True, slots=True)
class Made:
    """What an effect comes to: changes, and the id of what comes into being."""

    changes: tuple[AnyChange, ...]
    made: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the bot writes."""

    channel: ChannelId
    thread: MessageId | None = None
    reply_to: MessageId | None = None
    only_for: AccountId | None = None
    mentions: tuple[AccountId, ...] = ()


def prints(state: State, effect: HashFiles) -> tuple[Fingerprint, ...]:
    """What is in the files of a message: their bytes were hashed as they came in, and stay as long as the message."""
    message = state.messages.get(effect.message)
    files = message.files if message is not None and not message.deleted else ()
    known = {one.sha256: Fingerprint(mark=one.sha256, size=one.size, sha256=one.sha256) for one in files}
    return tuple(known.get(mark, Fingerprint(mark=mark)) for mark in effect.marks)


@dataclass(frozen=True, slots=True)
class Outbound:
    """Carries effects over into a world as it stands at a moment."""

    world: World
    at: datetime

    @property
    def state(self) -> State:
        """The world as it stands."""
        return self.world.state

    def made(self, effect: Effect) -> Made:
        """What it takes to carry one effect out. Raises Refused."""
        match effect:
            case PostCard() | ReplyCard() | ReplyPrivately() | SendDirect() | EditCard() | UploadFile():
                return self._said(effect)
            case CreatePrivateThread():
                return self._private(effect)
            case HashFiles():
                return Made(())  # nothing comes of it here: what is in the files is told beside
            case RemoveFromChannel() | JoinChannel() | ShowHome() | TellOutside():
                raise Refused("nothing like it is there in the sandbox")
            case _:
                return Made(self._changed(effect))

    def _changed(self, effect: Changing) -> tuple[AnyChange, ...]:
        match effect:
            case DeleteMessage() | React() | HideReaction():
                return (self._about_message(effect),)
            case TimeOutMember() | KickMember() | BanMember() | QuarantineMember():
                return self._measured(effect)
            case LiftTimeout() | UnbanMember() | ReleaseMember():
                return (self._eased(effect),)
            case AddRole() | RemoveRole():
                return self._trusted(effect)
            case SetSlowmode() | LockChannel() | PauseInvites() | PauseDirectMessages():
                return (self._settled(effect),)
            case _:
                assert_never(effect)

    def _said(self, effect: PostCard | ReplyCard | ReplyPrivately | SendDirect | EditCard | UploadFile) -> Made:
        match effect:
            case PostCard():
                spot = Spot(self._room(effect.channel).channel, mentions=effect.mentions)
                return self._card(effect.card, effect.locale, effect.address, spot)
            case ReplyCard():
                return self._card(effect.card, effect.locale, effect.address, self._reply(effect))
            case ReplyPrivately():
                return self._answer(effect)
            case SendDirect():
                return self._direct(effect.account, effect.card, effect.locale, effect.address)
            case EditCard():
                message = self._message(effect.message)
                if message.shown is None:
                    raise Refused("only the bot's own messages can be reworded")
                edited = changes.CardEdited(
                    at=self.at, message=message.id, card=effect.card, locale=effect.locale, address=effect.address
                )
                return Made((edited,), message.id)
            case UploadFile():
                return self._file(effect)
            case _:
                assert_never(effect)

    def _card(self, card: Card, locale: Locale, address: Address, spot: Spot) -> Made:
        name = self.world.name.message(spot.channel, self.at)
        carded = changes.Carded(
            at=self.at,
            message=name,
            channel=spot.channel,
            card=card,
            locale=locale,
            address=address,
            only_for=spot.only_for,
            thread=spot.thread,
            reply_to=spot.reply_to,
            mentions=spot.mentions,
        )
        return Made((carded,), name)

    def _reply(self, effect: ReplyCard) -> Spot:
        message = self._message(effect.message)
        return Spot(message.channel, thread=message.thread, reply_to=message.id, mentions=effect.mentions)

    def _answer(self, effect: ReplyPrivately) -> Made:
        self._person(effect.account)
        asked = self.state.asked.get(effect.to)
        if asked is None or asked.account != effect.account:
            return self._direct(effect.account, effect.card, effect.locale, effect.address)
        spot = Spot(asked.channel, thread=asked.thread, only_for=effect.account)
        return self._card(effect.card, effect.locale, effect.address, spot)

    def _direct(self, account: AccountId, card: Card, locale: Locale, address: Address) -> Made:
        person = self._person(account)
        if person.gone or not person.direct_messages:
            raise Refused(CLOSED)
        return self._card(card, locale, address, Spot(self.state.direct(account)))

    def _file(self, effect: UploadFile) -> Made:
        room = self._room(effect.channel)
        content = base64.b64decode(effect.content)
        name = self.world.name.message(room.channel, self.at)
        upload = changes.Upload(
            name=effect.name,
            media_type=effect.media_type,
            size=len(content),
            sha256=self.world.journal.keep(content) if content else hashlib.sha256(content).hexdigest(),
        )
        posted = changes.Posted(
            at=self.at,
            message=name,
            channel=room.channel,
            account=self.state.bot,
            text=effect.alternative_text,
            files=(upload,),
        )
        return Made((posted,), name)

    def _about_message(self, effect: DeleteMessage | React | HideReaction) -> AnyChange:
        message = self._message(effect.message)
        match effect:
            case DeleteMessage():
                return changes.Deleted(at=self.at, message=message.id, by=self.state.bot)
            case React(emoji=emoji):
                if emoji not in message.reactions and len(message.reactions) >= REACTIONS:
                    raise Refused(f"a message carries at most {REACTIONS} different reactions")
                return changes.Reacted(at=self.at, message=message.id, account=self.state.bot, emoji=emoji)
            case HideReaction(account=account, emoji=emoji):
                if account not in message.reactions.get(emoji, ()):
                    raise Refused("the reaction is gone already")
                return changes.Unreacted(at=self.at, message=message.id, account=account, emoji=emoji)
            case _:
                assert_never(effect)

    def _measured(self, effect: Measure) -> tuple[AnyChange, ...]:
        person = self._person(effect.account)
        if person.level >= Level.OWNER:
            raise Refused(f"an owner cannot be {_DONE[effect.kind]}")
        if person.bot:
            raise Refused(f"the bot cannot be {_DONE[effect.kind]}")
        match effect:
            case TimeOutMember(until=until):
                return (changes.TimedOut(at=self.at, account=person.account, until=until),)
            case QuarantineMember():
                return (changes.Quarantined(at=self.at, account=person.account),)
            case KickMember():
                return self._gone(person, "kicked")
            case BanMember(delete_seconds=seconds):
                since = self.at - timedelta(seconds=seconds)
                swept = (
                    changes.Deleted(at=self.at, message=one.id, by=self.state.bot)
                    for one in self.state.messages.values()
                    if one.author == person.account and one.at > since and not one.deleted
                )
                return (*self._gone(person, "banned"), *swept)
            case _:
                assert_never(effect)

    def _gone(self, person: Person, how: Literal["kicked", "banned"]) -> tuple[AnyChange, ...]:
        if person.gone == "banned" or (person.gone and how == "kicked"):
            raise Refused(f"{person.name} is no longer a member")
        departed = changes.Departed(at=self.at, account=person.account, how=how)
        if person.gone:
            return (departed,)
        return (departed, changes.Told(at=self.at, event=inbound.left(self.state, person.account, self.at)))

    def _eased(self, effect: LiftTimeout | UnbanMember | ReleaseMember) -> AnyChange:
        person = self._person(effect.account)
        match effect:
            case LiftTimeout():
                return changes.TimedOut(at=self.at, account=person.account, until=None)
            case ReleaseMember():
                return changes.Released(at=self.at, account=person.account)
            case UnbanMember():
                if person.gone != "banned":
                    raise Refused(f"{person.name} is not banned")
                return changes.Unbanned(at=self.at, account=person.account)
            case _:
                assert_never(effect)

    def _trusted(self, effect: AddRole | RemoveRole) -> tuple[AnyChange, ...]:
        person = self._person(effect.account)
        others = tuple(one for one in person.roles if one != effect.role)
        roles = (*others, effect.role) if isinstance(effect, AddRole) else others
        if roles == person.roles or set(roles) == set(person.roles):
            return ()
        event = inbound.roles_changed(self.state, person.account, roles, self.at)
        return (
            changes.RolesSet(at=self.at, account=person.account, roles=roles),
            changes.Told(at=self.at, event=event),
        )

    def _settled(self, effect: SetSlowmode | LockChannel | PauseInvites | PauseDirectMessages) -> AnyChange:
        match effect:
            case SetSlowmode(seconds=seconds):
                return changes.SlowmodeSet(at=self.at, channel=self._room(effect.channel).channel, seconds=seconds)
            case LockChannel(locked=locked):
                return changes.Locked(at=self.at, channel=self._room(effect.channel).channel, locked=locked)
            case PauseInvites(until=until):
                return changes.InvitesPaused(at=self.at, until=until)
            case PauseDirectMessages(until=until):
                return changes.DirectMessagesPaused(at=self.at, until=until)
            case _:
                assert_never(effect)

    def _private(self, effect: CreatePrivateThread) -> Made:
        members = tuple(dict.fromkeys(self._person(one).account for one in effect.members))
        channel = channel_id(self.state.space, f"private-{self.world.name.number}")
        while channel in self.state.rooms:
            channel = ChannelId(f"{channel}-x")
        added = changes.ChannelAdded(at=self.at, channel=channel, name=effect.name, members=members, room="private")
        return Made((added,), channel)

    def _room(self, channel: ChannelId | Handle) -> Room:
        room = None if isinstance(channel, Handle) else self.state.rooms.get(channel)
        if room is None:
            raise Refused(f"there is no channel {channel if isinstance(channel, str) else channel.name}")
        return room

    def _message(self, message: MessageId | Handle) -> Message:
        found = None if isinstance(message, Handle) else self.state.messages.get(message)
        if found is None:
            raise Refused("there is no such message")
        if found.deleted:
            raise Refused(GONE)
        return found

    def _person(self, account: AccountId) -> Person:
        person = self.state.people.get(account)
        if person is None:
            raise Refused(f"nobody here is {account}")
        return person


_DONE = {
    "time_out_member": "timed out",
    "kick_member": "kicked",
    "ban_member": "banned",
    "quarantine_member": "quarantined",
}
