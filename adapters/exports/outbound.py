"""What an effect would have made: a name that is the same in every run, so that later effects can be told from it."""

import hashlib
from typing import assert_never

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
from bot.ids import ChannelId, EffectKey, SpaceId, channel_id, message_id, native


def made(effect: Effect, key: EffectKey) -> str | None:
    """The id of what the effect would bring into being; None where it makes nothing."""
    own = f"simulated-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
    match effect:
        case PostCard() | ReplyCard() | UploadFile():
            return message_id(_channel(effect.space, effect.channel), own)
        case SendDirect() | ReplyPrivately():
            return message_id(channel_id(effect.space, f"direct-{native(effect.account)}"), own)
        case CreatePrivateThread():
            return channel_id(effect.space, own)
        case (
            EditCard()
            | DeleteMessage()
            | React()
            | HideReaction()
            | TimeOutMember()
            | LiftTimeout()
            | KickMember()
            | BanMember()
            | UnbanMember()
            | AddRole()
            | RemoveRole()
            | QuarantineMember()
            | ReleaseMember()
            | SetSlowmode()
            | LockChannel()
            | PauseInvites()
            | PauseDirectMessages()
            | RemoveFromChannel()
            | JoinChannel()
            | ShowHome()
            | HashFiles()
            | TellOutside()
        ):
            return None
        case _:
            assert_never(effect)


def _channel(space: SpaceId, channel: ChannelId | Handle) -> ChannelId:
    """A handle that nobody bound to an id stands for itself."""
    return channel_id(space, channel.name.replace("/", "-")) if isinstance(channel, Handle) else channel
