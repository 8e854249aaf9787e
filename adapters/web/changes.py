"""Everything that can happen in this world, as frozen data: the world is what these add up to.

A change says what became so, never who may want it: whoever makes one has asked before.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Discriminator

from bot.events import Event
from bot.ids import AccountId, ChannelId, EffectKey, EventId, MessageId, RoleId
from bot.views import Address, Card, Locale

ChannelKind = Literal["channel", "direct", "private"]
"""`direct`: one person and the bot; `private`: opened by the bot for some people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What all changes share."""

    at: datetime
    """Aware, UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file of a message; its bytes lie beside the journal under their own hash."""

    name: str
    media_type: str
    size: int
    sha256: str
    """Empty where only its name is known (a past that was seeded)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonAdded(Change):
    """Somebody is known here; adding them again brings what is known up to date."""

    account: AccountId
    name: str
    title: str = ""
    roles: tuple[RoleId, ...] = ()
    locale: Locale | None = None
    account_created: datetime | None = None
    joined_at: datetime | None = None
    bot: bool = False
    kind: Literal["person_added"] = "person_added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(Change):
    """Somebody who is known joined, or came back."""

    account: AccountId
    kind: Literal["arrived"] = "arrived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Departed(Change):
    """Somebody is no longer a member."""

    account: AccountId
    how: Literal["left", "kicked", "banned"] = "left"
    kind: Literal["departed"] = "departed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unbanned(Change):
    """Somebody may come back."""

    account: AccountId
    kind: Literal["unbanned"] = "unbanned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed(Change):
    """Somebody goes by a new name."""

    account: AccountId
    name: str
    kind: Literal["renamed"] = "renamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesSet(Change):
    """Somebody's roles are now these."""

    account: AccountId
    roles: tuple[RoleId, ...]
    kind: Literal["roles_set"] = "roles_set"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedOut(Change):
    """Somebody may read and not write until a moment; None ends it."""

    account: AccountId
    until: datetime | None
    kind: Literal["timed_out"] = "timed_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined(Change):
    """Somebody has only their conversation with the bot left."""

    account: AccountId
    kind: Literal["quarantined"] = "quarantined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Change):
    """Somebody is out of quarantine."""

    account: AccountId
    kind: Literal["released"] = "released"


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectMessagesClosed(Change):
    """Somebody takes no direct messages from the bot."""

    account: AccountId
    kind: Literal["direct_messages_closed"] = "direct_messages_closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectMessagesOpened(Change):
    """Somebody takes direct messages from the bot again."""

    account: AccountId
    kind: Literal["direct_messages_opened"] = "direct_messages_opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectMessagesPaused(Change):
    """Members write each other no direct messages until a moment; None ends it."""

    until: datetime | None
    kind: Literal["direct_messages_paused"] = "direct_messages_paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitesPaused(Change):
    """Nobody new comes in until a moment; None ends it."""

    until: datetime | None
    kind: Literal["invites_paused"] = "invites_paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelAdded(Change):
    """A channel exists; adding it again brings what is known up to date."""

    channel: ChannelId
    name: str
    topic: str = ""
    members: tuple[AccountId, ...] | None = None
    """Who sees it; None: everybody."""
    room: ChannelKind = "channel"
    kind: Literal["channel_added"] = "channel_added"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlowmodeSet(Change):
    """Each person writes there only once in so many seconds."""

    channel: ChannelId
    seconds: int
    kind: Literal["slowmode_set"] = "slowmode_set"


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked(Change):
    """A channel is closed to new messages, or open again."""

    channel: ChannelId
    locked: bool
    kind: Literal["locked"] = "locked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadOpened(Change):
    """A thread hangs from a message from now on."""

    channel: ChannelId
    message: MessageId
    account: AccountId
    kind: Literal["thread_opened"] = "thread_opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted(Change):
    """Somebody wrote."""

    message: MessageId
    channel: ChannelId
    account: AccountId
    text: str
    thread: MessageId | None = None
    reply_to: MessageId | None = None
    mentions: tuple[AccountId, ...] = ()
    everyone: bool = False
    files: tuple[Upload, ...] = ()
    edited_at: datetime | None = None
    kind: Literal["posted"] = "posted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited(Change):
    """A message has a new wording."""

    message: MessageId
    text: str
    mentions: tuple[AccountId, ...] = ()
    everyone: bool = False
    kind: Literal["edited"] = "edited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted(Change):
    """A message is gone."""

    message: MessageId
    by: AccountId | None = None
    kind: Literal["deleted"] = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reacted(Change):
    """Somebody reacted to a message."""

    message: MessageId
    account: AccountId
    emoji: str
    kind: Literal["reacted"] = "reacted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreacted(Change):
    """A reaction is gone."""

    message: MessageId
    account: AccountId
    emoji: str
    kind: Literal["unreacted"] = "unreacted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carded(Change):
    """The bot wrote a card."""

    message: MessageId
    channel: ChannelId
    card: Card
    locale: Locale
    address: Address = "tu"
    only_for: AccountId | None = None
    """The only person who sees it."""
    thread: MessageId | None = None
    reply_to: MessageId | None = None
    mentions: tuple[AccountId, ...] = ()
    kind: Literal["carded"] = "carded"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardEdited(Change):
    """The bot reworded a card."""

    message: MessageId
    card: Card
    locale: Locale
    address: Address = "tu"
    kind: Literal["card_edited"] = "card_edited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Performed(Change):
    """An effect was carried out under its idempotency key."""

    key: EffectKey
    made: str | None
    kind: Literal["performed"] = "performed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Change):
    """Somebody asked the bot for something: where, so that a private answer finds them there."""

    event: EventId
    channel: ChannelId
    account: AccountId
    thread: MessageId | None = None
    kind: Literal["asked"] = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Change):
    """An event is on its way to the core, and is handed over until it has been heard."""

    event: Event
    kind: Literal["told"] = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard(Change):
    """The core has committed these events."""

    events: tuple[EventId, ...]
    kind: Literal["heard"] = "heard"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMoved(Change):
    """Time was moved on; `seconds` is how far the clock stands ahead now, all in all."""

    seconds: float
    kind: Literal["clock_moved"] = "clock_moved"


AnyChange = Annotated[
    PersonAdded
    | Arrived
    | Departed
    | Unbanned
    | Renamed
    | RolesSet
    | TimedOut
    | Quarantined
    | Released
    | DirectMessagesClosed
    | DirectMessagesOpened
    | DirectMessagesPaused
    | InvitesPaused
    | ChannelAdded
    | SlowmodeSet
    | Locked
    | ThreadOpened
    | Posted
    | Edited
    | Deleted
    | Reacted
    | Unreacted
    | Carded
    | CardEdited
    | Performed
    | Asked
    | Told
    | Heard
    | ClockMoved,
    Discriminator("kind"),
]
