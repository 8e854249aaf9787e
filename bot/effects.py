"""What we want done on a platform: wishes in the imperative, made by rules, carried out by adapters.

An effect that makes something (a message, a thread) can bind a `Handle` to it, and later effects may name that handle
instead of an id that does not exist yet. Rules keep naming the handle afterwards too, so that the order of one thread
is kept in one lane.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import ClassVar, Literal, get_args

from bot.ids import AccountId, CaseId, ChannelId, EventId, MessageId, RoleId, SpaceId
from bot.views import Address, Card, Locale


@dataclass(frozen=True, slots=True)
class Handle:
    """A name for something that an effect will bring into being, unique within its community."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What all effects share."""

    idempotent: ClassVar[bool] = True
    """Doing it twice is felt once; the others are never repeated blindly after a crash."""
    space: SpaceId
    binds: Handle | None = None
    expires_at: datetime | None = None
    """From then on it is not worth doing any more."""
    note: str = ""
    """What the platform's own log of actions shall say of it: the name of a rule, never anybody's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCard(Wanted):
    """Write in a channel."""

    idempotent: ClassVar[bool] = False
    channel: ChannelId | Handle
    card: Card
    locale: Locale
    address: Address = "tu"
    mentions: tuple[AccountId, ...] = ()
    """Who may be pinged by it: by default nobody."""
    kind: Literal["post_card"] = "post_card"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyCard(Wanted):
    """Write in answer to a message, in its thread where it has one."""

    idempotent: ClassVar[bool] = False
    channel: ChannelId | Handle
    message: MessageId | Handle
    card: Card
    locale: Locale
    address: Address = "tu"
    mentions: tuple[AccountId, ...] = ()
    thread: str = ""
    """What the thread is called that it opens, on platforms where a message has none before somebody opens it."""
    kind: Literal["reply_card"] = "reply_card"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPrivately(Wanted):
    """Answer a command, a button or a form so that only the person sees it; by direct message once that is too late."""

    idempotent: ClassVar[bool] = False
    to: EventId
    account: AccountId
    card: Card
    locale: Locale
    address: Address = "tu"
    kind: Literal["reply_privately"] = "reply_privately"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDirect(Wanted):
    """Write to a person directly."""

    idempotent: ClassVar[bool] = False
    account: AccountId
    card: Card
    locale: Locale
    address: Address = "tu"
    kind: Literal["send_direct"] = "send_direct"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCard(Wanted):
    """Reword a message of our own."""

    channel: ChannelId | Handle
    message: MessageId | Handle
    card: Card
    locale: Locale
    address: Address = "tu"
    kind: Literal["edit_card"] = "edit_card"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteMessage(Wanted):
    """Take a message down."""

    channel: ChannelId
    message: MessageId
    kind: Literal["delete_message"] = "delete_message"


@dataclass(frozen=True, slots=True, kw_only=True)
class React(Wanted):
    """Add a reaction of our own."""

    channel: ChannelId
    message: MessageId
    emoji: str
    kind: Literal["react"] = "react"


@dataclass(frozen=True, slots=True, kw_only=True)
class HideReaction(Wanted):
    """Take somebody's reaction away, so that nobody else reads meaning into it."""

    channel: ChannelId
    message: MessageId
    account: AccountId
    emoji: str
    kind: Literal["hide_reaction"] = "hide_reaction"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOutMember(Wanted):
    """Let somebody read but not write until a moment."""

    account: AccountId
    until: datetime
    kind: Literal["time_out_member"] = "time_out_member"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftTimeout(Wanted):
    """Let somebody write again."""

    account: AccountId
    kind: Literal["lift_timeout"] = "lift_timeout"


@dataclass(frozen=True, slots=True, kw_only=True)
class KickMember(Wanted):
    """Make somebody leave; they may come back."""

    account: AccountId
    kind: Literal["kick_member"] = "kick_member"


@dataclass(frozen=True, slots=True, kw_only=True)
class BanMember(Wanted):
    """Make somebody leave for good, or until they are let in again."""

    account: AccountId
    delete_seconds: int = 0
    """How far back their messages go with them, in seconds."""
    kind: Literal["ban_member"] = "ban_member"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnbanMember(Wanted):
    """Let somebody in again."""

    account: AccountId
    kind: Literal["unban_member"] = "unban_member"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFromChannel(Wanted):
    """Make somebody leave one channel; they stay in the space."""

    account: AccountId
    channel: ChannelId
    kind: Literal["remove_from_channel"] = "remove_from_channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRole(Wanted):
    """Give somebody a role."""

    account: AccountId
    role: RoleId
    kind: Literal["add_role"] = "add_role"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRole(Wanted):
    """Take a role from somebody."""

    account: AccountId
    role: RoleId
    kind: Literal["remove_role"] = "remove_role"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarantineMember(Wanted):
    """Leave somebody only the channel where they can talk to the team."""

    account: AccountId
    kind: Literal["quarantine_member"] = "quarantine_member"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseMember(Wanted):
    """Let somebody out of quarantine."""

    account: AccountId
    kind: Literal["release_member"] = "release_member"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSlowmode(Wanted):
    """Let each person write only once in so many seconds; 0 ends it."""

    channel: ChannelId
    seconds: int
    kind: Literal["set_slowmode"] = "set_slowmode"


@dataclass(frozen=True, slots=True, kw_only=True)
class LockChannel(Wanted):
    """Close a channel or a thread to new messages, or open it again."""

    channel: ChannelId | Handle
    locked: bool = True
    kind: Literal["lock_channel"] = "lock_channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseInvites(Wanted):
    """Let nobody new in until a moment; None ends the pause."""

    until: datetime | None
    kind: Literal["pause_invites"] = "pause_invites"


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseDirectMessages(Wanted):
    """Stop direct messages between members who are not friends until a moment; None ends the pause."""

    until: datetime | None
    kind: Literal["pause_direct_messages"] = "pause_direct_messages"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePrivateThread(Wanted):
    """Open a conversation that only these people see."""

    idempotent: ClassVar[bool] = False
    channel: ChannelId
    name: str
    members: tuple[AccountId, ...]
    kind: Literal["create_private_thread"] = "create_private_thread"


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinChannel(Wanted):
    """Be in a channel, where a platform shows the bot only those that it is in."""

    channel: ChannelId
    kind: Literal["join_channel"] = "join_channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowHome(Wanted):
    """Show somebody the page that is theirs, where a platform has such pages."""

    account: AccountId
    card: Card
    locale: Locale
    address: Address = "tu"
    kind: Literal["show_home"] = "show_home"


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadFile(Wanted):
    """Share a file of our own making."""

    idempotent: ClassVar[bool] = False
    channel: ChannelId | Handle
    name: str
    media_type: str
    content: str
    """Base64."""
    alternative_text: str
    kind: Literal["upload_file"] = "upload_file"


@dataclass(frozen=True, slots=True, kw_only=True)
class HashFiles(Wanted):
    """Read the bytes of files that are attached to a message once, for their hashes, and keep nothing of them.

    What came of it is told to the road (`FilesHashed`), also where nothing could be read.
    """

    channel: ChannelId
    message: MessageId
    case: CaseId
    marks: tuple[str, ...]
    """Which of its files, as `Cited.files` has them."""
    kind: Literal["hash_files"] = "hash_files"


@dataclass(frozen=True, slots=True, kw_only=True)
class TellOutside(Wanted):
    """Write to somebody outside the team: by mail, by a signed call to their program, as their contact says."""

    idempotent: ClassVar[bool] = False
    contact: str
    """The name of a contact in the settings."""
    card: Card
    locale: Locale
    address: Address = "vous"
    case: CaseId | None = None
    kind: Literal["tell_outside"] = "tell_outside"


Effect = (
    PostCard
    | ReplyCard
    | ReplyPrivately
    | SendDirect
    | EditCard
    | DeleteMessage
    | React
    | HideReaction
    | TimeOutMember
    | LiftTimeout
    | KickMember
    | BanMember
    | UnbanMember
    | AddRole
    | RemoveRole
    | RemoveFromChannel
    | QuarantineMember
    | ReleaseMember
    | SetSlowmode
    | LockChannel
    | PauseInvites
    | PauseDirectMessages
    | CreatePrivateThread
    | JoinChannel
    | ShowHome
    | UploadFile
    | HashFiles
    | TellOutside
)


EVERY_KIND = frozenset(
    str(field.default) for effect in get_args(Effect) for field in fields(effect) if field.name == "kind"
)
"""The `kind` of every effect."""


def lane(effect: Effect) -> str:
    """The line that an effect waits in: one per channel, thread, member or contact, all beside each other.

    Files take their time: one line for all of a space, so that nothing else in their channel waits for them.
    """
    if isinstance(effect, TellOutside):
        return f"{effect.space}/{effect.contact}"
    if isinstance(effect, HashFiles):
        return f"{effect.space}/files"
    target = getattr(effect, "channel", None) or getattr(effect, "account", None) or effect.space
    return f"handle:{target.name}" if isinstance(target, Handle) else str(target)


def bound(effect: Effect, made: Mapping[str, str]) -> Effect:
    """The effect with ids in the place of its handles. Raises KeyError for a handle without one."""
    ids = {
        name: made[target.name]
        for name in ("channel", "message")
        if isinstance(target := getattr(effect, name, None), Handle)
    }
    return replace(effect, **ids) if ids else effect  # type: ignore[arg-type]


def handles(effect: Effect) -> tuple[Handle, ...]:
    """The handles that must be bound before this effect can be carried out."""
    targets = (getattr(effect, "channel", None), getattr(effect, "message", None))
    return tuple(target for target in targets if isinstance(target, Handle))
